"""What is kept of those who apply, how long, and what they may ask: for every nation alike."""

from datetime import date

from law.base import Confidence, Rule, Strength
from law.equality import EQUALITY
from law.making import FROM_THE_START, statute
from law.periods import Months

FROM_THE_END = "the day on which the appointment is made or the vacancy withdrawn"
SMALL_COUNT = Rule(
    key="small_count",
    says="A count of equality answers that is below the figure is not shown, nor another by which "
    "it could be worked out. What is not shown of one question adds up to the figure or more.",
    value=5,
    citation="House rule of Headship, so that nobody can be recognised in a count",
    strength=Strength.HOUSE,
    confidence=Confidence.READ,
    since=FROM_THE_START,
    note="No enactment gives a figure.",
)
FEWEST_FORMS = Rule(
    key="fewest_forms",
    says="Where fewer equality forms were counted than the figure, no answer is shown.",
    value=2 * SMALL_COUNT.value,
    citation="House rule of Headship, so that nobody can be recognised in a count",
    strength=Strength.HOUSE,
    confidence=Confidence.READ,
    since=FROM_THE_START,
    note="No enactment gives a figure. It is twice the count that is not shown.",
)
RETENTION = Rule(
    key="applicant_retention",
    says="The papers of those who are not appointed are kept for twelve months: claims about "
    "recruitment are normally brought within months, and a year leaves room for one brought late.",
    value=Months(12, FROM_THE_END),
    citation="House rule of Headship, to have the papers while a claim may still come",
    strength=Strength.HOUSE,
    confidence=Confidence.READ,
    since=FROM_THE_START,
    note="No enactment gives a figure. The Employment Rights Act 2025 lengthens the time for a "
    "claim from three to six months, and early conciliation takes up to twelve weeks: whether it "
    "has begun was not confirmed. Six months, once usual, can be too short.",
)
EXEMPT_POST = statute(
    "exempt_post",
    "The post is exempt from the Rehabilitation of Offenders Act 1974: convictions and cautions "
    "that are not protected can be asked about.",
    value=True,
    citation="Rehabilitation of Offenders Act 1974 (Exceptions) Order 1975 (SI 1975/1023)",
    confidence=Confidence.RECALLED_HIGH,
    since=FROM_THE_START,
)
LAWFUL_BASIS = statute(
    "lawful_basis",
    "What is told of an applicant is used for a task in the public interest and for duties under "
    "the law; what is sensitive by its kind, for the law of employment and for equality.",
    value=("public task", "legal obligation", "employment law", "equality of opportunity"),
    citation="UK General Data Protection Regulation, Articles 6(1)(c), 6(1)(e), 9(2)(b), 9(2)(g) "
    "and 10; Data Protection Act 2018, Schedule 1, paragraphs 1 and 8",
    confidence=Confidence.RECALLED_HIGH,
    since=FROM_THE_START,
)
ACCESS = statute(
    "access",
    "Whoever asks for what is kept about them has it within a month.",
    value=Months(1, "the day on which it is asked for"),
    citation="UK General Data Protection Regulation, Articles 12(3) and 15",
    confidence=Confidence.RECALLED_HIGH,
    since=FROM_THE_START,
    note="Two months more where a request is complex. A reference given in confidence is exempt.",
)
COMPLAINT = statute(
    "complaint_acknowledged",
    "A complaint about how personal data are handled is acknowledged within 30 days.",
    value=30,
    citation="Data (Use and Access) Act 2025 (number of the section not known)",
    confidence=Confidence.READ,
    since=date(2026, 6, 19),
    note="The figure was read in a secondary source; the day on which it began is recalled.",
)

APPLICANTS: tuple[Rule[object], ...] = (
    RETENTION, EXEMPT_POST, LAWFUL_BASIS, ACCESS, COMPLAINT, EQUALITY, SMALL_COUNT,
    FEWEST_FORMS,
)  # fmt: skip
