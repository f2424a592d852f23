"""A headship in which the adviser speaks, writes and forms opinions, and the authority answers."""

from dataclasses import replace
from datetime import date

from casework.models import Meeting
from recruitment.actions import advice, selection
from recruitment.models import Advice, Opinion, Representation
from recruitment.points import Point
from tests.recruitment.documents import words
from tests.recruitment.documents.steps import (
    Papers,
    advise_panel,
    begun,
    consider_advice,
    read,
    represent,
    settle,
)
from tests.recruitment.headship import Headship

Verdict = Opinion.Verdict


def advised() -> Papers:
    case = begun("Fen End Primary School").notify().appoint_panel()
    settle(case)
    case.advertise().apply()
    early = replace(words.COACHING, seen_on=case.day, source="Application, page 4")
    opine(case, "C1", Verdict.NOT_SUITABLE, "Criterion 3 is not yet shown.", early)
    unsent = read(case, "adviser_opinions", "advertised")
    case.day = date(2026, 9, 28)
    case.shortlist().send_names()
    opine(case, "C1", Verdict.NOT_SUITABLE, "Criterion 3 is not yet shown.", words.COACHING)
    unreceived = read(case, "adviser_opinions", "names_sent")
    case.receive()
    opine(case, "C2", Verdict.SUITABLE)
    found: Papers = {
        "adviser_opinions.before_names": unsent,
        "adviser_opinions.before_receipt": unreceived,
        "adviser_opinions": read(case, "adviser_opinions", "names_sent"),
    }
    return found | noted(case) | answered(case)


def opine(case: Headship, code: str, verdict: Verdict, summary: str = "", *points: Point) -> None:
    case.day = max([case.day, *(point.seen_on for point in points)])
    advice.record_opinion(
        case.vacancy,
        candidate=case.candidate(code),
        verdict=verdict,
        summary=summary,
        points=points,
        by=case.actor("adviser"),
        on=case.day,
    )


def noted(case: Headship) -> Papers:
    advise_panel(case)
    consider_advice(case)
    advice.give_advice(
        case.vacancy,
        given_by="Joan Beck",
        capacity="Head of Governor Services",
        form=Advice.Form.WRITTEN,
        to=Meeting.Body.GOVERNING_BODY,
        text=words.ADVICE_TO_GOVERNORS,
        by=case.clerk,
        on=case.day,
    )
    return {
        "note_of_advice": read(case, "note_of_advice", "1"),
        "note_of_advice.written": read(case, "note_of_advice", "2"),
    }


def answered(case: Headship) -> Papers:
    """The authority confirms the receipt, represents and takes its representation back."""
    selection.corroborate_receipt(case.vacancy, by=case.actor("officer"), on=case.day)
    represent(case, "C1", case.day)
    made = read(case, "adviser_opinions", "names_sent")
    advice.withdraw_representations(
        case.vacancy,
        representation=Representation.objects.get(vacancy=case.vacancy),
        why=words.TAKEN_BACK,
        by=case.actor("officer"),
        on=case.day,
    )
    return {
        "adviser_opinions.represented": made,
        "receipt_of_names": read(case, "receipt_of_names"),
        "withdrawal_of_representations": read(case, "withdrawal_of_representations", "C1"),
    }
