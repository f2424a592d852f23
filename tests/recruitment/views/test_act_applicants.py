"""Applications from a spreadsheet: every fault named at once, nothing kept; then all 500."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from accounts.models import User
from casework.action import Actor
from recruitment.actions import scoring, specification
from recruitment.models import Candidate, Criterion, ScoreSheet
from tests.made_files import docx, saved, with_parts
from tests.recruitment.headship import Headship, headship
from tests.recruitment.views.browser import Visit, sign_in, visit
from tests.recruitment.views.rows import TODAY
from tests.recruitment.views.words import words

pytestmark = pytest.mark.django_db

MANY, FEW = 500, 5
HEADINGS = ("Name", "Date received", "Present post", "Works at this school", "Employment history")
HISTORY = "09/2009 to 08/2015: Teacher, Osk Bridge School\n09/2015 to now: Head, Larrow School"
SYLLABLES = ("vrel", "osk", "quan", "drit", "thar", "vick", "plim", "bron", "zel")

Row = list[Any]


def name(number: int) -> str:
    """Return a name of its own for each number: a given name, and a surname of three syllables."""
    first, second, third = (SYLLABLES[number // 9**place % 9] for place in (0, 1, 2))
    return f"Ada {first}{second}{third}".title()


def rows(case: Headship, count: int) -> list[Row]:
    return [
        [name(n), case.day + timedelta(days=n % 14), f"Deputy, School {n}", "no", HISTORY]
        for n in range(count)
    ]


def book(rows: Sequence[Row], change: Callable[[Worksheet], None] = lambda sheet: None) -> bytes:
    made = Workbook()
    sheet = made.worksheets[0]
    for row in (list(HEADINGS), *rows):
        sheet.append(row)
    change(sheet)
    return saved(made)


def upload(case: Headship, data: bytes, called: str = "applications.xlsx") -> Visit:
    """The clerk sends the spreadsheet; the page is what comes of it."""
    page = visit(case.people["clerk"], "act", case.vacancy.reference, "add_candidates")
    page.send({"file": SimpleUploadedFile(called, data), "on": TODAY})
    return page


@pytest.fixture
def case() -> Headship:
    """A post is advertised, and one application is entered already."""
    return headship("advertised").apply("Nell Gorvenal")


# Thirty rows with a fault each: the columns that are changed in it, and what is said of it

NAME, RECEIVED, POST, INTERNAL, HISTORY_COLUMN = range(5)
LONG = "V" + "o" * 200

FAULTS: list[tuple[Mapping[int, Any], str]] = [
    ({NAME: ""}, "“Name”: this is empty"),
    ({NAME: "=A3"}, "“Name”: this is a formula"),
    ({NAME: LONG}, "“Name”: this is 201 characters long"),
    ({NAME: 12345}, "“12345” is not a name"),
    ({NAME: "#REF!"}, "“Name”: this is an error of the spreadsheet program (#REF!)"),
    ({NAME: "Ada Vre\u202ellosk"}, "“Name”: this holds a character that cannot be seen (U+202E)"),
    ({NAME: "Nell Gorvenal"}, "somebody of that name is entered as C1"),
    ({NAME: "nell  GORVENAL"}, "somebody of that name is entered as C1"),
    ({NAME: name(0)}, "the name is that of row 2"),
    ({NAME: name(1).upper()}, "the name is that of row 3"),
    ({RECEIVED: None}, "“Date received”: this is empty"),
    ({RECEIVED: "=TODAY()"}, "“Date received”: this is a formula"),
    ({RECEIVED: "#N/A"}, "“Date received”: this is an error"),
    ({RECEIVED: "soon"}, "“soon” is not a date"),
    ({RECEIVED: "31/2/2026"}, "“31/2/2026” is not a date"),
    ({RECEIVED: 46000}, "“46000” is not a date"),
    ({RECEIVED: TODAY + timedelta(days=1)}, "2 February 2027 is not between"),
    ({RECEIVED: date(2026, 8, 31)}, "31 August 2026 is not between"),
    ({RECEIVED: "3/9/1926"}, "“3/9/1926” is not a date"),
    ({POST: LONG}, "“Present post”: this is 201 characters long"),
    ({INTERNAL: "maybe"}, "“maybe” is neither yes nor no"),
    ({INTERNAL: "certainly"}, "“Works at this school”: this is 9 characters long"),
    ({HISTORY_COLUMN: "A teacher"}, "“A teacher” is not a post with its months"),
    ({HISTORY_COLUMN: "09/2019 to 08/2015: Head"}, "“09/2019 to 08/2015: Head” ends before"),
    ({HISTORY_COLUMN: "13/2015 to 08/2019: Head"}, "“13/2015” is not a month"),
    ({HISTORY_COLUMN: f"09/2015 to now: {'o' * 301}"}, "A post is 301 characters long"),
    ({HISTORY_COLUMN: "09/2027 to now: Head"}, "“Head” begins on 1 September 2027, after"),
    ({5: "A note"}, "there is something in column F, which has no heading"),
    ({}, "this row is hidden"),
    ({}, "are merged"),
]  # fmt: skip
HIDDEN, MERGED = len(FAULTS) - 2, len(FAULTS) - 1


def planted(fault: int) -> int:
    """Return at which place of the rows a fault is: spread over all of them, after the first."""
    return 10 + fault * 16


def with_faults(case: Headship) -> bytes:
    made = rows(case, MANY)
    for fault, (changes, _) in enumerate(FAULTS):
        row = made[planted(fault)]
        row.append(None)
        for column, value in changes.items():
            row[column] = value
    return book(made, _hide_and_merge)


def _hide_and_merge(sheet: Worksheet) -> None:
    sheet.row_dimensions[planted(HIDDEN) + 2].hidden = True
    merged = planted(MERGED) + 2
    sheet.merge_cells(f"C{merged}:D{merged}")


def test_thirty_faulty_rows_of_five_hundred_are_each_named_at_once_and_nothing_is_kept(
    case: Headship,
) -> None:
    assert len(FAULTS) == 30
    page = upload(case, with_faults(case))
    assert page.page.status_code == 422
    said = words(page.page)
    for fault, (_, sentence) in enumerate(FAULTS):
        row = planted(fault) + 2
        assert any(sentence in part for part in _of_row(said, row)), (row, sentence)
    assert [c.name for c in Candidate.objects.all()] == ["Nell Gorvenal"]


def _of_row(said: str, row: int) -> list[str]:
    """Return each thing that the page says of a row."""
    after = re.split(rf"Row {row}\b", said)[1:]
    return [part.partition("Row ")[0] for part in after]


def test_nothing_is_said_of_the_rows_without_fault(case: Headship) -> None:
    said = words(upload(case, with_faults(case)).page)
    faulty = {planted(fault) + 2 for fault in range(len(FAULTS))}
    assert not [row for row in range(2, MANY + 2) if row not in faulty and f"Row {row}:" in said]


def test_the_mended_sheet_is_shown_row_by_row_and_then_entered(case: Headship) -> None:
    page = upload(case, book(rows(case, MANY)))
    said = words(page.page)
    assert page.page.status_code == 200
    assert all(
        f"Row {n + 2} {name(n)}; Deputy, School {n}; received on" in said for n in range(MANY)
    )
    assert Candidate.objects.count() == 1

    assert page.confirm().status_code == 302
    entered = Candidate.objects.order_by("pk")[1:]
    assert [c.name for c in entered] == [name(n) for n in range(MANY)]
    assert [c.code for c in entered] == [f"C{n + 2}" for n in range(MANY)]
    assert sum(len(c.history) for c in Candidate.objects.all()) == 2 * MANY
    assert case.fresh().events.filter(action="add_candidates").count() == 1


def test_a_second_click_on_the_preview_enters_nobody_twice(case: Headship) -> None:
    page = upload(case, book(rows(case, FEW)))
    data = page.filled({})
    for _ in range(2):
        page.client.post(page.address, {**data, "confirmed": "yes"})
    assert Candidate.objects.count() == 1 + FEW


def test_more_text_than_the_preview_can_carry_is_refused_with_the_way_out(case: Headship) -> None:
    made = rows(case, MANY)
    for row in made:
        row[HISTORY_COLUMN] = "; ".join([f"09/2009 to 08/2015: {'o' * 280}"] * 15)
    page = upload(case, book(made))
    assert page.page.status_code == 422
    assert "too much text to be entered at once. Split the file in several" in words(page.page)
    assert Candidate.objects.count() == 1


def test_all_that_is_wrong_with_one_row_is_said_at_once(case: Headship) -> None:
    made = rows(case, FEW)
    made[2] = [name(2), date(2026, 8, 31), "Head", "maybe", "A teacher; 09/2015 to now"]
    said = words(upload(case, book(made)).page)
    for sentence in (
        "“maybe” is neither yes nor no",
        "“A teacher” is not a post with its months",
        "“09/2015 to now” is not a post with its months",
        "31 August 2026 is not between",
    ):
        assert any(sentence in part for part in _of_row(said, 4)), sentence
    assert Candidate.objects.count() == 1


def test_the_blank_spreadsheet_is_filled_in_and_entered(case: Headship) -> None:
    page = visit(case.people["clerk"], "act", case.vacancy.reference, "add_candidates")
    [address] = re.findall(r'href="([^"]+)">Download a blank spreadsheet', page.text)
    sent = page.client.get(address)
    assert sent["Content-Disposition"] == 'attachment; filename="applications.xlsx"'
    made = load_workbook(BytesIO(sent.content))
    assert "headings, and no rows under them" in words(upload(case, sent.content).page)
    for row in rows(case, FEW):
        made.worksheets[0].append(row)
    page = upload(case, saved(made))
    assert page.confirm().status_code == 302
    assert Candidate.objects.count() == 1 + FEW


# Files of which nothing is read


def macros(case: Headship) -> bytes:
    return with_parts(book(rows(case, FEW)), {"xl/vbaProject.bin": b"macro"})


def wrong_headings(case: Headship) -> bytes:
    made = Workbook()
    for row in (("Surname", "Came", "Name"), ("Vrellosk", "3/9/2026", "Ada")):
        made.worksheets[0].append(row)
    return saved(made)


UNREAD = [
    pytest.param(wrong_headings, "a.xlsx", "lacks “Date received”, has “Surname”, which is not",
                 id="wrong_headings"),
    pytest.param(lambda case: book(rows(case, 10_000)), "a.xlsx", "has more than 500 rows",
                 id="ten_thousand_rows"),
    pytest.param(lambda case: book(rows(case, 501)), "a.xlsx", "has more than 500 rows",
                 id="one_too_many"),
    pytest.param(lambda case: docx("A letter"), "a.xlsx", "is, by its content, no Excel workbook",
                 id="word_document_renamed"),
    pytest.param(macros, "a.xlsx", "holds macros. Save it without them", id="macros"),
    pytest.param(macros, "a.xlsm", "holds macros", id="macros_by_name"),
    pytest.param(lambda case: b"", "a.xlsx", "is empty", id="nothing"),
    pytest.param(lambda case: book([]), "a.xlsx", "no rows under them", id="headings_alone"),
]  # fmt: skip


@pytest.mark.parametrize(("made", "called", "said"), UNREAD)
def test_a_file_of_which_nothing_is_read_says_why(
    case: Headship, made: Callable[[Headship], bytes], called: str, said: str
) -> None:
    page = upload(case, made(case), called)
    assert page.page.status_code == 422
    assert said in words(page.page)
    assert Candidate.objects.count() == 1


# The pages with all of them


PAGES = ("candidates", "roster", "scores", "vacancy")


def scored(school: str, count: int) -> Headship:
    """Names are hidden, `count` are entered through the page, and all members gave full scores."""
    case = headship("panel_appointed", school)
    for text in ("Leads teaching", "Raises attainment"):
        specification.add_criterion(
            case.vacancy, text=text, tested_by=[Criterion.TestedBy.APPLICATION],
            by=case.clerk, on=case.day,
        )  # fmt: skip
    case.settle().advertise()
    scoring.decide_scoring(
        case.vacancy, names_hidden=True, sealed=False, by=case.clerk, on=case.day
    )
    assert upload(case, book(rows(case, count))).confirm().status_code == 302
    for member in case.panel:
        hand_in(case, member)
    return case


def hand_in(case: Headship, member: User) -> None:
    """Give a member's points to everybody, and hand them in through the action."""
    ScoreSheet.objects.bulk_create(
        ScoreSheet(
            vacancy=case.vacancy, round=1, person=member, candidate=candidate, scored_on=TODAY,
            marks={"1": {"points": number % 6, "evidence": "form 4"},
                   "2": {"points": 3, "evidence": "form 5"}},
        )
        for number, candidate in enumerate(case.vacancy.candidates.all())
    )  # fmt: skip
    scoring.hand_in_scores(case.vacancy, by=Actor(member), on=TODAY)


def queries(case: Headship, user: User, page: str) -> int:
    client = sign_in(user)
    address = reverse(page, args=[case.vacancy.reference])
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


@pytest.mark.long
def test_pages_ask_the_database_as_often_for_five_hundred_as_for_five() -> None:
    few, many = scored("Few School", FEW), scored("Many School", MANY)
    assert {c.name for c in many.vacancy.candidates.all()} == {name(n) for n in range(MANY)}
    for page in PAGES:
        queries(few, few.people["clerk"], page)  # what is read once in a process is read now
    asked = {
        (page, user.full_name): (queries(few, user, page), queries(many, user, page))
        for page in PAGES
        for user in (few.people["clerk"], few.panel[2])
    }
    assert {key: pair for key, pair in asked.items() if pair[0] != pair[1]} == {}
