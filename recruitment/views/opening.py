"""The page on which a vacancy is opened: the one action that has no case yet."""

from datetime import date
from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from casework import clock
from casework.action import Actor, Refused
from law.base import Obstacle
from recruitment.actions.opening import open_vacancy as open_it
from recruitment.forms.opening import OpenVacancy
from recruitment.models import Vacancy
from recruitment.views.act import rehearse
from recruitment.views.case import person
from schools.models import School


@require_http_methods(["GET", "POST"])
def open_vacancy(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the form for a vacancy at this school, and open it."""
    school = get_object_or_404(School.objects.select_related("governing_body", "authority"), pk=pk)
    by = Actor(person(request))
    if request.method == "GET":
        return _page(request, school, OpenVacancy(school), _in_the_way(school, by))
    form = OpenVacancy(school, request.POST)
    if not form.is_valid():
        return _page(request, school, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        vacancy = open_it(school, **form.cleaned_data, by=by)
    except Refused as refusal:
        for obstacle in refusal.obstacles:
            form.add_error(None, obstacle.sentence)
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        return _page(request, school, form, refusal.obstacles, status=status)
    messages.success(request, "The vacancy is recorded. Only those with a part in it can see it.")
    return redirect("vacancy", vacancy.reference)
