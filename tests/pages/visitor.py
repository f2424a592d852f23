"""Somebody at a browser: signs in, reads, follows links, fills in forms, takes papers away."""

import re
import zipfile
from dataclasses import dataclass
from datetime import date

from playwright.sync_api import Locator, Page, expect

from accounts.models import User
from tests.pages.screen import Screen

Answer = str | int | bool | date | list[str]
PASSWORD = "a long walk to the sea"


@dataclass
class Visitor:
    """One person in one browser. Every page they come to is judged by the screen."""

    user: User
    page: Page
    screen: Screen
    reference: str = ""
    cases: str = "vacancies"

    # Coming and going

    def sign_in(self) -> None:
        """Sign in with address and password."""
        self.page.goto("/")
        self.see()
        self.page.get_by_label("Email").fill(self.user.email)
        self.page.get_by_label("Password").fill(PASSWORD)
        self.press("Sign in")
        expect(self.page.get_by_role("heading", level=1)).to_have_text("What is waiting for you")

    def sign_in_as_invented(self) -> None:
        """Sign in as one of the people of the demonstration."""
        self.page.goto("/")
        self.press(self.user.full_name)
        expect(self.page.get_by_role("heading", level=1)).to_have_text("What is waiting for you")

    def open(self, path: str, seen_by: str = "") -> None:
        """Go to an address."""
        self.page.goto(path)
        self.see(seen_by)

    def follow(self, words: str, seen_by: str = "") -> None:
        """Follow a link."""
        self.page.get_by_role("link", name=words, exact=True).first.click()
        self.see(seen_by)

    def choose(self, words: str) -> None:
        """Follow a link of the menu, which a narrow screen folds away."""
        menu = self.page.get_by_role("button", name="Menu", exact=True)
        if menu.is_visible():
            menu.click()
        self.follow(words)

    def press(self, words: str) -> None:
        """Press a button, or a link that looks like one."""
        self.page.get_by_role("button", name=words, exact=True).click()
        self.see()

    def see(self, seen_by: str = "") -> None:
        """Look at the page that has come."""
        self.page.wait_for_load_state()
        self.screen.judge(self.page, seen_by)

    # The case

    def case(self, page: str = "") -> str:
        """Return the address of a page of the case."""
        return f"/{self.cases}/{self.reference}/{page}"

    def look_round(self, role: str = "") -> list[str]:
        """Open every page of the case that is offered to the role; return their names."""
        self.open(self.case(), role)
        task_list, *others = self.page.locator(".headship-case__link").all_inner_texts()
        for name in others:
            self.follow(name, role)
        return [task_list, *others]

    def does(self, action: str, about: str = "", **answers: Answer) -> None:
        """Do an action of the case, from its link on the task list, through its check if any."""
        self.begins(action, about)
        self.answer(**answers)
        self.send()

    def begins(self, action: str, about: str = "") -> None:
        """Come to the form of an action: for one thing, or by the link on the task list."""
        if about:
            self.open(f"{self.case()}act/{action}/?about={about}")
            return
        link = self.page.locator(f"a[href$='/act/{action}/']")
        self._be_at(self.case(), link)
        if not link.first.is_visible():
            self.page.locator("details", has=link).locator("summary").click()
        link.first.click()
        self.see()

    def _be_at(self, address: str, wanted: Locator) -> None:
        """Stay where there is what is wanted, or else open the page as it is now."""
        if not (self.page.url.endswith(address) and wanted.count()):
            self.open(address)

    def answer(self, **answers: Answer) -> None:
        """Fill in the fields of these names, as somebody who reads their labels."""
        for name, value in answers.items():
            if isinstance(value, date):
                self._date(name, value)
            else:
                self._fill(name, value)

    def send(self) -> None:
        """Send the form; read over the answers if they are shown; see that it is done."""
        self.page.locator("main form .govuk-button:not([name])").first.click()
        self.see()
        if "Check before you send" in self.page.title():
            self.page.locator("button[name=confirmed]").click()
            self.see()
        assert not self.problems(), self.problems()
        expect(self.page.locator(".govuk-notification-banner--success")).to_be_visible()

    def problems(self) -> list[str]:
        """Return what the summary of errors says."""
        return self.page.locator(".govuk-error-summary li").all_inner_texts()

    def _date(self, name: str, value: date) -> None:
        for part in ("day", "month", "year"):
            self.page.locator(f"[name='{name}_{part}']").fill(str(getattr(value, part)))

    def _fill(self, name: str, value: str | int | bool | list[str]) -> None:
        box = self.page.locator(f"[name='{name}']").first
        kind = box.get_attribute("type")
        if kind == "checkbox" and isinstance(value, bool):
            box.set_checked(value)
        elif kind in ("radio", "checkbox"):
            self._choose(box, value)
        elif box.evaluate("box => box.tagName") == "SELECT":
            box.select_option(label=str(value))
        else:
            box.fill(str(value))

    def _choose(self, box: Locator, value: str | int | bool | list[str]) -> None:
        words = {True: "Yes", False: "No"}.get(value, value) if isinstance(value, bool) else value
        group = self.page.locator("fieldset", has=box)
        for label in words if isinstance(words, list) else [str(words)]:
            group.get_by_label(label, exact=True).check()

    # Papers

    def drafts(self, label: str, on: date) -> str:
        """Draft the document whose label begins so; return its address."""
        self.open(self.case("documents/"))
        self.page.get_by_role("link", name=label).first.click()
        self.answer(on=on)
        self.send()
        return re.sub(r"^https?://[^/]+", "", self.page.url)

    def takes(self, step: str, document: str, **answers: Answer) -> None:
        """Take a step in the life of a document, from its page as it is now."""
        self._be_at(document, self.page.get_by_role("button", name=step, exact=True))
        self.press(step)
        self.answer(**answers)
        self.send()

    def downloads(self, document: str) -> str:
        """Download the Word file of a document; return the text in it."""
        self.open(document)
        with self.page.expect_download() as download:
            self.page.get_by_role("link", name="Download the Word file").click()
        with zipfile.ZipFile(download.value.path()) as file:
            assert file.testzip() is None
            words = re.findall(r"<w:t[ >][^<]*", file.read("word/document.xml").decode())
        text = " ".join(word.split(">", 1)[1] for word in words)
        self.screen.allow(text, document)
        return text
