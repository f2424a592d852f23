"""Tables as Excel workbooks (.xlsx).

openpyxl reads the values, row by row. What it shows of a sheet only after loading all of it (what
is merged, what is hidden, how much there is) comes from a quick look at the sheet's XML before.
"""

import io
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import Any, NoReturn
from xml.parsers.expat import ExpatError, ParserCreate

from openpyxl.reader.excel import ExcelReader
from openpyxl.utils.cell import range_boundaries
from openpyxl.xml.constants import SHEET_MAIN_NS

from casework.files.archives import MEGABYTE, clipped, intact, is_xml, opened, part_of
from casework.files.table import Merged, Table
from casework.files.unfit import DAMAGED, Unfit

LARGEST_UNPACKED = 25 * MEGABYTE
LARGEST_BESIDES = 4 * MEGABYTE  # of XML that is no sheet: openpyxl is slow with styles
SHEETS = "xl/worksheets/"
MOST_CELLS = 200_000  # empty ones that are only coloured or ruled included
COPY = "Copy the table alone to a new workbook."
LAST_ROW = 1_048_576  # of a sheet in Excel
LAST_COLUMN = 16_384
MOST_MERGED = 1000
AT_A_LOOK = 2  # times the most rows: some that look filled hold nothing but spaces
CONTENT_TYPES = "[Content_Types].xml"
WORKBOOK = "xl/workbook.xml"
MAIN = b"spreadsheetml.sheet.main+xml"
TRUE = {"1", "true"}
VALUE = {"v", "f", "t"}
BETWEEN = " "  # between an element's namespace and its name
OF_A_SHEET = f"{SHEET_MAIN_NS}{BETWEEN}"
STRICT = b"http://purl.oclc.org/ooxml/spreadsheetml/main"
RETURN = "_x000D_"  # of the two signs that end a line, as Excel writes the first


def read(data: bytes, most: int) -> Table:
    """Return the first `most` rows that are not empty of the first sheet that is shown.

    A formula is given as its text, with its equals sign. Raises Unfit if the workbook is damaged,
    locked or holds macros, if there is something in another sheet, or far too much in this one.
    """
    archive = opened(data, LARGEST_UNPACKED, LARGEST_UNPACKED)
    _plain_workbook(archive)
    try:
        return _read(archive, data, most)
    except Unfit:
        raise
    except Exception as error:  # openpyxl lets through whatever its parts raise
        raise Unfit(DAMAGED) from error


def _plain_workbook(archive: zipfile.ZipFile) -> None:
    names = archive.namelist()
    types = part_of(archive, CONTENT_TYPES) if CONTENT_TYPES in names else b""
    if b"macroEnabled" in types or any(name.endswith("vbaProject.bin") for name in names):
        raise Unfit("holds macros. Save it without them, as an Excel workbook (.xlsx).")
    if MAIN not in types:
        raise Unfit("is, by its content, no Excel workbook (.xlsx). Save it as one, or as CSV.")
    besides = (part for part in archive.infolist() if not part.filename.startswith(SHEETS))
    if sum(part.file_size for part in besides if is_xml(part.filename)) > LARGEST_BESIDES:
        raise Unfit(f"carries far more than a table of people. {COPY}")
    intact(archive)


def _read(archive: zipfile.ZipFile, data: bytes, most: int) -> Table:
    reader = ExcelReader(io.BytesIO(data), read_only=True, keep_links=False)
    reader.read_manifest()
    reader.read_workbook()
    sheets = {
        sheet.name: (rel.target, sheet.state == "visible" and "chartsheet" not in rel.Type)
        for sheet, rel in reader.parser.find_sheets()
    }
    if WORKBOOK in archive.namelist() and STRICT in part_of(archive, WORKBOOK):
        raise Unfit("is saved as “Strict Open XML”. Save it as an Excel workbook (.xlsx).")
    first = next((name for name, (_, shown) in sheets.items() if shown), None)
    if first is None:
        raise Unfit("has no sheet that is shown. Show the sheet with the table.")
    look = _look(part_of(archive, sheets.pop(first)[0]), AT_A_LOOK * most)
    others = [name for name, (target, _) in sheets.items() if _filled(archive, target)]
    if others:
        names = ", ".join(f"“{clipped(name)}”" for name in others)
        raise Unfit(
            f"has something in other sheets too: {names}. Only “{clipped(first)}” is "
            "read: delete the others."
        )
    reader.read()
    return look.table(list(islice(_rows(reader.wb[first]), most)))


