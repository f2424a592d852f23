"""Tags for the pages of performance management: links to actions, and the cycles of a school."""

from typing import Any

from django import template

from casework import clock
from casework.words import iso_day
from governance.desk import Desk
from governance.pages import mine, task_list
from governance.policies import TABLE
from governance.site import SITE
from schools.models import School

register = template.Library()
register.filter("iso_day", iso_day)


@register.inclusion_tag("casework/actions.html")
def actions(desk: Desk, *keys: str) -> dict[str, Any]:
    """{% actions desk "add_objective" %}: a link to each that the person may do now."""
    return {
        "reference": desk.position.case.reference,
        "act": SITE.act,
        "actions": [(k, TABLE[k].sentence) for k in keys if _possible(desk, k)],
    }


@register.inclusion_tag("casework/action.html")
def action(desk: Desk, key: str, about: object, text: str, of: str = "") -> dict[str, Any]:
    """{% action desk "drop_objective" objective.pk "Drop it" of=… %}: one action, for one thing.

    `of` says which thing, to whoever hears the link without seeing where it stands.
    """
    return {
        "reference": desk.position.case.reference,
        "act": SITE.act,
        "possible": _possible(desk, key),
        "key": key,
        "about": about,
        "text": text,
        "of": of,
    }


@register.simple_tag
def may_any(desk: Desk, *keys: str) -> bool:
    """{% may_any desk "add_objective" "drop_objective" as something %}: if any can be done now."""
    return any(_possible(desk, key) for key in keys)


def _possible(desk: Desk, key: str) -> bool:
    return desk.position.unknown_step(key) is None and task_list.PAGE.can_begin(desk, key)


@register.inclusion_tag("governance/parts/at_school.html", takes_context=True)
def cycles_at(context: dict[str, Any], school: School) -> dict[str, Any]:
    """{% cycles_at school %}: those in which the reader has a part, and how to record one."""
    user, today = context["request"].user, clock.today()
    found = list(mine.cycles_of(user).filter(school=school))
    body = school.governing_body
    keepers = (body.clerk_on(today), body.chair_on(today)) if body else ()
    return {
        "school": school,
        "lines": mine.listed(mine.desks(user, found, today)),
        "may_open": user in keepers and school.is_open and mine.has_scheme(school, today),
    }
