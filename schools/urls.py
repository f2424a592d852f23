"""Addresses of schools: a number, never a name."""

from django.urls import path

from schools import views

urlpatterns = [
    path("", views.schools, name="schools"),
    path("<int:pk>/", views.school, name="school"),
    path("<int:pk>/law/", views.school_law, name="school_law"),
]
