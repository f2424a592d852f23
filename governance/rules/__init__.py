"""What stands in the way of each step of a cycle: from a Position and facts, to obstacles."""

from casework.action import Facts
from casework.rules import found_by
from governance.position import Position
from governance.rules import appeal, ending, objectives, papers, parts, pay, people, review, system
from governance.rules.base import Rule
from law.base import Obstacle

RULES: dict[str, tuple[Rule, ...]] = {
    **people.RULES,
    **parts.RULES,
    **objectives.RULES,
    **system.RULES,
    **review.RULES,
    **pay.RULES,
    **appeal.RULES,
    **ending.RULES,
    **papers.RULES,
}


def obstacles(position: Position, action: str, facts: Facts) -> list[Obstacle]:
    """Return every obstacle to the action, each said once, at its strongest.

    A step that the law of the school does not know has that one obstacle and no other.
    """
    if unknown := position.unknown_step(action):
        return [unknown]
    return found_by(RULES.get(action, ()), position, facts)
