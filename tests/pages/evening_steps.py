"""What people do on the panel's evening, each at a browser of their own."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta

from playwright.sync_api import FilePayload, expect

from casework import clock
from casework.models import Meeting
from recruitment import scores
from recruitment.actions import meetings
from recruitment.models import Candidate, Interest
from tests.made_files import pdf, xlsx
from tests.pages.visitor import Visitor
from tests.recruitment import evening
from tests.recruitment.headship import Headship, headship

NAMES = evening.NAMES
ABSTAIN = "I abstain: it counts for nothing, and is not zero"
POINTS = {n: f"{n}: {words}" for n, words in scores.USUAL_ANCHORS.items()}
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
BLACKENED = pdf("A letter of application\nI have led a school of 200 pupils.")


def begun() -> date:
    """The day on which such a case began: its closing date is past, and all of it is recent."""
    return clock.today() - timedelta(days=26)


def advertised() -> Headship:
    """A headship whose closing date is past and for which no application is entered."""
    case = headship("panel_appointed", start=begun())
    return evening.specified(case).advertise().after(15)


def sheet_of(*names: str) -> bytes:
    """A spreadsheet of applications that came while the post was advertised."""
    received = (clock.today() - timedelta(days=5)).isoformat()
    rows = [[name, received, "Deputy head"] for name in names]
    return xlsx([["Name", "Date received", "Present post"], *rows])


def points(*given: int | None, evidence: str = "Page 2") -> Mapping[str, str]:
    """The answers to the form for scoring that give these points; None is an abstention."""
    found = {}
    for number, each in zip(evening.SCORED, given, strict=False):
        found[f"points_{number}"] = ABSTAIN if each is None else POINTS[str(each)]
        found[f"evidence_{number}"] = evidence
    return found


def code_of(name: str) -> str:
    """The code of whoever has the name: a sheet's order does not tell it."""
    return str(Candidate.objects.get(name=name).code)


@dataclass
class Company:
    """The clerk and the three members of the panel at their browsers."""

    case: Headship
    clerk: Visitor
    chair: Visitor
    second: Visitor
    third: Visitor

    def see_no_name(self, who: Visitor, *pages: str) -> None:
        """Open pages of the case: none of them holds a part of anybody's name."""
        for page in pages:
            who.open(who.case(page), f"{who.user} {page}")
            text = who.page.content().lower()
            found = [part for name in NAMES for part in name.lower().split() if part in text]
            assert found == [], (page, found)


def upload(who: Visitor, name: str, file: str, data: bytes, kind: str) -> None:
    """Choose a file for a field."""
    payload = FilePayload(name=file, mimeType=kind, buffer=data)
    who.page.locator(f"input[name='{name}']").set_input_files(payload)


def enter_applications(clerk: Visitor) -> None:
    """The clerk enters the applications from a spreadsheet, whose first version is at fault."""
    clerk.begins("add_candidates")
    upload(clerk, "file", "in.xlsx", sheet_of(NAMES[0], NAMES[1], ""), EXCEL)
    clerk.press("Continue")
    assert "Row 4" in " ".join(clerk.problems())
    assert not Candidate.objects.exists()
    upload(clerk, "file", "in.xlsx", sheet_of(*NAMES), EXCEL)
    clerk.press("Continue")
    for number, name in enumerate(NAMES, start=2):
        shown = clerk.page.locator(".govuk-summary-list__row", has_text=f"Row {number}")
        expect(shown).to_contain_text(name)
    clerk.page.locator("button[name=confirmed]").click()
    clerk.see()
    expect(clerk.page.get_by_role("alert")).to_contain_text("The applications are entered.")


def declare_from_the_roster(member: Visitor, name: str) -> None:
    """A member reads the roster and declares an interest in somebody on it."""
    member.open(member.case("roster/"), "member")
    expect(member.page.locator(".headship-roster li")).to_have_count(len(NAMES))
    member.follow("Declare an interest")
    member.answer(kind="Friendship", named=name, detail="We trained together.")
    member.answer(effect="Leaves for that candidate")
    member.send()


