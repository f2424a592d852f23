"""A screen, and what is asked of every page on it: accessible, narrow, silent, with a title."""

import os
import re
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Page, WebError

AXE = Path("frontend/node_modules/axe-core/axe.min.js")
RUN_AXE = """async () => (await axe.run(document, {
  resultTypes: ["violations"], preload: {assets: ["media"]}
})).violations"""  # every rule; the style sheets are not fetched again for it
OVERFLOW = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
SQUEEZED = """() => [...document.querySelectorAll("th, td, dt, dd, p, li")]
  .filter(e => e.checkVisibility() && e.innerText.length > 12 && e.clientWidth < 60)
  .map(e => e.innerText)"""
DESKTOP, PHONE = 1280, 375
NARROWEST = 320  # pixels: what is left of a screen of 1280 at four times the size
HEIGHT = 800
STATES = ("Error: ", "Check before you send: ")
REFUSED = "Failed to load resource: the server responded with a status of 4"


@dataclass
class Screen:
    """What is known of the pages seen at one width. Each is judged in full once.

    `never` are words that are to be read nowhere.
    With HEADSHIP_SCREENSHOTS=folder a picture of every page seen is kept in the folder.
    """

    width: int
    judged: set[str] = field(default_factory=set)
    complaints: list[str] = field(default_factory=list)
    never: tuple[str, ...] = ()
    pictures: int = 0

    def watch(self, context: BrowserContext) -> None:
        """Note what the browser complains of from now on."""
        context.on("console", self._note)
        context.on("weberror", self._note_error)

    def judge(self, page: Page, seen_by: str = "") -> None:
        """Ask of the page what is asked of every page: in full of one that is new.

        A page for which it is said by whom it is seen is new whenever it says something new.
        """
        title = page.title()
        assert title.endswith(" - Headship"), f"{page.url} has the title “{title}”"
        assert self.complaints == [], f"{title}: {self.complaints}"
        assert page.evaluate(OVERFLOW) <= 0, f"{title} scrolls sideways at {self.width} pixels"
        if self.never:
            self.allow(page.content(), title)
        place = _place(page, title) + (page.inner_text("main") if seen_by else "")
        if place not in self.judged:
            self.judged.add(place)
            self._judge_in_full(page, title)
        self._keep_picture(page, f"{seen_by} {title}")

    def allow(self, text: str, where: str) -> None:
        """See that the text holds none of the words that are to be read nowhere."""
        found = [word for word in self.never if word in text.lower()]
        assert found == [], f"{where} holds {found}"

    def _judge_in_full(self, page: Page, title: str) -> None:
        if self.width == PHONE:
            page.set_viewport_size({"width": NARROWEST, "height": HEIGHT})
            assert page.evaluate(OVERFLOW) <= 0, f"{title} scrolls sideways at {NARROWEST} pixels"
            assert page.evaluate(SQUEEZED) == [], title
            page.set_viewport_size({"width": self.width, "height": HEIGHT})
        assert violations(page) == [], title

    def _note(self, message: ConsoleMessage) -> None:
        page = message.page.url if message.page else ""
        refused = message.text.startswith(REFUSED) and message.location["url"] == page
        if message.type in ("error", "warning") and not refused:
            self.complaints.append(message.text)

    def _note_error(self, error: WebError) -> None:
        self.complaints.append(str(error.error))

    def _keep_picture(self, page: Page, name: str) -> None:
        folder = os.environ.get("HEADSHIP_SCREENSHOTS")
        if not folder:
            return
        self.pictures += 1
        plain = re.sub(r"[^a-z0-9]+", "-", name.removesuffix(" - Headship").lower()).strip("-")
        file = Path(folder) / str(self.width) / f"{self.pictures:03}-{plain[:70]}.png"
        file.parent.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=file, full_page=True)


def _place(page: Page, title: str) -> str:
    """Return what makes a page another page: its address for a form, its title for the rest."""
    form = urlsplit(page.url).path.partition("/act/")[2]
    if form:
        return f"{form} {title.partition(':')[0] if title.startswith(STATES) else ''}"
    return re.sub(r"(HT|PM)-\d+-\d+", "", title)


def violations(page: Page) -> list[str]:
    """Return what axe-core finds wrong with the page: the rule, and where."""
    page.evaluate(AXE.read_text())
    found = page.evaluate(RUN_AXE)
    return [f"{v['id']}: {v['help']}: {n['target']} {n['html']}" for v in found for n in v["nodes"]]
