"""No step is dated before what it follows; and what another way came to be so is found."""

from collections.abc import Callable
from datetime import date, timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from governance import impossible
from governance.actions import appeal, objectives, opening, pay, people, review
from governance.models import Appeal, Cycle, Objection, Pay, Point
from governance.stages import Stage
from schools.models import School
from schools.models.choices import Category, Nation
from tests.governance.cycle import Year, refusal, year
from tests.governance.documents.steps import after_last_year
from tests.governance.views.rows import objected, paid, pay_appealed, with_papers

pytestmark = pytest.mark.django_db
Step = Callable[[Year, date], object]


def tell(made: Year, on: date) -> object:
    return pay.tell_pay(made.cycle, by=made.actor("clerk"), on=on)


def appeal_pay(made: Year, on: date) -> object:
    return pay.appeal_pay(made.cycle, grounds="Unfair", by=made.actor("head"), on=on)


def decide_pay_appeal(made: Year, on: date) -> object:
    return pay.decide_pay_appeal(made.cycle, outcome="Upheld", by=made.actor("clerk"), on=on)


def comment(made: Year, on: date) -> object:
    return review.comment(made.cycle, comments="Fair", by=made.actor("head"), on=on)


def decide_objection(made: Year, on: date) -> object:
    return people.decide_objection(
        made.cycle, objection=made.position().objections[0], reasons="Settled",
        outcome=Objection.Outcome.NOT_UPHELD, by=made.actor("chair"), on=on,
    )  # fmt: skip


def answer(made: Year, on: date) -> object:
    return objectives.answer_advice(
        made.cycle, consultation=made.position().unanswered[0], followed=True,
        by=made.actor("first"), on=on,
    )  # fmt: skip


def end(made: Year, on: date) -> object:
    return opening.end_early(
        made.cycle, because=Cycle.Ending.LEFT, why="Left", by=made.actor("clerk"), on=on
    )


def given_in_wales() -> Year:
    return year("given", nation=Nation.WALES)


def objected_later() -> Year:
    made = year("appointed").after(5)
    people.object_to_appraiser(
        made.cycle, appraiser=made.position().appraisers_now[0], reason="A complaint",
        by=made.actor("head"), on=made.day,
    )  # fmt: skip
    return made


def advised_later() -> Year:
    return year("appointed").after(5).consult(Point.OBJECTIVES)


STEPS: dict[str, tuple[Callable[[], Year], Step]] = {
    "tell_pay": (paid, tell),
    "appeal_pay": (paid, appeal_pay),
    "decide_pay_appeal": (pay_appealed, decide_pay_appeal),
    "comment": (given_in_wales, comment),
    "decide_objection": (objected_later, decide_objection),
    "answer_advice": (advised_later, answer),
    "end_early": (lambda: year("given"), end),
}


@pytest.mark.parametrize("name", STEPS)
def test_a_step_is_not_dated_before_what_it_follows(name: str) -> None:
    case, step = STEPS[name]
    made = case()
    before = made.fresh().event_count
    the_day_before = made.day - timedelta(days=1)
    assert refusal(lambda: step(made, the_day_before)) == ("date_before_what_it_follows",)
    assert made.fresh().event_count == before
    step(made, made.day)
    assert made.fresh().event_count == before + 1
    assert list(impossible.find(made.position())) == []


def test_advice_is_given_after_the_visit() -> None:
    made = year("appointed").after(5)

    def advise(visited_on: date) -> object:
        return objectives.give_advice(
            made.cycle, point=Point.OBJECTIVES, visited_on=visited_on, seen="The plan",
            not_seen="Lessons", questions="What next?", for_governors="All", conclusion="Go on",
            by=made.actor("adviser"), on=made.day,
        )  # fmt: skip

    tomorrow = made.day + timedelta(days=1)
    assert refusal(lambda: advise(tomorrow)) == ("date_before_what_it_follows",)
    advise(made.day)


# After an appeal that was upheld


def test_an_upheld_appeal_takes_back_what_the_review_rested_on() -> None:
    made = with_papers()
    Cycle.objects.filter(pk=made.cycle.pk).update(assured_on=made.day)
    appeal.decide_appeal(
        made.cycle, outcome=Appeal.Outcome.UPHELD, reasons="Evidence left out",
        by=made.actor("clerk"), on=made.day,
    )  # fmt: skip
    cycle = made.fresh()
    assert cycle.stage == Stage.OBJECTIVES_SET
    assert (cycle.evidence_in_on, cycle.evidence, cycle.assured_on) == (None, "", None)
    assert {(o.judgement, o.judgement_reasons) for o in cycle.objectives.all()} == {("", "")}
    held = cycle.events.get(action="review").data
    assert held["judgements"]["1"]["reasons"] == "The June checks show it"


# What is found


DATES: dict[str, tuple[Callable[[], Year], Callable[[Year, date], object]]] = {
    "Pay recommendation": (paid, lambda y, d: Pay.objects.update(told_on=d)),
    "objection": (objected, lambda y, d: Objection.objects.update(decided_on=d)),
    "consultation": (
        lambda: year("set"), lambda y, d: y.cycle.consultations.update(answered_on=d)
    ),
    "end of the cycle": (
        lambda: year("given"), lambda y, d: Cycle.objects.update(ended_on=d)
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", DATES)
def test_dates_out_of_order_are_found(what: str) -> None:
    case, change = DATES[what]
    made = case()
    change(made, made.day - timedelta(days=1))
    found = list(impossible.find(made.position()))
    assert len(found) == 1
    assert what in found[0]
    assert "out of order" in found[0]


def test_that_the_objectives_of_another_head_are_carried_in_is_found() -> None:
    made = year("recorded")
    after_last_year(made)
    assert list(impossible.find(made.position())) == []
    Cycle.objects.exclude(pk=made.cycle.pk).update(head=made.people["other"])
    found = list(impossible.find(made.position()))
    assert found == [f"{made.cycle.reference}: the objectives of another head are carried in"]


def test_many_cycles_are_looked_through_in_as_many_queries_as_one() -> None:
    counts = []
    for more in (1, 3):
        for _ in range(more):
            year("set")
        with CaptureQueriesContext(connection) as seen:
            assert list(impossible.everywhere()) == []
        counts.append(len(seen))
    assert counts[0] == counts[1]


def test_a_school_whose_law_is_not_held_is_a_line_and_the_others_are_looked_through() -> None:
    made, other = year("recorded"), year("given")
    School.objects.filter(pk=made.school.pk).update(category=Category.PUPIL_REFERRAL_UNIT)
    Cycle.objects.filter(pk=other.cycle.pk).update(objectives_set_on=None)
    found = list(impossible.everywhere())
    assert len(found) == 2
    assert found[0].startswith(f"{made.cycle.reference}: ")
    assert found[1].startswith(f"{other.cycle.reference}: it stands at")
    with pytest.raises(CommandError, match="2 impossible states"):
        call_command("find_impossible", stdout=StringIO())
