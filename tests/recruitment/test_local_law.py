"""What changes the law of a school: its category, an arrangement, its authority's own rules."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from accounts.models import User
from casework.models import Meeting
from casework.words import written
from law.arrangements import ARRANGEMENTS
from law.base import Strength
from recruitment.actions import appointment, meetings
from recruitment.stages import Stage
from recruitment.tasks import TASKS
from schools.changes import change_category, set_arrangement
from schools.models import Arrangement, Authority, AuthorityRule
from schools.models.choices import Category
from schools.rules import RuleRefused, end_rule, set_rule
from tests.recruitment.headship import Headship, headship, on_day, person, refusal
from tests.recruitment.views.browser import visit

pytestmark = pytest.mark.django_db
TODAY = date(2027, 3, 1)


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with on_day(TODAY):
        yield


def authority(case: Headship) -> Authority:
    assert case.school.authority
    return case.school.authority


def enter(
    authority: Authority, key: str, length: int | None, reference: str, since: date
) -> AuthorityRule:
    return set_rule(authority, key, length, reference, since, by=person("Joan Beck"))


def appoint_panel(case: Headship, meeting: Meeting, members: list[User]) -> None:
    meetings.appoint_panel(
        case.vacancy,
        meeting=meeting,
        members=members,
        chair=members[0],
        trained=[members[1]],
        votes_for=5,
        votes_against=0,
        abstained=0,
        by=case.clerk,
        on=case.day,
    )


# An authority's own rules


def test_an_authority_may_ask_panels_to_wait_longer() -> None:
    case = headship("interviewed")  # on the ninth day from receipt
    enter(authority(case), "representations", 14, "Cabinet minute 7", date(2026, 1, 1))
    assert refusal(case, case.recommend) == ("own_period_open",)
    case.after(6).recommend()
    assert case.fresh().stage == Stage.RECOMMENDED


def test_an_authoritys_longer_wait_is_told_from_the_day_of_receipt() -> None:
    case = headship("names_sent")  # received on the day
    enter(authority(case), "representations", 14, "Cabinet minute 7", date(2026, 1, 1))
    keys = ("representations_period_open", "own_period_open")
    (task,) = [each for each in TASKS.of(case.position()) if each.action == "recommend"]
    told = {obstacle.key: obstacle.sentence for obstacle in task.in_the_way}
    assert set(keys) <= set(told)
    assert written(case.day + timedelta(days=6)) in told[keys[0]]
    assert written(case.day + timedelta(days=13)) in told[keys[1]]


def test_an_authoritys_own_rule_is_set_aside_with_a_reason_as_law_is_not() -> None:
    case = headship("interviewed")
    enter(authority(case), "representations", 14, "Cabinet minute 7", date(2026, 1, 1))
    own = case.regime.rule("own_representations")
    assert own
    assert (own.strength, own.citation) == (Strength.HOUSE, "Cabinet minute 7")


def test_a_longer_wait_makes_no_late_paper_timely() -> None:
    case = headship("names_sent")
    enter(authority(case), "representations", 14, "Cabinet minute 7", date(2026, 1, 1))
    assert case.position().last_day_for(case.candidate("C1")) == case.day + timedelta(days=6)


def test_an_authority_may_ask_for_longer_notice_and_a_larger_panel() -> None:
    case = headship("recorded")
    enter(authority(case), "meeting_notice", 14, "Standing order 3", date(2026, 1, 1))
    enter(authority(case), "panel_minimum", 5, "Standing order 4", date(2026, 1, 1))
    assert refusal(case, lambda: case.meet("To appoint the panel")) == ("own_notice_too_short",)
    authority(case).rules.filter(key="meeting_notice").delete()
    meeting = case.notify().meet("To appoint the panel")
    keys = refusal(case, lambda: appoint_panel(case, meeting, case.panel))
    assert keys == ("own_panel_too_small",)


@pytest.mark.parametrize(
    ("key", "length", "said"),
    [
        ("representations", 5, "The law asks for 7 already"),
        ("representations", 7, "The law asks for 7 already"),
        ("meeting_notice", 3, "The law asks for 7 already"),
        ("panel_minimum", 2, "The law asks for 3 already"),
        ("panel_minimum", None, "No length is given"),
        ("panel_minimum", 300, "300 is more than 20: check the number."),
        ("representations", 700, "700 is more than 60: check the number."),
        ("shortlisters", 1, "This rule has no length"),
        ("trained_member", 0, "This rule has no length"),
        ("references_before_interview", 4, "This rule has no length"),
    ],
)
def test_an_authority_can_never_ask_for_less_than_the_law(
    key: str, length: int | None, said: str
) -> None:
    case = headship("recorded")
    with pytest.raises(RuleRefused) as refused:
        enter(authority(case), key, length, "Cabinet minute 7", date(2026, 1, 1))
    assert said in str(refused.value)
    assert not authority(case).rules.exists()


def test_a_rule_without_a_reference_is_refused() -> None:
    case = headship("recorded")
    with pytest.raises(RuleRefused, match="No reference is given"):
        enter(authority(case), "panel_minimum", 5, "  ", date(2026, 1, 1))


def test_a_new_rule_of_a_kind_ends_the_one_before() -> None:
    case = headship("recorded")
    first = enter(authority(case), "panel_minimum", 4, "Minute 1", date(2026, 1, 1))
    enter(authority(case), "panel_minimum", 5, "Minute 2", date(2026, 6, 1))
    first.refresh_from_db()
    assert first.until == date(2026, 5, 31)


def test_a_rule_that_begins_before_a_later_one_ends_when_that_begins() -> None:
    case = headship("recorded")
    enter(authority(case), "panel_minimum", 4, "Minute 1", date(2030, 1, 1))
    sooner = enter(authority(case), "panel_minimum", 5, "Minute 2", date(2026, 6, 1))
    assert sooner.until == date(2029, 12, 31)


def test_a_rule_is_corrected_by_one_since_the_same_day() -> None:
    case = headship("recorded")
    enter(authority(case), "panel_minimum", 6, "Minute 1", date(2026, 1, 1))
    enter(authority(case), "panel_minimum", 5, "Minute 1", date(2026, 1, 1))
    (rule,) = authority(case).rules.all()
    assert (rule.length, rule.entered_by) == (5, person("Joan Beck"))


def test_a_rule_is_ended_and_who_ended_it_is_kept() -> None:
    case = headship("recorded")
    enter(authority(case), "panel_minimum", 5, "Minute 1", date(2026, 1, 1))
    end_rule(authority(case), "panel_minimum", date(2026, 8, 31), by=person("Ann Rees"))
    (rule,) = authority(case).rules.all()
    assert (rule.until, rule.ended_by) == (date(2026, 8, 31), person("Ann Rees"))
    assert case.regime.rule("own_panel_minimum") is None


def test_a_rule_that_has_not_begun_is_taken_out_by_the_day_before() -> None:
    case = headship("recorded")
    enter(authority(case), "panel_minimum", 5, "Minute 1", date(2030, 1, 1))
    with pytest.raises(RuleRefused, match=r"One begins on Tuesday 1 January 2030\."):
        end_rule(authority(case), "panel_minimum", TODAY, by=person("Ann Rees"))
    end_rule(authority(case), "panel_minimum", date(2029, 12, 31), by=person("Ann Rees"))
    assert not authority(case).rules.exists()


def test_a_rule_that_has_begun_is_never_taken_out() -> None:
    case = headship("recorded")
    enter(authority(case), "panel_minimum", 5, "Minute 1", date(2026, 1, 1))
    with pytest.raises(RuleRefused, match="No such rule of the authority holds"):
        end_rule(authority(case), "panel_minimum", date(2025, 12, 31), by=person("Ann Rees"))
    assert authority(case).rules.exists()


def test_an_authority_may_make_a_practice_its_rule() -> None:
    case = headship("recorded")
    enter(authority(case), "shortlisters", None, "Handbook, 3", date(2026, 1, 1))
    assert case.regime.shortlisters.strength is Strength.HOUSE
    assert case.regime.shortlisters.citation == "Handbook, 3"


def test_an_authoritys_rules_are_none_of_an_academys() -> None:
    case = headship("recorded", category=Category.ACADEMY)
    enter(authority(case), "panel_minimum", 5, "Standing order 4", date(2026, 1, 1))
    assert case.regime.rule("own_panel_minimum") is None


def test_the_page_for_calling_a_meeting_gives_one_day_and_both_sources() -> None:
    case = headship("recorded")
    enter(authority(case), "meeting_notice", 10, "Standing order 3", date(2026, 1, 1))
    with on_day(case.day):
        page = visit(case.people["clerk"], "act", case.vacancy.reference, "call_meeting").text
    assert "the governing body can meet from 12 September 2026: 7 clear days" in page
    assert "the authority asks for 10 clear days between notice and meeting, Standing" in page


# Arrangements


@pytest.mark.parametrize("kind", [kind for kind in Arrangement if kind != Arrangement.NONE])
def test_under_an_arrangement_the_rules_that_cannot_be_applied_only_warn(
    kind: Arrangement,
) -> None:
    case = headship("recorded")
    set_arrangement(case.school, kind, date(2026, 1, 1))
    known = ARRANGEMENTS[kind]
    rules = {rule.key: rule for rule in case.regime.rules()}
    assert known.cannot_apply <= set(rules)
    for key in known.cannot_apply:
        assert rules[key].strength is Strength.PRACTICE
        assert known.known in rules[key].note


def test_an_interim_executive_board_may_appoint_a_panel_of_two() -> None:
    case = headship("recorded").notify()
    set_arrangement(case.school, Arrangement.INTERIM_EXECUTIVE_BOARD, date(2026, 1, 1))
    meeting = case.meet("To appoint the selection panel")
    appoint_panel(case, meeting, case.panel[:2])
    assert case.fresh().stage == Stage.PANEL_APPOINTED


# A change of category in the middle of a case


def test_after_conversion_each_step_is_judged_by_the_law_of_its_own_day() -> None:
    case = headship("recommended")
    converted = case.day + timedelta(days=1)
    with on_day(converted):
        change_category(case.school, Category.ACADEMY, converted)
    assert case.position(case.day).regime.key == "england-community"
    assert case.position(converted).regime.key == "england-academy"
    case.day = converted
    case.delegate()
    case.approve()
    assert refusal(case, lambda: refuse(case)) == ("step_not_known",)
    case.appoint()
    versions = [event.law_version.split()[0] for event in case.fresh().events.all()]
    assert set(versions) == {"england-community", "england-academy"}
    assert versions[-1] == "england-academy"


def refuse(case: Headship) -> None:
    appointment.refuse(
        case.vacancy, ground="qualifications", evidence="None", by=case.clerk, on=case.day
    )


def test_a_step_dated_before_the_conversion_is_judged_by_the_law_before_it() -> None:
    case = headship("names_sent")
    change_category(case.school, Category.ACADEMY, case.day + timedelta(days=20))
    assert case.position(case.day).last_day_for(case.candidate("C1")) == case.day + timedelta(6)
    later = case.position(case.day + timedelta(days=30))
    assert later.last_day_for(case.candidate("C1")) == case.day + timedelta(6)
    assert later.regime.names is None


def test_a_meeting_of_the_authority_less_school_is_called_as_ever() -> None:
    case = headship("recorded", category=Category.ACADEMY)
    meeting = case.meet("To appoint the selection panel")
    assert Meeting.objects.filter(case=case.vacancy, pk=meeting.pk, held=True).exists()
