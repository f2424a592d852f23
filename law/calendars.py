"""Which days are working days and which are school days, and the reason when a day is neither."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from law.bank_holidays import BANK_HOLIDAYS

SATURDAY = 5


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
    """

    bank_holidays: Mapping[date, str] = field(default_factory=lambda: BANK_HOLIDAYS)
    terms: tuple[Term, ...] = ()
    closures: frozenset[date] = frozenset()

    def is_working_day(self, day: date) -> bool:
        """Say whether the day is neither at a weekend nor a bank holiday.

        Raises CalendarError when the table of bank holidays does not hold the year.
        """
        self._check_year(day)
        return day.weekday() < SATURDAY and day not in self.bank_holidays

    def is_school_day(self, day: date) -> bool:
        """Say whether the day is a working day in term on which the school is not closed.

        Raises CalendarError when the school's recorded terms do not reach the day.
        """
        self._check_terms(day)
        in_term = any(day in term for term in self.terms)
        return in_term and day not in self.closures and self.is_working_day(day)

    def reason(self, day: date) -> str:
        """Name why the day is not counted: a bank holiday, the weekend, or the school closed."""
        if day in self.bank_holidays:
            return self.bank_holidays[day]
        return "weekend" if day.weekday() >= SATURDAY else "school closed"

    def _check_year(self, day: date) -> None:
        first, last = min(self.bank_holidays).year, max(self.bank_holidays).year
        if not first <= day.year <= last:
            raise CalendarError(
                f"The bank holidays of {day.year} are not known: the table holds {first} to "
                f"{last}. Add those of {day.year} to law/bank_holidays.py."
            )

    def _check_terms(self, day: date) -> None:
        first = min((term.first for term in self.terms), default=date.max)
        last = max((term.last for term in self.terms), default=date.min)
        if not first <= day <= last:
            raise CalendarError(
                f"Whether the school meets on {day.isoformat()} is not known: its recorded terms "
                f"do not reach that day. Record the school's term dates for {day.year}."
            )


ENGLAND_AND_WALES = EnglandAndWales()
