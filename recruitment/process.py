"""The headship as the machinery of `casework` sees it: the one place where its parts meet."""

from casework import clock
from casework.action import Facts, Process
from casework.documents import issue
from casework.models import Event
from law.base import Obstacle
from recruitment import load, rules
from recruitment.documents import KINDS
from recruitment.models import Vacancy
from recruitment.models.vacancy import ROLES
from recruitment.policies import TABLE
from recruitment.position import Position


def _after(vacancy: Vacancy, event: Event) -> None:
    if issue.not_stale(vacancy).exists():
        position = load.position(vacancy, clock.today())
        issue.mark_stale(vacancy, KINDS, position.judged_on, event)


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

action, step = PROCESS.action, PROCESS.step
