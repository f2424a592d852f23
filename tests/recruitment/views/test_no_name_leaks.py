"""While names are hidden nothing that anybody is given holds one, outside the roster.

The case is full of what could leak: names in papers and their properties, in advice, minutes,
interests, evidence, files and drafts. Each role from which names are hidden then opens everything
that the pages lead to.
"""

import io
import logging
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from html import unescape
from html.parser import HTMLParser
from http import HTTPStatus
from typing import Any
from urllib.parse import unquote

import pytest
from django.core import mail
from django.db import transaction
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from casework.action import Actor, Refused
from casework.attachments import check
from casework.documents.missing import MissingFact
from casework.models import Meeting
from casework.reading import plainly
from recruitment.actions import (
    advice,
    applications,
    interests,
    meetings,
    papers,
    scoring,
    selection,
    turns,
)
from recruitment.actions.scoring import Mark
from recruitment.applicants import Applicant, Applicants
from recruitment.documents import KINDS
from recruitment.models import Advice, ApplicationPaper, Interest, Opinion
from recruitment.policies import TABLE
from tests.made_files import docx, odt, pdf
from tests.recruitment import evening
from tests.recruitment.headship import Headship, on_day
from tests.recruitment.views.browser import sign_in

pytestmark = [pytest.mark.django_db, pytest.mark.long]

BEGIN = ("Vrell", "Quand", "Tzelb", "O'Str", "Xandr", "Yolm", "Zubr")
END = ("osk", "rith", "ów", "ikel", "endu", "övar")
GIVEN = ("Ilse", "Owen", "Mara", "Bram", "Thea", "Rolf", "Nesta")
SURNAMES = [f"{begin}{end}" for begin in BEGIN for end in END]
NAMES = [f"{GIVEN[n % 7]} {surname}" for n, surname in enumerate(SURNAMES)]
BLINDED = ("panel", "panel_chair", "adviser", "officer", "chair", "governor")
HOWEVER_WRITTEN = re.compile("|".join(map(plainly, SURNAMES)))
A_LINK = re.compile(r'(?:href|action)="([^"#]+)')
A_CODE = re.compile(r"\bC\d+\b")
ELSEWHERE = ("/static/", "/accounts/", "/law", "/schools/")
TODAY = date(2027, 2, 1)
DAY_PARTS = {"_0": "1", "_1": "2", "_2": "2027"}


def whose(code: str, case: Headship) -> str:
    return case.candidate(code).name.split()[-1]


def full_of_names() -> Headship:
    """A case on its evening that holds names wherever somebody could have written one."""
    case = evening.decide(evening.specified().advertise())
    rows = tuple(Applicant(name, case.day, f"Head of {name}'s school") for name in sorted(NAMES))
    applications.add_candidates(
        case.vacancy, applicants=Applicants(rows), by=case.clerk, on=case.day
    )
    case.after(15)
    _papers(case)
    _interests(case)
    _words(case)
    _drafts(case)
    for member in case.panel[2:]:
        marks = [Mark(n, 3, f"As {whose('C9', case)} wrote") for n in evening.SCORED]
        scoring.score_candidate(
            case.vacancy, candidate=case.candidate("C9"), marks=marks, by=Actor(member),
            on=case.day,
        )  # fmt: skip
    return case


def _papers(case: Headship) -> None:
    made: dict[str, Callable[..., bytes]] = {"a.pdf": pdf, "b.docx": docx, "c.odt": odt}
    for number, (name, make) in enumerate(made.items(), start=1):
        code, held = f"C{number}", whose(f"C{number}", case)
        applications.add_paper(
            case.vacancy, candidate=case.candidate(code), kind=ApplicationPaper.Kind.LETTER,
            file=check(f"{held}-{name}", make(f"I am {held}", author=held)), by=case.clerk,
            on=case.day,
        )  # fmt: skip
        paper = ApplicationPaper.objects.get(candidate=case.candidate(code))
        copy = check(f"{held}-blackened-{name}", make("I am a teacher"))
        applications.release_paper(case.vacancy, paper=paper, copy=copy, by=case.clerk, on=case.day)
    evening.add_paper(case, "C4", evening.paper(f"I am {whose('C4', case)}"))
    held = whose("C5", case)
    papers.attach(
        case.vacancy, title=f"Letter of {held}", file=check(f"{held}.pdf", pdf(held)),
        by=case.clerk, on=case.day,
    )  # fmt: skip


