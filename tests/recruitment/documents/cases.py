"""Four headships played through the actions, and every paper of them that a test reads."""

from dataclasses import dataclass
from datetime import date, time

from casework.action import Actor
from casework.documents.blocks import Paper
from casework.models import Document, Meeting
from recruitment.actions import advice, appointment, meetings, opening, papers, selection
from recruitment.documents import KINDS
from recruitment.models import Advice, Criterion, Interest, Reservations, Vacancy
from recruitment.points import Point
from recruitment.position import Position
from schools.models import AuthorityStaff, School
from schools.models.choices import StaffRole
from tests.recruitment.documents import words
from tests.recruitment.headship import NAMES, Headship, headship, person


@dataclass(frozen=True)
class Read:
    """A paper that a case gave, and the position from which it was composed."""

    kind: str
    about: str
    position: Position

    @property
    def paper(self) -> Paper:
        return KINDS[self.kind].compose(self.position, self.about)


Papers = dict[str, Read]


def play() -> Papers:
    """Return every paper, by its kind and, after a full stop, what is particular about it."""
    return {**appointed(), **declined(), **refused(), **alone()}


def read(case: Headship, kind: str, about: str = "") -> Read:
    return Read(kind, about, case.position())


def begun(name: str) -> Headship:
    """A headship with its authority's people by title, whose panel is appointed."""
    case = headship("recorded", name)
    titles = {StaffRole.OFFICER: "Head of Governor Services", StaffRole.ADVISER: "Adviser"}
    for role, title in titles.items():
        AuthorityStaff.objects.filter(role=role).update(title=title)
    return case


def settle(case: Headship) -> None:
    for text, essential, tested_by in words.CRITERIA:
        opening.add_criterion(
            case.vacancy,
            text=text,
            essential=essential,
            tested_by=Criterion.TestedBy(tested_by),
            by=case.clerk,
            on=case.day,
        )
    opening.settle_criteria(case.vacancy, by=case.clerk, on=case.day)


def represent(case: Headship, code: str, on: date, points: tuple[Point, ...] = ()) -> None:
    advice.make_representations(
        case.vacancy,
        candidate=case.candidate(code),
        made_by="Joan Beck",
        office="Head of Governor Services",
        received_on=on,
        text=words.REPRESENTATION,
        points=points,
        by=case.actor("officer"),
    )


def meet_panel(case: Headship) -> None:
    """Hold a meeting of the panel on the present day, called that morning."""
    meetings.call_meeting(
        case.vacancy,
        body=Meeting.Body.PANEL,
        purpose="To decide whom to recommend",
        held_on=case.day,
        at=time(16, 30),
        place="The library",
        agenda=["Representations", "Recommendation"],
        by=case.clerk,
        on=case.day,
    )
    meetings.hold_meeting(
        case.vacancy,
        meeting=Meeting.objects.filter(case=case.vacancy).latest("number"),
        present=case.panel,
        chaired_by=case.panel[0],
        advisers=[case.people["adviser"]],
        in_attendance=[case.people["clerk"]],
        by=case.clerk,
        on=case.day,
    )


def consider(case: Headship, code: str) -> None:
    advice.consider_representations(
        case.vacancy,
        candidate=case.candidate(code),
        minute=words.CONSIDERATION,
        by=case.clerk,
        on=case.day,
    )


def reserve(
    case: Headship,
    *,
    before: bool,
    own: words.OwnWords = words.RESERVATIONS,
    decision_on: date = date(2026, 10, 19),
) -> Reservations:
    advice.put_reservations(
        case.vacancy,
        candidate=case.candidate("C1"),
        before_decision=before,
        points=[words.COACHING, words.BUDGET],
        decision_on=decision_on,
        by=case.actor("adviser"),
        on=case.day,
        **own,
    )
    return Reservations.objects.filter(vacancy=case.vacancy).latest("pk")


def until_interviews(case: Headship) -> None:
    """Names sent and received on 28 September; interviews on 8 October."""
    case.notify().appoint_panel()
    settle(case)
    case.advertise()
    case.apply()
    case.day = date(2026, 9, 28)
    case.shortlist().send_names().receive()


