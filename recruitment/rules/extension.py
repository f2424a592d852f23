"""The shortlist extended after it was agreed: for whom, and what follows from it."""

from collections.abc import Iterator

from casework.action import Facts
from casework.rules import entry, house, practice
from law.base import Obstacle
from recruitment.models import Candidate
from recruitment.position import Position
from recruitment.rules.applications import applied_by_then
from recruitment.rules.base import Rule, in_order
from recruitment.rules.selection import (
    enough_without_interest,
    late_accepted,
    no_part_for_the_conflicted,
    only_members_shortlist,
    panel_still_whole,
    two_shortlisters,
)
from recruitment.rules.together import (
    essential_criteria_met,
    interests_are_found,
    sheets_in,
)
from recruitment.stages import CandidateState, Stage

CAN_BE_ADDED = (CandidateState.APPLIED, CandidateState.NOT_SHORTLISTED)


def somebody_to_add(p: Position, f: Facts) -> Iterator[Obstacle]:
    """A late applicant is considered, or somebody who had been left off is put on."""
    added = f.get("candidates")
    if not p.candidates_in(*CAN_BE_ADDED):
        yield entry(
            "nobody_to_add",
            "Every candidate in the field is on the shortlist.",
            "Enter the late application first.",
        )
    elif added is not None and not added and not p.candidates_in(CandidateState.APPLIED):
        yield entry("nobody_added", "Nobody is chosen.", "Choose whom the shortlist gains.")
    for candidate in added or ():
        if candidate.state not in CAN_BE_ADDED:
            yield entry(
                "not_an_applicant",
                f"{candidate.code} stands at “{CandidateState(candidate.state).label}”.",
                "Choose from the late applications and those not shortlisted.",
            )


def reason_for_each_considered(p: Position, f: Facts) -> Iterator[Obstacle]:
    """The record says why, for whoever is put on and for each late applicant who is not."""
    if "reasons" not in f:
        return
    added: list[Candidate] = list(f.get("candidates") or ())
    for candidate in dict.fromkeys([*added, *p.candidates_in(CandidateState.APPLIED)]):
        if not str(f["reasons"].get(candidate.code, "")).strip():
            yield house(
                "reason_missing",
                f"No reason is recorded for {candidate.code}.",
                "Give a reason, against the person specification.",
            )


def new_names_follow(p: Position, f: Facts) -> Iterator[Obstacle]:
    """The authority has a period of its own for names that it has not been given."""
    names = p.regime.names
    if names and p.stage != Stage.SHORTLISTED and (f.get("candidates") or "candidates" not in f):
        yield practice(
            "new_names_to_send",
            "The new names are given to the authority, which has a new period for them, counted "
            "from its receipt of them.",
            "Send the names when the shortlist is extended. Nothing said of the others changes.",
            names.names_to_authority.citation,
        )


RULES: dict[str, tuple[Rule, ...]] = {
    "extend_shortlist": (
        in_order,
        panel_still_whole,
        somebody_to_add,
        applied_by_then,
        reason_for_each_considered,
        late_accepted,
        only_members_shortlist,
        enough_without_interest,
        no_part_for_the_conflicted,
        two_shortlisters,
        essential_criteria_met,
        sheets_in,
        interests_are_found,
        new_names_follow,
    ),
}
