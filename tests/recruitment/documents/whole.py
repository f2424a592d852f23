"""Headships in which, under any regime, every kind of paper that its law knows is written."""

from contextlib import suppress
from datetime import date, time, timedelta
from typing import Any

from casework.documents.blocks import Paper
from casework.documents.missing import MissingFact
from casework.models import Meeting
from law.appointment import Regime
from law.equality import QUESTIONS
from recruitment.actions import advice, appointment, equality, meetings, posts, selection, turns
from recruitment.documents import KINDS
from recruitment.models import Opinion, Representation, Vacancy
from recruitment.stages import AgainFrom
from schools.models import AuthorityStaff
from schools.models.choices import Category, Nation, StaffRole
from tests.recruitment.documents import words
from tests.recruitment.documents.filed import file_paper
from tests.recruitment.documents.posted import name, record
from tests.recruitment.documents.steps import (
    advise_panel,
    consider,
    consider_advice,
    decide_scoring,
    give,
    give_reasons,
    hand_in,
    meet_panel,
    recommend,
    represent,
    reserve,
    settle,
)
from tests.recruitment.headship import Headship, headship, person

# One school for each body of law.
SCHOOLS = {
    "england-community": ("Hill Top Primary School", Category.COMMUNITY, Nation.ENGLAND),
    "england-foundation": ("Fictional Saints School", Category.VOLUNTARY_AIDED, Nation.ENGLAND),
    "england-unit": ("The Fictown Unit", Category.PUPIL_REFERRAL_UNIT, Nation.ENGLAND),
    "england-academy": ("Fictown Academy", Category.ACADEMY, Nation.ENGLAND),
    "wales-community": ("Ysgol Dychmygol", Category.COMMUNITY, Nation.WALES),
    "wales-foundation": ("Ysgol y Bryn", Category.FOUNDATION, Nation.WALES),
}
OF_NAMES = frozenset(
    {
        "notice_of_names", "representations", "minute_of_consideration",
        "reasons_for_recommending", "receipt_of_names", "no_representations",
        "withdrawal_of_representations",
    }
)  # fmt: skip
TO_THE_AUTHORITY = frozenset(
    {
        "notice_of_vacancy", "notice_of_approval", "notice_of_acting_head",
        "contents_of_authority_file",
    }
)  # fmt: skip
OF_THE_EMPLOYING_AUTHORITY = frozenset({"authority_appointment", "authority_refusal"})
LISTED = ("C1", "C2", "C3")

Written = dict[str, Paper]


NOTHING_SAID = {question: {"not_said": 4} for question in QUESTIONS}


def known_to(law: Regime) -> set[str]:
    """Return the kinds of paper that a body of law can have."""
    lacking: set[str] = set()
    if law.names is None:
        lacking |= OF_NAMES
    if law.notice_of_vacancy is None:
        lacking |= TO_THE_AUTHORITY
    if not law.authority_employs:
        lacking |= OF_THE_EMPLOYING_AUTHORITY
    if law.pay_limit is None:
        lacking |= {"business_case_for_pay"}
    return set(KINDS) - lacking


def whole(school: str, category: Category, nation: Nation) -> Written:
    """Return a paper of each kind that three headships at such schools give, by its kind."""
    written: Written = {}
    chosen(written, headship("recorded", school, category=category, nation=nation))
    again(written, headship("recorded", f"{school} (2)", category=category, nation=nation))
    refused(written, headship("approved", f"{school} (3)", category=category, nation=nation))
    declined(written, headship("offered", f"{school} (4)", category=category, nation=nation))
    not_fit(written, headship("offered", f"{school} (5)", category=category, nation=nation))
    stayed(written, headship("recorded", f"{school} (6)", category=category, nation=nation))
    return written


def gather(written: Written, case: Headship) -> None:
    """Keep the first paper of each kind, from the step that first gives one."""
    position = case.position()
    for key, kind in KINDS.items():
        subjects = kind.subjects(position) if key not in written else ()
        for subject in subjects[:1]:
            with suppress(MissingFact):
                written[key] = kind.compose(position, subject.about)


