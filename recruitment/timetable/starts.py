"""The days on which a new head could usually begin: each term, and after each half-term."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from law.calendars import Calendar, Term
from recruitment.timetable.ask import ONE_DAY, easter_monday

JANUARY, MAY, SEPTEMBER = 1, 5, 9


@dataclass(frozen=True, slots=True)
class Start:
    """A day on which the new head could begin, and what it is."""

    day: date
    name: str


def starts(after: date, calendar: Calendar, terms: tuple[Term, ...], years: int = 2) -> list[Start]:
    """Return the usual days to begin after that day, in its year and those after it, in order.

    Where the school's terms are entered, the summer term begins with its own first day, and the
    days after its half-terms are offered too.
    """
    found: dict[date, Start] = {}
    for year in range(after.year, after.year + years):
        found |= {start.day: start for start in _of_year(calendar, terms, year)}
    return sorted((s for s in found.values() if s.day > after), key=lambda start: start.day)


def _of_year(calendar: Calendar, terms: tuple[Term, ...], year: int) -> Iterator[Start]:
    for term in terms:
        if term.first.year == year and _after_half_term(term, terms):
            yield Start(term.first, "After half-term")
    yield Start(date(year, JANUARY, 1), "Spring term")
    yield _after_easter(calendar, terms, year)
    yield Start(date(year, SEPTEMBER, 1), "Autumn term")


def _after_easter(calendar: Calendar, terms: tuple[Term, ...], year: int) -> Start:
    easter = easter_monday(year, calendar)
    may = date(year, MAY, 1)
    first = (t.first for t in sorted(terms, key=lambda t: t.first) if easter and t.first > easter)
    day = next((each for each in first if each < may), None)
    if day:
        return Start(day, "After Easter")
    return Start(may, "Summer term: its first day is not entered")


HALF_TERM = 16 * ONE_DAY  # a holiday up to so long, and not over Christmas or Easter


def _after_half_term(term: Term, terms: tuple[Term, ...]) -> bool:
    """Whether a short holiday in October, February or May comes before the term."""
    before = [t.last for t in terms if t.last < term.first]
    short = bool(before) and term.first - max(before) <= HALF_TERM
    return short and term.first.month in (2, 3, 5, 6, 10, 11)
