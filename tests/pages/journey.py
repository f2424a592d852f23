"""The steps of an appointment in the browser that most kinds of school take.

It began 200 days ago and is entered today: every action takes its own date.
"""

from datetime import date, timedelta
from typing import Any

from casework import clock
from law.appointment.regime import Check, Regime
from recruitment import load
from recruitment.models import Vacancy
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
Company = dict[str, Visitor]


def day(number: int) -> date:
    """Return the day of that number, counted from the day on which the vacancy was recorded."""
    return clock.today() + timedelta(days=number - 200)


def vacancy() -> Vacancy:
    """Return the only vacancy that there is."""
    return load.vacancies().get()


def law() -> Regime:
    """Return its law."""
    return load.position(vacancy(), clock.today()).regime


def employer(company: Company) -> Visitor:
    """Return whoever acts for the employer: an officer where the authority is the employer."""
    return company[who.OFFICER if law().authority_employs else who.CLERK]


# Opening


def find_the_school(clerk: Visitor, school: str) -> None:
    """The clerk looks the school and its law up, and records its vacancy."""
    clerk.choose("Find a school")
    clerk.answer(q=school.split(maxsplit=1)[0])
    clerk.press("Search")
    clerk.follow(school)
    clerk.follow("Read the law as it stands for this school today", school)
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


def write_the_notice(company: Company) -> None:
    """The notice of the vacancy, as a paper."""
    clerk, chair = company[who.CLERK], company[who.CHAIR]
    notice = clerk.drafts("2. Notice of vacancy", day(0))
    clerk.takes("Edit the text", notice, on=day(0))
    chair.takes("Approve", notice, on=day(0))
    clerk.takes("Issue", notice, on=day(0))
    clerk.takes("Record that it was sent", notice, how="by e-mail", on=day(0))
    assert clerk.reference in clerk.downloads(notice)


def notify_the_authority(company: Company) -> None:
    """The authority is told of the vacancy."""
    company[who.CLERK].does("notify_authority", to="Governor services", how="by e-mail", on=day(0))


def name_the_adviser(company: Company) -> None:
    """The authority names its adviser."""
    company[who.OFFICER].does("name_adviser", adviser=who.ADVISER, on=day(2))


def meet_first(company: Company) -> None:
    """The first meeting of the governing body."""
    meet(company[who.CLERK], "Governing body", day(2), day(15), list(who.GOVERNORS))


def advise_the_governors(company: Company) -> None:
    """The adviser speaks at the first meeting, and is considered."""
    company[who.ADVISER].does(
        "give_advice",
        form="Oral",
        to="Governing body",
        text="Settle the person specification before the advertisement is written.",
        on=day(15),
    )
    company[who.CLERK].does("consider_advice", minute="The governors agreed to do so.", on=day(15))


def appoint_the_panel(company: Company) -> None:
    """The governing body appoints the panel."""
    seat_the_panel(company, PANEL)


def seat_the_panel(company: Company, members: list[str]) -> None:
    """Record the panel that the first meeting appointed."""
    company[who.CLERK].does(
        "appoint_panel",
        members=members,
        chair=who.PANEL_CHAIR,
        trained=[who.MEMBER],
        votes_for=5,
        on=day(15),
    )


def meet(clerk: Visitor, body: str, notice: date, held: date, present: list[str]) -> None:
    """Call a meeting, of which the authority has notice where it must, and record who was there."""
    owed = law().meeting_notice_to_authority
    copied: dict[str, Any] = {"notice_to_authority": True} if owed else {}
    clerk.does(
        "call_meeting",
        body=body,
        purpose="To appoint a headteacher",
        held_on=held,
        at="6.30pm",
        place="The school library",
        agenda="Declarations of interest\nAppointment of a headteacher",
        on=notice,
        **copied,
    )
    clerk.does("hold_meeting", present=present, advisers=[who.ADVISER], on=held)


# Selection


def specify(company: Company) -> None:
    """The person specification."""
    for text, tested_by in CRITERIA.items():
        add_criterion(company[who.CLERK], text, tested_by)


