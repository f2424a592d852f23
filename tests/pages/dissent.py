"""The steps in which the authority and its adviser are against the choice, and are heard."""

from typing import Any

from tests.pages import cast as who
from tests.pages.journey import APPLICANTS, CHOSEN, PANEL, Company, day, meet

BUDGET = "3. Plans a budget and keeps to it"
POINT: dict[str, Any] = {
    "point_1_criterion": BUDGET,
    "point_1_seen": "In the budget task he left out the cost of supply teachers.",
    "point_1_seen_by": who.ADVISER,
    "point_1_source": "Budget task, sheet 2",
    "point_1_explanation": "He said that he had run out of time.",
    "point_1_inference": "The plan would have overspent by the autumn.",
}
RESERVATIONS = {
    "not_disputed": "The choice is the governing body's, and the panel's process was fair.",
    "conclusion": "In my judgement C2 has not yet been shown to meet essential criterion 3.",
    "same_yardstick": "Each candidate was set the same task, with the same time.",
    "earlier_advice": "I advised the panel to ask about the budget again. It was considered.",
    "why_it_matters": "The school carries a deficit that the next head must clear.",
    "limits": "I did not see the visit to the school. I am fairly sure of the point.",
    "what_would_settle_it": "A budget that C2 has planned, with its outturn.",
    "what_governors_must_do": "To consider this letter before deciding, and to minute it.",
    "interests": "I have no interest in this appointment.",
    "capacity": "School improvement adviser",
    "authority_to_sign": "Authorised by the director of education",
    "copies": "The director of education",
}


def find_unsuitable(company: Company) -> None:
    """The adviser's opinion of the one who will be chosen."""
    company[who.ADVISER].does(
        "record_opinion",
        candidate=CHOSEN,
        verdict="Not suitable",
        summary="Criterion 3 is not yet shown.",
        **POINT,
        point_1_seen_on=day(44),
        on=day(45),
    )


def represent(company: Company) -> None:
    """The authority represents against the one who will be chosen, in time."""
    company[who.OFFICER].does(
        "make_representations",
        candidate=CHOSEN,
        received_on=day(47),
        text=f"The authority represents that {APPLICANTS[1]} is not a suitable person for the "
        "post.",
        **POINT,
        point_1_seen_on=day(46),
    )


def consider(company: Company) -> None:
    """The panel meets, and considers what the authority represented."""
    meet(company[who.CLERK], "Selection panel", day(48), day(57), PANEL)
    company[who.PANEL_CHAIR].does(
        "consider_representations", minute="The panel looked at the task again.", on=day(57)
    )


def give_reasons(company: Company) -> None:
    """The panel's reasons for recommending all the same, to both."""
    company[who.PANEL_CHAIR].does(
        "give_reasons",
        reasons="The cost of supply was met from the insurance, as a note on the sheet said.",
        to_governing_body_on=day(59),
        to_authority_on=day(59),
        on=day(59),
    )


def reserve(company: Company) -> None:
    """The adviser's reservations, put by and taken up again; acknowledged by the chair."""
    adviser = company[who.ADVISER]
    adviser.begins("put_reservations")
    adviser.answer(not_disputed=RESERVATIONS["not_disputed"])
    adviser.press("Save and come back later")
    adviser.does(
        "put_reservations",
        before_decision="Before the governing body decides",
        **RESERVATIONS,
        **POINT,
        point_1_seen_on=day(46),
        on=day(60),
    )
    letter = adviser.drafts("22. Reservations", day(60))
    adviser.takes("Approve", letter, on=day(60))
    adviser.takes("Issue", letter, on=day(60))
    assert "deficit" in adviser.downloads(letter)
    company[who.CHAIR].does("acknowledge_reservations", on=day(61))


def consider_the_reservations(company: Company) -> None:
    """The governing body considers the reservations before it decides."""
    company[who.CHAIR].does(
        "consider_reservations", minute="They were read out and discussed.", on=day(75)
    )
