"""Papers of performance management: who draws up which."""

from collections.abc import Iterator

from casework.action import Facts
from casework.papers.rules import Sides, paper_rules
from governance.models.cycle import ROLES
from governance.policies import ADVISER, APPEALS, APPRAISER, CHAIR, CLERK, DECIDER, HEAD
from governance.position import Position
from governance.rules.base import after_opening
from law.base import Obstacle

SIDES = Sides(
    (
        frozenset({CLERK, CHAIR}),
        frozenset({APPRAISER}),
        frozenset({ADVISER}),
        frozenset({HEAD}),
        frozenset({DECIDER, CHAIR}),
        frozenset({APPEALS}),
    ),
    ROLES,
)


def nobody_kept_out(_: Position, __: Facts) -> Iterator[Obstacle]:
    """Nobody with a side in a paper is kept from it: who is on a side is judged by their part."""
    yield from ()


RULES = paper_rules(SIDES, after_opening, nobody_kept_out)
del RULES["attach"]
