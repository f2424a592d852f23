"""Local authorities, and those who act for them."""

from django.conf import settings
from django.db import models

from schools.models.choices import Nation, StaffRole, one_of
from schools.models.dated import Dated, DatedQuerySet


class Authority(models.Model):
    """A local authority: the employer, or the adviser, of the schools it maintains."""

    code = models.CharField(max_length=3, unique=True)
    name = models.CharField(max_length=100)
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
