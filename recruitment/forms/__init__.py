"""The form of every action, by the action's name.

The one action without a form here is `open_vacancy`, which has no case yet: it has the page
`open_vacancy` of a school, with `opening.OpenVacancy`.
"""

from casework.forms.action import ActionForm
from casework.papers import forms as papers
from recruitment.forms import (
    advertisement,
    advice,
    applications,
    appointment,
    corrections,
    delegation,
    equality,
    interests,
    meetings,
    opening,
    planning,
    posts,
    reservations,
    scoring,
    selection,
    specification,
    turns,
)

MODULES = (
    opening, specification, advertisement, interests, meetings, applications, scoring, selection,
    advice, reservations, appointment, delegation, equality, corrections, turns, planning, posts,
)  # fmt: skip

FORMS: dict[str, type[ActionForm]] = {
    form.action: form
    for module in (*MODULES, papers)
    for form in vars(module).values()
    if isinstance(form, type) and issubclass(form, ActionForm) and "action" in vars(form)
}
