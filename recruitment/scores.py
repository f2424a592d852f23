"""Who scores whom, what they gave, and who may see it: questions about a position."""

import json
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from types import MappingProxyType

from django.utils.crypto import salted_hmac

from accounts.models import User
from casework.models import Meeting
from recruitment.models import AgreedScore, Candidate, Criterion, ScoreSheet
from recruitment.position import Position
from recruitment.stages import CandidateState, Stage

USUAL_ANCHORS: Mapping[str, str] = MappingProxyType(
    {
        "0": "No evidence",
        "1": "Little evidence, or evidence of something else",
        "2": "Some evidence, with gaps that matter",
        "3": "Enough evidence: the criterion is met",
        "4": "Strong evidence, with results",
        "5": "Exceptional evidence, over time and shown by results",
    }
)


def criteria(p: Position) -> tuple[Criterion, ...]:
    """Return the criteria that are scored at the shortlisting: those tested by the application."""
    return tuple(c for c in p.criteria if c.is_tested_by(Criterion.TestedBy.APPLICATION))


def is_member(p: Position, user: User) -> bool:
    """Whether the person sits on the panel now."""
    return user in p.members


def undecided(p: Position) -> list[Candidate]:
    """Return the candidates who are still to be shortlisted or not."""
    return list(p.candidates_in(CandidateState.APPLIED))


def to_score(p: Position, person: User) -> list[Candidate]:
    """Return the candidates whom the person scores: without those they have an interest in."""
    return [c for c in undecided(p) if not p.is_conflicted(person, c)]


def sheets_of(p: Position, person: User) -> list[ScoreSheet]:
    """Return what the person gave in this round, a sheet for each candidate whom they score."""
    kept = (sheet(p, person, candidate) for candidate in to_score(p, person))
    return [x for x in kept if x]


def sheet(p: Position, person: User, candidate: Candidate) -> ScoreSheet | None:
    """Return what the person gave the candidate in this round, if anything."""
    return p.sheets_now.get((person.pk, candidate.pk))


def missing(p: Position, x: ScoreSheet | None) -> list[Criterion]:
    """Return the criteria on which the sheet gives neither points nor an abstention."""
    return [c for c in criteria(p) if x is None or x.mark(c) is None]


def unfinished(p: Position, person: User) -> list[Candidate]:
    """Return the candidates on whom the person has still to give something."""
    return [c for c in to_score(p, person) if missing(p, sheet(p, person, c))]


def outstanding(p: Position, person: User) -> list[Candidate]:
    """Return the candidates of whom the person has still to hand in scores."""
    return [c for c in to_score(p, person) if not _handed_in(sheet(p, person, c))]


def owes(p: Position, person: User, candidate: Candidate) -> bool:
    """Whether the person has still to hand in scores of the candidate."""
    undecided_yet = candidate.state == CandidateState.APPLIED
    free = undecided_yet and not p.is_conflicted(person, candidate)
    return free and not _handed_in(sheet(p, person, candidate))


def _handed_in(x: ScoreSheet | None) -> bool:
    return x is not None and x.handed_in_on is not None


def waiting_for(p: Position) -> list[User]:
    """Return the members who have still to hand in scores, where the panel scores."""
    return [person for person in p.members if outstanding(p, person)] if p.scoring else []


def standing(p: Position, candidate: Candidate) -> list[ScoreSheet]:
    """Return the sheets on the candidate that count: handed in, by whoever may still score."""
    free = (u for u in p.members if not p.is_conflicted(u, candidate))
    kept = (sheet(p, person, candidate) for person in free)
    return [x for x in kept if x and x.handed_in_on]


def given(p: Position, candidate: Candidate, criterion: Criterion) -> list[int]:
    """Return the points that count on one criterion: an abstention is none."""
    marks = (x.mark(criterion) for x in standing(p, candidate))
    return [m["points"] for m in marks if m and m["points"] is not None]


def value(p: Position, candidate: Candidate, criterion: Criterion) -> Fraction | None:
    """Return what a candidate has on a criterion: what was agreed, or the mean of what counts.

    Nothing where nobody gave any points.
    """
    agreed = agreement(p, candidate, criterion)
    points = given(p, candidate, criterion)
    if agreed:
        return Fraction(agreed.points)
    return Fraction(sum(points), len(points)) if points else None


def agreement(p: Position, candidate: Candidate, criterion: Criterion) -> AgreedScore | None:
    """Return what the panel agreed of the candidate on the criterion in this round, if it did."""
    return p.agreed_now.get((candidate.pk, criterion.pk))


def unmet(p: Position, candidate: Candidate) -> list[Criterion]:
    """Return the essential criteria on which the candidate has points, and too few to meet it."""
    scoring = p.scoring
    if scoring is None:
        return []
    had = ((c, value(p, candidate, c)) for c in criteria(p) if c.essential)
    return [c for c, points in had if points is not None and points < scoring.meets_from]


def to_confirm(p: Position, user: User) -> list[ScoreSheet]:
    """Return the sheets that the clerk keyed in for the person, and they have not confirmed."""
    return [x for x in sheets_of(p, user) if x.keyed_by_id and x.confirmed_on is None]


def are_sealed(p: Position) -> bool:
    """Whether the scores of this round are sealed still, for everybody."""
    scoring = p.scoring
    return bool(scoring and scoring.sealed and not p.has_come(scoring.scores_opened_on))


def may_see(p: Position, user: User, candidate: Candidate) -> bool:
    """Whether the person may see what others gave the candidate.

    A member sees it once their own are in; whoever does not score, once those of all are. Nobody
    does while they are sealed. Once it is decided who is shortlisted, all who see scores do. Of
    somebody who left, or was left off a longlist, nothing is seen before all of the others is.
    """
    if p.case.shortlisted_on or p.stage == Stage.NO_RECOMMENDATION:
        return True
    if p.scoring is None or are_sealed(p):
        return False
    those = [user] if is_member(p, user) else p.members
    if candidate.state != CandidateState.APPLIED:
        return not any(outstanding(p, member) for member in those)
    return not any(owes(p, member, candidate) for member in those)


def panel_meets_on(p: Position, day: date) -> bool:
    """Whether a meeting of the panel is on the day."""
    return any(m.held_on == day for m in p.meetings if m.body == Meeting.Body.PANEL)


def digest(x: ScoreSheet) -> str:
    """Return a keyed SHA-256 of what a sheet gives: the record holds it, nobody can guess it."""
    marks = json.dumps(x.marks, sort_keys=True)
    return salted_hmac("scores", marks, algorithm="sha256").hexdigest()
