"""Signs that a cell was written or read in the wrong encoding."""

import re
from collections.abc import Sequence

from schools.register.columns import Cells
from schools.register.layout import Register
from schools.register.problems import RegisterError

LINE_BREAKS = re.compile(r"[\t\r\n]+")
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
NOT_IN_ENCODING = re.compile("[\udc80-\udcff]")
# What a misread cell says when read rightly: Latin letters with accents, dashes and quotation
# marks. A rarer sign (as when a capital with an accent stands before an apostrophe) is chance.
LIKELY = re.compile("[\x00-\x7f\u00a0-\u017f\u2010-\u2122]*")


def read_cells(cells: Sequence[str], line: int, register: Register) -> Cells:
    """Return the cells without space around them, and line breaks in them made spaces.

    RegisterError for a character that cannot be.
    """
    together = "".join(cells)
    if not (together.isascii() and together.isprintable()):
        cells = [LINE_BREAKS.sub(" ", cell) for cell in cells]
        _check(cells, line, register)
    return Cells._make(map(str.strip, cells))


def _check(cells: Sequence[str], line: int, register: Register) -> None:
    for heading, cell in zip(register.headings, cells, strict=True):
        if problem := _problem(cell):
            way_out = register.save_again
            raise RegisterError(problem, line=line, column=heading, way_out=way_out)


def _problem(cell: str) -> str:
    if stray := NOT_IN_ENCODING.search(cell):
        return f"byte 0x{ord(stray[0]) - 0xDC00:02X} is no character: the encoding is wrong."
    if control := CONTROL.search(cell):
        return f"control character U+{ord(control[0]):04X}: the encoding is wrong."
    if rightly := _read_rightly(cell):
        return f"'{cell}' is UTF-8 (for '{rightly}') in a file that is not marked as UTF-8."
    return ""


def _read_rightly(cell: str) -> str:
    """Return what the cell says if it is UTF-8 that was read as Windows-1252, else nothing."""
    if cell.isascii():
        return ""
    try:
        rightly = cell.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return ""
    return rightly if LIKELY.fullmatch(rightly) else ""
