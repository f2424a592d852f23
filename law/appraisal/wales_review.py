"""Wales: the review, its statement, who is given it, and the appeal, on clocks of school days.

How school days are counted is set here once, for all of these clocks: COUNTING for those that run
from an event, COUNTING_BACK for those that must have run before one.
"""

from law.appraisal.kept import NEXT_STATEMENT
from law.appraisal.scheme import AppealsOfficers
from law.appraisal.sources import WALES_BEGAN, welsh
from law.base import Confidence
from law.making import statute
from law.periods import Counting, Months, Period, Unit

READ = Confidence.READ
INFERRED = Confidence.INFERRED
RECALLED_LOW = Confidence.RECALLED_LOW

FOR_OTHERS = "Read for other teachers in regulation 29; that it is the same for heads is inferred."

COUNTING = statute(
    "counting",
    "A number of school days within which something is done is counted from the day after the "
    "event; a school day is one on which the school meets.",
    value=Counting.AFTER,
    citation=welsh("regulation 3, and its words on time in general"),
    confidence=INFERRED,
    since=WALES_BEGAN,
    note='What a school day is was read; the way of counting follows from the word "after". '
    "Regulations that mean the first day to count say that the period begins with it.",
)
COUNTING_BACK = statute(
    "counting_back",
    "Where at least so many school days must lie before the review, they are clear days: neither "
    "the day of the notice or of the record, nor that of the review, is one of them.",
    value=Counting.CLEAR,
    citation=welsh("regulation 3, and its words on time in general"),
    confidence=INFERRED,
    since=WALES_BEGAN,
    note='It follows from the words "at least", which courts, as we recall, read as asking for '
    "clear days. To count the day of the review as one of them would allow it a day sooner; this "
    "is the safer reading.",
)


def within(days: int, event: str) -> Period:
    """Return a period of school days that runs from an event."""
    return Period(days, Unit.SCHOOL_DAYS, COUNTING.value, event=event)


def before_review(days: int, event: str) -> Period:
    """Return a period of school days that must lie between an event and the review."""
    return Period(days, Unit.SCHOOL_DAYS, COUNTING_BACK.value, event=event, until="review")