def _filled(archive: zipfile.ZipFile, target: str) -> bool:
    """Whether there is a value in a sheet. One that is a chart has none of its own, but counts."""
    look = _look(part_of(archive, target), LAST_ROW)
    return bool(look.filled) or look.root == "chartsheet"


def _rows(sheet: Any) -> Iterator[tuple[int, list[str]]]:
    sheet.reset_dimensions()  # a sheet may state a smaller size than it has
    for number, values in enumerate(sheet.iter_rows(values_only=True), start=1):
        texts = [_text(value) for value in values]
        while texts and not texts[-1]:
            texts.pop()
        if texts:
            yield number, texts


def _text(value: Any) -> str:
    """Return a value as a person sees it in the sheet; a date in the order of ISO 8601."""
    if value is None:
        return ""
    shown = SHOWN.get(type(value))
    return shown(value) if shown else "="  # a formula of an array, or of a data table


def _moment(value: datetime) -> str:
    return value.date().isoformat() if value.time() == time.min else f"{value:%F %R}"


SHOWN: dict[type, Callable[[Any], str]] = {
    str: lambda text: text.replace(RETURN, "").strip(),
    bool: lambda truth: str(truth).upper(),
    int: str,
    float: "{:.15g}".format,
    timedelta: str,
    datetime: _moment,
    date: date.isoformat,
    time: "{:%R}".format,
}


@dataclass
class _Look:
    """What a quick look at a sheet finds. Stops where there is more than could be read."""

    most: int
    root: str = ""
    filled: int = 0
    cells: int = 0
    row: int = 0
    row_filled: bool = False
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[range] = field(default_factory=list)
    merged: list[Merged] = field(default_factory=list)

    def begin(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take note of an element."""
        name = tag.removeprefix(OF_A_SHEET)
        if name == "c":
            self.cells += 1
            if self.cells > MOST_CELLS:
                raise Unfit(f"holds far more cells than a table of people. {COPY}")
        elif name in VALUE:
            self._value()
        elif name == "row":
            self._row(attributes)
        elif name == "col" and _hides(attributes):
            self._hidden_columns(int(attributes["min"]), int(attributes["max"]))
        elif name == "mergeCell":
            self._merged(attributes["ref"])
        self.root = self.root or name

    def _hidden_columns(self, first: int, last: int) -> None:
        self.hidden_columns.append(range(first, last + 1))
        if len(self.hidden_columns) > LAST_COLUMN:
            raise Unfit(DAMAGED)

    def _row(self, attributes: Mapping[str, str]) -> None:
        number = int(attributes.get("r", self.row + 1))
        if not self.row < number <= LAST_ROW:
            raise Unfit(DAMAGED)
        self.row, self.row_filled = number, False
        if _hides(attributes):
            self.hidden_rows.add(number)

    def _value(self) -> None:
        if self.row and not self.row_filled:
            self.row_filled = True
            self.filled += 1
            if self.filled > self.most:
                raise Unfit(too_many_rows(self.most // AT_A_LOOK))

    def _merged(self, name: str) -> None:
        left, top, right, bottom = (int(each or 0) for each in range_boundaries(name))
        self.merged.append(Merged(name, range(top, bottom + 1), range(left, right + 1)))
        if len(self.merged) > MOST_MERGED:
            raise Unfit("holds very many merged cells. Unmerge them, and fill in each.")

    def table(self, rows: list[tuple[int, list[str]]]) -> Table:
        """Return the table of these rows."""
        hidden = frozenset(self.hidden_rows), tuple(self.hidden_columns)
        return Table(rows, tuple(self.merged), *hidden)


def too_many_rows(most: int) -> str:
    """Return what is said of a table of as many rows as `read` was asked for, or more."""
    return f"has more than {most - 2} rows under its headings. Split it in several files."


def _hides(attributes: Mapping[str, str]) -> bool:
    height = attributes.get("ht", attributes.get("width", "1"))
    return attributes.get("hidden") in TRUE or float(height) == 0


def _look(xml: bytes, most: int) -> _Look:
    look = _Look(most)
    parser = ParserCreate(namespace_separator=BETWEEN)
    parser.StartElementHandler = look.begin
    parser.StartDoctypeDeclHandler = _no_doctype
    try:
        parser.ParseFile(io.BytesIO(xml))
    except ExpatError:
        raise Unfit(DAMAGED) from None
    return look


def _no_doctype(*_declared: object) -> NoReturn:
    raise Unfit("declares a document type, as no spreadsheet program does. Save it again.")
