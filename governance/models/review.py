"""The review, what it found, who was given it, the pay that followed, and the appeal."""

from django.conf import settings
from django.db import models

from governance.models.cycle import Cycle


class Review(models.Model):
    """One review of the head: its findings, and when they were given in writing.

    An appeal that is upheld is followed by another review; this one then has `set_aside_on`.
    """

    cycle = models.ForeignKey(Cycle, on_delete=models.PROTECT, related_name="reviews")
    held_on = models.DateField()
    overall = models.TextField()
    on_standards = models.TextField()
    needs = models.TextField()
    development = models.TextField()
    given_on = models.DateField(null=True, blank=True)
    comments = models.TextField(blank=True)
    commented_on = models.DateField(null=True, blank=True)
    set_aside_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["held_on", "pk"]

    def __str__(self) -> str:
        return f"Review of {self.held_on:%-d %B %Y}"


class Pay(models.Model):
    """What the appraisers recommended on the head's pay, and what others decided."""

    class Outcome(models.TextChoices):
        """What was decided on pay."""

        AS_RECOMMENDED = "as_recommended", "As recommended"
        OTHERWISE = "otherwise", "Otherwise than recommended"

    cycle = models.ForeignKey(Cycle, on_delete=models.PROTECT, related_name="pay_rows")
    recommended = models.CharField(max_length=300)
    reasons = models.TextField()
    recommended_on = models.DateField()
    outcome = models.CharField(max_length=20, choices=Outcome.choices, blank=True)
    decided = models.CharField(max_length=300, blank=True)
    decided_reasons = models.TextField(blank=True)
    decided_on = models.DateField(null=True, blank=True)
    deciders = models.ManyToManyField(settings.AUTH_USER_MODEL, related_name="+", blank=True)
    told_on = models.DateField(null=True, blank=True)
    appeal_on = models.DateField(null=True, blank=True)
    appeal_grounds = models.TextField(blank=True)
    appeal_decided_on = models.DateField(null=True, blank=True)
    appeal_outcome = models.TextField(blank=True)

    class Meta:
        ordering = ["recommended_on", "pk"]
        verbose_name_plural = "pay"

    def __str__(self) -> str:
        return f"Pay recommendation of {self.recommended_on:%-d %B %Y}"

    @property
    def is_appealed(self) -> bool:
        """Whether an appeal of the head against the decision is open."""
        return self.appeal_on is not None and self.appeal_decided_on is None


class Handing(models.Model):
    """That a paper on the head's performance was given to somebody, and why it could be."""

    class What(models.TextChoices):
        """Which paper was given."""

        STATEMENT = "statement", "The report or statement"
        ANNEX = "annex", "The annex on training and development"
        OBJECTIVES = "objectives", "The statement of objectives"

    cycle = models.ForeignKey(Cycle, on_delete=models.PROTECT, related_name="handings")
    what = models.CharField(max_length=20, choices=What.choices)
    to = models.CharField(max_length=200)
    capacity = models.CharField(max_length=60)
    because = models.TextField()
    given_on = models.DateField()

    class Meta:
        ordering = ["given_on", "pk"]

    def __str__(self) -> str:
        return f"{self.get_what_display()}, to {self.to}"


class Appeal(models.Model):
    """The head's appeal against a review, who hears it, and how it ended."""

    class Outcome(models.TextChoices):
        """How an appeal ended."""

        DISMISSED = "dismissed", "Dismissed: the statement stands"
        UPHELD = "upheld", "Upheld: there is to be another review"

    cycle = models.ForeignKey(Cycle, on_delete=models.PROTECT, related_name="appeals")
    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="appeals")
    made_on = models.DateField()
    grounds = models.TextField()
    papers_sent_on = models.DateField(null=True, blank=True)
    outcome = models.CharField(max_length=20, choices=Outcome.choices, blank=True)
    outcome_reasons = models.TextField(blank=True)
    decided_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["made_on", "pk"]

    def __str__(self) -> str:
        return f"Appeal of {self.made_on:%-d %B %Y}"


class AppealsOfficer(models.Model):
    """One of those who hear an appeal, and for whom."""

    class Capacity(models.TextChoices):
        """On whose behalf somebody hears an appeal."""

        GOVERNOR = "governor", "Governor"
        AUTHORITY = "authority", "Appointed by the authority"
        DIOCESE = "diocese", "Appointed by the diocesan authority"

    appeal = models.ForeignKey(Appeal, on_delete=models.PROTECT, related_name="officers")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    capacity = models.CharField(max_length=20, choices=Capacity.choices)
    since = models.DateField()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.person}, {self.get_capacity_display()}"
