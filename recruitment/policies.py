"""THE permission table of a headship: who may do or see what, and at which stages.

Printed to docs/permissions.md. Grants say which role a person has on a vacancy; this says what
the role can do. What a conflict of interest takes away is in `Position.roles_left`.
"""

from casework.policy import Capability, table
from recruitment.stages import (
    AFTER_NAMES,
    ANY,
    BEFORE_SHORTLIST,
    CHOSEN,
    REPEATABLE,
    RUNNING,
    SELECTION,
    STOPPED_SHORT,
    WHILE_CHECKED,
    Stage,
)

CLERK, CHAIR, PANEL_CHAIR = "clerk", "chair", "panel_chair"
PANEL, GOVERNOR, ADVISER, OFFICER = "panel", "governor", "adviser", "officer"

GOVERNORS = (CHAIR, PANEL_CHAIR, PANEL, GOVERNOR)
SELECTORS = (PANEL_CHAIR, PANEL)
AUTHORITY = (OFFICER, ADVISER)
EVERYBODY = (CLERK, *GOVERNORS, *AUTHORITY)

BEFORE_SCORES = frozenset({Stage.PANEL_APPOINTED, Stage.ADVERTISED})
WHILE_SCORED = STOPPED_SHORT | {Stage.ADVERTISED}
ONCE_CHOSEN = CHOSEN | {Stage.NOT_APPROVED, Stage.REFUSED, Stage.FELL_THROUGH, Stage.IN_POST}


def row(
    key: str,
    sentence: str,
    roles: tuple[str, ...],
    stages: frozenset[Stage],
    provision: str = "",
) -> Capability:
    """Return one row of the table."""
    return Capability(key=key, sentence=sentence, roles=roles, stages=stages, provision=provision)


def alone(key: str, sentence: str, roles: tuple[str, ...], stages: frozenset[Stage]) -> Capability:
    """Return a row of what several do at once, each alone."""
    return Capability(key=key, sentence=sentence, roles=roles, stages=stages, alone=True)


def at(*stages: Stage) -> frozenset[Stage]:
    """Return the stages as a set."""
    return frozenset(stages)


