"""The form by which a timetable is kept as the plan."""

from datetime import date
from typing import Any

from django import forms

from casework.forms import DateField
from casework.forms.when import when
from recruitment.forms.base import Desk, VacancyForm
from recruitment.models import Appointee


class KeepPlan(VacancyForm):
    action = "keep_plan"
    lead = (
        "The latest day for each step is worked out and kept, and what happens is shown beside it. "
        "A plan kept later stands beside this one."
    )
    done = "The timetable is kept as the plan."
    button = "Keep the plan"
    start = DateField(label="Day on which the new head is wanted in post")
    appointee = forms.ChoiceField(
        label="Who is to come?",
        choices=Appointee.choices,
        widget=forms.RadioSelect,
        help_text="A head resigns a month sooner than a deputy or a teacher.",
    )
    on = when("Date of the plan")

    def defaults(self) -> dict[str, Any]:
        """Begin with the timetable that the page was opened from."""
        question = asked(self.desk)
        return {"start": question[0], "appointee": question[1]} if question else {}


def asked(desk: Desk) -> tuple[date, Appointee] | None:
    """Return the start and the appointee that an address names, such as 2027-04-12.head.

    Nothing for a day that is long past, and for one that no calendar reaches.
    """
    day, _, who = desk.about.partition(".")
    try:
        start, appointee = date.fromisoformat(day), Appointee(who)
    except ValueError:
        return None
    today = desk.position.on.year
    return (start, appointee) if today <= start.year <= today + FURTHEST else None


FURTHEST = 50  # years: past the table of bank holidays, which then says so
