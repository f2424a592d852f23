"""Reads a table of people that somebody sends: CSV or an Excel workbook, judged by its content.

It makes the empty one too, with the headings that are looked for.

A file that cannot be read at all is a BadSheet. Of one that can, every row is either read or has
its faults named, so that the sender can put all of them right at once.
"""

import io
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from openpyxl import Workbook
from openpyxl.cell.cell import ERROR_CODES
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from casework.files import separated, workbook
from casework.files.archives import MEGABYTE, PACKED, clipped, not_ole
from casework.files.table import Merged, Table
from casework.files.unfit import Unfit

LARGEST = 5 * MEGABYTE
WIDE = 30  # characters: a column of the empty one
MOST_NAMED = 10  # of one kind of fault in a row: more would help nobody
AS_NOW = "Save it as an Excel workbook (.xlsx) or as CSV."
EXPECTED = "The first row must have these headings: {}."
SEEN_BY_NOBODY = {"Cc", "Cf", "Cs", "Co", "Cn"}  # categories of Unicode
USUAL = "\n\t\u200c\u200d"  # of those: ends of lines, tabs, joiners of some alphabets
SEEN = str.maketrans("", "", USUAL)


class BadSheet(ValueError):
    """A file of which nothing is read. The message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Column:
    """What a column is, which headings name it (any case), and what its cells may hold.

    The first of the headings is the one shown to people. `limit` is in characters.
    """

    key: str
    headers: tuple[str, ...]
    required: bool
    limit: int

    @property
    def name(self) -> str:
        """The heading as people are told it."""
        return self.headers[0]


@dataclass(frozen=True, slots=True)
class Row:
    """A row without fault: its number in the spreadsheet program, its cells by Column.key.

    A column that the table does not have, and an empty cell, is an empty text.
    """

    number: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a row: its number, the heading of the column ("" if none), a sentence."""

    row: int
    column: str
    sentence: str


def read(
    filename: str, data: bytes, columns: Sequence[Column], most: int = 500
) -> tuple[list[Row], list[Fault]]:
    """Return the rows without fault, and the faults of the others, each in order.

    Raises BadSheet, naming the file, if it is no such table or has more than `most` rows.
    """
    name = PurePath(filename.replace("\\", "/")).name
    try:
        table = _table(name, data, columns, most + 2)  # the headings, and one too many
        under = _headings(table, columns, most)
    except Unfit as error:
        raise BadSheet(f"“{clipped(name)}” {error}") from error
    return _judged(table, under, columns)


def blank(columns: Sequence[Column]) -> bytes:
    """Return an Excel workbook with the headings of the columns, to be filled in and sent."""
    book = Workbook()
    sheet = book.worksheets[0]
    for number, column in enumerate(columns, start=1):
        sheet.cell(1, number, column.name).font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(number)].width = WIDE
    sheet.freeze_panes = "A2"
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _table(name: str, data: bytes, columns: Sequence[Column], most: int) -> Table:
    if not data:
        raise Unfit("is empty. Choose a file with something in it.")
    if len(data) > LARGEST:
        raise Unfit(f"is larger than {LARGEST // MEGABYTE} MB. Send the table alone.")
    not_ole(data, AS_NOW)
    is_workbook = data.startswith(PACKED)
    table = (
        workbook.read(data, most)
        if is_workbook
        else separated.read(data, [_plain(each) for c in columns for each in c.headers], most)
    )
    ending = ".xlsx" if is_workbook else ".csv"
    if PurePath(name).suffix.lower() != ending:
        raise Unfit(f"is not named for what it holds. Its name should end in {ending}.")
    return table


def _plain(heading: str) -> str:
    return " ".join(heading.split()).casefold()


def _expected(columns: Sequence[Column]) -> str:
    names = (c.name if c.required else f"{c.name} (may be left out)" for c in columns)
    return EXPECTED.format(", ".join(names))


def _headings(table: Table, columns: Sequence[Column], most: int) -> dict[int, Column]:
    """Return which column of the table, counted from 1, is which; raise Unfit if it is unclear."""
    if not table.rows:
        raise Unfit(f"is empty. {_expected(columns)}")
    if len(table.rows) > most + 1:
        raise Unfit(workbook.too_many_rows(most + 2))
    under = _matched(table.rows[0][1], columns)
    if len(table.rows) == 1:
        raise Unfit("has headings, and no rows under them. Add a row for each person.")
    return under