def _interests(case: Headship) -> None:
    member = case.people["panel"]
    declared = evening.declare_named(case, member, case.candidate("C6").name)
    interests.map_interest(
        case.vacancy, interest=declared, candidate=case.candidate("C6"), by=case.clerk,
        on=case.day,
    )  # fmt: skip
    Interest.objects.filter(pk=declared.pk).update(detail=f"{whose('C6', case)} and I taught")
    evening.declare_leaving(case, case.people["panel_chair"], "C7")
    Interest.objects.filter(candidate__code="C7").update(detail=f"I know {whose('C7', case)}")


def _words(case: Headship) -> None:
    vacancy, on = case.vacancy, case.day
    for text in (f"Ask {whose('C8', case)} about budgets", "Score alone"):
        advice.give_advice(
            vacancy, form=Advice.Form.WRITTEN, to=Meeting.Body.PANEL, text=text,
            given_by="Ifor Prys", capacity="Adviser",
            by=case.actor("adviser"), on=on,
        )  # fmt: skip
    advice.record_opinion(
        vacancy, candidate=case.candidate("C8"), verdict=Opinion.Verdict.NO_OPINION,
        summary=f"{whose('C8', case)} is not known to me", by=case.actor("adviser"), on=on,
    )  # fmt: skip
    meetings.call_meeting(
        vacancy, body=Meeting.Body.PANEL, purpose=f"To read {whose('C10', case)}",
        held_on=on + timedelta(days=8), at=time(18), place=f"At {whose('C10', case)}'s",
        agenda=[f"The letter of {whose('C10', case)}"], notice_to_authority=True, by=case.clerk,
        on=on,
    )  # fmt: skip
    selection.withdraw_candidate(
        vacancy, candidate=case.candidate("C11"), why=f"{whose('C11', case)} moves abroad",
        by=case.clerk, on=on,
    )  # fmt: skip
    turns.pause(vacancy, why=f"{whose('C12', case)} is ill", by=case.clerk, on=on)
    turns.resume(vacancy, why=f"{whose('C12', case)} is well", by=case.clerk, on=on)


def _drafts(case: Headship) -> None:
    """Draft, approve and issue whatever paper there can be at this stage."""
    for kind in KINDS.values():
        for subject in list(kind.subjects(case.position()))[:3]:
            for role in ("clerk", "adviser", "officer"):
                if _drafted(case, kind.key, subject.about, role):
                    break


def _drafted(case: Headship, kind: str, about: str, role: str) -> bool:
    by, on = case.actor(role), case.day
    try:
        papers.draft_document(case.vacancy, kind=kind, about=about, by=by, on=on)
        paper = case.vacancy.documents.latest("pk")
        papers.approve_document(case.vacancy, document=paper, by=by, on=on)
        papers.issue_document(case.vacancy, document=paper, by=by, on=on)
    except (Refused, MissingFact):
        return False
    return True


@dataclass
class Reader:
    """Somebody who opens everything that the pages lead to, and keeps where a name stands."""

    client: Client
    case: Headship
    role: str
    opened: dict[str, str] = field(default_factory=dict)
    leaks: list[str] = field(default_factory=list)

    def open_all(self, *starts: str) -> None:
        waiting = list(starts)
        while waiting:
            address = waiting.pop()
            if address in self.opened:
                continue
            answer = self.client.get(address, follow=True)
            self.opened[address] = text = self.read(address, answer)
            waiting += [link for link in self.links(text) if link not in self.opened]

    def read(self, address: str, answer: Any) -> str:
        """Return what an answer says, in its body and its headers, and look for names in it."""
        said = "\n".join(texts_of(answer))
        self.look(address, f"{address} {answer.headers} {said}")
        return said

    def look(self, address: str, text: str) -> None:
        for name in sorted(set(names_in(self.without_roster(address, text)))):
            self.leaks.append(f"{address}: {name}")

    def without_roster(self, address: str, text: str) -> str:
        """The roster is the one place for names: its page, and its choices in one form."""
        if self.role not in TABLE["see_roster"].roles:
            return text
        if "/roster/" in address:
            return ""
        return re.sub(r'<[^>]*name="named".*?</label>', "", text, flags=re.DOTALL)

    def links(self, text: str) -> Iterator[str]:
        """Every address of this case, and of the lists, that the page leads to."""
        for link in map(unescape, A_LINK.findall(text)):
            plain = re.sub(r"seen=\d+&?", "", link)
            if plain.startswith("/") and not plain.startswith(ELSEWHERE):
                yield plain

    def try_every_action(self) -> None:
        """Send every form empty, filled in and with a day that is none, to read what it is told.

        One that is not the person's to send is sent empty.
        """
        for action in (key for key in TABLE if not key.startswith("see_")):
            address = reverse("act", args=[self.case.vacancy.reference, action])
            page = self.client.get(address, follow=True)
            form = Filled.of(page.content.decode()).sent
            all_ways = [{"seen": "0"}, form | {"on_0": "40"}, form]
            for sent in all_ways if page.status_code == HTTPStatus.OK else all_ways[:1]:
                with transaction.atomic():
                    self.read(f"POST {address}", self.client.post(address, sent, follow=True))
                    transaction.set_rollback(True)


