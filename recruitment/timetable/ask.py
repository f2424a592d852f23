"""What a timetable is worked out from: the day wanted, the law, the calendar, what has happened."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from law.appointment.practice import USUAL
from law.appointment.regime import Regime, ResignationDate
from law.base import Rule
from law.calendars import Calendar, CalendarError
from law.periods import Period
from recruitment.models import Appointee

ONE_DAY = timedelta(days=1)
EASTER_MONDAY = "Easter Monday"
MARCH, MAY = 3, 5
EASTERS = 35  # days on which Easter Monday can fall, from 23 March on


@dataclass(frozen=True, kw_only=True)
class Ask:
    """One question: can somebody like this be in post on this day?

    `done` and `arranged` are the days of steps that have happened, or are fixed for a day to come.
    `measures` are the ways of winning time that are taken as given: see `recovery`.
    """

    regime: Regime
    calendar: Calendar
    today: date
    start: date
    appointee: Appointee
    done: Mapping[str, date] = field(default_factory=dict)
    arranged: Mapping[str, date] = field(default_factory=dict)
    measures: frozenset[str] = frozenset()

    def length(self, key: str) -> int:
        """How many days a step is given: what is usual, or the shortest."""
        usual = USUAL[key].value
        return usual.shortest if key in self.measures else usual.days

    @property
    def period(self) -> Rule[Period] | None:
        """The authority's period once it has the names, where it has one."""
        return self.regime.names.representations if self.regime.names else None

    @property
    def waits_for_period(self) -> bool:
        """Whether the governing body's decision waits for that period to end."""
        return self.period is not None and "none_made" not in self.measures

    def in_session(self, day: date) -> bool:
        """Whether governors can be expected on the day: a school day, or as near as is known."""
        if self.calendar.school_holiday(day):
            return False
        try:
            return self.calendar.is_school_day(day)
        except CalendarError:
            return self.calendar.is_working_day(day)

    def terms_known(self, day: date) -> bool:
        """Whether it is known if the school meets on the day."""
        try:
            self.calendar.is_school_day(day)
        except CalendarError:
            return False
        return True

    def resignation(self) -> tuple[date, date, ResignationDate]:
        """Return by when to resign, to leave on which day, and the rule that says both."""
        dates = self.regime.resignation_dates.value
        binding = dates.head if self.appointee is Appointee.HEAD else dates.teacher
        gone = self._gone_by()
        years = (gone.year - 1, gone.year)
        ways = [(each.leaving_day(y), each.deadline(y), each) for y in years for each in binding]
        leaves, resigns, rule = max((way for way in ways if way[0] <= gone), key=lambda way: way[0])
        return resigns, leaves, rule

    def _gone_by(self) -> date:
        """The last day in the old post: for a start after Easter, that of the spring term."""
        before = self.start - ONE_DAY
        if self.starts_after_easter:
            return date(self.start.year, MAY, 1) - ONE_DAY
        return before

    @property
    def starts_after_easter(self) -> bool:
        """Whether the start lies between Easter Monday and 1 May."""
        easter = easter_monday(self.start.year, self.calendar)
        return easter is not None and easter < self.start < date(self.start.year, MAY, 1)


def easter_monday(year: int, calendar: Calendar) -> date | None:
    """Return Easter Monday of the year, as the table of bank holidays has it, or nothing."""
    days = (date(year, MARCH, 23) + ONE_DAY * n for n in range(EASTERS))
    return next((day for day in days if calendar.reason(day) == EASTER_MONDAY), None)
