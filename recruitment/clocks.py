"""The clocks of a vacancy that still run, and what a bank holiday added later does to them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from casework.models import Meeting
from casework.words import written
from recruitment.position import Position
from recruitment.rules.meetings import notice_kept

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Clock:
    """A period that runs: what it is, its last day, and the day by which it must be over if any."""

    name: str
    last_day: date
    needed_by: date | None = None

    @property
    def is_too_long(self) -> bool:
        """Whether it does not end in time for what is arranged."""
        return self.needed_by is not None and self.last_day >= self.needed_by


def running(p: Position) -> list[Clock]:
    """Return the clocks that run on the day of the position."""
    return [clock for clock in (*_of_names(p), *_of_meetings(p)) if clock.last_day >= p.on]


def too_short(p: Position) -> list[Meeting]:
    """Return the meetings still to come whose clear days no longer suffice."""
    coming = [(m, _of_notice(p, m)) for m in _called(p) if m.held_on >= p.on]
    return [meeting for meeting, clock in coming if clock and clock.is_too_long]


def short_from_the_start(p: Position) -> list[Meeting]:
    """Return the meetings still to come whose notice never was as long as is asked for."""
    return [m for m in _called(p) if m.held_on >= p.on and notice_kept(p, m) is None]


def moved(before: Position, after: Position) -> list[str]:
    """Return a sentence for each clock that ends on another day in the second position.

    The notice of a meeting counts as moved only if it no longer suffices. A clock that has ended
    is in neither position.
    """
    now = {clock.name: clock for clock in running(after)}
    pairs = [(then, now.get(then.name, then)) for then in running(before)]
    return [_in_words(then, other) for then, other in pairs if _matters(then, other)]


def _matters(then: Clock, now: Clock) -> bool:
    moves = then.last_day != now.last_day
    return moves and (then.needed_by is None or now.is_too_long)


def _in_words(then: Clock, now: Clock) -> str:
    days = f"{written(then.last_day)} to {written(now.last_day)}"
    moves = f"{now.name}: the last day moves from {days}."
    if now.needed_by is None:
        return moves
    first = written(now.last_day + ONE_DAY)
    return f"{moves} The first lawful day for the meeting is now {first}."


def _of_names(p: Position) -> Iterator[Clock]:
    for notice in p.notices:
        last = p.last_day(notice)
        if last:
            yield Clock(f"Period for the names sent on {written(notice.sent_on)}", last)


def _of_meetings(p: Position) -> Iterator[Clock]:
    clocks = (_of_notice(p, meeting) for meeting in _called(p))
    yield from (clock for clock in clocks if clock)


def _called(p: Position) -> Iterator[Meeting]:
    """The governing body's meetings that are not held, but for those called at shorter notice."""
    for meeting in p.meetings:
        if meeting.body == Meeting.Body.GOVERNING_BODY and not (meeting.held or meeting.urgent):
            yield meeting


def _of_notice(p: Position, meeting: Meeting) -> Clock | None:
    """The clock of the longest notice that was kept, the law's or the authority's own."""
    rule = notice_kept(p, meeting)
    if rule is None:
        return None
    name = f"Notice of the governing body's meeting of {written(meeting.held_on)}"
    last = rule.value.last_day(meeting.notice_on, p.calendar)
    return Clock(f"{name} (meeting {meeting.number})", last, meeting.held_on)
