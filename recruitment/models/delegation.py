"""What a trust's scheme of delegation lays down for a headship, and the consents it asks for."""

from django.db import models

from law.appointment.scheme import Body, Laid, Scheme
from recruitment.models.candidates import Candidate
from recruitment.models.vacancy import Vacancy


class DecidingBody(models.TextChoices):
    """Who can approve or appoint under a scheme of delegation, as the law knows them."""

    GOVERNING_BODY = Body.GOVERNING_BODY.value, "The governing body of the academy"
    TRUST_BOARD = Body.TRUST_BOARD.value, "The board of trustees"
    CHIEF_EXECUTIVE = Body.CHIEF_EXECUTIVE.value, "The chief executive of the trust"
    MEMBERS = Body.MEMBERS.value, "The members of the trust"


class Delegation(models.Model):
    """The scheme of delegation as this appointment relies on it, from `since` until a later one."""

    vacancy = models.ForeignKey(Vacancy, on_delete=models.PROTECT, related_name="delegations")
    since = models.DateField()
    panel_minimum = models.PositiveSmallIntegerField()
    panel_minimum_source = models.CharField(max_length=300)
    approval = models.CharField(max_length=20, choices=DecidingBody)
    approval_source = models.CharField(max_length=300)
    appointer = models.CharField(max_length=20, choices=DecidingBody)
    appointer_source = models.CharField(max_length=300)
    consents = models.JSONField(default=list)
    consents_source = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["since", "pk"]

    def __str__(self) -> str:
        return f"Scheme of delegation, entered for {self.since:%-d %B %Y}"

    @property
    def scheme(self) -> Scheme:
        """The same as the law reads it."""
        return Scheme(
            since=self.since,
            panel_minimum=Laid(self.panel_minimum, self.panel_minimum_source),
            approval=Laid(self.approval, self.approval_source),
            appointer=Laid(self.appointer, self.appointer_source),
            consents=Laid(tuple(self.consents), self.consents_source),
        )


class Consent(models.Model):
    """That one whose consent the scheme of delegation asks for gave it to this appointment."""

    vacancy = models.ForeignKey(Vacancy, on_delete=models.PROTECT, related_name="consents")
    candidate = models.ForeignKey(Candidate, on_delete=models.PROTECT, related_name="consents")
    name = models.CharField(max_length=200)
    given_on = models.DateField()
    evidence = models.TextField()

    class Meta:
        ordering = ["given_on", "pk"]

    def __str__(self) -> str:
        return f"Consent of {self.name}, {self.given_on:%-d %B %Y}"
