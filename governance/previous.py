"""The year before: its objectives and their outcomes, which the next year carries in."""

from governance.models import Objective
from governance.position import Position


def last_year(p: Position) -> list[Objective]:
    """Return the objectives of the cycle before that were not dropped; none where there is none."""
    before = p.case.previous
    return list(before.objectives.filter(dropped_on=None)) if before else []


def outcome(objective: Objective) -> str:
    """Return how an objective ended, in words, with the reasons."""
    judged = objective.get_judgement_display() or "Not judged"
    reasons = objective.judgement_reasons
    return f"{judged}: {reasons}" if reasons else judged
