"""The consultations of the external adviser, and the adviser's advice in writing."""

from django.conf import settings
from django.db import models

from governance.models.cycle import Cycle


class Point(models.TextChoices):
    """At which point of the year the adviser is consulted."""

    OBJECTIVES = "objectives", "Before the objectives are set"
    REVIEW = "review", "For the review"


class Consultation(models.Model):
    """That the governing body consulted its adviser: when, how, what was said, what was done.

    `departed` are the reasons for which the governors went another way.
    """

    class How(models.TextChoices):
        """How advice was given."""

        ORAL = "oral", "Orally, in a meeting or by telephone"
        WRITTEN = "written", "In writing"

    cycle = models.ForeignKey(Cycle, on_delete=models.PROTECT, related_name="consultations")
    point = models.CharField(max_length=20, choices=Point.choices)
    adviser = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    held_on = models.DateField()
    how = models.CharField(max_length=20, choices=How.choices)
    advice = models.TextField()
    followed = models.BooleanField(null=True, blank=True)
    answered_on = models.DateField(null=True, blank=True)
    departed = models.TextField(blank=True)

    class Meta:
        ordering = ["held_on", "pk"]

    def __str__(self) -> str:
        return f"{self.get_point_display()}, {self.held_on:%-d %B %Y}"


class Advice(models.Model):
    """The adviser's written advice to the governors, as the form that leads through it keeps it.

    `on_objectives` has, for each objective by its number, a judgement and its reasons, with the
    objective's text and success as they stood; `suggested` are objectives suggested for the coming
    cycle, each with its measure.
    """

    cycle = models.ForeignKey(Cycle, on_delete=models.PROTECT, related_name="advice")
    point = models.CharField(max_length=20, choices=Point.choices)
    adviser = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    given_on = models.DateField()
    visited_on = models.DateField()
    seen = models.TextField()
    not_seen = models.TextField()
    on_objectives = models.JSONField(default=list)
    on_standards = models.TextField(blank=True)
    questions = models.TextField()
    suggested = models.JSONField(default=list)
    for_governors = models.TextField()
    conclusion = models.TextField()

    class Meta:
        ordering = ["given_on", "pk"]
        verbose_name_plural = "advice"

    def __str__(self) -> str:
        return f"Advice, {self.given_on:%-d %B %Y}"


class SystemAdvice(models.Model):
    """The adviser's yearly advice on the school's performance management as a whole.

    It holds nothing of the head's own objectives or findings. `recommendations` each say what is
    recommended, who would act and by when; `became` says of last year's, by number, what became
    of them.
    """

    cycle = models.ForeignKey(Cycle, on_delete=models.PROTECT, related_name="system_advice")
    adviser = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    given_on = models.DateField()
    seen = models.TextField()
    not_seen = models.TextField()
    policy = models.TextField()
    calendar = models.TextField()
    objectives = models.TextField()
    evidence = models.TextField()
    pay = models.TextField()
    appraisers = models.TextField()
    development = models.TextField()
    strengths = models.TextField()
    became = models.JSONField(default=list)
    recommendations = models.JSONField(default=list)
    for_governors = models.TextField()
    conclusion = models.TextField()

    class Meta:
        ordering = ["given_on", "pk"]
        verbose_name_plural = "system advice"

    def __str__(self) -> str:
        return f"Advice on the whole system, {self.given_on:%-d %B %Y}"
