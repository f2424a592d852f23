"""The way in to every page of a case: the case as it stands, and who is looking at it."""

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from http import HTTPStatus
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import F, FilteredRelation, Q
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render

from accounts.models import User
from casework import access, clock
from law.appointment import NoRegime
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
    case, granted = access.case_of(user, vacancies.filter(reference=reference))
    if case is None:
        raise Http404
    position = load.position(case, clock.today())
    roles = position.roles_left(user, granted)
    if not roles:
        raise Http404
    return Desk(position, user, roles, request.GET.get("about", ""))


def draft_of(desk: Desk) -> dict[str, list[str]]:
    """Return what the person typed and put by, empty if nothing was."""
    return getattr(desk.position.case, "draft_data", None) or {}


def saved_at(desk: Desk) -> datetime | None:
    """Return when that was put by, or nothing."""
    return getattr(desk.position.case, "draft_saved_at", None)


def strip(desk: Desk) -> dict[str, Any]:
    """Return what components/case.html says at the head of every page of a case."""
    case = desk.position.case
    return {
        "reference": case.reference,
        "school": case.school.name,
        "facts": ["Headship", case.reference, desk.position.stage_name],
    }


View = Callable[..., HttpResponseBase]


def under_held_law(view: View) -> View:
    """Return the view with a page of its own for a school whose law Headship no longer holds."""

    @wraps(view)
    def guarded(request: HttpRequest, reference: str, **which: Any) -> HttpResponseBase:
        try:
            return view(request, reference=reference, **which)
        except NoRegime as error:
            context = {"reference": reference, "why": str(error)}
            return render(request, "recruitment/no_law.html", context, status=HTTPStatus.CONFLICT)

    return guarded