def map_the_interest(clerk: Visitor, name: str) -> None:
    """The clerk finds the application of the name that was declared."""
    clerk.open(clerk.case("people/"), "clerk")
    clerk.page.get_by_role("link", name="Say which candidate it is").click()
    clerk.see()
    chosen = clerk.page.locator("[name=candidate]:checked")
    expect(chosen).to_have_value(code_of(name))
    clerk.send()
    assert Interest.objects.get().candidate == Candidate.objects.get(name=name)


def add_paper(clerk: Visitor, code: str, data: bytes) -> None:
    """The clerk keeps the letter of an application."""
    clerk.begins("add_paper", code)
    clerk.answer(kind="Letter of application")
    upload(clerk, "file", "letter.pdf", data, "application/pdf")
    clerk.send()


def open_papers(clerk: Visitor) -> None:
    """The clerk opens one letter in a blackened copy, the other as it came."""
    add_paper(clerk, code_of(NAMES[0]), pdf(f"A letter of application\nfrom {NAMES[0]}"))
    clerk.page.get_by_role("link", name="Open it to the panel").click()
    clerk.see()
    clerk.answer(something_to_hide=True)
    clerk.press("Open it to the panel")
    assert clerk.problems() == ["Choose the blackened copy"]
    upload(clerk, "copy", "black.pdf", BLACKENED, "application/pdf")
    clerk.send()
    add_paper(clerk, code_of(NAMES[2]), pdf("A letter of application\nthat names nobody"))
    clerk.page.get_by_role("link", name="Open it to the panel").click()
    clerk.answer(something_to_hide=False)
    clerk.send()


def read_the_letter(member: Visitor, link: str) -> bytes:
    """A member takes a paper away; the page they are on stays."""
    before = member.page.url
    with member.page.expect_download() as download:
        member.page.get_by_role("link", name=link).click()
    assert member.page.url == before
    assert download.value.suggested_filename.startswith(code_of(NAMES[0]))
    return download.value.path().read_bytes()


def score_all(member: Visitor, given: Mapping[str, Mapping[str, str]]) -> None:
    """A member scores everybody of theirs: each form leads on to the next."""
    member.open(member.case("scores/"), str(member.user))
    member.press(f"Score {min(given)}")
    for code in sorted(given):
        expect(member.page.locator(".govuk-summary-list").first).to_contain_text(code)
        member.answer(**given[code])
        member.send()
        expect(member.page.get_by_role("alert")).to_contain_text(f"The scores of {code} are kept.")
    expect(member.page.get_by_role("heading", level=1)).to_have_text("Scores")


def hand_in(member: Visitor) -> None:
    """A member hands in, once everybody is scored."""
    member.press("Hand in your scores")
    member.send()


def key_in(clerk: Visitor, member: Visitor, given: Mapping[str, Mapping[str, str]]) -> None:
    """The clerk keys in what a member gave on paper: whose they are is asked once."""
    clerk.open(clerk.case("scores/"), "clerk")
    clerk.follow("Key in what a member gave on paper")
    first, *others = sorted(given)
    candidate = Candidate.objects.get(code=first)
    clerk.answer(candidate=f"{first}, {candidate.name}", member=member.user.full_name)
    for code in (first, *others):
        clerk.answer(**given[code])
        clerk.send()
    clerk.open(clerk.case("scores/"))
    clerk.follow("Hand in for a member who scored on paper")
    clerk.answer(member=member.user.full_name)
    clerk.press("Continue")
    expect(clerk.page.get_by_role("main")).to_contain_text("Criterion 2: 5 (Page 2)")
    clerk.page.locator("button[name=confirmed]").click()
    clerk.see()


def call_the_panel(case: Headship) -> None:
    """The panel meets today."""
    meetings.call_meeting(
        case.vacancy, body=Meeting.Body.PANEL, purpose="To shortlist", held_on=clock.today(),
        at=time(18), place="The library", agenda=["To shortlist"], notice_to_authority=True,
        by=case.clerk, on=case.day,
    )  # fmt: skip