TABLE = table(
    # To see
    row("see_vacancy", "See the vacancy, its stage and its timeline", EVERYBODY, ANY),
    row(
        "see_people",
        "See the governing body, the panel and declared interests",
        (CLERK, *GOVERNORS, *AUTHORITY),
        ANY,
    ),
    row("see_candidates", "See the candidates", (CLERK, *SELECTORS, *AUTHORITY), ANY),
    row("see_names", "See the names of candidates while they are hidden", (CLERK,), ANY),
    row("see_roster", "See the roster of names while they are hidden, to declare interests",
        (CLERK, *SELECTORS, ADVISER), ANY),
    row("see_papers", "Read the papers of applications, once they are opened to the panel",
        (CLERK, *SELECTORS, ADVISER), ANY),
    row("see_originals", "Read the papers of applications as they came", (CLERK,), ANY),
    row("see_scores", "See the scores, once one's own are in", (CLERK, *SELECTORS, ADVISER), ANY),
    row(
        "see_chosen",
        "See the person recommended, the panel's reasons and reservations about the choice",
        (CLERK, *GOVERNORS, *AUTHORITY),
        ONCE_CHOSEN,
    ),
    row(
        "see_advice",
        "See advice, opinions, reservations and the authority's papers",
        (CLERK, *SELECTORS, *AUTHORITY),
        ANY,
    ),
    row(
        "see_advice_to_governors",
        "See advice given to the governing body",
        EVERYBODY,
        ANY,
    ),
    row("see_meetings", "See the meetings", EVERYBODY, ANY),
    row(
        "see_documents",
        "See the documents of the case, each kind as the table of documents says",
        EVERYBODY,
        ANY,
    ),
    row("see_equality", "See how equality questions were answered, as counts",
        (CLERK, CHAIR, OFFICER), ANY),
    row("see_checks", "See the checks of the person appointed", (CLERK, CHAIR, OFFICER), ANY),
    row("see_record", "See the record of events", (CLERK, CHAIR, OFFICER), ANY),
    # Opening
    row(
        "notify_authority",
        "Tell the authority of the vacancy",
        (CLERK, CHAIR),
        RUNNING,
        "notice_of_vacancy",
    ),
    row(
        "name_adviser",
        "Name the adviser",
        (OFFICER, CLERK),
        RUNNING,
        "adviser_attendance",
    ),
    row("admit", "Give a person a role on this vacancy", (CLERK, CHAIR, OFFICER), RUNNING),
    row("dismiss", "Take a role on this vacancy away", (CLERK,), RUNNING),
    row("correct", "Correct a slip in the record", (CLERK,), RUNNING),
    row(
        "declare_interest",
        "Declare an interest",
        (CLERK, *GOVERNORS, ADVISER),
        RUNNING,
        "conflicts_withdraw",
    ),
    row("map_interest", "Say which candidate an interest is in", (CLERK,), RUNNING,
        "conflicts_withdraw"),
    row("hand_over", "Hand the appointment over to another clerk", (CLERK,), RUNNING,
        "conflicts_withdraw"),
    row(
        "end_interest",
        "End a declared interest",
        (CLERK, *GOVERNORS, ADVISER),
        RUNNING,
        "conflicts_withdraw",
    ),
    row(
        "start_specification",
        "Start the person specification from the standards or from another",
        (CLERK, CHAIR, PANEL_CHAIR),
        BEFORE_SHORTLIST,
        "criteria_frozen",
    ),
    row(
        "add_criterion",
        "Add a criterion to the person specification",
        (CLERK, CHAIR, PANEL_CHAIR),
        BEFORE_SHORTLIST,
        "criteria_frozen",
    ),
    row(
        "remove_criterion",
        "Remove a criterion",
        (CLERK, CHAIR, PANEL_CHAIR),
        BEFORE_SHORTLIST,
        "criteria_frozen",
    ),
    row(
        "settle_criteria",
        "Settle the person specification",
        (CLERK, CHAIR, PANEL_CHAIR),
        BEFORE_SHORTLIST,
        "criteria_frozen",
    ),
    row("name_acting_head", "Name an acting head", (CLERK, CHAIR), RUNNING, "acting_head"),
    row("end_acting_head", "Record the last day of an acting head",
        (CLERK, CHAIR), RUNNING | {Stage.WITHDRAWN, Stage.IN_POST}, "acting_head"),
    row("determine_pay", "Record the pay range that was determined",
        (CLERK, CHAIR), RUNNING, "pay_range"),
    row("keep_plan", "Keep a timetable as the plan", (CLERK, CHAIR), RUNNING),
    row("advertise", "Advertise the post", (CLERK,), at(Stage.PANEL_APPOINTED), "advertisement"),
    row(
        "decide_not_to_advertise",
        "Record the good reason not to advertise",
        (CLERK, CHAIR),
        at(Stage.PANEL_APPOINTED),
        "advertisement",
    ),
    row("extend_closing", "Extend the closing date", (CLERK,), at(Stage.ADVERTISED),
        "advertisement"),
    row("publish_again", "Publish the post again, with a changed specification",
        (CLERK, CHAIR), at(Stage.ADVERTISED), "criteria_frozen"),
    row(
        "record_undertaking",
        "Record a staff governor's undertaking",
        (CLERK,),
        RUNNING,
        "staff_governors",
    ),
    row(
        "enter_scheme",
        "Enter the trust's scheme of delegation",
        (CLERK,),
        RUNNING,
        "approval",
    ),
    # Meetings
    row("call_meeting", "Call a meeting", (CLERK,), RUNNING, "meeting_notice"),
    row("hold_meeting", "Record who was at a meeting", (CLERK,), RUNNING, "quorum"),
    row("minute_item", "Minute an item of a meeting", (CLERK,), RUNNING),
    row(
        "appoint_panel",
        "Record that the governing body appointed the panel",
        (CLERK, CHAIR),
        at(Stage.RECORDED),
        "panel_minimum",
    ),
    row(
        "change_panel",
        "Record that the governing body changed the panel",
        (CLERK, CHAIR),
        at(
            Stage.PANEL_APPOINTED,
            Stage.ADVERTISED,
            Stage.NO_RECOMMENDATION,
            Stage.NOT_APPROVED,
            Stage.REFUSED,
            Stage.FELL_THROUGH,
        ),
        "panel_changed_by_governing_body",
    ),
    row(
        "leave_panel",
        "Record that a member left the panel",
        (CLERK, *SELECTORS),
        RUNNING - {Stage.RECORDED},
        "panel_changed_by_governing_body",
    ),
    # Selection
    row("add_candidate", "Enter an application", (CLERK,), SELECTION),
    row("add_candidates", "Enter many applications from a spreadsheet", (CLERK,), SELECTION),
    row("record_history", "Record a candidate's employment history", (CLERK,), SELECTION),
    row("explain_gap", "Record what a candidate said of a gap", (CLERK,), SELECTION),
    row("add_paper", "Add a paper to an application", (CLERK,), SELECTION),
    row("release_paper", "Open a paper to the panel", (CLERK,), SELECTION),
    row("close_paper", "Close a paper that should not be read", (CLERK,), SELECTION),
    row("decide_scoring", "Record how the panel scores", (CLERK, PANEL_CHAIR), BEFORE_SCORES),
    row("open_names", "Open the names before the shortlist", (CLERK, PANEL_CHAIR),
        BEFORE_SCORES | {Stage.NO_RECOMMENDATION}),
    alone("score_candidate", "Score a candidate", (*SELECTORS, CLERK), WHILE_SCORED),
    alone("hand_in_scores", "Hand in scores", (*SELECTORS, CLERK), WHILE_SCORED),
    alone("confirm_scores", "Confirm scores that the clerk keyed in", SELECTORS, WHILE_SCORED),
    row("open_scores", "Open the sealed scores", (PANEL_CHAIR, CLERK), WHILE_SCORED),
    row("agree_scores", "Record the scores that the panel agreed", (PANEL_CHAIR, CLERK),
        WHILE_SCORED),
    row("longlist", "Record the longlist", (CLERK, PANEL_CHAIR), at(Stage.ADVERTISED)),
    row("count_equality_answers", "Add up equality answers", (CLERK,), RUNNING),
    row("withdraw_candidate", "Record that a candidate withdrew", (CLERK,), RUNNING),
    row(
        "shortlist",
        "Record the shortlist with its reasons",
        (CLERK, PANEL_CHAIR),
        at(Stage.ADVERTISED),
        "shortlisters",
    ),
    row(
        "extend_shortlist",
        "Extend the shortlist",
        (CLERK, PANEL_CHAIR),
        STOPPED_SHORT,
        "names_to_authority",
    ),
    row(
        "send_names",
        "Send the shortlisted names to the authority",
        (CLERK,),
        STOPPED_SHORT,
        "names_to_authority",
    ),
    row(
        "record_receipt",
        "Record when the authority received the names",
        (CLERK, OFFICER),
        AFTER_NAMES,
        "representations",
    ),
    row(
        "corroborate_receipt",
        "Corroborate the date of receipt for the authority",
        (OFFICER,),
        AFTER_NAMES,
        "representations",
    ),
    row(
        "contest_receipt",
        "Contest the date of receipt for the authority",
        (OFFICER,),
        AFTER_NAMES,
        "representations",
    ),
    row(
        "record_interviews",
        "Record the interviews",
        (CLERK, PANEL_CHAIR),
        STOPPED_SHORT,
        "trained_member",
    ),
    row("tell_candidate", "Record that a candidate was told the outcome", (CLERK,), ANY),
    # Advice
    row(
        "give_advice",
        "Record advice to the panel or the governing body",
        (ADVISER, CLERK),
        RUNNING,
        "adviser_attendance",
    ),
    row(
        "consider_advice",
        "Record that advice was considered",
        (CLERK, PANEL_CHAIR, CHAIR),
        RUNNING,
        "advice_considered",
    ),
    row(
        "record_opinion",
        "Record an opinion of a candidate",
        (ADVISER,),
        SELECTION | CHOSEN,
        "adviser_attendance",
    ),
    row(
        "make_no_representations",
        "Record that the authority makes no representations",
        (OFFICER, CLERK),
        AFTER_NAMES,
        "representations",
    ),
    row(
        "make_representations",
        "Make representations for the authority",
        (OFFICER, ADVISER, CLERK),
        AFTER_NAMES,
        "representations",
    ),
    row(
        "withdraw_representations",
        "Withdraw representations for the authority",
        (OFFICER, CLERK),
        AFTER_NAMES,
        "representations",
    ),
    row(
        "consider_representations",
        "Record that the panel considered representations",
        (CLERK, PANEL_CHAIR),
        AFTER_NAMES,
        "representations_considered",
    ),
    row(
        "give_reasons",
        "Give the panel's reasons to the governing body and the authority",
        (PANEL_CHAIR, CLERK),
        CHOSEN,
        "reasons_for_recommending",
    ),
    row(
        "put_reservations",
        "Put reservations in writing",
        (ADVISER,),
        at(Stage.INTERVIEWED) | CHOSEN,
        "advice_considered",
    ),
    row(
        "withdraw_reservations",
        "Withdraw your own reservations",
        (ADVISER,),
        RUNNING | {Stage.IN_POST},
    ),
    row("acknowledge_reservations", "Acknowledge reservations", (CLERK, CHAIR, PANEL_CHAIR), ANY),
    row(
        "consider_reservations",
        "Record that reservations were considered",
        (CLERK, CHAIR, PANEL_CHAIR),
        RUNNING,
        "advice_considered",
    ),
    # Appointment
    row("recommend", "Record the panel's recommendation",
        (PANEL_CHAIR, CLERK), at(Stage.INTERVIEWED), "representations_considered"),
    row("recommend_nobody", "Record that the panel recommends nobody",
        (PANEL_CHAIR, CLERK), SELECTION, "repeat_steps"),
    row("approve", "Record the governing body's approval",
        (CLERK, CHAIR), at(Stage.RECOMMENDED), "approval"),
    row("decline", "Record that the governing body declined",
        (CLERK, CHAIR), at(Stage.RECOMMENDED), "approval"),
    row("record_trust_decision", "Record the trust's decision on the recommendation",
        (CLERK,), at(Stage.RECOMMENDED), "approval"),
    row("record_consent", "Record a consent that the scheme of delegation asks for",
        (CLERK,), CHOSEN, "consents"),
    row("notify_approval", "Tell the authority of the approval",
        (CLERK,), at(Stage.APPROVED, Stage.APPOINTED, Stage.REFUSED), "appointer"),
    row("appoint", "Record the appointment", (OFFICER, CLERK), at(Stage.APPROVED), "appointer"),
    row("refuse", "Record the authority's refusal, with its ground",
        (OFFICER, CLERK), at(Stage.APPROVED), "refusal_grounds"),
    row("withdraw_appointment", "Withdraw the appointment because a check failed before an offer",
        (OFFICER, CLERK), at(Stage.APPOINTED), "offer_conditional"),
    row("make_offer", "Record the conditional offer",
        (OFFICER, CLERK), at(Stage.APPOINTED), "offer_conditional"),
    row("accept_offer", "Record that the offer was accepted", (CLERK, OFFICER), at(Stage.OFFERED)),
    row("decline_offer", "Record that the offer was declined", (CLERK, OFFICER), at(Stage.OFFERED)),
    row("withdraw_offer", "Withdraw the offer",
        (OFFICER, CLERK), at(Stage.OFFERED, Stage.ACCEPTED, Stage.CONFIRMED), "offer_conditional"),
    row("record_check", "Record a check", (CLERK, OFFICER), WHILE_CHECKED),
    row("undo_check", "Undo a check that was recorded wrongly", (CLERK, OFFICER), WHILE_CHECKED),
    row("assess_risk", "Record the risk assessment for a start before the certificate",
        (CLERK, CHAIR, OFFICER), at(Stage.OFFERED, Stage.ACCEPTED, Stage.CONFIRMED),
        "start_before_certificate"),
    row("confirm", "Confirm the appointment", (OFFICER, CLERK), at(Stage.ACCEPTED)),
    row("take_up_post", "Record that the new head took up the post", (CLERK,), at(Stage.CONFIRMED)),
    # Turns
    row("repeat_steps", "Repeat the panel's steps", (CLERK, CHAIR), REPEATABLE, "repeat_steps"),
    row("withdraw_recommendation", "Record that the panel took back its decision",
        (PANEL_CHAIR, CLERK), at(Stage.RECOMMENDED, Stage.NO_RECOMMENDATION)),
    row("rescind_decision", "Record that the governing body rescinded its decision",
        (CLERK, CHAIR), at(Stage.APPROVED, Stage.NOT_APPROVED), "approval"),
    row("record_trust_reversal", "Record that the trust reversed its decision",
        (CLERK,), at(Stage.APPROVED, Stage.NOT_APPROVED), "approval"),
    row("pause", "Pause the headship", (CLERK, CHAIR), RUNNING),
    row("resume", "Go on with a headship that was paused", (CLERK, CHAIR), RUNNING),
    row("withdraw_vacancy", "Withdraw the vacancy", (CLERK, CHAIR), RUNNING),
    # Documents
    row("draft_document", "Draft a document", (CLERK, PANEL_CHAIR, *AUTHORITY), ANY),
    row("edit_document", "Edit a draft", (CLERK, PANEL_CHAIR, *AUTHORITY), ANY),
    row("approve_document", "Approve a draft", (CLERK, CHAIR, PANEL_CHAIR, *AUTHORITY), ANY),
    row(
        "issue_document", "Issue an approved document", (CLERK, CHAIR, PANEL_CHAIR, *AUTHORITY), ANY
    ),
    row("record_sending", "Record that a document was sent", (CLERK, *AUTHORITY), ANY),
    row("revoke_document", "Revoke an issued document", (CLERK, *AUTHORITY), ANY),
    row("attach", "Keep a file with the case", (CLERK, *AUTHORITY), ANY),
)  # fmt: skip
