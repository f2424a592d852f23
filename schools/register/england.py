"""The register of schools in England: the official download of all establishments."""

import re

from django.db.models import Q

from schools.models import Nation
from schools.register.categories import Skip, kind_of, status_of
from schools.register.columns import ENGLAND_HEADINGS, Row
from schools.register.layout import Register
from schools.register.values import Values, count_in, date_in

NONE = ("Not applicable", "Not under a federation", "Not supported by a trust")


def read(row: Row, held: Values | None) -> Values | Skip:
    """Return what a row says of a school, all but its authority, or why it is skipped.

    The row of a school that is held may leave type and name out.
    """
    cells = row.cells
    kind = kind_of(cells.type_code, cells.type_name, cells.authority_name)
    status = status_of(cells.status_code, cells.status_name)
    said = _said(row, None if kind == Skip.NO_TYPE else kind, status)
    if isinstance(kind, Skip) and not (kind == Skip.NO_TYPE and held):
        return kind
    if isinstance(status, Skip):
        return status
    if not (said.name or held):
        return Skip.NO_NAME
    return said


def _said(row: Row, category: str | None, status: str | None) -> Values:
    cells = row.cells
    return Values(
        urn=row.identity,
        number=cells.number or None,
        name=cells.name or None,
        category=category,
        status=status,
        type_name=cells.type_name or None,
        phase=cells.phase or None,
        opened_on=date_in(row, "opened_on"),
        closed_on=date_in(row, "closed_on"),
        street=cells.street or None,
        locality=cells.locality or None,
        address3=cells.address3 or None,
        town=cells.town or None,
        county=cells.county or None,
        postcode=cells.postcode.upper() or None,
        religious_character=cells.religious_character or None,
        diocese=_named(cells.diocese),
        trust=_named(cells.trust or cells.trust_flag),
        federation=_named(cells.federation or cells.federation_flag),
        low_age=count_in(row, "low_age"),
        high_age=count_in(row, "high_age"),
        pupils=count_in(row, "pupils"),
        nation=Nation.ENGLAND,
    )


def _named(cell: str) -> str | None:
    """Return what a cell names: "" if it says that there is none, None if it is silent."""
    return "" if cell in NONE else cell or None


OPTIONAL = ("diocese", "trust_flag", "trust", "federation_flag", "federation")
ENGLAND = Register(
    title="the register of schools in England",
    headings=ENGLAND_HEADINGS,
    nation=Nation.ENGLAND,
    identity="urn",
    identity_shape=re.compile("(?!0+$)[0-9]{1,7}"),
    conflict="(urn)",
    held=Q(urn__isnull=False),
    names="name",
    encoding="cp1252",
    read=read,
    optional=frozenset(getattr(ENGLAND_HEADINGS, field) for field in OPTIONAL),
)
