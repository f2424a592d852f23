"""The Welsh Government's list in small: invented schools, with the real headings and codes."""

import csv
from io import StringIO
from pathlib import Path

ENGLISH = Path(__file__).with_name("wales_en.csv").read_bytes()
WELSH = Path(__file__).with_name("wales_cy.csv").read_bytes()


def rows_of(content: bytes) -> list[dict[str, str]]:
    """Return the rows of a list, by heading."""
    return list(csv.DictReader(StringIO(content.decode())))


def changed(content: bytes, number: str, cells: dict[str, str]) -> bytes:
    """Return the list with these cells for the school of that number."""
    rows = rows_of(content)
    heading = next(iter(rows[0]))
    return as_file([row | cells if row[heading] == number else row for row in rows])


def only(content: bytes, *numbers: str) -> bytes:
    """Return the list with no other schools than these."""
    return as_file([row for row in rows_of(content) if next(iter(row.values())) in numbers])


def as_file(rows: list[dict[str, str]]) -> bytes:
    """Return the rows as the list writes them: UTF-8 without a mark, and LF."""
    text = StringIO(newline="")
    writer = csv.DictWriter(text, rows[0], lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()
