"""A table of text as it was read from a file, before anybody asks what its columns are."""

from dataclasses import dataclass
from typing import NamedTuple


class Merged(NamedTuple):
    """Cells that are one: rows and columns from first to last, counted from 1; such as A1:B2."""

    name: str
    rows: range
    columns: range


@dataclass(frozen=True, slots=True)
class Table:
    """Rows that are not empty, by the number the spreadsheet program shows; what hides in them.

    Columns are counted from 1. `column_name` is how the program names one of them.
    """

    rows: list[tuple[int, list[str]]]
    merged: tuple[Merged, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: tuple[range, ...] = ()
