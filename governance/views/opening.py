"""The page on which a cycle is recorded: the one action that has no case yet."""

from collections.abc import Sequence
from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from accounts.http import person
from accounts.models import User
from casework import access
from casework.action import Actor, Refused
from governance import load
from governance.actions import opening
from governance.forms.ending import OpenCycle
from governance.models import Cycle
from law.base import Obstacle
from schools.models import School


@require_http_methods(["GET", "POST"])
def open_cycle(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the form for a cycle at this school, and record it."""
    school = get_object_or_404(School.objects.select_related("governing_body", "authority"), pk=pk)
    user = person(request)
    if found := opening.not_a_keeper(school, user):
        return _page(request, school, None, found)
    before = _before(school, user)
    if request.method == "GET":
        return _page(request, school, OpenCycle(school, before))
    return _record(request, school, OpenCycle(school, before, request.POST))


def _before(school: School, user: User) -> list[Cycle]:
    """Return the cycles at the school in which the person has a part, the last one first."""
    return list(access.cases_of(user, load.cycles()).filter(school=school))


def _record(request: HttpRequest, school: School, form: OpenCycle) -> HttpResponse:
    if not form.is_valid():
        return _page(request, school, form)
    try:
        cycle = opening.open_cycle(school, **form.cleaned_data, by=Actor(person(request)))
    except Refused as refusal:
        for obstacle in refusal.obstacles:
            form.add_error(None, obstacle.sentence)
        return _page(request, school, form, refusal.obstacles)
    messages.success(request, "The cycle is recorded. Only those with a part in it can see it.")
    return redirect("cycle", cycle.reference)


def _page(
    request: HttpRequest,
    school: School,
    form: OpenCycle | None,
    obstacles: Sequence[Obstacle] = (),
) -> HttpResponse:
    """Return the page; for whoever keeps no cycles there, only with why they cannot."""
    status = HTTPStatus.OK if form else HTTPStatus.FORBIDDEN
    if form and form.is_bound:
        status = HTTPStatus.UNPROCESSABLE_ENTITY
    context = {"school": school, "form": form, "obstacles": obstacles}
    return render(request, "governance/act/open_cycle.html", context, status=status)
