"""A meeting: its notice, agenda, attendance item by item, votes and minute."""

from django.conf import settings
from django.db import models

from casework.models.case import Case


class Meeting(models.Model):
    """A meeting of the governing body or of a panel about this case."""

    class Body(models.TextChoices):
        GOVERNING_BODY = "governing_body", "Governing body"
        PANEL = "panel", "Selection panel"

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="meetings")
    number = models.PositiveIntegerField()
    body = models.CharField(max_length=20, choices=Body.choices)
    purpose = models.CharField(max_length=200)
    held_on = models.DateField()
    at = models.TimeField()
    place = models.CharField(max_length=200)
    notice_on = models.DateField()
    notice_to_authority = models.BooleanField(default=False)
    urgent = models.TextField(blank=True)
    agenda = models.JSONField(default=list)
    chaired_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    held = models.BooleanField(default=False)

    class Meta:
        ordering = ["held_on", "number"]
        constraints = [
            models.UniqueConstraint(fields=["case", "number"], name="meeting_number_once"),
        ]

    def __str__(self) -> str:
        return f"{self.get_body_display()} meeting of {self.held_on:%-d %B %Y}"


class Attendance(models.Model):
    """That a person was at a meeting, and in what capacity."""

    class Capacity(models.TextChoices):
        MEMBER = "member", "Member, with a vote"
        ADVISER = "adviser", "Adviser, without a vote"
        IN_ATTENDANCE = "in_attendance", "In attendance, without a vote"

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="attendance")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    capacity = models.CharField(max_length=20, choices=Capacity.choices)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "person"], name="person_once_at_a_meeting"),
        ]

    def __str__(self) -> str:
        return f"{self.person} at {self.meeting}"


class MeetingItem(models.Model):
    """One item as it was taken: who withdrew for it, the vote and the minute."""

    class Casting(models.TextChoices):
        NOT_USED = "", "Not used"
        FOR = "for", "For"
        AGAINST = "against", "Against"

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="items")
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=200)
    withdrew = models.ManyToManyField(settings.AUTH_USER_MODEL, related_name="+", blank=True)
    votes_for = models.PositiveIntegerField(null=True, blank=True)
    votes_against = models.PositiveIntegerField(null=True, blank=True)
    abstained = models.PositiveIntegerField(null=True, blank=True)
    casting = models.CharField(max_length=10, choices=Casting.choices, blank=True)
    minute = models.TextField(blank=True)
    confidential = models.BooleanField(default=False)

    class Meta:
        ordering = ["meeting", "number"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "number"], name="item_number_once"),
        ]

    def __str__(self) -> str:
        return self.title
