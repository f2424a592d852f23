"""THE permission table of performance management: who may do or see what, and at which stages.

Printed to docs/permissions.md. Grants say which role a person has on a cycle; this says what the
role can do. A governor who is no appraiser has no role, and so learns nothing of the cycle.
"""

from casework.policy import Capability, table
from governance.stages import (
    ANY,
    BEFORE_OBJECTIVES,
    BEFORE_REVIEW,
    ENDINGS,
    KEPT,
    RUNNING,
    Stage,
)

CLERK, CHAIR, APPRAISER, HEAD = "clerk", "chair", "appraiser", "head"
ADVISER, DECIDER, APPEALS, OFFICER = "adviser", "decider", "appeals_officer", "officer"

OFFICES = (CLERK, CHAIR)
IN_THE_ROOM = (APPRAISER, HEAD, ADVISER)
EVERYBODY = (CLERK, CHAIR, APPRAISER, HEAD, ADVISER, DECIDER, APPEALS, OFFICER)
ONCE_REPORTED = frozenset({Stage.REPORTED, Stage.APPEALED, Stage.CLOSED})
ONCE_REVIEWED = ONCE_REPORTED | {Stage.REVIEWED}
WITH_OBJECTIVES = BEFORE_REVIEW - {Stage.RECORDED}


def row(
    key: str,
    sentence: str,
    roles: tuple[str, ...],
    stages: frozenset[Stage],
    provision: str = "",
) -> Capability:
    """Return one row of the table."""
    return Capability(key=key, sentence=sentence, roles=roles, stages=stages, provision=provision)


def at(*stages: Stage) -> frozenset[Stage]:
    """Return the stages as a set."""
    return frozenset(stages)


