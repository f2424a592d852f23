"""A headship with something on every page: the three papers, an interest, a meeting called."""

from datetime import date, time, timedelta
from typing import Any

from accounts.models import User
from casework.models import Meeting
from recruitment.actions import advice, appointment, interests, meetings, turns
from recruitment.models import Advice, Interest, Opinion
from recruitment.points import Point
from recruitment.stages import AgainFrom
from tests.recruitment.headship import Headship, headship

SEEN = date(2026, 9, 20)
POINT = Point(
    criterion=1,
    seen="Gave no account of how reading is taught",
    seen_by="Ifor Prys",
    seen_on=SEEN,
    source="Application form, section 4",
    explanation="Said that the deputy leads it",
    inference="Has not yet led teaching",
)
PARTS: dict[str, Any] = {
    "not_disputed": "The governors' right to decide",
    "conclusion": "Criterion 1 is not yet shown",
    "same_yardstick": "Every candidate was asked the same",
    "earlier_advice": "Written advice of 20 September",
    "why_it_matters": "Reading results have fallen",
    "limits": "The lesson was not seen",
    "what_would_settle_it": "A second task",
    "what_governors_must_do": "Consider this and minute it",
    "interests": "None",
    "capacity": "The authority's adviser",
    "authority_to_sign": "A letter of appointment",
    "copies": "The director",
}


def advise(case: Headship) -> None:
    """Written advice, and an opinion that C1 is not suitable."""
    by = case.actor("adviser")
    advice.give_advice(
        case.vacancy,
        given_by="Ifor Prys",
        capacity="the authority's adviser",
        form=Advice.Form.WRITTEN,
        to=Meeting.Body.PANEL,
        text="Ask every candidate the same",
        by=by,
        on=case.day,
    )
    advice.record_opinion(
        case.vacancy,
        candidate=case.candidate("C1"),
        verdict=Opinion.Verdict.NOT_SUITABLE,
        summary="Criterion 1 is not shown",
        points=[POINT],
        by=by,
        on=case.day,
    )


def represent(case: Headship, code: str, text: str, **facts: Any) -> None:
    """Representations of the authority's officer on a candidate."""
    advice.make_representations(
        case.vacancy,
        candidate=case.candidate(code),
        made_by="Joan Beck",
        received_on=case.day,
        text=text,
        by=case.actor("officer"),
        **facts,
    )


def befriend(case: Headship, code: str, who: User | None = None) -> None:
    """A member of the panel, or whoever is named, declares a friendship with a candidate."""
    member = who or case.panel[2]
    interests.declare_interest(
        case.vacancy,
        person=member,
        kind=Interest.Kind.FRIENDSHIP,
        detail="A friend from college",
        effect=Interest.Effect.LEAVE_ITEM,
        candidate=case.candidate(code),
        by=case.clerk,
        on=case.day,
        pinned=True,
    )


def consider_all(case: Headship) -> None:
    """The panel considers what was represented on C1, and all advice."""
    advice.consider_representations(
        case.vacancy,
        candidate=case.candidate("C1"),
        minute="Read aloud and taken in turn",
        by=case.clerk,
        on=case.day,
    )
    for paper in Advice.objects.filter(vacancy=case.vacancy, considered_on=None):
        advice.consider_advice(
            case.vacancy, advice=paper, minute="Taken into account", by=case.clerk, on=case.day
        )


def reserve(case: Headship) -> None:
    """The adviser's reservations about C1, before the governing body decides."""
    advice.put_reservations(
        case.vacancy,
        candidate=case.candidate("C1"),
        before_decision=True,
        points=[POINT],
        by=case.actor("adviser"),
        on=case.day,
        **PARTS,
    )


def give_reasons(case: Headship) -> None:
    """The panel's reasons for recommending somebody represented against."""
    advice.give_reasons(
        case.vacancy,
        reasons="The panel saw the lesson itself",
        to_governing_body_on=case.day,
        to_authority_on=case.day,
        by=case.clerk,
        on=case.day,
    )


def call(case: Headship, held_on: date) -> None:
    """A meeting of the governing body is called for that day."""
    meetings.call_meeting(
        case.vacancy,
        body=Meeting.Body.GOVERNING_BODY,
        purpose="To consider the panel's recommendation",
        held_on=held_on,
        at=time(18),
        place="The school hall",
        agenda=["Apologies", "The panel's recommendation"],
        urgent="The term ends",
        by=case.clerk,
        on=case.day,
    )


def choose_again(case: Headship, code: str) -> Headship:
    """The governing body declines the person recommended, and the panel comes to another."""
    meeting = case.meet("To decide on the recommendation")
    votes: dict[str, Any] = {"votes_for": 1, "votes_against": 4, "abstained": 0}
    appointment.decline(
        case.vacancy, meeting=meeting, why="Not persuaded", by=case.clerk, on=case.day, **votes
    )
    turns.repeat_steps(
        case.vacancy, meeting=meeting, again_from=AgainFrom.SHORTLISTING, why="Try again",
        by=case.clerk, on=case.day,
    )  # fmt: skip
    case.shortlist().send_names().receive()
    return case.after(8).interview().recommend(code)


def full_case() -> Headship:
    """C1 recommended against representations, with reservations; a friend of C3 on the panel."""
    case = headship("names_sent").after(1)
    advise(case)
    represent(case, "C1", "Not a suitable person", addressed_to="The chair", signed=False)
    case.after(9)
    represent(case, "C3", "A paper that came late")
    consider_all(case)
    case.interview().recommend().after(1)
    befriend(case, "C3")
    reserve(case)
    give_reasons(case)
    call(case, case.day + timedelta(days=10))
    return case