def _matched(cells: Sequence[str], columns: Sequence[Column]) -> dict[int, Column]:
    known = {_plain(heading): column for column in columns for heading in column.headers}
    under = {n: known.get(_plain(cell)) for n, cell in enumerate(cells, start=1) if cell}
    found = [column for column in under.values() if column]
    wrong = [
        *(f"lacks “{c.name}”" for c in columns if c.required and c not in found),
        *(f"has “{clipped(cells[n - 1])}”, which is not known" for n in under if not under[n]),
        *(f"has “{c.name}” {found.count(c)} times" for c in columns if found.count(c) > 1),
    ]
    if wrong:
        raise Unfit(f"{', '.join(wrong[:MOST_NAMED])}. {_expected(columns)}")
    return {n: column for n, column in under.items() if column}


def _judged(
    table: Table, under: Mapping[int, Column], columns: Sequence[Column]
) -> tuple[list[Row], list[Fault]]:
    good: list[Row] = []
    bad: list[Fault] = list(_of_headings(table, under))
    for number, cells in table.rows[1:]:
        faults = [*_of_row(table, number, under), *_of_cells(number, cells, under)]
        bad += faults
        if not faults:
            texts = {column.key: "" for column in columns}
            texts |= {c.key: _cell(cells, n) for n, c in under.items()}
            good.append(Row(number, texts))
    return good, bad


def _cell(cells: Sequence[str], column: int) -> str:
    text = cells[column - 1] if column <= len(cells) else ""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _of_headings(table: Table, under: Mapping[int, Column]) -> Iterator[Fault]:
    headings = table.rows[0][0]
    if headings in table.hidden_rows:
        yield _fault(headings, "", "the row of headings is hidden. Show it, and check it.")
    for n, column in under.items():
        if any(n in columns for columns in table.hidden_columns):
            yield _fault(headings, column.name, "this column is hidden. Show it, and check it.")


def _of_row(table: Table, number: int, under: Mapping[int, Column]) -> Iterator[Fault]:
    if number in table.hidden_rows:
        yield _fault(number, "", "this row is hidden. Show it, and check it, or delete it.")
    covering = [merged for merged in table.merged if number in merged.rows]
    for merged in covering[:MOST_NAMED]:
        name = _merged_under(merged, under)
        yield _fault(
            number, name, f"the cells {merged.name} are merged. Unmerge them, and fill in each."
        )


def _merged_under(merged: Merged, under: Mapping[int, Column]) -> str:
    return next((column.name for n, column in under.items() if n in merged.columns), "")


def _of_cells(number: int, cells: Sequence[str], under: Mapping[int, Column]) -> Iterator[Fault]:
    extra = [n for n, text in enumerate(cells, start=1) if text and n not in under]
    for n in extra[:MOST_NAMED]:
        yield _fault(
            number,
            "",
            f"there is something in column {get_column_letter(n)}, which has no "
            "heading. Move it, or delete it.",
        )
    for n, column in under.items():
        wrong = _wrong(_cell(cells, n), column)
        if wrong:
            yield _fault(number, column.name, wrong)


def _wrong(text: str, column: Column) -> str:
    """Return what is wrong with a cell and the way out, or nothing."""
    if not text:
        return "this is empty. Fill it in." if column.required else ""
    if text.startswith("="):
        return "this is a formula. Put what it shows in its place, as text."
    if text in ERROR_CODES:
        return f"this is an error of the spreadsheet program ({text}). Put it right."
    if len(text) > column.limit:
        return f"this is {len(text)} characters long. Shorten it to {column.limit}."
    unseen = "" if text.translate(SEEN).isprintable() else next(filter(_is_unseen, text), "")
    if unseen:
        return f"this holds a character that cannot be seen (U+{ord(unseen):04X}). Type it anew."
    return ""


def _is_unseen(character: str) -> bool:
    return character not in USUAL and unicodedata.category(character) in SEEN_BY_NOBODY


def _fault(row: int, column: str, wrong: str) -> Fault:
    where = f"Row {row}, “{column}”" if column else f"Row {row}"
    return Fault(row, column, f"{where}: {wrong}")
