"""Impossible scores: off the scale, of a criterion that is none, agreed without a reason."""

from recruitment.impossible.base import Sentences
from recruitment.models import ScoreSheet, Scoring
from recruitment.position import Position


def scores_are_on_the_scale(p: Position) -> Sentences:
    """Every mark is on the scale of its round, for a criterion of the specification, or none."""
    ways = {scoring.round: scoring for scoring in p.scorings}
    for sheet in p.sheets:
        scoring = ways.get(sheet.round)
        if scoring is None:
            yield f"{sheet.candidate.code} is scored in round {sheet.round}, which has no scale."
        else:
            yield from _marks(p, sheet, scoring)
    for agreed in p.agreed:
        on_it = agreed.round in ways and agreed.points in ways[agreed.round].points
        if not on_it or not agreed.reason.strip():
            yield f"the score agreed on {agreed} is off the scale, or has no reason."


def _marks(p: Position, sheet: ScoreSheet, scoring: Scoring) -> Sentences:
    for number, mark in sheet.marks.items():
        points = mark["points"]
        if p.criterion(int(number)) is None:
            yield f"{sheet.candidate.code} is scored on criterion {number}, which is none."
        elif points is not None and points not in scoring.points:
            yield f"{sheet.candidate.code} has {points} on criterion {number}, off the scale."


def papers_are_opened_in_order(p: Position) -> Sentences:
    """A paper is opened after it came; a history runs forward; no gap is explained that is none."""
    for paper in p.papers:
        if paper.released_on and paper.released_on < paper.added_on:
            yield f"{paper} was opened to the panel before it came."
        if paper.copy_id and paper.released_on is None:
            yield f"{paper} has a blackened copy, and was not opened."
    for candidate in p.candidates:
        if any(post.until and post.until < post.since for post in candidate.posts):
            yield f"the history of {candidate.code} has a post that ends before it begins."
