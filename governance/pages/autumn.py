"""The adviser's autumn on one page: over all their schools, what is due by when."""

from collections.abc import Sequence
from dataclasses import replace

from governance.desk import Desk
from governance.models import Point
from governance.pages import due
from governance.pages.due import Due, Line
from governance.policies import ADVISER
from governance.position import Position


def lines(desks: Sequence[Desk]) -> list[Line]:
    """Return a line for each cycle that the person advises, the one with the nearest day first."""
    return due.lines((desk for desk in desks if ADVISER in desk.roles), COLUMNS)


def _advice(p: Position) -> Due:
    """The adviser's paper: first on the objectives, then, once these are set, on the review."""
    point = Point.REVIEW if p.case.objectives_set_on else Point.OBJECTIVES
    given = max((a.given_on for a in p.advice if a.point == point), default=None)
    if p.review and given is None:
        return Due("None was given on the review")
    if point == Point.REVIEW:
        found = due.due(p, due.review_by(p), given)
        return replace(found, words=f"{found.words}, on the review")
    found = due.at_the_start(p, given)
    return replace(found, words=f"{found.words}, on the objectives")


COLUMNS: due.Columns = (
    ("Objectives", due.objectives),
    ("Your advice", _advice),
    ("Review", due.review),
    ("Pay", due.pay),
)
