"""Every address of Headship, and which kinds of case the pages over all of them are about."""

from django.urls import URLPattern, URLResolver, include, path

from casework.views.waiting import waiting
from governance.pages import mine as cycles
from recruitment.pages import mine as vacancies

KINDS_OF_CASE = (vacancies.waiting, cycles.waiting)

urlpatterns: list[URLPattern | URLResolver] = [
    path("", waiting, {"kinds": KINDS_OF_CASE}, name="waiting"),
    path("account/", include("accounts.urls")),
    path("schools/", include("schools.urls")),
    path("", include("recruitment.urls")),
    path("", include("governance.urls")),
]
