"""How a period of days is counted: which days count, which day is the first, when it is over."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import count, islice
from zoneinfo import ZoneInfo

from law.calendars import ENGLAND_AND_WALES, Calendar

LONDON = ZoneInfo("Europe/London")
ONE_DAY = timedelta(days=1)


class Unit(StrEnum):
    """Which days are counted."""

    CALENDAR_DAYS = "days"
    WORKING_DAYS = "working days"
    SCHOOL_DAYS = "school days"


class Counting(StrEnum):
    """Which day is day one, and whether the last day is shared with anything."""

    BEGINNING_WITH = "beginning with"
    """The day of the event is day one."""
    AFTER = "after"
    """Day one is the day after the event."""
    CLEAR = "clear"
    """Neither the day of the notice nor the day of the meeting is counted."""


@dataclass(frozen=True, slots=True)
class Period:
    """A number of days counted in one way from an event, such as the receipt of a letter.

    A period begins and ends at local midnight in London, so it is reckoned in dates alone; use
    `local_date` to turn a moment into the date it fell on.
    """

    length: int
    unit: Unit
    counting: Counting
    event: str = "receipt"

    def __post_init__(self) -> None:
        """Refuse a period of no days, which would have no last day."""
        if self.length < 1:
            raise ValueError(f"A period has at least one day, not {self.length}.")

    def __str__(self) -> str:
        """Say the period in words."""
        return self.describe()

    def last_day(self, trigger: date, calendar: Calendar = ENGLAND_AND_WALES) -> date:
        """Return the last day of the period that `trigger`, the day of the event, sets running.

        Of clear days it is the last that must pass before the meeting may be held.
        """
        return self._days(self._start(trigger), ONE_DAY, calendar)[-1]

    def is_over(self, trigger: date, today: date, calendar: Calendar = ENGLAND_AND_WALES) -> bool:
        """Say whether the last day has passed; the last day itself is still inside the period."""
        return today > self.last_day(trigger, calendar)

    def earliest(self, notice: date, calendar: Calendar = ENGLAND_AND_WALES) -> date:
        """Return the first lawful day of a meeting whose notice was given on `notice`."""
        self._require_clear()
        return self.last_day(notice, calendar) + ONE_DAY

    def latest_notice(self, meeting: date, calendar: Calendar = ENGLAND_AND_WALES) -> date:
        """Return the last lawful day to give notice of a meeting to be held on `meeting`."""
        self._require_clear()
        return self._days(meeting - ONE_DAY, -ONE_DAY, calendar)[-1] - ONE_DAY

    def describe(self) -> str:
        """Say the period in words, as in "7 days beginning with the day of receipt"."""
        unit = self.unit.removesuffix("s") if self.length == 1 else self.unit
        if self.counting is Counting.CLEAR:
            return f"{self.length} clear {unit} between notice and meeting"
        return f"{self.length} {unit} {self.counting} the day of {self.event}"

    def explain(self, trigger: date, calendar: Calendar = ENGLAND_AND_WALES) -> str:
        """Say in words how the period runs from `trigger`: first day, last day, days left out."""
        start = self._start(trigger)
        days = self._days(start, ONE_DAY, calendar)
        skipped = [day for day in _between(start, days[-1]) if day not in days]
        clear = self.counting is Counting.CLEAR
        opening = f"{self.describe()}, {'notice given on ' if clear else ''}{in_words(trigger)}"
        end = (
            f"the first lawful day for the meeting is {in_words(days[-1] + ONE_DAY)}"
            if clear
            else f"the last day is {in_words(days[-1])}, until midnight"
        )
        return f"{opening}. Day one is {in_words(days[0])}; {end}.{_left_out(skipped, calendar)}"

    def _start(self, trigger: date) -> date:
        return trigger if self.counting is Counting.BEGINNING_WITH else trigger + ONE_DAY

    def _days(self, start: date, step: timedelta, calendar: Calendar) -> list[date]:
        """Return the days counted, from `start` one way or the other."""
        days = (start + step * n for n in count())
        return list(islice((day for day in days if self._counts(day, calendar)), self.length))

    def _counts(self, day: date, calendar: Calendar) -> bool:
        match self.unit:
            case Unit.CALENDAR_DAYS:
                return True
            case Unit.WORKING_DAYS:
                return calendar.is_working_day(day)
            case Unit.SCHOOL_DAYS:
                return calendar.is_school_day(day)

    def _require_clear(self) -> None:
        if self.counting is not Counting.CLEAR:
            raise ValueError(f"Only clear days lead to a meeting, not {self.describe()}.")


def local_date(moment: datetime) -> date:
    """Return the date in London at an aware moment. Raises ValueError if it has no time zone."""
    if moment.tzinfo is None:
        raise ValueError("A moment without a time zone has no date in London.")
    return moment.astimezone(LONDON).date()


def in_words(day: date) -> str:
    """Write a date out, as in "Friday 9 October 2026"."""
    return f"{day:%A} {day.day} {day:%B %Y}"


def _between(first: date, last: date) -> Iterator[date]:
    return (first + ONE_DAY * n for n in range((last - first).days + 1))


def _left_out(skipped: list[date], calendar: Calendar) -> str:
    """Name the days skipped, those in a row together, with their reasons; often empty."""
    if not skipped:
        return ""
    return " Not counted: " + "; ".join(_run(run, calendar) for run in _runs(skipped)) + "."


def _runs(days: list[date]) -> list[list[date]]:
    """Divide days in order into stretches without a gap."""
    runs: list[list[date]] = []
    for day in days:
        if runs and day - runs[-1][-1] == ONE_DAY:
            runs[-1].append(day)
        else:
            runs.append([day])
    return runs


def _run(run: list[date], calendar: Calendar) -> str:
    reasons = ", ".join(dict.fromkeys(calendar.reason(day) for day in run))
    first, last = in_words(run[0]), in_words(run[-1])
    return f"{first} ({reasons})" if first == last else f"{first} to {last} ({reasons})"
