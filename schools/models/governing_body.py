"""Governing bodies, who sits on them and who holds their offices, with dates."""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import QuerySet

from accounts.models import User
from schools.models.choices import MemberKind, OfficeKind, one_of
from schools.models.dated import Dated, DatedQuerySet


class GoverningBody(models.Model):
    """A governing body: of one school, or of the several schools of a federation."""

    name = models.CharField(max_length=200)
    created = models.DateTimeField(auto_now_add=True)

    class Meta:
        """In order of name."""

        ordering = ["name", "pk"]
        verbose_name_plural = "governing bodies"

    def __str__(self) -> str:
        """Return the name."""
        return self.name

    def members_on(self, day: date) -> "QuerySet[Membership]":
        """Return all who sit on the body that day, associate members too, in order of name."""
        return self.memberships.on(day).select_related("user").order_by("user__full_name", "pk")

    def governors_on(self, day: date) -> "QuerySet[Membership]":
        """Return the governors that day: an associate member is not one."""
        return self.members_on(day).exclude(kind=MemberKind.ASSOCIATE)

    def chair_on(self, day: date) -> User | None:
        """Return the chair of governors that day, if there is one."""
        return self._holder(OfficeKind.CHAIR, day)

    def vice_chair_on(self, day: date) -> User | None:
        """Return the vice-chair of governors that day, if there is one."""
        return self._holder(OfficeKind.VICE_CHAIR, day)

    def clerk_on(self, day: date) -> User | None:
        """Return the clerk to the governing body that day, if there is one."""
        return self._holder(OfficeKind.CLERK, day)

    def _holder(self, office: OfficeKind, day: date) -> User | None:
        held = self.offices.on(day).filter(office=office).select_related("user")
        newest = held.order_by("-since", "-pk").first()
        return newest.user if newest else None


class Membership(Dated):
    """Someone's seat on a governing body, from one day to another."""

    governing_body = models.ForeignKey(
        GoverningBody, on_delete=models.PROTECT, related_name="memberships"
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="memberships"
    )
    kind = models.CharField(max_length=20, choices=MemberKind)

    objects = DatedQuerySet.as_manager()

    class Meta(Dated.Meta):
        """The newest first; nobody takes two seats on one body on the same day."""

        ordering = ["-since", "pk"]
        constraints = [
            *Dated.Meta.constraints,
            models.CheckConstraint(condition=one_of("kind", MemberKind), name="membership_kind"),
            models.UniqueConstraint(
                fields=["governing_body", "user", "since"], name="membership_once_a_day"
            ),
        ]

    def __str__(self) -> str:
        """Return the person and the kind of seat."""
        return f"{self.user}, {self.get_kind_display()}"

    @property
    def is_governor(self) -> bool:
        """Say whether this seat makes a governor: an associate member is not one."""
        return self.kind != MemberKind.ASSOCIATE


class Office(Dated):
    """Someone's office in a governing body, which a clerk can hold without being a member."""

    governing_body = models.ForeignKey(
        GoverningBody, on_delete=models.PROTECT, related_name="offices"
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="offices"
    )
    office = models.CharField(max_length=10, choices=OfficeKind)

    objects = DatedQuerySet.as_manager()

    class Meta(Dated.Meta):
        """The newest first."""

        ordering = ["-since", "pk"]
        constraints = [
            *Dated.Meta.constraints,
            models.CheckConstraint(condition=one_of("office", OfficeKind), name="office_kind"),
        ]

    def __str__(self) -> str:
        """Return the person and the office."""
        return f"{self.user}, {self.get_office_display()}"
