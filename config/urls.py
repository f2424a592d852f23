"""Every address of Headship."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("account/", include("accounts.urls")),
    path("schools/", include("schools.urls")),
    path("", include("recruitment.urls")),
]
