"""What loading the positions of cases has in common: rows by what they hang on, in few queries.

As with a queryset, nothing is read before it is looked at; but it is then read for all the cases
of a list at once.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, cached_property
from typing import Any, TypeVar, overload

from django.db.models import Model, QuerySet

from casework.action import NotInThisCase
from casework.models import Attachment, Case, Document
from law.calendars import EnglandAndWales
from schools import terms
from schools.models import AuthorityStaff, BankHoliday, Membership, Office, TermDates

Row = TypeVar("Row", bound=Model)
Grouped = Mapping[Any, Sequence[Any]]
Reader = Callable[[], Grouped]

DOCUMENTS = Document.objects.defer("paper", "content").prefetch_related("sendings")
OF_THE_BODY: dict[str, QuerySet[Any]] = {
    "memberships": Membership.objects.select_related("user"),
    "offices": Office.objects.select_related("user"),
}


class Rows(Sequence[Row]):
    """The rows that hang on one thing, read when they are first looked at, and then kept."""

    def __init__(self, read: Callable[[], Grouped], key: Any) -> None:
        self._read, self._key = read, key

    @cached_property
    def _rows(self) -> tuple[Any, ...]:
        return tuple(self._read()[self._key])

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[Row]:
        return iter(self._rows)

    @overload
    def __getitem__(self, place: int) -> Row: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Row]: ...
    def __getitem__(self, place: int | slice) -> Row | Sequence[Row]:
        found: Row | Sequence[Row] = self._rows[place]
        return found


def grouped(
    querysets: Mapping[str, QuerySet[Any]], where: dict[str, Any], key: Callable[[Any], Any]
) -> dict[str, Reader]:
    """Return, for each queryset, how to read its rows that are `where`, by what they hang on."""
    return {name: reader(rows.filter(**where), key) for name, rows in querysets.items()}


def reader(rows: QuerySet[Any], key: Callable[[Any], Any]) -> Reader:
    """Return how to read the rows by what they hang on: once, whoever asks first."""
    return cache(lambda: by(rows, key))


def of(key: Any, readers: Mapping[str, Reader]) -> dict[str, Rows[Any]]:
    """Return the rows of each kind that hang on `key`."""
    return {name: Rows(read, key) for name, read in readers.items()}


def by(rows: Iterable[Row], key: Callable[[Row], Any]) -> Mapping[Any, list[Row]]:
    """Return the rows by what they hang on."""
    found: defaultdict[Any, list[Row]] = defaultdict(list)
    for row in rows:
        found[key(row)].append(row)
    return found


def as_loaded(value: Any, case: Case, lists: Mapping[type[Model], Sequence[Any]]) -> Any:
    """Return `value` with every row in it that one of `lists` holds replaced by the row there.

    `lists` are all the rows of the case of each kind. Raises NotInThisCase for one that is of
    another case.
    """
    if isinstance(value, list | tuple):
        return [as_loaded(item, case, lists) for item in value]
    if isinstance(value, Attachment) and value.case_id != case.pk:
        raise NotInThisCase(f"“{value}” is not kept with this case.")
    if type(value) not in lists:
        return value
    found = next((row for row in lists[type(value)] if row.pk == value.pk), None)
    if found is None:
        raise NotInThisCase(f"“{value}” does not belong to this case.")
    return found


def people_of(cases: Sequence[Any]) -> list[dict[str, Any]]:
    """Return, for each of the cases, whose school is loaded, the people of that school.

    The keys are the fields of `casework.roster.SchoolRoster`, the calendar among them.
    """
    bodies = {case.school.governing_body_id for case in cases}
    of_body = grouped(OF_THE_BODY, {"governing_body__in": bodies}, lambda r: r.governing_body_id)
    authorities = {case.school.authority_id for case in cases}
    staff = reader(
        AuthorityStaff.objects.filter(authority__in=authorities).select_related("user"),
        lambda row: row.authority_id,
    )
    calendars = _calendars(cases)
    return [
        {
            **of(case.school.governing_body_id, of_body),
            "authority_staff": Rows(staff, case.school.authority_id),
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
