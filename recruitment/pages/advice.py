"""Advice, representations and reservations as one person may read them, each kept apart."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from recruitment.forms.base import Desk
from recruitment.models import (
    Candidate,
    Criterion,
    NamesNotice,
    Opinion,
    Representation,
    Reservations,
)
from recruitment.points import Point
from recruitment.position import Position
from recruitment.rules.reservations import RESERVATION_PARTS


@dataclass(frozen=True, slots=True)
class ShownPoint:
    """A point of a paper, with the criterion that it names."""

    point: Point
    criterion: Criterion | None


def points(p: Position, stored: Iterable[dict[str, Any]]) -> list[ShownPoint]:
    """Return the points of a paper as they were stored with it."""
    read = (Point.from_json(data) for data in stored)
    return [ShownPoint(point, p.criterion(point.criterion)) for point in read]


@dataclass(frozen=True, slots=True)
class Named:
    """A notice of names: whom it named, how its period runs in words, and its last day."""

    notice: NamesNotice
    candidates: tuple[Candidate, ...]
    others: int
    explained: str
    last_day: date | None
    is_open: bool


def notices(desk: Desk) -> list[Named]:
    """Return the notices of names, the last one first."""
    return [_named(desk, notice) for notice in reversed(desk.position.notices)]


def _named(desk: Desk, notice: NamesNotice) -> Named:
    p = desk.position
    start, period = p.counts_from(notice), p.names_law.representations.value
    shown = tuple(c for c in desk.candidates if c.code in notice.names)
    return Named(
        notice,
        shown,
        len(notice.names) - len(shown),
        period.explain(start, p.calendar) if start else "",
        p.last_day(notice),
        p.is_open(notice),
    )


@dataclass(frozen=True, slots=True)
class ShownOpinion:
    """An adviser's opinion, with its points."""

    opinion: Opinion
    points: list[ShownPoint]


def opinions(desk: Desk, candidates: Iterable[Candidate]) -> list[ShownOpinion]:
    """Return the opinions of these candidates, in the order in which they were formed."""
    p, wanted = desk.position, set(candidates) & set(desk.candidates)
    found = (o for o in p.opinions if o.candidate in wanted)
    return [ShownOpinion(o, points(p, o.points)) for o in found]


@dataclass(frozen=True, slots=True)
class ShownRepresentation:
    """A representation, whether it counts, and the defects that do not take that away."""

    paper: Representation
    points: list[ShownPoint]
    in_time: bool
    stands: bool
    last_day: date | None
    defects: tuple[str, ...]


def representations(desk: Desk, candidates: Iterable[Candidate]) -> list[ShownRepresentation]:
    """Return the representations on these candidates, in the order of their receipt."""
    wanted = set(candidates) & set(desk.candidates)
    return [
        _shown(desk.position, r) for r in desk.position.representations if r.candidate in wanted
    ]


def _shown(p: Position, paper: Representation) -> ShownRepresentation:
    return ShownRepresentation(
        paper,
        points(p, paper.points),
        p.is_in_time(paper),
        p.stands(paper),
        p.last_day_for(paper.candidate),
        tuple(_defects(paper)),
    )


def _defects(paper: Representation) -> Iterable[str]:
    if paper.addressed_to and "panel" not in paper.addressed_to.lower():
        yield f"It is addressed to “{paper.addressed_to}”, not to the selection panel."
    if not paper.signed:
        yield "It is not signed."


@dataclass(frozen=True, slots=True)
class ShownReservations:
    """Reservations in full: each part of the letter with its title, and the points."""

    paper: Reservations
    opening: list[tuple[str, str]]
    points: list[ShownPoint]
    rest: list[tuple[str, str]]


BEFORE_THE_POINTS = 2  # what is not disputed, and the conclusion


def reservations(desk: Desk, candidates: Iterable[Candidate]) -> list[ShownReservations]:
    """Return the reservations about these candidates, in the order in which they were put."""
    p, wanted = desk.position, set(candidates) & set(desk.candidates)
    return [_in_full(p, r) for r in p.reservations if r.candidate in wanted]


def _in_full(p: Position, paper: Reservations) -> ShownReservations:
    parts = [(title, getattr(paper, name)) for name, title in RESERVATION_PARTS]
    return ShownReservations(
        paper,
        parts[:BEFORE_THE_POINTS],
        points(p, paper.points),
        parts[BEFORE_THE_POINTS:],
    )
