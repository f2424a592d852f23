"""A school's term dates entered, whole or not at all, and what is wrong with some that are not."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise

from django.db import transaction

from accounts.models import User
from law.calendars import EnglandAndWales, Term
from schools.models import School, TermChange, TermDates, TermDatesChange, TermKind
from schools.models.term_dates import written

CORRECT = "Correct the dates, or take out the one that is wrong first."

LONGEST = 183  # days


class TermsRefused(ValueError):
    """Term dates that cannot be. Its text is fit to show: each fault with the way out."""

    def __init__(self, faults: Sequence[str]) -> None:
        super().__init__(" ".join(faults))
        self.faults = tuple(faults)


def enter(school: School, dates: Iterable[TermDates], *, by: User, on: date) -> list[TermDates]:
    """Keep these dates of the school, and return those that were not there already.

    Who entered each, and on which day, is kept beside it.

    Raises TermsRefused, with nothing changed, for a stretch that ends before it begins and for
    two of a kind that overlap, the ones already kept included.
    """
    with transaction.atomic():
        School.objects.select_for_update(of=("self",)).get(pk=school.pk)
        kept = list(TermDates.objects.filter(school=school))
        there = {(each.kind, each.first, each.last) for each in kept}
        new = [each for each in dates if (each.kind, each.first, each.last) not in there]
        faults = list(_faults([*kept, *new]))
        if faults:
            raise TermsRefused(faults)
        for each in new:
            each.school = school
        _record(TermChange.ENTERED, new, by, on)
        return TermDates.objects.bulk_create(new)


def take_out(school: School, pk: int, *, by: User, on: date) -> None:
    """Take a stretch out of the school's term dates; what it was, and who did it, is kept.

    Does nothing if it is not there.
    """
    with transaction.atomic():
        found = list(TermDates.objects.select_for_update().filter(school=school, pk=pk))
        _record(TermChange.TAKEN_OUT, found, by, on)
        TermDates.objects.filter(pk__in=[each.pk for each in found]).delete()


def _record(change: TermChange, dates: Iterable[TermDates], by: User, on: date) -> None:
    TermDatesChange.objects.bulk_create(
        TermDatesChange(
            school=each.school,
            change=change,
            kind=each.kind,
            name=each.name,
            first=each.first,
            last=each.last,
            by=by,
            on=on,
        )
        for each in dates
    )


def without_a_term(dates: Iterable[TermDates]) -> list[TermDates]:
    """Return the closures that fall in no term: they are kept, and change nothing."""
    every = list(dates)
    terms = [each for each in every if each.is_term]
    return [c for c in every if not c.is_term and not any(_overlap(c, term) for term in terms)]


def calendar_of(dates: Iterable[TermDates]) -> EnglandAndWales:
    """Return the calendar of the school whose term dates these are."""
    every = list(dates)
    return EnglandAndWales(
        terms=tuple(Term(each.first, each.last) for each in every if each.is_term),
        closures=tuple(Term(each.first, each.last) for each in every if not each.is_term),
    )


def _faults(dates: Sequence[TermDates]) -> Iterator[str]:
    backward = [each for each in dates if each.last < each.first]
    for each in backward:
        yield (
            f"{_named(each)} ends on {written(each.last)}, before it begins on "
            f"{written(each.first)}. Give its first day first."
        )
    for each in dates:
        days = (each.last - each.first).days + 1
        if days > LONGEST:
            yield (
                f"{_named(each)} lasts {days} days, from {written(each.first)} to "
                f"{written(each.last)}: no term is longer than half a year. Check the years."
            )
    forward = [each for each in dates if each not in backward]
    for kind in TermKind:
        in_order = sorted((d for d in forward if d.kind == kind), key=lambda d: (d.first, d.last))
        for one, other in pairwise(in_order):
            if _overlap(one, other):
                yield f"{one} and {other} overlap. {CORRECT}"


def _overlap(one: TermDates, other: TermDates) -> bool:
    return one.first <= other.last and other.first <= one.last


def _named(dates: TermDates) -> str:
    return f"“{dates.name}”" if dates.name else "A stretch without a name"
