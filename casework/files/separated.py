"""Tables as CSV: commas, semicolons or tabs; UTF-8 or Windows-1252, as Excel saves them."""

import csv
import io
from collections.abc import Collection, Iterable, Iterator
from itertools import islice

import filetype

from casework.files.table import Table
from casework.files.unfit import Unfit

LAST_COLUMN = 16_384  # of a sheet in Excel
SEPARATORS = ",;\t"
UTF_16 = (b"\xff\xfe", b"\xfe\xff")
AS_UTF_8 = "Save it as “CSV UTF-8”, or as an Excel workbook (.xlsx)."


def read(data: bytes, headings: Collection[str], most: int) -> Table:
    """Return the first `most` rows that are not empty; raise Unfit if it is no CSV.

    The separator is the one by which most of these headings (casefolded) are found.
    """
    lines = _text(data)
    separator = max(SEPARATORS, key=lambda each: len(_first(lines, each) & set(headings)))
    reader = csv.reader(io.StringIO(lines, newline=""), delimiter=separator, strict=True)
    try:
        return Table(list(islice(_rows(reader), most)))
    except csv.Error as error:
        line = reader.line_num
        raise Unfit(
            f"cannot be read at line {line}: is a quotation mark not closed? "
            f"({error}.) Correct it, or save it again."
        ) from error


def _rows(reader: Iterable[list[str]]) -> Iterator[tuple[int, list[str]]]:
    for number, row in enumerate(reader, start=1):
        if len(row) > LAST_COLUMN:
            raise Unfit(f"has {len(row)} cells in row {number}, more than any spreadsheet.")
        cells = [cell.strip() for cell in row]
        if any(cells):
            yield number, cells


def _first(text: str, separator: str) -> set[str]:
    """Return the cells of the first line that is not empty."""
    line = next((line for line in text.splitlines() if line.strip(f"{separator} ")), "")
    return {" ".join(cell.strip('" ').split()).casefold() for cell in line.split(separator)}


def _text(data: bytes) -> str:
    if data.startswith(UTF_16):
        raise Unfit(f"is in UTF-16. {AS_UTF_8}")
    if b"\x00" in data or filetype.guess(data):
        raise Unfit("is, by its content, no table. Choose a CSV or an Excel workbook (.xlsx).")
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Unfit(f"is neither in UTF-8 nor in Windows-1252. {AS_UTF_8}")
