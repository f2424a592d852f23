"""A file kept with a case, served only through permission."""

from pathlib import PurePath
from uuid import uuid4

from django.conf import settings
from django.db import models

from casework.models.case import Case


def private_name(_: models.Model, filename: str) -> str:
    """Return a stored name that says nothing: a random one with the checked ending."""
    return f"attachments/{uuid4().hex}{PurePath(filename).suffix.lower()}"


class Attachment(models.Model):
    """A paper received, kept as it came, with its SHA-256."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="attachments")
    title = models.CharField(max_length=200)
    filename = models.CharField(max_length=255)
    media_type = models.CharField(max_length=100)
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    file = models.FileField(upload_to=private_name)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    added_on = models.DateField()

    class Meta:
        ordering = ["added_on", "pk"]

    def __str__(self) -> str:
        return self.title
