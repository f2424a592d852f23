"""A school, as the register has it."""

from datetime import date
from typing import Any

from django.db import models
from django.db.models import Q

from schools.models.authority import Authority
from schools.models.choices import IN_USE, Arrangement, Category, Nation, Status, one_of
from schools.models.governing_body import GoverningBody
from schools.words import plain

UNSORTED_LINES = ("street", "locality", "address3", "county")
FOUND_BY = ("name", "welsh_name", "town", *UNSORTED_LINES, "postcode", "urn", "number")
NO_LEVEL = ("", "Not applicable", "Special", "Nursery")
NO_RELIGIOUS_CHARACTER = ("", "Does not apply", "None", "Not applicable", "Unknown", "---")


class School(models.Model):
    """One school. What the register says is kept as written; `category` is our reading of it.

    The register of England knows a school by its URN, that of Wales by its number of seven digits.
    What Wales says in two languages is kept in English, but for the school's Welsh name.
    `register_category` is behind `category` where a change was entered here first.
    """

    urn = models.PositiveIntegerField("URN", unique=True, null=True, blank=True)
    name = models.CharField(max_length=200)
    welsh_name = models.CharField(max_length=200, blank=True)
    authority = models.ForeignKey(
        Authority, on_delete=models.PROTECT, null=True, blank=True, related_name="schools"
    )
    number = models.CharField(max_length=10, blank=True)
    category = models.CharField(max_length=30, choices=Category)
    register_category = models.CharField(
        "category, as last read from the register", max_length=30, choices=Category, blank=True
    )
    type_name = models.CharField("type, as written", max_length=100, blank=True)
    status = models.CharField(max_length=12, choices=Status, default=Status.NOT_STATED)
    phase = models.CharField(max_length=50, blank=True)
    language_medium = models.CharField(max_length=100, blank=True)
    opened_on = models.DateField(null=True, blank=True)
    closed_on = models.DateField(null=True, blank=True)
    street = models.CharField(max_length=200, blank=True)
    locality = models.CharField(max_length=200, blank=True)
    address3 = models.CharField(max_length=200, blank=True)
    town = models.CharField(max_length=100, blank=True)
    county = models.CharField(max_length=100, blank=True)
    postcode = models.CharField(max_length=20, blank=True)
    religious_character = models.CharField(max_length=100, blank=True)
    diocese = models.CharField(max_length=100, blank=True)
    trust = models.CharField(max_length=200, blank=True)
    federation = models.CharField(max_length=200, blank=True)
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
            models.UniqueConstraint(
                fields=["number"],
                condition=Q(nation=Nation.WALES, number__gt=""),
                name="school_welsh_number",
            ),
        ]

    def __str__(self) -> str:
        """Return the name."""
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save the school, and with it the words it is found by."""
        self.search_text = words_to_find(self)
        if kwargs.get("update_fields") is not None:
            kwargs["update_fields"] = {*kwargs["update_fields"], "search_text"}
        super().save(*args, **kwargs)

    def category_on(self, day: date) -> Category:
        """Return the category the school had that day; no query if `former_categories` is loaded.

        Before its first known change a school had the category that it changed from.
        """
        ended_later = [each for each in self.former_categories.all() if each.until >= day]
        earliest = min(ended_later, key=lambda each: each.until, default=None)
        return Category(earliest.category if earliest else self.category)

    def arrangement_on(self, day: date) -> Arrangement:
        """Return the special arrangement of that day; no query if `arrangements` is loaded."""
        begun = [each for each in self.arrangements.all() if each.since <= day]
        latest = max(begun, key=lambda each: each.since, default=None)
        return Arrangement(latest.kind) if latest else Arrangement.NONE

    @property
    def is_open(self) -> bool:
        """Say whether pupils are taught here now, closure proposed or not."""
        return self.status in IN_USE

    @property
    def other_name(self) -> str:
        """Return the name in Welsh, if it is another than `name`."""
        return "" if self.welsh_name == self.name else self.welsh_name

    @property
    def has_level(self) -> bool:
        """Say whether the register's phase says more of the school than its category does."""
        return self.phase not in NO_LEVEL

    @property
    def has_religious_character(self) -> bool:
        """Say whether the register gives the school a religious character."""
        return self.religious_character not in NO_RELIGIOUS_CHARACTER

    def letter_address(self) -> list[str]:
        """Return the lines of an address, the name first, with no line for what is not known."""
        parts = [self.street, self.locality, self.address3, self.town, self.county, self.postcode]
        return list(dict.fromkeys([self.name, *filter(None, parts)]))


def words_to_find(facts: object) -> str:
    """Return the plain words a school is found by, each with a space before it.

    `facts` has the fields of a school. The postcode is there with and without its space; the lines
    of the address, if none is given as the town; the number, if there is no URN.
    """
    told = {field: getattr(facts, field) or "" for field in FOUND_BY}
    names = dict.fromkeys([told["name"], told["welsh_name"]])
    place = [told["town"]] if told["town"] else [told[line] for line in UNSORTED_LINES]
    codes = [told["postcode"], told["postcode"].replace(" ", ""), told["urn"] or told["number"]]
    return " " + plain(" ".join(map(str, [*names, *place, *codes])))
