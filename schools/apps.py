"""The schools app's place in the project."""

from django.apps import AppConfig


class SchoolsConfig(AppConfig):
    """Schools and the bodies that run them."""

    name = "schools"
    verbose_name = "Schools"
