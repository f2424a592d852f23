"""A whole appointment in the browser: the authority represents against the person appointed.

It began 200 days ago and is entered today: every action takes its own date.
"""

from datetime import date, timedelta
from typing import Any

from casework import clock
from law.appointment import regime_for
from law.appointment.regime import Check
from law.base import Rule
from tests.pages import cast as who
from tests.pages.visitor import Visitor

PANEL = [who.CHAIR, who.PANEL_CHAIR, who.MEMBER]
CRITERIA = {
    "Holds qualified teacher status": "Application",
    "Has led the teaching of reading across a school": "Interview",
    "Plans a budget and keeps to it": "Task",
}
APPLICANTS = ("Clara Whitlow", "Martin Oakes", "Shirin Vakil", "Colin Treece")
CHOSEN = "C2, Martin Oakes"
BUDGET = "3. Plans a budget and keeps to it"
POINT = {
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
ROLES = {
    who.CLERK: "Clerk",
    who.CHAIR: "Chair",
    who.PANEL_CHAIR: "Chair of the panel",
    who.MEMBER: "Member of the panel",
    who.GOVERNOR: "Governor",
    who.ADVISER: "Adviser",
    who.OFFICER: "Officer",
}
Company = dict[str, Visitor]


def day(number: int) -> date:
    """Return the day of that number, counted from the day on which the vacancy was recorded."""
    return clock.today() + timedelta(days=number - 200)


def find_the_school(clerk: Visitor, school: str) -> None:
    """The clerk looks the school up and records its vacancy; all then know its reference."""
    clerk.choose("Find a school")
    clerk.answer(q=school.split(maxsplit=1)[0])
    clerk.press("Search")
    clerk.follow(school)
    clerk.press("Record that the headship falls vacant")
    clerk.answer(
        reason="Retirement",
        notice_received_on=day(-3),
        outgoing_last_day=day(120),
        outgoing_head=who.HEAD,
        on=day(0),
    )
    clerk.send()


def open_the_case(company: Company) -> None:
    """Notice of the vacancy, and the adviser."""
    clerk, chair, officer = company[who.CLERK], company[who.CHAIR], company[who.OFFICER]
    notice = clerk.drafts("2. Notice of vacancy", day(0))
    clerk.takes("Edit the text", notice, on=day(0))
    chair.takes("Approve", notice, on=day(0))
    clerk.takes("Issue", notice, on=day(0))
    clerk.takes("Record that it was sent", notice, how="by e-mail", on=day(0))
    assert clerk.reference in clerk.downloads(notice)
    clerk.does("notify_authority", to="Governor services", how="by e-mail", on=day(0))
    officer.does("name_adviser", adviser=who.ADVISER, on=day(2))


def appoint_the_panel(company: Company) -> None:
    """A first meeting of the governing body, at which the adviser speaks."""
    clerk = company[who.CLERK]
    meet(clerk, "Governing body", day(2), day(15), list(who.GOVERNORS))
    company[who.ADVISER].does(
        "give_advice",
        form="Oral",
        to="Governing body",
        text="Settle the person specification before the advertisement is written.",
        on=day(15),
    )
    clerk.does("consider_advice", minute="The governors agreed to do so.", on=day(15))
    clerk.does(
        "appoint_panel",
        members=PANEL,
        chair=who.PANEL_CHAIR,
        trained=[who.MEMBER],
        votes_for=5,
        on=day(15),
    )
    clerk.does("minute_item", title="Pay range", minute="Agreed.", on=day(15))
    company[who.MEMBER].does(
        "declare_interest",
        kind="Other",
        detail="A daughter is a pupil in year 4.",
        effect="Noted: no effect",
        on=day(17),
    )


def meet(clerk: Visitor, body: str, notice: date, held: date, present: list[str]) -> None:
    """Call a meeting and record who was there."""
    clerk.does(
        "call_meeting",
        body=body,
        purpose="To appoint a headteacher",
        held_on=held,
        at="6.30pm",
        place="The school library",
        agenda="Declarations of interest\nAppointment of a headteacher",
        on=notice,
    )
    clerk.does("hold_meeting", present=present, advisers=[who.ADVISER], on=held)


def advertise(company: Company) -> None:
    """Person specification, advertisement, applications."""
    clerk = company[who.CLERK]
    for text, tested_by in CRITERIA.items():
        clerk.does("add_criterion", text=text, tested_by=tested_by, on=day(18))
    company[who.PANEL_CHAIR].does("settle_criteria", on=day(21))
    clerk.does("advertise", where="The authority's page", closing_on=day(42), on=day(21))
    for name in APPLICANTS:
        clerk.does("add_candidate", name=name, internal=name == APPLICANTS[1], on=day(32))


def shortlist(company: Company) -> None:
    """Shortlist, the names to the authority, their receipt."""
    clerk, panel_chair = company[who.CLERK], company[who.PANEL_CHAIR]
    listed: dict[str, Any] = {f"is_C{n}": n < len(APPLICANTS) for n in range(1, 5)}
    reasons = {f"why_C{n}": "Judged against criteria 1 to 3 on paper." for n in range(1, 5)}
    panel_chair.does("shortlist", shortlisters=PANEL, on=day(43), **listed, **reasons)
    clerk.does("tell_candidate", "C4", how="by letter", on=day(43))
    names = panel_chair.drafts("10. Notice of shortlisted names", day(43))
    panel_chair.takes("Approve", names, on=day(43))
    clerk.takes("Issue", names, on=day(43))
    clerk.takes("Record that it was sent", names, how="by hand", on=day(43))
    assert "Martin Oakes" in clerk.downloads(names)
    clerk.does("send_names", how="by hand", on=day(43))
    clerk.does("record_receipt", received_on=day(43), evidence="Signed for at the table")
    company[who.OFFICER].does("corroborate_receipt", on=day(44))


def interview(company: Company) -> None:
    """Opinion, interviews, and the authority's representations in time."""
    company[who.ADVISER].does(
        "record_opinion",
        candidate=CHOSEN,
        verdict="Not suitable",
        summary="Criterion 3 is not yet shown.",
        **POINT,
        point_1_seen_on=day(44),
        on=day(45),
    )
    interviewed = [f"C{number}, {name}" for number, name in enumerate(APPLICANTS[:3], 1)]
    company[who.PANEL_CHAIR].does(
        "record_interviews",
        candidates=interviewed,
        present=PANEL,
        advisers=[who.ADVISER],
        on=day(46),
    )
    officer = company[who.OFFICER]
    officer.does(
        "make_representations",
        candidate=CHOSEN,
        received_on=day(47),
        text="The authority represents that Martin Oakes is not a suitable person for the post.",
        **POINT,
        point_1_seen_on=day(46),
    )


def recommend(company: Company) -> None:
    """The panel considers the representations and recommends all the same, with reasons."""
    clerk, panel_chair = company[who.CLERK], company[who.PANEL_CHAIR]
    meet(clerk, "Selection panel", day(48), day(51), PANEL)
    panel_chair.does(
        "consider_representations", minute="The panel looked at the task again.", on=day(51)
    )
    panel_chair.does(
        "recommend",
        candidate=CHOSEN,
        reasons="The fullest evidence on reading, which matters most here.",
        on=day(51),
    )
    panel_chair.does(
        "give_reasons",
        reasons="The cost of supply was met from the insurance, as a note on the sheet said.",
        to_governing_body_on=day(52),
        to_authority_on=day(52),
        on=day(52),
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
        on=day(53),
    )
    letter = adviser.drafts("22. Reservations", day(53))
    adviser.takes("Approve", letter, on=day(53))
    adviser.takes("Issue", letter, on=day(53))
    assert "deficit" in adviser.downloads(letter)
    company[who.CHAIR].does("acknowledge_reservations", on=day(54))


def look_round(company: Company) -> None:
    """Everybody opens every page that is offered to them, while most there is to see is there."""
    for name, role in ROLES.items():
        company[name].look_round(role)
    clerk = company[who.CLERK]
    clerk.open(clerk.case("candidates/C2/"))
    clerk.open(clerk.case("meetings/1/"))
    clerk.open("/vacancies/")
    clerk.open("/law/")


def approve(company: Company) -> None:
    """The governing body considers the reservations, approves, and tells the authority."""
    clerk, chair = company[who.CLERK], company[who.CHAIR]
    meet(clerk, "Governing body", day(52), day(62), list(who.GOVERNORS))
    chair.does("consider_reservations", minute="They were read out and discussed.", on=day(62))
    clerk.does("approve", votes_for=4, votes_against=1, minute="The adviser was heard.")
    clerk.does("notify_approval", how="by e-mail", on=day(63))


def appoint(company: Company) -> None:
    """The authority appoints and offers; the person accepts; the others are told."""
    clerk, officer = company[who.CLERK], company[who.OFFICER]
    officer.does("appoint", appointed_by="Joan Beck, for the director", on=day(66))
    letter = officer.drafts("27a. The authority's appointment", day(66))
    officer.takes("Approve", letter, on=day(66))
    officer.takes("Issue", letter, on=day(66))
    officer.takes("Record that it was sent", letter, how="by e-mail", on=day(66))
    assert "Martin Oakes" in officer.downloads(letter)
    officer.does("make_offer", salary="Leadership point 18", on=day(67))
    clerk.does("accept_offer", how="by letter", on=day(69))
    for number in (1, 3):
        clerk.does("tell_candidate", f"C{number}", how="by letter", on=day(70))


def confirm(company: Company) -> None:
    """The checks, the confirmation, and the new head in post."""
    clerk, officer = company[who.CLERK], company[who.OFFICER]
    for rule in checks():
        clerk.does(
            "record_check",
            rule.value.key,
            applies=rule.value.required == "always",
            done_by=who.CLERK,
            evidence="Seen, and noted in the central record",
            on=day(75),
        )
    officer.does("confirm", on=day(80))
    clerk.does("take_up_post", on=day(121))


def checks() -> tuple[Rule[Check], ...]:
    """Return the checks of a community school."""
    return regime_for("community", "england", day(75)).checks
