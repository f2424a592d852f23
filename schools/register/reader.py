"""The register as rows, each checked for its shape, its characters and its number."""

import csv
from collections.abc import Callable, Iterator
from operator import itemgetter
from pathlib import Path

from schools.register.characters import read_cells
from schools.register.columns import HEADINGS, Row
from schools.register.problems import RegisterError
from schools.register.source import read_lines

URN_DIGITS = 7
CHECK_CELL = "Correct that cell, or download the register again."


def read_rows(path: Path) -> Iterator[Row]:
    """Yield the register's rows in the file's order; RegisterError at the first that is wrong."""
    reader = csv.reader(read_lines(path), strict=True)
    lines: dict[int, int] = {}
    try:
        header = _header(reader)
        pick = _picker(header)
        for row in filter(None, reader):
            _check_length(row, header, reader.line_num)
            cells = read_cells(pick(row), reader.line_num)
            yield Row(reader.line_num, _new_urn(cells.urn, reader.line_num, lines), cells)
    except csv.Error as error:
        raise RegisterError(
            f"the quotation marks or line ends do not make a row ({error}).", line=reader.line_num
        ) from error
    if not lines:
        raise RegisterError("The file has a heading and no schools.")


def _header(reader: Iterator[list[str]]) -> list[str]:
    header = [heading.strip() for heading in next(reader, [])]
    if not any(header):
        raise RegisterError("The file is empty.")
    missing = [heading for heading in HEADINGS if heading not in header]
    if missing:
        raise RegisterError(
            f"this is not the register of schools: it lacks the columns {', '.join(missing)}.",
            line=1,
        )
    for heading in HEADINGS:
        if header.count(heading) > 1:
            raise RegisterError("the column is there twice.", line=1, column=heading)
    return header


def _picker(header: list[str]) -> Callable[[list[str]], tuple[str, ...]]:
    return itemgetter(*[header.index(heading) for heading in HEADINGS])


def _check_length(row: list[str], header: list[str], line: int) -> None:
    if len(row) < len(header):
        raise RegisterError(
            f"the row stops before it: {len(row)} columns of {len(header)}.",
            line=line,
            column=header[len(row)],
        )
    if len(row) > len(header):
        raise RegisterError(
            f"the row goes on after the last column: {len(row)} columns, not {len(header)}.",
            line=line,
            column=header[-1],
        )


def _new_urn(cell: str, line: int, lines: dict[int, int]) -> int:
    is_number = cell.isascii() and cell.isdigit() and len(cell) <= URN_DIGITS
    if not is_number or not int(cell):
        raise RegisterError(
            f"'{cell}' is not a school's number.",
            line=line,
            column=HEADINGS.urn,
            way_out=CHECK_CELL,
        )
    urn = int(cell)
    if urn in lines:
        raise RegisterError(
            f"{urn} is on line {lines[urn]} already.", line=line, column=HEADINGS.urn
        )
    lines[urn] = line
    return urn
