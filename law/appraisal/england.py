"""England: the maintained schools, under the Appraisal Regulations of 2012.

The governing body appraises, and an external adviser advises it. What the Regulations leave open,
such as how many governors sit, is practice, and said to be.
"""

from dataclasses import replace
from datetime import date

from law.appraisal.england_advice import (
    ADVICE_COVERS,
    ADVICE_IN_WRITING,
    ADVISER_PAPER,
    EVIDENCE_BEFORE,
    REASONS_FOR_DEPARTING,
    SYSTEM_ADVICE,
)
from law.appraisal.england_pay import (
    NO_LONGER_BY_PERFORMANCE,
    PAY_BY_PERFORMANCE,
    PAY_DECIDED_BY_OTHERS,
    PAY_RECOMMENDATION,
    PAY_STATEMENT,
    SALARY_REVIEW,
)
from law.appraisal.kept import ASSURANCE_WITHOUT_DETAIL, EVIDENCE, SIX_YEARS
from law.appraisal.scheme import Covered, Cycle, Scheme
from law.appraisal.sources import ENGLAND_BEGAN, HELD_FROM, english
from law.base import Confidence
from law.making import practice, statute
from law.sources import ENGLAND_GOVERNANCE_BEGAN, england_governance

READ = Confidence.READ
RECALLED_HIGH = Confidence.RECALLED_HIGH
RECALLED_MEDIUM = Confidence.RECALLED_MEDIUM

PAY_FREED = date(2024, 9, 1)
"""From this day pay need no longer follow performance."""

