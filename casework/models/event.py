"""One event in the record of a case. Triggers in the database refuse to change or delete it."""

from django.conf import settings
from django.db import models

from casework.models.case import Case


class Event(models.Model):
    """Who did what, in what role, when it happened and when it was recorded.

    `digest` covers every other field through `data_digest`, and `previous` ties it to the
    event before. The data are hashed with a salt of their own, so that they can one day be
    erased by law without breaking the chain.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="events")
    number = models.PositiveIntegerField()
    action = models.CharField(max_length=60)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    by_name = models.CharField(max_length=200)
    role = models.CharField(max_length=40)
    happened_on = models.DateField()
    recorded_at = models.DateTimeField()
    data = models.JSONField()
    why = models.TextField(blank=True)
    provision = models.TextField(blank=True)
    law_version = models.CharField(max_length=40, blank=True)
    salt = models.CharField(max_length=32)
    data_digest = models.CharField(max_length=64)
    previous = models.CharField(max_length=64, blank=True)
    digest = models.CharField(max_length=64)

    class Meta:
        ordering = ["case", "number"]
        constraints = [
            models.UniqueConstraint(fields=["case", "number"], name="event_number_once_in_a_case"),
        ]

    def __str__(self) -> str:
        return f"{self.case_id}/{self.number} {self.action}"
