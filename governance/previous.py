"""The year before: its objectives and their outcomes, which the next year carries in."""

from governance.models import Objective
from governance.position import Position


def last_year(p: Position) -> list[Objective]:
    """Return the objectives of the cycle before that were not dropped.

    There are none where there was no such cycle, or where its papers are disposed of.
    """
    return list(p.earlier)


def outcome(objective: Objective) -> str:
    """Return how an objective ended, in words, with the reasons."""
    judged = objective.get_judgement_display() or "Not judged"
    reasons = objective.judgement_reasons
    return f"{judged}: {reasons}" if reasons else judged
