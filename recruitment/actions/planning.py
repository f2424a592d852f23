"""Planning: a timetable kept beside what happens."""

from datetime import date

from casework.action import Actor
from casework.models import Event
from casework.words import written
from recruitment.models import Appointee, Vacancy
from recruitment.process import action, step
from recruitment.timetable import ask_of, timetable


@action
def keep_plan(vacancy: Vacancy, *, start: date, appointee: Appointee, by: Actor, on: date) -> Event:
    """Keep, as the plan, the timetable worked back from `start` for somebody like that."""
    with step(vacancy, "keep_plan", by=by, on=on, start=start, appointee=appointee) as s:
        rows = timetable(ask_of(s.position, start, Appointee(appointee)))
        s.case.plans.create(
            made_on=on,
            start=start,
            appointee=Appointee(appointee),
            rows=[
                {"key": row.key, "name": row.name, "latest": row.latest.isoformat()} for row in rows
            ],
            by=by.user,
        )
        s.facts["steps"] = [f"{row.name}: {written(row.latest)}" for row in rows]
    return s.done
