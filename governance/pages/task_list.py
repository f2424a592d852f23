"""The task list of a cycle as one person may read it."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from casework.task_page import TaskPage
from governance.desk import Desk
from governance.models.cycle import ROLES
from governance.position import Position
from governance.tasks import TASKS
from law.base import Obstacle

PHASES = {
    "people": "People",
    "objectives": "Objectives",
    "year": "Through the year",
    "review": "Review",
    "pay": "Pay",
    "appeal": "Appeal",
    "end": "End of the cycle",
}


def discreet(desk: Desk, obstacle: Obstacle) -> Obstacle:
    """Return the obstacle without the name of anybody whom the person may not know of."""
    p = desk.position
    text = f"{obstacle.sentence} {obstacle.clears_by}"
    rows: tuple[Any, ...] = (*p.appraisers, *p.engagements, *p.appeals_officers)
    named = any(row.person.full_name in text for row in rows) and not desk.may("see_people")
    objected = obstacle.key == "objection_open" and not desk.may("see_objections")
    if not named and not objected:
        return obstacle
    return replace(
        obstacle,
        sentence="Something about who takes part stands in the way.",
        clears_by="Those who see the people of this cycle know what is needed.",
    )


# What else is possible

GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "People",
        (
            "engage_adviser",
            "end_engagement",
            "appoint_another",
            "add_appraiser",
            "change_appraiser",
            "object_to_appraiser",
            "give_part",
            "end_part",
        ),
    ),
    ("Objectives", ("add_objective", "change_objective", "drop_objective")),
    ("Through the year", ("note_progress", "seek_information")),
    ("The review", ("hand_over",)),
    ("Pay", ("recommend_pay", "decide_pay", "appeal_pay")),
    ("Appeal", ("appeal",)),
    ("Papers", ("draft_document",)),
    ("The cycle", ("change_dates", "end_early")),
)


def _somebody_appraises(p: Position) -> bool:
    return bool(p.appraisers_now)


SOMETHING_THERE: dict[str, Callable[[Position], object]] = {
    "change_appraiser": _somebody_appraises,
    "object_to_appraiser": _somebody_appraises,
    "appeal_pay": lambda p: p.pay and not p.pay.appeal_on,
}

PAGE = TaskPage(
    tasks=TASKS,
    role_names=ROLES,
    phases=PHASES,
    groups=GROUPS,
    discreet=discreet,
    something_there=SOMETHING_THERE,
)
