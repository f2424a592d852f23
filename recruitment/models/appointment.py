"""Decisions on an appointment, each with the date it was told, and the checks."""

from django.db import models

from casework.models import Meeting
from recruitment.models.candidates import Candidate
from recruitment.models.vacancy import Vacancy

# The items of a meeting of the governing body on which it requires the panel's steps again.
REPEATED = "Repetition of the panel's steps"
READVERTISED = f"{REPEATED}, with a new advertisement"


class Decision(models.Model):
    """One formal decision: who decided, in which meeting, and when those concerned were told.

    One that was reversed, or whose choice fell through, has ended: it stays, and counts no more.
    """

    class Kind(models.TextChoices):
        RECOMMEND = "recommend", "Recommended"
        RECOMMEND_NOBODY = "recommend_nobody", "No recommendation"
        APPROVE = "approve", "Approved"
        DECLINE = "decline", "Not approved"
        APPOINT = "appoint", "Appointed"
        REFUSE = "refuse", "Refused"
        OFFER = "offer", "Offered"
        ACCEPT = "accept", "Accepted"
        CONFIRM = "confirm", "Confirmed"
        START = "start", "Took up post"
        FALL_THROUGH = "fall_through", "Fell through"

    vacancy = models.ForeignKey(Vacancy, on_delete=models.PROTECT, related_name="decisions")
    round = models.PositiveIntegerField()
    kind = models.CharField(max_length=20, choices=Kind.choices)
    candidate = models.ForeignKey(
        Candidate, null=True, blank=True, on_delete=models.PROTECT, related_name="decisions"
    )
    meeting = models.ForeignKey(
        Meeting, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    decided_on = models.DateField()
    reasons = models.TextField(blank=True)
    detail = models.JSONField(default=dict)
    told_on = models.DateField(null=True, blank=True)
    told_how = models.CharField(max_length=200, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    ended_why = models.TextField(blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["vacancy", "round", "kind"],
                condition=models.Q(ended_on=None),
                name="decision_once_in_a_round",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} on {self.decided_on:%-d %B %Y}"


class Check(models.Model):
    """One check of the person appointed: when, by whom, on what evidence. Never overwritten."""

    vacancy = models.ForeignKey(Vacancy, on_delete=models.PROTECT, related_name="checks")
    candidate = models.ForeignKey(Candidate, on_delete=models.PROTECT, related_name="checks")
    key = models.CharField(max_length=40)
    done_on = models.DateField()
    done_by = models.CharField(max_length=200)
    evidence = models.TextField()
    satisfactory = models.BooleanField(default=True)
    applies = models.BooleanField(default=True)
    undone_on = models.DateField(null=True, blank=True)
    undone_why = models.TextField(blank=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.key} on {self.done_on:%-d %B %Y}"
