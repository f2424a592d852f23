"""The panel is who it was at the time; a check is made when it may be, and once."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial
from typing import Any

import pytest

from casework import access
from casework.models import Meeting
from recruitment.actions import appointment, meetings, posts, turns
from recruitment.stages import AgainFrom, Stage
from schools.models import Membership
from schools.models.choices import Category, MemberKind
from tests.recruitment.headship import NAMES, Headship, headship, on_day, person, refusal

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
TODAY = date(2027, 2, 1)


@pytest.fixture(autouse=True)
def _late() -> Iterator[None]:
    with on_day(TODAY):
        yield


def warned(case: Headship) -> list[str]:
    """What the last event was warned of."""
    found: list[str] = case.vacancy.events.latest("number").data.get("warned_of", [])
    return found


# The panel


def change_panel(case: Headship, meeting: Meeting, on: date) -> None:
    meetings.change_panel(
        case.vacancy,
        meeting=meeting,
        members=[person(name) for name in NAMES[:4]],
        chair=person(NAMES[0]),
        trained=[person(NAMES[1])],
        votes_for=5,
        votes_against=0,
        abstained=0,
        by=case.clerk,
        on=on,
    )


def test_the_panel_is_not_changed_for_a_time_in_which_it_has_acted() -> None:
    case = headship("interviewed")
    appointment.recommend_nobody(case.vacancy, why="None met them", by=case.clerk, on=case.day)
    first = Meeting.objects.get(case=case.vacancy, number=1)
    assert "date_before_what_it_follows" in refusal(
        case, lambda: change_panel(case, first, first.held_on)
    )


def test_whoever_left_the_governing_body_and_came_back_is_not_on_the_panel_again() -> None:
    case = headship("interviewed")
    member, left = case.panel[2], case.day - 5 * DAY
    member.memberships.update(until=left)
    body = member.memberships.get().governing_body

    def again(since: date) -> None:
        Membership.objects.filter(user=member, since__gt=left).delete()
        Membership.objects.create(
            governing_body=body, user=member, kind=MemberKind.CO_OPTED, since=since
        )

    again(left + DAY)  # a new term of office, without a gap
    assert len(case.position().panel) == 3
    again(left + 3 * DAY)
    assert len(case.position().panel) == 2
    assert case.position().roles_left(member, access.roles_of(member, case.vacancy)) == {"governor"}


def test_the_steps_are_repeated_when_the_panel_can_no_longer_act_and_not_otherwise() -> None:
    case = headship("interviewed")
    meeting = case.meet("To reconstitute the panel")

    def repeat() -> None:
        turns.repeat_steps(
            case.vacancy,
            meeting=meeting,
            again_from=AgainFrom.SHORTLISTING,
            why="A member fell ill",
            by=case.clerk,
            on=case.day,
        )

    assert refusal(case, repeat) == ("panel_can_go_on",)
    case.panel[2].memberships.update(until=case.day - DAY)
    repeat()
    assert case.fresh().stage == Stage.ADVERTISED
    change_panel_without(case, meeting)
    assert len(case.position().panel) == 3


def change_panel_without(case: Headship, meeting: Meeting) -> None:
    """The governing body puts somebody else in the place of the third member."""
    meetings.change_panel(
        case.vacancy,
        meeting=meeting,
        members=[*case.panel[:2], person(NAMES[3])],
        chair=person(NAMES[0]),
        trained=[person(NAMES[1])],
        votes_for=5,
        votes_against=0,
        abstained=0,
        by=case.clerk,
        on=case.day,
    )


# Checks


def record_check(case: Headship, key: str, on: date, *, satisfactory: bool = True) -> None:
    appointment.record_check(
        case.vacancy,
        check=key,
        done_by="Joan Beck",
        evidence="Seen",
        satisfactory=satisfactory,
        by=case.clerk,
        on=on,
    )


def test_a_check_that_failed_is_not_replaced_by_one_of_an_earlier_day() -> None:
    case = headship("accepted")
    record_check(case, "prohibition", case.day, satisfactory=False)
    assert refusal(case, lambda: record_check(case, "prohibition", case.day - DAY)) == (
        "check_already_recorded",
    )


def test_a_check_is_not_made_before_the_law_lets_it_be_made() -> None:
    case = headship("accepted")
    offered, shortlisted = case.day, case.fresh().shortlisted_on
    assert shortlisted
    for key, first in (("fitness", offered), ("self_declaration", shortlisted)):
        assert refusal(case, partial(record_check, case, key, first - DAY)) == ("check_too_early",)
        record_check(case, key, first)


def test_a_check_older_than_the_application_is_warned_of() -> None:
    case = headship("accepted")
    record_check(case, "identity", case.candidate("C1").applied_on - DAY)
    assert warned(case) == ["check_older_than_application"]


@pytest.mark.parametrize("step", ["record", "undo", "assess"])
def test_an_authority_that_does_not_employ_makes_no_checks(step: str) -> None:
    case = headship("accepted", category=Category.VOLUNTARY_AIDED)
    checked: dict[str, Any] = {"check": "identity", "done_by": "Joan Beck", "evidence": "Passport"}
    if step == "undo":
        appointment.record_check(case.vacancy, **checked, by=case.clerk, on=case.day)
    officer: dict[str, Any] = {"by": case.actor("officer"), "on": case.day}
    steps: dict[str, Callable[[], object]] = {
        "record": lambda: appointment.record_check(case.vacancy, **checked, **officer),
        "undo": lambda: appointment.undo_check(
            case.vacancy, check="identity", why="Another passport", **officer
        ),
        "assess": lambda: posts.assess_risk(
            case.vacancy, supervision="Never alone with pupils", supervised_by="The deputy head",
            until=case.day + timedelta(days=30), reasons="It is late", **officer,
        ),
    }  # fmt: skip
    assert refusal(case, steps[step]) == ("not_the_employer",)
