"""What stands in the way of each step: from a Position and the facts given, to obstacles.

Every rule is a pure function. It is asked without facts by a page that wants to know whether a
step is possible now, and with them by `step()`; a rule about a fact that is not given is silent.
"""

from casework.action import Facts
from law.base import Obstacle
from recruitment.position import Position
from recruitment.rules import (
    advice,
    appointment,
    checks,
    corrections,
    interviews,
    meetings,
    opening,
    panel,
    papers,
    reservations,
    selection,
)
from recruitment.rules.base import Rule

RULES: dict[str, tuple[Rule, ...]] = {
    **opening.RULES,
    **meetings.RULES,
    **panel.RULES,
    **selection.RULES,
    **interviews.RULES,
    **advice.RULES,
    **reservations.RULES,
    **appointment.RULES,
    **checks.RULES,
    **papers.RULES,
    **corrections.RULES,
}


def obstacles(position: Position, action: str, facts: Facts) -> list[Obstacle]:
    """Return every obstacle to the action, each said once, at its strongest."""
    found: dict[tuple[str, str], Obstacle] = {}
    for rule in RULES.get(action, ()):
        for obstacle in rule(position, facts):
            said = (obstacle.key, obstacle.sentence)
            known = found.get(said)
            if known is None or _weight(obstacle) > _weight(known):
                found[said] = obstacle
    return list(found.values())


def _weight(obstacle: Obstacle) -> tuple[bool, bool]:
    """A warning weighs least, then a rule that can be set aside, then one that cannot."""
    return obstacle.blocks, not obstacle.overridable
