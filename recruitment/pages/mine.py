"""The vacancies in which a person has a part: in as many queries for three hundred as for three."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Case, Q, QuerySet, Value, When

from accounts.models import User
from casework import access
from casework.timeline import Entry
from law.appointment import NoRegime, regime_for
from recruitment import load
from recruitment.forms.base import Desk
from recruitment.models import Candidate, Vacancy
from recruitment.pages import dates, task_list
from recruitment.pages.people import roles_by_case
from recruitment.policies import AUTHORITY, CHAIR, CLERK, PANEL_CHAIR, TABLE
from recruitment.position import Position
from recruitment.rules.base import written
from recruitment.stages import ENDED, RUNNING, CandidateState, Stage
from schools.models import School

ANSWERS = ("make_representations", "make_no_representations")
WHO_KEEP_DATES = frozenset({CLERK, CHAIR, PANEL_CHAIR})
TO_BE_TOLD = (CandidateState.NOT_SHORTLISTED, CandidateState.UNSUCCESSFUL)


def vacancies_of(user: User) -> QuerySet[Vacancy]:
    """Return the vacancies in which the person has a part, those that still run first."""
    mine = access.cases_of(user, load.vacancies()).exclude(outgoing_head=user)
    ended_last = Case(When(stage__in=ENDED, then=Value(1)), default=Value(0))
    return mine.order_by(ended_last, "-opened_on", "-pk")


def desks(user: User, vacancies: Sequence[Vacancy], on: date) -> list[Desk]:
    """Return the person's desk at each of the vacancies whose law Headship holds, in order."""
    held = [vacancy for vacancy in vacancies if has_law(vacancy.school, on)]
    granted = roles_by_case(user, held)
    found = (Desk(p, user, p.roles_left(user, granted[p.case.pk])) for p in _loaded(held, on))
    return [desk for desk in found if desk.roles]


def _loaded(vacancies: Sequence[Vacancy], on: date) -> list[Position]:
    return load.positions(vacancies, on) if vacancies else []


def has_law(school: School, on: date) -> bool:
    """Return whether Headship holds the law of the school on the day.

    A school can change its category, as when it becomes an academy, while its vacancy runs.
    """
    try:
        return bool(regime_for(school.category, school.nation, on))
    except NoRegime:
        return False


@dataclass(frozen=True, slots=True)
class Waiting:
    """One vacancy: what waits for the person there, and the dates to come, the nearest first."""

    desk: Desk
    tasks: list[task_list.Shown]
    answers: list[task_list.Named]
    dates: list[Entry]
    late: list[str]

    @property
    def waits(self) -> bool:
        """Whether there is something for the person to do."""
        return bool(self.tasks or self.answers)

    @property
    def nearest(self) -> date:
        """The nearest date to come; what is late comes before all, what has no date last."""
        if self.late:
            return date.min
        return self.dates[0].end if self.dates else date.max


def waiting(user: User, on: date) -> tuple[list[Waiting], list[Waiting]]:
    """Return the vacancies where something waits for the person, and the others that run."""
    untold = Candidate.objects.filter(told_on=None, state__in=TO_BE_TOLD).values("vacancy")
    open_cases = vacancies_of(user).filter(Q(stage__in=RUNNING) | Q(pk__in=untold))
    found = [_waiting(desk) for desk in desks(user, list(open_cases), on)]
    found.sort(key=lambda each: each.nearest)
    others = [w for w in found if not w.waits and Stage(w.desk.position.stage) in RUNNING]
    return [w for w in found if w.waits], others


def _waiting(desk: Desk) -> Waiting:
    late = dates.late(desk.position) if desk.roles & WHO_KEEP_DATES else []
    return Waiting(desk, task_list.for_me(desk), _answers(desk), dates.coming(desk), late)


def _answers(desk: Desk) -> list[task_list.Named]:
    """Return how the authority can answer the names, while its period runs."""
    p = desk.position
    if p.notice is None or not p.notice.received_on or not p.is_open(p.notice):
        return []
    if not desk.roles & set(AUTHORITY):
        return []
    return [(k, TABLE[k].sentence) for k in ANSWERS if task_list.can_begin(desk, k)]


@dataclass(frozen=True, slots=True)
class Listed:
    """One line of the list of vacancies: `period` is that for representations, in words."""

    vacancy: Vacancy
    stage_name: str
    next_step: str = ""
    period: str = ""

    @property
    def running(self) -> bool:
        """Whether the headship is still being filled."""
        return self.vacancy.stage in RUNNING


def listed(user: User, vacancies: Sequence[Vacancy], on: date) -> list[Listed]:
    """Return a line for each of the vacancies on a page of the list."""
    by_case = {desk.position.case.pk: desk for desk in desks(user, vacancies, on)}
    return [_line(vacancy, by_case.get(vacancy.pk)) for vacancy in vacancies]


def _line(vacancy: Vacancy, desk: Desk | None) -> Listed:
    stage = Stage(vacancy.stage)
    if desk is None or stage in ENDED:
        return Listed(vacancy, stage.label)
    p = desk.position
    return Listed(vacancy, stage.label, task_list.next_step(p), _period(p))


def _period(p: Position) -> str:
    if p.notice is None:
        return ""
    last = p.last_day(p.notice)
    if last is None:
        return "not begun, no receipt is recorded"
    return f"{'ends' if p.is_open(p.notice) else 'ended'} on {written(last)}"
