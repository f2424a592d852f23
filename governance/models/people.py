"""Who appraises, who advises, and what the head says about either."""

from django.conf import settings
from django.db import models

from governance.models.cycle import Cycle


class Engagement(models.Model):
    """That the governing body engaged somebody as its external adviser.

    `of` is for whom they work: empty for whoever works alone.
    From `since` on; on `until` somebody else can be.
    """

    cycle = models.ForeignKey(Cycle, on_delete=models.PROTECT, related_name="engagements")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    of = models.CharField(max_length=200)
    skills = models.TextField()
    interests = models.TextField()
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    ended_because = models.TextField(blank=True)

    class Meta:
        ordering = ["since", "pk"]

    def __str__(self) -> str:
        return f"{self.person}, {self.of}" if self.of else str(self.person)


class Appraiser(models.Model):
    """That somebody appraises the head in this cycle, appointed by whom.

    From `since` on; on `until` somebody else can take the place.
    """

    class Capacity(models.TextChoices):
        """On whose behalf somebody is an appraiser."""

        GOVERNOR = "governor", "Governor"
        AUTHORITY = "authority", "Appointed by the authority"
        DIOCESE = "diocese", "Appointed by the diocesan authority"

    cycle = models.ForeignKey(Cycle, on_delete=models.PROTECT, related_name="appraisers")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    capacity = models.CharField(max_length=20, choices=Capacity.choices)
    appointed_at = models.CharField(max_length=300)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    left_because = models.TextField(blank=True)

    class Meta:
        ordering = ["since", "pk"]

    def __str__(self) -> str:
        return str(self.person)


class Objection(models.Model):
    """That the head objects to an appraiser, or asks for another, and what came of it."""

    class Outcome(models.TextChoices):
        """What was decided on an objection."""

        UPHELD = "upheld", "Upheld: somebody else appraises"
        NOT_UPHELD = "not_upheld", "Not upheld"

    cycle = models.ForeignKey(Cycle, on_delete=models.PROTECT, related_name="objections")
    appraiser = models.ForeignKey(Appraiser, on_delete=models.PROTECT, related_name="objections")
    reason = models.TextField()
    made_on = models.DateField()
    outcome = models.CharField(max_length=20, choices=Outcome.choices, blank=True)
    outcome_reasons = models.TextField(blank=True)
    decided_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["made_on", "pk"]

    def __str__(self) -> str:
        return f"Objection to {self.appraiser}, {self.made_on:%-d %B %Y}"
