"""The objectives as a person may read them: this year's, and last year's beside them."""

from dataclasses import dataclass
from itertools import zip_longest

from governance.desk import Desk
from governance.models import Objective, Progress
from governance.policies import ADVISER, APPRAISER, IN_THE_ROOM
from governance.previous import outcome, told_last_year


@dataclass(frozen=True, slots=True)
class Shown:
    """An objective with what was noted of it and, for those who may read it, how it ended."""

    objective: Objective
    progress: tuple[Progress, ...]
    outcome: str


def objectives(desk: Desk) -> list[Shown]:
    """Return every objective of the cycle in order, those dropped among them."""
    p = desk.position
    return [
        Shown(o, tuple(n for n in p.progress if n.objective_id == o.pk), _outcome(desk, o))
        for o in p.objectives
    ]


def _outcome(desk: Desk, objective: Objective) -> str:
    """How it ended: while the review is written that is for those who write it."""
    judged = desk.may("see_review") or desk.may("see_report")
    return outcome(objective) if judged and objective.judgement else ""


@dataclass(frozen=True, slots=True)
class Beside:
    """Two objectives in one row of the years side by side; either may be missing."""

    before: Objective | None
    outcome: str
    now: Shown | None


def years(desk: Desk) -> list[Beside]:
    """Return last year's objectives beside this year's; nothing where there was no last year.

    They are for those who are in the room: whoever hears an appeal sees this year alone. The head
    reads how they ended once the report on that year is given.
    """
    before = desk.position.earlier if desk.roles & set(IN_THE_ROOM) else ()
    reads = desk.roles & {APPRAISER, ADVISER} or told_last_year(desk.position)
    now = [each for each in objectives(desk) if not each.objective.dropped_on]
    rows = zip_longest(before, now) if before else ()
    return [Beside(old, outcome(old) if old and reads else "", new) for old, new in rows]
