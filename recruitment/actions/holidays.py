"""A bank holiday added later: the one change that comes from outside every case."""

from datetime import date, timedelta

from django.db import transaction

from accounts.models import User
from casework import clock, record
from casework.action import Refused
from casework.models import Event
from casework.rules import entry
from casework.words import written
from law.bank_holidays import BANK_HOLIDAYS
from law.base import NoRegime
from recruitment import clocks, load
from recruitment.models import Vacancy
from recruitment.position import Position
from recruitment.process import PROCESS
from recruitment.stages import RUNNING
from schools.governing_law import SchoolLaw, load_changes
from schools.models import BankHoliday

MOVED, KEEPER = "move_clocks", "keeper of the bank holidays"
A_LONG_TIME = timedelta(days=2 * 366)


def add_bank_holiday(day: date, title: str, *, by: User) -> list[Event]:
    """Add a bank holiday, and record in each running vacancy which of its clocks it moves.

    Returns the events, at most one for each vacancy. Raises Refused, with nothing changed, for a
    day that is known already or far away. It is no step of a case, and needs no role on one.
    """
    with transaction.atomic():
        _refuse(day, title)
        today = clock.today()
        before = _positions(today)
        holiday = BankHoliday.objects.create(day=day, title=title.strip(), added_on=today)
        pairs = zip(before, _positions(today), strict=True)
        moves = ((now, clocks.moved(then, now)) for then, now in pairs)
        return [_record(p, holiday, moved, by) for p, moved in moves if moved]


def _refuse(day: date, title: str) -> None:
    kept = {holiday.day: holiday.title for holiday in BankHoliday.objects.all()}
    known = {**BANK_HOLIDAYS, **kept}.get(day)
    found = []
    if known:
        found.append(
            entry(
                "holiday_known",
                f"{written(day)} is known as a bank holiday: {known}.",
                "Nothing needs to be added. Check the date if you meant another day.",
            )
        )
    if not title.strip():
        found.append(entry("title_missing", "The holiday has no title.", "Say what it is for."))
    if abs(day - clock.today()) > A_LONG_TIME:
        found.append(entry("date_unlikely", f"{written(day)} is years away.", "Check the year."))
    if found:
        raise Refused(found)


def _positions(today: date) -> list[Position]:
    """Lock every running vacancy and return their positions, but for those without a law held."""
    locked = load.vacancies().select_for_update(of=("self",)).filter(stage__in=RUNNING)
    running = list(locked.order_by("pk"))
    load_changes(vacancy.school for vacancy in running)
    return load.positions([v for v in running if _has_law(v, today)], today)


def _has_law(vacancy: Vacancy, today: date) -> bool:
    try:
        SchoolLaw(vacancy.school).on(today)
    except NoRegime:
        return False
    return True


def _record(p: Position, holiday: BankHoliday, moved: list[str], by: User) -> Event:
    event = record.append(
        p.case,
        record.Entry(
            action=MOVED,
            by=by,
            role=KEEPER,
            happened_on=holiday.added_on,
            data={"bank_holiday": str(holiday), "moved": moved},
            provision=p.provision("meeting_notice"),
            law_version=p.law_version,
        ),
    )
    PROCESS.after(p.case, event)
    return event
