"""Makes and imports files in the shape of the official download: 139 columns, Windows-1252."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from accounts.models import User
from schools.models import Authority, School

COLUMNS = Path(__file__).with_name("columns.txt").read_text().splitlines()
ARGYLE = {
    "URN": "100022",
    "LA (code)": "202",
    "LA (name)": "Camden",
    "EstablishmentNumber": "2019",
    "EstablishmentName": "Argyle Primary School",
    "TypeOfEstablishment (code)": "1",
    "TypeOfEstablishment (name)": "Community school",
    "EstablishmentStatus (code)": "1",
    "EstablishmentStatus (name)": "Open",
    "OpenDate": "01-09-1999",
    "PhaseOfEducation (code)": "2",
    "PhaseOfEducation (name)": "Primary",
    "StatutoryLowAge": "3",
    "StatutoryHighAge": "11",
    "ReligiousCharacter (name)": "Does not apply",
    "NumberOfPupils": "410",
    "Street": "Tonbridge Street",
    "Town": "London",
    "Postcode": "WC1H 9EG",
}
CLOSED = {"EstablishmentStatus (code)": "2", "EstablishmentStatus (name)": "Closed"}
NO_STATUS = {"EstablishmentStatus (code)": "", "EstablishmentStatus (name)": ""}
NO_TYPE = {"TypeOfEstablishment (code)": "", "TypeOfEstablishment (name)": ""}
NO_AUTHORITY = {"LA (code)": "", "LA (name)": ""}


def a_school(urn: int = 100022, *changes: Mapping[str, str]) -> dict[str, str]:
    """Return a row by heading: an open community school in Camden, but for the changes."""
    cells = ARGYLE | {"URN": str(urn)}
    for change in changes:
        cells |= change
    return cells


def of_type(code: str, name: str) -> dict[str, str]:
    """Return the cells of a type."""
    return {"TypeOfEstablishment (code)": code, "TypeOfEstablishment (name)": name}


def of_authority(code: str, name: str) -> dict[str, str]:
    """Return the cells of an authority."""
    return {"LA (code)": code, "LA (name)": name}


def laid_out(rows: Iterable[Mapping[str, str]], columns: Sequence[str] = COLUMNS) -> str:
    """Return the text of a file with these rows under these headings."""
    text = StringIO(newline="")
    writer = csv.DictWriter(text, columns, restval="", extrasaction="ignore")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def all_that_is_held() -> list[object]:
    """Return every school and authority, with all that is kept of them."""
    return [*School.objects.order_by("pk").values(), *Authority.objects.order_by("pk").values()]


@dataclass
class Register:
    """Imports what it is given, by the command."""

    folder: Path

    def brings(self, *rows: Mapping[str, str]) -> str:
        """Import these rows; return what the command says."""
        return self.brings_file(laid_out(rows))

    def brings_file(self, content: str | bytes) -> str:
        """Import a file of this content, text in Windows-1252; return what the command says."""
        file = self.folder / "register.csv"
        file.write_bytes(content if isinstance(content, bytes) else content.encode("cp1252"))
        said = StringIO()
        call_command("import_schools", str(file), stdout=said, stderr=StringIO())
        return said.getvalue()

    def refuses(self, content: str | bytes) -> str:
        """Return why the file is refused, having seen exit code 1 and nothing changed."""
        before = all_that_is_held()
        with pytest.raises(CommandError) as refusal:
            self.brings_file(content)
        assert refusal.value.returncode == 1
        assert all_that_is_held() == before
        message = str(refusal.value)
        assert message.startswith("register.csv was not imported. ")
        assert message.endswith(" Nothing was changed.")
        return message


def keeper() -> str:
    """Return the address of somebody who answers for what a command enters."""
    address = "kay.keeper@example.org"
    found = User.objects.filter(email=address).first()
    return (found or User.objects.create_user(address, "Kay Keeper")).email
