"""What a head may be paid: the range, and what it takes to go beyond the limit of the group."""

from fractions import Fraction

from law.base import Confidence
from law.making import FROM_THE_START, practice, statute
from law.sources import PAY_DOCUMENT, PAY_DOCUMENT_BEGAN

THREE_STAGES = (
    "define the post and determine the head's group",
    "set the pay range",
    "set the starting salary",
)

GROUPS = 8
"""How many head's groups there are: see the note of the rule on the range."""

DOCUMENT = f"{PAY_DOCUMENT}, Part 2, paragraph 9"

ENGLAND_RANGE = statute(
    "pay_range",
    "The head's pay is determined in three stages: the post and the head's group, the pay range, "
    "the starting salary. The range does not normally go above the maximum of the group.",
    value=THREE_STAGES,
    citation=DOCUMENT,
    confidence=Confidence.RECALLED_HIGH,
    since=PAY_DOCUMENT_BEGAN,
    note="The three stages and the headings are read; the detail and the number of the paragraph "
    "are recalled. There are eight groups.",
)
ENGLAND_LIMIT = statute(
    "pay_limit",
    "The head's pay goes more than a quarter above the maximum of the group only in exceptional "
    "circumstances, on a business case, and with external independent advice, by a decision of "
    "the full governing body.",
    value=Fraction(1, 4),
    citation=DOCUMENT,
    confidence=Confidence.RECALLED_HIGH,
    since=PAY_DOCUMENT_BEGAN,
    note="The headings are read; the detail is recalled.",
)

ACADEMY_RANGE = practice(
    "pay_range",
    "The head is paid within a range that is determined by the trust's pay policy.",
    value=("determine the range by the trust's policy", "set the starting salary"),
    citation="Practice of trusts: the trust's pay policy",
    confidence=Confidence.INFERRED,
    note="The pay document of the maintained schools does not bind an academy, unless the trust "
    "or a contract has taken it over.",
)
WALES_RANGE = statute(
    "pay_range",
    "The governing body determines an individual school range of seven consecutive points for the "
    "head.",
    value=("determine the individual school range", "set the starting point"),
    citation="School Teachers' Pay and Conditions (Wales) Document (number not known)",
    confidence=Confidence.RECALLED_HIGH,
    since=FROM_THE_START,
    note="That the individual school range is in use is read; the seven points are recalled.",
)
