"""How the panel scores, what each member gave alone, and what they agreed together."""

from typing import Any

from django.conf import settings
from django.db import models

from recruitment.models.candidates import Candidate
from recruitment.models.panel import Criterion
from recruitment.models.vacancy import Vacancy

LOWEST, MEETS, HIGHEST = 0, 3, 5


class Scoring(models.Model):
    """How the panel chose to score in one round.

    `anchors` say what each point of the scale stands for; a criterion is met from `meets_from`.
    Names are hidden until the shortlist is recorded, or until somebody opens them with a reason;
    sealed scores, until they are opened.
    """

    vacancy = models.ForeignKey(Vacancy, on_delete=models.PROTECT, related_name="scorings")
    round = models.PositiveIntegerField()
    lowest = models.PositiveSmallIntegerField(default=LOWEST)
    highest = models.PositiveSmallIntegerField(default=HIGHEST)
    meets_from = models.PositiveSmallIntegerField(default=MEETS)
    anchors = models.JSONField(default=dict)
    names_hidden = models.BooleanField()
    sealed = models.BooleanField()
    decided_on = models.DateField()
    names_opened_on = models.DateField(null=True, blank=True)
    names_opened_why = models.TextField(blank=True)
    scores_opened_on = models.DateField(null=True, blank=True)
    scores_opened_why = models.TextField(blank=True)
    scores_opened_early = models.BooleanField(default=False)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["vacancy", "round"], name="scoring_once_in_a_round"),
        ]

    def __str__(self) -> str:
        return f"Scored from {self.lowest} to {self.highest}"

    @property
    def points(self) -> range:
        """The points of the scale, from the lowest."""
        return range(self.lowest, self.highest + 1)

    def anchor(self, points: int) -> str:
        """What a point of the scale stands for, or an empty string."""
        return str(self.anchors.get(str(points), ""))


class ScoreSheet(models.Model):
    """What one member gave one candidate, alone.

    `marks` holds, by the number of each criterion, the `points`, None where the member abstained,
    and the `evidence`. A criterion that is not there is not scored yet, which is not zero.
    """

    vacancy = models.ForeignKey(Vacancy, on_delete=models.PROTECT, related_name="sheets")
    round = models.PositiveIntegerField()
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    candidate = models.ForeignKey(Candidate, on_delete=models.PROTECT, related_name="sheets")
    marks = models.JSONField(default=dict)
    scored_on = models.DateField()
    keyed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    confirmed_on = models.DateField(null=True, blank=True)
    handed_in_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["round", "person", "candidate"], name="score_sheet_once_in_a_round"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: scores of {self.candidate.code}"

    def mark(self, criterion: Criterion) -> dict[str, Any] | None:
        """What was given on the criterion: its points and evidence; nothing if not scored yet."""
        found: dict[str, Any] | None = self.marks.get(str(criterion.number))
        return found


class AgreedScore(models.Model):
    """The score that the panel agreed on one criterion, with its reason. What members gave stays.

    `spread` is the lowest and the highest that was given when it was agreed.
    """

    vacancy = models.ForeignKey(Vacancy, on_delete=models.PROTECT, related_name="agreed_scores")
    round = models.PositiveIntegerField()
    candidate = models.ForeignKey(Candidate, on_delete=models.PROTECT, related_name="agreed_scores")
    criterion = models.ForeignKey(Criterion, on_delete=models.PROTECT, related_name="+")
    points = models.PositiveSmallIntegerField()
    reason = models.TextField()
    spread = models.JSONField(default=list)
    agreed_on = models.DateField()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["round", "candidate", "criterion"], name="agreed_once_in_a_round"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.candidate.code}, criterion {self.criterion.number}: {self.points}"
