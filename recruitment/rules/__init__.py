"""What stands in the way of each step of a headship: from a Position and facts, to obstacles."""

from casework.action import Facts
from casework.rules import found_by
from law.base import Obstacle
from recruitment.position import Position
from recruitment.rules import (
    advertisement,
    advice,
    applications,
    appointment,
    checks,
    corrections,
    delegation,
    equality,
    extension,
    interests,
    interviews,
    meetings,
    opening,
    panel,
    papers,
    planning,
    posts,
    recommendation,
    reservations,
    scoring,
    selection,
    specification,
    together,
    turns,
)
from recruitment.rules.base import Rule

OF_EACH_PHASE: dict[str, tuple[Rule, ...]] = {
    **opening.RULES,
    **specification.RULES,
    **advertisement.RULES,
    **interests.RULES,
    **meetings.RULES,
    **panel.RULES,
    **applications.RULES,
    **scoring.RULES,
    **together.RULES,
    **selection.RULES,
    **extension.RULES,
    **interviews.RULES,
    **advice.RULES,
    **reservations.RULES,
    **recommendation.RULES,
    **appointment.RULES,
    **checks.RULES,
    **delegation.RULES,
    **equality.RULES,
    **papers.RULES,
    **planning.RULES,
    **posts.RULES,
    **corrections.RULES,
    **turns.RULES,
}
RULES = {
    action: (*found, turns.not_paused) if action in turns.MOVED_ON else found
    for action, found in OF_EACH_PHASE.items()
}


def obstacles(position: Position, action: str, facts: Facts) -> list[Obstacle]:
    """Return every obstacle to the action, each said once, at its strongest.

    A step that the law of the school does not know has that one obstacle and no other.
    """
    if unknown := position.unknown_step(action):
        return [unknown]
    return found_by(RULES.get(action, ()), position, facts)
