"""The casework app."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate

from casework import triggers


class CaseworkConfig(AppConfig):
    name = "casework"

    def ready(self) -> None:
        """Make the triggers that guard the record again after every migration."""
        post_migrate.connect(triggers.make, sender=self)