def appointed() -> Papers:
    """A headship with representations answered, and reservations before and after the decision."""
    case = begun("Mill Lane Primary School")
    Vacancy.objects.filter(pk=case.vacancy.pk).update(notice_received_on=date(2026, 8, 31))
    School.objects.filter(pk=case.school.pk).update(urn=999001)
    until_interviews(case)
    found: Papers = {
        "notice_of_vacancy": read(case, "notice_of_vacancy"),
        "notice_of_names": read(case, "notice_of_names"),
    }
    represent(case, "C1", date(2026, 10, 2), (words.COACHING,))
    advise_panel(case)
    case.day = date(2026, 10, 8)
    case.interview()
    case.day = date(2026, 10, 9)
    meet_panel(case)
    consider(case, "C1")
    consider_advice(case)
    recommend(case)
    case.day = date(2026, 10, 9)
    earlier = reserve(case, before=True)
    found |= {
        "representations": read(case, "representations", "C1"),
        "minute_of_consideration": read(case, "minute_of_consideration", "C1"),
        "reasons_for_recommending": read(case, "reasons_for_recommending"),
        "reservations": read(case, "reservations", "C1"),
        "acknowledgement_of_reservations.before": read(
            case, "acknowledgement_of_reservations", "C1"
        ),
    }
    send_out(case, "panel_report", approver=case.actor("panel_chair"))
    send_out(case, "reservations", "C1", approver=case.actor("adviser"))
    approve(case, earlier)
    case.day = date(2026, 10, 20)
    reserve(case, before=False)
    found |= {
        "acknowledgement_of_reservations": read(case, "acknowledgement_of_reservations", "C1"),
        "panel_report": read(case, "panel_report"),
        "agenda_of_approving_meeting": read(case, "agenda_of_approving_meeting", "3"),
        "minute_of_approving_meeting": read(case, "minute_of_approving_meeting", "3"),
        "notice_of_approval": read(case, "notice_of_approval"),
        "reservations.after": read(case, "reservations", "C1-2"),
        "acknowledgement_of_reservations.after": read(
            case, "acknowledgement_of_reservations", "C1-2"
        ),
    }
    return found | employed(case)


def send_out(case: Headship, kind: str, about: str = "", *, approver: Actor) -> None:
    """Draft, approve and issue a paper, and send it to those for whom it is meant."""
    drafter = approver if kind == "reservations" else case.clerk
    papers.draft_document(case.vacancy, kind=kind, about=about, by=drafter, on=case.day)
    document = Document.objects.filter(case=case.vacancy, kind=kind).latest("pk")
    papers.approve_document(case.vacancy, document=document, by=approver, on=case.day)
    papers.issue_document(case.vacancy, document=document, by=approver, on=case.day)
    to = KINDS[kind].to(case.position(), about)
    papers.record_sending(
        case.vacancy, document=document, to=to, how="by e-mail", by=case.clerk, on=case.day
    )


def advise_panel(case: Headship) -> None:
    advice.give_advice(
        case.vacancy,
        given_by="Ifor Prys",
        capacity="Adviser to the authority",
        form=Advice.Form.ORAL,
        to=Meeting.Body.PANEL,
        text="That the panel ask every candidate for evidence of coaching.",
        by=case.actor("adviser"),
        on=case.day,
    )


def consider_advice(case: Headship) -> None:
    for given in Advice.objects.filter(vacancy=case.vacancy, considered_on=None):
        advice.consider_advice(
            case.vacancy, advice=given, minute=words.ADVICE_MINUTE, by=case.clerk, on=case.day
        )


def recommend(case: Headship) -> None:
    appointment.recommend(
        case.vacancy,
        candidate=case.candidate("C1"),
        reasons=words.REASONS,
        by=case.clerk,
        on=case.day,
    )


def give_reasons(case: Headship) -> None:
    advice.give_reasons(
        case.vacancy,
        reasons=words.REASONS,
        to_governing_body_on=case.day,
        to_authority_on=case.day,
        by=case.clerk,
        on=case.day,
    )


def approve(case: Headship, earlier: Reservations) -> None:
    """The governing body meets, one governor withdraws, and the recommendation is approved."""
    leaving = person(NAMES[3])
    opening.declare_interest(
        case.vacancy,
        person=leaving,
        kind=Interest.Kind.FRIENDSHIP,
        detail="A friend of the candidate",
        effect=Interest.Effect.LEAVE_ITEM,
        candidate=case.candidate("C1"),
        by=case.clerk,
        on=case.day,
    )
    give_reasons(case)
    evening = case.meet("To consider the panel's recommendation")
    advice.consider_reservations(
        case.vacancy,
        reservations=earlier,
        minute=words.RESERVATIONS_MINUTE,
        by=case.clerk,
        on=case.day,
    )
    appointment.approve(
        case.vacancy,
        meeting=evening,
        votes_for=3,
        votes_against=1,
        abstained=0,
        withdrew=[leaving],
        minute=words.DISCUSSION,
        by=case.clerk,
        on=case.day,
    )


def employed(case: Headship) -> Papers:
    case.day = date(2026, 10, 22)
    appointment.appoint(
        case.vacancy, appointed_by="Joan Beck", by=case.actor("officer"), on=case.day
    )
    appointment.make_offer(
        case.vacancy,
        starts_on=date(2027, 1, 1),
        salary="Leadership scale point 20",
        by=case.actor("officer"),
        on=case.day,
    )
    case.day = date(2026, 10, 26)
    case.accept()
    case.day = date(2026, 11, 9)
    check(case, before="confirmation")
    case.confirm()
    confirmed = read(case, "confirmation_of_appointment")
    check(case, before="start")
    return {
        "authority_appointment": read(case, "authority_appointment"),
        "conditional_offer": read(case, "conditional_offer"),
        "confirmation_of_appointment.outstanding": confirmed,
        "confirmation_of_appointment": read(case, "confirmation_of_appointment"),
    }


