"""The columns that we read, of the 139 in the official download of the register of England."""

from typing import NamedTuple


class Cells(NamedTuple):
    """The cells of one row that we read, as written but for space around them."""

    urn: str
    authority_code: str
    authority_name: str
    number: str
    name: str
    type_code: str
    type_name: str
    status_code: str
    status_name: str
    opened_on: str
    closed_on: str
    phase: str
    low_age: str
    high_age: str
    religious_character: str
    pupils: str
    street: str
    locality: str
    address3: str
    town: str
    county: str
    postcode: str


HEADINGS = Cells(
    urn="URN",
    authority_code="LA (code)",
    authority_name="LA (name)",
    number="EstablishmentNumber",
    name="EstablishmentName",
    type_code="TypeOfEstablishment (code)",
    type_name="TypeOfEstablishment (name)",
    status_code="EstablishmentStatus (code)",
    status_name="EstablishmentStatus (name)",
    opened_on="OpenDate",
    closed_on="CloseDate",
    phase="PhaseOfEducation (name)",
    low_age="StatutoryLowAge",
    high_age="StatutoryHighAge",
    religious_character="ReligiousCharacter (name)",
    pupils="NumberOfPupils",
    street="Street",
    locality="Locality",
    address3="Address3",
    town="Town",
    county="County (name)",
    postcode="Postcode",
)


class Row(NamedTuple):
    """One row of the register: the physical line it ends on, its URN, its cells."""

    line: int
    urn: int
    cells: Cells
