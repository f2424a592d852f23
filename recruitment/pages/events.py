"""The record of a headship: who may read what an event recorded."""

from casework.event_page import EventPage
from casework.models import Event, Meeting
from recruitment.forms.base import Desk
from recruitment.models.vacancy import ROLES
from recruitment.policies import TABLE
from recruitment.visible import free_of_the_chosen

# What these record says nothing of candidates, so everybody who may read the record may read it;
# but for what a meeting of the panel is called for.
OF_NO_CANDIDATE = frozenset(
    {
        "open_vacancy", "notify_authority", "name_adviser", "admit", "dismiss", "add_criterion",
        "start_specification", "remove_criterion", "settle_criteria", "advertise",
        "decide_not_to_advertise", "extend_closing", "publish_again", "count_equality_answers",
        "call_meeting", "hold_meeting", "appoint_panel", "change_panel", "withdraw_vacancy",
        "leave_panel", "pause", "resume", "enter_scheme", "record_undertaking",
        "move_clocks", "keep_plan", "decide_scoring", "open_names", "open_scores", "hand_over",
        "name_acting_head", "end_acting_head", "determine_pay",
    }
)  # fmt: skip
# What these record is of the person chosen.
OF_THE_CHOSEN = frozenset(
    {
        "recommend", "give_reasons", "approve", "decline", "notify_approval", "appoint", "refuse",
        "record_trust_decision", "record_consent", "make_offer", "accept_offer", "decline_offer",
        "withdraw_appointment", "withdraw_offer", "record_check", "undo_check", "confirm",
        "take_up_post", "withdraw_recommendation", "rescind_decision", "record_trust_reversal",
        "assess_risk",
    }
)  # fmt: skip

# What is recorded and is no step of a case: no row of the permission table names it.
NO_STEP = {
    "open_vacancy": "Record the vacancy",
    "move_clocks": "Move the clocks for a bank holiday added later",
}

KEPT_BACK = "What was recorded is about candidates whom you do not all see."


def opens(desk: Desk, event: Event) -> bool:
    """Return whether the person may read what the event recorded."""
    p, seen = desk.position, desk.candidates
    if p.hidden_names:
        said = [event.data, event.why]
        return event.action in OF_NO_CANDIDATE and not p.hidden.are_in(said)
    if event.action in OF_NO_CANDIDATE and event.data.get("body") != Meeting.Body.PANEL:
        return True
    if desk.may("see_candidates") and len(seen) == len(p.candidates):
        return True
    if event.action not in OF_THE_CHOSEN or not free_of_the_chosen(p, desk.user):
        return False
    return desk.may("see_candidates") or desk.may("see_chosen")


PAGE = EventPage(table=TABLE, role_names=ROLES, no_step=NO_STEP, opens=opens, kept_back=KEPT_BACK)
