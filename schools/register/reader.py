"""A register as rows, each checked for its shape, its characters and its number."""

import csv
from collections.abc import Callable, Iterator
from operator import itemgetter
from pathlib import Path
from typing import Protocol

from schools.register.characters import read_cells
from schools.register.columns import Row
from schools.register.england import ENGLAND
from schools.register.layout import Register
from schools.register.problems import CHECK_CELL, RegisterError
from schools.register.source import read_lines
from schools.register.wales import WALES_IN_ENGLISH, WALES_IN_WELSH

REGISTERS = (ENGLAND, WALES_IN_ENGLISH, WALES_IN_WELSH)


class Reader(Protocol):
    """What the csv module's reader is: rows, and the line that the last of them ended on."""

    @property
    def line_num(self) -> int:
        """The physical line."""

    def __iter__(self) -> Iterator[list[str]]:
        """The rows."""


def read_register(path: Path) -> tuple[Register, Iterator[Row]]:
    """Return which register the file is, and its rows in the file's order.

    RegisterError if it is none that we know; the rows raise it at the first that is wrong.
    """
    reader = csv.reader(read_lines(path, encoding_of), strict=True)
    try:
        header = [heading.strip() for heading in next(reader, [])]
    except csv.Error as error:
        raise _not_a_row(error, reader.line_num) from error
    register = recognise(header)
    return register, _rows(reader, header, register)


def encoding_of(first: bytes) -> str:
    """Return the encoding of a file without a mark, from its first line."""
    text = first.decode("utf-8", "replace")
    named = (each.encoding for each in REGISTERS if each.identity_heading in text)
    return next(named, ENGLAND.encoding)


def recognise(header: list[str]) -> Register:
    """Return the register that has this header; RegisterError with what the nearest has more."""
    if not any(header):
        raise RegisterError("The file is empty.")
    nearest = max(REGISTERS, key=lambda each: each.found(header))
    if missing := nearest.missing(header):
        raise RegisterError(
            f"this is no register that Headship reads. To be {nearest.title}, "
            f"it lacks the columns {', '.join(missing)}.",
            line=1,
        )
    for heading in filter(None, nearest.headings):
        if header.count(heading) > 1:
            raise RegisterError("the column is there twice.", line=1, column=heading)
    return nearest


def _rows(reader: Reader, header: list[str], register: Register) -> Iterator[Row]:
    pick = _picker(header, register)
    lines: dict[int, int] = {}
    try:
        for row in filter(None, reader):
            _check_length(row, header, reader.line_num)
            row.append("")
            cells = read_cells(pick(row), reader.line_num, register)
            cell: str = getattr(cells, register.identity)
            identity = _new_identity(cell, reader.line_num, lines, register)
            yield Row(reader.line_num, identity, cells, register.headings)
    except csv.Error as error:
        raise _not_a_row(error, reader.line_num) from error
    if not lines:
        raise RegisterError("The file has a heading and no schools.")


def _not_a_row(error: csv.Error, line: int) -> RegisterError:
    return RegisterError(
        f"the quotation marks or line ends do not make a row ({error}).", line=line
    )


def _picker(header: list[str], register: Register) -> Callable[[list[str]], tuple[str, ...]]:
    """Return what picks our cells from a row with one more: that of columns not there."""
    there = {heading: place for place, heading in enumerate(header) if heading}
    return itemgetter(*[there.get(heading, len(header)) for heading in register.headings])


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


def _new_identity(cell: str, line: int, lines: dict[int, int], register: Register) -> int:
    if not register.identity_shape.fullmatch(cell):
        raise RegisterError(
            f"'{cell}' is not a school's number.",
            line=line,
            column=register.identity_heading,
            way_out=CHECK_CELL,
        )
    identity = int(cell)
    if identity in lines:
        raise RegisterError(
            f"{identity} is on line {lines[identity]} already.",
            line=line,
            column=register.identity_heading,
        )
    lines[identity] = line
    return identity
