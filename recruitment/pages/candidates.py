"""A candidate as one person may read them: decided and told apart, and what was said of them."""

from dataclasses import dataclass

from recruitment.forms.base import Desk
from recruitment.models import Candidate, Decision
from recruitment.stages import CandidateState


@dataclass(frozen=True, slots=True)
class ShownCandidate:
    """A candidate with where they stand; `mark` is the colour of that, `waits` to be told."""

    candidate: Candidate
    state: str
    mark: str
    waits: bool


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


def show(candidate: Candidate) -> ShownCandidate:
    """Return the candidate with where they stand."""
    state = CandidateState(candidate.state)
    mark = "grey" if state in GREY else "green" if state in GREEN else ""
    waits = state in TOLD_WHEN_OVER and candidate.told_on is None
    return ShownCandidate(candidate, state.label, mark, waits)


def decisions(desk: Desk, candidate: Candidate) -> list[Decision]:
    """Return the decisions on the candidate, round after round."""
    return [d for d in desk.position.decisions if d.candidate == candidate]
