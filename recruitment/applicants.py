"""Those who applied, as they are entered many at a time: one row of a spreadsheet for each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Post:
    """One post in somebody's history. Without an end it goes on."""

    what: str
    since: date
    until: date | None = None

    @classmethod
    def kept(cls, kept: Sequence[str]) -> "Post":
        """Return the post that `to_keep` wrote. Raises ValueError for what is no date."""
        what, since, until = kept
        return cls(what, date.fromisoformat(since), date.fromisoformat(until) if until else None)

    def to_keep(self) -> list[str]:
        """Return the post as JSON can hold it."""
        return [self.what, self.since.isoformat(), self.until.isoformat() if self.until else ""]


@dataclass(frozen=True, slots=True)
class Applicant:
    """Somebody who applied, as the clerk enters them. `row` is their place in a spreadsheet."""

    name: str
    applied_on: date
    post: str = ""
    internal: bool = False
    history: tuple[Post, ...] = ()
    row: int = 0


@dataclass(frozen=True, slots=True)
class Applicants:
    """Those who are entered together, in the order of their spreadsheet."""

    of: tuple[Applicant, ...]

    def __iter__(self) -> Iterator[Applicant]:
        return iter(self.of)

    def __len__(self) -> int:
        return len(self.of)
