"""What came with an application, and what is kept apart from it."""

from django.conf import settings
from django.db import models

from casework.models import Attachment
from recruitment.models.candidates import Candidate
from recruitment.models.vacancy import Vacancy


class ApplicationPaper(models.Model):
    """A paper of an application. The panel reads it once it is released: its blackened copy, or
    the paper itself where the clerk found nothing in it to hide. One that is closed is read by
    the clerk alone from then on.
    """

    class Kind(models.TextChoices):
        FORM = "form", "Application form"
        LETTER = "letter", "Letter of application"
        CV = "cv", "Curriculum vitae"
        OTHER = "other", "Other paper"

    vacancy = models.ForeignKey(Vacancy, on_delete=models.PROTECT, related_name="papers")
    candidate = models.ForeignKey(Candidate, on_delete=models.PROTECT, related_name="papers")
    kind = models.CharField(max_length=20, choices=Kind.choices)
    number = models.PositiveIntegerField()
    original = models.OneToOneField(
        Attachment, on_delete=models.PROTECT, related_name="application_paper"
    )
    copy = models.OneToOneField(
        Attachment,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="blackened_copy_of",
    )
    added_on = models.DateField()
    released_on = models.DateField(null=True, blank=True)
    closed_on = models.DateField(null=True, blank=True)
    closed_why = models.TextField(blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["candidate", "number"], name="paper_number_once"),
        ]

    def __str__(self) -> str:
        return f"{self.candidate.code}: {self.get_kind_display().lower()} ({self.number})"

    @property
    def to_read(self) -> Attachment:
        """The file that the panel reads: the blackened copy where there is one."""
        return self.copy or self.original


class GapExplained(models.Model):
    """What a candidate said of a time without a post, by the day on which that time began."""

    vacancy = models.ForeignKey(Vacancy, on_delete=models.PROTECT, related_name="gaps_explained")
    candidate = models.ForeignKey(
        Candidate, on_delete=models.PROTECT, related_name="gaps_explained"
    )
    since = models.DateField()
    explanation = models.TextField()
    given_on = models.DateField()

    class Meta:
        ordering = ["pk"]
        verbose_name_plural = "gaps explained"

    def __str__(self) -> str:
        return f"{self.candidate.code}: gap since {self.since:%-d %B %Y}"


class EqualityCount(models.Model):
    """How many in one round gave an answer to a question on equality. Nothing says who."""

    vacancy = models.ForeignKey(Vacancy, on_delete=models.PROTECT, related_name="equality_counts")
    round = models.PositiveIntegerField()
    question = models.CharField(max_length=60)
    answer = models.CharField(max_length=100)
    number = models.PositiveIntegerField()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["vacancy", "round", "question", "answer"], name="equality_answer_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.question}: {self.answer}"


class Handover(models.Model):
    """That the clerk handed this appointment over to somebody else, for as long as it lasts."""

    vacancy = models.ForeignKey(Vacancy, on_delete=models.PROTECT, related_name="handovers")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    since = models.DateField()
    why = models.TextField()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"Handed over to {self.person} on {self.since:%-d %B %Y}"
