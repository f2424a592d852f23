"""What Headship must know of a register to import it: its columns, and how a row is read."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from django.db.models import Q

from schools.register.categories import Skip
from schools.register.columns import Cells, Row
from schools.register.summary import Note
from schools.register.values import Values

ENCODINGS = {"cp1252": "Windows-1252", "utf-8": "UTF-8"}

Read = Callable[[Row, Values | None], Values | Skip]
Doubts = Callable[[Row], Iterable[Note]]


def no_doubts(_row: Row) -> Iterable[Note]:
    """Return nothing to be looked at."""
    return ()


@dataclass(frozen=True, slots=True)
class Register:
    """A national register of schools, in one language.

    `identity` is the field by which it knows a school, and `conflict` the unique index of it;
    `names` the field that its names fill, of a school and of an authority; `encoding` that of a
    file without a mark of its own. `read` says what a row says beside what is held, or why it is
    skipped; `doubts` what of it deserves a look.
    """

    title: str
    headings: Cells
    nation: str
    identity: Literal["urn", "number"]
    identity_shape: re.Pattern[str]
    conflict: str
    held: Q
    names: Literal["name", "welsh_name"]
    encoding: str
    read: Read
    doubts: Doubts = no_doubts
    optional: frozenset[str] = frozenset()

    @property
    def identity_heading(self) -> str:
        """Return the heading of the column that has a school's number."""
        heading: str = getattr(self.headings, self.identity)
        return heading

    @property
    def save_again(self) -> str:
        """Return the way out for a file in another encoding."""
        known = ENCODINGS[self.encoding]
        return f"Download the register again, or save the file in {known}."

    def missing(self, header: list[str]) -> list[str]:
        """Return the headings that a file with this header lacks."""
        there = {"", *header, *self.optional}
        return [heading for heading in self.headings if heading not in there]

    def found(self, header: list[str]) -> int:
        """Return how many of its headings a file with this header has."""
        return len({*self.headings}.intersection(filter(None, header)))
