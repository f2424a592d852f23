"""The vacancies in which a person has a part: in as many queries for three hundred as for three."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Case, Q, QuerySet, Value, When

from accounts.models import User
from casework import access, task_page
from casework.waiting import Waiting
from casework.words import written
from law.base import NoRegime
from recruitment import load
from recruitment.forms.base import Desk
from recruitment.models import Candidate, Vacancy, VacancyGrant
from recruitment.pages import dates, task_list
from recruitment.policies import AUTHORITY, CHAIR, CLERK, PANEL_CHAIR, TABLE
from recruitment.position import Position
from recruitment.site import SITE
from recruitment.stages import ENDED, RUNNING, TO_BE_TOLD, Stage
from schools.governing_law import SchoolLaw, load_changes
from schools.models import School

ANSWERS = ("make_representations", "make_no_representations")
WHO_KEEP_DATES = frozenset({CLERK, CHAIR, PANEL_CHAIR})


def vacancies_of(user: User) -> QuerySet[Vacancy]:
    """Return the vacancies in which the person has a part, those that still run first."""
    mine = access.cases_of(user, load.vacancies()).exclude(outgoing_head=user)
    ended_last = Case(When(stage__in=ENDED, then=Value(1)), default=Value(0))
    return mine.order_by(ended_last, "-opened_on", "-pk")


def desks(user: User, vacancies: Sequence[Vacancy], on: date) -> list[Desk]:
    """Return the person's desk at each of the vacancies whose law Headship holds, in order."""
    load_changes(vacancy.school for vacancy in vacancies)
    held = [vacancy for vacancy in vacancies if has_law(vacancy.school, on)]
    granted = access.roles_by_case(user, held, VacancyGrant.objects.all())
    found = (Desk.of(p, user, p.roles_left(user, granted[p.case.pk])) for p in _loaded(held, on))
    return [desk for desk in found if desk.roles]


def _loaded(vacancies: Sequence[Vacancy], on: date) -> list[Position]:
    return load.positions(vacancies, on) if vacancies else []


def has_law(school: School, on: date) -> bool:
    """Return whether Headship holds the law of the school on the day.

    A school can change its category, as when it becomes an academy, while its vacancy runs.
    """
    try:
        return bool(SchoolLaw(school).on(on))
    except NoRegime:
        return False


REMINDER = (
    "If you have an interest to declare, such as knowing a candidate, please do it as soon as you "
    "are aware of it."
)


def waiting(user: User, on: date) -> list[Waiting]:
    """Return what waits for the person in each of the vacancies that run, or wait for one thing."""
    untold = Candidate.objects.filter(told_on=None, state__in=TO_BE_TOLD).values("vacancy")
    open_cases = vacancies_of(user).filter(Q(stage__in=RUNNING) | Q(pk__in=untold))
    return [_waiting(desk) for desk in desks(user, list(open_cases), on)]


def _waiting(desk: Desk) -> Waiting:
    p = desk.position
    late = dates.late(p) if desk.roles & WHO_KEEP_DATES else []
    to_come = dates.coming(desk)
    first = to_come[0].end if to_come else date.max
    tasks = [(shown.task.action, shown.task.name) for shown in task_list.PAGE.for_me(desk)]
    return Waiting(
        school=str(p.school),
        reference=p.case.reference,
        called=SITE.called,
        reminder=REMINDER,
        stage_name=p.stage_name,
        home=SITE.home,
        act=SITE.act,
        on=p.on,
        steps=[*tasks, *_answers(desk)],
        dates=to_come,
        late=late,
        nearest=p.case.outgoing_last_day if late else first,
        running=Stage(p.stage) in RUNNING,
    )


def _answers(desk: Desk) -> list[task_page.Named]:
    """Return how the authority can answer the names, while its period runs."""
    p = desk.position
    if not any(n.received_on and p.is_open(n) for n in p.notices_now):
        return []
    if not desk.roles & set(AUTHORITY):
        return []
    return [(k, TABLE[k].sentence) for k in ANSWERS if task_list.PAGE.can_begin(desk, k)]


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
    return Listed(vacancy, stage.label, task_list.PAGE.next_step(p), _period(p))


def _period(p: Position) -> str:
    """The period that ends last, or has not begun."""
    days = [p.last_day(notice) for notice in p.notices_now]
    if not all(days):
        return "not begun, no receipt is recorded"
    last = max((day for day in days if day), default=None)
    return f"{'ends' if p.on <= last else 'ended'} on {written(last)}" if last else ""
