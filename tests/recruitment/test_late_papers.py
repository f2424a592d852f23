"""The clock of the authority's representations cannot be turned, forwards or back."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial

import pytest

from casework.action import Actor
from casework.models import Meeting
from law.base import Strength
from recruitment.actions import advice, appointment, papers, selection
from recruitment.models import Advice, Candidate, Vacancy
from recruitment.rules import obstacles
from recruitment.stages import Stage
from tests.recruitment.headship import Headship, headship, on_day, refusal
from tests.recruitment.views.rows import represent

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


# Representations and the clock


def test_a_paper_that_a_receipt_makes_late_is_advice_to_be_considered() -> None:
    case = headship("shortlisted").send_names()
    sent = case.day
    represent(case.after(12))
    assert case.position().unconsidered
    selection.record_receipt(
        case.vacancy,
        names=list(Candidate.objects.filter(vacancy=case.vacancy)),
        received_on=sent,
        evidence="A signed receipt came to light",
        by=case.clerk,
    )
    assert not case.position().unconsidered
    assert len(case.position().unconsidered_advice) == 1
    case.interview()
    assert refusal(case, lambda: case.recommend("C2")) == ("advice_not_considered",)


def contest(case: Headship, to: date) -> None:
    selection.contest_receipt(
        case.vacancy, received_on=to, why="It came so", by=case.actor("officer"), on=case.day
    )


def test_the_authority_never_shortens_its_own_period_by_contesting() -> None:
    case = headship("names_sent")
    received = case.day
    case.after(3)
    contest(case, received + 2 * DAY)
    for day in (received - DAY, received, received + DAY, received + 2 * DAY):
        assert "not_a_later_date" in refusal(case, partial(contest, case, day))
    notice = case.position().notice
    assert notice
    assert notice.contested_to == received + 2 * DAY


def test_a_correction_does_not_put_a_representation_out_of_time_unanswered_for() -> None:
    case = headship("names_sent")
    received = case.day
    represent(case.after(5))

    def correct(by: Actor) -> None:
        papers.correct(
            case.vacancy,
            what="received_on",
            to=(received - 3 * DAY).isoformat(),
            why="Mistyped",
            by=by,
            on=case.day,
        )

    case.vacancy.notices.update(sent_on=received - 4 * DAY)
    assert refusal(case, lambda: correct(case.clerk)) == ("representation_put_out_of_time",)
    correct(Actor(case.clerk.user, override="The authority confirmed the day in writing"))
    assert not case.position().unconsidered
    assert len(case.position().unconsidered_advice) == 1


def test_a_withdrawn_paper_never_comes_back_as_advice() -> None:
    case = headship("names_sent")
    represent(case.after(9))
    assert case.position().unconsidered_advice
    advice.withdraw_representations(
        case.vacancy,
        representation=case.vacancy.representations.get(),
        why="New evidence",
        by=case.actor("officer"),
        on=case.day,
    )
    assert not case.position().unconsidered_advice


def test_two_late_papers_in_the_same_words_are_two_pieces_of_advice() -> None:
    case = headship("names_sent").after(9)
    for code in ("C1", "C2"):
        advice.make_representations(
            case.vacancy,
            candidate=case.candidate(code),
            made_by="Joan Beck",
            received_on=case.day,
            text="Not a suitable person",
            by=case.actor("officer"),
        )
    assert len(case.position().unconsidered_advice) == 2


def test_what_comes_after_a_decision_does_not_stand_in_its_way() -> None:
    case = headship("interviewed")
    decided, case.day = case.day, case.day + 2 * DAY
    advise(case, Meeting.Body.PANEL)
    case.day = decided
    case.recommend("C1")
    assert case.fresh().stage == Stage.RECOMMENDED


def advise(case: Headship, to: Meeting.Body) -> None:
    advice.give_advice(
        case.vacancy,
        given_by="Ifor Prys",
        capacity="adviser",
        form=Advice.Form.WRITTEN,
        to=to,
        text="Ask for more",
        by=case.actor("adviser"),
        on=case.day,
    )


def test_advice_to_the_governing_body_waits_for_it_and_not_for_the_panel() -> None:
    case = headship("interviewed")
    advise(case, Meeting.Body.GOVERNING_BODY)
    case.recommend("C1")
    meeting = case.meet("To decide")

    def approve() -> None:
        appointment.approve(
            case.vacancy,
            meeting=meeting,
            votes_for=5,
            votes_against=0,
            abstained=0,
            by=case.clerk,
            on=case.day,
        )

    assert refusal(case, approve) == ("advice_not_considered",)


# What has happened can be recorded


def test_an_approval_before_the_authority_was_told_is_answered_for_and_not_undone() -> None:
    case = headship("recommended")
    Vacancy.objects.filter(pk=case.vacancy.pk).update(authority_told_on=None)
    found = obstacles(case.position(), "approve", {})
    (untold,) = (o for o in found if o.key == "authority_not_told")
    assert untold.strength is Strength.HOUSE
    assert untold.overridable


def test_what_the_panel_owes_is_no_ground_on_which_the_authority_may_refuse() -> None:
    case = headship("approved")
    represent(case)
    case.vacancy.notices.update(received_on=case.day, sent_on=case.day)
    case.appoint()
    assert {"representations_not_considered", "reasons_not_given"} <= set(warned(case))
    assert "authority_not_told_of_approval" in warned(case)
