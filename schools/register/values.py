"""A row's cells as the values of a school; a cell that says nothing is None."""

import re
from datetime import date
from functools import cache
from typing import NamedTuple

from schools.models import Nation, School, Status
from schools.register.columns import HEADINGS, Row
from schools.register.problems import RegisterError
from schools.register.reader import CHECK_CELL

NOT_COUNTED = ("", "..")
COUNT_DIGITS = 4
DATE = re.compile(r"(\d\d)-(\d\d)-(\d{4})", re.ASCII)


class Values(NamedTuple):
    """What the register says of a school; the fields of School by name, None where it is silent."""

    name: str | None
    authority_id: int | None
    number: str | None
    category: str | None
    type_name: str | None
    status: str | None
    phase: str | None
    opened_on: date | None
    closed_on: date | None
    street: str | None
    locality: str | None
    address3: str | None
    town: str | None
    county: str | None
    postcode: str | None
    religious_character: str | None
    low_age: int | None
    high_age: int | None
    pupils: int | None
    nation: str | None

    def over(self, held: "Values") -> "Values":
        """Return these values, and those held wherever these are silent.

        A school that opens again loses the closing date that was held.
        """
        opens_again = held.status == Status.CLOSED and self.status not in (None, Status.CLOSED)
        known = held._replace(closed_on=None) if opens_again else held
        pairs = zip(self, known, strict=True)
        return Values._make([old if new is None else new for new, old in pairs])


NOTHING = Values(
    name="",
    authority_id=None,
    number="",
    category=None,
    type_name="",
    status=Status.NOT_STATED,
    phase="",
    opened_on=None,
    closed_on=None,
    street="",
    locality="",
    address3="",
    town="",
    county="",
    postcode="",
    religious_character="",
    low_age=None,
    high_age=None,
    pupils=None,
    nation=None,
)
TEXTS = [field for field, silent in NOTHING._asdict().items() if silent == ""]
LIMITS = {field: getattr(School, field).field.max_length for field in TEXTS}


def read_values(row: Row) -> Values:
    """Return what a row's own cells say, so without authority, category and status.

    RegisterError for a cell that cannot be read.
    """
    cells = row.cells
    return Values(
        name=cells.name or None,
        authority_id=None,
        number=cells.number or None,
        category=None,
        type_name=cells.type_name or None,
        status=None,
        phase=cells.phase or None,
        opened_on=_date(row, "opened_on"),
        closed_on=_date(row, "closed_on"),
        street=cells.street or None,
        locality=cells.locality or None,
        address3=cells.address3 or None,
        town=cells.town or None,
        county=cells.county or None,
        postcode=cells.postcode.upper() or None,
        religious_character=cells.religious_character or None,
        low_age=_count(row, "low_age"),
        high_age=_count(row, "high_age"),
        pupils=_count(row, "pupils"),
        nation=Nation.ENGLAND,
    )


def check_lengths(row: Row, values: Values) -> None:
    """Raise RegisterError for a text that is longer than what is kept of it."""
    for field, limit in LIMITS.items():
        length = len(getattr(values, field))
        if length > limit:
            raise _wrong(row, field, f"{length} characters, where at most {limit} are kept.")


def _date(row: Row, field: str) -> date | None:
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


def _count(row: Row, field: str) -> int | None:
    written: str = getattr(row.cells, field)
    if written in NOT_COUNTED:
        return None
    if not (written.isascii() and written.isdigit() and len(written) <= COUNT_DIGITS):
        raise _wrong(row, field, f"'{written}' is not a whole number.")
    return int(written)


def _wrong(row: Row, field: str, problem: str) -> RegisterError:
    heading = getattr(HEADINGS, field)
    return RegisterError(problem, line=row.line, column=heading, way_out=CHECK_CELL)
