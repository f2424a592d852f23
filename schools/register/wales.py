"""The Welsh Government's address list of maintained schools, in English and in Welsh.

Both lists have the same schools, by number. Names, addresses and the names of authorities are the
English list's; what the Welsh list owns are the Welsh names. What is a code in all but name
(sector, governance, language medium, type, religious character) is kept in English, from either.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from django.db.models import Q

from schools.models import Nation, Status
from schools.register.categories import Skip
from schools.register.columns import ENGLISH_HEADINGS, WELSH_HEADINGS, Row
from schools.register.layout import Register
from schools.register.summary import Note
from schools.register.values import Values, count_in
from schools.register.welsh_codes import NOT_APPLICABLE, in_english, kind_of

OF_A_CODE = ("phase", "language_medium", "type_name", "religious_character")


def read_english(row: Row, held: Values | None) -> Values | Skip:
    """Return what a row of the English list says, all but the authority, or why it is skipped."""
    if reason := _reason_to_skip(row, held):
        return reason
    codes = {field: in_english(cell) or cell or None for field, cell in _codes(row)}
    return _said(row, codes)._replace(name=row.cells.name or None, **_address(row))


def read_welsh(row: Row, held: Values | None) -> Values | Skip:
    """Return what a row of the Welsh list says, all but the authority, or why it is skipped.

    A name and an address it gives only where nothing is held.
    """
    if reason := _reason_to_skip(row, held):
        return reason
    said = _said(row, {field: in_english(cell) for field, cell in _codes(row)})
    said = said._replace(welsh_name=row.cells.name or None)
    if not held:
        said = said._replace(name=row.cells.name)
    has_address = held and (held.street or held.locality or held.address3 or held.county)
    return said if has_address else said._replace(**_address(row))


def doubts(row: Row) -> Iterator[Note]:
    """Yield what of a row deserves a look: a category inferred, a value without known English."""
    cells = row.cells
    if in_english(cells.phase) == "Special" and in_english(cells.governance) == NOT_APPLICABLE:
        yield Note.INFERRED
    if any(cell and in_english(cell) is None for _, cell in _codes(row)):
        yield Note.UNKNOWN_VALUE


def _reason_to_skip(row: Row, held: Values | None) -> Skip | None:
    kind = kind_of(row.cells.governance, row.cells.phase)
    if isinstance(kind, Skip):
        return kind
    return None if row.cells.name or held else Skip.NO_NAME


def _codes(row: Row) -> Iterator[tuple[str, str]]:
    return ((field, getattr(row.cells, field)) for field in OF_A_CODE)


def _said(row: Row, codes: dict[str, Any]) -> Values:
    """Return what both lists say alike. All the schools on them are open."""
    if codes["language_medium"] == NOT_APPLICABLE:
        codes["language_medium"] = ""
    return Values(
        number=str(row.identity),
        category=kind_of(row.cells.governance, row.cells.phase),
        status=Status.OPEN,
        postcode=row.cells.postcode.upper() or None,
        pupils=count_in(row, "pupils"),
        nation=Nation.WALES,
    )._replace(**codes)


def _address(row: Row) -> dict[str, Any]:
    """Return the lines of the address, blank ones too, or nothing if all are blank."""
    cells = row.cells
    lines = {"street": cells.street, "locality": cells.locality, "address3": cells.address3}
    lines["county"] = cells.county
    return lines if any(lines.values()) else {}


WALES_IN_ENGLISH = Register(
    title="the Welsh Government's list of maintained schools, in English",
    headings=ENGLISH_HEADINGS,
    nation=Nation.WALES,
    identity="number",
    identity_shape=re.compile("[1-9][0-9]{6}"),
    conflict="(number) WHERE nation = 'wales' AND number > ''",
    held=Q(nation=Nation.WALES, number__gt=""),
    names="name",
    encoding="utf-8",
    read=read_english,
    doubts=doubts,
)
WALES_IN_WELSH = replace(
    WALES_IN_ENGLISH,
    title="the Welsh Government's list of maintained schools, in Welsh",
    headings=WELSH_HEADINGS,
    names="welsh_name",
    read=read_welsh,
)
