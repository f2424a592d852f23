"""The year before: the outcomes of its objectives, which the next year carries in."""

from governance.models import Objective
from governance.position import Position


def outcome(objective: Objective) -> str:
    """Return how an objective ended, in words, with the reasons."""
    judged = objective.get_judgement_display() or "Not judged"
    reasons = objective.judgement_reasons.strip()
    return f"{judged}. {reasons}" if reasons else judged


def told_last_year(p: Position) -> bool:
    """Return whether the head was given the report on the year before, as it stands."""
    cycles = {o.cycle for o in p.earlier}
    standing = (r for cycle in cycles for r in cycle.reviews.all() if r.set_aside_on is None)
    return any(review.given_on for review in standing)
