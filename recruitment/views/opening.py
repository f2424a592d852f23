"""The page on which a vacancy is opened: the one action that has no case yet."""

from collections.abc import Sequence
from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from accounts.http import person
from casework import clock
from casework.action import Actor, Refused
from casework.views.act import rehearse
from law.base import Obstacle
from recruitment.actions import opening
from recruitment.forms.opening import OpenVacancy
from recruitment.models import Vacancy
from schools.models import School

NOT_THE_CLERK = "not_the_clerk"


@require_http_methods(["GET", "POST"])
def open_vacancy(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the form for a vacancy at this school, and open it."""
    school = get_object_or_404(School.objects.select_related("governing_body", "authority"), pk=pk)
    by = Actor(person(request))
    if request.method == "GET":
        return _page(request, school, OpenVacancy(school), _in_the_way(school, by))
    form = OpenVacancy(school, request.POST)
    if not form.is_valid():
        return _page(request, school, form)
    try:
        vacancy = opening.open_vacancy(school, **form.cleaned_data, by=by)
    except Refused as refusal:
        return _page(request, school, form, refusal.obstacles)
    messages.success(request, "The vacancy is recorded. Only those with a part in it can see it.")
    return redirect("vacancy", vacancy.reference)


def _in_the_way(school: School, by: Actor) -> Sequence[Obstacle]:
    """Return what would be refused today, whatever is answered."""
    today = clock.today()
    try:
        rehearse(
            lambda: opening.open_vacancy(
                school,
                reason=Vacancy.Reason.RESIGNATION,
                outgoing_last_day=today,
                by=by,
                on=today,
            )
        )
    except Refused as refusal:
        return refusal.obstacles
    return ()


def _page(
    request: HttpRequest, school: School, form: OpenVacancy, found: Sequence[Obstacle] = ()
) -> HttpResponse:
    """Return the page. Whoever is not the clerk is told that, and nothing of the school's cases."""
    stranger = [o for o in found if o.key == NOT_THE_CLERK]
    obstacles = stranger or found
    if form.is_bound:
        for obstacle in obstacles:
            form.add_error(None, obstacle.sentence)
    wrong = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
    return render(
        request,
        "recruitment/act/open_vacancy.html",
        {"school": school, "form": None if stranger else form, "obstacles": obstacles},
        status=HTTPStatus.FORBIDDEN if stranger else wrong,
    )
