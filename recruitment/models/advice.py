"""The three papers that must not be confused, and the notice that starts the clock."""

from django.conf import settings
from django.db import models

from casework.models import Attachment, Meeting
from recruitment.models.candidates import Candidate
from recruitment.models.vacancy import Vacancy


class NamesNotice(models.Model):
    """The shortlisted names, given to the authority in writing, and what it answered.

    Its period for representations runs from receipt. `names` are candidates' codes.
    """

    vacancy = models.ForeignKey(Vacancy, on_delete=models.PROTECT, related_name="notices")
    round = models.PositiveIntegerField()
    names = models.JSONField()
    sent_on = models.DateField()
    how = models.CharField(max_length=200)
    received_on = models.DateField(null=True, blank=True)
    evidence = models.TextField(blank=True)
    attachment = models.ForeignKey(
        Attachment, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    corroborated_on = models.DateField(null=True, blank=True)
    corroborated_by = models.CharField(max_length=200, blank=True)
    contested_to = models.DateField(null=True, blank=True)
    contested_by = models.CharField(max_length=200, blank=True)
    contested_why = models.TextField(blank=True)
    none_made_on = models.DateField(null=True, blank=True)
    none_made_by = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"Names sent on {self.sent_on:%-d %B %Y}"


class Advice(models.Model):
    """Advice to those who decide, oral or written, and their consideration of it.

    A representation that came late is advice: `late_paper` is that paper. It counts as advice
    only for as long as the paper is late and not withdrawn (`Position.advice`).
    """

    class Form(models.TextChoices):
        ORAL = "oral", "Oral"
        WRITTEN = "written", "Written"

    vacancy = models.ForeignKey(Vacancy, on_delete=models.PROTECT, related_name="advice")
    given_by = models.CharField(max_length=200)
    capacity = models.CharField(max_length=200)
    given_on = models.DateField()
    stage = models.CharField(max_length=30)
    form = models.CharField(max_length=10, choices=Form.choices)
    to = models.CharField(max_length=20, choices=Meeting.Body.choices)
    text = models.TextField()
    considered_on = models.DateField(null=True, blank=True)
    consideration = models.TextField(blank=True)
    late_paper = models.OneToOneField(
        "recruitment.Representation",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="as_advice",
    )

    class Meta:
        ordering = ["given_on", "pk"]
        verbose_name_plural = "advice"

    def __str__(self) -> str:
        return f"Advice of {self.given_by}, {self.given_on:%-d %B %Y}"


class Opinion(models.Model):
    """An adviser's opinion of a candidate at a stage. It adds no number to anything."""

    class Verdict(models.TextChoices):
        SUITABLE = "suitable", "Suitable"
        WITH_RESERVATIONS = "with_reservations", "Suitable with reservations"
        NOT_SUITABLE = "not_suitable", "Not suitable"
        NO_OPINION = "no_opinion", "No opinion"

    vacancy = models.ForeignKey(Vacancy, on_delete=models.PROTECT, related_name="opinions")
    candidate = models.ForeignKey(Candidate, on_delete=models.PROTECT, related_name="opinions")
    adviser = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    stage = models.CharField(max_length=30)
    formed_on = models.DateField()
    verdict = models.CharField(max_length=20, choices=Verdict.choices)
    summary = models.TextField(blank=True)
    points = models.JSONField(default=list)

    class Meta:
        ordering = ["formed_on", "pk"]

    def __str__(self) -> str:
        return f"{self.candidate}: {self.get_verdict_display().lower()}"


class Representation(models.Model):
    """The authority's written representation that a named candidate is not a suitable person.

    Being in time is judged from the clock (`Position`), never stored. Other defects are noted,
    and are no ground to set it aside.
    """

    vacancy = models.ForeignKey(Vacancy, on_delete=models.PROTECT, related_name="representations")
    candidate = models.ForeignKey(
        Candidate, on_delete=models.PROTECT, related_name="representations"
    )
    made_by = models.CharField(max_length=200)
    office = models.CharField(max_length=200, blank=True)
    received_on = models.DateField()
    addressed_to = models.CharField(max_length=200, blank=True)
    signed = models.BooleanField(default=True)
    text = models.TextField()
    points = models.JSONField(default=list)
    attachment = models.ForeignKey(
        Attachment, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    withdrawn_on = models.DateField(null=True, blank=True)
    withdrawn_why = models.TextField(blank=True)
    considered_on = models.DateField(null=True, blank=True)
    consideration = models.TextField(blank=True)
    reasons = models.TextField(blank=True)
    reasons_to_governing_body_on = models.DateField(null=True, blank=True)
    reasons_to_authority_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["received_on", "pk"]

    def __str__(self) -> str:
        return f"Representation on {self.candidate}, {self.received_on:%-d %B %Y}"


class Reservations(models.Model):
    """The adviser's written reservations to the governors about a decision.

    Kept in the governing body's selection file and the authority's, never in the appointee's.
    """

    vacancy = models.ForeignKey(Vacancy, on_delete=models.PROTECT, related_name="reservations")
    candidate = models.ForeignKey(Candidate, on_delete=models.PROTECT, related_name="reservations")
    adviser = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    put_on = models.DateField()
    capacity = models.CharField(max_length=200)
    authority_to_sign = models.CharField(max_length=300)
    before_decision = models.BooleanField()
    decision_on = models.DateField(null=True, blank=True)
    not_disputed = models.TextField()
    conclusion = models.TextField()
    points = models.JSONField()
    same_yardstick = models.TextField()
    earlier_advice = models.TextField()
    why_it_matters = models.TextField()
    limits = models.TextField()
    what_would_settle_it = models.TextField()
    what_governors_must_do = models.TextField()
    interests = models.TextField()
    copies = models.TextField()
    withdrawn_on = models.DateField(null=True, blank=True)
    withdrawn_why = models.TextField(blank=True)
    acknowledged_on = models.DateField(null=True, blank=True)
    acknowledged_by = models.CharField(max_length=200, blank=True)
    considered_on = models.DateField(null=True, blank=True)
    consideration = models.TextField(blank=True)

    class Meta:
        ordering = ["put_on", "pk"]
        verbose_name_plural = "reservations"

    def __str__(self) -> str:
        return f"Reservations about {self.candidate}, {self.put_on:%-d %B %Y}"
