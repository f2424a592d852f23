"""The headship as the machinery of `casework` sees it: the one place where its parts meet."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from typing import Any, TypeVar

from casework import clock
from casework.action import Actor, Facts, Process, Step
from casework.action import step as machinery_step
from casework.documents import issue
from casework.models import Event
from law.base import Obstacle
from recruitment import load, rules
from recruitment.documents import KINDS
from recruitment.models import Vacancy
from recruitment.models.vacancy import ROLES
from recruitment.policies import TABLE
from recruitment.position import Position

Action = TypeVar("Action", bound=Callable[..., Any])


def _after(vacancy: Vacancy, event: Event) -> None:
    if vacancy.documents.exists():
        issue.mark_stale(vacancy, KINDS, load.position(vacancy, clock.today()), event)


def _obstacles(position: Position, action: str, facts: Facts) -> list[Obstacle]:
    """Ask the rules, which are told of what kind the paper is that the step is about."""
    document = facts.get("document")
    key = document.kind if document else str(facts.get("kind"))
    return rules.obstacles(position, action, {**facts, "paper_kind": KINDS.get(key)})


PROCESS: Process[Vacancy, Position] = Process(
    name="headship",
    model=Vacancy,
    table=TABLE,
    role_names=ROLES,
    load=load.position,
    obstacles=_obstacles,
    after=_after,
)


def action(function: Action) -> Action:
    """Register a function of `actions/` under its name, for stories, forms and the docs."""
    PROCESS.actions[function.__name__] = function
    return function


def step(
    vacancy: Vacancy, action: str, *, by: Actor, on: date, why: str = "", **facts: Any
) -> AbstractContextManager[Step[Vacancy, Position]]:
    """Return the step of a headship: see `casework.action.step`."""
    return machinery_step(PROCESS, vacancy, action, by=by, on=on, why=why, **facts)
