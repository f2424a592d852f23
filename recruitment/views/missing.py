"""Where a fact is entered that a document cannot be written without."""

from collections.abc import Sequence

from casework.documents.missing import MissingFact
from casework.rules import entry
from law.base import Obstacle
from recruitment.policies import TABLE

ENTERED_WITH: dict[str, tuple[str, ...]] = {
    "advertisement": ("advertise",),
    "approval_of_the_governing_body": ("approve",),
    "candidate_not_shortlisted": ("shortlist",),
    "chair_of_the_meeting": ("hold_meeting",),
    "chair_of_the_selection_panel": ("appoint_panel",),
    "closing_on": ("keep_plan", "advertise"),
    "consideration": ("consider_representations",),
    "consideration_by_the_panel": ("consider_representations",),
    "considered_on": ("consider_representations",),
    "criterion_tested_by_the_application": ("add_criterion",),
    "criterion_tested_on_the_day": ("add_criterion",),
    "decision_of_the_governing_body": ("approve",),
    "equality_answers": ("count_equality_answers",),
    "last_day": ("record_receipt",),
    "meeting_of_the_governing_body": ("call_meeting",),
    "meeting_of_the_panel": ("hold_meeting",),
    "meeting_of_the_panel_for_the_interviews": ("call_meeting",),
    "meeting_of_the_panel_that_day": ("call_meeting",),
    "member_of_the_panel": ("appoint_panel",),
    "member_with_somebody_to_score": ("decide_scoring", "add_candidate"),
    "notice_of_names": ("send_names",),
    "offer": ("make_offer",),
    "person_specification": ("settle_criteria",),
    "reasons": ("recommend",),
    "receipt_of_the_names": ("record_receipt",),
    "received_on": ("record_receipt",),
    "recommendation": ("recommend",),
    "salary": ("make_offer",),
    "scores_of_the_member": ("score_candidate",),
    "selection_panel": ("appoint_panel",),
    "settled_on": ("settle_criteria",),
    "settled_person_specification": ("settle_criteria",),
    "shortlist": ("shortlist",),
    "shortlisted_candidate": ("shortlist",),
    "start_date": ("make_offer",),
    "vote_on_the_panel": ("hold_meeting",),
    "way_in_which_the_panel_scores": ("decide_scoring",),
}
"""The actions with any of which a fact is recorded."""

OUTSIDE = (
    "Have the person entered in the school's governing body or among those who act for the "
    "authority, then draft the document again."
)


def missing_fact(missing: MissingFact) -> Obstacle:
    """Return the fact as an obstacle that names it, and says where it is entered."""
    actions = ENTERED_WITH.get(missing.name, ())
    return entry("missing_fact", missing.sentence, _recorded_with(actions) or OUTSIDE)


def _recorded_with(actions: Sequence[str]) -> str:
    named = " or ".join(f"“{TABLE[action].sentence}”" for action in actions)
    return f"Record it with {named}, then draft the document again." if named else ""
