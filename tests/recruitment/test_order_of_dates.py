"""Nothing is recorded as done before what it follows, and nobody is counted twice."""

from collections.abc import Iterator, Sequence
from datetime import date, time, timedelta
from functools import partial

import pytest

from accounts.models import User
from casework.action import Actor, Refused
from casework.models import Document, Meeting
from recruitment.actions import advice, appointment, interests, meetings, papers, selection, turns
from recruitment.models import Interest, PanelSeat, Representation, Vacancy
from recruitment.stages import CandidateState
from tests.recruitment.headship import NAMES, Headship, headship, on_day, person

pytestmark = pytest.mark.django_db

LATE = date(2027, 2, 1)
DAY = timedelta(days=1)
BEFORE = "date_before_what_it_follows"


@pytest.fixture(autouse=True)
def _late() -> Iterator[None]:
    with on_day(LATE):
        yield


def keys(refused: pytest.ExceptionInfo[Refused]) -> tuple[str, ...]:
    return refused.value.keys


def test_what_a_meeting_decides_is_decided_on_its_day() -> None:
    case = headship("recommended")
    meeting = case.meet("To decide")
    for day in (case.day - DAY, case.day + DAY):
        with pytest.raises(Refused) as refused:
            appointment.approve(
                case.vacancy,
                meeting=meeting,
                votes_for=5,
                votes_against=0,
                abstained=0,
                by=case.clerk,
                on=day,
            )
        assert keys(refused) == ("not_the_day_of_the_meeting",)


def test_a_meeting_before_the_recommendation_cannot_approve_it() -> None:
    case = headship("recommended")
    first = Meeting.objects.get(case=case.vacancy, number=1)
    with pytest.raises(Refused) as refused:
        appointment.approve(
            case.vacancy,
            meeting=first,
            votes_for=5,
            votes_against=0,
            abstained=0,
            by=case.clerk,
            on=first.held_on,
        )
    assert keys(refused) == (BEFORE,)


def test_no_vote_is_less_than_none() -> None:
    case = headship("recommended")
    meeting = case.meet("To decide")
    with pytest.raises(Refused) as refused:
        appointment.approve(
            case.vacancy,
            meeting=meeting,
            votes_for=6,
            votes_against=-1,
            abstained=0,
            by=case.clerk,
            on=case.day,
        )
    assert keys(refused) == ("votes_do_not_add_up",)


def test_nobody_is_at_a_meeting_twice() -> None:
    case = headship("recorded")
    governor = person(NAMES[0])
    with pytest.raises(Refused) as refused:
        hold_with(case, [governor, person(NAMES[1])], [governor])
    assert keys(refused) == ("recorded_twice",)


def hold_with(case: Headship, present: list[User], others: list[User]) -> None:
    meetings.call_meeting(
        case.vacancy,
        body=Meeting.Body.GOVERNING_BODY,
        purpose="To begin",
        held_on=case.day + timedelta(days=10),
        at=time(18),
        place="The hall",
        agenda=["To begin"],
        by=case.clerk,
        on=case.day,
    )
    meetings.hold_meeting(
        case.vacancy,
        meeting=Meeting.objects.get(),
        present=present,
        chaired_by=present[0],
        in_attendance=others,
        by=case.clerk,
        on=case.day + timedelta(days=10),
    )


def change_panel(case: Headship, *names: str, withdrew: Sequence[User] = ()) -> None:
    meeting = case.meet("To change the panel")
    members = [person(name) for name in names]
    away = [u for u in map(person, NAMES) if case.position().has_withdrawn(u)]
    meetings.change_panel(
        case.vacancy,
        meeting=meeting,
        members=[*members, members[0]],
        chair=members[0],
        trained=members,
        votes_for=5 - len(away),
        votes_against=0,
        abstained=0,
        withdrew=away,
        by=case.clerk,
        on=case.day,
    )


