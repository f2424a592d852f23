"""The form of every action, by the action's name.

The one action without a form here is `open_vacancy`, which has no case yet: it has the page
`open_vacancy` of a school, with `opening.OpenVacancy`.
"""

from recruitment.forms import (
    advice,
    appointment,
    meetings,
    opening,
    papers,
    reservations,
    selection,
)
from recruitment.forms.base import ActionForm

MODULES = (opening, meetings, selection, advice, reservations, appointment, papers)

FORMS: dict[str, type[ActionForm]] = {
    form.action: form
    for module in MODULES
    for form in vars(module).values()
    if isinstance(form, type) and issubclass(form, ActionForm) and "action" in vars(form)
}
