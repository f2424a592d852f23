"""What a second reader found: old facts that outlived the choice or the round they belonged to."""

from collections.abc import Iterator
from datetime import date, time, timedelta

import pytest

from casework.action import Actor, Refused
from casework.models import Meeting
from casework.tasks import State
from recruitment import impossible
from recruitment.actions import appointment, delegation, interests, meetings, selection, turns
from recruitment.forms.base import Desk
from recruitment.models import Appointee, Interest
from recruitment.models.delegation import DecidingBody
from recruitment.pages import dates
from recruitment.stages import AgainFrom, CandidateState, Stage
from recruitment.tasks import TASKS
from recruitment.timetable.facts import ask_of
from schools.models.choices import Category, Nation
from tests.recruitment.headship import NAMES, Headship, headship, on_day, person, refusal
from tests.recruitment.test_panel_and_checks import warned
from tests.recruitment.test_turns import nobody, take_back
from tests.recruitment.views.browser import sign_in

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with on_day(date(2027, 2, 1)):
        yield


def sound(case: Headship) -> Headship:
    assert list(impossible.find(case.position())) == []
    return case


# Words that fit whoever appoints


@pytest.mark.parametrize(
    ("category", "said"),
    [
        (Category.COMMUNITY, "Record the authority's appointment first."),
        (Category.VOLUNTARY_AIDED, "Record the governing body's approval first"),
        (Category.ACADEMY, "Record first what the trust decides"),
    ],
)
def test_the_task_list_says_what_comes_before_the_offer(category: Category, said: str) -> None:
    case = headship("recommended", category=category)
    (offer,) = (t for t in TASKS.of(case.position()) if t.action == "make_offer")
    ways = {o.key: o.clears_by for o in offer.in_the_way}
    assert ways["not_yet_appointed"].startswith(said)


# A panel that interviewed nobody


def change_panel(case: Headship) -> None:
    meeting = case.meet("To change the panel")
    meetings.change_panel(
        case.vacancy,
        meeting=meeting,
        members=[person(name) for name in NAMES[2:5]],
        chair=person(NAMES[2]),
        trained=[person(NAMES[2])],
        votes_for=5,
        votes_against=0,
        abstained=0,
        by=case.clerk,
        on=case.day,
    )


def again(case: Headship, again_from: AgainFrom) -> None:
    meeting = case.meet("To require a repetition")
    turns.repeat_steps(
        case.vacancy,
        again_from=again_from,
        why="None met them",
        meeting=meeting,
        by=case.clerk,
        on=case.day,
    )


def test_a_panel_that_interviewed_nobody_repeats_from_the_shortlisting_and_no_later() -> None:
    case = headship("interviewed")
    nobody(case)
    change_panel(case)
    case.after(1)
    meeting = case.meet("To require a repetition")
    assert "panel_did_not_interview" in refusal(
        case,
        lambda: turns.repeat_steps(
            case.vacancy,
            again_from=AgainFrom.RECOMMENDATION,
            why="None met them",
            meeting=meeting,
            by=case.clerk,
            on=case.day,
        ),
    )
    again(case, AgainFrom.SHORTLISTING)
    assert case.fresh().stage == Stage.ADVERTISED


def test_a_panel_that_interviewed_nobody_does_not_think_again_of_recommending_nobody() -> None:
    case = headship("interviewed")
    nobody(case)
    change_panel(case)
    assert refusal(case, lambda: take_back(case)) == ("panel_did_not_interview",)


# Consents


def academy(stage: str) -> Headship:
    """An academy in which the bishop consents and the board of trustees approves and appoints."""
    case = headship("panel_appointed", category=Category.ACADEMY)
    delegation.enter_scheme(
        case.vacancy,
        panel_minimum=3,
        panel_minimum_source="Scheme of delegation, 4.2",
        approval=DecidingBody.TRUST_BOARD,
        approval_source="Scheme of delegation, 4.3",
        appointer=DecidingBody.CHIEF_EXECUTIVE,
        appointer_source="Scheme of delegation, 4.4",
        consents=["The bishop"],
        consents_source="Articles, 50",
        by=case.clerk,
        on=case.day,
    )
    case.settle().advertise().apply().after(15).shortlist().after(8).interview()
    return case.recommend() if stage == "recommended" else case


