"""The evening on its page: what each has still to score, and the matrix once it may be seen."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from accounts.models import User
from casework.timeline import percent
from recruitment import scores, tally
from recruitment.forms.base import Desk
from recruitment.models import AgreedScore, Candidate, ScoreSheet, Scoring
from recruitment.position import Position

ROW, TOP = 24, 30  # pixels: a criterion of a candidate, and what stands above the first
NAMES, MARGIN = 26, 4  # percent of the picture: what stands left of the scale, and right of it
WIDE = 3  # points: so far apart that the panel talks about it


@dataclass(frozen=True, slots=True)
class Mine:
    """A candidate whom the reader scores: how far they are, and how many papers can be read."""

    candidate: Candidate
    state: str
    mark: str
    papers: int
    left: bool = False
    handed_in: bool = False


@dataclass(frozen=True, slots=True)
class Turn:
    """How far the reader is with all of theirs: `following` is the next whom they score.

    `open` says whether the case is at a stage at which scores are given.
    """

    scored: int
    of: int
    following: Candidate | None
    handed_in: bool
    open: bool


@dataclass(frozen=True, slots=True)
class Member:
    """How far a member is: without a word of what they gave."""

    person: User
    state: str
    on_paper: bool = False
    to_confirm: bool = False


def mine(desk: Desk) -> list[Mine]:
    """Return the candidates still to be decided on, with how far the reader has scored each."""
    p = desk.position
    if p.scoring is None or not scores.is_member(p, desk.user):
        return []
    return [_mine(desk, c) for c in scores.to_score(p, desk.user)]


def _mine(desk: Desk, candidate: Candidate) -> Mine:
    p = desk.position
    kept = scores.sheet(p, desk.user, candidate)
    missing = scores.missing(p, kept)
    open_now = sum(
        paper.candidate_id == candidate.pk for paper in p.papers if p.opens_to_panel(paper)
    )
    if kept and kept.handed_in_on:
        return Mine(candidate, "Handed in", "green", open_now, handed_in=True)
    if kept is None:
        return Mine(candidate, "Not scored yet", "grey", open_now, left=True)
    if missing:
        left = f"{len(missing)} criteria left" if len(missing) > 1 else "1 criterion left"
        return Mine(candidate, left, "yellow", open_now, left=True)
    return Mine(candidate, "Scored", "", open_now)


def turn(desk: Desk, listed: Sequence[Mine]) -> Turn:
    """Return how far the reader is with those who are theirs to score."""
    left = [each.candidate for each in listed if each.left]
    done = all(each.handed_in for each in listed)
    following = left[0] if left else None
    may = desk.may("score_candidate")
    return Turn(len(listed) - len(left), len(listed), following, done, may)


def keys_in(desk: Desk) -> bool:
    """Return whether the reader, as clerk, keys in what others give on paper."""
    p = desk.position
    owing = [person for person in scores.waiting_for(p) if person != desk.user]
    wrong = any(scores.to_confirm(p, person) for person in p.members)
    return "clerk" in desk.roles and desk.may("score_candidate") and bool(owing or wrong)


def kept_from(desk: Desk) -> int:
    """Return how many candidates the reader does not score, because of an interest."""
    p = desk.position
    undecided = scores.undecided(p)
    return sum(p.is_conflicted(desk.user, c) for c in undecided)


def members(desk: Desk) -> list[Member]:
    """Return how far each member is, while there is somebody to score."""
    p = desk.position
    return [_member(p, u) for u in p.members] if p.scoring and scores.undecided(p) else []


def _member(p: Position, person: User) -> Member:
    kept: Sequence[ScoreSheet] = scores.sheets_of(p, person)
    left, all_of_them = scores.outstanding(p, person), scores.to_score(p, person)
    on_paper = any(x.keyed_by_id for x in kept)
    waits = on_paper and bool(scores.to_confirm(p, person))
    if any(i.awaits_mapping and i.person_id == person.pk for i in p.standing_interests):
        return Member(person, "Scores once the clerk has found whom a declared interest is in")
    if not all_of_them:
        return Member(person, "Scores nobody: has an interest in each")
    if not left:
        return Member(person, "Handed in", on_paper, waits)
    begun = sum(not scores.missing(p, x) for x in kept)
    return Member(person, f"{begun} of {len(all_of_them)} scored", on_paper, waits)


@dataclass(frozen=True, slots=True)
class Bar:
    """How far apart members are on one criterion of one candidate, and what came of it.

    Where it stands in the picture: across in percent, as an attribute has it, down in pixels.
    """

    label: str
    y: int
    low: str
    high: str
    value: str
    wide: bool


@dataclass(frozen=True, slots=True)
class Group:
    """The bars of one candidate, under the candidate's code: a picture of its own."""

    candidate: Candidate
    bars: list[Bar]
    height: int


@dataclass(frozen=True, slots=True)
class Picture:
    """The spread of each candidate and criterion, drawn; its figures stand in the matrix."""

    groups: list[Group]
    ticks: list[tuple[str, int]]


def picture(p: Position, matrix: tally.Matrix) -> Picture | None:
    """Return the picture of the matrix, candidate by candidate; nothing if there are no scores."""
    if p.scoring is None or not matrix.lines:
        return None
    groups = []
    for line in matrix.lines:
        cells = [cell for cell in line.cells if cell.points]
        bars = [_bar(p.scoring, cell, TOP + n * ROW) for n, cell in enumerate(cells)]
        groups.append(Group(line.candidate, bars, TOP + len(cells) * ROW))
    ticks = [(_at(p.scoring, points), points) for points in p.scoring.points]
    return Picture(groups, ticks)


def _bar(scoring: Scoring, cell: tally.Cell, y: int) -> Bar:
    return Bar(
        f"Criterion {cell.criterion.number}",
        y,
        _at(scoring, cell.points[0]),
        _at(scoring, cell.points[-1]),
        _at(scoring, cell.value or 0),
        cell.spread >= WIDE,
    )


def _at(scoring: Scoring, points: Fraction | int) -> str:
    """Return how far across the picture so many points are, right of what names the bars."""
    part = (points - scoring.lowest) / Fraction(scoring.highest - scoring.lowest)
    return percent(float(NAMES + part * (100 - NAMES - MARGIN)))


def agreed(matrix: tally.Matrix) -> list[AgreedScore]:
    """Return what the panel agreed, candidate by candidate, with the reasons."""
    return [cell.agreed for line in matrix.lines for cell in line.cells if cell.agreed]


def ties(matrix: tally.Matrix) -> Iterator[str]:
    """Yield a sentence for each place on which several stand level, with what would break it."""
    for tied in matrix.ties:
        codes = ", ".join(line.candidate.code for line in tied)
        yield f"{codes} share place {tied[0].rank}. {tally.what_would_break(tied)}"


def said_of(desk: Desk, candidate: Candidate) -> list[str]:
    """Return what the adviser said of the candidate, which adds no number."""
    return [
        f"{o.adviser}: {o.get_verdict_display().lower()}{f'. {o.summary}' if o.summary else ''}"
        for o in desk.position.opinions
        if o.candidate_id == candidate.pk
    ]


def given_to(desk: Desk, candidate: Candidate) -> list[tally.Cell]:
    """Return what each member gave the candidate, with their evidence, once that may be seen."""
    p = desk.position
    shown = p.scoring and desk.may("see_scores") and scores.may_see(p, desk.user, candidate)
    if not shown or not scores.standing(p, candidate):
        return []
    return [tally.cell(p, candidate, criterion) for criterion in scores.criteria(p)]
