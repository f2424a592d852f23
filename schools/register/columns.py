"""The columns that we read of each register, under one set of names."""

from typing import NamedTuple


class Cells(NamedTuple):
    """The cells of one row that we read, as written but for space around them.

    As headings, the columns' names; a column that the register does not have is "".
    """

    urn: str = ""
    number: str = ""
    name: str = ""
    authority_code: str = ""
    authority_name: str = ""
    type_code: str = ""
    type_name: str = ""
    governance: str = ""
    status_code: str = ""
    status_name: str = ""
    opened_on: str = ""
    closed_on: str = ""
    phase: str = ""
    language_medium: str = ""
    low_age: str = ""
    high_age: str = ""
    religious_character: str = ""
    diocese: str = ""
    trust_flag: str = ""
    trust: str = ""
    federation_flag: str = ""
    federation: str = ""
    pupils: str = ""
    street: str = ""
    locality: str = ""
    address3: str = ""
    town: str = ""
    county: str = ""
    postcode: str = ""


class Row(NamedTuple):
    """One row of a register: the physical line it ends on, its school's number, its cells."""

    line: int
    identity: int
    cells: Cells
    headings: Cells


ENGLAND_HEADINGS = Cells(
    urn="URN",
    number="EstablishmentNumber",
    name="EstablishmentName",
    authority_code="LA (code)",
    authority_name="LA (name)",
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
    diocese="Diocese (name)",
    trust_flag="TrustSchoolFlag (name)",
    trust="Trusts (name)",
    federation_flag="FederationFlag (name)",
    federation="Federations (name)",
    pupils="NumberOfPupils",
    street="Street",
    locality="Locality",
    address3="Address3",
    town="Town",
    county="County (name)",
    postcode="Postcode",
)
ENGLISH_HEADINGS = Cells(
    number="School Number",
    name="School Name",
    authority_code="LA Code",
    authority_name="Local Authority",
    type_name="School Type",
    governance="Governance - see notes",
    phase="Sector",
    language_medium="Welsh Medium Type - see notes",
    religious_character="Religious Character",
    pupils="Pupils - see notes",
    street="Address 1",
    locality="Address 2",
    address3="Address 3",
    county="Address 4",
    postcode="Postcode",
)
WELSH_HEADINGS = Cells(
    number="Rhif yr ysgol",
    name="Enw\u2019r ysgol",
    authority_code="Cod ALl",
    authority_name="Awdurdod Lleol",
    type_name="Math o ysgol",
    governance="Llywodraethu - Gweler y nodiadau",
    phase="Sector",
    language_medium="Math o gyfrwng Cymraeg - Gweler y nodiadau",
    religious_character="Cymeriad crefyddol",
    pupils="Disgyblion - Gweler y nodiadau",
    street="Cyfeiriad 1",
    locality="Cyfeiriad 2",
    address3="Cyfeiriad 3",
    county="Cyfeiriad 4",
    postcode="Cod post",
)
