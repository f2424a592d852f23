"""What is due at a school by when, in a word and a tag: the cells of a page over many schools."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from casework.words import written
from governance import clocks
from governance.clocks import LastDay
from governance.desk import Desk
from governance.position import Position

DONE, LATE, NOW, TO_COME, OPEN, NONE = "done", "late", "due now", "to come", "open", ""


@dataclass(frozen=True, slots=True)
class Due:
    """One thing that is due at a school: how it stands, in words and as a sort.

    `day` is the day by which, or since which, it is due; none of what is done or need not be.
    """

    words: str
    sort: str = NONE
    day: date | None = None

    @property
    def colour(self) -> str:
        """The colour of its tag."""
        return {DONE: "green", LATE: "red", NOW: "yellow"}.get(self.sort, "grey")


@dataclass(frozen=True, slots=True)
class Line:
    """One cycle on a page over many: its cells, in order of the columns, and what is overdue."""

    desk: Desk
    cells: tuple[tuple[str, Due], ...]
    overdue: tuple[str, ...] = ()

    @property
    def first(self) -> date:
        """The day by which the next thing is due."""
        return min((due.day for _, due in self.cells if due.day), default=date.max)


Columns = Sequence[tuple[str, Callable[[Position], Due]]]
"""What a table says of each cycle: the head of a column, and what stands in it."""


def lines(desks: Iterable[Desk], columns: Columns, *, overdue: bool = False) -> list[Line]:
    """Return a line for each of the desks, the one with the nearest day first.

    With `overdue`, each says besides what its last days have missed.
    """
    found = (
        Line(
            desk,
            tuple((name, say(desk.position)) for name, say in columns),
            tuple(clocks.overdue(desk.position)) if overdue else (),
        )
        for desk in desks
    )
    return sorted(found, key=lambda line: (line.first, str(line.desk.position.school)))


# What several tables say


def due(p: Position, day: date, done: date | None) -> Due:
    """Return how something stands that is due by a day."""
    if done:
        return Due(written(done), DONE)
    if day < p.on:
        return Due(f"Was due by {written(day)}", LATE, day)
    return Due(f"By {written(day)}", TO_COME, day)


def at_the_start(p: Position, done: date | None) -> Due:
    """Due before the cycle starts or as soon as practicable after: from its first day on."""
    starts_on = p.case.starts_on
    if done is None and starts_on <= p.on:
        return Due(f"Since {written(starts_on)}", NOW, starts_on)
    return due(p, starts_on, done)


def last_day(p: Position, found: LastDay | str) -> Due:
    """Return how a last day stands, or that it cannot be counted."""
    if isinstance(found, str):
        return Due("No last day can be counted: terms are missing", NOW, p.on)
    return due(p, found.day, found.done_on)


def objectives(p: Position) -> Due:
    """Return how the setting of the objectives stands."""
    return at_the_start(p, p.case.objectives_set_on)


def review_by(p: Position) -> date:
    """Return by when the review is to be held: the day of notice, or that of the yearly review
    of pay, or else the last day of the cycle.
    """
    pay = clocks.salary_review(p)
    return p.case.review_to_be_on or (pay.day if pay else p.case.ends_on)


def review(p: Position) -> Due:
    """Return how the review stands."""
    day, noticed = review_by(p), p.case.review_to_be_on
    if p.review is None and noticed and noticed >= p.on:
        return Due(f"On {written(noticed)}: notice is given", TO_COME, noticed)
    return due(p, day, p.review.held_on if p.review else None)


def pay(p: Position) -> Due:
    """Return how the yearly review of pay stands."""
    found = clocks.salary_review(p)
    return due(p, found.day, found.done_on) if found else Due("No day is laid down")
