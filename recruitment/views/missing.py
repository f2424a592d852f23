"""Where a fact is entered that a document cannot be written without."""

from casework.documents.wording import MissingFact
from casework.rules import entry
from law.base import Obstacle
from recruitment.policies import TABLE

ENTERED_WITH = {
    "advertisement": "advertise",
    "approval_of_the_governing_body": "approve",
    "chair_of_the_meeting": "hold_meeting",
    "chair_of_the_selection_panel": "appoint_panel",
    "consideration": "consider_representations",
    "closing_on": "keep_plan",
    "considered_on": "consider_representations",
    "consideration_by_the_panel": "consider_representations",
    "decision_of_the_governing_body": "approve",
    "equality_answers": "count_equality_answers",
    "last_day": "record_receipt",
    "meeting_of_the_governing_body": "call_meeting",
    "meeting_of_the_panel_that_day": "call_meeting",
    "notice_of_names": "send_names",
    "offer": "make_offer",
    "reasons": "recommend",
    "receipt_of_the_names": "record_receipt",
    "received_on": "record_receipt",
    "salary": "make_offer",
    "settled_person_specification": "settle_criteria",
    "shortlist": "shortlist",
    "start_date": "make_offer",
}
OUTSIDE = (
    "Have the person entered in the school's governing body or among those who act for the "
    "authority, then draft the document again."
)


def missing_fact(missing: MissingFact) -> Obstacle:
    """Return the fact as an obstacle that names it, and says where it is entered."""
    action = ENTERED_WITH.get(missing.name)
    return entry("missing_fact", missing.sentence, _recorded_with(action) if action else OUTSIDE)


def _recorded_with(action: str) -> str:
    return f"Record it with “{TABLE[action].sentence}”, then draft the document again."
