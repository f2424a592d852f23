"""Each regime on its own way: the steps it knows, those it does not, and who decides."""

from collections.abc import Iterator
from datetime import date, time, timedelta
from functools import partial

import pytest

from casework.models import Meeting
from recruitment import impossible
from recruitment.actions import (
    advice,
    applications,
    appointment,
    delegation,
    meetings,
    opening,
    selection,
    turns,
)
from recruitment.models import Candidate, Decision
from recruitment.models.delegation import DecidingBody
from recruitment.stages import CandidateState, Stage
from schools.models import Membership
from schools.models.choices import Category, MemberKind, Nation
from tests.recruitment.headship import Headship, headship, on_day, person, refusal

pytestmark = pytest.mark.django_db
TODAY = date(2027, 3, 1)


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with on_day(TODAY):
        yield


WAYS = [
    pytest.param(Category.COMMUNITY, Nation.ENGLAND, id="england-community"),
    pytest.param(Category.VOLUNTARY_AIDED, Nation.ENGLAND, id="england-aided"),
    pytest.param(Category.PUPIL_REFERRAL_UNIT, Nation.ENGLAND, id="england-unit"),
    pytest.param(Category.ACADEMY, Nation.ENGLAND, id="academy"),
    pytest.param(Category.COMMUNITY, Nation.WALES, id="wales-community"),
    pytest.param(Category.VOLUNTARY_AIDED, Nation.WALES, id="wales-aided"),
]


@pytest.mark.parametrize(("category", "nation"), WAYS)
def test_a_headship_of_every_regime_comes_to_its_end(category: Category, nation: Nation) -> None:
    case = headship("in_post", category=category, nation=nation)
    assert case.fresh().stage == Stage.IN_POST
    assert not case.position().documents


def wales(stage: str, category: Category = Category.COMMUNITY) -> Headship:
    return headship(stage, category=category, nation=Nation.WALES)


def academy(stage: str) -> Headship:
    return headship(stage, category=Category.ACADEMY)


# Wales


def test_in_wales_nothing_is_done_before_the_authority_is_told() -> None:
    case = wales("recorded")
    meeting = case.meet("To appoint the selection panel")
    keys = refusal(
        case,
        lambda: meetings.appoint_panel(
            case.vacancy,
            meeting=meeting,
            members=case.panel,
            chair=case.panel[0],
            trained=[],
            votes_for=5,
            votes_against=0,
            abstained=0,
            by=case.clerk,
            on=case.day,
        ),
    )
    assert keys == ("authority_not_told",)


def test_in_wales_a_panel_of_eight_is_too_large() -> None:
    case = wales("recorded").notify()
    body = case.school.governing_body
    assert body
    for name in ("Amy Poe", "Bea Roe", "Cal Sim"):
        Membership.objects.create(
            governing_body=body,
            user=person(name),
            kind=MemberKind.CO_OPTED,
            since=date(2024, 9, 1),
        )
    everybody = [m.user for m in case.position().governors_on(case.day)]
    meeting = case.meet("To appoint the selection panel", everybody)
    keys = refusal(
        case,
        lambda: meetings.appoint_panel(
            case.vacancy,
            meeting=meeting,
            members=everybody,
            chair=everybody[0],
            trained=[],
            votes_for=8,
            votes_against=0,
            abstained=0,
            by=case.clerk,
            on=case.day,
        ),
    )
    assert keys == ("panel_too_large",)


def test_in_wales_a_meeting_needs_five_clear_working_days_and_notice_to_the_authority() -> None:
    case = wales("recorded")
    friday = date(2026, 9, 4)

    def call(held_on: date, *, told: bool) -> None:
        meetings.call_meeting(
            case.vacancy,
            body=Meeting.Body.GOVERNING_BODY,
            purpose="To appoint the panel",
            held_on=held_on,
            at=time(18),
            place="The hall",
            agenda=["The panel"],
            notice_to_authority=told,
            by=case.clerk,
            on=friday,
        )

    assert refusal(case, lambda: call(date(2026, 9, 11), told=True)) == ("notice_too_short",)
    assert refusal(case, lambda: call(date(2026, 9, 14), told=False)) == ("no_notice_to_authority",)
    call(date(2026, 9, 14), told=True)


