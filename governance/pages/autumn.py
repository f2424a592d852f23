"""The adviser's autumn on one page: over all their schools, what is due by when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from casework.words import written
from governance import clocks
from governance.desk import Desk
from governance.models import Point
from governance.policies import ADVISER
from governance.position import Position

DONE, LATE, NOW, TO_COME, NONE = "done", "late", "due now", "to come", ""


@dataclass(frozen=True, slots=True)
class Due:
    """One thing that is due at a school: how it stands, in words and as a sort."""

    words: str
    sort: str

    @property
    def colour(self) -> str:
        """The colour of its tag."""
        return {DONE: "green", LATE: "red", NOW: "yellow"}.get(self.sort, "grey")


@dataclass(frozen=True, slots=True)
class Line:
    """One school in the adviser's autumn. `first` is the day by which the next thing is due."""

    desk: Desk
    objectives: Due
    advice: Due
    review: Due
    pay: Due
    first: date


def lines(desks: Sequence[Desk]) -> list[Line]:
    """Return a line for each cycle that the person advises, the one with the nearest day first."""
    mine = [_line(desk) for desk in desks if ADVISER in desk.roles]
    return sorted(mine, key=lambda line: (line.first, str(line.desk.position.school)))


def _line(desk: Desk) -> Line:
    p = desk.position
    open_days = [day for day, done in _days(p) if not done]
    return Line(
        desk, _objectives(p), _advice(p), _review(p), _pay(p), min(open_days, default=date.max)
    )


def _days(p: Position) -> list[tuple[date, bool]]:
    """By when each thing is due, and whether it is done."""
    pay = clocks.salary_review(p)
    return [
        (p.case.starts_on, p.case.objectives_set_on is not None),
        (review_by(p), p.review is not None),
        *([(pay.day, pay.done_on is not None)] if pay else []),
    ]


def review_by(p: Position) -> date:
    """Return by when the review is to be held: the day of notice, or that of the yearly review
    of pay, or else the last day of the cycle.
    """
    pay = clocks.salary_review(p)
    return p.case.review_to_be_on or (pay.day if pay else p.case.ends_on)


def _due(p: Position, day: date, done: date | None) -> Due:
    if done:
        return Due(written(done), DONE)
    if day < p.on:
        return Due(f"Was due by {written(day)}", LATE)
    return Due(f"By {written(day)}", TO_COME)


def _objectives(p: Position) -> Due:
    return _at_the_start(p, p.case.objectives_set_on)


def _at_the_start(p: Position, done: date | None) -> Due:
    """Due before the cycle starts or as soon as practicable after: from its first day on."""
    starts_on = p.case.starts_on
    if done is None and starts_on <= p.on:
        return Due(f"Since {written(starts_on)}", NOW)
    return _due(p, starts_on, done)


def _review(p: Position) -> Due:
    return _due(p, review_by(p), p.review.held_on if p.review else None)


def _pay(p: Position) -> Due:
    pay = clocks.salary_review(p)
    return _due(p, pay.day, pay.done_on) if pay else Due("No day is laid down", NONE)


def _advice(p: Position) -> Due:
    """The adviser's paper: first on the objectives, then, once these are set, on the review."""
    point = Point.REVIEW if p.case.objectives_set_on else Point.OBJECTIVES
    given = max((a.given_on for a in p.advice if a.point == point), default=None)
    if point == Point.REVIEW:
        found = _due(p, review_by(p), given)
        return Due(f"{found.words}, on the review", found.sort)
    found = _at_the_start(p, given)
    return Due(f"{found.words}, on the objectives", found.sort)
