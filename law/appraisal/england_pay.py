"""England: what the appraisal has to do with pay, and by when pay is reviewed."""

from datetime import date

from law.appraisal.scheme import DayOfYear
from law.appraisal.sources import ENGLAND_BEGAN, english
from law.base import Confidence, Rule
from law.making import house, statute
from law.periods import Months
from law.sources import PAY_DOCUMENT, PAY_DOCUMENT_BEGAN

ANNUAL_REVIEW = f"{PAY_DOCUMENT}, Part 1, section 2 (number of the paragraph not known)"

PAY_RECOMMENDATION = statute(
    "pay_recommendation",
    "The appraisal ends in a recommendation on pay where that is relevant under the pay document.",
    value="where_relevant",
    citation=english("regulation 7(6)"),
    confidence=Confidence.READ,
    since=ENGLAND_BEGAN,
    note="The line stays in the Regulations though pay need not follow performance.",
)
PAY_BY_PERFORMANCE = statute(
    "pay_follows_performance",
    "Whether the head moves up the pay range must depend on performance.",
    value=True,
    citation=ANNUAL_REVIEW,
    confidence=Confidence.RECALLED_HIGH,
    since=date(2013, 9, 1),
    note="It held until 31 August 2024.",
)
NO_LONGER_BY_PERFORMANCE = statute(
    "pay_follows_performance",
    "Pay need not depend on performance; a school may keep it so by its own policy.",
    value=False,
    citation=ANNUAL_REVIEW,
    confidence=Confidence.READ,
    since=date(2024, 9, 1),
    note="Read in secondary sources.",
)
PAY_DECIDED_BY_OTHERS = house(
    "pay_decided_by_others",
    "The governors who appraised the head recommend on pay; others decide.",
    serving="a decision on pay by people who did not make the recommendation",
    note="Practice leaves it to a committee on pay. A small governing body may lack the governors.",
)
SALARY_REVIEW = statute(
    "salary_review",
    "The head's salary is reviewed every year, by 31 December.",
    value=DayOfYear(12, 31),
    citation=ANNUAL_REVIEW,
    confidence=Confidence.RECALLED_HIGH,
    since=PAY_DOCUMENT_BEGAN,
    note="This is 90% sure. That appraisal is complete by then is read as practice. After that day "
    "the review is overdue, even where pay does not follow performance.",
)
PAY_STATEMENT: Rule[Months] = statute(
    "pay_statement",
    "The head is given a written statement of pay within a month of the decision.",
    value=Months(1, "the decision on pay"),
    citation=ANNUAL_REVIEW,
    confidence=Confidence.RECALLED_HIGH,
    since=PAY_DOCUMENT_BEGAN,
    note="This is 85% sure.",
)
