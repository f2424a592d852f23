"""Which days are working days and which are school days, and the reason when a day is neither."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cached_property
from itertools import pairwise
from typing import Protocol, Self

from law.bank_holidays import BANK_HOLIDAYS

SATURDAY = 5
ONE_DAY = timedelta(days=1)
LONGEST_HOLIDAY = timedelta(days=70)  # a longer gap between terms is a term not recorded


class CalendarError(ValueError):
    """A day was asked about that no table reaches; the message says what to add."""


class Calendar(Protocol):
    """What a period needs to know of a day."""

    def is_working_day(self, day: date) -> bool:
        """Say whether the day is neither at a weekend nor a bank holiday."""

    def is_school_day(self, day: date) -> bool:
        """Say whether the school meets on the day."""

    def reason(self, day: date) -> str:
        """Name, in a word or two, why the day is not counted."""

    @property
    def terms(self) -> tuple["Term", ...]:
        """The terms of the school that are known."""

    def school_holiday(self, day: date) -> tuple[date, date] | None:
        """Return the first and last day of the school holiday that the day falls in, if any."""

    @property
    def changed_on(self) -> tuple[date, ...]:
        """The days, in order, on which a bank holiday was added to the table."""

    def known_on(self, day: date) -> Self:
        """Return the calendar without what was added to it after the day."""


@dataclass(frozen=True, slots=True)
class AddedHoliday:
    """A bank holiday proclaimed later, and the day on which it was added to the table."""

    day: date
    title: str
    added_on: date


@dataclass(frozen=True)
class Term:
    """A stretch of a school's year, first and last day included; half-term divides two of them."""

    first: date
    last: date

    def __contains__(self, day: date) -> bool:
        """Say whether the day falls in this stretch."""
        return self.first <= day <= self.last


@dataclass(frozen=True, kw_only=True)
class EnglandAndWales:
    """The bank holidays of England and Wales and, for school days, one school's terms.

    `closures` are days in term when pupils do not attend, such as those kept for training.
    `added` are the bank holidays that came after the table: see `Period.last_day` for which of
    them a clock counts.
    """

    bank_holidays: Mapping[date, str] = field(default_factory=lambda: BANK_HOLIDAYS)
    terms: tuple[Term, ...] = ()
    closures: tuple[Term, ...] = ()
    added: tuple[AddedHoliday, ...] = ()

    @cached_property
    def holidays(self) -> Mapping[date, str]:
        """Every bank holiday that is known: the table's, and those added to it."""
        return {**self.bank_holidays, **{each.day: each.title for each in self.added}}

    @property
    def changed_on(self) -> tuple[date, ...]:
        """The days, in order, on which a bank holiday was added to the table."""
        return tuple(sorted({each.added_on for each in self.added}))

    def known_on(self, day: date) -> Self:
        """Return the calendar without what was added to it after the day."""
        return replace(self, added=tuple(h for h in self.added if h.added_on <= day))

    def is_working_day(self, day: date) -> bool:
        """Say whether the day is neither at a weekend nor a bank holiday.

        Raises CalendarError when the table of bank holidays does not hold the year.
        """
        self._check_year(day)
        return day.weekday() < SATURDAY and day not in self.holidays

    def is_school_day(self, day: date) -> bool:
        """Say whether the day is a working day in term on which the school is not closed.

        Raises CalendarError when the school's recorded terms do not reach the day.
        """
        self._check_terms(day)
        in_term = any(day in term for term in self.terms)
        closed = any(day in closure for closure in self.closures)
        return in_term and not closed and self.is_working_day(day)

    def reason(self, day: date) -> str:
        """Name why the day is not counted: a bank holiday, the weekend, or the school closed."""
        if day in self.holidays:
            return self.holidays[day]
        return "weekend" if day.weekday() >= SATURDAY else "school closed"

    def school_holiday(self, day: date) -> tuple[date, date] | None:
        """Return the first and last day of the holiday between two terms that the day falls in.

        None for a day in term, and for one about which the recorded terms say nothing.
        """
        ends = pairwise(sorted(self.terms, key=lambda term: term.first))
        gaps = ((one.last + ONE_DAY, other.first - ONE_DAY) for one, other in ends)
        return next((gap for gap in gaps if gap[0] <= day <= gap[1] and _is_a_holiday(gap)), None)

    def _check_year(self, day: date) -> None:
        first, last = min(self.bank_holidays).year, max(self.bank_holidays).year
        if not first <= day.year <= last:
            raise CalendarError(
                f"The bank holidays of {day.year} are not known: the table holds {first} to "
                f"{last}. Add those of {day.year} to law/bank_holidays.py."
            )

    def _check_terms(self, day: date) -> None:
        if not (self.school_holiday(day) or any(day in term for term in self.terms)):
            raise CalendarError(
                f"Whether the school meets on {day:%-d %B %Y} is not known: its recorded terms "
                f"do not reach that day. Record the school's term dates for {day.year}."
            )


def _is_a_holiday(gap: tuple[date, date]) -> bool:
    return gap[1] - gap[0] < LONGEST_HOLIDAY


ENGLAND_AND_WALES = EnglandAndWales()
