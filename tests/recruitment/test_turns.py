"""Turns: the choice falls through, a decision is taken back, the headship pauses or ends."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial
from importlib import import_module

import pytest
from django.apps import apps

from casework.action import Actor, Refused
from casework.models import Meeting
from recruitment import impossible
from recruitment.actions import advice, appointment, delegation, selection, turns
from recruitment.models import Candidate, Decision, Vacancy
from recruitment.models.delegation import DecidingBody
from recruitment.pages.dates import late
from recruitment.stages import CHOSEN, AgainFrom, CandidateState, Stage
from schools.models.choices import Category, Nation
from tests.recruitment.headship import Headship, headship, on_day, refusal
from tests.recruitment.test_panel_and_checks import record_check, warned
from tests.recruitment.views.rows import LETTER, POINT

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
State = CandidateState
Act = Callable[[Headship], object]


@pytest.fixture(autouse=True)
def _late() -> Iterator[None]:
    with on_day(date(2027, 2, 1)):
        yield


def sound(case: Headship) -> Headship:
    """Return the case, in which nothing is impossible."""
    assert list(impossible.find(case.position())) == []
    return case


def withdraw(case: Headship, code: str = "C1", on: date | None = None) -> None:
    selection.withdraw_candidate(
        case.vacancy,
        candidate=case.candidate(code),
        why="Another post",
        by=case.clerk,
        on=on or case.day,
    )


def decline_offer(case: Headship) -> None:
    turns.decline_offer(case.vacancy, why="A post nearer home", by=case.clerk, on=case.day)


def withdraw_offer(case: Headship, check: str = "") -> None:
    turns.withdraw_offer(
        case.vacancy, check=check, why="As was told", by=case.actor("officer"), on=case.day
    )


def repeat(case: Headship, again_from: AgainFrom, by: Actor | None = None) -> None:
    turns.repeat_steps(
        case.vacancy,
        again_from=again_from,
        why="The choice came to nothing",
        by=by or case.clerk,
        on=case.day,
    )


second_choice = partial(repeat, again_from=AgainFrom.RECOMMENDATION)


# The choice falls through


@pytest.mark.parametrize("stage", sorted(CHOSEN))
def test_the_choice_falls_through_when_the_person_chosen_withdraws(stage: str) -> None:
    case = headship(stage)
    made = {d.kind for d in case.position().standing_decisions}
    withdraw(case)
    p = sound(case).position()
    assert (p.stage, case.candidate("C1").state) == (Stage.FELL_THROUGH, State.WITHDRAWN)
    assert [d.kind for d in p.standing_decisions] == [Decision.Kind.FALL_THROUGH]
    assert {d.kind for d in p.decisions if d.ended_why == "Another post"} == made
    assert p.chosen == case.candidate("C1")


def test_another_candidate_who_withdraws_changes_nothing_in_the_choice() -> None:
    case = headship("approved")
    withdraw(case, "C2")
    assert sound(case).fresh().stage == Stage.APPROVED


def test_somebody_may_have_withdrawn_before_a_step_taken_in_ignorance_of_it() -> None:
    case = headship("recommended")
    known = case.day
    case.approve()
    withdraw(case, on=known + DAY)
    fell = sound(case).position().decision(Decision.Kind.FALL_THROUGH)
    assert fell
    assert fell.decided_on == case.day
    assert case.candidate("C1").decided_on == known + DAY


def test_a_declined_offer_is_not_an_unsuccessful_candidate_and_needs_no_letter() -> None:
    case = headship("offered")
    decline_offer(case)
    assert sound(case).fresh().stage == Stage.FELL_THROUGH
    assert case.candidate("C1").state == State.DECLINED
    assert refusal(case, lambda: tell(case)) == ("nothing_to_tell",)


def tell(case: Headship) -> None:
    selection.tell_candidate(
        case.vacancy, candidate=case.candidate("C1"), how="by letter", by=case.clerk, on=case.day
    )


def test_an_offer_is_withdrawn_because_a_check_failed_which_is_no_refusal() -> None:
    case = headship("accepted")
    assert refusal(case, lambda: withdraw_offer(case, "prohibition")) == ("check_not_failed",)
    record_check(case, "prohibition", case.day, satisfactory=False)
    assert refusal(case, case.confirm)[0] == "checks_incomplete"
    withdraw_offer(case, "prohibition")
    p = sound(case).position()
    assert (p.stage, warned(case)) == (Stage.FELL_THROUGH, [])
    fell = p.decision(Decision.Kind.FALL_THROUGH)
    assert fell
    assert fell.detail == {"check": "prohibition"}
    assert not [d for d in p.decisions if d.kind == Decision.Kind.REFUSE]
    tell(case)
    assert case.candidate("C1").state == State.OFFER_WITHDRAWN


@pytest.mark.parametrize(("stage", "said"), [("offered", []), ("accepted", ["contract_made"])])
def test_to_withdraw_an_accepted_offer_for_another_reason_is_warned_of(
    stage: str, said: list[str]
) -> None:
    case = headship(stage)
    withdraw_offer(case)
    assert (sound(case).fresh().stage, warned(case)) == (Stage.FELL_THROUGH, said)


def test_nothing_more_is_done_for_a_choice_that_fell_through() -> None:
    case = headship("appointed")
    withdraw(case)
    assert refusal(case, case.offer) == ("not_at_this_stage",)


# Barred before an offer


BAR = {
    "check": "prohibition",
    "done_by": "Joan Beck",
    "evidence": "An entry in the list",
    "why": "Nobody under a prohibition order may be employed to teach",
}


def bar(case: Headship, role: str = "clerk", **facts: str) -> None:
    given = {**BAR, **facts}
    turns.withdraw_appointment(case.vacancy, **given, by=case.actor(role), on=case.day)


@pytest.mark.parametrize(
    ("category", "nation", "check"),
    [
        (Category.COMMUNITY, Nation.ENGLAND, "prohibition"),
        (Category.VOLUNTARY_AIDED, Nation.ENGLAND, "right_to_work"),
        (Category.ACADEMY, Nation.ENGLAND, "section_128"),
        (Category.COMMUNITY, Nation.WALES, "registration"),
    ],
)
def test_one_found_to_be_barred_before_an_offer_is_not_appointed_and_nobody_refused(
    category: Category, nation: Nation, check: str
) -> None:
    case = headship("appointed", category=category, nation=nation)
    bar(case, check=check)
    p = sound(case).position()
    assert (p.stage, warned(case)) == (Stage.FELL_THROUGH, [])
    fell = p.decision(Decision.Kind.FALL_THROUGH)
    assert fell
    assert fell.detail == {"check": check}
    assert case.vacancy.events.latest("number").provision == p.provision(f"check_{check}") != ""
    assert [rule.value.key for rule, _ in p.checks_failed] == [check]
    assert not [d for d in p.decisions if d.kind == Decision.Kind.REFUSE]
    assert case.candidate("C1").state == State.APPOINTMENT_WITHDRAWN
    tell(case)
    repeat(case, AgainFrom.SHORTLISTING, Actor(case.clerk.user, override="Delegated to the chair"))
    assert sound(case).candidate("C1").state == State.APPOINTMENT_WITHDRAWN


def test_the_second_choice_after_a_bar_is_recommended_afresh() -> None:
    case = headship("appointed")
    bar(case)
    for code in ("C2", "C3"):
        assert case.candidate(code).state == State.UNSUCCESSFUL
    second_choice(case)
    case.recommend("C2").approve()
    assert sound(case).fresh().stage == Stage.APPROVED


@pytest.mark.parametrize(
    ("facts", "key"),
    [
        ({"check": "fitness"}, "check_too_early"),
        ({"check": "gravitas"}, "unknown_check"),
        ({"why": " "}, "why_missing"),
        ({"evidence": ""}, "evidence_missing"),
        ({"done_by": ""}, "done_by_missing"),
    ],
)
def test_an_appointment_is_withdrawn_for_a_known_check_that_has_its_evidence(
    facts: dict[str, str], key: str
) -> None:
    case = headship("appointed")
    assert refusal(case, lambda: bar(case, **facts)) == (key,)
    assert case.fresh().stage == Stage.APPOINTED
    assert not case.position().checks


def test_a_check_that_no_law_asks_for_bars_nobody_and_is_warned_of() -> None:
    case = headship("appointed")
    bar(case, check="online_search")
    assert warned(case) == ["no_bar_in_law"]


@pytest.mark.parametrize("stage", ["approved", "offered"])
def test_before_the_appointment_and_after_the_offer_other_steps_end_it(stage: str) -> None:
    case = headship(stage)
    assert refusal(case, lambda: bar(case)) == ("not_at_this_stage",)


def test_only_the_employer_withdraws_an_appointment() -> None:
    case = headship("appointed", category=Category.VOLUNTARY_AIDED)
    keys = refusal(case, lambda: bar(case, "officer"))
    assert keys == ("not_the_employer",)


# The second choice


def test_the_second_choice_is_recommended_and_approved_afresh() -> None:
    case = headship("accepted")
    withdraw(case)
    second_choice(case)
    p = sound(case).position()
    assert (p.stage, p.case.round, p.chosen) == (Stage.INTERVIEWED, 1, None)
    assert {case.candidate(c).state for c in ("C2", "C3")} == {State.INTERVIEWED}
    assert case.candidate("C1").state == State.WITHDRAWN
    case.recommend("C2").approve().appoint().offer().accept().check().confirm().start()
    assert sound(case).candidate("C2").state == State.IN_POST


def test_the_panel_thinks_again_after_its_choice_fell_through_without_a_meeting() -> None:
    case = headship("recommended")
    withdraw(case)
    second_choice(case)
    assert case.fresh().stage == Stage.INTERVIEWED


@pytest.mark.parametrize(
    ("again_from", "rule"),
    [
        (AgainFrom.RECOMMENDATION, "recommend_again"),
        (AgainFrom.SHORTLISTING, "repeat_steps"),
        (AgainFrom.ADVERTISEMENT, "repeat_steps"),
    ],
)
def test_to_recommend_again_rests_on_a_rule_of_its_own(again_from: AgainFrom, rule: str) -> None:
    case = headship("recommended")
    withdraw(case)
    repeat(case, again_from, Actor(case.clerk.user, override="Delegated to the chair"))
    cited = case.vacancy.events.latest("number").provision
    assert cited == case.position().provision(rule)


def test_who_withdrew_after_an_interview_is_in_no_notice_of_the_next_round() -> None:
    case = headship("recommended")
    withdraw(case)
    repeat(case, AgainFrom.SHORTLISTING, Actor(case.clerk.user, override="Delegated"))
    considered = [case.candidate("C2"), case.candidate("C3")]
    selection.shortlist(
        case.vacancy, candidates=considered, reasons={c.code: "Meets all" for c in considered},
        shortlisters=case.panel, by=case.clerk, on=case.day,
    )  # fmt: skip
    case.send_names()
    assert sound(case).position().notices_now[-1].names == ["C2", "C3"]


def test_after_the_governing_body_declined_it_requires_the_panel_to_think_again() -> None:
    case = headship("recommended")
    meeting = decline(case)
    assert refusal(case, lambda: second_choice(case)) == ("no_meeting_named",)
    turns.repeat_steps(
        case.vacancy,
        again_from=AgainFrom.RECOMMENDATION,
        why="Another of those interviewed",
        meeting=meeting,
        by=case.clerk,
        on=case.day,
    )
    assert sound(case).candidate("C1").state == State.INTERVIEWED
    case.recommend("C1")
    assert warned(case) == ["decided_against_before"]
    assert sound(case).fresh().stage == Stage.RECOMMENDED


def decline(case: Headship) -> Meeting:
    meeting = case.meet("To consider the recommendation")
    appointment.decline(
        case.vacancy,
        meeting=meeting,
        why="Criterion 2 was not shown",
        votes_for=1,
        votes_against=4,
        abstained=0,
        by=case.clerk,
        on=case.day,
    )
    return meeting


def test_nobody_is_recommended_who_was_not_interviewed() -> None:
    case = headship("approved")
    for code in ("C2", "C3", "C1"):
        withdraw(case, code)
    assert refusal(case, lambda: second_choice(case)) == ("nobody_to_recommend",)


def test_from_the_recommendation_nothing_is_repeated_before_there_is_one() -> None:
    case = headship("interviewed")
    keys = refusal(case, lambda: second_choice(case))
    assert set(keys) == {"panel_can_go_on", "nothing_recommended_yet", "no_meeting_named"}


def test_whoever_left_is_not_considered_again_in_a_new_round() -> None:
    case = headship("offered")
    decline_offer(case)
    repeat(case, AgainFrom.SHORTLISTING, Actor(case.clerk.user, override="Delegated to the chair"))
    assert sound(case).candidate("C1").state == State.DECLINED
    assert {case.candidate(c).state for c in ("C2", "C3")} == {State.APPLIED}


def test_reservations_about_somebody_who_left_hold_up_nobody_else() -> None:
    case = headship("recommended")
    put_reservations(case)
    withdraw(case)
    second_choice(case)
    case.recommend("C2").approve()
    assert sound(case).fresh().stage == Stage.APPROVED


def put_reservations(case: Headship) -> None:
    advice.put_reservations(
        case.vacancy,
        candidate=case.candidate("C1"),
        before_decision=True,
        points=[POINT],
        by=case.actor("adviser"),
        on=case.day,
        **LETTER,
    )


# What is taken back


def take_back(case: Headship) -> None:
    turns.withdraw_recommendation(case.vacancy, why="A reference came", by=case.clerk, on=case.day)


def rescind(case: Headship, votes_for: int = 5) -> None:
    meeting = case.meet("To rescind the decision")
    turns.rescind_decision(
        case.vacancy,
        meeting=meeting,
        why="A wrong paper was before us",
        votes_for=votes_for,
        votes_against=5 - votes_for,
        abstained=0,
        by=case.clerk,
        on=case.day,
    )


def nobody(case: Headship) -> None:
    appointment.recommend_nobody(case.vacancy, why="None met them", by=case.clerk, on=case.day)


def nothing(case: Headship) -> None:
    """Go on with the case as it is."""


TAKEN_BACK = [
    ("recommended", nothing, take_back, Stage.INTERVIEWED, State.INTERVIEWED),
    ("interviewed", nobody, take_back, Stage.INTERVIEWED, State.INTERVIEWED),
    ("approved", nothing, rescind, Stage.RECOMMENDED, State.RECOMMENDED),
    ("recommended", decline, rescind, Stage.RECOMMENDED, State.RECOMMENDED),
]


@pytest.mark.parametrize(("stage", "before", "undo", "leads_to", "state"), TAKEN_BACK)
def test_what_is_taken_back_stays_on_record_and_can_be_decided_afresh(
    stage: str, before: Act, undo: Act, leads_to: Stage, state: State
) -> None:
    case = headship(stage)
    before(case)
    last = case.position().standing_decisions[-1]
    undo(case)
    p = sound(case).position()
    assert (p.stage, case.candidate("C1").state) == (leads_to, state)
    ended = next(d for d in p.decisions if d.pk == last.pk)
    assert (ended.ended_on, p.decision(Decision.Kind(last.kind))) == (case.day, None)
    assert case.vacancy.events.latest("number").why
    (case.approve if leads_to == Stage.RECOMMENDED else case.recommend)()
    sound(case)


def test_nobody_recommended_out_of_nobody_interviewed_is_not_taken_back() -> None:
    case = headship("names_sent")
    nobody(case)
    assert refusal(case, lambda: take_back(case)) == ("nobody_interviewed",)


def test_a_vote_that_was_lost_rescinds_nothing() -> None:
    case = headship("approved")
    with pytest.raises(Refused) as refused:
        rescind(case, votes_for=2)
    assert refused.value.keys == ("vote_says_otherwise",)
    assert case.fresh().stage == Stage.APPROVED


def test_the_authority_that_was_told_of_the_approval_is_to_be_told_again() -> None:
    case = headship("approved")
    appointment.notify_approval(case.vacancy, how="by e-mail", by=case.clerk, on=case.day)
    rescind(case)
    assert warned(case) == ["authority_was_told_of_approval"]


@pytest.mark.parametrize("stage", ["appointed", "offered", "accepted", "confirmed"])
def test_nothing_is_rescinded_after_the_appointment(stage: str) -> None:
    case = headship(stage)
    meeting = case.meet("To rescind the approval")
    assert refusal(
        case,
        lambda: turns.rescind_decision(
            case.vacancy,
            meeting=meeting,
            why="We think again",
            votes_for=5,
            votes_against=0,
            abstained=0,
            by=case.clerk,
            on=case.day,
        ),
    ) == ("not_at_this_stage",)
    assert refusal(case, lambda: take_back(case)) == ("not_at_this_stage",)


# A pause


def pause(case: Headship, until: date | None = None) -> None:
    turns.pause(
        case.vacancy, why="The school may federate", until=until, by=case.clerk, on=case.day
    )


def resume(case: Headship) -> None:
    turns.resume(case.vacancy, why="It will not", by=case.clerk, on=case.day)


def test_while_it_is_paused_no_step_moves_the_headship_on() -> None:
    case = headship("interviewed")
    pause(case)
    assert refusal(case, case.recommend) == ("paused",)
    resume(case)
    case.recommend()
    assert sound(case).fresh().stage == Stage.RECOMMENDED


def test_what_comes_from_outside_is_recorded_during_a_pause_and_the_period_runs_on() -> None:
    case = headship("shortlisted").send_names()
    pause(case)
    case.receive()
    last = case.position().last_day_for(case.candidate("C1"))
    assert last == case.day + 6 * DAY
    withdraw(case, "C2")
    assert sound(case).fresh().paused_on == case.day


def test_a_pause_begins_once_and_ends_once_and_later() -> None:
    case = headship("advertised")
    assert refusal(case, lambda: resume(case)) == ("not_paused",)
    assert refusal(case, lambda: pause(case, until=case.day)) == ("pause_ends_before_it_begins",)
    pause(case, until=case.day + DAY)
    assert refusal(case, lambda: pause(case)) == ("already_paused",)
    case.after(-1)
    assert refusal(case, lambda: resume(case)) == ("date_before_what_it_follows",)


def test_a_paused_headship_can_be_abandoned() -> None:
    case = headship("recommended")
    pause(case)
    end(case, Vacancy.Ending.ABANDONED)
    assert (sound(case).fresh().stage, case.fresh().paused_on) == (Stage.WITHDRAWN, None)


# The end


def end(case: Headship, because: Vacancy.Ending) -> None:
    turns.withdraw_vacancy(
        case.vacancy, because=because, why="As was decided", by=case.clerk, on=case.day
    )


def test_a_vacancy_says_why_it_was_withdrawn() -> None:
    case = headship("advertised")
    end(case, Vacancy.Ending.RESIGNATION_WITHDRAWN)
    assert case.fresh().get_withdrawn_because_display() == "The resignation was withdrawn"


def test_only_somebody_who_resigned_takes_it_back() -> None:
    case = headship("advertised")
    Vacancy.objects.filter(pk=case.vacancy.pk).update(reason=Vacancy.Reason.DEATH)
    assert refusal(case, lambda: end(case, Vacancy.Ending.RESIGNATION_WITHDRAWN)) == (
        "no_resignation",
    )
    end(case, Vacancy.Ending.ABANDONED)
    assert case.fresh().stage == Stage.WITHDRAWN


def test_to_abandon_a_headship_with_somebody_appointed_is_warned_of() -> None:
    case = headship("accepted")
    end(case, Vacancy.Ending.ABANDONED)
    assert warned(case) == ["somebody_was_appointed"]
    assert sound(case).candidate("C1").state == State.ACCEPTED


# Late applications


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        ("Meets every criterion", ["late_application"]),
        ("Late by post, and posted in time: meets every criterion", []),
    ],
)
def test_a_late_application_on_the_shortlist_is_warned_of_unless_the_reason_says_why(
    reason: str, said: list[str]
) -> None:
    case = headship("advertised").apply("Ada Brook").after(15).apply("Ben Carr")
    assert case.candidate("C2").late
    selection.shortlist(
        case.vacancy,
        candidates=[case.candidate("C1"), case.candidate("C2")],
        reasons={"C1": "Meets every criterion", "C2": reason},
        shortlisters=case.panel,
        by=case.clerk,
        on=case.day,
    )
    assert warned(case) == said


# Cases begun before


def test_a_choice_that_had_fallen_through_before_is_carried_on_as_one() -> None:
    case = headship("accepted")
    Candidate.objects.filter(code="C1").update(state="withdrawn", decided_on=case.day)
    Candidate.objects.update(shortlisted_on=None, interviewed_on=None)
    import_module("recruitment.migrations.0005_choices_that_fell_through").carry_on(apps, None)
    p = sound(case).position()
    assert (p.stage, p.chosen) == (Stage.FELL_THROUGH, case.candidate("C1"))
    second_choice(case)
    assert sound(case).candidate("C2").state == State.INTERVIEWED


def test_after_a_trust_declined_no_meeting_of_the_governing_body_sends_it_back() -> None:
    case = headship("panel_appointed", category=Category.ACADEMY)
    case.delegate(approval=DecidingBody.TRUST_BOARD).settle().advertise().apply().after(15)
    case.shortlist().after(8).interview().recommend()
    delegation.record_trust_decision(
        case.vacancy, approved=False, why="No experience of a trust", evidence="Minute 12",
        by=case.clerk, on=case.day,
    )  # fmt: skip
    turns.repeat_steps(
        case.vacancy, again_from=AgainFrom.SHORTLISTING, meeting=None, why="The trust declined",
        by=case.clerk, on=case.day,
    )  # fmt: skip
    assert case.fresh().round == 2


@pytest.mark.parametrize("told", [True, False])
def test_an_authority_told_of_an_approval_is_to_be_told_that_it_was_rescinded(told: bool) -> None:
    case = headship("approved")
    if told:
        appointment.notify_approval(case.vacancy, how="by e-mail", by=case.clerk, on=case.day)
    assert not any("tell it so" in sentence for sentence in late(case.position()))
    rescind(case)
    assert any("tell it so" in sentence for sentence in late(case.position())) is told
