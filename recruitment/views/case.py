"""The way in to every page of a case: the case as it stands, and who is looking at it."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import F, FilteredRelation, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from accounts.models import User
from casework import clock
from casework.action import Stranger, roles_now
from recruitment import load
from recruitment.forms.base import Desk


def person(request: HttpRequest) -> User:
    """Return who is signed in. Every page asks for that before its view is called."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user


def find(request: HttpRequest, reference: str, action: str = "") -> Desk:
    """Return the desk of the person who asks, at the case of that reference, today.

    Raises Http404 for a stranger to the case as if there were none. With an action, the case
    carries the person's own draft of its form, for `draft_of`.
    """
    user = person(request)
    mine = Q(drafts__user=user, drafts__action=action)
    vacancies = load.vacancies().annotate(
        draft=FilteredRelation("drafts", condition=mine),
        draft_data=F("draft__data"),
        draft_saved_at=F("draft__saved_at"),
    )
    case = get_object_or_404(vacancies, reference=reference)
    position = load.position(case, clock.today())
    try:
        roles = roles_now(case, position, user)
    except Stranger:
        raise Http404 from None
    return Desk(position, user, roles, request.GET.get("about", ""))


def draft_of(desk: Desk) -> dict[str, list[str]]:
    """Return what the person typed and put by, empty if nothing was."""
    return getattr(desk.position.case, "draft_data", None) or {}


def strip(desk: Desk) -> dict[str, Any]:
    """Return what components/case.html says at the head of every page of a case."""
    case = desk.position.case
    return {
        "reference": case.reference,
        "school": case.school.name,
        "facts": ["Headship", case.reference, desk.position.stage_name],
    }


def vacancy(request: HttpRequest, reference: str) -> HttpResponse:
    """Stand in for the vacancy's own page until it is there."""
    return render(request, "recruitment/act/page.html", strip(find(request, reference)))
