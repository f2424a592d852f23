"""The post itself: shares, the start, the pay range, a start before the certificate."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest

from casework.action import Actor, Refused
from recruitment.actions import appointment, opening, posts
from recruitment.impossible import find_in_school
from recruitment.models import Appointee, Vacancy
from schools.models import Membership
from schools.models.choices import Category, MemberKind
from tests.recruitment.headship import (
    START,
    Headship,
    headship,
    on_day,
    person,
    refusal,
    school_with_governors,
)

pytestmark = pytest.mark.django_db
Post = Vacancy.Post
LAST = START + timedelta(days=121)  # 31 December 2026


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with on_day(date(2027, 3, 1)):
        yield


# Posts and shares


def opened(case: Headship, **facts: Any) -> Vacancy:
    """Open another vacancy at the school of the case."""
    return opening.open_vacancy(
        case.school,
        reason=Vacancy.Reason.NEW_POST,
        outgoing_last_day=LAST,
        by=case.clerk,
        **{"on": START, **facts},
    )


def not_opened(case: Headship, **facts: Any) -> tuple[str, ...]:
    with pytest.raises(Refused) as refused:
        opened(case, **facts)
    return refused.value.keys


def co_headship(share: int = 60) -> Headship:
    """A vacancy for a share of a headship, and nothing else."""
    school, people = school_with_governors()
    case = Headship(school, people, Vacancy())
    case.vacancy = opened(case, post=Post.CO_HEAD, share=share)
    return case


def test_two_shares_of_one_post_are_filled_at_once() -> None:
    case = co_headship(60)
    other = opened(case, post=Post.CO_HEAD, share=40)
    assert other.post_in_full == "Co-headteacher, 40% of full time"
    assert list(find_in_school([case.vacancy, other])) == []


def test_shares_together_are_no_more_than_the_whole() -> None:
    case = co_headship(60)
    assert not_opened(case, post=Post.CO_HEAD, share=41) == ("share_over_whole",)


def test_what_a_co_head_keeps_counts_too() -> None:
    case = Headship(*school_with_governors(), Vacancy())
    refused = not_opened(case, post=Post.CO_HEAD, share=60, kept_share=50)
    assert refused == ("share_over_whole",)
    assert opened(case, post=Post.CO_HEAD, share=50, kept_share=50).kept_share == 50


@pytest.mark.parametrize("share", [0, 101])
def test_a_share_is_from_one_to_a_hundred_percent(share: int) -> None:
    case = Headship(*school_with_governors(), Vacancy())
    assert "share_unknown" in not_opened(case, share=share)


def test_nobody_keeps_a_share_of_a_post_that_is_not_shared() -> None:
    case = Headship(*school_with_governors(), Vacancy())
    assert not_opened(case, share=60, kept_share=40) == ("nobody_shares",)


def test_a_headship_is_not_shared_while_the_whole_of_it_is_filled() -> None:
    case = headship()
    assert not_opened(case, post=Post.CO_HEAD, share=50) == ("vacancy_running",)
    assert not_opened(case) == ("vacancy_running",)


def test_a_head_of_school_is_sought_beside_an_executive_head() -> None:
    case = Headship(*school_with_governors(), Vacancy())
    opened(case, post=Post.EXECUTIVE_HEAD)
    assert opened(case, post=Post.HEAD_OF_SCHOOL).post_name == "head of school"


def test_a_post_for_a_time_ends_after_it_begins() -> None:
    case = Headship(*school_with_governors(), Vacancy())
    assert not_opened(case, until=LAST) == ("ends_before_it_begins",)
    vacancy = opened(case, until=date(2027, 8, 31))
    assert vacancy.post_in_full == "Headteacher, until 31 August 2027"


def test_two_vacancies_for_one_post_are_found_to_be_impossible() -> None:
    one = headship()
    other = Vacancy(reference="HT-2", school=one.school, outgoing_last_day=LAST, opened_on=START)
    found = list(find_in_school([one.vacancy, other]))
    assert len(found) == 1
    assert "for the same post" in found[0]


# The start


def offered(**facts: Any) -> Headship:
    case = headship("appointed")
    appointment.make_offer(
        case.vacancy,
        **{
            "starts_on": LAST + timedelta(days=1),
            "salary": "L20",
            "by": case.clerk,
            "on": case.day,
            **facts,
        },
    )
    return case


def warned(case: Headship) -> set[str]:
    event = case.fresh().events.order_by("number").last()
    assert event
    return set(event.data.get("warned_of", []))


@pytest.mark.parametrize(
    ("notice", "resigns_on", "leaves"),
    [
        (Appointee.TEACHER, date(2026, 10, 31), "2026-12-31"),
        (Appointee.TEACHER, date(2026, 11, 1), "2027-04-30"),
        (Appointee.HEAD, date(2026, 10, 1), "2027-04-30"),
    ],
)
def test_the_start_is_worked_out_from_the_appointees_own_notice(
    notice: Appointee, resigns_on: date, leaves: str
) -> None:
    case = offered(notice=notice, resigns_on=resigns_on)
    decision = case.position().decisions[-1]
    assert decision.detail["leaves_on"] == leaves
    assert ("within_own_notice" in warned(case)) == (leaves > "2026-12-31")


def test_early_release_takes_the_warning_away() -> None:
    case = offered(
        notice=Appointee.HEAD,
        resigns_on=date(2026, 10, 30),
        early_release="Fictown Academy agreed on 2 November 2026",
    )
    assert "within_own_notice" not in warned(case)


def test_a_start_that_cannot_be_worked_out_is_warned_of() -> None:
    assert "resignation_day_missing" in warned(offered(notice=Appointee.HEAD))


def test_whoever_need_not_resign_is_bound_by_nothing() -> None:
    case = offered(notice=Appointee.FREE)
    assert not warned(case) & {"resignation_day_missing", "within_own_notice"}


# Pay


def pay(case: Headship, **facts: Any) -> None:
    posts.determine_pay(
        case.vacancy,
        **{
            "group": 3,
            "group_maximum": 80_000,
            "minimum": 70_000,
            "maximum": 80_000,
            "reasons": "A school of this size",
            "by": case.clerk,
            "on": case.day,
            **facts,
        },
    )


OVER = {"maximum": 100_001}
CASE = {"business_case": "Two schools in difficulty", "advised_by": "A consultant, 1 October 2026"}


@pytest.mark.parametrize(
    ("facts", "keys"),
    [
        ({"minimum": 90_000}, {"not_a_range"}),
        ({"group": 9}, {"group_unknown"}),
        ({"group_maximum": None}, {"no_group_maximum"}),
        ({"reasons": ""}, {"reasons_missing"}),
        (OVER, {"no_business_case", "no_independent_advice"}),
        ({**OVER, **CASE, "advised_by": ""}, {"no_independent_advice"}),
    ],
)
def test_a_range_is_judged_by_the_group(facts: dict[str, Any], keys: set[str]) -> None:
    case = headship()
    meeting = case.meet("To determine the pay range")
    assert set(refusal(case, lambda: pay(case, meeting=meeting, **facts))) == keys


def test_beyond_the_limit_only_the_full_governing_body_decides() -> None:
    case = headship()
    case.meet("To determine the pay range")
    actor = Actor(case.people["clerk"], override="The pay committee did")
    keys = refusal(case, lambda: pay(case, by=actor, **OVER, **CASE))
    assert keys == ("no_meeting_for_pay",)


def test_a_quarter_above_the_group_is_warned_of_and_more_takes_its_business_case() -> None:
    case = headship()
    meeting = case.meet("To determine the pay range")
    pay(case, meeting=meeting, maximum=100_000)
    assert "over_group_maximum" in warned(case)
    pay(case, meeting=meeting, **OVER, **CASE)
    assert str(case.position().pay_range) == "£70,000 to £100,001 a year"


def test_in_an_academy_the_trusts_policy_sets_no_group() -> None:
    case = headship(category=Category.ACADEMY)
    pay(case, group=None, group_maximum=None, meeting=case.meet("To determine the pay range"))
    assert case.position().pay_range


def test_an_offer_without_a_range_is_warned_of() -> None:
    assert "pay_not_determined" in warned(offered())
    case = headship("appointed")
    pay(case, meeting=case.meet("To determine the pay range"))
    case.offer()
    assert "pay_not_determined" not in warned(case)


# A start before the certificate


def without_certificate() -> Headship:
    """A headship whose every check is in but the certificate."""
    case = headship("accepted")
    late_check = case.regime.start_before_certificate.value.check
    for rule in case.regime.checks:
        if rule.value.key != late_check:
            appointment.record_check(
                case.vacancy,
                check=rule.value.key,
                done_by="Joan Beck",
                evidence="Seen",
                by=case.clerk,
                on=case.day,
            )
    return case


def assess(case: Headship, **facts: Any) -> None:
    posts.assess_risk(
        case.vacancy,
        **{
            "supervision": "Never alone with pupils",
            "supervised_by": "Kit Moss, deputy head",
            "until": date(2027, 1, 29),
            "reasons": "The certificate is delayed",
            "by": case.clerk,
            "on": case.day,
            **facts,
        },
    )


def test_a_risk_assessment_stands_for_the_certificate_until_its_day() -> None:
    case = without_certificate()
    assert refusal(case, case.confirm) == ("certificate_not_in",)
    assess(case)
    case.confirm()
    case.day = date(2027, 2, 1)
    assert refusal(case, case.start) == ("certificate_not_in",)
    case.day = LAST + timedelta(days=1)
    assert case.start().fresh().stage == "in_post"


def test_a_reason_still_stands_for_the_assessment() -> None:
    case = without_certificate()
    actor = Actor(case.people["clerk"], override="Supervised by the deputy until it comes")
    appointment.confirm(case.vacancy, by=actor, on=case.day)
    assert case.fresh().stage == "confirmed"


def test_without_the_barred_list_no_assessment_lets_anybody_start() -> None:
    case = without_certificate()
    assess(case)
    case.confirm()
    appointment.undo_check(
        case.vacancy, check="barred_list", why="The wrong name", by=case.clerk, on=case.day
    )
    assert "barred_list_not_checked" in refusal(case, case.start)


@pytest.mark.parametrize(
    ("facts", "key"),
    [
        ({"supervision": ""}, "supervision_missing"),
        ({"supervised_by": ""}, "supervised_by_missing"),
        ({"reasons": ""}, "reasons_missing"),
        ({"until": START}, "ends_before_it_begins"),
    ],
)
def test_a_risk_assessment_says_how_and_by_whom_and_until_when(
    facts: dict[str, Any], key: str
) -> None:
    case = without_certificate()
    assert refusal(case, lambda: assess(case, **facts)) == (key,)


def test_there_is_nothing_to_assess_once_the_certificate_is_in() -> None:
    case = headship("accepted").check()
    assert refusal(case, lambda: assess(case)) == ("certificate_is_in",)


# The start is held to what was offered


def test_no_post_is_offered_after_the_start_in_it() -> None:
    case = headship("appointed")
    late = LAST + timedelta(days=40)
    facts: dict[str, Any] = {"salary": "L20", "by": case.clerk}
    assert refusal(
        case,
        lambda: appointment.make_offer(
            case.vacancy, starts_on=late - timedelta(days=1), on=late, **facts
        ),
    ) == ("offered_after_the_start",)
    appointment.make_offer(case.vacancy, starts_on=late, on=late, **facts)
    assert case.fresh().stage == "offered"


def test_nobody_starts_after_the_end_of_the_post() -> None:
    case = headship("appointed")
    ends = LAST + timedelta(days=60)
    Vacancy.objects.filter(pk=case.vacancy.pk).update(until=ends)
    facts: dict[str, Any] = {"salary": "L20", "by": case.clerk, "on": case.day}
    assert refusal(
        case,
        lambda: appointment.make_offer(case.vacancy, starts_on=ends + timedelta(days=1), **facts),
    ) == ("starts_after_the_post_ends",)


@pytest.mark.parametrize(("earlier", "said"), [(1, True), (0, False)])
def test_a_start_before_the_day_agreed_is_warned_of(earlier: int, said: bool) -> None:
    agreed = LAST + timedelta(days=18)
    case = offered(starts_on=agreed).accept().check().confirm()
    on = agreed - timedelta(days=earlier)
    appointment.take_up_post(case.vacancy, by=case.clerk, on=on)
    assert ("before_the_agreed_start" in warned(case)) is said


@pytest.mark.parametrize(
    ("since", "refused"),
    [(LAST - timedelta(days=300), False), (LAST + timedelta(days=1), True)],
)
def test_the_last_day_is_not_before_the_head_now_in_post_began(since: date, refused: bool) -> None:
    case = Headship(*school_with_governors(), Vacancy())
    body = case.school.governing_body
    assert body
    Membership.objects.create(
        governing_body=body, user=person("Mona Frith"),
        kind=MemberKind.HEAD, since=since,
    )  # fmt: skip
    late = {"on": LAST + timedelta(days=30)}
    if refused:
        assert not_opened(case, **late) == ("last_day_before_the_head_began",)
    else:
        assert opened(case, **late).pk