def test_in_wales_only_a_reorganisation_excuses_from_advertising() -> None:
    case = wales("panel_appointed").settle()
    meeting = case.meet("Whether to advertise")

    def decide(proposals: str, applicant: str) -> None:
        opening.decide_not_to_advertise(
            case.vacancy,
            reason="A good candidate is known",
            meeting=meeting,
            proposals=proposals,
            applicant=applicant,
            by=case.clerk,
            on=case.day,
        )

    assert refusal(case, lambda: decide("", "")) == ("no_proposals", "no_applicant")
    assert refusal(case, lambda: decide("Proposals of May 2026", "")) == ("no_applicant",)
    decide("Proposals of May 2026", "The head of Lower Mill School, on 1 September")
    assert case.fresh().stage == Stage.ADVERTISED


def test_in_wales_the_authority_has_fourteen_days() -> None:
    case = wales("names_sent")
    assert case.position().last_day_for(case.candidate("C1")) == case.day + timedelta(days=13)


def test_in_wales_a_head_does_not_start_before_being_registered() -> None:
    case = wales("accepted")
    for rule in case.regime.checks:
        if rule.value.key != "registration":
            appointment.record_check(
                case.vacancy,
                check=rule.value.key,
                done_by="Joan Beck",
                evidence="Seen",
                by=case.clerk,
                on=case.day,
            )
    case.confirm()
    starts = case.vacancy.outgoing_last_day + timedelta(days=1)
    keys = refusal(case, lambda: appointment.take_up_post(case.vacancy, by=case.clerk, on=starts))
    assert keys == ("checks_incomplete",)


def internal(stage: str, nation: Nation) -> Headship:
    """A field of one internal candidate, with a staff governor on the panel."""
    case = headship("advertised", nation=nation)
    Membership.objects.filter(user=case.panel[0]).update(kind=MemberKind.STAFF)
    applications.add_candidate(
        case.vacancy, name="Ada Brook", internal=True, by=case.clerk, on=case.day
    )
    return case.after(15)


def test_in_wales_a_staff_governor_withdraws_from_an_internal_candidate() -> None:
    case = internal("advertised", Nation.WALES)
    assert refusal(case, case.shortlist) == ("panel_too_small_for_candidate",)
    delegation.record_undertaking(
        case.vacancy,
        person=case.panel[0],
        text="I shall not apply for a post that falls free by this appointment.",
        by=case.clerk,
        on=case.day,
    )
    case.shortlist()
    assert case.fresh().stage == Stage.SHORTLISTED


def test_in_england_a_staff_governor_declares_an_interest_like_anybody() -> None:
    case = internal("advertised", Nation.ENGLAND).shortlist()
    assert case.fresh().stage == Stage.SHORTLISTED
    keys = refusal(
        case,
        lambda: delegation.record_undertaking(
            case.vacancy, person=case.panel[0], text="None", by=case.clerk, on=case.day
        ),
    )
    assert keys == ("step_not_known",)


def test_only_a_staff_governor_gives_the_undertaking() -> None:
    case = wales("recorded")
    keys = refusal(
        case,
        lambda: delegation.record_undertaking(
            case.vacancy, person=case.panel[0], text="I shall not.", by=case.clerk, on=case.day
        ),
    )
    assert keys == ("not_a_staff_governor",)


# Schools whose governing body appoints


@pytest.mark.parametrize("nation", list(Nation))
def test_in_an_aided_school_the_approval_is_the_appointment(nation: Nation) -> None:
    case = headship("approved", category=Category.VOLUNTARY_AIDED, nation=nation)
    assert case.fresh().stage == Stage.APPOINTED
    kinds = [d.kind for d in case.position().decisions]
    assert kinds == [Decision.Kind.RECOMMEND, Decision.Kind.APPROVE, Decision.Kind.APPOINT]
    states = {c.code: c.state for c in Candidate.objects.filter(vacancy=case.vacancy)}
    assert states == {"C1": "appointed", "C2": "unsuccessful", "C3": "unsuccessful"}


def test_in_an_aided_school_the_authority_neither_appoints_nor_refuses() -> None:
    case = headship("approved", category=Category.VOLUNTARY_AIDED)
    officer = case.actor("officer")
    assert refusal(case, lambda: appointment.appoint(case.vacancy, by=officer, on=case.day)) == (
        "step_not_known",
    )
    assert refusal(
        case,
        lambda: appointment.refuse(
            case.vacancy, ground="qualifications", evidence="None", by=officer, on=case.day
        ),
    ) == ("step_not_known",)


