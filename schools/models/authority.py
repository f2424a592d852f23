"""Local authorities, and those who act for them."""

from django.conf import settings
from django.db import models

from law.appointment.local import KEYS, LocalRule
from schools.models.choices import Nation, StaffRole, one_of
from schools.models.dated import Dated, DatedQuerySet, by_whom


class Authority(models.Model):
    """A local authority: the employer, or the adviser, of the schools it maintains."""

    code = models.CharField(max_length=3, unique=True)
    name = models.CharField(max_length=100)
    welsh_name = models.CharField(max_length=100, blank=True)
    nation = models.CharField(max_length=10, choices=Nation, default=Nation.ENGLAND)

    class Meta:
        """In order of name."""

        ordering = ["name", "code"]
        verbose_name_plural = "authorities"
        constraints = [
            models.CheckConstraint(condition=one_of("nation", Nation), name="authority_nation")
        ]

    def __str__(self) -> str:
        """Return the name."""
        return self.name

    @property
    def other_name(self) -> str:
        """Return the name in Welsh, if it is another than `name`."""
        return "" if self.welsh_name == self.name else self.welsh_name


class AuthorityRule(Dated):
    """A rule of an authority's own, beside the law: see `law.appointment.local`."""

    authority = models.ForeignKey(Authority, on_delete=models.CASCADE, related_name="rules")
    key = models.CharField(max_length=40, choices=[(key, key) for key in KEYS])
    length = models.PositiveSmallIntegerField(null=True, blank=True)
    reference = models.CharField(max_length=300)
    entered_by = by_whom()
    ended_by = by_whom()

    objects = DatedQuerySet.as_manager()

    class Meta(Dated.Meta):
        """The latest first; one of a kind since one day."""

        ordering = ["-since", "key"]
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                fields=["authority", "key", "since"], name="authorityrule_once_a_day"
            ),
        ]

    def __str__(self) -> str:
        """Return which rule, and by what reference."""
        return f"{self.key.replace('_', ' ')}: {self.reference}"

    @property
    def local(self) -> LocalRule:
        """The same as the law reads it."""
        return LocalRule(self.key, self.length, self.reference, self.since)


class AuthorityStaff(Dated):
    """Someone's work for an authority, from one day to another."""

    authority = models.ForeignKey(Authority, on_delete=models.PROTECT, related_name="staff")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="authority_posts"
    )
    role = models.CharField(max_length=10, choices=StaffRole)
    title = models.CharField(max_length=120, blank=True)

    objects = DatedQuerySet.as_manager()

    class Meta(Dated.Meta):
        """The newest first."""

        ordering = ["-since", "pk"]
        verbose_name_plural = "authority staff"
        constraints = [
            *Dated.Meta.constraints,
            models.CheckConstraint(condition=one_of("role", StaffRole), name="authoritystaff_role"),
        ]

    def __str__(self) -> str:
        """Return the person and what they are."""
        return f"{self.user}, {self.title or self.get_role_display()}"
