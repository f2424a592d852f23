"""The form of every action of a cycle, by the action's name.

The one action without a form here is `open_cycle`, which has no case yet: it has the page
`open_cycle` of a school, with `ending.OpenCycle`.
"""

from casework.forms.action import ActionForm
from casework.papers import forms as papers
from governance.forms import advice, appeal, ending, objectives, pay, people, review, system
from governance.policies import TABLE

MODULES = (people, objectives, advice, system, review, pay, appeal, ending)

FORMS: dict[str, type[ActionForm]] = {
    form.action: form
    for module in (*MODULES, papers)
    for form in vars(module).values()
    if isinstance(form, type) and issubclass(form, ActionForm) and "action" in vars(form)
    if form.action in TABLE
}
