"""What cannot be is found when a row is broken by hand, and never in a sound case."""

from collections.abc import Callable
from datetime import date, timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db.models import Model, QuerySet

from accounts.models import User
from casework import access, triggers
from casework.models import Attendance, Document, Meeting, MeetingItem, Sending
from recruitment import impossible
from recruitment.actions import appointment, papers
from recruitment.models import (
    Advertisement,
    Advice,
    Candidate,
    Check,
    Decision,
    Interest,
    NamesNotice,
    PanelSeat,
    Representation,
    Vacancy,
)
from recruitment.stages import Stage
from schools.changes import set_arrangement
from schools.models import Arrangement, Membership
from schools.models.choices import MemberKind
from tests.recruitment.headship import START, Headship, headship, on_day

pytestmark = pytest.mark.django_db

LATE = date(2027, 2, 1)
EARLY = START - timedelta(days=30)
Break = Callable[[Headship], object]


def at(stage: str, name: str = "Mill Lane Primary School") -> Headship:
    with on_day(LATE):
        return headship(stage, name)


def found(case: Headship) -> list[str]:
    """Return what is impossible in the case, without its reference."""
    reference = case.fresh().reference
    return [s.removeprefix(f"{reference}: ") for s in impossible.find(case.position(LATE))]


@pytest.mark.parametrize("stage", [s.value for s in Stage if s.value in {
    "recorded", "panel_appointed", "advertised", "shortlisted", "names_sent", "interviewed",
    "recommended", "approved", "appointed", "offered", "accepted", "confirmed", "in_post",
}])  # fmt: skip
def test_a_sound_case_is_possible_at_every_stage(stage: str) -> None:
    assert found(at(stage)) == []


def stage(name: str) -> Break:
    return lambda case: Vacancy.objects.filter(pk=case.vacancy.pk).update(stage=name)


def state(code: str, name: str) -> Break:
    return lambda case: Candidate.objects.filter(code=code).update(state=name)


def change(model: type[Model], **values: object) -> Break:
    """Return a break that writes `values` into every row of a model."""
    return lambda case: QuerySet(model).update(**values)


def outgoing(case: Headship) -> object:
    return Vacancy.objects.update(outgoing_head=case.panel[0])


def represent(**values: object) -> Break:
    def broken(case: Headship) -> object:
        facts = {"received_on": case.day, "made_by": "Joan Beck", "text": "Not suitable"}
        return Representation.objects.create(
            vacancy=case.vacancy, candidate=case.candidate("C2"), **{**facts, **values}
        )

    return broken


def advise(case: Headship) -> object:
    return Advice.objects.create(
        vacancy=case.vacancy, given_by="Ifor Prys", capacity="adviser", given_on=case.day,
        stage="interviewed", form="oral", to="panel", text="Ask again", considered_on=EARLY,
    )  # fmt: skip


def interest(case: Headship) -> object:
    return Interest.objects.create(
        vacancy=case.vacancy, person=case.panel[0], kind="other", detail="x", effect="none",
        declared_on=case.day, ended_on=EARLY,
    )  # fmt: skip