def check(case: Headship, *, before: str) -> None:
    for rule in case.position().regime.checks:
        if rule.value.before == before:
            appointment.record_check(
                case.vacancy,
                check=rule.value.key,
                done_by="Joan Beck",
                evidence="Seen",
                applies=rule.value.required == "always",
                by=case.clerk,
                on=case.day,
            )


def declined() -> Papers:
    """Not advertised; receipt contested; one representation late; declined by a casting vote."""
    case = begun("Ford End Primary School")
    Vacancy.objects.filter(pk=case.vacancy.pk).update(reason=Vacancy.Reason.NEW_POST)
    case.notify().appoint_panel()
    settle(case)
    opening.decide_not_to_advertise(
        case.vacancy,
        meeting=case.position().meetings[-1],
        reason=words.GOOD_REASON,
        by=case.clerk,
        on=case.day,
    )
    case.apply()
    case.day = date(2026, 9, 28)
    case.shortlist()
    found: Papers = {
        "notice_of_vacancy.new_post": read(case, "notice_of_vacancy"),
        "notice_of_names.shortlist": read(case, "notice_of_names"),
    }
    case.send_names().receive()
    selection.contest_receipt(
        case.vacancy,
        received_on=date(2026, 9, 29),
        why="The envelope was opened the next day",
        by=case.actor("officer"),
        on=date(2026, 9, 30),
    )
    case.day = date(2026, 9, 30)
    found["notice_of_names.contested"] = read(case, "notice_of_names")
    advice.make_no_representations(
        case.vacancy, said_by="Joan Beck", by=case.actor("officer"), on=case.day
    )
    represent(case, "C2", date(2026, 10, 5))
    represent(case, "C3", date(2026, 10, 7))
    found["representations.late"] = read(case, "representations", "C3")
    case.day = date(2026, 10, 8)
    case.interview()
    early = reserve(case, before=True, own=words.FOR_THE_PANEL, decision_on=case.day)
    found |= {
        "reservations.panel": read(case, "reservations", "C1"),
        "acknowledgement_of_reservations.panel": read(
            case, "acknowledgement_of_reservations", "C1"
        ),
    }
    advice.consider_reservations(
        case.vacancy,
        reservations=early,
        minute=words.RESERVATIONS_MINUTE,
        by=case.clerk,
        on=case.day,
    )
    consider(case, "C2")
    consider_advice(case)
    recommend(case)
    return found | turned_down(case)


def turned_down(case: Headship) -> Papers:
    """Notice is shortened as urgent, and a tie is broken by the chair's casting vote."""
    meetings.call_meeting(
        case.vacancy,
        body=Meeting.Body.GOVERNING_BODY,
        purpose="To consider the panel's recommendation",
        held_on=date(2026, 10, 12),
        at=time(18),
        place="The school hall",
        agenda=["Apologies", "Interests", "Report of the selection panel (confidential)"],
        urgent="the person recommended must resign by 31 October to start in January.",
        by=case.clerk,
        on=case.day,
    )
    case.day = date(2026, 10, 12)
    evening = Meeting.objects.filter(case=case.vacancy).latest("number")
    meetings.hold_meeting(
        case.vacancy,
        meeting=evening,
        present=[person(name) for name in NAMES[1:]],
        chaired_by=case.people["chair"],
        advisers=[case.people["adviser"]],
        in_attendance=[case.people["clerk"]],
        by=case.clerk,
        on=case.day,
    )
    report = read(case, "panel_report")
    appointment.decline(
        case.vacancy,
        meeting=evening,
        why="The governing body wishes the post to be advertised.",
        votes_for=2,
        votes_against=2,
        abstained=0,
        casting="against",
        by=case.clerk,
        on=case.day,
    )
    return {
        "panel_report.not_advertised": report,
        "agenda_of_approving_meeting.urgent": read(case, "agenda_of_approving_meeting", "2"),
        "minute_of_approving_meeting.declined": read(case, "minute_of_approving_meeting", "2"),
    }


def refused() -> Papers:
    """Nobody represents and nobody advises; the authority refuses for want of a qualification."""
    case = headship("approved", "Low Row Primary School")
    report = read(case, "panel_report")
    appointment.refuse(
        case.vacancy,
        ground="qualifications",
        evidence=words.REFUSAL,
        by=case.actor("officer"),
        on=case.day,
    )
    return {
        "panel_report.no_advice": report,
        "authority_refusal": read(case, "authority_refusal"),
    }


def alone() -> Papers:
    """A field of one."""
    case = begun("Rill End Primary School").notify().appoint_panel()
    settle(case)
    case.advertise().apply("Ada Brook").after(15).shortlist()
    return {"notice_of_names.one": read(case, "notice_of_names")}