def chosen(written: Written, case: Headship) -> None:
    """From the vacancy to the confirmation of the appointment."""
    titles = {StaffRole.OFFICER: "Head of Governor Services", StaffRole.ADVISER: "Adviser"}
    for role, title in titles.items():
        AuthorityStaff.objects.filter(role=role).update(title=title)
    Vacancy.objects.filter(pk=case.vacancy.pk).update(
        outgoing_head=person("Mona Frith"), notice_received_on=date(2026, 8, 31)
    )
    opened(written, case)
    shortlisted(written, case)
    if case.regime.names:
        sent(written, case)
        answered(written, case)
    interviewed(written, case)
    approved(written, case)
    employed(written, case)


def opened(written: Written, case: Headship) -> None:
    """Somebody is to act, and pay is determined: beyond the limit, where there is one."""
    case.notify().delegate().appoint_panel()
    gather(written, case)
    name(case)
    beyond: dict[str, Any] = {
        "group": 4,
        "group_maximum": 84_000,
        "business_case": "Two advertisements within the limit brought nobody.",
        "advised_by": "Marlow Pay Consultants, report of 2 September 2026",
    }
    posts.determine_pay(
        case.vacancy,
        minimum=98_000,
        maximum=112_000,
        reasons="The school has had three heads in two years.",
        meeting=case.meet("To determine the pay range"),
        by=case.clerk,
        on=case.day,
        **(beyond if case.regime.pay_limit else {}),
    )
    gather(written, case)


def shortlisted(written: Written, case: Headship) -> None:
    settle(case)
    decide_scoring(case, names_hidden=True, sealed=False)
    case.advertise().apply("Ada Brook", "Ben Carr", "Cat Dunn", "Dev Ellis").after(15)
    advise_panel(case)
    equality.count_equality_answers(case.vacancy, answers=NOTHING_SAID, by=case.clerk, on=case.day)
    scored(written, case)
    selection.shortlist(
        case.vacancy,
        candidates=[case.candidate(code) for code in LISTED],
        reasons=dict.fromkeys((*LISTED, "C4"), "Criterion 2"),
        shortlisters=case.panel,
        by=case.clerk,
        on=case.day,
    )
    meetings.call_meeting(
        case.vacancy,
        body=Meeting.Body.PANEL,
        purpose="To interview",
        held_on=case.day + timedelta(days=20),
        at=time(9),
        place="The library",
        agenda=["Interviews"],
        by=case.clerk,
        on=case.day,
    )
    gather(written, case)


def scored(written: Written, case: Headship) -> None:
    """Each member scores on paper, for the clerk to key in, and all hand in."""
    for member in case.panel:
        for code in (*LISTED, "C4"):
            give(case, member, code, 4, 3, on_paper=True)
    gather(written, case)
    for member in case.panel:
        hand_in(case, member, on_paper=True)


def sent(written: Written, case: Headship) -> None:
    """The authority is given the names, and receives them the same day."""
    selection.send_names(case.vacancy, how="by hand", by=case.clerk, on=case.day)
    selection.record_receipt(
        case.vacancy,
        names=[case.candidate(code) for code in LISTED],
        received_on=case.day,
        evidence="Handed over at the panel's table",
        by=case.clerk,
    )
    gather(written, case)


def answered(written: Written, case: Headship) -> None:
    """The authority makes none, represents after all about two, and withdraws one."""
    officer = case.actor("officer")
    selection.corroborate_receipt(case.vacancy, by=officer, on=case.day)
    advice.make_no_representations(case.vacancy, said_by="Joan Beck", by=officer, on=case.day)
    represent(case, "C1", case.day, (words.COACHING,))
    represent(case, "C2", case.day)
    advice.withdraw_representations(
        case.vacancy,
        representation=Representation.objects.get(vacancy=case.vacancy, candidate__code="C2"),
        why=words.TAKEN_BACK,
        by=officer,
        on=case.day,
    )
    gather(written, case)


