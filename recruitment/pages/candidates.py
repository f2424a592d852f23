"""A candidate as one person may read them: decided and told apart, and what was said of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from recruitment.models import Candidate, Decision
from recruitment.position import Position
from recruitment.stages import OUT_OF_THE_FIELD, TO_BE_TOLD, CandidateState


@dataclass(frozen=True, slots=True)
class Decided:
    """One thing decided about a candidate, and on which day the authority was told, if it was."""

    what: str
    on: date
    reasons: str = ""
    told_on: date | None = None
    ended_on: date | None = None
    ended_why: str = ""


@dataclass(frozen=True, slots=True)
class ShownCandidate:
    """A candidate with where they stand; `mark` is the colour of that, `waits` to be told."""

    candidate: Candidate
    state: str
    mark: str
    waits: bool
    decided: list[Decided]


GREEN = {
    CandidateState.RECOMMENDED,
    CandidateState.APPROVED,
    CandidateState.APPOINTED,
    CandidateState.OFFERED,
    CandidateState.ACCEPTED,
    CandidateState.IN_POST,
}
LAST_WORD = {
    CandidateState.NOT_SHORTLISTED: "Not shortlisted",
    CandidateState.UNSUCCESSFUL: "Unsuccessful",
    CandidateState.WITHDRAWN: "Withdrew",
    CandidateState.DECLINED: "Declined the offer",
    CandidateState.OFFER_WITHDRAWN: "Offer withdrawn",
    CandidateState.APPOINTMENT_WITHDRAWN: "Appointment withdrawn",
}


def show(p: Position, candidate: Candidate) -> ShownCandidate:
    """Return the candidate with where they stand, and all that was decided about them."""
    state = CandidateState(candidate.state)
    mark = "grey" if state in OUT_OF_THE_FIELD else "green" if state in GREEN else ""
    waits = state in TO_BE_TOLD and candidate.told_on is None
    decided = sorted(_decided(p, candidate), key=lambda each: each.on)
    return ShownCandidate(candidate, state.label, mark, waits, decided)


def _decided(p: Position, candidate: Candidate) -> Iterator[Decided]:
    """The shortlist of this round, the formal decisions of all, and how it ended for the rest."""
    if candidate.shortlisted_on:
        yield Decided("Shortlisted", candidate.shortlisted_on)
    for decision in p.decisions:
        if decision.candidate == candidate:
            yield Decided(
                _name(p, decision),
                decision.decided_on,
                decision.reasons,
                decision.told_on,
                decision.ended_on,
                decision.ended_why,
            )
    last_word = LAST_WORD.get(CandidateState(candidate.state))
    if last_word and candidate.decided_on:
        yield Decided(last_word, candidate.decided_on)


def _name(p: Position, decision: Decision) -> str:
    name: str = decision.get_kind_display()
    return f"{name}, round {decision.round}" if p.case.round > 1 else name
