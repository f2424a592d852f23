"""Tags for the pages of a headship: links to actions, and the vacancies of a school."""

from typing import Any

from django import template
from django.urls import reverse

from casework import clock
from recruitment.forms.base import Desk
from recruitment.pages import mine, task_list
from recruitment.policies import TABLE
from recruitment.site import SITE
from recruitment.stages import RUNNING
from schools.models import School

register = template.Library()


@register.simple_tag
def act(reference: str, action: str, about: object = "") -> str:
    """{% act reference "record_check" about=key %}: the address of an action, for one thing."""
    address = reverse(SITE.act, args=[reference, action])
    return f"{address}?about={about}" if about != "" else address


@register.inclusion_tag("casework/actions.html")
def actions(desk: Desk, *keys: str) -> dict[str, Any]:
    """{% actions desk "admit" "dismiss" %}: a link to each that the person may do now."""
    return {
        "reference": desk.position.case.reference,
        "act": SITE.act,
        "actions": [(k, TABLE[k].sentence) for k in keys if task_list.PAGE.can_begin(desk, k)],
    }


@register.inclusion_tag("casework/action.html")
def action(desk: Desk, key: str, about: object, text: str, of: str = "") -> dict[str, Any]:
    """{% action desk "end_interest" interest.pk "End it" of=… %}: one action, for one thing.

    `of` says which thing, to whoever hears the link without seeing where it stands.
    """
    return {
        "reference": desk.position.case.reference,
        "act": SITE.act,
        "possible": task_list.PAGE.can_begin(desk, key),
        "key": key,
        "about": about,
        "text": text,
        "of": of,
    }


@register.inclusion_tag("recruitment/parts/at_school.html", takes_context=True)
def vacancies_at(context: dict[str, Any], school: School) -> dict[str, Any]:
    """{% vacancies_at school %}: those in which the reader has a part, and how to open one."""
    user, today = context["request"].user, clock.today()
    found = list(mine.vacancies_of(user).filter(school=school))
    body = school.governing_body
    is_clerk = body is not None and body.clerk_on(today) == user
    running = any(vacancy.stage in RUNNING for vacancy in found)
    return {
        "school": school,
        "lines": mine.listed(user, found, today),
        "may_open": is_clerk and school.is_open and not running and mine.has_law(school, today),
    }
