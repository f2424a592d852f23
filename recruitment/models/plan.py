"""A timetable kept as the plan: what was to be done by when, as it was worked out on that day."""

from django.conf import settings
from django.db import models

from recruitment.models.vacancy import Vacancy


class Appointee(models.TextChoices):
    """Who is to come, which decides by when they resign elsewhere."""

    HEAD = "head", "A head elsewhere"
    TEACHER = "teacher", "A deputy or teacher elsewhere"
    FREE = "free", "Somebody who need not resign elsewhere"

    @property
    def in_words(self) -> str:
        """The person, as a sentence has them."""
        label = str(self.label)
        return label[:1].lower() + label[1:]


class Plan(models.Model):
    """The latest day for each step towards a start, kept beside what then happened.

    `rows` are the steps in order, each its key, its name and its latest day. A later plan stands
    beside an earlier one: none is changed.
    """

    vacancy = models.ForeignKey(Vacancy, on_delete=models.PROTECT, related_name="plans")
    made_on = models.DateField()
    start = models.DateField()
    appointee = models.CharField(max_length=10, choices=Appointee.choices)
    rows = models.JSONField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"Plan for a start on {self.start:%-d %B %Y}"

    @property
    def key(self) -> str:
        """The question that the plan answers, as an address has it."""
        return f"{self.start.isoformat()}.{self.appointee}"
