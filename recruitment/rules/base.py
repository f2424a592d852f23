"""What the rules of every phase of a headship are made with."""

from collections.abc import Iterator
from datetime import date

from casework import rules
from casework.action import Facts
from law.base import Obstacle
from recruitment.known import OF_AUTHORITY, OFFICER
from recruitment.position import Position

Rule = rules.Rule[Position]


def _moved_on(p: Position, _: Facts) -> date:
    return p.case.moved_on


def _opened_on(p: Position, _: Facts) -> date:
    return p.case.opened_on


in_order = rules.not_before("on", "the last step of the case", _moved_on)
after_opening = rules.not_before("on", "the day the vacancy was recorded", _opened_on)


def for_the_employer(p: Position, f: Facts) -> Iterator[Obstacle]:
    """The authority acts as the employer only where it is the employer."""
    roles: frozenset[str] = f.get("roles", frozenset())
    if OFFICER in roles and not p.regime.authority_employs and not roles - OF_AUTHORITY:
        yield p.regime.appointer.obstacle(
            "not_the_employer",
            "The authority is not the employer of the head of this school.",
            "The clerk or the chair records it.",
        ).as_fixed()