BROKEN: list[tuple[str, Break, str]] = [
    ("accepted", stage("fell_through"),
     "it stands at “The choice fell through” without the decision “fell through”."),
    ("accepted", stage("fell_through"),
     "it stands at “The choice fell through” and already holds the decision “accepted”."),
    ("recommended", change(Decision, ended_on=LATE),
     "it stands at “Recommended by the panel” without the decision “recommended”."),
    ("recommended", change(Decision, ended_on=EARLY),
     "“recommended” ended before it was decided."),
    ("recommended", state("C1", "withdrawn"), "C1 was recommended and stands at “Withdrawn”."),
    ("names_sent", lambda c: NamesNotice.objects.create(
        vacancy=c.vacancy, round=1, names=["C2"], sent_on=c.day, how="by hand"),
     "the name of C2 was given to the authority twice in one round."),
    ("interviewed", change(NamesNotice, names=["C1", "C2"]),
     "C3 was interviewed and the authority was not given the name."),
    ("interviewed", stage("recommended"),
     "it stands at “Recommended by the panel” without the decision “recommended”."),
    ("approved", stage("interviewed"),
     "it stands at “Interviewed” and already holds the decision “approved”."),
    ("recorded", stage("panel_appointed"), "it stands at “Panel appointed” without a panel."),
    ("panel_appointed", stage("advertised"), "without an advertisement, or a reason for none."),
    ("shortlisted", stage("names_sent"),
     "it stands at “Names sent to the authority” and no names were sent to the authority."),
    ("advertised", change(Advertisement, round=2), "belongs to round 2; the case is in round 1."),
    ("appointed", lambda c: Decision.objects.filter(kind="appoint").update(decided_on=EARLY),
     "“appointed” is dated before “approved”."),
    ("approved", change(Decision, meeting=None), "“approved” was decided without a meeting."),
    ("approved", lambda c: Meeting.objects.filter(number=2).update(body="panel"),
     "“approved” was decided in a meeting that could not decide it."),
    ("approved", lambda c: Meeting.objects.filter(number=2).update(held=False),
     "“approved” was decided in a meeting that could not decide it."),
    ("approved", lambda c: Meeting.objects.filter(number=2).update(held_on=LATE),
     "“approved” was decided before the meeting of 1 February 2027."),
    ("approved", lambda c: Attendance.objects.filter(meeting__number=2).exclude(
        person=c.people["chair"]).delete(), "“approved” was decided in an inquorate meeting."),
    ("approved", change(Decision, told_on=EARLY), "“approved” was told before it was decided."),
    ("interviewed", lambda c: Candidate.objects.filter(code="C1").update(told_on=EARLY),
     "C1 was told before anything was decided."),
    ("names_sent", state("C1", "interviewed"),
     "C1 stands at “Interviewed”, the vacancy at “Names sent to the authority”."),
    ("in_post", state("C2", "interviewed"), "C2 stands at “Interviewed”, the vacancy at “In post”"),
    ("recommended", state("C2", "recommended"), "more than one is chosen: C1, C2."),
    ("recommended", state("C2", "recommended"),
     "C2 stands at “Recommended” and was not recommended in this round."),
    ("recommended", state("C1", "interviewed"), "C1 was recommended and stands at “Interviewed”."),
    ("panel_appointed", outgoing, "the outgoing head, Tom Hale, sits on the panel."),
    ("panel_appointed", outgoing, "the outgoing head was at meeting 1."),
    ("panel_appointed", lambda c: PanelSeat.objects.all()[0].delete(), "has 2 members."),
    ("panel_appointed", lambda c: PanelSeat.objects.create(
        vacancy=c.vacancy, person=c.panel[0], since=c.day, until=LATE), "sits on the panel twice"),
    ("panel_appointed", lambda c: Membership.objects.filter(user=c.panel[0]).update(
        kind=MemberKind.ASSOCIATE), "Tom Hale sits on the panel and is no governor who can."),
    ("panel_appointed", change(Meeting, notice_on=LATE), "meeting 1 was held before its notice."),
    ("panel_appointed", change(Meeting, chaired_by=None),
     "meeting 1 was chaired by somebody who was not there."),
    ("panel_appointed", change(Meeting, held=False), "meeting 1 was attended and not held."),
    ("panel_appointed", change(MeetingItem, votes_for=9), "do not add up."),
    ("names_sent", change(NamesNotice, names=["C1", "C9"]), "names were sent of nobody here: C9."),
    ("names_sent", change(NamesNotice, received_on=EARLY), "were received before that."),
    ("names_sent", change(NamesNotice, contested_to=EARLY), "were received before that."),
    ("names_sent", change(NamesNotice, received_on=None, none_made_on=LATE),
     "the authority makes no representations on names that it has not received."),
    ("shortlisted", represent(), "a representation was made on C2, who was not named."),
    ("names_sent", represent(considered_on=EARLY), "C2 was dealt with before it came."),
    ("names_sent", represent(withdrawn_on=EARLY), "C2 was dealt with before it came."),
    ("interviewed", advise, "was considered before it was given."),
    ("confirmed", lambda c: Check.objects.filter(key="identity").delete(),
     "the appointment was confirmed without the check “Identity”."),
    ("confirmed", change(Check, undone_on=EARLY), "the undoing of the check identity is dated"),
    ("recorded", interest, "the end of the interest of Tom Hale is dated"),
    ("advertised", change(Advertisement, closing_on=EARLY), "a closing date is dated 2 August"),
    ("shortlisted", change(Candidate, applied_on=EARLY), "the application of C1 is dated 2 August"),
    ("panel_appointed", change(Vacancy, authority_told_on=EARLY), "the notice to the authority is"),
    ("panel_appointed", change(Vacancy, moved_on=EARLY), "the last step is dated 2 August 2026"),
]  # fmt: skip


@pytest.mark.parametrize(("where", "broken", "said"), BROKEN)
def test_what_was_broken_by_hand_is_found(where: str, broken: Break, said: str) -> None:
    case = at(where)
    broken(case)
    assert [s for s in found(case) if said in s], found(case)


def test_whom_the_authority_appointed_stays_so_when_the_vacancy_is_withdrawn() -> None:
    case = at("appointed")
    stage("withdrawn")(case)
    assert found(case) == []


# What the rules only warn of is not impossible


def test_with_the_budget_suspended_a_panels_meeting_may_have_approved() -> None:
    case = at("recommended")
    set_arrangement(case.school, Arrangement.SUSPENDED_BUDGET, EARLY)
    with on_day(LATE):
        meeting = case.meet("To consider the panel's recommendation")
        Meeting.objects.filter(pk=meeting.pk).update(body="panel")
        meeting.refresh_from_db()
        appointment.approve(
            case.vacancy, meeting=meeting, votes_for=3, votes_against=2, abstained=0,
            by=case.clerk, on=case.day,
        )  # fmt: skip
    assert case.fresh().stage == "approved"
    assert [said for said in found(case) if "decided" in said] == []


