"""England: voluntary aided, foundation and foundation special schools, which appoint themselves."""

from dataclasses import replace

from law.appointment.england import MAINTAINED, RECALLED_HIGH, RECALLED_MEDIUM
from law.appointment.england_guidance import STAFFING_BEGAN, editions, staffing
from law.appointment.numbering import numbered
from law.making import statute

NUMBERED = numbered(MAINTAINED, appointment="27", advice="26")
FOUNDATION = replace(
    NUMBERED,
    key="england-foundation",
    name="Voluntary aided, foundation and foundation special schools in England",
    categories=frozenset({"voluntary_aided", "foundation", "foundation_special"}),
    advertisement=replace(
        NUMBERED.advertisement,
        note="The number of the paragraph is recalled. With good reason neither to advertise nor "
        "to select, the governing body appoints a person whom it has identified, if qualified: "
        "regulation 27(7), recalled.",
    ),
    adviser_attendance=statute(
        "adviser_attendance",
        "A representative of the authority attends the proceedings to select a head, and offers "
        "advice, where the governing body and the authority have agreed to it.",
        value="agreement",
        citation=staffing("regulation 26"),
        confidence=RECALLED_MEDIUM,
        since=STAFFING_BEGAN,
        note="Failing agreement the Secretary of State may determine it (75%). Without it the "
        "authority still has the names and may make representations.",
    ),
    appointer=statute(
        "appointer",
        "The governing body is the employer: when it approves the recommendation it appoints.",
        value="governing_body",
        citation=staffing("regulation 27(5)"),
        confidence=RECALLED_HIGH,
        since=STAFFING_BEGAN,
        note="The number of the paragraph is recalled. The authority has no power to refuse; it "
        "is for the governing body not to appoint one who does not meet a staff qualification "
        "requirement. A school of a Roman Catholic religious order has a route of its own, "
        "regulation 34, which Headship does not hold.",
    ),
    refusal_grounds=None,
    repeat_steps=statute(
        "repeat_steps",
        "If the panel recommends nobody, or the governing body does not approve, the governing "
        "body may require the panel to repeat its steps, with or without a new advertisement.",
        value=frozenset({"no_recommendation", "not_approved"}),
        citation=staffing("regulation 27(6)"),
        confidence=RECALLED_HIGH,
        since=STAFFING_BEGAN,
        note="The same applicants may be considered again.",
    ),
    offer_after_appointment=statute(
        "offer_after_appointment",
        "No offer is made before the governing body has approved the recommendation.",
        value=True,
        citation=staffing("regulation 27(5)"),
        confidence=RECALLED_HIGH,
        since=STAFFING_BEGAN,
        note="That nothing is offered before the governing body's meeting is read as practice.",
    ),
)

FOUNDATION_EDITIONS = editions(FOUNDATION, manner=staffing("regulation 24"))