MAINTAINED = Scheme(
    key="england-maintained",
    name="Appraisal of the head: maintained schools in England",
    nation="england",
    categories=frozenset(
        {
            "community",
            "voluntary_controlled",
            "voluntary_aided",
            "foundation",
            "community_special",
            "foundation_special",
            "nursery",
        }
    ),
    since=HELD_FROM,
    note="Pay had to follow performance.",
    # The frame
    policy=statute(
        "policy",
        "The governing body adopts a policy on appraisal and makes it available.",
        value=True,
        citation=english("regulation 3"),
        confidence=READ,
        since=ENGLAND_BEGAN,
        note="Read in a secondary source.",
    ),
    covered=statute(
        "covered",
        "A head is appraised who is employed for one term or more, and is neither in induction nor "
        "in capability proceedings.",
        value=Covered(1, frozenset({"induction", "capability"})),
        citation=english("regulation 1"),
        confidence=READ,
        since=ENGLAND_BEGAN,
        note="Read in a secondary source.",
    ),
    cycle=statute(
        "cycle",
        "The appraisal period is normally twelve months; the governing body sets it.",
        value=Cycle(12),
        citation=english("regulation 5"),
        confidence=READ,
        since=ENGLAND_BEGAN,
        note="Read in a secondary source. The governing body may determine another length.",
    ),
    # Who
    external_adviser=statute(
        "external_adviser",
        "The governing body must appoint an external adviser, to advise and support it in the "
        "appraisal of the head.",
        value=True,
        citation=english("regulation 4"),
        confidence=READ,
        since=ENGLAND_BEGAN,
        note="Read in a secondary source.",
    ),
    governors_minimum=practice(
        "governors_minimum",
        "At least two governors appraise the head.",
        value=2,
        citation="Practice of governing bodies and dioceses, in secondary sources",
        confidence=READ,
        note="The Regulations fix no number.",
    ),
    governors_maximum=practice(
        "governors_maximum",
        "No more than three governors appraise the head; three are preferred.",
        value=3,
        citation="Practice of governing bodies and dioceses, in secondary sources",
        confidence=READ,
        note="The chair of governors is usually one of them.",
    ),
    appraisers_exclude=statute(
        "appraisers_exclude",
        "Neither the head nor a governor who is paid to work at the school takes part in the "
        "appraisal.",
        value=frozenset({"head", "staff_governor"}),
        citation=england_governance("regulation 16 and Schedule 1"),
        confidence=RECALLED_MEDIUM,
        since=ENGLAND_GOVERNANCE_BEGAN,
        note="Guides give it as practice. That whoever is paid to work at the school withdraws "
        "where the pay or appraisal of somebody employed there is considered is recalled.",
    ),
    objection=practice(
        "objection",
        "The head may object, with a reason, to a particular governor as appraiser, and the "
        "governing body considers the objection.",
        value=True,
        citation="Practice of governing bodies, in a secondary source",
        confidence=READ,
    ),
    # Objectives
    standards_told=statute(
        "standards_told",
        "Before the period starts, or as soon as practicable after, the governing body tells the "
        "head the standards by which performance will be assessed.",
        value=True,
        citation=english("regulation 6(1)(a)"),
        confidence=READ,
        since=ENGLAND_BEGAN,
    ),
    standards=statute(
        "standards",
        "The standards include the Teachers' Standards.",
        value=("Teachers' Standards",),
        citation=english("regulation 6"),
        confidence=RECALLED_HIGH,
        since=ENGLAND_BEGAN,
        note="That the standards are in use is read; that they must be is recalled.",
    ),
    standards_for_heads=practice(
        "standards_for_heads",
        "The Headteachers' Standards 2020 are used beside them; they are not statutory.",
        value=("Headteachers' Standards 2020",),
        citation="Practice of governing bodies: Headteachers' Standards 2020, a guidance document",
        confidence=READ,
        since=date(2020, 10, 13),
        note="The day of their publication is recalled.",
    ),
    objectives_set=statute(
        "objectives_set",
        "Before the period starts, or as soon as practicable after, the governing body sets the "
        "head's objectives for it.",
        value=True,
        citation=english("regulation 6(1)(b)"),
        confidence=READ,
        since=ENGLAND_BEGAN,
    ),
    adviser_consulted_on_objectives=statute(
        "adviser_consulted_on_objectives",
        "The governing body must consult the external adviser when it sets the objectives.",
        value=True,
        citation=english("regulation 6(2)"),
        confidence=READ,
        since=ENGLAND_BEGAN,
        note="To consult is to hear the advice before the objectives are settled.",
    ),
    objectives_contribute=statute(
        "objectives_contribute",
        "Each objective must be such that to achieve it helps to improve the education of the "
        "pupils and to carry out the governing body's plan for improving the school.",
        value=("education of the pupils", "plan for improving the school"),
        citation=english("regulation 6(5)"),
        confidence=READ,
        since=ENGLAND_BEGAN,
    ),
    # Advice
    evidence=EVIDENCE,
    evidence_before=EVIDENCE_BEFORE,
    advice_in_writing=ADVICE_IN_WRITING,
    advice_covers=ADVICE_COVERS,
    adviser_paper=ADVISER_PAPER,
    adviser_consulted_on_appraisal=statute(
        "adviser_consulted_on_appraisal",
        "The governing body appraises the head, and must consult the external adviser when it "
        "does.",
        value=True,
        citation=english("regulation 7(1) and (2)"),
        confidence=READ,
        since=ENGLAND_BEGAN,
        note="This is another consultation than that on the objectives.",
    ),
    reasons_for_departing=REASONS_FOR_DEPARTING,
    system_advice=SYSTEM_ADVICE,
    # The review
    assessed=statute(
        "assessed",
        "The governing body assesses performance against the standards and the objectives, and the "
        "needs for development with what is to be done about them; where it is relevant, it "
        "recommends on pay.",
        value=("performance against the standards", "performance against the objectives",
               "needs for development, and action", "recommendation on pay, where relevant"),
        citation=english("regulation 7(6)"),
        confidence=READ,
        since=ENGLAND_BEGAN,
    ),
    report=statute(
        "report",
        "As soon as practicable after the end of the period, the head is given a written report "
        "of the appraisal.",
        value=True,
        citation=english("regulation 8"),
        confidence=RECALLED_HIGH,
        since=ENGLAND_BEGAN,
        note="What the report contains is read; the number of the regulation is recalled.",
    ),
    report_contains=statute(
        "report_contains",
        "The report contains the assessment, the needs for development with what is to be done "
        "about them and, where it is relevant, a recommendation on pay.",
        value=("assessment", "needs for development, and action",
               "recommendation on pay, where relevant"),
        citation=english("regulation 8"),
        confidence=RECALLED_HIGH,
        since=ENGLAND_BEGAN,
        note="Read in a secondary source; the number of the regulation is recalled.",
    ),
    # Pay
    pay_recommendation=PAY_RECOMMENDATION,
    pay_follows_performance=PAY_BY_PERFORMANCE,
    pay_decided_by_others=PAY_DECIDED_BY_OTHERS,
    salary_review=SALARY_REVIEW,
    pay_statement=PAY_STATEMENT,
    # Who is told, appeal, keeping
    assurance_without_detail=ASSURANCE_WITHOUT_DETAIL,
    appeal_by_policy=practice(
        "appeal_by_policy",
        "An appeal is made as the school's policies on appraisal and on pay provide.",
        value=True,
        citation=f"Practice of governing bodies: {english('which have no appeal')}",
        confidence=RECALLED_HIGH,
        note="The pay document and the policy on pay give an appeal against a decision on pay.",
    ),
    retention=SIX_YEARS,
)  # fmt: skip

MAINTAINED_EDITIONS = (
    MAINTAINED,
    replace(
        MAINTAINED,
        since=PAY_FREED,
        note="Pay need no longer follow performance.",
        pay_follows_performance=NO_LONGER_BY_PERFORMANCE,
    ),
)
