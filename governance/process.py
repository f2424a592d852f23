"""Performance management as the machinery of `casework` sees it: where its parts meet."""

from casework import clock
from casework.action import Facts, Process
from casework.documents import issue
from casework.models import Event
from governance import load, rules
from governance.documents import KINDS
from governance.models import Cycle
from governance.models.cycle import ROLES
from governance.policies import TABLE
from governance.position import Position
from law.base import Obstacle


def _after(cycle: Cycle, event: Event) -> None:
    if issue.not_stale(cycle).exists():
        position = load.position(cycle, clock.today())
        issue.mark_stale(cycle, KINDS, position.judged_on, event)


def _obstacles(position: Position, action: str, facts: Facts) -> list[Obstacle]:
    """Ask the rules, which are told of what kind the paper is that the step is about."""
    document = facts.get("document")
    key = document.kind if document else str(facts.get("kind"))
    return rules.obstacles(position, action, {**facts, "paper_kind": KINDS.get(key)})


PROCESS: Process[Cycle, Position] = Process(
    name="performance management",
    model=Cycle,
    table=TABLE,
    role_names=ROLES,
    load=load.position,
    obstacles=_obstacles,
    after=_after,
)

action, step = PROCESS.action, PROCESS.step
