"""What an import did, to be told to whoever ran it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from schools.register.categories import Skip

SHOWN = 5


class Note(StrEnum):
    """What was imported and deserves a look."""

    NO_AUTHORITY = "imported without an authority, whom nobody can then tell of a vacancy"
    NO_STATUS = "imported with the status 'not stated', so not as open"
    AUTHORITIES_DISAGREE = "imported under the authority's code, though its name is another's"
    LEFT_ALONE = "held here, and skipped now: left as it was"


@dataclass(slots=True)
class Tally:
    """How many schools, and the URNs of the first few."""

    count: int = 0
    first: list[int] = field(default_factory=list)

    def add(self, urn: int) -> None:
        """Count one more school."""
        self.count += 1
        if len(self.first) < SHOWN:
            self.first.append(urn)

    def include(self, other: "Tally") -> None:
        """Count the other tally's schools too."""
        self.count += other.count
        self.first = sorted([*self.first, *other.first])[:SHOWN]

    def __str__(self) -> str:
        """Return the count and the URNs."""
        more = ", …" if self.count > len(self.first) else ""
        return f"{self.count:,} (URN {', '.join(map(str, self.first))}{more})"


@dataclass(slots=True)
class Summary:
    """What one import did. `closed` counts schools held as not closed, closed by this import."""

    rows: int = 0
    created: int = 0
    created_closed: int = 0
    updated: int = 0
    unchanged: int = 0
    closed: int = 0
    opened_again: int = 0
    not_in_file: int = 0
    authorities_created: int = 0
    authorities_renamed: list[str] = field(default_factory=list)
    skipped: defaultdict[Skip, Tally] = field(default_factory=lambda: defaultdict(Tally))
    notes: defaultdict[Note, Tally] = field(default_factory=lambda: defaultdict(Tally))

    def lines(self) -> Iterator[str]:
        """Yield the summary line by line; created, updated, unchanged and skipped make the rows."""
        yield f"Rows read: {self.rows:,}"
        yield f"Created: {self.created:,} (closed schools among them: {self.created_closed:,})"
        yield f"Updated: {self.updated:,}"
        yield f"  closed by this import: {self.closed:,}"
        yield f"  opened again: {self.opened_again:,}"
        yield f"Unchanged: {self.unchanged:,}"
        yield f"Skipped: {sum(tally.count for tally in self.skipped.values()):,}"
        yield from _listed(self.skipped)
        yield f"Authorities created: {self.authorities_created:,}"
        yield from (f"  renamed: {change}" for change in self.authorities_renamed)
        yield f"Held here and not in this file, left as they were: {self.not_in_file:,}"
        if self.notes:
            yield "To be looked at:"
            yield from _listed(self.notes)


def _listed(tallies: Mapping[Skip, Tally] | Mapping[Note, Tally]) -> Iterator[str]:
    by_count = sorted(tallies.items(), key=lambda pair: -pair[1].count)
    return (f"  {reason}: {tally}" for reason, tally in by_count)
