"""What a decision leaves behind, of whatever phase: on the case, on its candidates, on others."""

from datetime import date
from typing import Any

from casework.action import Step, certain
from recruitment.models import Candidate, Decision, Vacancy
from recruitment.position import Position
from recruitment.stages import CandidateState

STILL_WAITING = (CandidateState.APPLIED, CandidateState.SHORTLISTED, CandidateState.INTERVIEWED)


def decided(candidate: Candidate, on: date) -> None:
    """Note that something was decided about a candidate, who is yet to be told of it."""
    candidate.decided_on, candidate.told_on, candidate.told_how = on, None, ""


def decide(s: Step[Vacancy, Position], kind: Decision.Kind, on: date, **fields: Any) -> Decision:
    """Keep a decision of this round, and move the date of the last step."""
    s.case.moved_on = on
    return Decision.objects.create(
        vacancy=s.case, round=s.case.round, kind=kind, decided_on=on, **fields
    )


def chosen_of(s: Step[Vacancy, Position]) -> Candidate:
    """Return the person whom the panel recommended, as the row under the lock."""
    row = certain(s.position.chosen)
    return next(c for c in s.position.candidates if c.pk == row.pk)


def let_go(candidate: Candidate, on: date) -> None:
    """Note that a candidate was unsuccessful: decided now, to be told."""
    candidate.be_unsuccessful()
    decided(candidate, on)
    candidate.save()


def end_the_field(s: Step[Vacancy, Position], on: date) -> None:
    """Whoever is still waiting was unsuccessful."""
    for candidate in s.position.candidates_in(*STILL_WAITING):
        let_go(candidate, on)


def end_decisions(s: Step[Vacancy, Position], on: date, why: str, *kinds: Decision.Kind) -> None:
    """End the decisions of those kinds that stand in this round, or all: they stay on record."""
    for decision in s.position.standing_decisions:
        if not kinds or decision.kind in kinds:
            decision.ended_on, decision.ended_why = on, why
            decision.save()


def fall_through(s: Step[Vacancy, Position], on: date, why: str, **detail: Any) -> None:
    """Note that the choice came to nothing: what was decided for it in this round has ended.

    Somebody may have withdrawn before the last step was taken in ignorance of it.
    """
    row, day = chosen_of(s), max(on, s.case.moved_on)
    end_decisions(s, day, why)
    decide(s, Decision.Kind.FALL_THROUGH, day, candidate=row, reasons=why, detail=detail)
    s.case.fall_through()
