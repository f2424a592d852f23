"""What a school was on a day: its former categories, and its special arrangements."""

from django.db import models

from schools.models.choices import Arrangement, Category, one_of
from schools.models.dated import by_whom
from schools.models.school import School


class FormerCategory(models.Model):
    """A category that a school had, up to and with a day; `School.category` is the present one.

    It began where the one before it ended, or with the school.
    """

    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="former_categories")
    category = models.CharField(max_length=30, choices=Category)
    until = models.DateField()
    entered_by = by_whom()

    class Meta:
        """The latest first; no two ended on one day."""

        ordering = ["-until"]
        verbose_name_plural = "former categories"
        constraints = [
            models.CheckConstraint(
                condition=one_of("category", Category), name="formercategory_category"
            ),
            models.UniqueConstraint(fields=["school", "until"], name="formercategory_once_a_day"),
        ]

    def __str__(self) -> str:
        """Return the category."""
        return self.get_category_display()


class SchoolArrangement(models.Model):
    """The special arrangement a school has since a day, until the next row's; it can be none."""

    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="arrangements")
    kind = models.CharField(max_length=30, choices=Arrangement)
    since = models.DateField()
    entered_by = by_whom()

    class Meta:
        """The latest first; no two since one day."""

        ordering = ["-since"]
        constraints = [
            models.CheckConstraint(
                condition=one_of("kind", Arrangement), name="schoolarrangement_kind"
            ),
            models.UniqueConstraint(
                fields=["school", "since"], name="schoolarrangement_once_a_day"
            ),
        ]

    def __str__(self) -> str:
        """Return the arrangement."""
        return self.get_kind_display()
