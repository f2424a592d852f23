"""The matrix: what each candidate was given on each criterion, added up, ranked and compared."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import groupby

from accounts.models import User
from recruitment import scores
from recruitment.models import AgreedScore, Candidate, Criterion, ScoreSheet
from recruitment.position import Position

ABSTAINED, CONFLICTED, TO_COME = "abstained", "interest", "to come"


@dataclass(frozen=True, slots=True)
class Given:
    """What one member gave on one criterion: points, or in a word why there are none."""

    member: User
    points: int | None
    instead: str = ""
    evidence: str = ""
    keyed_in: bool = False
    confirmed: bool = False

    def __str__(self) -> str:
        """Say the points, or the word."""
        return self.instead or str(self.points)


@dataclass(frozen=True, slots=True)
class Cell:
    """One candidate on one criterion. `value` is what was agreed, or else the mean of the points.

    `agreed` is the row of the agreement, if there is one: what each gave stays beside it.
    """

    criterion: Criterion
    given: tuple[Given, ...]
    agreed: AgreedScore | None
    value: Fraction | None
    meets: bool

    @property
    def points(self) -> list[int]:
        """The points that were given: an abstention, an interest and a gap are none of them."""
        return sorted(g.points for g in self.given if g.points is not None)

    @property
    def spread(self) -> int:
        """How far apart the lowest and the highest are."""
        return self.points[-1] - self.points[0] if self.points else 0

    def __str__(self) -> str:
        """Say the value as a matrix shows it: a whole number, or one with a decimal."""
        return shown(self.value)


@dataclass(frozen=True, slots=True)
class Line:
    """One candidate in the matrix: the cells, the total of what there can be, and the place."""

    candidate: Candidate
    cells: tuple[Cell, ...]
    total: Fraction
    possible: int
    rank: int = 0

    @property
    def share(self) -> Fraction:
        """The total as a part of what it could be, by which candidates are ranked."""
        return self.total / self.possible if self.possible else Fraction(0)

    @property
    def by_member(self) -> list[tuple[User, list[Given]]]:
        """What each member gave, criterion by criterion."""
        rows = zip(*(cell.given for cell in self.cells), strict=True)
        return [(row[0].member, list(row)) for row in rows]

    @property
    def unmet(self) -> list[Criterion]:
        """The essential criteria on which there are points, and too few."""
        return [
            cell.criterion
            for cell in self.cells
            if cell.criterion.essential and cell.value is not None and not cell.meets
        ]

    @property
    def is_whole(self) -> bool:
        """Whether there are points on every criterion."""
        return all(cell.value is not None for cell in self.cells)

    @property
    def total_shown(self) -> str:
        """The total as a matrix shows it."""
        return shown(self.total)


@dataclass(frozen=True, slots=True)
class Matrix:
    """The candidates by criteria, the best first; those of whom nothing can be seen yet apart."""

    criteria: tuple[Criterion, ...]
    lines: tuple[Line, ...]
    waiting: tuple[Candidate, ...]

    @property
    def ties(self) -> list[tuple[Line, ...]]:
        """Those who stand level, place by place."""
        places = groupby(self.lines, key=lambda line: line.rank)
        found = [tuple(lines) for _, lines in places]
        return [lines for lines in found if len(lines) > 1]


def shown(value: Fraction | None) -> str:
    r"""Return a value as people read it: none as a dash, at most one decimal, and never a nought.

    >>> shown(Fraction(7, 2)), shown(Fraction(4)), shown(Fraction(989, 30)), shown(None)
    ('3.5', '4', '33', '\u2013')
    """
    if value is None:
        return "\u2013"
    return f"{float(value):.1f}".removesuffix(".0")


def matrix(p: Position, reader: User, candidates: Sequence[Candidate]) -> Matrix:
    """Return the matrix of the candidates as the reader may see it, in order of rank."""
    asked = scores.criteria(p)
    seen = [c for c in candidates if scores.may_see(p, reader, c)]
    lines = [_line(p, c, asked) for c in seen if scores.standing(p, c)]
    ranked = sorted(lines, key=lambda line: (-line.share, _number(line.candidate)))
    first: dict[Fraction, int] = {}
    places = [first.setdefault(line.share, place) for place, line in enumerate(ranked, start=1)]
    placed = tuple(replace(line, rank=at) for line, at in zip(ranked, places, strict=True))
    with_line = {line.candidate.pk for line in lines}
    return Matrix(asked, placed, tuple(c for c in candidates if c.pk not in with_line))


def _number(candidate: Candidate) -> int:
    return int(candidate.code[1:])


def _line(p: Position, candidate: Candidate, asked: Sequence[Criterion]) -> Line:
    cells = tuple(cell(p, candidate, criterion) for criterion in asked)
    counted = [c for c in cells if c.value is not None]
    total = _added_up(counted)
    highest = p.scoring.highest if p.scoring else 0
    return Line(candidate, cells, total, sum(c.criterion.weight * highest for c in counted))


def cell(p: Position, candidate: Candidate, criterion: Criterion) -> Cell:
    """Return what is known of the candidate on the criterion."""
    value = scores.value(p, candidate, criterion)
    return Cell(
        criterion,
        tuple(_given(p, member, candidate, criterion) for member in p.members),
        scores.agreement(p, candidate, criterion),
        value,
        bool(value is not None and p.scoring and value >= p.scoring.meets_from),
    )


def _given(p: Position, member: User, candidate: Candidate, criterion: Criterion) -> Given:
    if p.is_conflicted(member, candidate):
        return Given(member, None, CONFLICTED)
    kept: ScoreSheet | None = scores.sheet(p, member, candidate)
    mark = kept.mark(criterion) if kept and kept.handed_in_on else None
    if kept is None or mark is None:
        return Given(member, None, TO_COME)
    return Given(
        member,
        mark["points"],
        ABSTAINED if mark["points"] is None else "",
        mark["evidence"],
        kept.keyed_by_id is not None,
        kept.confirmed_on is not None,
    )


def what_would_break(tied: Sequence[Line]) -> str:
    """Return, in a sentence, what would tell those apart who stand level."""
    essential = {line: _on_essential(line) for line in tied}
    if len(set(essential.values())) > 1:
        parts = ", ".join(f"{line.candidate.code} {shown(essential[line])}" for line in tied)
        return f"On the essential criteria alone they differ: {parts}."
    widest = max((c for line in tied for c in line.cells), key=lambda c: c.spread, default=None)
    if widest and widest.spread:
        low, high = widest.points[0], widest.points[-1]
        return (
            "They are level on the essential criteria too. Members are furthest apart on "
            f"criterion {widest.criterion.number}, from {low} to {high}: an agreed score there "
            "would tell."
        )
    return "Nothing in the scores tells them apart: it is for the panel to say, with its reason."


def _on_essential(line: Line) -> Fraction:
    return _added_up([c for c in line.cells if c.criterion.essential and c.value is not None])


def _added_up(cells: Sequence[Cell]) -> Fraction:
    return sum((c.criterion.weight * (c.value or Fraction(0)) for c in cells), Fraction(0))
