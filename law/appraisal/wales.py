"""Wales: the maintained schools, under Part 2 of the Appraisal Regulations of 2011.

There is no external adviser: appraisers decide, of whom the governing body appoints at least two
and the authority may appoint one or two. A school with a religious character has a foundation
governor and may have somebody of the diocese among them, and another body for an appeal; an aided
school without one has only the foundation governor. The review is in `wales_review`.
"""

from dataclasses import replace
from datetime import date

from law.appraisal import wales_review as review
from law.appraisal.kept import ASSURANCE_WITHOUT_DETAIL, EVIDENCE
from law.appraisal.scheme import Covered, Cycle, DayOfYear, Scheme
from law.appraisal.sources import HELD_FROM, WALES_BEGAN, welsh
from law.base import Confidence
from law.making import statute

READ = Confidence.READ

WITHOUT = Scheme(
    key="wales-maintained",
    name="Appraisal of the head: schools in Wales without a religious character",
    nation="wales",
    categories=frozenset(
        {
            "community",
            "voluntary_controlled",
            "foundation",
            "community_special",
            "foundation_special",
            "nursery",
        }
    ),
    religious_character=False,
    since=HELD_FROM,
    note="The Regulations are held as they were made; whether they were amended was not found.",
    # The frame
    policy=statute(
        "policy",
        "The governing body, the head and the authority settle a performance management policy.",
        value=True,
        citation=welsh("regulation 5"),
        confidence=READ,
        since=WALES_BEGAN,
        note="Read in the explanatory note.",
    ),
    policy_report=statute(
        "policy_report",
        "Every year the head reports in writing to the governing body on how well the procedures "
        "for appraisal work.",
        value=True,
        citation=welsh("regulation 5"),
        confidence=READ,
        since=WALES_BEGAN,
        note="Read in the explanatory note.",
    ),
    covered=statute(
        "covered",
        "A head, an acting head too, is appraised who is employed for one term or more and is not "
        "in induction.",
        value=Covered(1, frozenset({"induction"})),
        citation=welsh("regulation 3"),
        confidence=READ,
        since=WALES_BEGAN,
        note="That short contracts are left out is read in Welsh; that these are of less than a "
        "term, and that induction is left out too, in a school's policy.",
    ),
    cycle=statute(
        "cycle",
        "The appraisal cycle lasts one year and begins after 1 September and before 31 December, "
        "unless the authority has it otherwise.",
        value=Cycle(12, DayOfYear(9, 1), DayOfYear(12, 31)),
        citation=welsh("regulation 8(2)"),
        confidence=READ,
        since=WALES_BEGAN,
        note="The words of the exceptions, here and in regulation 9, were not read in full. The "
        "governing body determines when the cycle begins.",
    ),
    # Who
    governors_minimum=statute(
        "governors_minimum",
        "The governing body must appoint at least two governors as appraisers.",
        value=2,
        citation=welsh("regulation 7(1)"),
        confidence=READ,
        since=WALES_BEGAN,
        note="It may replace one of them at any time: regulation 7(2). An associate member is not "
        "a governor.",
    ),
    appraisers_exclude=statute(
        "appraisers_exclude",
        "No governor who is a teacher or otherwise on the staff of the school may be an appraiser "
        "of the head.",
        value=frozenset({"head", "teacher", "staff_governor"}),
        citation=welsh("regulation 7(3)"),
        confidence=READ,
        since=WALES_BEGAN,
    ),
    authority_appraisers=statute(
        "authority_appraisers",
        "The authority may appoint one or two appraisers.",
        value=2,
        citation=welsh("regulation 7(4)"),
        confidence=READ,
        since=WALES_BEGAN,
        note="It need not. Its appraisers decide with the others; they do not merely advise.",
    ),
    authority_appraiser_changed=statute(
        "authority_appraiser_changed",
        "The governing body may at any time ask the authority for another appraiser in place of "
        "one of the authority's. The authority decides; if it refuses, it gives its reasons in "
        "writing.",
        value=True,
        citation=welsh("regulation 7(5)"),
        confidence=READ,
        since=WALES_BEGAN,
    ),
    # Objectives
    standards_for_heads=statute(
        "standards_for_heads",
        "The objectives relate to the professional standards that the Welsh Ministers specify.",
        value=("Professional Standards for Teaching and Leadership",),
        citation=welsh("regulation 12(1)(e)"),
        confidence=READ,
        since=date(2018, 9, 1),
        note="Which standards these are is read in secondary sources; the day is recalled.",
    ),
    planning_meeting=statute(
        "planning_meeting",
        "Before or at the start of the cycle, all the appraisers and the head meet to plan the "
        "appraisal and to seek to agree objectives.",
        value=True,
        citation=welsh("regulation 12(1)"),
        confidence=READ,
        since=WALES_BEGAN,
        note="It may be combined with the review of the cycle before: read for other teachers.",
    ),
    objectives_contribute=statute(
        "objectives_contribute",
        "Each objective must be such that to achieve it helps to improve the progress of the "
        "pupils.",
        value=("progress of the pupils",),
        citation=welsh("regulation 12(3)"),
        confidence=READ,
        since=WALES_BEGAN,
    ),
    objectives_relate=statute(
        "objectives_relate",
        "The objectives relate to leading and managing the school, the job description, the "
        "criteria for pay, the plan for improving the school, the professional standards and the "
        "national priorities, as far as there are any.",
        value=(
            "leading and managing the school",
            "job description",
            "criteria for pay, if there are any",
            "plan for improving the school",
            "professional standards for heads",
            "national priorities, if there are any",
        ),
        citation=welsh("regulation 12(1)(a) to (f)"),
        confidence=READ,
        since=WALES_BEGAN,
        note="They may take account of the head's own hopes for a career: regulation 12(2).",
    ),
    performance_information=statute(
        "performance_information",
        "The objectives take account of evidence on which the appraisers and the head agree, or "
        "else the appraisers decide; the school's performance information is always part of it.",
        value=True,
        citation=welsh("regulation 12(1)"),
        confidence=READ,
        since=WALES_BEGAN,
    ),
    objectives_not_agreed=statute(
        "objectives_not_agreed",
        "If objectives are not agreed, the appraisers set them in writing, and the head may add "
        "comments in writing.",
        value=True,
        citation=welsh("regulation 12(4)"),
        confidence=READ,
        since=WALES_BEGAN,
    ),
    statement_of_objectives=statute(
        "statement_of_objectives",
        "The objectives, agreed or set, are recorded in a written statement of objectives, with "
        "the head's comments.",
        value=True,
        citation=welsh("regulation 12(5)"),
        confidence=READ,
        since=WALES_BEGAN,
    ),
    support_determined_by=statute(
        "support_determined_by",
        "The appraisers and the head seek to agree on the support that the head needs; if they "
        "cannot, the authority determines it.",
        value="authority",
        citation=welsh("regulation 12(6)"),
        confidence=READ,
        since=WALES_BEGAN,
    ),
    # Through the year
    head_keeps_record=statute(
        "head_keeps_record",
        "The head keeps a record up to date throughout the cycle.",
        value=True,
        citation=welsh("regulation 12(7)"),
        confidence=READ,
        since=WALES_BEGAN,
        note="What the record must contain was not read.",
    ),
    monitoring_procedures=statute(
        "monitoring_procedures",
        "In the planning meeting the appraisers and the head seek to agree how performance is "
        "monitored; if they do not, the appraisers set it down in writing.",
        value=True,
        citation=welsh("regulation 14(1) and (2)"),
        confidence=READ,
        since=WALES_BEGAN,
        note="Read in Welsh.",
    ),
    information_from_others=statute(
        "information_from_others",
        "An appraiser must not obtain information on the head's performance from anybody else, in "
        "writing or by word of mouth, unless the head consents or those procedures provide for it.",
        value=True,
        citation=welsh("regulation 14(3) and (4)"),
        confidence=READ,
        since=WALES_BEGAN,
        note="Read in Welsh. What an appraiser is entitled to under another provision of these "
        "Regulations is not touched.",
    ),
    # The review, who is told, appeal, keeping
    evidence=EVIDENCE,
    assessed=review.ASSESSED,
    counting=review.COUNTING,
    counting_back=review.COUNTING_BACK,
    review_notice=review.REVIEW_NOTICE,
    record_before_review=review.RECORD_BEFORE_REVIEW,
    statement=review.STATEMENT,
    annex=review.ANNEX,
    statement_copy=review.STATEMENT_COPY,
    comments=review.COMMENTS,
    statement_to=review.STATEMENT_TO,
    statement_on_request=review.STATEMENT_ON_REQUEST,
    statement_from_chair=review.STATEMENT_FROM_CHAIR,
    objectives_to_new_appraiser=review.OBJECTIVES_TO_NEW_APPRAISER,
    annex_to_planner=review.ANNEX_TO_PLANNER,
    assurance_without_detail=ASSURANCE_WITHOUT_DETAIL,
    appeal=review.APPEAL,
    appeals_officers=review.APPEALS_OFFICERS,
    appeal_papers=review.APPEAL_PAPERS,
    appeal_decided=review.APPEAL_DECIDED,
    retention=review.THREE_YEARS,
)

AIDED_WITHOUT = replace(
    WITHOUT,
    key="wales-aided",
    name="Appraisal of the head: aided schools in Wales without a religious character",
    categories=frozenset({"voluntary_aided"}),
    foundation_governor=statute(
        "foundation_governor",
        "At least one of the governors who appraise is a foundation governor.",
        value=1,
        citation=welsh("regulation 7(1)"),
        confidence=READ,
        since=WALES_BEGAN,
    ),
)

RELIGIOUS = replace(
    AIDED_WITHOUT,
    key="wales-religious",
    name="Appraisal of the head: schools in Wales with a religious character",
    categories=frozenset(
        {"voluntary_aided", "voluntary_controlled", "foundation", "foundation_special"}
    ),
    religious_character=True,
    diocesan_appraiser=statute(
        "diocesan_appraiser",
        "The diocesan authority may appoint one appraiser.",
        value=1,
        citation=welsh("regulation 7(6)"),
        confidence=READ,
        since=WALES_BEGAN,
        note="It need not.",
    ),
    appeals_officers=review.APPEALS_OFFICERS_RELIGIOUS,
)

WALES_SCHEMES = (WITHOUT, AIDED_WITHOUT, RELIGIOUS)