def test_a_seat_ends_on_the_day_before_the_panel_changes() -> None:
    case = headship("panel_appointed")
    change_panel(case, *NAMES[1:4])
    sitting = [seat.person.full_name for seat in case.position().panel]
    assert sitting == list(NAMES[1:4])
    assert PanelSeat.objects.filter(until=case.day - DAY).count() == 3


def test_a_member_who_was_replaced_is_not_back_when_the_interest_ends() -> None:
    case = headship("panel_appointed")
    withdrawn = person(NAMES[0])
    interests.declare_interest(
        case.vacancy,
        person=withdrawn,
        kind=Interest.Kind.FAMILY,
        detail="A cousin may apply",
        effect=Interest.Effect.WITHDRAW,
        by=case.clerk,
        on=case.day,
    )
    change_panel(case, *NAMES[1:4], withdrew=[withdrawn])
    interests.end_interest(
        case.vacancy, interest=Interest.objects.get(), why="He did not", by=case.clerk, on=case.day
    )
    assert [seat.person.full_name for seat in case.position().panel] == list(NAMES[1:4])
    change_panel(case, *NAMES[:3])
    assert [seat.person.full_name for seat in case.position().panel] == list(NAMES[:3])


def test_an_interest_does_not_end_before_it_was_declared() -> None:
    case = headship("panel_appointed")
    interests.declare_interest(
        case.vacancy,
        person=person(NAMES[0]),
        kind=Interest.Kind.OTHER,
        detail="A pupil's parent",
        effect=Interest.Effect.NONE,
        by=case.clerk,
        on=case.day,
    )
    with pytest.raises(Refused) as refused:
        interests.end_interest(
            case.vacancy,
            interest=Interest.objects.get(),
            why="Over",
            by=case.clerk,
            on=case.day - DAY,
        )
    assert keys(refused) == (BEFORE,)


def test_the_authority_says_none_only_once_it_has_the_names() -> None:
    case = headship("names_sent")
    with pytest.raises(Refused) as refused:
        advice.make_no_representations(
            case.vacancy, said_by="Joan Beck", by=case.clerk, on=case.day - DAY
        )
    assert keys(refused) == (BEFORE,)


def represented() -> Headship:
    case = headship("names_sent")
    case.after(3)
    advice.make_representations(
        case.vacancy,
        candidate=case.candidate("C2"),
        made_by="Joan Beck",
        received_on=case.day,
        text="Not suitable",
        by=case.clerk,
    )
    return case


def test_a_representation_is_not_considered_before_it_came() -> None:
    case = represented()
    with pytest.raises(Refused) as refused:
        advice.consider_representations(
            case.vacancy,
            candidate=case.candidate("C2"),
            minute="Considered",
            by=case.clerk,
            on=case.day - DAY,
        )
    assert keys(refused) == ("nothing_to_consider",)
    assert Representation.objects.get().considered_on is None


def test_reasons_do_not_reach_anybody_before_the_recommendation() -> None:
    case = represented()
    advice.consider_representations(
        case.vacancy, candidate=case.candidate("C2"), minute="Considered", by=case.clerk,
        on=case.day,
    )  # fmt: skip
    case.after(5).interview().recommend("C2")
    for early in ("to_governing_body_on", "to_authority_on"):
        dates = {"to_governing_body_on": case.day, "to_authority_on": case.day}
        with pytest.raises(Refused) as refused:
            advice.give_reasons(
                case.vacancy,
                reasons="The task answered it",
                **{**dates, early: case.day - DAY},
                by=case.clerk,
                on=case.day,
            )
        assert keys(refused) == (BEFORE,)


def test_the_authority_is_not_told_of_an_approval_before_it() -> None:
    case = headship("approved")
    with pytest.raises(Refused) as refused:
        appointment.notify_approval(case.vacancy, how="by letter", by=case.clerk, on=case.day - DAY)
    assert keys(refused) == (BEFORE,)


