"""A member leaves the panel: the others go on if they can; otherwise it stops and begins anew."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial

import pytest

from accounts.models import User
from casework import access
from casework.action import Actor
from recruitment import impossible
from recruitment.actions import meetings, selection, turns
from recruitment.models import Candidate
from recruitment.stages import AgainFrom, Stage
from tests.recruitment.headship import NAMES, Headship, headship, on_day, person, refusal
from tests.recruitment.test_panel_and_checks import warned

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def _late() -> Iterator[None]:
    with on_day(date(2027, 2, 1)):
        yield


def four_on_the_panel() -> Headship:
    case = headship("advertised")
    seat(case, [person(name) for name in NAMES[:4]])
    return case


def seat(case: Headship, members: list[User]) -> None:
    """The governing body makes these its panel, the second of them trained."""
    meetings.change_panel(
        case.vacancy,
        meeting=case.meet("To change the panel"),
        members=members,
        chair=members[0],
        trained=[members[1]],
        votes_for=5,
        votes_against=0,
        abstained=0,
        by=case.clerk,
        on=case.day,
    )


def leave(case: Headship, name: str, by: Actor | None = None, chair: User | None = None) -> None:
    meetings.leave_panel(
        case.vacancy,
        person=person(name),
        why="Unwell",
        chair=chair,
        by=by or case.clerk,
        on=case.day,
    )


def interview_without(case: Headship, *absent: str) -> None:
    selection.record_interviews(
        case.vacancy,
        candidates=list(Candidate.objects.filter(vacancy=case.vacancy)),
        present=[person(name) for name in NAMES[:4] if name not in absent],
        by=case.clerk,
        on=case.day,
    )


def test_a_member_falls_ill_and_the_three_who_are_left_go_on() -> None:
    case = four_on_the_panel().apply().after(15).shortlist().send_names().receive().after(8)
    leave(case, NAMES[3])
    assert warned(case) == []
    assert access.roles_of(person(NAMES[3]), case.vacancy) == {"governor"}
    interview_without(case, NAMES[3])
    case.recommend()
    assert case.fresh().stage == Stage.RECOMMENDED
    assert list(impossible.find(case.position())) == []


def test_a_panel_that_lost_its_trained_member_stops_and_is_made_anew() -> None:
    case = four_on_the_panel().apply().after(15).shortlist().send_names().receive().after(8)
    leave(case, NAMES[1])
    assert warned(case) == ["panel_cannot_go_on"]
    keys = refusal(case, lambda: interview_without(case, NAMES[1]))
    assert keys == ("trained_member_absent",)
    turns.repeat_steps(
        case.vacancy,
        again_from=AgainFrom.SHORTLISTING,
        why="The panel broke",
        meeting=case.meet("To reconstitute the panel"),
        by=case.clerk,
        on=case.day,
    )
    seat(case, [person(NAMES[0]), person(NAMES[2]), person(NAMES[3])])
    case.after(1)
    selection.shortlist(
        case.vacancy,
        candidates=[case.candidate("C1")],
        reasons=dict.fromkeys(("C1", "C2", "C3"), "Against every criterion"),
        shortlisters=[s.person for s in case.position().panel],
        by=case.clerk,
        on=case.day,
    )
    assert case.fresh().stage == Stage.SHORTLISTED
    assert list(impossible.find(case.position())) == []


def test_another_member_takes_the_chair_when_the_chair_leaves() -> None:
    case = four_on_the_panel().after(1)
    assert refusal(case, lambda: leave(case, NAMES[0])) == ("panel_without_a_chair",)
    leave(case, NAMES[0], chair=person(NAMES[1]))
    assert case.position().panel_chair == person(NAMES[1])
    assert "panel_chair" in access.roles_of(person(NAMES[1]), case.vacancy)
    assert list(impossible.find(case.position())) == []


def test_the_chair_is_taken_only_by_a_member_who_stays_and_only_when_it_is_left() -> None:
    case = four_on_the_panel().after(1)
    first, stranger = person(NAMES[0]), person(NAMES[4])
    for leaver, chair, key in (
        (NAMES[0], stranger, "panel_chair_not_a_member"),
        (NAMES[0], first, "panel_chair_not_a_member"),
        (NAMES[2], person(NAMES[1]), "panel_has_a_chair"),
    ):
        assert refusal(case, partial(leave, case, leaver, chair=chair)) == (key,)


def test_nobody_but_the_clerk_records_that_another_member_left() -> None:
    case = four_on_the_panel().after(1)
    member = Actor(person(NAMES[1]))
    assert refusal(case, lambda: leave(case, NAMES[2], member)) == ("not_yours_to_leave",)
    leave(case, NAMES[1], member)
    assert person(NAMES[1]) not in [s.person for s in case.position().panel]


def test_only_who_sits_can_leave_and_not_for_a_time_before() -> None:
    case = four_on_the_panel()
    assert refusal(case, lambda: leave(case, NAMES[4])) == ("not_on_the_panel",)
    assert refusal(case, lambda: leave(case, NAMES[2])) == ("date_before_what_it_follows",)