ASSESSED = statute(
    "assessed",
    "The review assesses how far the objectives were met and overall performance against the "
    "professional standards, and names the needs for support, training or development.",
    value=(
        "how far the objectives were met",
        "overall performance against the professional standards",
        "needs for support, training or development",
    ),
    citation=welsh("regulation 15(1)"),
    confidence=INFERRED,
    since=WALES_BEGAN,
    note=FOR_OTHERS,
)
REVIEW_NOTICE = statute(
    "review_notice",
    "The head has at least ten school days' notice in writing of the day of the review.",
    value=before_review(10, "notice"),
    citation=welsh("regulation 15(2)"),
    confidence=INFERRED,
    since=WALES_BEGAN,
    note=FOR_OTHERS,
)
RECORD_BEFORE_REVIEW = statute(
    "record_before_review",
    "The head hands in the record at least five school days before the review, which considers it.",
    value=before_review(5, "record"),
    citation=welsh("regulation 15(3)"),
    confidence=INFERRED,
    since=WALES_BEGAN,
    note=FOR_OTHERS,
)
STATEMENT = statute(
    "statement",
    "Within ten school days after the review, the appraisers prepare a written appraisal statement "
    "of the main points made and the conclusions reached.",
    value=within(10, "the review"),
    citation=welsh("regulation 15(4)"),
    confidence=INFERRED,
    since=WALES_BEGAN,
    note=FOR_OTHERS,
)
ANNEX = statute(
    "annex",
    "An annex, which is part of the statement, records the needs for training and development and "
    "how they are to be met.",
    value=True,
    citation=welsh("regulation 15(4)"),
    confidence=READ,
    since=WALES_BEGAN,
    note="Read in regulation 17(5), which names it; what it records is read for other teachers.",
)
STATEMENT_COPY = statute(
    "statement_copy",
    "Within ten school days after the review, the appraisers give the head a copy of the "
    "statement.",
    value=within(10, "the review"),
    citation=welsh("regulation 15(6)"),
    confidence=INFERRED,
    since=WALES_BEGAN,
    note=f"{FOR_OTHERS} It runs from the review, not from the day on which the statement was "
    "ready.",
)
COMMENTS = statute(
    "comments",
    "Within ten school days of receiving it, the head may comment on the statement in writing, and "
    "the comments become part of it.",
    value=within(10, "receipt of the statement"),
    citation=welsh("regulation 15(7)"),
    confidence=INFERRED,
    since=WALES_BEGAN,
    note=f"{FOR_OTHERS} The number of days and what becomes of the comments are recalled.",
)
STATEMENT_TO = statute(
    "statement_to",
    "The appraisers give a copy of the statement to the head, the chair of the governing body and "
    "the chief education officer.",
    value=frozenset({"head", "chair", "chief_education_officer"}),
    citation=welsh("regulation 17(1)(a) to (c)"),
    confidence=READ,
    since=WALES_BEGAN,
)
STATEMENT_ON_REQUEST = statute(
    "statement_on_request",
    "They give one on request to governors who advise or decide on promotion, discipline, "
    "dismissal or pay and, where the school has no delegated budget, to whomever the chief "
    "education officer has designated for pay.",
    value=frozenset({"governors_who_decide", "officer_for_pay"}),
    citation=welsh("regulation 17(1)(d) and (e)"),
    confidence=READ,
    since=WALES_BEGAN,
)
STATEMENT_FROM_CHAIR = statute(
    "statement_from_chair",
    "The chair gives a copy on request to the officer or adviser whom the chief education officer "
    "has designated for the performance of heads.",
    value=frozenset({"officer_for_performance"}),
    citation=welsh("regulation 17(2)"),
    confidence=READ,
    since=WALES_BEGAN,
)
OBJECTIVES_TO_NEW_APPRAISER = statute(
    "objectives_to_new_appraiser",
    "The chair gives the current statement of objectives to an appraiser who is appointed during "
    "the cycle.",
    value=frozenset({"new_appraiser"}),
    citation=welsh("regulation 17(4)"),
    confidence=READ,
    since=WALES_BEGAN,
)
ANNEX_TO_PLANNER = statute(
    "annex_to_planner",
    "The chair gives the annex to whoever plans the head's training and development.",
    value=frozenset({"planner_of_training"}),
    citation=welsh("regulation 17(5)"),
    confidence=READ,
    since=WALES_BEGAN,
)
APPEAL = statute(
    "appeal",
    "The head may appeal against the appraisal, in writing to the governing body, within ten "
    "school days of receiving a copy of the statement.",
    value=within(10, "receipt of the statement"),
    citation=welsh("regulation 16(1) and (2)"),
    confidence=READ,
    since=WALES_BEGAN,
)
APPEALS_OFFICERS = statute(
    "appeals_officers",
    "The appeal is heard by the chair, another governor and two people whom the authority "
    "appoints, none of whom took part in the appraisal; a governor takes the place of a chair who "
    "did. No teacher or other member of staff is one of them.",
    value=AppealsOfficers(governors=2, of_authority=2),
    citation=welsh("regulation 16(3) to (5)"),
    confidence=READ,
    since=WALES_BEGAN,
)
APPEALS_OFFICERS_RELIGIOUS = statute(
    "appeals_officers",
    "The appeal is heard by the chair, two people whom the authority appoints and one whom the "
    "diocesan authority appoints, none of whom took part in the appraisal; a governor takes the "
    "place of a chair who did. No teacher or other member of staff is one of them.",
    value=AppealsOfficers(governors=1, of_authority=2, of_diocese=1),
    citation=welsh("regulation 16(4) and (6)"),
    confidence=READ,
    since=WALES_BEGAN,
    note="The governor's place is read in English, the others in Welsh.",
)
APPEAL_PAPERS = statute(
    "appeal_papers",
    "Within five school days of the governing body's notice of the appeal, the chair gives each "
    "appeals officer the statement and the statement of objectives.",
    value=within(5, "receipt of the appeal"),
    citation=welsh("regulation 17(3)"),
    confidence=READ,
    since=WALES_BEGAN,
)
APPEAL_DECIDED = statute(
    "appeal_decided",
    "The appeals officers complete their review within ten school days.",
    value=within(10, "receipt of the appeal"),
    citation=welsh("regulation 16(7)"),
    confidence=RECALLED_LOW,
    since=WALES_BEGAN,
    note="That there is a number of school days is read; the number, and from which day it runs, "
    "are not.",
)
THREE_YEARS = statute(
    "retention",
    "The chair keeps a statement for at least three years after the next one is final.",
    value=Months(36, NEXT_STATEMENT),
    citation=welsh("regulation 17"),
    confidence=RECALLED_LOW,
    since=WALES_BEGAN,
    note="That statements are kept for a fixed time is recalled. Three years from the next "
    "statement is what the Regulations of 2001 for England said.",
)