def consent(case: Headship, on: date, by: Actor | None = None) -> None:
    delegation.record_consent(
        case.vacancy, consent="The bishop", evidence="A letter", by=by or case.clerk, on=on
    )


def decide(case: Headship, approved: bool = True) -> None:
    delegation.record_trust_decision(
        case.vacancy,
        approved=approved,
        why="" if approved else "A wrong paper",
        evidence="A minute",
        by=case.clerk,
        on=case.day,
    )


def reverse(case: Headship) -> None:
    turns.record_trust_reversal(
        case.vacancy, evidence="A minute", why="A wrong paper", by=case.clerk, on=case.day
    )


def test_a_consent_ends_with_the_choice_it_was_given_for() -> None:
    case = academy("recommended").after(1)
    consent(case, case.day)
    assert case.position().consents_wanting == ()
    take_back(case.after(1))
    case.after(1).recommend()
    assert case.position().consents_wanting == ("The bishop",)
    assert refusal(case, lambda: consent(case, case.day - DAY)) == ("consent_before_choice",)
    consent(case, case.day)
    assert case.position().consents_wanting == ()


def interested(case: Headship) -> None:
    interests.declare_interest(
        case.vacancy,
        person=case.clerk.user,
        kind=Interest.Kind.FAMILY,
        detail="A cousin",
        effect=Interest.Effect.LEAVE_ITEM,
        candidate=case.candidate("C1"),
        by=case.clerk,
        on=case.day,
    )


def test_whoever_has_an_interest_in_the_person_records_nothing_the_trust_decides() -> None:
    case = academy("recommended")
    interested(case)
    assert refusal(case, lambda: consent(case, case.day)) == ("you_have_an_interest",)
    assert refusal(case, lambda: decide(case)) == ("you_have_an_interest",)


def test_whoever_has_an_interest_in_the_person_does_not_record_a_reversal() -> None:
    case = academy("recommended")
    decide(case)
    interested(case)
    assert refusal(case, lambda: reverse(case)) == ("you_have_an_interest",)


# The timeline of an academy


def test_the_timeline_says_that_the_trust_decided_and_in_which_order() -> None:
    case = academy("recommended").after(1)
    decide(case, approved=False)
    reverse(case)
    decide(case)
    desk = Desk(case.position(), case.clerk.user, frozenset({"clerk"}))
    said = [e.label for e in dates.entries(desk) if "trustees" in e.label]
    assert said == [
        "The board of trustees declined",
        "The board of trustees declined: no longer stands",
        "The board of trustees approved",
    ]


def test_before_the_scheme_is_entered_the_trusts_decision_waits_for_it() -> None:
    case = headship("recorded", category=Category.ACADEMY)
    address = f"/vacancies/{case.vacancy.reference}/act/record_trust_decision/"
    text = sign_in(case.clerk.user).get(address).content.decode()
    assert "Enter what the scheme lays down" in text
    assert "record its vote" not in text


# Candidates


def interview(case: Headship, *codes: str) -> None:
    selection.record_interviews(
        case.vacancy,
        candidates=[case.candidate(code) for code in codes],
        present=case.panel,
        by=case.clerk,
        on=case.day,
    )


def extend(case: Headship) -> None:
    case.apply("Dan Eves")
    selection.extend_shortlist(
        case.vacancy,
        candidates=[case.candidate("C4")],
        reasons={"C4": "Meets every criterion"},
        shortlisters=case.panel,
        by=case.clerk,
        on=case.day,
    )


def test_whoever_is_shortlisted_on_the_day_of_the_interviews_is_still_to_be_interviewed() -> None:
    case = headship("interviewed", category=Category.ACADEMY)
    extend(case)
    assert [c.code for c in case.position().added_since_interviews] == ["C4"]
    case.recommend()
    assert "shortlisted_not_interviewed" in warned(case)


def test_those_on_the_shortlist_wait_again_when_the_panel_thinks_again() -> None:
    case = headship("names_sent").after(8)
    interview(case, "C1")
    nobody(case)
    take_back(case)
    states = [case.candidate(code).state for code in ("C1", "C2", "C3")]
    waits = CandidateState.SHORTLISTED
    assert states == [CandidateState.INTERVIEWED, waits, waits]
    sound(case)


