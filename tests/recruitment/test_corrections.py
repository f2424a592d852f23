"""A slip is corrected by an action that appends; what cannot be right is refused by name."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from casework.action import Refused
from recruitment.actions import papers
from recruitment.actions.selection import tell_candidate
from recruitment.models import Vacancy
from tests.recruitment.headship import Headship, headship, on_day

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def _late() -> Iterator[None]:
    with on_day(date(2027, 2, 1)):
        yield


def correct(case: Headship, what: str, to: date | str, which: str = "") -> None:
    text = to if isinstance(to, str) else to.isoformat()
    papers.correct(
        case.vacancy, what=what, to=text, which=which, why="A slip", by=case.clerk, on=case.day
    )


def refusal(case: Headship, what: str, to: date | str, which: str = "") -> tuple[str, ...]:
    before = case.fresh().event_count
    with pytest.raises(Refused) as refused:
        correct(case, what, to, which)
    assert case.fresh().event_count == before
    return refused.value.keys


def told(case: Headship) -> None:
    tell_candidate(
        case.vacancy, candidate=case.candidate("C1"), how="by letter", by=case.clerk, on=case.day
    )


def test_the_right_value_stands_and_the_wrong_one_is_on_the_record() -> None:
    case = headship("names_sent")
    wrong = case.fresh().outgoing_last_day
    correct(case, "outgoing_last_day", wrong + 7 * DAY)
    assert case.fresh().outgoing_last_day == wrong + 7 * DAY
    event = case.vacancy.events.latest("number")
    assert event.data["was"] == wrong.isoformat()


def test_a_name_is_corrected_for_the_candidate_named() -> None:
    case = headship("names_sent")
    correct(case, "candidate_name", " Ada Brooke ", "C1")
    assert case.candidate("C1").name == "Ada Brooke"


def test_the_day_on_which_a_candidate_was_told_is_not_before_the_decision() -> None:
    case = headship("shortlisted")
    told(case)
    decided = case.candidate("C1").decided_on
    assert decided
    assert refusal(case, "candidate_told_on", decided - DAY, "C1") == (
        "date_before_what_it_follows",
    )
    case.after(3)
    correct(case, "candidate_told_on", case.day, "C1")
    assert case.candidate("C1").told_on == case.day


@pytest.mark.parametrize(
    ("what", "to", "key"),
    [
        ("the_weather", "2026-10-12", "not_correctable"),
        ("candidate_name", "Ada", "nothing_to_correct"),
        ("outgoing_last_day", "Friday", "not_a_date"),
        ("outgoing_last_day", "  ", "value_missing"),
        ("authority_told_on", "2027-01-31", "date_in_the_future"),
        ("authority_told_on", "2020-01-31", "date_before_what_it_follows"),
        ("received_on", "2020-01-31", "date_before_what_it_follows"),
        ("closing_on", "2020-01-31", "date_before_what_it_follows"),
    ],
)
def test_what_cannot_be_corrected_so_is_refused(what: str, to: str, key: str) -> None:
    assert refusal(headship("names_sent"), what, to) == (key,)


def test_the_same_value_is_no_correction() -> None:
    case = headship("names_sent")
    assert refusal(case, "outgoing_last_day", case.fresh().outgoing_last_day) == ("same_value",)


def test_nothing_is_corrected_that_was_never_recorded() -> None:
    assert refusal(headship("recorded"), "received_on", "2026-09-01") == ("nothing_to_correct",)


def shared() -> Headship:
    """A vacancy for 60% of a headship, beside a co-head who was said to keep 30%."""
    case = headship()
    Vacancy.objects.filter(pk=case.vacancy.pk).update(
        post=Vacancy.Post.CO_HEAD, share=60, kept_share=30
    )
    return case


@pytest.mark.parametrize("right", ["40", "0"])
def test_what_a_co_head_keeps_is_corrected(right: str) -> None:
    case = shared()
    correct(case, "kept_share", right)
    assert case.fresh().kept_share == int(right)
    assert case.vacancy.events.latest("number").data["was"] == 30


@pytest.mark.parametrize(
    ("wrong", "key"),
    [("41", "share_over_whole"), ("a third", "not_a_share"), ("30", "same_value")],
)
def test_what_a_co_head_keeps_is_a_share_that_fits(wrong: str, key: str) -> None:
    assert refusal(shared(), "kept_share", wrong) == (key,)


def test_nobody_keeps_a_share_of_a_whole_headship() -> None:
    assert refusal(headship(), "kept_share", "30") == ("nothing_to_correct",)
