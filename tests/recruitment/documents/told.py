"""Headships in which candidates are told, and the outgoing head is thanked."""

from datetime import date, time

from casework.models import Meeting
from recruitment.actions import appointment, meetings, selection, turns
from recruitment.models import Vacancy
from tests.recruitment.documents.steps import Papers, Read, begun, read, settle
from tests.recruitment.headship import Headship, headship, person


def told() -> Papers:
    return {**invited(), **ended()}


def invited() -> Papers:
    """Two of three are shortlisted and invited, and the panel then recommends nobody unseen."""
    case = begun("Hill Top Primary School").notify().appoint_panel()
    settle(case)
    case.advertise().apply("Ada Brook", "Ben Carr", "Cat Dunn").after(15)
    short = {"C1": "Meets each criterion", "C2": "Meets each criterion", "C3": "Not criterion 2"}
    selection.shortlist(
        case.vacancy,
        candidates=[case.candidate("C1"), case.candidate("C2")],
        reasons=short,
        shortlisters=case.panel,
        by=case.clerk,
        on=case.day,
    )
    uncalled = read(case, "letter_not_shortlisted", "C3")
    call_interviews(case)
    found: Papers = {
        "resignation_acknowledgement.early": resigned_late(case),
        "letter_not_shortlisted": uncalled,
        "invitation_to_interview": read(case, "invitation_to_interview", "C1-2"),
    }
    appointment.recommend_nobody(
        case.vacancy, why="Neither can come on the day", by=case.clerk, on=case.day
    )
    return {**found, "letter_unsuccessful.applied": read(case, "letter_unsuccessful", "C1")}


def resigned_late(case: Headship) -> Read:
    Vacancy.objects.filter(pk=case.vacancy.pk).update(
        reason=Vacancy.Reason.RESIGNATION,
        notice_received_on=date(2026, 10, 1),
        outgoing_head=person("Mona Frith"),
    )
    return read(case, "resignation_acknowledgement")


def call_interviews(case: Headship) -> None:
    meetings.call_meeting(
        case.vacancy,
        body=Meeting.Body.PANEL,
        purpose="To interview",
        held_on=date(2026, 10, 12),
        at=time(9),
        place="The school library",
        agenda=["Interviews"],
        by=case.clerk,
        on=case.day,
    )


def ended() -> Papers:
    """The vacancy is withdrawn after the interviews."""
    case = headship("interviewed", "Long Barn Primary School")
    turns.withdraw_vacancy(
        case.vacancy,
        because=Vacancy.Ending.RESIGNATION_WITHDRAWN,
        why="The resignation was withdrawn",
        by=case.clerk,
        on=case.day,
    )
    return {"letter_unsuccessful.withdrawn": read(case, "letter_unsuccessful", "C1")}