def test_whoever_is_considered_again_brings_nothing_from_the_round_before() -> None:
    case = headship("interviewed")
    nobody(case)
    selection.tell_candidate(
        case.vacancy, candidate=case.candidate("C1"), how="By letter", by=case.clerk, on=case.day
    )
    again(case, AgainFrom.SHORTLISTING)
    row = case.candidate("C1")
    assert (row.late, row.decided_on, row.told_on, row.told_how, row.reason) == (
        False, None, None, "", "",
    )  # fmt: skip
    sound(case)


# The timetable


def test_the_period_is_not_over_while_that_of_an_earlier_notice_runs() -> None:
    case = headship("shortlisted").send_names().after(1)
    extend(case)
    selection.send_names(case.vacancy, how="by hand", by=case.clerk, on=case.day)
    for code, day in (("C4", case.day), ("C1", case.day + 5 * DAY)):
        receive(case, code, day)
    case.after(8)
    assert "period_end" not in facts(case)
    case.after(10)
    p = case.position()
    assert facts(case)["period_end"] == max(filter(None, map(p.last_day, p.notices)))


def receive(case: Headship, code: str, day: date) -> None:
    (notice,) = (n for n in case.position().notices if code in n.names)
    selection.record_receipt(
        case.vacancy,
        names=[case.candidate(c) for c in notice.names],
        received_on=day,
        evidence="Handed over",
        by=case.clerk,
    )


def facts(case: Headship) -> dict[str, date]:
    start = case.vacancy.outgoing_last_day + DAY
    return dict(ask_of(case.position(), start, Appointee.FREE).done)


@pytest.mark.parametrize(
    ("again_from", "stands"), [(AgainFrom.SHORTLISTING, True), (AgainFrom.ADVERTISEMENT, False)]
)
def test_the_advertisement_counts_unless_the_post_is_to_be_advertised_again(
    again_from: AgainFrom, stands: bool
) -> None:
    case = headship("interviewed")
    nobody(case)
    again(case, again_from)
    (line,) = (t for t in TASKS.of(case.position()) if t.action == "advertise")
    assert (line.state == State.DONE, "advertise" in facts(case)) == (stands, stands)


def test_a_date_beyond_the_table_of_bank_holidays_is_refused_and_not_a_crash() -> None:
    case = headship("recorded", category=Category.COMMUNITY, nation=Nation.WALES)
    far = date(2060, 6, 1)
    with on_day(far), pytest.raises(Refused) as refused:
        meetings.call_meeting(
            case.vacancy,
            body=Meeting.Body.GOVERNING_BODY,
            purpose="To appoint the selection panel",
            held_on=far + timedelta(days=20),
            at=time(18),
            place="The hall",
            agenda=["The panel"],
            notice_to_authority=True,
            by=case.clerk,
            on=far,
        )
    assert "days_not_known" in refused.value.keys
    assert "The bank holidays of 2060 are not known" in str(refused.value)


def test_a_scheme_that_asks_for_a_larger_panel_makes_no_earlier_one_impossible() -> None:
    case = headship("advertised", category=Category.ACADEMY)
    delegation.enter_scheme(
        case.vacancy,
        panel_minimum=5,
        panel_minimum_source="Scheme of delegation, 4.2",
        approval=DecidingBody.GOVERNING_BODY,
        approval_source="Scheme of delegation, 4.3",
        appointer=DecidingBody.TRUST_BOARD,
        appointer_source="Scheme of delegation, 4.4",
        by=case.clerk,
        on=case.day,
    )
    assert list(impossible.find(case.position())) == []


def test_whoever_waits_again_is_no_longer_held_to_have_been_told() -> None:
    case = headship("names_sent").after(8)
    nobody_interviewed_but(case, "C1")
    appointment.recommend_nobody(case.vacancy, why="Nobody", by=case.clerk, on=case.day)
    selection.tell_candidate(
        case.vacancy, candidate=case.candidate("C1"), how="by letter", by=case.clerk, on=case.day
    )
    turns.withdraw_recommendation(case.vacancy, why="A slip", by=case.clerk, on=case.day)
    for candidate in case.position().candidates:
        assert (candidate.decided_on, candidate.told_on, candidate.told_how) == (None, None, "")


def nobody_interviewed_but(case: Headship, code: str) -> None:
    selection.record_interviews(
        case.vacancy,
        candidates=[case.candidate(code)],
        present=case.panel,
        by=case.clerk,
        on=case.day,
    )
