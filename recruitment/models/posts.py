"""The post itself: who acts as head meanwhile, what it pays, a start before the certificate."""

from datetime import date

from django.conf import settings
from django.db import models

from casework.models import Meeting
from recruitment.models.candidates import Candidate
from recruitment.models.vacancy import Vacancy


class ActingHead(models.Model):
    """Somebody who carries out the functions of the head while there is none, or in an absence.

    `until` is their last day, where it is known. `share` is a percentage of full time.
    """

    class Kind(models.TextChoices):
        ACTING = "acting", "Acting head"
        INTERIM = "interim", "Interim head"

    vacancy = models.ForeignKey(Vacancy, on_delete=models.PROTECT, related_name="acting_heads")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    name = models.CharField(max_length=200)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    share = models.PositiveSmallIntegerField(default=100)
    arranged = models.TextField()
    evidence = models.TextField()
    decided_on = models.DateField()
    meeting = models.ForeignKey(
        Meeting, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    ended_why = models.TextField(blank=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.name}, {self.get_kind_display().lower()}"

    def is_in_place(self, on: date) -> bool:
        """Whether they act on the day `on`: from their first day to their last, both included."""
        return self.since <= on and (self.until is None or on <= self.until)


class PayDetermination(models.Model):
    """The pay range that was determined for the post, in pounds a year; a later one replaces it.

    `group` is the head's group and `group_maximum` its highest salary, where there are groups.
    """

    vacancy = models.ForeignKey(Vacancy, on_delete=models.PROTECT, related_name="pay")
    decided_on = models.DateField()
    meeting = models.ForeignKey(
        Meeting, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    group = models.PositiveSmallIntegerField(null=True, blank=True)
    minimum = models.PositiveIntegerField()
    maximum = models.PositiveIntegerField()
    group_maximum = models.PositiveIntegerField(null=True, blank=True)
    reasons = models.TextField()
    business_case = models.TextField(blank=True)
    advised_by = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"£{self.minimum:,} to £{self.maximum:,} a year"


class RiskAssessment(models.Model):
    """Why, and how supervised, a person starts before the certificate has come; until a day."""

    vacancy = models.ForeignKey(Vacancy, on_delete=models.PROTECT, related_name="risks")
    candidate = models.ForeignKey(Candidate, on_delete=models.PROTECT, related_name="risks")
    assessed_on = models.DateField()
    until = models.DateField()
    supervision = models.TextField()
    supervised_by = models.CharField(max_length=200)
    reasons = models.TextField()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"Risk assessed on {self.assessed_on:%-d %B %Y}"
