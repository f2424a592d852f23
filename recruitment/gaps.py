"""Gaps in a candidate's employment history: of more than three months, explained or not."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from law.appointment.scoring import GAP
from recruitment.models import Candidate
from recruitment.position import Position

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Gap:
    """A time without a post: its first day and its last, and what the candidate said of it."""

    code: str
    since: date
    until: date
    explanation: str = ""

    @property
    def key(self) -> str:
        """The gap, as an address has it."""
        return f"{self.code}:{self.since.isoformat()}"


def of_candidate(p: Position, candidate: Candidate) -> list[Gap]:
    """Return the gaps in the history up to the day of the application, in order."""
    said = {g.since: g.explanation for g in p.gaps_explained if g.candidate_id == candidate.pk}
    found = between(((e.since, e.until) for e in candidate.posts), candidate.applied_on)
    return [Gap(candidate.code, first, last, said.get(first, "")) for first, last in found]


def between(posts: Iterable[tuple[date, date | None]], until: date) -> list[tuple[date, date]]:
    """Return the first and the last day of each gap too long to be passed over.

    A post that overlaps another covers it; two short gaps around a short post stay two. The time
    after the last post counts up to `until`, not including it.
    """
    found: list[tuple[date, date]] = []
    free_from: date | None = None
    for since, end in sorted(posts, key=lambda post: post[0]):
        if free_from is not None and is_gap(free_from, since):
            found.append((free_from, since - ONE_DAY))
        next_free = end + ONE_DAY if end else until
        free_from = next_free if free_from is None else max(free_from, next_free)
    if free_from is not None and is_gap(free_from, until):
        found.append((free_from, until - ONE_DAY))
    return found


def is_gap(free_from: date, taken: date) -> bool:
    """Whether from the first free day up to the next post is more than the time allowed."""
    return taken > GAP.value.last_day(free_from)


def unexplained(p: Position, candidate: Candidate) -> list[Gap]:
    """Return the gaps of which the candidate has said nothing yet."""
    return [gap for gap in of_candidate(p, candidate) if not gap.explanation]
