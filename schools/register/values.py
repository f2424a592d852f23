"""What a register says of a school; what it does not say is None."""

import re
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from django.db.models import CharField

from schools.models import School, Status
from schools.register.columns import Row
from schools.register.problems import CHECK_CELL, RegisterError

NOT_COUNTED = ("", "..")
COUNT_DIGITS = 4
DATE = re.compile(r"(\d\d)-(\d\d)-(\d{4})", re.ASCII)


class Values(NamedTuple):
    """What a register says of a school; the fields of School by name, None where it is silent."""

    urn: int | None = None
    number: str | None = None
    name: str | None = None
    welsh_name: str | None = None
    authority_id: int | None = None
    category: str | None = None
    register_category: str | None = None
    type_name: str | None = None
    status: str | None = None
    phase: str | None = None
    language_medium: str | None = None
    opened_on: date | None = None
    closed_on: date | None = None
    street: str | None = None
    locality: str | None = None
    address3: str | None = None
    town: str | None = None
    county: str | None = None
    postcode: str | None = None
    religious_character: str | None = None
    diocese: str | None = None
    trust: str | None = None
    federation: str | None = None
    low_age: int | None = None
    high_age: int | None = None
    pupils: int | None = None
    nation: str | None = None

    def over(self, held: "Values") -> "Values":
        """Return these values, and those held wherever these are silent.

        A school that opens again loses the closing date that was held.
        """
        opens_again = held.status == Status.CLOSED and self.status not in (None, Status.CLOSED)
        known = held._replace(closed_on=None) if opens_again else held
        pairs = zip(self, known, strict=True)
        return Values._make([old if new is None else new for new, old in pairs])


KEPT = {name: getattr(School, name).field for name in Values._fields}
LIMITS = {
    name: field.max_length
    for name, field in KEPT.items()
    if isinstance(field, CharField) and not field.choices and field.max_length
}
NO_TEXT: dict[str, Any] = dict.fromkeys(LIMITS, "")
NOTHING = Values(status=Status.NOT_STATED)._replace(**NO_TEXT)


def check_lengths(row: Row, values: Values) -> None:
    """Raise RegisterError for a text that is longer than what is kept of it."""
    for field, limit in LIMITS.items():
        length = len(getattr(values, field))
        if length > limit:
            raise _wrong(row, field, f"{length} characters, where at most {limit} are kept.")


def date_in(row: Row, field: str) -> date | None:
    """Return the date in a cell, None if it is blank; RegisterError if it is none."""
    written: str = getattr(row.cells, field)
    try:
        return day(written) if written else None
    except ValueError as error:
        problem = f"'{written}' is not a date written dd-mm-yyyy."
        raise _wrong(row, field, problem) from error


@cache
def day(written: str) -> date:
    """Return the date written dd-mm-yyyy; ValueError if it is not one."""
    parts = DATE.fullmatch(written)
    if not parts:
        raise ValueError(written)
    return date(int(parts[3]), int(parts[2]), int(parts[1]))


def count_in(row: Row, field: str) -> int | None:
    """Return the number in a cell, None if there is none; RegisterError if it is not one."""
    written: str = getattr(row.cells, field)
    if written in NOT_COUNTED:
        return None
    if not (written.isascii() and written.isdigit() and len(written) <= COUNT_DIGITS):
        raise _wrong(row, field, f"'{written}' is not a whole number.")
    return int(written)


def _wrong(row: Row, field: str, problem: str) -> RegisterError:
    heading = getattr(row.headings, field)
    return RegisterError(problem, line=row.line, column=heading, way_out=CHECK_CELL)