def test_an_interim_boards_own_quorum_is_not_held_to_that_of_governors() -> None:
    case = at("approved")
    set_arrangement(case.school, Arrangement.INTERIM_EXECUTIVE_BOARD, EARLY)
    there = Attendance.objects.filter(meeting__number=2)
    there.exclude(person=case.people["chair"]).delete()
    assert "“approved” was decided in an inquorate meeting." not in found(case)


# What a position does not hold


def command() -> list[str]:
    """Return what the command prints when there is something to find."""
    out = StringIO()
    with pytest.raises(CommandError, match=r"^\d+ impossible states\.$") as error:
        call_command("find_impossible", stdout=out)
    assert error.value.returncode == 1
    return out.getvalue().splitlines()


def nothing() -> bool:
    """Say whether the command finds nothing."""
    out = StringIO()
    call_command("find_impossible", stdout=out)
    return out.getvalue().startswith("Nothing impossible: ")


@pytest.fixture
def case() -> Headship:
    """A headship with an issued document."""
    made = at("advertised")
    with on_day(LATE):
        papers.draft_document(made.vacancy, kind="notice_of_vacancy", by=made.clerk, on=made.day)
        for act in (papers.approve_document, papers.issue_document):
            act(made.vacancy, document=Document.objects.get(), by=made.clerk, on=made.day)
    return made


def test_the_command_finds_nothing_in_a_sound_case(case: Headship) -> None:
    assert nothing()


def test_a_stage_without_its_decision_is_found_by_the_command(case: Headship) -> None:
    stage("recommended")(case)
    reference = case.fresh().reference
    assert (
        f"{reference}: it stands at “Recommended by the panel” without the decision "
        in (command()[0])
    )


def test_bytes_that_are_not_those_issued_are_found(case: Headship) -> None:
    Document.objects.update(content=b"another file")
    [said] = command()
    assert said.startswith(f"{case.fresh().reference}: the file of “Notice of vacancy")
    assert said.endswith("is not the one that was issued.")


def test_an_issued_document_without_its_file_is_found(case: Headship) -> None:
    Document.objects.update(content=None)
    assert command()[0].endswith("was issued and its file is not there.")


def test_documents_out_of_order_are_found(case: Headship) -> None:
    Document.objects.update(approved_on=EARLY)
    assert command()[0].endswith("was drafted, approved and issued out of order.")
    Document.objects.update(approved_on=case.day, status="draft")
    assert command()[0].endswith("is draft, and its date of issue says otherwise.")


def test_a_sending_before_the_issue_is_found(case: Headship) -> None:
    Sending.objects.create(document=Document.objects.get(), sent_on=EARLY, how="post", to="Joan")
    assert command()[0].endswith("was sent before it was issued.")


def test_a_wrong_count_of_events_is_found(case: Headship) -> None:
    Vacancy.objects.update(event_count=99)
    count = case.fresh().events.count()
    assert command() == [f"{case.fresh().reference}: it counts 99 events and has {count}."]


def test_an_event_that_had_not_happened_when_it_was_recorded_is_found(case: Headship) -> None:
    triggers.lift()
    case.fresh().events.filter(number=2).update(happened_on=date(2028, 1, 1))
    [said] = command()
    assert "event 2 happened on 1 January 2028 and was recorded on 1 February 2027." in said


def test_a_grant_to_the_outgoing_head_is_found(case: Headship) -> None:
    head = User.objects.create_user("head@example.org", "Mona Frith")
    Vacancy.objects.update(outgoing_head=head)
    access.grant("governor", head, case.fresh())
    assert command() == [f"{case.fresh().reference}: the outgoing head has the role “governor”."]


def test_a_place_on_the_panel_without_a_seat_is_found(case: Headship) -> None:
    access.grant("panel", case.people["governor"], case.fresh())
    assert command()[0].endswith("somebody who is not on the panel has the role “panel”.")


def test_two_vacancies_running_at_one_school_are_found(case: Headship) -> None:
    other = at("recorded", "Another School")
    Vacancy.objects.filter(pk=other.vacancy.pk).update(school=case.school)
    both = ", ".join(sorted(each.fresh().reference for each in (case, other)))
    assert command() == [f"{both}: more than one vacancy runs at one school for the same post."]


def test_a_vacancy_that_has_ended_is_no_second_one(case: Headship) -> None:
    other = at("in_post", "Another School")
    Vacancy.objects.filter(pk=other.vacancy.pk).update(school=case.school)
    assert nothing()
    assert list(impossible.find_in_school([case.fresh(), other.fresh()])) == []
