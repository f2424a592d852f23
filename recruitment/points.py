"""A point against a published criterion: what was seen, and apart from it what is inferred."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from recruitment.position import Position


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a point, and what clears it."""

    key: str
    sentence: str
    clears_by: str


@dataclass(frozen=True, kw_only=True)
class Point:
    """One numbered point of an opinion, a representation or a reservation.

    `criterion` is the number of a criterion of the person specification. Fact (`seen`, by whom,
    when, from which source, and the candidate's own explanation) is kept apart from `inference`.
    """

    criterion: int
    seen: str
    seen_by: str
    seen_on: date
    source: str
    explanation: str = ""
    inference: str = ""

    def to_json(self) -> dict[str, Any]:
        """Return the point as it is stored."""
        return {**asdict(self), "seen_on": self.seen_on.isoformat()}

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "Point":
        """Return the point that `to_json` stored. Raise TypeError or ValueError for another."""
        return cls(**{**data, "seen_on": date.fromisoformat(str(data["seen_on"]))})


NEEDED = (("seen", "what was seen"), ("seen_by", "by whom"), ("source", "its source"))


def faults(points: Iterable[Point], p: Position) -> Iterator[Fault]:
    """Yield what is wrong with each point, judged against the published criteria."""
    published = {criterion.number for criterion in p.criteria}
    for number, point in enumerate(points, start=1):
        if point.criterion not in published:
            yield Fault(
                "criterion_not_published",
                f"Point {number} names criterion {point.criterion}, which is not in the person "
                "specification.",
                "Name a criterion that was published.",
            )
        if point.seen_on > p.on:
            yield Fault(
                "evidence_in_the_future",
                f"Point {number} says that something was seen on {point.seen_on:%-d %B %Y}, later "
                "than the paper itself.",
                "Check the date.",
            )
        for name, called in NEEDED:
            if not str(getattr(point, name)).strip():
                yield Fault(
                    "point_without_evidence",
                    f"Point {number} does not say {called}.",
                    f"Say {called}.",
                )
