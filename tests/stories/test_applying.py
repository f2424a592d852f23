"""What a story names of applications: candidates by name, papers, spreadsheets, scores."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from casework.attachments import check
from recruitment import actions
from recruitment.actions.scoring import Agreed, Mark
from recruitment.applicants import Applicants
from recruitment.models import ApplicationPaper, Candidate, Criterion
from stories import applying
from stories.arguments import sort_of
from stories.cast import Cast
from stories.dates import Calendar
from stories.headship import HEADSHIP
from stories.kinds import Scene, Unknown
from stories.people import People
from stories.source import BadStory, parse
from tests.made_files import docx, pdf, xlsx
from tests.recruitment.headship import Headship, headship, on_day

pytestmark = pytest.mark.django_db

HEADINGS = ("Name", "Date received", "Present post", "Works at this school", "Employment history")

Read = Callable[[Any, str], Any]


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with on_day(date(2027, 3, 1)):
        yield


@pytest.fixture
def case() -> Headship:
    return headship("advertised").apply("Ada Vrellosk", "Ben Quandrit", "Cat Quandrit")


@pytest.fixture
def read(case: Headship, tmp_path: Path) -> Read:
    """Read what a story gives for an argument so annotated; the story starts on 2 March 2026."""
    scene = Scene(
        HEADSHIP,
        Cast(case.school, People({}), {}),
        Calendar(date(2026, 3, 2)),
        tmp_path,
        case.fresh(),
    )
    return lambda annotation, text: sort_of(annotation, HEADSHIP).read(parse(text, "s"), scene)


@pytest.mark.parametrize("word", ["C1", "Ada Vrellosk", "Vrellosk"])
def test_a_candidate_is_a_code_a_name_or_a_surname(read: Read, word: str) -> None:
    assert read(Candidate, word).code == "C1"


@pytest.mark.parametrize("word", ["Quandrit", "C9", "Ada", "vrellosk"])
def test_a_word_that_is_not_one_candidate_is_named_with_those_there_are(
    read: Read, word: str
) -> None:
    said = rf"s:1: There is no one candidate {word}\. The candidates are: C1 \(Ada Vrellosk\), C2"
    with pytest.raises(BadStory, match=said):
        read(Candidate, word)


def test_a_code_stands_in_a_text_for_the_name_between_braces(read: Read) -> None:
    assert read(str, '"{code of Vrellosk}-2, {start+1}"') == "C1-2, 3 March 2026"
    with pytest.raises(BadStory, match="There is no one candidate Nobody"):
        read(str, '"{code of Nobody}"')


def test_a_reason_goes_under_the_name_or_the_code(read: Read) -> None:
    reasons = "{Vrellosk: Strong, Ben Quandrit: Weak, C3: Late, 5: As it is}"
    assert list(read(Mapping[str, str], reasons)) == ["C1", "C2", "C3", "5"]


def test_scores_are_read_by_criterion_with_their_evidence(read: Read) -> None:
    assert read(Sequence[Mark], "{1: 4 Led two schools, 2: abstains, 5: 0}") == [
        Mark(1, 4, "Led two schools"), Mark(2, None, ""), Mark(5, 0, ""),
    ]  # fmt: skip
    agreed = read(Sequence[Agreed], '{2: "3 More than {code of Vrellosk}"}')
    assert agreed == [Agreed(2, 3, "More than C1")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{1: four}", "“four” is no score."),
        ("{one: 4}", "“one” is not the number of a criterion."),
        ("[4, 3]", "A mapping is wanted here"),
    ],
)
def test_what_is_no_score_is_named_with_its_line(read: Read, text: str, said: str) -> None:
    with pytest.raises(BadStory, match=f"s:1: {said}"):
        read(Sequence[Mark], text)


def test_a_paper_goes_by_the_candidate_and_its_number(case: Headship, read: Read) -> None:
    actions.applications.add_paper(
        case.vacancy, candidate=case.candidate("C1"), kind=ApplicationPaper.Kind.CV,
        file=check("cv.pdf", pdf("A life")), by=case.clerk, on=case.day,
    )  # fmt: skip
    assert read(ApplicationPaper, "C1-1") == read(ApplicationPaper, "Ada Vrellosk-1")
    for text, said in (
        ("C1-2", "C1 has no paper 2"),
        ("C1", "“C1” is no paper"),
        ("C9-1", "no one"),
    ):
        with pytest.raises(BadStory, match=said):
            read(ApplicationPaper, text)


def sheet(folder: Path, *rows: Sequence[Any], name: str = "a.xlsx") -> None:
    (folder / name).write_bytes(xlsx([HEADINGS, *rows]))


def test_days_of_receipt_move_with_the_start_of_the_story(read: Read, tmp_path: Path) -> None:
    history = "09/2015 to 08/2019: Teacher"
    sheet(tmp_path, ("Dan Tharvick", date(2026, 9, 10), "Head", "no", history))
    [moved] = read(Applicants, "{sheet: a.xlsx, start: 2026-09-07}")
    [as_it_is] = read(Applicants, "a.xlsx")
    assert (moved.applied_on, as_it_is.applied_on) == (date(2026, 3, 5), date(2026, 9, 10))
    assert moved.history == as_it_is.history
    assert moved.history[0].until == date(2019, 8, 31)


def test_a_faulty_sheet_fails_the_story_with_the_line_and_every_fault(
    read: Read, tmp_path: Path
) -> None:
    sheet(tmp_path, ("", date(2026, 9, 10)), ("Dan Tharvick", "soon"))
    (tmp_path / "b.xlsx").write_bytes(docx("A letter"))
    for text, said in (
        ("a.xlsx", r"s:1: a\.xlsx: Row 2, “Name”: this is empty.* Row 3: “soon” is not a date"),
        ("b.xlsx", "s:1: “b.xlsx” is, by its content, no Excel workbook"),
        ("c.xlsx", "s:1: c.xlsx cannot be read: No such file"),
        ("{sheet: a.xlsx}", "“start” is missing"),
    ):
        with pytest.raises(BadStory, match=said):
            read(Applicants, text)


def test_the_start_of_a_sheet_is_a_date(read: Read, tmp_path: Path) -> None:
    sheet(tmp_path, ("Dan Tharvick", date(2026, 9, 10)))
    with pytest.raises(BadStory, match="s:1: “soon” is not a date"):
        read(Applicants, "{sheet: a.xlsx, start: soon}")


def scored() -> Headship:
    """A case in which two of three have handed in their scores of one applicant."""
    case = headship("panel_appointed")
    actions.specification.add_criterion(
        case.vacancy, text="Leads teaching", tested_by=[Criterion.TestedBy.APPLICATION],
        weight=2, by=case.clerk, on=case.day,
    )  # fmt: skip
    case.settle().advertise()
    actions.scoring.decide_scoring(
        case.vacancy, names_hidden=True, sealed=False, by=case.clerk, on=case.day
    )
    case.apply("Ada Vrellosk")
    for member in case.panel[:2]:
        hand_in(case, member)
    return case


def hand_in(case: Headship, member: Any) -> None:
    actions.scoring.score_candidate(
        case.vacancy, candidate=case.candidate("C1"), marks=[Mark(1, 4, "Form")],
        member=member, by=case.clerk, on=case.day,
    )  # fmt: skip
    actions.scoring.hand_in_scores(case.vacancy, member=member, by=case.clerk, on=case.day)


def look(case: Headship, name: str, word: str = "") -> Any:
    found = next(each for each in applying.CHECKS if each.name.partition(".")[0] == name)
    return found.look(case.position(), word)


def test_rank_and_total_are_none_until_all_have_handed_in() -> None:
    case = scored()
    assert look(case, "waiting_for") == [case.panel[2].full_name]
    assert (look(case, "rank", "C1"), look(case, "total", "Vrellosk")) == (None, None)
    hand_in(case, case.panel[2])
    assert look(case, "waiting_for") == []
    assert (look(case, "rank", "C1"), look(case, "total", "Vrellosk")) == (1, "8")


def test_other_checks_of_applications_name_a_candidate_in_the_same_ways() -> None:
    case = scored()
    assert (look(case, "candidates"), look(case, "names_hidden")) == (1, "yes")
    assert look(case, "candidate", "Vrellosk") == "applied"
    assert look(case, "gaps", "Ada Vrellosk") == 0
    with pytest.raises(Unknown, match="There is no one candidate C2"):
        look(case, "told", "C2")
