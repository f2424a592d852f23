"""What both nations have alike: the evidence asked for, what the governing body hears, keeping."""

from law.base import Confidence, Rule, Strength
from law.making import FROM_THE_START, house, practice
from law.periods import Months

EVIDENCE = practice(
    "evidence",
    "Before the review the papers are gathered that the year was about.",
    value=(
        "last objectives",
        "monitoring during the year",
        "data on performance",
        "plan for improving the school",
        "last inspection report",
        "plan after inspection",
        "the head's own evaluation, if there is one",
    ),
    citation="Practice of advisers, in a secondary source",
    confidence=Confidence.READ,
)
ASSURANCE_WITHOUT_DETAIL = house(
    "assurance_without_detail",
    "The governing body as a whole hears that the appraisal is done and in order, and nothing of "
    "the objectives, the assessment or the person's pay.",
    serving="the confidence in which an appraisal is held",
    note="Governors who decide on pay, or hear an appeal, are given what they need for it.",
)
END_OF_CYCLE = "the end of the cycle"
NEXT_STATEMENT = "the next statement"
"""From what the time runs for which papers are kept."""

SIX_YEARS = Rule(
    key="retention",
    says="The papers of an appraisal are kept for six years from the end of the cycle.",
    value=Months(72, END_OF_CYCLE),
    citation="House rule of Headship, for the six years in which a claim can be brought on a "
    "contract: Limitation Act 1980, section 5",
    strength=Strength.HOUSE,
    confidence=Confidence.RECALLED_HIGH,
    since=FROM_THE_START,
    note="The figure is ours: no Regulations in England say how long. Pay is a matter of contract, "
    "and the appraisal is its evidence.",
)
