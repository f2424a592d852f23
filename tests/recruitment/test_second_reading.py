"""What a second stranger got round by reading the code or trying the pages, and can no more."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial

import pytest

from accounts.models import User
from casework import access, clock
from casework.action import Actor, NotInThisCase, Refused, certain
from casework.attachments import check
from casework.models import Meeting
from law.base import Strength
from recruitment.actions import advice, appointment, meetings, opening, papers, selection
from recruitment.models import Advice, Candidate, Criterion, Interest, Vacancy
from recruitment.rules import obstacles
from recruitment.stages import Stage
from schools.models import Membership
from schools.models.choices import MemberKind
from tests.recruitment.headship import NAMES, Headship, headship, on_day, person
from tests.recruitment.views.rows import LETTER, PDF, POINT, represent

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
TODAY = date(2027, 2, 1)


@pytest.fixture(autouse=True)
def _late() -> Iterator[None]:
    with on_day(TODAY):
        yield


def refusal(case: Headship, do: Callable[[], object]) -> tuple[str, ...]:
    """The keys of the refusal, once it is seen that nothing was recorded."""
    before = case.fresh().event_count
    with pytest.raises(Refused) as refused:
        do()
    assert case.fresh().event_count == before
    return refused.value.keys


def warned(case: Headship) -> list[str]:
    """What the last event was warned of."""
    found: list[str] = case.vacancy.events.latest("number").data.get("warned_of", [])
    return found


# Representations and the clock


def test_a_paper_that_a_receipt_makes_late_is_advice_to_be_considered() -> None:
    case = headship("shortlisted").send_names()
    sent = case.day
    represent(case.after(12))
    assert case.position().unconsidered
    selection.record_receipt(
        case.vacancy,
        names=list(Candidate.objects.filter(vacancy=case.vacancy)),
        received_on=sent,
        evidence="A signed receipt came to light",
        by=case.clerk,
    )
    assert not case.position().unconsidered
    assert len(case.position().unconsidered_advice) == 1
    case.interview()
    assert refusal(case, lambda: case.recommend("C2")) == ("advice_not_considered",)


def contest(case: Headship, to: date) -> None:
    selection.contest_receipt(
        case.vacancy, received_on=to, why="It came so", by=case.actor("officer"), on=case.day
    )


def test_the_authority_never_shortens_its_own_period_by_contesting() -> None:
    case = headship("names_sent")
    received = case.day
    case.after(3)
    contest(case, received + 2 * DAY)
    for day in (received - DAY, received, received + DAY, received + 2 * DAY):
        assert "not_a_later_date" in refusal(case, partial(contest, case, day))
    notice = case.position().notice
    assert notice
    assert notice.contested_to == received + 2 * DAY


def test_a_correction_does_not_put_a_representation_out_of_time_unanswered_for() -> None:
    case = headship("names_sent")
    received = case.day
    represent(case.after(5))

    def correct(by: Actor) -> None:
        papers.correct(
            case.vacancy,
            what="received_on",
            to=(received - 3 * DAY).isoformat(),
            why="Mistyped",
            by=by,
            on=case.day,
        )

    case.vacancy.notices.update(sent_on=received - 4 * DAY)
    assert refusal(case, lambda: correct(case.clerk)) == ("representation_put_out_of_time",)
    correct(Actor(case.clerk.user, override="The authority confirmed the day in writing"))
    assert not case.position().unconsidered
    assert len(case.position().unconsidered_advice) == 1


def test_a_withdrawn_paper_never_comes_back_as_advice() -> None:
    case = headship("names_sent")
    represent(case.after(9))
    assert case.position().unconsidered_advice
    advice.withdraw_representations(
        case.vacancy,
        representation=case.vacancy.representations.get(),
        why="New evidence",
        by=case.actor("officer"),
        on=case.day,
    )
    assert not case.position().unconsidered_advice


def test_two_late_papers_in_the_same_words_are_two_pieces_of_advice() -> None:
    case = headship("names_sent").after(9)
    for code in ("C1", "C2"):
        advice.make_representations(
            case.vacancy,
            candidate=case.candidate(code),
            made_by="Joan Beck",
            received_on=case.day,
            text="Not a suitable person",
            by=case.actor("officer"),
        )
    assert len(case.position().unconsidered_advice) == 2


def test_what_comes_after_a_decision_does_not_stand_in_its_way() -> None:
    case = headship("interviewed")
    decided, case.day = case.day, case.day + 2 * DAY
    advise(case, Meeting.Body.PANEL)
    case.day = decided
    case.recommend("C1")
    assert case.fresh().stage == Stage.RECOMMENDED


def advise(case: Headship, to: Meeting.Body) -> None:
    advice.give_advice(
        case.vacancy,
        given_by="Ifor Prys",
        capacity="adviser",
        form=Advice.Form.WRITTEN,
        to=to,
        text="Ask for more",
        by=case.actor("adviser"),
        on=case.day,
    )


def test_advice_to_the_governing_body_waits_for_it_and_not_for_the_panel() -> None:
    case = headship("interviewed")
    advise(case, Meeting.Body.GOVERNING_BODY)
    case.recommend("C1")
    meeting = case.meet("To decide")

    def approve() -> None:
        appointment.approve(
            case.vacancy,
            meeting=meeting,
            votes_for=5,
            votes_against=0,
            abstained=0,
            by=case.clerk,
            on=case.day,
        )

    assert refusal(case, approve) == ("advice_not_considered",)


# What has happened can be recorded


def test_an_approval_before_the_authority_was_told_is_answered_for_and_not_undone() -> None:
    case = headship("recommended")
    Vacancy.objects.filter(pk=case.vacancy.pk).update(authority_told_on=None)
    found = obstacles(case.position(), "approve", {})
    (untold,) = (o for o in found if o.key == "authority_not_told")
    assert untold.strength is Strength.HOUSE
    assert untold.overridable


def test_what_the_panel_owes_is_no_ground_on_which_the_authority_may_refuse() -> None:
    case = headship("approved")
    represent(case)
    case.vacancy.notices.update(received_on=case.day, sent_on=case.day)
    case.appoint()
    assert {"representations_not_considered", "reasons_not_given"} <= set(warned(case))
    assert "authority_not_told_of_approval" in warned(case)


# Interests


def declare(case: Headship, who: User, effect: Interest.Effect) -> None:
    opening.declare_interest(
        case.vacancy,
        person=who,
        kind=Interest.Kind.FAMILY,
        detail="A cousin",
        effect=effect,
        candidate=case.candidate("C1"),
        by=case.clerk,
        on=case.day,
    )


def test_nobody_goes_round_their_interest_by_dating_what_they_record_before_it() -> None:
    case = headship("interviewed")
    before, case.day = case.day, case.day + 2 * DAY
    declare(case, case.people["panel_chair"], Interest.Effect.LEAVE_ITEM)

    def recommend() -> None:
        appointment.recommend(
            case.vacancy,
            candidate=case.candidate("C2"),
            reasons="The strongest",
            by=case.actor("panel_chair"),
            on=before,
        )

    assert refusal(case, recommend) == ("you_have_an_interest",)


def test_an_interest_is_not_ended_back_to_before_a_meeting_at_which_it_stood() -> None:
    case = headship("recommended")
    declare(case, case.people["governor"], Interest.Effect.LEAVE_ITEM)
    case.meet("To decide")

    def end(by: Actor, on: date) -> None:
        opening.end_interest(
            case.vacancy, interest=Interest.objects.get(), why="Over", by=by, on=on
        )

    for by in (case.actor("governor"), case.clerk):
        assert refusal(case, partial(end, by, case.day - DAY)) == ("date_before_what_it_follows",)
    own = case.actor("governor")
    assert refusal(case, lambda: end(own, case.day + DAY)) == ("interest_ended_in_the_past",)
    end(own, TODAY)
    assert Interest.objects.get().ended_on == TODAY


# What is set aside is what was shown


def test_each_obstacle_that_is_set_aside_stands_in_the_record_in_words() -> None:
    case = headship("advertised").apply().after(15)
    applicants = list(Candidate.objects.filter(vacancy=case.vacancy))

    def shortlist(by: Actor) -> None:
        selection.shortlist(
            case.vacancy,
            candidates=applicants,
            reasons={},
            shortlisters=case.panel,
            by=by,
            on=case.day,
        )

    assert refusal(case, lambda: shortlist(case.clerk)) == ("reason_missing",) * 3
    shortlist(Actor(case.clerk.user, override="The sheets were lost"))
    aside = case.vacancy.events.latest("number").data["set_aside"]
    assert aside["rules"] == ["reason_missing"]
    assert aside["obstacles"] == [f"No reason is recorded for C{number}." for number in (1, 2, 3)]


# The panel


def change_panel(case: Headship, meeting: Meeting, on: date) -> None:
    meetings.change_panel(
        case.vacancy,
        meeting=meeting,
        members=[person(name) for name in NAMES[:4]],
        chair=person(NAMES[0]),
        trained=[person(NAMES[1])],
        votes_for=5,
        votes_against=0,
        abstained=0,
        by=case.clerk,
        on=on,
    )


def test_the_panel_is_not_changed_for_a_time_in_which_it_has_acted() -> None:
    case = headship("interviewed")
    appointment.recommend_nobody(case.vacancy, why="None met them", by=case.clerk, on=case.day)
    first = Meeting.objects.get(case=case.vacancy, number=1)
    assert "date_before_what_it_follows" in refusal(
        case, lambda: change_panel(case, first, first.held_on)
    )


def test_whoever_left_the_governing_body_and_came_back_is_not_on_the_panel_again() -> None:
    case = headship("interviewed")
    member, left = case.panel[2], case.day - 5 * DAY
    member.memberships.update(until=left)
    body = member.memberships.get().governing_body

    def again(since: date) -> None:
        Membership.objects.filter(user=member, since__gt=left).delete()
        Membership.objects.create(
            governing_body=body, user=member, kind=MemberKind.CO_OPTED, since=since
        )

    again(left + DAY)  # a new term of office, without a gap
    assert len(case.position().panel) == 3
    again(left + 3 * DAY)
    assert len(case.position().panel) == 2
    assert case.position().roles_left(member, access.roles_of(member, case.vacancy)) == {"governor"}


def test_the_steps_are_repeated_when_the_panel_can_no_longer_act_and_not_otherwise() -> None:
    case = headship("interviewed")
    meeting = case.meet("To reconstitute the panel")

    def repeat() -> None:
        appointment.repeat_steps(
            case.vacancy,
            meeting=meeting,
            readvertise=False,
            why="A member fell ill",
            by=case.clerk,
            on=case.day,
        )

    assert refusal(case, repeat) == ("panel_can_go_on",)
    case.panel[2].memberships.update(until=case.day - DAY)
    repeat()
    assert case.fresh().stage == Stage.ADVERTISED
    change_panel_without(case, meeting)
    assert len(case.position().panel) == 3


def change_panel_without(case: Headship, meeting: Meeting) -> None:
    """The governing body puts somebody else in the place of the third member."""
    meetings.change_panel(
        case.vacancy,
        meeting=meeting,
        members=[*case.panel[:2], person(NAMES[3])],
        chair=person(NAMES[0]),
        trained=[person(NAMES[1])],
        votes_for=5,
        votes_against=0,
        abstained=0,
        by=case.clerk,
        on=case.day,
    )


# Checks


def record_check(case: Headship, key: str, on: date, *, satisfactory: bool = True) -> None:
    appointment.record_check(
        case.vacancy,
        check=key,
        done_by="Joan Beck",
        evidence="Seen",
        satisfactory=satisfactory,
        by=case.clerk,
        on=on,
    )


def test_a_check_that_failed_is_not_replaced_by_one_of_an_earlier_day() -> None:
    case = headship("accepted")
    record_check(case, "prohibition", case.day, satisfactory=False)
    assert refusal(case, lambda: record_check(case, "prohibition", case.day - DAY)) == (
        "check_already_recorded",
    )


def test_a_check_is_not_made_before_the_law_lets_it_be_made() -> None:
    case = headship("accepted")
    offered, shortlisted = case.day, case.fresh().shortlisted_on
    assert shortlisted
    for key, first in (("fitness", offered), ("self_declaration", shortlisted)):
        assert refusal(case, partial(record_check, case, key, first - DAY)) == ("check_too_early",)
        record_check(case, key, first)


def test_a_check_older_than_the_application_is_warned_of() -> None:
    case = headship("accepted")
    record_check(case, "identity", case.candidate("C1").applied_on - DAY)
    assert warned(case) == ["check_older_than_application"]


# Dates that cannot be


def test_nobody_is_shortlisted_or_withdraws_before_they_applied() -> None:
    case = headship("advertised").apply()
    Candidate.objects.filter(vacancy=case.vacancy, code="C1").update(applied_on=case.day + 20 * DAY)
    case.after(15)
    assert refusal(case, case.shortlist) == ("not_yet_applied",)

    def withdraw() -> None:
        selection.withdraw_candidate(
            case.vacancy,
            candidate=case.candidate("C1"),
            why="Took another post",
            by=case.clerk,
            on=case.day,
        )

    assert refusal(case, withdraw) == ("not_yet_applied",)


def test_nobody_applies_before_the_post_was_advertised() -> None:
    case = headship("advertised")
    advert = case.position().advertisement
    assert advert
    case.day = advert.published_on - DAY
    assert "date_before_what_it_follows" in refusal(case, case.apply)


def test_the_specification_is_not_settled_before_its_last_criterion_was_added() -> None:
    case = headship("recorded").after(3)
    opening.add_criterion(
        case.vacancy,
        text="Leads teaching",
        tested_by=Criterion.TestedBy.TASK,
        by=case.clerk,
        on=case.day,
    )

    def settle() -> None:
        opening.settle_criteria(case.vacancy, by=case.clerk, on=case.day - DAY)

    assert refusal(case, settle) == ("date_before_what_it_follows",)


@pytest.mark.parametrize(
    ("fact", "day", "key"),
    [
        ("notice_received_on", date(2035, 1, 1), "date_in_the_future"),
        ("outgoing_last_day", date(1926, 12, 31), "date_unlikely"),
        ("outgoing_last_day", date(2062, 12, 31), "date_unlikely"),
    ],
)
def test_a_vacancy_is_not_opened_on_a_mistyped_year(fact: str, day: date, key: str) -> None:
    case = headship("recorded")
    Vacancy.objects.filter(pk=case.vacancy.pk).update(stage=Stage.WITHDRAWN)
    facts = {"outgoing_last_day": date(2026, 12, 31), fact: day}
    with pytest.raises(Refused) as refused:
        opening.open_vacancy(
            case.school,
            reason=Vacancy.Reason.RETIREMENT,
            outgoing_last_day=facts["outgoing_last_day"],
            notice_received_on=facts.get("notice_received_on"),
            by=case.clerk,
            on=case.day,
        )
    assert refused.value.keys == (key,)


def test_an_advertisement_does_not_close_in_another_century() -> None:
    case = headship("panel_appointed").settle()

    def advertise() -> None:
        opening.advertise(
            case.vacancy, where="Here", closing_on=date(2226, 10, 17), by=case.clerk, on=case.day
        )

    assert refusal(case, advertise) == ("date_unlikely",)


def test_reservations_before_a_decision_are_not_dated_after_it() -> None:
    case = headship("recommended")

    def put() -> None:
        advice.put_reservations(
            case.vacancy,
            candidate=case.candidate("C1"),
            before_decision=True,
            decision_on=case.day - DAY,
            points=[POINT],
            by=case.actor("adviser"),
            on=case.day,
            **LETTER,
        )

    assert refusal(case, put) == ("decision_before_the_letter",)


# Others


def test_a_shortlisted_candidate_who_was_not_interviewed_is_named() -> None:
    case = headship("names_sent").after(8)
    selection.record_interviews(
        case.vacancy,
        candidates=[case.candidate("C1")],
        present=case.panel,
        by=case.clerk,
        on=case.day,
    )
    assert warned(case) == ["shortlisted_not_interviewed"]


@pytest.mark.parametrize("capacity", ["present", "advisers", "in_attendance"])
def test_the_head_is_not_at_a_meeting_on_the_succession_in_any_capacity(capacity: str) -> None:
    case = headship("recorded")
    head = person("Mona Head")
    Membership.objects.create(
        governing_body=certain(case.school.governing_body),
        user=head,
        kind=MemberKind.HEAD,
        since=case.day - 400 * DAY,
    )
    meetings.call_meeting(
        case.vacancy,
        body=Meeting.Body.GOVERNING_BODY,
        purpose="To begin",
        held_on=case.day + 10 * DAY,
        at=clock.now().time(),
        place="The hall",
        agenda=["The panel"],
        by=case.clerk,
        on=case.day,
    )
    case.after(10)
    there = {"present": case.panel, "advisers": [], "in_attendance": []}

    def hold() -> None:
        meetings.hold_meeting(
            case.vacancy,
            meeting=Meeting.objects.get(case=case.vacancy),
            chaired_by=case.panel[0],
            by=case.clerk,
            on=case.day,
            **{**there, capacity: [*there[capacity], head]},
        )

    assert "outgoing_head" in refusal(case, hold)


def test_a_file_of_another_case_is_not_taken_for_one_of_this() -> None:
    other, case = headship("recorded", "Far Away Primary School"), headship("names_sent")
    papers.attach(
        other.vacancy, title="A reply", file=check("a.pdf", PDF), by=other.clerk, on=other.day
    )
    with pytest.raises(NotInThisCase):
        advice.make_representations(
            case.vacancy,
            candidate=case.candidate("C1"),
            made_by="Joan Beck",
            received_on=case.day,
            text="Not suitable",
            attachment=other.vacancy.attachments.get(),
            by=case.actor("officer"),
        )


def test_a_corrected_closing_date_says_anew_which_applications_were_late() -> None:
    case = headship("advertised")
    advert = case.position().advertisement
    assert advert
    assert advert.closing_on
    case.day = advert.closing_on + DAY
    case.apply("Ada Brook")
    assert case.candidate("C1").late
    papers.correct(
        case.vacancy,
        what="closing_on",
        to=case.day.isoformat(),
        why="Mistyped",
        by=case.clerk,
        on=case.day,
    )
    assert not case.candidate("C1").late
