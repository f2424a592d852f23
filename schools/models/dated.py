"""What holds from one day to another. Both days count; no last day means no end is known."""

from datetime import date
from typing import Self, TypeVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from accounts.models import User

Row_co = TypeVar("Row_co", bound=models.Model, covariant=True)


def by_whom() -> models.ForeignKey[User | None]:
    """Return the column of who entered something; empty where that was not kept."""
    return models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )


class DatedQuerySet(models.QuerySet[Row_co]):
    """Rows with `since` and `until`."""

    def on(self, day: date) -> Self:
        """Return the rows in force on that day, their first and last days included."""
        return self.filter(Q(until__isnull=True) | Q(until__gte=day), since__lte=day)


class Dated(models.Model):
    """Something that holds from `since` to `until`, both days included."""

    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta:
        """No row ends before it begins."""

        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")),
                name="%(class)s_ends_after_it_begins",
                violation_error_message="The last day cannot be before the first.",
            )
        ]

    def is_in_force(self, day: date) -> bool:
        """Say whether this holds on that day, without asking the database."""
        return self.since <= day and (self.until is None or day <= self.until)
