"""What a stranger got round by reading the code, and can get round no more."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from casework.action import Actor, Refused
from casework.models import Meeting
from recruitment.actions import advice, appointment, interests, meetings, papers, selection
from recruitment.models import Interest
from tests.recruitment.headship import NAMES, Headship, headship, on_day, person

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def _late() -> Iterator[None]:
    with on_day(date(2027, 2, 1)):
        yield


def represent(case: Headship, day: date) -> None:
    advice.make_representations(
        case.vacancy,
        candidate=case.candidate("C1"),
        made_by="Joan Beck",
        received_on=day,
        text="Criterion 1 was not shown",
        by=case.clerk,
    )


def interested(case: Headship, name: str, effect: Interest.Effect) -> None:
    interests.declare_interest(
        case.vacancy,
        person=person(name),
        kind=Interest.Kind.FAMILY,
        detail="A cousin",
        effect=effect,
        candidate=case.candidate("C1"),
        by=case.clerk,
        on=case.day,
    )


def test_a_representation_considered_later_was_not_considered_before_the_recommendation() -> None:
    case = headship("names_sent")
    represent(case, case.day)
    case.after(8).interview()
    advice.consider_representations(
        case.vacancy,
        candidate=case.candidate("C1"),
        minute="Considered",
        by=case.clerk,
        on=case.day + 3 * DAY,
    )
    with pytest.raises(Refused) as refused:
        case.recommend("C2")
    assert refused.value.keys == ("representations_not_considered",)


def test_checks_made_later_do_not_confirm_an_appointment_before_them() -> None:
    case = headship("accepted")
    confirmed_on = case.day
    case.after(5).check()
    with pytest.raises(Refused) as refused:
        appointment.confirm(case.vacancy, by=case.clerk, on=confirmed_on)
    assert refused.value.keys == ("checks_incomplete", "certificate_not_in")


def test_a_receipt_corrected_to_an_earlier_day_leaves_a_late_paper_to_be_considered() -> None:
    case = headship("shortlisted").send_names().after(3).receive()
    represent(case.after(6), case.day)
    papers.correct(
        case.vacancy,
        what="received_on",
        to=(case.day - 8 * DAY).isoformat(),
        why="Mistyped",
        by=Actor(case.clerk.user, override="The authority confirmed the day in writing"),
        on=case.day,
    )
    assert not case.position().unconsidered
    assert [a.text for a in case.position().unconsidered_advice] == ["Criterion 1 was not shown"]


def test_a_panel_whose_members_are_no_longer_governors_recommends_nobody() -> None:
    case = headship("interviewed")
    for member in case.panel:
        member.memberships.update(until=case.day - DAY)
    with pytest.raises(Refused) as refused:
        case.recommend()
    assert "panel_too_small" in refused.value.keys


def test_a_panel_of_three_with_an_interest_in_the_candidate_does_not_recommend_them() -> None:
    case = headship("interviewed")
    interested(case, NAMES[2], Interest.Effect.LEAVE_ITEM)
    with pytest.raises(Refused) as refused:
        case.recommend("C1")
    assert refused.value.keys == ("panel_too_small_for_candidate",)


def test_whoever_withdrew_has_no_vote_even_if_the_interest_has_ended_since() -> None:
    case = headship("recommended")
    interested(case, NAMES[3], Interest.Effect.WITHDRAW)
    meeting = case.meet("To decide")
    interests.end_interest(
        case.vacancy,
        interest=Interest.objects.get(),
        why="Over",
        by=case.clerk,
        on=case.day + DAY,
    )
    with pytest.raises(Refused) as refused:
        decide(case, meeting)
    assert "conflicted_did_not_withdraw" in refused.value.keys


def decide(case: Headship, meeting: Meeting) -> None:
    appointment.approve(
        case.vacancy,
        meeting=meeting,
        votes_for=5,
        votes_against=0,
        abstained=0,
        by=case.clerk,
        on=case.day,
    )


def test_the_panel_cannot_be_exchanged_after_the_interviews() -> None:
    case = headship("interviewed")
    meeting = case.meet("To change the panel")
    with pytest.raises(Refused) as refused:
        meetings.change_panel(
            case.vacancy,
            meeting=meeting,
            members=[person(name) for name in NAMES[2:5]],
            chair=person(NAMES[2]),
            trained=[person(NAMES[2])],
            votes_for=5,
            votes_against=0,
            abstained=0,
            by=case.clerk,
            on=case.day,
        )
    assert refused.value.keys == ("not_at_this_stage",)


def test_a_receipt_is_not_contested_to_a_day_that_has_not_come() -> None:
    case = headship("names_sent")
    with pytest.raises(Refused) as refused:
        selection.contest_receipt(
            case.vacancy,
            received_on=date(2027, 6, 1),
            why="Not yet here",
            by=case.actor("officer"),
            on=case.day,
        )
    assert refused.value.keys == ("date_in_the_future",)
