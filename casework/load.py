"""What loading the positions of cases has in common: rows by what they hang on, in few queries."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from django.db.models import Model, QuerySet

from casework.models import Document
from law.calendars import EnglandAndWales
from schools import terms
from schools.models import AuthorityStaff, BankHoliday, Membership, Office, TermDates

Row = TypeVar("Row", bound=Model)
Grouped = Mapping[Any, Sequence[Model]]

DOCUMENTS = Document.objects.defer("paper", "content").prefetch_related("sendings")
OF_THE_BODY: dict[str, QuerySet[Any]] = {
    "memberships": Membership.objects.select_related("user"),
    "offices": Office.objects.select_related("user"),
}


def grouped(
    querysets: Mapping[str, QuerySet[Any]], where: dict[str, Any], key: Callable[[Any], Any]
) -> dict[str, Grouped]:
    """Return the rows of each queryset that are `where`, by what they hang on."""
    return {name: by(rows.filter(**where), key) for name, rows in querysets.items()}


def by(rows: Iterable[Row], key: Callable[[Row], Any]) -> Mapping[Any, list[Row]]:
    """Return the rows by what they hang on."""
    found: defaultdict[Any, list[Row]] = defaultdict(list)
    for row in rows:
        found[key(row)].append(row)
    return found


def people_of(cases: Sequence[Any]) -> list[dict[str, Any]]:
    """Return, for each of the cases, whose school is loaded, the people of that school.

    The keys are the fields of `casework.roster.SchoolRoster`, the calendar among them.
    """
    bodies = {case.school.governing_body_id for case in cases}
    of_body = grouped(OF_THE_BODY, {"governing_body__in": bodies}, lambda r: r.governing_body_id)
    authorities = {case.school.authority_id for case in cases}
    staff = AuthorityStaff.objects.filter(authority__in=authorities).select_related("user")
    by_authority = by(staff, lambda row: row.authority_id)
    calendars = _calendars(cases)
    return [
        {
            **{name: tuple(rows[case.school.governing_body_id]) for name, rows in of_body.items()},
            "authority_staff": tuple(by_authority[case.school.authority_id]),
            "calendar": calendars[case.school_id],
        }
        for case in cases
    ]


def _calendars(cases: Sequence[Any]) -> Mapping[int, EnglandAndWales]:
    """Return the calendar of each school of these cases: two queries for all of them."""
    schools = {case.school_id for case in cases}
    kept = by(TermDates.objects.filter(school__in=schools), lambda row: row.school_id)
    added = tuple(holiday.in_law() for holiday in BankHoliday.objects.all())
    return {pk: replace(terms.calendar_of(kept[pk]), added=added) for pk in schools}