class Filled(HTMLParser):
    """A form, and what somebody would send who chose the first of all choices."""

    def __init__(self) -> None:
        super().__init__()
        self.sent: dict[str, str] = {}
        self.select = ""

    @classmethod
    def of(cls, page: str) -> "Filled":
        made = cls()
        made.feed(page)
        return made

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        has = {key: value or "" for key, value in attrs}
        name, value = has.get("name", ""), has.get("value", "")
        if tag == "select":
            self.select = name
        elif tag == "option" and self.select and value:
            self.sent.setdefault(self.select, value)
        elif tag == "textarea":
            self.sent[name] = "In a few words"
        elif tag == "input" and has.get("type") != "file" and name:
            self.sent.setdefault(name, value or DAY_PARTS.get(name[-2:], "In a few words"))


def names_in(text: str) -> list[str]:
    """Return the surnames in a text, however it writes them."""
    return HOWEVER_WRITTEN.findall(plainly(unescape(unquote(text))))


def texts_of(answer: Any) -> Iterator[str]:
    """What an answer says: a page, or the words and properties of a file."""
    kind, data = answer.headers.get("Content-Type", ""), answer.content
    if kind == "application/pdf":
        reader = PdfReader(io.BytesIO(data))
        yield from (page.extract_text() for page in reader.pages)
        yield str(reader.metadata)
    elif data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            yield from (parts.read(name).decode(errors="replace") for name in parts.namelist())
            yield str(parts.namelist())
    yield data.decode(errors="replace")


def reader(case: Headship, role: str) -> Reader:
    return Reader(sign_in(case.people[role]), case, role)


def test_nothing_that_anybody_is_given_holds_a_name(caplog: pytest.LogCaptureFixture) -> None:
    assert len(set(SURNAMES)) == len(SURNAMES) == 42
    with on_day(TODAY), caplog.at_level(logging.DEBUG):
        case = full_of_names()
        caplog.clear()
        home = reverse("vacancy", args=[case.vacancy.reference])
        for role in BLINDED:
            found = reader(case, role)
            found.open_all(home, "/", "/vacancies/?q=school&sort=name&page=1")
            found.try_every_action()
            assert found.leaks == [], role
            if role in ("panel", "panel_chair", "adviser"):
                assert sum("/papers/" in address for address in found.opened) >= 2, role
                assert sum("/candidates/C" in address for address in found.opened) >= 40, role
        logged = "\n".join(str(r.getMessage()) for r in caplog.records if "django.db" not in r.name)
        assert names_in(logged) == []
        assert names_in(str([(m.subject, m.body) for m in mail.outbox])) == []


def test_what_could_leak_is_there_for_the_clerk() -> None:
    """The test above would find what it looks for: the clerk is given every name."""
    with on_day(TODAY):
        case = full_of_names()
        found = reader(case, "clerk")
        for name in ("candidates", "people", "advice", "meetings", "record"):
            address = reverse(name, args=[case.vacancy.reference])
            found.read(address, found.client.get(address))
        seen = {leak.split(": ")[-1] for leak in found.leaks}
        assert seen == {plainly(name) for name in SURNAMES}


def test_the_roster_ties_no_name_to_an_application() -> None:
    with on_day(TODAY):
        case = full_of_names()
        client = sign_in(case.people["panel"])
        roster = client.get(reverse("roster", args=[case.vacancy.reference])).content.decode()
        inside = roster.split('class="govuk-list headship-roster"')[1].split("</ul>")[0]
        listed = [unescape(name) for name in re.findall(r"<li>([^<]+?)\s*<", inside)]
        assert sorted(listed, key=lambda name: plainly(name.split()[-1])) == listed
        assert set(listed) == set(NAMES)
        assert A_CODE.findall(unescape(inside)) == []
        assert re.findall(r"\d", unescape(inside)) == []

        form = client.get(
            reverse("act", args=[case.vacancy.reference, "declare_interest"]), follow=True
        ).content.decode()
        keys = re.findall(r'name="named"[^>]*value="(\d*)"', form)
        assert keys == ["", *map(str, range(len(listed)))]
        by_code = [c.name for c in case.position().candidates]
        assert [n for n in by_code if n in listed] != listed
