"""The objectives of a cycle, how they went, and what was known on the way."""

from django.conf import settings
from django.db import models

from governance.models.cycle import Cycle


class Objective(models.Model):
    """One objective: how it will be known to be met, and what it serves."""

    class Judgement(models.TextChoices):
        """How far an objective was met."""

        MET = "met", "Met"
        MOSTLY = "mostly", "Mostly met"
        PARTLY = "partly", "Partly met"
        NOT_MET = "not_met", "Not met"
        NOT_JUDGED = "not_judged", "Not judged"

    cycle = models.ForeignKey(Cycle, on_delete=models.PROTECT, related_name="objectives")
    number = models.PositiveSmallIntegerField()
    text = models.TextField()
    success = models.TextField()
    evidence = models.TextField()
    pupils = models.TextField()
    plan = models.TextField()
    monitoring = models.TextField(blank=True)
    since = models.DateField()
    dropped_on = models.DateField(null=True, blank=True)
    dropped_because = models.TextField(blank=True)
    judgement = models.CharField(max_length=20, choices=Judgement.choices, blank=True)
    judgement_reasons = models.TextField(blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["cycle", "number"], name="one_objective_of_a_number")
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.text}"


class Progress(models.Model):
    """How an objective stood on a day in the year: a note at mid-year or at another time."""

    class Mark(models.TextChoices):
        """How an objective goes."""

        NOT_BEGUN = "not_begun", "Not begun"
        BEHIND = "behind", "Behind"
        ON_TRACK = "on_track", "On track"
        DONE = "done", "Done"

    objective = models.ForeignKey(Objective, on_delete=models.PROTECT, related_name="progress")
    seen_on = models.DateField()
    mark = models.CharField(max_length=20, choices=Mark.choices)
    note = models.TextField()

    class Meta:
        ordering = ["seen_on", "pk"]

    def __str__(self) -> str:
        return f"{self.get_mark_display()}, {self.seen_on:%-d %B %Y}"


class Information(models.Model):
    """That an appraiser sought information about the head from others, and on what ground."""

    class Ground(models.TextChoices):
        """Why it could be sought."""

        CONSENT = "consent", "The head consented"
        PROCEDURES = "procedures", "It follows the monitoring procedures"
        NEITHER = "neither", "Neither"

    cycle = models.ForeignKey(Cycle, on_delete=models.PROTECT, related_name="information")
    source = models.CharField(max_length=300)
    ground = models.CharField(max_length=20, choices=Ground.choices)
    sought_on = models.DateField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["sought_on", "pk"]

    def __str__(self) -> str:
        return f"{self.source}, {self.sought_on:%-d %B %Y}"