def interviewed(written: Written, case: Headship) -> None:
    case.after(15)
    selection.record_interviews(
        case.vacancy,
        candidates=[case.candidate(code) for code in LISTED],
        present=case.panel,
        by=case.clerk,
        on=case.day,
    )
    advice.record_opinion(
        case.vacancy,
        candidate=case.candidate("C1"),
        verdict=Opinion.Verdict.NOT_SUITABLE,
        summary="Criterion 3 is not yet shown.",
        points=[words.COACHING],
        by=case.actor("adviser"),
        on=case.day,
    )
    meet_panel(case)
    if case.regime.names:
        consider(case, "C1")
    consider_advice(case)
    recommend(case)
    gather(written, case)


def approved(written: Written, case: Headship) -> None:
    reservations = reserve(case, before=True, decision_on=case.day + timedelta(days=10))
    if case.regime.names:
        give_reasons(case)
    gather(written, case)
    evening = case.meet("To consider the panel's recommendation")
    advice.consider_reservations(
        case.vacancy,
        reservations=reservations,
        minute=words.RESERVATIONS_MINUTE,
        by=case.clerk,
        on=case.day,
    )
    appointment.approve(
        case.vacancy,
        meeting=evening,
        votes_for=4,
        votes_against=1,
        abstained=0,
        minute=words.DISCUSSION,
        by=case.clerk,
        on=case.day,
    )
    gather(written, case)


def employed(written: Written, case: Headship) -> None:
    case.appoint().offer()
    gather(written, case)
    case.accept()
    file_paper(case, "extract_constituting_panel", "1")
    if case.regime.notice_of_vacancy:
        file_paper(case, "notice_of_approval")
    writer = "officer" if case.regime.authority_employs else "clerk"
    file_paper(case, "conditional_offer", role=writer)
    late = case.regime.start_before_certificate.value
    record(case, late.first)
    posts.assess_risk(
        case.vacancy,
        supervision="The person is never alone with pupils.",
        supervised_by="Kit Moss, deputy head",
        until=case.day + timedelta(days=90),
        reasons="The school has no other head, and the certificate is delayed.",
        by=case.clerk,
        on=case.day,
    )
    gather(written, case)
    record(case, {rule.value.key for rule in case.regime.checks} - late.first - {late.check})
    gather(written, case)
    case.confirm()
    gather(written, case)


def declined(written: Written, case: Headship) -> None:
    turns.decline_offer(case.vacancy, why="A post nearer home", by=case.clerk, on=case.day)
    gather(written, case)


def not_fit(written: Written, case: Headship) -> None:
    """The offer is withdrawn since a check is not satisfactory."""
    appointment.record_check(
        case.vacancy,
        check="prohibition",
        done_by="Joan Beck",
        evidence="The list of those prohibited",
        satisfactory=False,
        by=case.clerk,
        on=case.day,
    )
    turns.withdraw_offer(
        case.vacancy, check="prohibition", why="A check failed", by=case.clerk, on=case.day
    )
    gather(written, case)


def stayed(written: Written, case: Headship) -> None:
    """The outgoing head takes the resignation back."""
    Vacancy.objects.filter(pk=case.vacancy.pk).update(
        outgoing_head=person("Mona Frith"), notice_received_on=date(2026, 8, 31)
    )
    turns.withdraw_vacancy(
        case.vacancy,
        because=Vacancy.Ending.RESIGNATION_WITHDRAWN,
        why="The head stays",
        by=case.clerk,
        on=case.day,
    )
    gather(written, case)


def again(written: Written, case: Headship) -> None:
    """Nobody is recommended, and the post is advertised again."""
    case.notify().delegate().appoint_panel().settle().advertise().apply().after(15)
    appointment.recommend_nobody(case.vacancy, why=words.NOBODY, by=case.clerk, on=case.day)
    turns.repeat_steps(
        case.vacancy,
        meeting=case.meet("To consider how to go on"),
        again_from=AgainFrom.ADVERTISEMENT,
        why=words.AGAIN,
        by=case.clerk,
        on=case.day,
    )
    gather(written, case)


def refused(written: Written, case: Headship) -> None:
    """The governing body approves and, where it is for the authority, it declines to appoint."""
    if case.regime.authority_employs:
        appointment.refuse(
            case.vacancy,
            ground="qualifications",
            evidence=words.REFUSAL,
            by=case.actor("officer"),
            on=case.day,
        )
        gather(written, case)
