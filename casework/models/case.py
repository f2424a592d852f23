"""A case: one matter at one school, with a reference and a record."""

from django.db import models

from schools.models import School


class Case(models.Model):
    """The part that every kind of case shares. A kind of case is a child model of this one.

    `event_count` and `head_digest` seal the record: they name its last event, so that
    `record.verify` notices when that event is taken away.
    """

    reference = models.CharField(max_length=20, unique=True)
    school = models.ForeignKey(School, on_delete=models.PROTECT, related_name="cases")
    opened_on = models.DateField()
    event_count = models.PositiveIntegerField(default=0, editable=False)
    head_digest = models.CharField(max_length=64, blank=True, editable=False)

    class Meta:
        ordering = ["-opened_on", "-pk"]

    def __str__(self) -> str:
        return self.reference
