"""The rows of a timetable: the latest day for each step, and how it stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from law.base import Rule
from recruitment.timetable.ask import Ask
from recruitment.timetable.recovery import Measure, bring_back, hardest
from recruitment.timetable.steps import STEPS, Latest, Step, work_back

TODAY = ("doing it today: nothing else waits for it",)


class State(StrEnum):
    """How a step stands against its latest day."""

    DONE = "done"
    PASSED = "passed over"
    ON_TIME = "on time"
    LATE = "late"
    IMPOSSIBLE = "impossible"


WORST = (State.IMPOSSIBLE, State.LATE, State.ON_TIME)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One step. `day` is when it happened, or is arranged for, or today: its earliest now."""

    key: str
    name: str
    latest: date
    why: str
    rules: tuple[Rule[object], ...]
    state: State
    day: date
    binds: bool
    happened: date | None = None
    arranged: date | None = None

    @property
    def days_late(self) -> int:
        """How many days after its latest day; below 0 with days to spare."""
        return (self.day - self.latest).days

    @property
    def in_words(self) -> str:
        """How it stands, in words."""
        match self.state:
            case State.DONE:
                return f"Done on {self.happened:%-d %B %Y}{self._against(self.days_late)}"
            case State.PASSED:
                return "Not recorded, and a later step is done"
            case State.LATE:
                return f"Late by {_days(self.days_late)}"
            case State.IMPOSSIBLE:
                return "Not possible for this start"
        arranged = f", arranged for {self.arranged:%-d %B %Y}" if self.arranged else ""
        return f"On time{arranged}"

    @staticmethod
    def _against(late: int) -> str:
        return f", {_days(late)} after the latest day" if late > 0 else ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """How the whole timetable stands: as its worst step that is still to be done."""

    state: State
    days_late: int = 0

    @property
    def in_words(self) -> str:
        """The verdict, in a word or two."""
        return f"late by {_days(self.days_late)}" if self.state is State.LATE else str(self.state)


def timetable(ask: Ask) -> list[Row]:
    """Return the steps of this case in order of their latest days.

    Raises CalendarError for a start beyond the bank holidays that are known, or so near that
    there is no date by which to resign.
    """
    latest, last = work_back(ask), hardest(ask)
    rows: list[Row] = []
    too_late: Row | None = None
    for step in reversed(STEPS):
        if step.key in latest:
            row = _row(ask, step, latest[step.key], last[step.key], too_late)
            rows.append(row)
            if step.binds and row.state is State.IMPOSSIBLE and not too_late:
                too_late = row
    return sorted(rows, key=lambda row: row.latest)


def brought_back_by(ask: Ask, row: Row) -> tuple[str, ...]:
    """Return what would bring back this one step, in a few words each; nothing if not late."""
    if row.state is not State.LATE:
        return ()
    if not row.binds:
        return TODAY
    return tuple(measure.name for measure in bring_back(ask, {row.key: row.day}))


def remedies(ask: Ask, rows: Sequence[Row]) -> tuple[Measure, ...]:
    """Return what would, taken together, bring back every step that is late."""
    late = {row.key: row.day for row in rows if row.state is State.LATE and row.binds}
    return bring_back(ask, late) if late else ()


def verdict(rows: Sequence[Row]) -> Verdict:
    """Return how the timetable stands."""
    for state in WORST:
        found = [row.days_late for row in rows if row.state is state]
        if found:
            return Verdict(state, max(found))
    return Verdict(State.DONE)


def _row(ask: Ask, step: Step, latest: Latest, last: date, too_late: Row | None) -> Row:
    happened, arranged = ask.done.get(step.key), _arranged(ask, step)
    when = happened or arranged or ask.today
    state = _state(ask, step, when, latest.day, last)
    why = latest.why
    if too_late and state in WORST:
        state, why = (
            State.IMPOSSIBLE,
            f"{why} It waits for “{too_late.name}”, which comes too late.",
        )
    return Row(
        key=step.key,
        name=step.name(ask),
        latest=latest.day,
        why=why,
        rules=latest.rules,
        state=state,
        day=when,
        binds=step.binds,
        happened=happened,
        arranged=arranged,
    )


def _arranged(ask: Ask, step: Step) -> date | None:
    """The day for which it is arranged, if that is still to come and it has not happened."""
    day = ask.arranged.get(step.key)
    return day if day and day >= ask.today and step.key not in ask.done else None


def _state(ask: Ask, step: Step, when: date, latest: date, last: date) -> State:
    if step.key in ask.done:
        return State.DONE
    if _later_done(ask, step) and step.binds:
        return State.PASSED
    if when <= latest:
        return State.ON_TIME
    return State.LATE if when <= last or not step.binds else State.IMPOSSIBLE


def _later_done(ask: Ask, step: Step) -> bool:
    return any(each.key in ask.done for each in STEPS[: STEPS.index(step)] if each.binds)


def _days(number: int) -> str:
    return f"{number} day{'' if number == 1 else 's'}"
