"""How a period of days is counted: which days count, which day is the first, when it is over."""

from calendar import monthrange
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

    @property
    def counts_first(self) -> bool:
        """Say whether the day of the event, or of the notice, is one of the days."""
        return self is Counting.BEGINNING_WITH

    @property
    def counts_last(self) -> bool:
        """Say whether the day of the meeting that was given notice of may be the last of them."""
        return self is Counting.AFTER


@dataclass(frozen=True, slots=True)
class Period:
    """A number of days counted in one way from an event, such as the receipt of a letter.

    A period begins and ends at local midnight in London, so it is reckoned in dates alone; use
    `local_date` to turn a moment into the date it fell on. Where something must come so many days
    before another, `event` is the first and `until` the second.
    """

    length: int
    unit: Unit
    counting: Counting
    event: str = "receipt"
    until: str = "meeting"

    def __post_init__(self) -> None:
        """Refuse a period of no days, which would have no last day."""
        if self.length < 1:
            raise ValueError(f"A period has at least one day, not {self.length}.")

    def __str__(self) -> str:
        """Say the period in words."""
        return self.describe()

    def last_day(self, trigger: date, calendar: Calendar = ENGLAND_AND_WALES) -> date:
        """Return the last day of the period that `trigger`, the day of the event, sets running.

        Of clear days it is the last that must pass before the meeting may be held. A bank holiday
        added to the calendar once the period was over does not count in it: what has ended stays
        as it was.
        """
        return self._forward(trigger, self._settled(trigger, calendar))[-1]

    def is_over(self, trigger: date, today: date, calendar: Calendar = ENGLAND_AND_WALES) -> bool:
        """Say whether the last day has passed; the last day itself is still inside the period."""
        return today > self.last_day(trigger, calendar)

    def earliest(self, notice: date, calendar: Calendar = ENGLAND_AND_WALES) -> date:
        """Return the first lawful day of a meeting whose notice was given on `notice`."""
        last = self.last_day(notice, calendar)
        return last if self.counting.counts_last else last + ONE_DAY

    def latest_notice(self, meeting: date, calendar: Calendar = ENGLAND_AND_WALES) -> date:
        """Return the last lawful day to give notice of a meeting to be held on `meeting`."""
        first = self._back(meeting, calendar)[-1]
        return first if self.counting.counts_first else first - ONE_DAY

    def describe(self) -> str:
        """Say the period in words, as in "7 days beginning with the day of receipt"."""
        unit = self.unit.removesuffix("s") if self.length == 1 else self.unit
        if self.counting is Counting.CLEAR:
            return f"{self.length} clear {unit} between {self.event} and {self.until}"
        return f"{self.length} {unit} {self.counting} the day of {self.event}"

    def explain(self, trigger: date, calendar: Calendar = ENGLAND_AND_WALES) -> str:
        """Say in words how the period runs from `trigger`: first day, last day, days left out."""
        start, calendar = self._start(trigger), self._settled(trigger, calendar)
        days = self._forward(trigger, calendar)
        skipped = [day for day in _between(start, days[-1]) if day not in days]
        clear = self.counting is Counting.CLEAR
        given = f"{self.event} given on " if clear else ""
        opening = f"{self.describe()}, {given}{in_words(trigger)}"
        end = (
            f"the first lawful day for the {self.until} is {in_words(days[-1] + ONE_DAY)}"
            if clear
            else f"the last day is {in_words(days[-1])}, until midnight"
        )
        return f"{opening}. Day one is {in_words(days[0])}; {end}.{_left_out(skipped, calendar)}"

    def explain_back(self, meeting: date, calendar: Calendar = ENGLAND_AND_WALES) -> str:
        """Say in words how the period is counted back from `meeting`, and the days left out."""
        days = self._back(meeting, calendar)
        skipped = [day for day in _between(days[-1], self._last(meeting)) if day not in days]
        return (
            f"{self.describe()}, the {self.until} on {in_words(meeting)}. Counted back, the first "
            f"of the days is {in_words(days[-1])} and the last {in_words(days[0])}; the last "
            f"lawful day for the {self.event} is {in_words(self.latest_notice(meeting, calendar))}."
            f"{_left_out(skipped, calendar)}"
        )

    def latest_start(self, last_day: date, calendar: Calendar = ENGLAND_AND_WALES) -> date:
        """Return the latest day of the event from which the period is over by `last_day`."""
        days = (last_day - ONE_DAY * n for n in count())
        return next(day for day in days if self._forward(day, calendar)[-1] <= last_day)

    def _settled(self, trigger: date, calendar: Calendar) -> Calendar:
        """Return the calendar with what was added to it while the period still ran, or before."""
        if not calendar.changed_on:
            return calendar
        known = calendar.known_on(date.min)
        for day in calendar.changed_on:
            if day > self._forward(trigger, known)[-1]:
                break
            known = calendar.known_on(day)
        return known

    def _forward(self, trigger: date, calendar: Calendar) -> list[date]:
        """Return the days counted from `trigger` on."""
        return self._days(self._start(trigger), ONE_DAY, calendar)

    def _back(self, meeting: date, calendar: Calendar) -> list[date]:
        """Return the days counted back from `meeting`, the last of them first."""
        return self._days(self._last(meeting), -ONE_DAY, calendar)

    def _start(self, trigger: date) -> date:
        return trigger if self.counting.counts_first else trigger + ONE_DAY

    def _last(self, meeting: date) -> date:
        return meeting if self.counting.counts_last else meeting - ONE_DAY

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


@dataclass(frozen=True, slots=True)
class Months:
    """A number of calendar months from the day of an event, to the same day of the month."""

    length: int
    event: str

    def __str__(self) -> str:
        """Say the time in words, in years where they are whole."""
        years, months = divmod(self.length, 12)
        number, unit = (self.length, "month") if months else (years, "year")
        return f"{number} {unit if number == 1 else f'{unit}s'} from {self.event}"

    def last_day(self, trigger: date) -> date:
        """Return the last day: the same day of the month, or the month's last if it has none."""
        years, month = divmod(trigger.month - 1 + self.length, 12)
        year, month = trigger.year + years, month + 1
        return date(year, month, min(trigger.day, monthrange(year, month)[1]))


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
