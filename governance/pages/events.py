"""The record of a cycle: who may read what an event recorded."""

from casework.event_page import EventPage
from casework.models import Event
from governance.desk import Desk
from governance.models.cycle import ROLES
from governance.policies import TABLE

PEOPLE, OBJECTIVES, ADVICE = ("see_people",), ("see_objectives",), ("see_advice",)
OBJECTIONS = ("see_objections",)
REVIEW, PAY = ("see_review", "see_report"), ("see_pay", "see_pay_while_written")
APPEAL, CYCLE = ("see_appeal",), ("see_cycle",)

# Who may read what each step records: whoever has any one of these capabilities.
OPENED_BY: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(
        ("open_cycle", "close", "end_early", "dispose_of_papers", "change_dates",
         "assure_governors", "tell_standards", "give_notice_of_review", "give_report",
         "send_appeal_papers", "tell_pay", "hold_planning_meeting"), CYCLE),
    **dict.fromkeys(
        ("engage_adviser", "end_engagement", "appoint_appraisers",
         "appoint_another", "add_appraiser", "change_appraiser", "give_part", "end_part"), PEOPLE),
    **dict.fromkeys(("object_to_appraiser", "decide_objection"), OBJECTIONS),
    **dict.fromkeys(
        ("add_objective", "change_objective", "drop_objective", "set_objectives",
         "settle_support", "settle_monitoring", "note_progress", "seek_information",
         "receive_evidence"), OBJECTIVES),
    **dict.fromkeys(("consult_adviser", "answer_advice", "give_advice"), ADVICE),
    "advise_on_system": ("see_system_advice",),
    **dict.fromkeys(("review", "comment", "hand_over"), REVIEW),
    **dict.fromkeys(
        ("recommend_pay", "decide_pay", "appeal_pay", "decide_pay_appeal"), PAY),
    **dict.fromkeys(("appeal", "name_appeals_officers", "decide_appeal"), APPEAL),
}  # fmt: skip

# What is recorded and is no step of a case: no row of the permission table names it.
NO_STEP = {"open_cycle": "Record the cycle"}

KEPT_BACK = "What was recorded is on a page that is not open to you."


def opens(desk: Desk, event: Event) -> bool:
    """Return whether the person may read what the event recorded.

    What is about a document is read by whoever may read the document.
    """
    if event.action in OPENED_BY:
        return any(map(desk.may, OPENED_BY[event.action]))
    document = event.data.get("document") or {}
    return any(each.pk == document.get("id") for each in desk.documents)


PAGE = EventPage(table=TABLE, role_names=ROLES, no_step=NO_STEP, opens=opens, kept_back=KEPT_BACK)