def add_criterion(clerk: Visitor, text: str, tested_by: str) -> None:
    """The clerk adds one criterion."""
    clerk.does("add_criterion", text=text, tested_by=tested_by, on=day(18))


def advertise(company: Company) -> None:
    """The person specification is settled, and the post advertised with it."""
    company[who.PANEL_CHAIR].does("settle_criteria", on=day(21))
    company[who.CLERK].does(
        "advertise", where="The authority's page", closing_on=day(42), on=day(21)
    )


def apply(company: Company) -> None:
    """The applications come in."""
    for name in APPLICANTS:
        add_candidate(company[who.CLERK], name)


def add_candidate(clerk: Visitor, name: str) -> None:
    """The clerk enters one application: that of the one who is chosen is internal."""
    clerk.does("add_candidate", name=name, internal=name in CHOSEN, on=day(32))


def shortlist(company: Company) -> None:
    """All but the last are shortlisted."""
    listed: dict[str, Any] = {f"is_C{n}": n < len(APPLICANTS) for n in range(1, 5)}
    reasons = {f"why_C{n}": "Judged against criteria 1 to 3 on paper." for n in range(1, 5)}
    company[who.PANEL_CHAIR].does("shortlist", shortlisters=PANEL, on=day(43), **listed, **reasons)
    company[who.CLERK].does("tell_candidate", "C4", how="by letter", on=day(43))


def give_the_names(company: Company) -> None:
    """The authority is given the names, and has them the same day."""
    clerk = company[who.CLERK]
    clerk.does("send_names", how="by hand", on=day(43))
    clerk.does("record_receipt", received_on=day(43), evidence="Signed for at the table")


def interview(company: Company) -> None:
    """The panel interviews those on the shortlist."""
    company[who.PANEL_CHAIR].does(
        "record_interviews",
        candidates=[f"C{number}, {name}" for number, name in enumerate(APPLICANTS[:3], 1)],
        present=PANEL,
        advisers=[who.ADVISER],
        on=day(46),
    )


# Appointment


def recommend(company: Company) -> None:
    """The panel recommends, once the longest period for representations is over."""
    company[who.PANEL_CHAIR].does(
        "recommend",
        candidate=CHOSEN,
        reasons="The fullest evidence on reading, which matters most here.",
        on=day(58),
    )


def meet_to_decide(company: Company) -> None:
    """The meeting of the governing body that has the recommendation before it."""
    meet(company[who.CLERK], "Governing body", day(59), day(75), list(who.GOVERNORS))


def approve(company: Company) -> None:
    """The governing body approves."""
    company[who.CLERK].does(
        "approve", votes_for=4, votes_against=1, minute="The adviser was heard."
    )


def notify_of_the_approval(company: Company) -> None:
    """The authority is told of the approval."""
    company[who.CLERK].does("notify_approval", how="by e-mail", on=day(76))


def appoint(company: Company) -> None:
    """The authority appoints."""
    company[who.OFFICER].does("appoint", appointed_by="Joan Beck, for the director", on=day(79))


def offer(company: Company) -> None:
    """The employer makes the offer."""
    employer(company).does("make_offer", salary="Leadership point 18", on=day(80))


def accept(company: Company) -> None:
    """The person accepts, and the others are told."""
    clerk = company[who.CLERK]
    clerk.does("accept_offer", how="by letter", on=day(82))
    for number in (1, 3):
        clerk.does("tell_candidate", f"C{number}", how="by letter", on=day(83))


def check(company: Company) -> None:
    """The clerk records every check that the law of the school asks for."""
    for rule in law().checks:
        record_check(company[who.CLERK], rule.value, applies=rule.value.required == "always")


def record_check(clerk: Visitor, made: Check, *, applies: bool) -> None:
    """The clerk records one check."""
    clerk.does(
        "record_check",
        made.key,
        applies=applies,
        done_by=who.CLERK,
        evidence="Seen, and noted in the central record",
        on=day(88),
    )


def confirm(company: Company) -> None:
    """The employer confirms, and the new head comes to be in post."""
    employer(company).does("confirm", on=day(93))
    company[who.CLERK].does("take_up_post", on=day(121))
