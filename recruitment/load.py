"""Loads the positions of vacancies: as many queries for three hundred of them as for one.

A list is read, for all of them, when one of them is first asked for it.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.db.models import QuerySet

from casework.load import DOCUMENTS, Reader, grouped, of, people_of
from casework.models import Attendance, Meeting, MeetingItem
from recruitment.governing_law import GoverningLaw
from recruitment.models import (
    ActingHead,
    Advertisement,
    Advice,
    AgreedScore,
    ApplicationPaper,
    Candidate,
    Check,
    ClosingExtension,
    Consent,
    Criterion,
    Decision,
    Delegation,
    EqualityCount,
    GapExplained,
    Handover,
    Interest,
    NamesNotice,
    Opinion,
    PanelSeat,
    PayDetermination,
    Plan,
    Representation,
    Reservations,
    RiskAssessment,
    ScoreSheet,
    Scoring,
    Undertaking,
    Vacancy,
)
from recruitment.position import Position
from schools.governing_law import SchoolLaw, load_changes

OF_THE_VACANCY: dict[str, QuerySet[Any]] = {
    "seats": PanelSeat.objects.select_related("person"),
    "interests": Interest.objects.select_related("person", "candidate"),
    "specification": Criterion.objects.all(),
    "advertisements": Advertisement.objects.all(),
    "extensions": ClosingExtension.objects.all(),
    "candidates": Candidate.objects.all(),
    "notices": NamesNotice.objects.all(),
    "all_advice": Advice.objects.select_related("late_paper__candidate"),
    "opinions": Opinion.objects.select_related("candidate", "adviser"),
    "representations": Representation.objects.select_related("candidate"),
    "reservations": Reservations.objects.select_related("candidate", "adviser"),
    "decisions": Decision.objects.select_related("candidate"),
    "checks": Check.objects.all(),
    "undertakings": Undertaking.objects.select_related("person"),
    "consents": Consent.objects.all(),
    "delegations": Delegation.objects.all(),
    "acting_heads": ActingHead.objects.select_related("person"),
    "pay": PayDetermination.objects.select_related("meeting"),
    "risks": RiskAssessment.objects.all(),
    "plans": Plan.objects.select_related("by"),
    "scorings": Scoring.objects.all(),
    "sheets": ScoreSheet.objects.select_related("person", "candidate", "keyed_by"),
    "agreed": AgreedScore.objects.select_related("candidate", "criterion"),
    "papers": ApplicationPaper.objects.select_related("candidate", "original", "copy"),
    "gaps_explained": GapExplained.objects.select_related("candidate"),
    "equality": EqualityCount.objects.all(),
    "handovers": Handover.objects.select_related("person"),
}
OF_THE_CASE: dict[str, QuerySet[Any]] = {
    "meetings": Meeting.objects.select_related("chaired_by"),
    "documents": DOCUMENTS,
}
OF_THE_MEETING: dict[str, QuerySet[Any]] = {
    "attendance": Attendance.objects.select_related("person", "meeting"),
    "items": MeetingItem.objects.select_related("meeting").prefetch_related("withdrew"),
}


def position(vacancy: Vacancy, on: date) -> Position:
    """Return the position of the vacancy, judged on the day `on`.

    The vacancy may hold changes not yet saved: its own fields are taken from it as they are.
    Raises NoRegime where Headship does not hold the law for the school's category.
    """
    return positions([vacancy], on)[0]


def positions(vacancies: Sequence[Vacancy], on: date) -> list[Position]:
    """Return the position of each vacancy, in their order. Raises NoRegime as `position` does."""
    load_changes(vacancy.school for vacancy in vacancies)
    cases = [vacancy.pk for vacancy in vacancies]
    by_case = {
        **grouped(OF_THE_VACANCY, {"vacancy__in": cases}, lambda row: row.vacancy_id),
        **grouped(OF_THE_CASE, {"case__in": cases}, lambda row: row.case_id),
        **grouped(OF_THE_MEETING, {"meeting__case__in": cases}, lambda row: row.meeting.case_id),
    }
    people = people_of(vacancies)
    return [
        _made(v, on, by_case, of_school) for v, of_school in zip(vacancies, people, strict=True)
    ]


def _made(
    vacancy: Vacancy, on: date, by_case: Mapping[str, Reader], of_school: dict[str, Any]
) -> Position:
    rows: dict[str, Any] = of(vacancy.pk, by_case)
    law = GoverningLaw(SchoolLaw(vacancy.school), rows["delegations"])
    return Position(case=vacancy, on=on, law=law, regime=law.on(on), **of_school, **rows)


def vacancies() -> QuerySet[Vacancy]:
    """Vacancies with all that a list or a page reads of their school, in one query."""
    return Vacancy.objects.select_related(
        "school__authority", "school__governing_body", "outgoing_head"
    )
