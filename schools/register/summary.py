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
    INFERRED = "imported as a community special school, since the list gives it no governance"
    UNKNOWN_VALUE = "with a value that is not in the list's code lists as Headship has them"
    CHANGED_HERE = "of a category entered here, which the register does not give: left as it was"
    LEFT_ALONE = "held here, and skipped now: left as it was"


@dataclass(slots=True)
class Tally:
    """How many schools, and the numbers of the first few."""

    count: int = 0
    first: list[int] = field(default_factory=list)

    def add(self, identity: int) -> None:
        """Count one more school."""
        self.count += 1
        if len(self.first) < SHOWN:
            self.first.append(identity)

    def include(self, other: "Tally") -> None:
        """Count the other tally's schools too."""
        self.count += other.count
        self.first = sorted([*self.first, *other.first])[:SHOWN]

    def told(self, label: str) -> str:
        """Return the count and the numbers, which are called by the label."""
        more = ", …" if self.count > len(self.first) else ""
        return f"{self.count:,} ({label} {', '.join(map(str, self.first))}{more})"


@dataclass(slots=True)
class Summary:
    """What one import did. `closed` counts schools held as not closed, closed by this import.

    `register` is the title of what was imported, `label` what it calls a school's number.
    """

    register: str
    label: str
    rows: int = 0
    created: int = 0
    created_closed: int = 0
    updated: int = 0
    unchanged: int = 0
    closed: int = 0
    opened_again: int = 0
    recategorised: Tally = field(default_factory=Tally)
    not_in_file: int = 0
    authorities_created: int = 0
    authorities_renamed: list[str] = field(default_factory=list)
    skipped: defaultdict[Skip, Tally] = field(default_factory=lambda: defaultdict(Tally))
    notes: defaultdict[Note, Tally] = field(default_factory=lambda: defaultdict(Tally))

    def lines(self) -> Iterator[str]:
        """Yield the summary line by line; created, updated, unchanged and skipped make the rows."""
        yield f"This is {self.register}."
        yield f"Rows read: {self.rows:,}"
        yield f"Created: {self.created:,} (closed schools among them: {self.created_closed:,})"
        yield f"Updated: {self.updated:,}"
        yield f"  closed by this import: {self.closed:,}"
        yield f"  opened again: {self.opened_again:,}"
        if self.recategorised.count:
            yield f"  of another category now: {self.recategorised.told(self.label)}"
        yield f"Unchanged: {self.unchanged:,}"
        yield f"Skipped: {sum(tally.count for tally in self.skipped.values()):,}"
        yield from self._listed(self.skipped)
        yield f"Authorities created: {self.authorities_created:,}"
        yield from (f"  renamed: {change}" for change in self.authorities_renamed)
        yield f"Held here and not in this file, left as they were: {self.not_in_file:,}"
        if self.notes:
            yield "To be looked at:"
            yield from self._listed(self.notes)

    def _listed(self, tallies: Mapping[Skip, Tally] | Mapping[Note, Tally]) -> Iterator[str]:
        by_count = sorted(tallies.items(), key=lambda pair: -pair[1].count)
        return (f"  {reason}: {tally.told(self.label)}" for reason, tally in by_count)
