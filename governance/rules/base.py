"""What the rules of every part of a cycle are made with."""

from datetime import date

from casework import rules
from casework.action import Facts
from governance.position import Position

Rule = rules.Rule[Position]


def _moved_on(p: Position, _: Facts) -> date:
    return p.case.moved_on


def _opened_on(p: Position, _: Facts) -> date:
    return p.case.opened_on


in_order = rules.not_before("on", "the last step of the cycle", _moved_on)
after_opening = rules.not_before("on", "the day the cycle was recorded", _opened_on)


def _reviewed_on(p: Position, _: Facts) -> date | None:
    return p.review.held_on if p.review else None


def _given_on(p: Position, _: Facts) -> date | None:
    return p.review.given_on if p.review else None


since_given = rules.not_before("on", "the day on which the head had the report", _given_on)
since_review = rules.not_before("on", "the day of the review", _reviewed_on)