TABLE = table(
    # To see
    row("see_cycle", "See the cycle, its stage and its dates", EVERYBODY, ANY),
    row("see_people", "See the appraisers and the adviser",
        (CLERK, CHAIR, APPRAISER, HEAD, ADVISER, APPEALS), KEPT),
    row("see_objectives", "See the objectives and how they go", (*IN_THE_ROOM, APPEALS), KEPT),
    row("see_advice", "See the adviser's advice", (APPRAISER, ADVISER), KEPT),
    row("see_system_advice", "See the adviser's advice on the whole system",
        (CLERK, CHAIR, *IN_THE_ROOM), KEPT),
    row("see_review", "See the review while it is written", (APPRAISER, ADVISER), ONCE_REVIEWED),
    row("see_report", "See the report or statement",
        (CHAIR, *IN_THE_ROOM, DECIDER, APPEALS), ONCE_REPORTED),
    row("see_pay", "See the recommendation on pay and, the head once told of it, the decision",
        (CHAIR, APPRAISER, HEAD, ADVISER, DECIDER), ONCE_REPORTED),
    row("see_pay_while_written", "See the same while the report is written",
        (CHAIR, APPRAISER, ADVISER, DECIDER), at(Stage.REVIEWED)),
    row("see_appeal", "See the appeal", (CLERK, CHAIR, HEAD, APPRAISER, APPEALS), ONCE_REPORTED),
    row("see_appeal_papers", "See the papers of an appeal, once it is decided too",
        (CLERK, CHAIR, HEAD, APPRAISER, APPEALS), KEPT),
    row("see_objections", "See what was decided on an objection to an appraiser",
        (CLERK, CHAIR, APPRAISER, HEAD), KEPT),
    row("see_documents", "See the documents of the case, each kind as the table of documents says",
        EVERYBODY, KEPT),
    row("see_record", "See the record of events", (CHAIR, APPRAISER), ANY),
    # People
    row("engage_adviser", "Engage the external adviser", OFFICES, BEFORE_REVIEW,
        "external_adviser"),
    row("end_engagement", "End the engagement of the adviser", OFFICES, RUNNING,
        "external_adviser"),
    row("appoint_appraisers", "Appoint the governors who appraise", OFFICES, BEFORE_OBJECTIVES,
        "governors_minimum"),
    row("appoint_another", "Appoint one more governor to appraise", OFFICES, WITH_OBJECTIVES,
        "governors_minimum"),
    row("add_appraiser", "Record an appraiser of the authority or the diocese",
        (*OFFICES, OFFICER), WITH_OBJECTIVES, "authority_appraisers"),
    row("change_appraiser", "Put another governor in the place of an appraiser", OFFICES,
        WITH_OBJECTIVES, "governors_minimum"),
    row("object_to_appraiser", "Object to an appraiser, or ask for another", (HEAD, CLERK),
        WITH_OBJECTIVES, "objection"),
    row("decide_objection", "Decide on an objection to an appraiser", OFFICES, WITH_OBJECTIVES,
        "objection"),
    row("give_part", "Give a part to somebody who has cause for one", OFFICES, RUNNING),
    row("end_part", "Take back a part that was given", OFFICES, RUNNING),
    # Objectives
    row("tell_standards", "Tell the head the standards", (CHAIR, APPRAISER, CLERK),
        WITH_OBJECTIVES, "standards_told"),
    row("add_objective", "Write an objective", (APPRAISER,), WITH_OBJECTIVES,
        "objectives_contribute"),
    row("change_objective", "Change an objective", (APPRAISER,), WITH_OBJECTIVES,
        "objectives_contribute"),
    row("drop_objective", "Drop an objective", (APPRAISER,), WITH_OBJECTIVES,
        "objectives_contribute"),
    row("consult_adviser", "Record a consultation of the adviser", (APPRAISER, ADVISER),
        WITH_OBJECTIVES, "external_adviser"),
    row("answer_advice", "Record whether the advice was followed", (APPRAISER,),
        RUNNING - {Stage.RECORDED}, "reasons_for_departing"),
    row("give_advice", "Give advice in writing", (ADVISER,), WITH_OBJECTIVES,
        "advice_in_writing"),
    row("advise_on_system", "Advise on the school's performance management as a whole",
        (ADVISER,), RUNNING, "system_advice"),
    row("hold_planning_meeting", "Record the planning meeting", (APPRAISER, CLERK),
        at(Stage.APPRAISERS_APPOINTED), "planning_meeting"),
    row("set_objectives", "Set the objectives", (APPRAISER,), WITH_OBJECTIVES, "objectives_set"),
    row("settle_support", "Record the support for the head", (APPRAISER, OFFICER),
        WITH_OBJECTIVES, "support_determined_by"),
    row("settle_monitoring", "Record the monitoring procedures", (APPRAISER,), WITH_OBJECTIVES,
        "monitoring_procedures"),
    # Through the year
    row("note_progress", "Note how an objective goes", (APPRAISER,), at(Stage.OBJECTIVES_SET)),
    row("seek_information", "Record information sought from others", (APPRAISER,),
        at(Stage.OBJECTIVES_SET), "information_from_others"),
    row("receive_evidence", "Record that the evidence or the head's record is in",
        (APPRAISER, HEAD, CLERK), at(Stage.OBJECTIVES_SET), "evidence"),
    # The review
    row("give_notice_of_review", "Give the head notice of the review", (CLERK, APPRAISER),
        at(Stage.OBJECTIVES_SET), "review_notice"),
    row("review", "Record the review", (APPRAISER,), at(Stage.OBJECTIVES_SET), "assessed"),
    row("give_report", "Give the head the report or statement", (APPRAISER,), at(Stage.REVIEWED),
        "report"),
    row("comment", "Comment on the report or statement", (HEAD,), at(Stage.REPORTED), "comments"),
    row("hand_over", "Give a paper to somebody entitled to it", (CHAIR, APPRAISER),
        ONCE_REPORTED | {Stage.OBJECTIVES_SET},
        "statement_to"),
    row("assure_governors", "Assure the governing body, without detail", (CHAIR, APPRAISER),
        ONCE_REPORTED, "assurance_without_detail"),
    # Pay
    row("recommend_pay", "Recommend pay", (APPRAISER,), at(Stage.REVIEWED, Stage.REPORTED),
        "pay_recommendation"),
    row("decide_pay", "Record the decision on pay", (DECIDER, CHAIR),
        at(Stage.REVIEWED, Stage.REPORTED), "pay_decided_by_others"),
    row("tell_pay", "Record that the head was told of the pay", (CLERK, CHAIR),
        at(Stage.REVIEWED, Stage.REPORTED), "pay_statement"),
    row("appeal_pay", "Appeal against the decision on pay", (HEAD,), at(Stage.REPORTED),
        "appeal_by_policy"),
    row("decide_pay_appeal", "Record the outcome of the appeal on pay", OFFICES,
        at(Stage.REPORTED), "appeal_by_policy"),
    # The appeal
    row("appeal", "Appeal against the statement", (HEAD,), at(Stage.REPORTED), "appeal"),
    row("name_appeals_officers", "Name the appeals officers", OFFICES, at(Stage.APPEALED),
        "appeals_officers"),
    row("send_appeal_papers", "Record that the appeals officers have the papers", OFFICES,
        at(Stage.APPEALED), "appeal_papers"),
    row("decide_appeal", "Record the decision on the appeal", (APPEALS, CLERK),
        at(Stage.APPEALED), "appeal_decided"),
    # The end
    row("close", "Close the cycle", OFFICES, at(Stage.REPORTED)),
    row("end_early", "End the cycle before its time", OFFICES, RUNNING, "cycle"),
    row("dispose_of_papers", "Dispose of the papers of the cycle", OFFICES, ENDINGS, "retention"),
    row("change_dates", "Change the dates of the cycle", OFFICES, BEFORE_REVIEW, "cycle"),
    # Papers
    row("draft_document", "Draft a document", EVERYBODY, KEPT),
    row("edit_document", "Edit a draft", EVERYBODY, KEPT),
    row("approve_document", "Approve a draft", EVERYBODY, KEPT),
    row("issue_document", "Issue an approved document", EVERYBODY, KEPT),
    row("record_sending", "Record that a document was sent", EVERYBODY, KEPT),
    row("revoke_document", "Revoke an issued document", EVERYBODY, KEPT),
)  # fmt: skip