def test_a_check_is_not_undone_before_it_was_made() -> None:
    case = headship("confirmed")
    with pytest.raises(Refused) as refused:
        appointment.undo_check(
            case.vacancy, check="identity", why="Another's", by=case.clerk, on=case.day - DAY
        )
    assert keys(refused) == ("check_not_recorded",)


def test_a_document_is_approved_after_its_draft_and_issued_after_its_approval() -> None:
    case = headship("recorded").after(5)
    papers.draft_document(case.vacancy, kind="notice_of_vacancy", by=case.clerk, on=case.day)
    draft = Document.objects.get()
    with pytest.raises(Refused) as refused:
        papers.approve_document(case.vacancy, document=draft, by=case.clerk, on=case.day - DAY)
    assert keys(refused) == (BEFORE,)
    papers.approve_document(case.vacancy, document=draft, by=case.clerk, on=case.day)
    with pytest.raises(Refused) as refused:
        papers.issue_document(case.vacancy, document=draft, by=case.clerk, on=case.day - DAY)
    assert keys(refused) == (BEFORE,)


@pytest.mark.parametrize(
    ("what", "days", "key"),
    [
        ("received_on", -1, BEFORE),
        ("authority_told_on", -60, BEFORE),
        ("closing_on", -60, BEFORE),
        ("candidate_told_on", -60, BEFORE),
        ("received_on", 1, "date_in_the_future"),
        ("candidate_told_on", 1, "date_in_the_future"),
    ],
)
def test_a_correction_is_itself_possible(what: str, days: int, key: str) -> None:
    case = headship("names_sent")
    selection.tell_candidate(
        case.vacancy, candidate=case.candidate("C1"), how="by letter", by=case.clerk, on=case.day
    )
    to = (case.day + timedelta(days=days)).isoformat()
    with pytest.raises(Refused) as refused:
        papers.correct(
            case.vacancy, what=what, which="C1", to=to, why="A slip", by=case.clerk, on=case.day
        )
    assert keys(refused) == (key,)


def test_a_candidate_told_of_one_decision_is_still_to_be_told_of_the_next() -> None:
    case = headship("shortlisted")
    candidate = case.candidate("C2")
    tell = partial(
        selection.tell_candidate, case.vacancy, candidate=candidate, how="by letter", by=case.clerk
    )
    tell(on=case.day)
    case.send_names().receive().after(8).interview().recommend().approve().appoint()
    assert case.candidate("C2").state == CandidateState.UNSUCCESSFUL
    assert case.candidate("C2").told_on is None
    tell(on=case.day)
    assert case.candidate("C2").told_on == case.day


@pytest.mark.parametrize("stage", ["recommended", "approved"])
def test_nobody_is_left_recommended_when_the_vacancy_is_withdrawn(stage: str) -> None:
    case = headship(stage)
    turns.withdraw_vacancy(
        case.vacancy, because=Vacancy.Ending.ABANDONED, why="No longer", by=case.clerk, on=case.day
    )
    states = {case.candidate(code).state for code in ("C1", "C2", "C3")}
    assert states == {CandidateState.UNSUCCESSFUL}


def test_a_failed_check_that_the_law_requires_is_not_set_aside_with_a_house_rule() -> None:
    case = headship("accepted").check()
    for key in ("references", "overseas"):
        appointment.undo_check(case.vacancy, check=key, why="Wrong", by=case.clerk, on=case.day)
        appointment.record_check(
            case.vacancy,
            check=key,
            done_by="Joan Beck",
            evidence="Not satisfactory",
            satisfactory=False,
            by=case.clerk,
            on=case.day,
        )
    override = Actor(case.people["clerk"], override="We know him")
    with pytest.raises(Refused) as refused:
        appointment.confirm(case.vacancy, by=override, on=case.day)
    assert keys(refused) == ("check_failed",)
    assert "Overseas checks" in refused.value.obstacles[0].sentence
