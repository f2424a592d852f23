"""A long form that an adviser has begun and means to come back to."""

from django.conf import settings
from django.db import models

from casework.models.case import Case


class FormDraft(models.Model):
    """What one person has typed so far in the form of one action. Nobody else can read it.

    It is no part of the record: it becomes that when the action is done, and is then deleted.
    `data` is what the browser sent: the name of each field with the list of its values.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="drafts")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    action = models.CharField(max_length=60)
    data = models.JSONField()
    saved_at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "user", "action"], name="one_draft_of_each_form_of_a_case"
            ),
        ]

    def __str__(self) -> str:
        return f"Draft of “{self.action}”"