def test_in_an_aided_school_the_offer_is_not_the_authoritys_to_make() -> None:
    case = headship("approved", category=Category.VOLUNTARY_AIDED)
    keys = refusal(
        case,
        lambda: appointment.make_offer(
            case.vacancy,
            starts_on=case.vacancy.outgoing_last_day + timedelta(days=1),
            salary="L20",
            by=case.actor("officer"),
            on=case.day,
        ),
    )
    assert keys == ("not_the_employer",)


def test_in_an_aided_school_an_adviser_attends_by_agreement() -> None:
    case = headship("recorded", category=Category.VOLUNTARY_AIDED)
    keys = refusal(
        case,
        lambda: opening.name_adviser(
            case.vacancy, adviser=case.people["adviser"], by=case.clerk, on=case.day
        ),
    )
    assert keys == ("no_agreement",)


# Academies


def test_an_academy_knows_no_step_of_the_authority() -> None:
    case = academy("shortlisted")
    attempts = [
        lambda: opening.notify_authority(case.vacancy, how="by post", by=case.clerk, on=case.day),
        lambda: selection.send_names(case.vacancy, how="by hand", by=case.clerk, on=case.day),
        lambda: advice.make_representations(
            case.vacancy,
            candidate=case.candidate("C1"),
            made_by="Joan Beck",
            received_on=case.day,
            text="Not suitable",
            by=case.clerk,
        ),
    ]
    for attempt in attempts:
        assert refusal(case, attempt) == ("step_not_known",)


def test_an_academy_interviews_without_giving_names_to_anybody() -> None:
    case = academy("interviewed")
    assert not case.position().notices


def test_a_community_school_does_not_interview_before_the_names_are_sent() -> None:
    case = headship("shortlisted")
    assert set(refusal(case, case.interview)) == {"name_not_given"}


def test_an_academy_appoints_no_panel_before_its_scheme_is_entered() -> None:
    case = academy("recorded")
    meeting = case.meet("To appoint the selection panel")
    keys = refusal(
        case,
        lambda: meetings.appoint_panel(
            case.vacancy,
            meeting=meeting,
            members=case.panel,
            chair=case.panel[0],
            trained=[],
            votes_for=5,
            votes_against=0,
            abstained=0,
            by=case.clerk,
            on=case.day,
        ),
    )
    assert keys == ("scheme_not_entered",)


def delegated(
    case: Headship, approval: DecidingBody, appointer: DecidingBody, *consents: str
) -> Headship:
    delegation.enter_scheme(
        case.vacancy,
        panel_minimum=3,
        panel_minimum_source="4.2",
        approval=approval,
        approval_source="4.3",
        appointer=appointer,
        appointer_source="4.4",
        consents=consents,
        consents_source="Article 59" if consents else "",
        by=case.clerk,
        on=case.day,
    )
    return case


def test_where_the_board_approves_the_governing_body_has_no_vote() -> None:
    case = delegated(academy("recommended"), DecidingBody.TRUST_BOARD, DecidingBody.TRUST_BOARD)
    evening = case.meet("To consider the recommendation")
    assert refusal(
        case,
        lambda: appointment.approve(
            case.vacancy,
            meeting=evening,
            votes_for=5,
            votes_against=0,
            abstained=0,
            by=case.clerk,
            on=case.day,
        ),
    ) == ("step_not_known",)
    delegation.record_trust_decision(
        case.vacancy, approved=True, evidence="Minute 12", by=case.clerk, on=case.day
    )
    assert case.fresh().stage == Stage.APPOINTED


def test_a_trust_that_declines_says_why() -> None:
    case = delegated(academy("recommended"), DecidingBody.TRUST_BOARD, DecidingBody.TRUST_BOARD)

    def decline(why: str) -> None:
        delegation.record_trust_decision(
            case.vacancy,
            approved=False,
            why=why,
            evidence="Minute 12",
            by=case.clerk,
            on=case.day,
        )

    assert refusal(case, lambda: decline("")) == ("why_missing",)
    decline("The board was not persuaded on criterion 2")
    assert case.fresh().stage == Stage.NOT_APPROVED


