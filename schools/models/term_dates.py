"""When a school meets, and the bank holidays that were proclaimed after the table was made."""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from law.calendars import AddedHoliday
from schools.models.choices import TermChange, TermKind, one_of
from schools.models.school import School


class TermDates(models.Model):
    """A stretch of a school's year: a term, or days within one on which pupils do not attend.

    Half-term divides two terms. Both days count. Whether two terms overlap is asked by
    `schools.terms`, which is the only writer.
    """

    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="term_dates")
    kind = models.CharField(max_length=6, choices=TermKind)
    name = models.CharField(max_length=100, blank=True)
    first = models.DateField()
    last = models.DateField()

    class Meta:
        """In order of date."""

        ordering = ["first", "pk"]
        verbose_name_plural = "term dates"
        constraints = [
            models.CheckConstraint(
                condition=Q(last__gte=F("first")), name="termdates_end_after_they_begin"
            ),
            models.CheckConstraint(condition=one_of("kind", TermKind), name="termdates_kind"),
            models.UniqueConstraint(
                fields=["school", "kind", "first"], name="termdates_begin_once"
            ),
        ]

    def __str__(self) -> str:
        """Return the name and the days, or the days alone."""
        days = written(self.first)
        if self.last != self.first:
            days += f" to {written(self.last)}"
        return f"“{self.name}” ({days})" if self.name else days

    @property
    def is_term(self) -> bool:
        """Say whether the school meets in this stretch."""
        return self.kind == TermKind.TERM


class TermDatesChange(models.Model):
    """That a stretch was entered into a school's term dates or taken out: by whom, and when.

    It keeps the stretch as it was, and is only ever added.
    """

    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="term_changes")
    change = models.CharField(max_length=10, choices=TermChange)
    kind = models.CharField(max_length=6, choices=TermKind)
    name = models.CharField(max_length=100, blank=True)
    first = models.DateField()
    last = models.DateField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()

    class Meta:
        """The latest first."""

        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=one_of("change", TermChange), name="termdateschange_change"
            ),
            models.CheckConstraint(condition=one_of("kind", TermKind), name="termdateschange_kind"),
        ]

    def __str__(self) -> str:
        """Return what was done, and with which days."""
        days = TermDates(name=self.name, first=self.first, last=self.last)
        return f"{self.get_change_display()}: {days}"


class BankHoliday(models.Model):
    """A bank holiday of England and Wales that `law.bank_holidays` does not hold.

    `added_on` is the day on which Headship came to know of it: a clock that had ended by then is
    not moved by it.
    """

    day = models.DateField(unique=True)
    title = models.CharField(max_length=100)
    added_on = models.DateField()

    class Meta:
        """In order of date."""

        ordering = ["day"]

    def __str__(self) -> str:
        """Return the title and the day."""
        return f"{self.title}, {written(self.day)}"

    def in_law(self) -> AddedHoliday:
        """Return it as a calendar takes it."""
        return AddedHoliday(self.day, self.title, self.added_on)


def written(day: date) -> str:
    """Return a date as it is written in a letter, such as 3 September 2026."""
    return f"{day:%-d %B %Y}"
