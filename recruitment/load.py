"""Loads the positions of vacancies: as many queries for three hundred of them as for one."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any, TypeVar

from django.db.models import Model, QuerySet

from casework.models import Attendance, Document, Meeting, MeetingItem
from law.appointment import regime_for
from law.calendars import ENGLAND_AND_WALES
from recruitment.models import (
    Advertisement,
    Advice,
    Candidate,
    Check,
    Criterion,
    Decision,
    Interest,
    NamesNotice,
    Opinion,
    PanelSeat,
    Representation,
    Reservations,
    Vacancy,
)
from recruitment.position import Position
from schools.models import AuthorityStaff, Membership, Office

Row = TypeVar("Row", bound=Model)
Grouped = Mapping[Any, Sequence[Model]]

OF_THE_VACANCY: dict[str, QuerySet[Any]] = {
    "seats": PanelSeat.objects.select_related("person"),
    "interests": Interest.objects.select_related("person", "candidate"),
    "specification": Criterion.objects.all(),
    "advertisements": Advertisement.objects.all(),
    "candidates": Candidate.objects.all(),
    "notices": NamesNotice.objects.all(),
    "all_advice": Advice.objects.select_related("late_paper__candidate"),
    "opinions": Opinion.objects.select_related("candidate", "adviser"),
    "representations": Representation.objects.select_related("candidate"),
    "reservations": Reservations.objects.select_related("candidate", "adviser"),
    "decisions": Decision.objects.select_related("candidate"),
    "checks": Check.objects.all(),
}
OF_THE_CASE: dict[str, QuerySet[Any]] = {
    "meetings": Meeting.objects.select_related("chaired_by"),
    "documents": Document.objects.defer("paper", "content").prefetch_related("sendings"),
}
OF_THE_MEETING: dict[str, QuerySet[Any]] = {
    "attendance": Attendance.objects.select_related("person", "meeting"),
    "items": MeetingItem.objects.select_related("meeting").prefetch_related("withdrew"),
}
OF_THE_BODY: dict[str, QuerySet[Any]] = {
    "memberships": Membership.objects.select_related("user"),
    "offices": Office.objects.select_related("user"),
}


def position(vacancy: Vacancy, on: date) -> Position:
    """Return the position of the vacancy, judged on the day `on`.

    The vacancy may hold changes not yet saved: its own fields are taken from it as they are.
    Raises NoRegime where Headship does not hold the law for the school's category.
    """
    return positions([vacancy], on)[0]


def positions(vacancies: Sequence[Vacancy], on: date) -> list[Position]:
    """Return the position of each vacancy, in their order. Raises NoRegime as `position` does."""
    cases = [vacancy.pk for vacancy in vacancies]
    bodies = {vacancy.school.governing_body_id for vacancy in vacancies}
    authorities = {vacancy.school.authority_id for vacancy in vacancies}
    by_case = {
        **_grouped(OF_THE_VACANCY, {"vacancy__in": cases}, lambda row: row.vacancy_id),
        **_grouped(OF_THE_CASE, {"case__in": cases}, lambda row: row.case_id),
        **_grouped(OF_THE_MEETING, {"meeting__case__in": cases}, lambda row: row.meeting.case_id),
    }
    by_body = _grouped(
        OF_THE_BODY, {"governing_body__in": bodies}, lambda row: row.governing_body_id
    )
    staff = AuthorityStaff.objects.filter(authority__in=authorities).select_related("user")
    by_authority = _by(staff, lambda row: row.authority_id)
    return [_made(v, on, by_case, by_body, by_authority) for v in vacancies]


def _made(
    vacancy: Vacancy,
    on: date,
    by_case: Mapping[str, Grouped],
    by_body: Mapping[str, Grouped],
    by_authority: Mapping[Any, Sequence[AuthorityStaff]],
) -> Position:
    school = vacancy.school
    rows: dict[str, Any] = {name: tuple(found[vacancy.pk]) for name, found in by_case.items()}
    rows |= {name: tuple(found[school.governing_body_id]) for name, found in by_body.items()}
    return Position(
        case=vacancy,
        on=on,
        regime=regime_for(school.category, school.nation, on),
        calendar=ENGLAND_AND_WALES,
        authority_staff=tuple(by_authority[school.authority_id]),
        **rows,
    )


def _grouped(
    querysets: Mapping[str, QuerySet[Any]], where: dict[str, Any], key: Callable[[Any], Any]
) -> dict[str, Grouped]:
    return {name: _by(rows.filter(**where), key) for name, rows in querysets.items()}


def _by(rows: Iterable[Row], key: Callable[[Row], Any]) -> Mapping[Any, list[Row]]:
    found: defaultdict[Any, list[Row]] = defaultdict(list)
    for row in rows:
        found[key(row)].append(row)
    return found


def vacancies() -> QuerySet[Vacancy]:
    """Vacancies with all that a list or a page reads of their school, in one query."""
    return Vacancy.objects.select_related(
        "school__authority", "school__governing_body", "outgoing_head"
    )
