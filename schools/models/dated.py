"""What holds from one day to another. Both days count; no last day means no end is known."""

from datetime import date
from typing import Self, TypeVar

from django.db import models
from django.db.models import F, Q

Row_co = TypeVar("Row_co", bound=models.Model, covariant=True)


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
