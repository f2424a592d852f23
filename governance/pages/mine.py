"""The cycles in which a person has a part: in as many queries for three hundred as for three."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Case, QuerySet, Value, When

from accounts.models import User
from casework import access
from casework.waiting import Waiting
from governance import clocks, load
from governance.desk import Desk
from governance.models import Cycle, CycleGrant
from governance.pages import dates, task_list
from governance.site import SITE
from governance.stages import OVER, RUNNING, Stage
from law.base import NoRegime
from schools.governing_law import SchoolLaw, load_changes
from schools.models import School


def cycles_of(user: User) -> QuerySet[Cycle]:
    """Return the cycles in which the person was given a part, those that still run first."""
    over_last = Case(When(stage__in=OVER, then=Value(1)), default=Value(0))
    return access.cases_of(user, load.cycles()).order_by(over_last, "-starts_on", "-pk")


def desks(user: User, cycles: Sequence[Cycle], on: date) -> list[Desk]:
    """Return the person's desk at each of the cycles in which they still have a part, in order.

    A cycle of a school whose law Headship does not hold is left out.
    """
    load_changes(cycle.school for cycle in cycles)
    held = [cycle for cycle in cycles if has_scheme(cycle.school, on)]
    if not held:
        return []
    granted = access.roles_by_case(user, held, CycleGrant.objects.all())
    loaded = load.positions(held, on)
    found = (Desk(p, user, p.roles_left(user, granted[p.case.pk])) for p in loaded)
    return [desk for desk in found if desk.roles]


def has_scheme(school: School, on: date) -> bool:
    """Return whether Headship holds the rules by which the school's head is appraised."""
    try:
        return bool(SchoolLaw(school).scheme_on(on))
    except NoRegime:
        return False


def waiting(user: User, on: date) -> list[Waiting]:
    """Return what waits for the person in each of the cycles that run."""
    running = cycles_of(user).filter(stage__in=RUNNING)
    return [_waiting(desk) for desk in desks(user, list(running), on)]


def _waiting(desk: Desk) -> Waiting:
    p = desk.position
    to_come = dates.coming(desk)
    first = to_come[0].end if to_come else date.max
    return Waiting(
        school=str(p.school),
        reference=p.case.reference,
        called=SITE.called,
        stage_name=p.stage_name,
        home=SITE.home,
        act=SITE.act,
        on=p.on,
        steps=[(shown.task.action, shown.task.name) for shown in task_list.PAGE.for_me(desk)],
        dates=to_come,
        late=clocks.warnings(p),
        nearest=first,
    )


@dataclass(frozen=True, slots=True)
class Listed:
    """One line of the list of cycles."""

    cycle: Cycle
    stage_name: str
    roles: str
    next_step: str
    late: list[str]

    @property
    def running(self) -> bool:
        """Whether the cycle still runs."""
        return self.cycle.stage in RUNNING


def listed(desks: Sequence[Desk]) -> list[Listed]:
    """Return a line for each of the cycles on a page of the list."""
    return [_line(desk) for desk in desks]


def _line(desk: Desk) -> Listed:
    p = desk.position
    names = ", ".join(name for role, name in SITE.process.role_names.items() if role in desk.roles)
    over = Stage(p.stage) in OVER
    next_step = "" if over else task_list.PAGE.next_step(p)
    return Listed(p.case, p.stage_name, names, next_step, clocks.overdue(p))
