"""Pay: one recommendation at a time, decided by governors; and a cycle closed with nothing open."""

from datetime import date

import pytest

from governance import clocks
from governance.actions import objectives, opening, pay, review
from governance.actions.review import Judged
from governance.models import Cycle, Pay, Point
from governance.stages import Stage
from schools.models.choices import Category, Nation
from tests.governance.cycle import MET, WHOLE, Year, refusal, warned, year

pytestmark = pytest.mark.django_db


def recommend(made: Year) -> object:
    return pay.recommend_pay(
        made.cycle, recommended="One point", reasons="Met", by=made.actor("first"), on=made.day
    )


def decide(made: Year, *roles: str) -> object:
    return pay.decide_pay(
        made.cycle, outcome=Pay.Outcome.AS_RECOMMENDED, decided="L21", reasons="The report",
        deciders=[made.people[role] for role in roles], by=made.actor("chair"), on=made.day,
    )  # fmt: skip


def tell(made: Year) -> object:
    return pay.tell_pay(made.cycle, by=made.actor("clerk"), on=made.day)


def appeal(made: Year) -> object:
    return pay.appeal_pay(made.cycle, grounds="Unfair", by=made.actor("head"), on=made.day)


def settle_appeal(made: Year) -> object:
    return pay.decide_pay_appeal(made.cycle, outcome="Upheld", by=made.actor("clerk"), on=made.day)


def close(made: Year) -> object:
    return opening.close(made.cycle, by=made.actor("clerk"), on=made.day)


def decided(category: Category = Category.COMMUNITY) -> Year:
    made = year("given", category=category)
    recommend(made)
    decide(made, "other")
    return made


def test_a_second_recommendation_waits_until_the_head_is_told_of_the_first() -> None:
    made = decided()
    assert refusal(lambda: recommend(made)) == ("pay_not_told",)
    tell(made)
    recommend(made)
    assert made.cycle.pay_rows.count() == 2
    review_of_pay = clocks.salary_review(made.position())
    assert review_of_pay
    assert review_of_pay.done_on == made.day


def test_a_second_recommendation_waits_for_the_end_of_an_appeal_on_the_first() -> None:
    made = decided()
    tell(made)
    appeal(made)
    assert refusal(lambda: recommend(made)) == ("pay_appeal_open",)
    settle_appeal(made)
    recommend(made)


def test_somebody_decides_on_pay() -> None:
    made = year("given")
    recommend(made)
    assert refusal(lambda: decide(made)) == ("no_deciders",)
    assert made.position().pay_rows[0].decided_on is None


def test_whoever_decides_on_pay_is_a_governor_in_post() -> None:
    made = year("given")
    recommend(made)
    assert refusal(lambda: decide(made, "other", "adviser")) == ("decider_not_a_governor",)


def test_in_an_academy_others_than_governors_may_decide_on_pay() -> None:
    made = year("given", category=Category.ACADEMY)
    recommend(made)
    decide(made, "adviser")
    assert warned(made) == ["decider_not_a_governor"]


# What is open when a cycle is closed


def test_a_cycle_is_not_closed_before_the_head_has_the_statement_of_pay() -> None:
    made = decided()
    assert refusal(lambda: close(made)) == ("pay_not_told",)
    tell(made)
    close(made)
    assert made.fresh().stage == Stage.CLOSED


def test_closing_with_pay_recommended_and_not_decided_is_warned_of() -> None:
    made = year("given")
    recommend(made)
    close(made)
    assert warned(made) == ["pay_open"]


def test_an_academy_is_only_warned_of_the_statement_of_pay() -> None:
    made = decided(Category.ACADEMY)
    close(made)
    assert warned(made) == ["pay_not_told"]


def test_closing_with_an_appeal_on_pay_open_is_warned_of() -> None:
    made = decided()
    tell(made)
    appeal(made)
    close(made)
    assert warned(made) == ["pay_appeal_open"]


def test_closing_without_the_recommendation_that_the_policy_asks_for_is_warned_of() -> None:
    made = year("given")
    close(made)
    assert warned(made) == ["pay_not_recommended"]


def test_where_the_policy_asks_for_no_recommendation_closing_needs_none() -> None:
    made = year("given")
    Cycle.objects.filter(pk=made.cycle.pk).update(pay=False)
    close(made)
    assert warned(made) == []


@pytest.mark.parametrize("nation", Nation)
def test_closing_on_a_report_from_before_the_end_is_warned_of(nation: Nation) -> None:
    made = year("given", nation=nation)
    Cycle.objects.filter(pk=made.cycle.pk).update(pay=False, ends_on=date(2026, 12, 31))
    close(made.on(date(2026, 11, 20)))
    assert warned(made) == ["given_before_the_end"]


# By when pay is reviewed


@pytest.mark.parametrize("asked", [True, False])
def test_pay_is_reviewed_every_year_whether_or_not_a_recommendation_is_asked_for(
    asked: bool,
) -> None:
    made = year("set")
    Cycle.objects.filter(pk=made.cycle.pk).update(pay=asked)
    found = clocks.salary_review(made.position())
    assert found
    assert found.day == date(2026, 12, 31)
    late = clocks.overdue(made.position(date(2027, 1, 4)))
    assert late == ["The yearly review of the head's pay: overdue since 31 December 2026."]


def test_the_law_of_wales_lays_down_no_day_for_pay() -> None:
    assert clocks.salary_review(year("set", nation=Nation.WALES).position()) is None


# What a review judges


def drop(made: Year, place: int = 0) -> None:
    objectives.drop_objective(
        made.cycle, objective=made.position().objectives_now[place], why="The plan changed",
        by=made.actor("first"), on=made.day,
    )  # fmt: skip


def test_a_review_without_any_objective_is_refused_by_law() -> None:
    made = year("set").on(date(2026, 9, 7)).evidence().consult(Point.REVIEW)
    drop(made)
    assert refusal(made.review) == ("nothing_to_judge",)
    assert made.fresh().stage == Stage.OBJECTIVES_SET


def test_in_an_academy_a_review_without_any_objective_is_warned_of() -> None:
    made = year("set", category=Category.ACADEMY).on(date(2026, 9, 7)).evidence()
    drop(made)
    assert "nothing_to_judge" in warned(made.review())


def test_an_academy_too_judges_every_objective_that_stood_on_the_day_of_the_review() -> None:
    made = year("set", category=Category.ACADEMY)
    objectives.add_objective(made.cycle, **WHOLE, by=made.actor("first"), on=made.day)
    drop(made.on(date(2026, 9, 14)), 1)

    def judge() -> object:
        return review.review(
            made.cycle, judgements={"1": Judged(MET.judgement, MET.reasons)}, overall="Good",
            on_standards="Met", needs="None", development="None", by=made.actor("first"),
            on=date(2026, 9, 10),
        )  # fmt: skip

    assert refusal(judge) == ("objective_not_judged",)
