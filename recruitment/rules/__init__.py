"""What stands in the way of each step: from a Position and the facts given, to obstacles.

Every rule is a pure function. It is asked without facts by a page that wants to know whether a
step is possible now, and with them by `step()`; a rule about a fact that is not given is silent.
"""

from casework.action import Facts
from law.base import Obstacle
from recruitment.position import Position
from recruitment.rules import advice, appointment, meetings, opening, papers, selection
from recruitment.rules.base import Rule

RULES: dict[str, tuple[Rule, ...]] = {
    **opening.RULES,
    **meetings.RULES,
    **selection.RULES,
    **advice.RULES,
    **appointment.RULES,
    **papers.RULES,
}


def obstacles(position: Position, action: str, facts: Facts) -> list[Obstacle]:
    """Return every obstacle to the action, each key once, in the order of its rules."""
    found: dict[str, Obstacle] = {}
    for rule in RULES.get(action, ()):
        for obstacle in rule(position, facts):
            found.setdefault(obstacle.key, obstacle)
    return list(found.values())
