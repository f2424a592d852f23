"""The headships played through the actions, and every paper of them that a test reads."""

from datetime import date, time

from casework.models import Meeting
from recruitment.actions import advice, appointment, interests, meetings, opening, selection
from recruitment.models import Interest, Reservations, Vacancy
from schools.models import School
from tests.recruitment.documents import words
from tests.recruitment.documents.advised import advised
from tests.recruitment.documents.checked import checked
from tests.recruitment.documents.ended import ended
from tests.recruitment.documents.evening import evening
from tests.recruitment.documents.filed import filed
from tests.recruitment.documents.governed import governed
from tests.recruitment.documents.packed import packed
from tests.recruitment.documents.posted import posted
from tests.recruitment.documents.regimes import every_regime
from tests.recruitment.documents.steps import (
    Papers,
    advise_panel,
    begun,
    check,
    consider,
    consider_advice,
    give_reasons,
    meet_panel,
    read,
    recommend,
    represent,
    reserve,
    send_out,
    settle,
    until_interviews,
)
from tests.recruitment.documents.told import told
from tests.recruitment.headship import NAMES, Headship, headship, person


def play() -> Papers:
    """Return every paper, by its kind and, after a full stop, what is particular about it."""
    firsts = (appointed(), declined(), refused(), alone())
    others = (
        told(), advised(), governed(), checked(), filed(), posted(), ended(), every_regime(),
        packed(),
        evening(),
    )  # fmt: skip
    return {name: paper for papers in firsts + others for name, paper in papers.items()}


def appointed() -> Papers:
    """A headship with representations answered, and reservations before and after the decision."""
    case = begun("Mill Lane Primary School")
    Vacancy.objects.filter(pk=case.vacancy.pk).update(
        notice_received_on=date(2026, 8, 31), outgoing_head=person("Mona Frith")
    )
    School.objects.filter(pk=case.school.pk).update(urn=999001)
    until_interviews(case)
    found: Papers = {
        "resignation_acknowledgement": read(case, "resignation_acknowledgement"),
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
        "agenda_of_first_meeting": read(case, "agenda_of_first_meeting", "1"),
        "minute_of_governing_body.first": read(case, "minute_of_governing_body", "1"),
        "minute_of_governing_body.approving": read(case, "minute_of_governing_body", "3"),
        "minute_of_panel": read(case, "minute_of_panel", "2"),
        "agenda_of_approving_meeting": read(case, "agenda_of_approving_meeting", "3"),
        "minute_of_approving_meeting": read(case, "minute_of_approving_meeting", "3"),
        "notice_of_approval": read(case, "notice_of_approval"),
        "reservations.after": read(case, "reservations", "C1-2"),
        "acknowledgement_of_reservations.after": read(
            case, "acknowledgement_of_reservations", "C1-2"
        ),
    }
    return found | employed(case)


def approve(case: Headship, earlier: Reservations) -> None:
    """The governing body meets, one governor withdraws, and the recommendation is approved."""
    leaving = person(NAMES[3])
    interests.declare_interest(
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
        "letter_unsuccessful": read(case, "letter_unsuccessful", "C2"),
        "confirmation_of_appointment.outstanding": confirmed,
        "confirmation_of_appointment": read(case, "confirmation_of_appointment"),
    }


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
    found["receipt_of_names.contested"] = read(case, "receipt_of_names")
    found["no_representations"] = read(case, "no_representations")
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
        "letter_unsuccessful.declined": read(case, "letter_unsuccessful", "C1"),
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
        "letter_unsuccessful.refused": read(case, "letter_unsuccessful", "C1"),
    }


def alone() -> Papers:
    """A field of one."""
    case = begun("Rill End Primary School").notify().appoint_panel()
    settle(case)
    case.advertise().apply("Ada Brook").after(15).shortlist()
    return {"notice_of_names.one": read(case, "notice_of_names")}
