"""What the Regulations leave to the governing body is decided in one of its meetings."""

from collections.abc import Callable, Iterator
from datetime import date, time, timedelta

import pytest

from casework.action import Actor, Refused
from casework.models import Meeting, MeetingItem
from recruitment.actions import meetings, opening, turns
from recruitment.stages import AgainFrom, Stage
from tests.recruitment.headship import NAMES, Headship, headship, on_day, person
from tests.recruitment.views.rows import recommend_nobody

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
Decide = Callable[[Headship, Meeting | None, Actor], object]


@pytest.fixture(autouse=True)
def _late() -> Iterator[None]:
    with on_day(date(2027, 2, 1)):
        yield


def repeat(case: Headship, meeting: Meeting | None, by: Actor) -> None:
    turns.repeat_steps(
        case.vacancy,
        meeting=meeting,
        again_from=AgainFrom.SHORTLISTING,
        why="Try again",
        by=by,
        on=case.day,
    )


def not_advertise(case: Headship, meeting: Meeting | None, by: Actor) -> None:
    opening.decide_not_to_advertise(
        case.vacancy, meeting=meeting, reason="Two schools become one", by=by, on=case.day
    )


def nobody_recommended() -> Headship:
    case = headship("interviewed")
    recommend_nobody(case)
    return case


def about_to_advertise() -> Headship:
    return headship("panel_appointed").settle()


BOTH = pytest.mark.parametrize(
    ("begin", "decide", "leads_to"),
    [
        (nobody_recommended, repeat, Stage.ADVERTISED),
        (about_to_advertise, not_advertise, Stage.ADVERTISED),
    ],
    ids=["to repeat the steps", "not to advertise"],
)


def refusal(case: Headship, do: Callable[[], object]) -> Refused:
    before = case.fresh().event_count
    with pytest.raises(Refused) as refused:
        do()
    assert case.fresh().event_count == before
    return refused.value


@BOTH
def test_it_is_decided_in_a_meeting_whose_minute_says_so(
    begin: Callable[[], Headship], decide: Decide, leads_to: Stage
) -> None:
    case = begin()
    meeting = case.meet("To decide what follows")
    decide(case, meeting, case.clerk)
    assert case.fresh().stage == leads_to
    assert MeetingItem.objects.filter(meeting=meeting).count() == 1


@BOTH
def test_without_a_meeting_somebody_answers_for_it_by_name(
    begin: Callable[[], Headship], decide: Decide, leads_to: Stage
) -> None:
    case = begin()
    refused = refusal(case, lambda: decide(case, None, case.clerk))
    assert refused.keys == ("no_meeting_named",)
    assert refused.obstacles[0].overridable
    delegated = Actor(case.clerk.user, override="Delegated to the chair on 3 September")
    decide(case, None, delegated)
    assert case.fresh().stage == leads_to
    event = case.vacancy.events.latest("number")
    assert event.data["set_aside"] == {
        "rules": ["no_meeting_named"],
        "obstacles": ["No meeting of the governing body is named in which this was decided."],
        "reason": "Delegated to the chair on 3 September",
    }


@BOTH
def test_neither_a_panel_nor_a_meeting_on_another_day_decides_it(
    begin: Callable[[], Headship], decide: Decide, leads_to: Stage
) -> None:
    case = begin()
    meeting = case.meet("To decide what follows")
    case.after(1)
    assert refusal(case, lambda: decide(case, meeting, case.clerk)).keys == (
        "not_the_day_of_the_meeting",
    )
    Meeting.objects.filter(pk=meeting.pk).update(body=Meeting.Body.PANEL, held_on=case.day)
    assert "meeting_not_held" in refusal(case, lambda: decide(case, meeting, case.clerk)).keys


@BOTH
def test_an_inquorate_meeting_does_not_decide_it(
    begin: Callable[[], Headship], decide: Decide, leads_to: Stage
) -> None:
    case = begin()
    meetings.call_meeting(
        case.vacancy,
        body=Meeting.Body.GOVERNING_BODY,
        purpose="To decide",
        held_on=case.day + 10 * DAY,
        at=time(18),
        place="The hall",
        agenda=["What follows"],
        by=case.clerk,
        on=case.day,
    )
    case.after(10)
    meeting = Meeting.objects.filter(case=case.vacancy).latest("number")
    meetings.hold_meeting(
        case.vacancy,
        meeting=meeting,
        present=[person(name) for name in NAMES[:2]],
        chaired_by=person(NAMES[0]),
        by=case.clerk,
        on=case.day,
    )
    assert refusal(case, lambda: decide(case, meeting, case.clerk)).keys == ("inquorate",)
