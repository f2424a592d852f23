"""Each action done through its form: at which stage, by whom, with which answers."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from casework.models import Document, Meeting
from law.equality import QUESTIONS
from recruitment.actions import (
    advice,
    appointment,
    delegation,
    interests,
    meetings,
    papers,
    posts,
    specification,
    turns,
)
from recruitment.models import (
    ActingHead,
    Advice,
    Criterion,
    Interest,
    Representation,
    Reservations,
)
from recruitment.models.delegation import DecidingBody
from recruitment.points import Point
from schools.models import Membership
from schools.models.choices import Category, MemberKind, Nation
from tests.made_files import pdf
from tests.recruitment.headship import Headship, headship, person
from tests.recruitment.views.browser import Visit, visit

TODAY = date(2027, 2, 1)
PDF = pdf("A letter")
POINT = Point(
    criterion=1,
    seen="Gave no account of teaching when asked",
    seen_by="Ifor Prys",
    seen_on=date(2026, 9, 20),
    source="Interview, question 3",
    inference="Has not yet led teaching",
)
POINT_ANSWERS: dict[str, Any] = {
    "point_1_criterion": 1,
    "point_1_seen": POINT.seen,
    "point_1_seen_by": POINT.seen_by,
    "point_1_seen_on": POINT.seen_on,
    "point_1_source": POINT.source,
    "point_1_inference": POINT.inference,
}
LETTER: dict[str, Any] = {
    "not_disputed": "The decision is the governors' to make, and the process was fair.",
    "conclusion": "C1 has not yet been shown to meet essential criterion 1.",
    "same_yardstick": "Every candidate was asked the same eight questions.",
    "earlier_advice": "On 12 October I advised the panel to ask for more evidence.",
    "why_it_matters": "Half of the pupils do not yet read as well as they should.",
    "limits": "I did not see the second interview.",
    "what_would_settle_it": "A visit to the present school.",
    "what_governors_must_do": "To consider this letter and to minute that they did.",
    "interests": "None.",
    "capacity": "School improvement adviser",
    "authority_to_sign": "Authorised by the director of education",
    "copies": "The director of education",
}

Answers = Mapping[str, Any]


@dataclass(frozen=True)
class Row:
    """One action done through its form. `before` prepares the case that `stage` names."""

    action: str
    stage: str
    role: str
    answers: Callable[[Headship], Answers]
    before: Callable[[Headship], object] = lambda case: None
    about: Callable[[Headship], object] = lambda case: ""
    category: Category = Category.COMMUNITY
    nation: Nation = Nation.ENGLAND

    def __str__(self) -> str:
        return self.action

    def case(self) -> Headship:
        """The case, ready for the action. To be called with the clock at TODAY."""
        case = headship(self.stage, category=self.category, nation=self.nation)
        self.before(case)
        return case

    def visit(self, case: Headship) -> Visit:
        """The person of the role at the page of the action."""
        about = self.about(case)
        return visit(
            case.people[self.role], "act", case.vacancy.reference, self.action, about=about
        )


def row(
    action: str,
    stage: str,
    by: str = "clerk",
    before: Callable[[Headship], object] = lambda case: None,
    about: Callable[[Headship], object] = lambda case: "",
    *,
    category: Category = Category.COMMUNITY,
    nation: Nation = Nation.ENGLAND,
    **answers: Any,
) -> Row:
    """A row whose answers do not depend on the case, or are functions of it."""

    def for_case(case: Headship) -> Answers:
        return {k: value(case) if callable(value) else value for k, value in answers.items()}

    return Row(action, stage, by, for_case, before, about, category, nation)


SCHEME: dict[str, Any] = {
    "panel_minimum": 3,
    "panel_minimum_source": "4.2",
    "approval": "trust_board",
    "approval_source": "4.3",
    "appointer": "chief_executive",
    "appointer_source": "4.4",
    "consents": ["the bishop"],
    "consents_source": "Article 59",
}
EQUALITY_ANSWERS: dict[str, Any] = {
    f"{key}_is_{answer}": 2 if answer == "not_said" else 0
    for key, question in QUESTIONS.items()
    for answer in question.answers
}


# What some actions need before them


def trust_approves(case: Headship) -> None:
    case.delegate(DecidingBody.TRUST_BOARD)


def trust_declined(case: Headship) -> None:
    trust_approves(case)
    delegation.record_trust_decision(
        case.vacancy, approved=False, why="Criterion 2", evidence="Minute 12 of the board",
        by=case.clerk, on=case.day,
    )  # fmt: skip


def asks_consent(case: Headship) -> None:
    facts = {
        **SCHEME,
        "approval": DecidingBody.GOVERNING_BODY,
        "appointer": DecidingBody.TRUST_BOARD,
    }
    delegation.enter_scheme(case.vacancy, **facts, by=case.clerk, on=case.day)


def staff_governor(case: Headship) -> None:
    Membership.objects.filter(user=person("Kit Moss")).update(kind=MemberKind.STAFF)


def call(case: Headship) -> None:
    meetings.call_meeting(
        case.vacancy,
        body=Meeting.Body.GOVERNING_BODY,
        purpose="To consider the recommendation",
        held_on=case.day + timedelta(days=10),
        at=time(18),
        place="The hall",
        agenda=["The recommendation"],
        by=case.clerk,
        on=case.day,
    )
    case.after(10)


def meet(case: Headship) -> None:
    case.meet("To decide")


def draft_criterion(case: Headship) -> None:
    specification.add_criterion(
        case.vacancy,
        text="Leads teaching",
        tested_by=[Criterion.TestedBy.INTERVIEW],
        by=case.clerk,
        on=case.day,
    )


def declare(case: Headship) -> None:
    interests.declare_interest(
        case.vacancy,
        person=case.people["panel"],
        kind=Interest.Kind.FRIENDSHIP,
        detail="Went to school with a candidate",
        effect=Interest.Effect.NONE,
        by=case.actor("panel"),
        on=case.day,
    )


def applied(case: Headship) -> None:
    case.apply().after(15)


def late(case: Headship) -> None:
    case.apply("Dan Eade")


def sent(case: Headship) -> None:
    case.send_names()


def advise(case: Headship) -> None:
    advice.give_advice(
        case.vacancy,
        given_by="Ifor Prys",
        capacity="Adviser",
        form=Advice.Form.ORAL,
        to=Meeting.Body.PANEL,
        text="Seek further evidence on criterion 1",
        by=case.actor("adviser"),
        on=case.day,
    )


def represent(case: Headship) -> None:
    advice.make_representations(
        case.vacancy,
        candidate=case.candidate("C1"),
        made_by="Joan Beck",
        received_on=case.day,
        text="Not a suitable person for the post",
        points=[POINT],
        by=case.actor("officer"),
    )


def overrule(case: Headship) -> None:
    """Represented against in time, considered, and recommended all the same."""
    represent(case)
    case.after(8).interview()
    advice.consider_representations(
        case.vacancy,
        candidate=case.candidate("C1"),
        minute="Each point was considered",
        by=case.clerk,
        on=case.day,
    )
    case.recommend()


def reserve(case: Headship) -> None:
    advice.put_reservations(
        case.vacancy,
        candidate=case.candidate("C1"),
        before_decision=True,
        points=[POINT],
        by=case.actor("adviser"),
        on=case.day,
        **LETTER,
    )


def recommend_nobody(case: Headship) -> None:
    appointment.recommend_nobody(case.vacancy, why="None met them all", by=case.clerk, on=case.day)


def nobody_and_meet(case: Headship) -> None:
    recommend_nobody(case)
    meet(case)


def settle_in_meeting(case: Headship) -> None:
    case.settle()
    meet(case)


def check(case: Headship) -> None:
    case.check()


def fail_a_check(case: Headship) -> None:
    appointment.record_check(
        case.vacancy,
        check="prohibition",
        done_by="Joan Beck",
        evidence="The register",
        satisfactory=False,
        by=case.clerk,
        on=case.day,
    )


def acting(case: Headship) -> None:
    posts.name_acting_head(
        case.vacancy,
        kind=ActingHead.Kind.INTERIM,
        name="Lyn Fell",
        since=date(2027, 1, 1),
        arranged="The governing body proposed her",
        evidence="A letter",
        meeting=case.meet("To name an acting head"),
        by=case.clerk,
        on=case.day,
    )


def pause(case: Headship) -> None:
    turns.pause(case.vacancy, why="The school may federate", by=case.clerk, on=case.day)


def draft(case: Headship) -> None:
    papers.draft_document(case.vacancy, kind="test_letter", by=case.clerk, on=case.day)


def approve_draft(case: Headship) -> None:
    draft(case)
    papers.approve_document(case.vacancy, document=the_document(case), by=case.clerk, on=case.day)


def issue_draft(case: Headship) -> None:
    approve_draft(case)
    papers.issue_document(case.vacancy, document=the_document(case), by=case.clerk, on=case.day)


# What is answered from the case


def the_document(case: Headship) -> Document:
    return Document.objects.filter(case=case.vacancy).latest("pk")


def document_id(case: Headship) -> int:
    return the_document(case).pk


def meeting_id(case: Headship) -> int:
    return Meeting.objects.filter(case=case.vacancy).latest("number").pk


def only(model: Any) -> Callable[[Headship], object]:
    return lambda case: model.objects.get(vacancy=case.vacancy)


def panel(case: Headship) -> list[Any]:
    return case.panel


ROWS = (
    row("notify_authority", "recorded", how="by e-mail"),
    row("name_adviser", "recorded", adviser=lambda c: c.people["adviser"]),
    row("admit", "recorded", person=lambda c: c.people["governor"], role="governor"),
    row("dismiss", "recorded", why="Left", holder=lambda c: f"{c.people['governor'].pk}-governor"),
    row("declare_interest", "interviewed", "panel", kind="friendship", candidate="C2",
        detail="Old friends", effect="leave_item"),
    row("end_interest", "interviewed", "panel", declare, interest=only(Interest), why="A mistake"),
    row("start_specification", "recorded", standards="headteachers_standards_2020"),
    row("add_criterion", "recorded", text="Leads teaching", tested_by=["interview"]),
    row("remove_criterion", "recorded", before=draft_criterion, criterion=only(Criterion)),
    row("settle_criteria", "recorded", before=draft_criterion),
    row("keep_plan", "recorded", start=date(2027, 9, 1), appointee="head"),
    row("advertise", "panel_appointed", before=Headship.settle, where="The gazette",
        closing_on=TODAY + timedelta(days=14)),
    row("extend_closing", "advertised", why="Few came", where="The gazette",
        closing_on=TODAY + timedelta(days=20)),
    row("publish_again", "advertised", why="A criterion is wanting"),
    row("decide_not_to_advertise", "panel_appointed", before=settle_in_meeting,
        reason="A merger", meeting=meeting_id),
    row("call_meeting", "recorded", body="governing_body", purpose="To appoint the panel",
        held_on=TODAY + timedelta(days=10), at="6pm", place="The hall", agenda="The panel\nDates"),
    row("hold_meeting", "recorded", before=call, about=meeting_id, present=panel,
        chaired_by=lambda c: c.panel[0]),
    row("minute_item", "panel_appointed", about=meeting_id, title="Dates", minute="Agreed"),
    row("appoint_panel", "recorded", before=meet, members=panel, chair=lambda c: c.panel[0],
        trained=lambda c: c.panel[:1], votes_for=5),
    row("change_panel", "panel_appointed", before=meet, votes_for=5,
        members=lambda c: [*c.panel[:2], person("Kit Moss")]),
    row("leave_panel", "advertised", "panel", why="Unwell", person=lambda c: c.people["panel"].pk),
    row("add_candidate", "advertised", name="Ada Brook"),
    row("count_equality_answers", "advertised",
        **EQUALITY_ANSWERS),
    row("withdraw_candidate", "shortlisted", candidate="C1", why="Took another post"),
    row("shortlist", "advertised", before=applied, shortlisters=panel, is_C1="yes", is_C2="yes",
        is_C3="no", why_C1="Meets all", why_C2="Meets all", why_C3="Criterion 1 not shown"),
    row("extend_shortlist", "interviewed", before=late, shortlisters=panel, is_C4="yes",
        why_C4="Late, and posted in time"),
    row("send_names", "shortlisted", how="by hand"),
    row("record_receipt", "shortlisted", before=sent, evidence="Handed over"),
    row("corroborate_receipt", "names_sent", "officer"),
    row("contest_receipt", "names_sent", "officer", why="It came later",
        received_on=lambda c: c.day + timedelta(days=2)),
    row("record_interviews", "names_sent", candidates=["C1", "C2"], present=panel),
    row("tell_candidate", "shortlisted", candidate="C1", how="by letter"),
    row("give_advice", "advertised", "adviser", form="oral", to="panel", text="Ask for evidence"),
    row("consider_advice", "interviewed", before=advise, advice=only(Advice), minute="Considered"),
    row("record_opinion", "interviewed", "adviser", candidate="C1", verdict="not_suitable",
        summary="Not yet shown", **POINT_ANSWERS),
    row("make_no_representations", "names_sent", "officer"),
    row("make_representations", "names_sent", "officer", candidate="C1", text="Not suitable",
        **POINT_ANSWERS),
    row("withdraw_representations", "names_sent", "officer", represent, why="New evidence",
        representation=only(Representation)),
    row("consider_representations", "names_sent", before=represent, candidate="C1",
        minute="Each point was considered"),
    row("give_reasons", "names_sent", before=overrule, reasons="The task answered it",
        to_governing_body_on=TODAY, to_authority_on=TODAY),
    row("put_reservations", "recommended", "adviser", **LETTER, **POINT_ANSWERS),
    row("withdraw_reservations", "recommended", "adviser", reserve, why="It was answered",
        reservations=only(Reservations)),
    row("acknowledge_reservations", "recommended", before=reserve, reservations=only(Reservations)),
    row("consider_reservations", "recommended", before=reserve, reservations=only(Reservations),
        minute="Considered point by point"),
    row("recommend", "interviewed", candidate="C1", reasons="The strongest evidence"),
    row("recommend_nobody", "interviewed", why="None met them all"),
    row("approve", "recommended", before=meet, votes_for=4, votes_against=1),
    row("decline", "recommended", before=meet, votes_for=1, votes_against=4, why="Criterion 1"),
    row("notify_approval", "approved", how="by e-mail"),
    row("appoint", "approved", "officer"),
    row("refuse", "approved", "officer", ground="qualifications", evidence="No such award"),
    row("repeat_steps", "interviewed", before=nobody_and_meet, again_from="shortlisting",
        why="A field", meeting=meeting_id),
    row("enter_scheme", "recorded", category=Category.ACADEMY,
        **{**SCHEME, "consents": "the bishop"}),
    row("record_trust_decision", "recommended", before=trust_approves, category=Category.ACADEMY,
        approved="yes", evidence="Minute 12 of the board"),
    row("record_trust_reversal", "recommended", before=trust_declined, category=Category.ACADEMY,
        why="A wrong paper was read", evidence="Minute 13 of the board"),
    row("record_consent", "recommended", before=asks_consent, category=Category.ACADEMY,
        consent="the bishop", evidence="A letter"),
    row("record_undertaking", "recorded", before=staff_governor, nation=Nation.WALES,
        person=lambda c: person("Kit Moss").pk, text="I shall not apply."),
    row("make_offer", "appointed", salary="L20", starts_on=date(2027, 4, 12)),
    row("accept_offer", "offered"),
    row("name_acting_head", "recorded", before=meet, kind="interim", name="Lyn Fell",
        since=date(2027, 1, 1), arranged="The governing body proposed her", evidence="A letter",
        meeting=meeting_id),
    row("end_acting_head", "recorded", before=acting, acting=only(ActingHead), why="Back in class"),
    row("determine_pay", "recorded", before=meet, group=3, group_maximum=80_000, minimum=70_000,
        maximum=80_000, reasons="A school of this size", meeting=meeting_id),
    row("assess_risk", "accepted", reasons="It is late", supervision="Never alone with pupils",
        supervised_by="The deputy head", until=TODAY + timedelta(days=30)),
    row("record_check", "accepted", check="identity", done_by="Joan Beck", evidence="Passport"),
    row("undo_check", "accepted", before=check, check="identity", why="The wrong passport"),
    row("confirm", "accepted", before=check),
    row("take_up_post", "confirmed"),
    row("withdraw_vacancy", "recorded", because="resignation_withdrawn", why="She stays"),
    row("decline_offer", "offered", why="A post nearer home"),
    row("withdraw_appointment", "appointed", check="prohibition", done_by="Joan Beck",
        evidence="An entry in the list", why="A bar"),
    row("withdraw_offer", "accepted", before=fail_a_check, check="prohibition", why="A bar"),
    row("withdraw_recommendation", "recommended", why="A reference came late"),
    row("rescind_decision", "approved", before=meet, votes_for=5, why="A wrong paper was read"),
    row("pause", "advertised", why="The school may federate"),
    row("resume", "advertised", before=pause, why="It will not federate"),
    row("draft_document", "recorded", document="test_letter:"),
    row("edit_document", "recorded", before=draft, about=document_id, paragraph_1="Other words"),
    row("approve_document", "recorded", before=draft, about=document_id),
    row("issue_document", "recorded", before=approve_draft, about=document_id),
    row("record_sending", "recorded", before=issue_draft, about=document_id, how="by e-mail"),
    row("revoke_document", "recorded", before=issue_draft, about=document_id, why="Wrong date"),
    row("attach", "recorded", title="The letter of resignation",
        file=lambda c: SimpleUploadedFile("letter.pdf", PDF)),
    row("correct", "recorded", what="outgoing_last_day", to_date=date(2027, 4, 30), why="A slip"),
)  # fmt: skip