def reverse(case: Headship, why: str = "A late paper", evidence: str = "Minute 13") -> None:
    turns.record_trust_reversal(
        case.vacancy, why=why, evidence=evidence, by=case.clerk, on=case.day
    )


@pytest.mark.parametrize("approved", [True, False])
def test_what_a_trust_decided_it_reverses_with_a_reason_and_decides_afresh(
    approved: bool,
) -> None:
    case = delegated(academy("recommended"), DecidingBody.TRUST_BOARD, DecidingBody.CHIEF_EXECUTIVE)
    decide(case, approved)
    (before,) = (d for d in case.position().standing_decisions if d.kind != "recommend")
    assert refusal(case, lambda: reverse(case, why="", evidence=" ")) == (
        "why_missing",
        "evidence_missing",
    )
    case.after(1)
    reverse(case)
    p = case.position()
    assert (p.stage, case.candidate("C1").state) == (Stage.RECOMMENDED, CandidateState.RECOMMENDED)
    (ended,) = (d for d in p.decisions if d.pk == before.pk)
    assert (ended.ended_on, ended.ended_why) == (case.day, "A late paper")
    assert case.vacancy.events.latest("number").data["evidence"] == "Minute 13"
    decide(case, not approved)
    assert list(impossible.find(case.position())) == []


def decide(case: Headship, approved: bool) -> None:
    delegation.record_trust_decision(
        case.vacancy,
        approved=approved,
        why="Not persuaded",
        evidence="Minute 12",
        by=case.clerk,
        on=case.day,
    )


def test_a_trust_reverses_nothing_once_it_has_appointed() -> None:
    case = delegated(academy("recommended"), DecidingBody.TRUST_BOARD, DecidingBody.TRUST_BOARD)
    decide(case, approved=True)
    assert case.fresh().stage == Stage.APPOINTED
    assert refusal(case, lambda: reverse(case)) == ("not_at_this_stage",)


def test_only_a_trust_that_decides_reverses_its_decision() -> None:
    for case in (headship("approved"), academy("approved")):
        assert refusal(case, partial(reverse, case)) == ("step_not_known",)


def test_nobody_is_appointed_without_the_consent_that_the_scheme_asks_for() -> None:
    case = delegated(
        academy("recommended"), DecidingBody.TRUST_BOARD, DecidingBody.CHIEF_EXECUTIVE, "the bishop"
    )
    delegation.record_trust_decision(
        case.vacancy, approved=True, evidence="Minute 12", by=case.clerk, on=case.day
    )
    assert case.fresh().stage == Stage.APPROVED
    assert refusal(case, case.appoint) == ("consent_wanting",)
    assert refusal(
        case,
        lambda: delegation.record_consent(
            case.vacancy, consent="the dean", evidence="A letter", by=case.clerk, on=case.day
        ),
    ) == ("consent_not_wanting",)
    delegation.record_consent(
        case.vacancy, consent="the bishop", evidence="A letter", by=case.clerk, on=case.day
    )
    case.appoint()
    assert case.fresh().stage == Stage.APPOINTED


def test_a_maintained_school_has_no_scheme_of_delegation() -> None:
    case = headship("recorded")
    keys = refusal(
        case, lambda: delegated(case, DecidingBody.TRUST_BOARD, DecidingBody.TRUST_BOARD)
    )
    assert keys == ("step_not_known",)


def test_a_consent_is_asked_for_somewhere() -> None:
    case = academy("recorded")
    keys = refusal(
        case,
        lambda: delegation.enter_scheme(
            case.vacancy,
            panel_minimum=0,
            panel_minimum_source="4.2",
            approval=DecidingBody.TRUST_BOARD,
            approval_source="",
            appointer=DecidingBody.TRUST_BOARD,
            appointer_source="4.4",
            consents=["the bishop"],
            by=case.clerk,
            on=case.day,
        ),
    )
    assert keys == ("panel_of_nobody", "consents_source_missing", "approval_source_missing")


def test_in_an_academy_no_officer_of_the_authority_is_admitted() -> None:
    case = academy("recorded")
    keys = refusal(
        case,
        lambda: opening.admit(
            case.vacancy,
            person=case.people["officer"],
            role="officer",
            by=case.clerk,
            on=case.day,
        ),
    )
    assert keys == ("not_entitled",)
