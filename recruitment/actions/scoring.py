"""Scoring: how the panel scores, what each gives alone and hands in, what they agree together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from accounts.models import User
from casework.action import Actor, Step, certain
from casework.models import Event
from recruitment import scores
from recruitment.actions.selection import open_names_of
from recruitment.models import AgreedScore, Candidate, Criterion, ScoreSheet, Scoring, Vacancy
from recruitment.models.scoring import HIGHEST, LOWEST, MEETS
from recruitment.position import Position
from recruitment.process import action, step


@dataclass(frozen=True, slots=True)
class Mark:
    """What a member gives on one criterion: its number, the points, and on what evidence.

    No points say that the member abstained.
    """

    criterion: int
    points: int | None = None
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Agreed:
    """What the panel agrees on one criterion: its number, the points, and why."""

    criterion: int
    points: int
    reason: str


@action
def decide_scoring(
    vacancy: Vacancy,
    *,
    names_hidden: bool,
    sealed: bool,
    by: Actor,
    on: date,
    lowest: int = LOWEST,
    highest: int = HIGHEST,
    meets_from: int = MEETS,
    anchors: Mapping[str, str] = scores.USUAL_ANCHORS,
) -> Event:
    """Record how the panel chose to score in this round, before anybody has scored.

    `anchors` say what each point stands for, and from `meets_from` a criterion is met.
    `names_hidden`: it scores without names; `sealed`:
    nobody sees what another gave before the panel's meeting.
    """
    with step(
        vacancy, "decide_scoring", by=by, on=on, names_hidden=names_hidden, sealed=sealed,
        lowest=lowest, highest=highest, meets_from=meets_from, anchors=dict(anchors),
    ) as s:  # fmt: skip
        Scoring.objects.update_or_create(
            vacancy=s.case, round=s.case.round,
            defaults={
                "lowest": lowest, "highest": highest, "meets_from": meets_from,
                "anchors": dict(anchors),
                "names_hidden": names_hidden, "sealed": sealed, "decided_on": on,
            },
        )  # fmt: skip
    return s.done


@action
def open_names(vacancy: Vacancy, *, why: str, by: Actor, on: date) -> Event:
    """Open the names before the shortlist is recorded, with the reason."""
    with step(vacancy, "open_names", by=by, on=on, why=why) as s:
        open_names_of(s.position, on, why)
    return s.done


@action
def score_candidate(
    vacancy: Vacancy,
    *,
    candidate: Candidate,
    marks: Sequence[Mark],
    by: Actor,
    on: date,
    member: User | None = None,
) -> Event:
    """Keep what a member gives a candidate, alone: what was given before is replaced by it.

    The clerk keys in what a `member` gave on paper, and it says so; until the member confirms it
    the clerk can correct it, handed in or not. The record holds that scores were kept, not which.
    """
    with step(
        vacancy, "score_candidate", by=by, on=on, candidate=candidate, marks=list(marks),
        member=member,
    ) as s:  # fmt: skip
        person = s["member"] or by.user
        sheet, _ = ScoreSheet.objects.get_or_create(
            vacancy=s.case, round=s.case.round, person=person, candidate=s["candidate"],
            defaults={"scored_on": on},
        )  # fmt: skip
        sheet.marks |= {
            str(m.criterion): {"points": m.points, "evidence": m.evidence.strip()} for m in marks
        }
        sheet.scored_on, sheet.confirmed_on = on, None
        sheet.keyed_by = by.user if person != by.user else None
        sheet.save()
        s.facts["marks"] = len(marks)
        if sheet.handed_in_on:
            s.facts["sheets"] = {sheet.candidate.code: scores.digest(sheet)}
    return s.done


@action
def hand_in_scores(vacancy: Vacancy, *, by: Actor, on: date, member: User | None = None) -> Event:
    """Hand in a member's scores: from now on they stand, and the member sees those of the others.

    The clerk hands in what was keyed in for a `member`. The record holds a digest of each sheet.
    """
    with step(vacancy, "hand_in_scores", by=by, on=on, member=member) as s:
        person = s["member"] or by.user
        sheets = [x for x in scores.sheets_of(s.position, person) if x.handed_in_on is None]
        for sheet in sheets:
            sheet.handed_in_on = on
            sheet.save()
        s.facts["sheets"] = {x.candidate.code: scores.digest(x) for x in sheets}
    return s.done


@action
def confirm_scores(vacancy: Vacancy, *, by: Actor, on: date) -> Event:
    """Confirm, as the member, the scores that the clerk keyed in from paper."""
    with step(vacancy, "confirm_scores", by=by, on=on) as s:
        keyed = scores.to_confirm(s.position, by.user)
        for sheet in keyed:
            sheet.confirmed_on = on
            sheet.save()
        s.facts["sheets"] = [x.candidate.code for x in keyed]
    return s.done


@action
def open_scores(vacancy: Vacancy, *, by: Actor, on: date, why: str = "") -> Event:
    """Open the sealed scores: at the panel's meeting or, with a reason, before it."""
    with step(vacancy, "open_scores", by=by, on=on, why=why) as s:
        scoring = certain(s.position.scoring)
        scoring.scores_opened_on, scoring.scores_opened_why = on, why
        scoring.scores_opened_early = not scores.panel_meets_on(s.position, on)
        s.facts["early"] = scoring.scores_opened_early
        scoring.save()
    return s.done


@action
def agree_scores(
    vacancy: Vacancy, *, candidate: Candidate, agreed: Sequence[Agreed], by: Actor, on: date
) -> Event:
    """Record what the panel agreed on a candidate, criterion by criterion, each with its reason.

    What each member gave stays, and so does how far apart they were.
    """
    with step(vacancy, "agree_scores", by=by, on=on, candidate=candidate, agreed=list(agreed)) as s:
        for each in agreed:
            criterion = certain(s.position.criterion(each.criterion))
            _agree(s, s["candidate"], criterion, each, on)
        s.facts["agreed"] = [each.criterion for each in agreed]
    return s.done


def _agree(
    s: Step[Vacancy, Position], candidate: Candidate, criterion: Criterion, each: Agreed, on: date
) -> None:
    given = scores.given(s.position, candidate, criterion)
    fields: dict[str, Any] = {
        "points": each.points,
        "reason": each.reason,
        "spread": [min(given), max(given)] if given else [],
        "agreed_on": on,
    }
    AgreedScore.objects.update_or_create(
        vacancy=s.case, round=s.case.round, candidate=candidate, criterion=criterion,
        defaults=fields,
    )  # fmt: skip
