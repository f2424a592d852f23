"""England: how an external adviser works. All of it is practice, which only warns."""

from law.base import Confidence
from law.making import practice
from law.periods import Counting, Period, Unit

READ = Confidence.READ
INFERRED = Confidence.INFERRED

EVIDENCE_BEFORE = practice(
    "evidence_before",
    "The adviser has the evidence at least a week before the review.",
    value=Period(
        7, Unit.CALENDAR_DAYS, Counting.AFTER, event="receipt of the evidence", until="review"
    ),
    citation="Practice of dioceses, in a secondary source",
    confidence=READ,
    note="So what comes on a Monday is in time for a review on the Monday after.",
)
ADVICE_IN_WRITING = practice(
    "advice_in_writing",
    "The adviser gives advice in writing, once on the objectives and once on the appraisal.",
    value=True,
    citation="Practice of external advisers, in secondary sources",
    confidence=READ,
    note="The Regulations ask that the adviser be consulted, not how.",
)
ADVICE_COVERS = practice(
    "advice_covers",
    "The advice on the appraisal judges each objective with its evidence and what bore on it, and "
    "performance against the standards; it names needs for development and drafts new objectives.",
    value=(
        "each objective, with evidence and what bore on it",
        "performance against the standards",
        "needs for development",
        "new objectives in draft, with criteria of success and points at which to monitor",
        "pay, where the policy asks for advice on it",
    ),
    citation="Practice of external advisers, in secondary sources",
    confidence=READ,
    note="It is marked confidential. The governors, not the adviser, own the report and decide.",
)
ADVISER_PAPER = practice(
    "adviser_paper",
    "The adviser's paper comes within seven working days of each visit.",
    value=Period(7, Unit.WORKING_DAYS, Counting.AFTER, event="the visit"),
    citation="Practice of one provider of external advisers, in a secondary source",
    confidence=READ,
    note="There are usually three visits: to set objectives, at mid-year, and to review.",
)
REASONS_FOR_DEPARTING = practice(
    "reasons_for_departing",
    "Governors who depart from the adviser's advice record their reasons in writing.",
    value=True,
    citation="Practice of governing bodies, after the duty to consult the adviser",
    confidence=INFERRED,
    note="No law asks for it; without it nothing shows that the advice was considered.",
)
SYSTEM_ADVICE = practice(
    "system_advice",
    "Once a year the adviser advises the governing body in writing on how the school's performance "
    "management works as a whole, without anything of the head's own objectives or findings.",
    value=True,
    citation="Practice of external advisers, after the duty to adopt a policy on appraisal",
    confidence=INFERRED,
    note="No law asks for it. The governing body answers for the policy and for its keeping.",
)
