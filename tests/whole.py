"""A position that is kept beyond the database it was read from."""

from dataclasses import fields
from typing import Any, TypeVar

from casework.load import Rows

PositionT = TypeVar("PositionT")


def read_whole(position: PositionT) -> PositionT:
    """Return the position once every list of it has been read."""
    held: Any = position
    for field in fields(held):
        rows = getattr(held, field.name)
        if isinstance(rows, Rows):
            list(rows)
    return position
