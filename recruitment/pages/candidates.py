"""A candidate as one person may read them: decided and told apart, and what was said of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from recruitment.models import Candidate, Decision
from recruitment.position import Position
from recruitment.stages import CandidateState


@dataclass(frozen=True, slots=True)
class Decided:
    """One thing decided about a candidate, and on which day the authority was told, if it was."""

    what: str
    on: date
    reasons: str = ""
    told_on: date | None = None


@dataclass(frozen=True, slots=True)
class ShownCandidate:
    """A candidate with where they stand; `mark` is the colour of that, `waits` to be told."""

    candidate: Candidate
    state: str
    mark: str
    waits: bool
    decided: list[Decided]


GREY = {CandidateState.NOT_SHORTLISTED, CandidateState.UNSUCCESSFUL, CandidateState.WITHDRAWN}
GREEN = {
    CandidateState.RECOMMENDED,
    CandidateState.APPROVED,
    CandidateState.APPOINTED,
    CandidateState.OFFERED,
    CandidateState.ACCEPTED,
    CandidateState.IN_POST,
}
TOLD_WHEN_OVER = {CandidateState.NOT_SHORTLISTED, CandidateState.UNSUCCESSFUL}
LAST_WORD = {
    CandidateState.APPLIED: "Decided in an earlier round",
    CandidateState.NOT_SHORTLISTED: "Not shortlisted",
    CandidateState.UNSUCCESSFUL: "Unsuccessful",
    CandidateState.WITHDRAWN: "Withdrew",
}


def show(p: Position, candidate: Candidate) -> ShownCandidate:
    """Return the candidate with where they stand, and all that was decided about them."""
    state = CandidateState(candidate.state)
    mark = "grey" if state in GREY else "green" if state in GREEN else ""
    waits = state in TOLD_WHEN_OVER and candidate.told_on is None
    decided = sorted(_decided(p, candidate), key=lambda each: each.on)
    return ShownCandidate(candidate, state.label, mark, waits, decided)


def _decided(p: Position, candidate: Candidate) -> Iterator[Decided]:
    """The shortlist of this round, the formal decisions of all, and how it ended for the rest."""
    if p.case.shortlisted_on and _was_shortlisted(p, candidate):
        yield Decided("Shortlisted", p.case.shortlisted_on)
    for decision in p.decisions:
        if decision.candidate == candidate:
            yield Decided(
                _name(p, decision), decision.decided_on, decision.reasons, decision.told_on
            )
    last_word = LAST_WORD.get(CandidateState(candidate.state))
    if last_word and candidate.decided_on:
        yield Decided(last_word, candidate.decided_on)


def _was_shortlisted(p: Position, candidate: Candidate) -> bool:
    named = p.notice_for(candidate) is not None
    return named or candidate.state == CandidateState.SHORTLISTED


def _name(p: Position, decision: Decision) -> str:
    name: str = decision.get_kind_display()
    return f"{name}, round {decision.round}" if p.case.round > 1 else name
