"""A school, as the register has it."""

from typing import Any

from django.db import models

from schools.models.authority import Authority
from schools.models.choices import IN_USE, Category, Nation, Status, one_of
from schools.models.governing_body import GoverningBody
from schools.words import plain

NO_RELIGIOUS_CHARACTER = ("", "Does not apply", "None", "Not applicable", "Unknown", "---")


class School(models.Model):
    """One school. What the register says is kept as written; `category` is our reading of it."""

    urn = models.PositiveIntegerField("URN", unique=True, null=True, blank=True)
    name = models.CharField(max_length=200)
    authority = models.ForeignKey(
        Authority, on_delete=models.PROTECT, null=True, blank=True, related_name="schools"
    )
    number = models.CharField(max_length=10, blank=True)
    category = models.CharField(max_length=30, choices=Category)
    type_name = models.CharField("type, as written", max_length=100, blank=True)
    status = models.CharField(max_length=12, choices=Status, default=Status.NOT_STATED)
    phase = models.CharField(max_length=50, blank=True)
    opened_on = models.DateField(null=True, blank=True)
    closed_on = models.DateField(null=True, blank=True)
    street = models.CharField(max_length=200, blank=True)
    locality = models.CharField(max_length=200, blank=True)
    address3 = models.CharField(max_length=200, blank=True)
    town = models.CharField(max_length=100, blank=True)
    county = models.CharField(max_length=100, blank=True)
    postcode = models.CharField(max_length=20, blank=True)
    religious_character = models.CharField(max_length=100, blank=True)
    low_age = models.PositiveSmallIntegerField(null=True, blank=True)
    high_age = models.PositiveSmallIntegerField(null=True, blank=True)
    pupils = models.PositiveIntegerField(null=True, blank=True)
    nation = models.CharField(max_length=10, choices=Nation, default=Nation.ENGLAND)
    governing_body = models.ForeignKey(
        GoverningBody, on_delete=models.PROTECT, null=True, blank=True, related_name="schools"
    )
    search_text = models.TextField(editable=False, blank=True)

    class Meta:
        """In order of name; many schools share one."""

        ordering = ["name", "urn"]
        indexes = [models.Index(fields=["name", "urn"], name="school_by_name")]
        constraints = [
            models.CheckConstraint(condition=one_of("category", Category), name="school_category"),
            models.CheckConstraint(condition=one_of("status", Status), name="school_status"),
            models.CheckConstraint(condition=one_of("nation", Nation), name="school_nation"),
        ]

    def __str__(self) -> str:
        """Return the name."""
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save the school, and with it the words it is found by."""
        self.search_text = words_to_find(self.name, self.town, self.postcode, self.urn)
        if kwargs.get("update_fields") is not None:
            kwargs["update_fields"] = {*kwargs["update_fields"], "search_text"}
        super().save(*args, **kwargs)

    @property
    def is_open(self) -> bool:
        """Say whether pupils are taught here now, closure proposed or not."""
        return self.status in IN_USE

    @property
    def has_religious_character(self) -> bool:
        """Say whether the register gives the school a religious character."""
        return self.religious_character not in NO_RELIGIOUS_CHARACTER

    def letter_address(self) -> list[str]:
        """Return the lines of an address, the name first, with no line for what is not known."""
        parts = [self.street, self.locality, self.address3, self.town, self.county, self.postcode]
        return list(dict.fromkeys([self.name, *filter(None, parts)]))


def words_to_find(name: str, town: str, postcode: str, urn: int | None) -> str:
    """Return the plain words a school is found by, each with a space before it.

    The postcode is there with and without its space.
    """
    together = postcode.replace(" ", "")
    return " " + plain(f"{name} {town} {postcode} {together} {urn or ''}")
