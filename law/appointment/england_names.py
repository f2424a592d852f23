"""England: what follows from giving the authority the names of those to be interviewed."""

from law.appointment.england_guidance import STAFFING_BEGAN, staffing
from law.appointment.regime import NamesLaw
from law.base import Confidence
from law.making import house, statute
from law.periods import Counting, Period, Unit

READ = Confidence.READ
RECALLED_HIGH = Confidence.RECALLED_HIGH

NAMES = NamesLaw(
    names_to_authority=statute(
        "names_to_authority",
        "The panel must give the authority in writing the names of those it has chosen to "
        "interview for the post of head.",
        value=True,
        citation=staffing("regulation {appointment}(3)(a)"),
        confidence=READ,
        since=STAFFING_BEGAN,
        note="Read in outline; the letter of the paragraph is recalled.",
    ),
    representations=statute(
        "representations",
        "Within seven days, beginning with the date on which it receives the names, the authority "
        "may make written representations to the panel that an applicant is not a suitable person "
        "for the post of head.",
        value=Period(7, Unit.CALENDAR_DAYS, Counting.BEGINNING_WITH, event="receipt"),
        citation=staffing("regulation {appointment}(4)"),
        confidence=RECALLED_HIGH,
        since=STAFFING_BEGAN,
        note="The seven days are what practice uses and are 95% sure. Receipt, not sending, starts "
        "the period. Representations that come late are advice.",
    ),
    representations_considered=statute(
        "representations_considered",
        "The panel must consider representations made in time.",
        value=True,
        citation=staffing("regulation {appointment}(4)(a)"),
        confidence=RECALLED_HIGH,
        since=STAFFING_BEGAN,
        note="So it must even if it recommends another person (90%). Only the authority withdraws "
        "them; a wrong addressee or a missing signature is a defect to flag, no more.",
    ),
    hold_for_representations=house(
        "hold_for_representations",
        "No recommendation is made until the period for representations has ended, or the "
        "authority has said that it makes none.",
        serving=f"the period in {staffing('regulation {appointment}(4)')}",
        confidence=RECALLED_HIGH,
        note="An authority that makes none opens the way early and waives nothing: a paper that "
        "comes later, but within the period, is still a representation.",
    ),
    reasons_for_recommending=statute(
        "reasons_for_recommending",
        "If the panel recommends the person concerned, it must give its reasons in writing to the "
        "governing body and to the authority.",
        value=True,
        citation=staffing("regulation {appointment}(4)(b)"),
        confidence=RECALLED_HIGH,
        since=STAFFING_BEGAN,
    ),
    reasons_before_meeting=house(
        "reasons_before_meeting",
        "Those reasons are given before the governing body meets to decide.",
        serving=f"the duty in {staffing('regulation {appointment}(4)(b)')}",
        confidence=RECALLED_HIGH,
        note="The duty is law; that it is done before the meeting is the house rule.",
    ),
)
