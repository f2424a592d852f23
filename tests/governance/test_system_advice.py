"""The yearly advice on the whole system: given once, whole, and open to those who may read it."""

from datetime import date
from typing import Any

import pytest

from casework.action import Actor, Refused, Stranger, roles_now
from casework.documents.blocks import text_of
from governance.actions import papers, people, system
from governance.actions.system import Became, Recommendation
from governance.desk import Desk
from governance.documents import KINDS
from governance.models import Point
from schools.models.choices import Nation
from tests.governance.cycle import ON_SYSTEM, WHOLE, Year, refusal, warned, year
from tests.governance.documents import words
from tests.governance.documents.steps import after_last_year, appraise, recommend
from tests.governance.views.parts import holder
from tests.recruitment.headship import on_day

pytestmark = pytest.mark.django_db
READERS = {"clerk", "chair", "appraiser", "head", "adviser"}
TRAIN = Recommendation("Train every governor who appraises", "The chair", date(2026, 3, 31))


def reads(made: Year, role: str) -> set[str]:
    """Return the kinds of paper that somebody with one role and no other reads."""
    user = holder(role, made.cycle)
    position = made.position()
    return {
        d.kind for d in Desk(position, user, roles_now(position.case, position, user)).documents
    }


def test_it_is_given_with_its_recommendations() -> None:
    made = year("set").advise_on_system(recommendations=[TRAIN])
    given = made.cycle.system_advice.get()
    assert (given.policy, given.adviser) == (ON_SYSTEM["policy"], made.people["adviser"])
    assert given.recommendations == [{"text": TRAIN.text, "who": TRAIN.who, "by": "2026-03-31"}]
    event = made.fresh().events.latest("number")
    assert event.data["recommendations"] == given.recommendations
    assert warned(made) == []


@pytest.mark.parametrize("name", ON_SYSTEM)
def test_no_part_of_it_is_left_out(name: str) -> None:
    made = year("set")
    assert refusal(lambda: made.advise_on_system(**{name: " "})) == (f"{name}_missing",)
    assert not made.cycle.system_advice.exists()


def test_a_second_time_in_a_cycle_is_warned_of() -> None:
    made = year("set").advise_on_system().advise_on_system()
    assert warned(made) == ["system_advised_already"]


def test_where_no_adviser_is_engaged_nobody_advises() -> None:
    made = year("set")
    people.end_engagement(made.cycle, why="Moved", by=made.actor("clerk"), on=made.day)
    with pytest.raises(Stranger):
        made.after(1).advise_on_system()


@pytest.mark.parametrize("role", ["clerk", "chair", "first", "head"])
def test_nobody_but_the_adviser_gives_it(role: str) -> None:
    made = year("set")
    made.people["adviser"] = made.people[role]
    assert refusal(made.advise_on_system) == ("not_permitted",)


def test_wales_knows_no_such_step_and_nobody_reads_of_it() -> None:
    made = year("set", nation=Nation.WALES)
    made.people["adviser"] = made.people["first"]
    assert refusal(made.advise_on_system) == ("step_not_known",)
    position, chair = made.position(), made.people["chair"]
    desk = Desk(position, chair, roles_now(position.case, position, chair))
    assert not desk.may("see_system_advice")


# What does not belong in it


@pytest.mark.parametrize(
    "secret", [WHOLE["text"], WHOLE["success"].upper(), words.OVERALL, words.REPORTED]
)
def test_no_passage_of_the_heads_own_year_stands_in_it(secret: str) -> None:
    made = year("reviewed")
    made.cycle.reviews.update(overall=words.OVERALL)
    recommend(made)
    assert refusal(lambda: made.advise_on_system(conclusion=f"Well done: {secret}!")) == (
        "own_performance_in_system_advice",
    )
    hidden = Recommendation(f"See to it that {secret}", "The head", date(2027, 3, 31))
    assert refusal(lambda: made.advise_on_system(recommendations=[hidden])) == (
        "own_performance_in_system_advice",
    )
    assert not made.cycle.system_advice.exists()


def test_no_reason_sets_that_aside() -> None:
    made = year("set")
    with pytest.raises(Refused) as refused:
        system.advise_on_system(
            made.cycle, **{**ON_SYSTEM, "pay": WHOLE["text"]}, on=made.day,
            by=Actor(made.people["adviser"], override="They know it anyway"),
        )  # fmt: skip
    (obstacle,) = refused.value.obstacles
    assert (obstacle.key, obstacle.overridable) == ("own_performance_in_system_advice", False)
    assert WHOLE["text"] not in obstacle.sentence


# Recommendations


@pytest.mark.parametrize(
    ("changed", "key"),
    [
        (Recommendation(" ", "The chair", date(2026, 3, 31)), "recommendation_incomplete"),
        (Recommendation("Train them", "", date(2026, 3, 31)), "recommendation_incomplete"),
        (
            Recommendation("Train them", "The chair", date(2025, 9, 2)),
            "recommendation_due_before_it_is_made",
        ),
    ],
)
def test_a_recommendation_says_what_who_and_by_when(changed: Recommendation, key: str) -> None:
    made = year("set")
    assert refusal(lambda: made.advise_on_system(recommendations=[TRAIN, changed])) == (key,)


def followed_up(**given: Any) -> Year:
    made = year("recorded")
    after_last_year(made)
    return made.engage().advise_on_system(**given)


def test_what_became_of_last_years_is_asked_of_each() -> None:
    made = followed_up(became=words.BECAME)
    assert warned(made) == ["last_year_not_followed_up"]
    made = followed_up(became=[*words.BECAME, Became(3, "Nothing")])
    assert warned(made) == []


def test_what_became_is_said_only_of_what_was_recommended() -> None:
    assert refusal(lambda: followed_up(became=[Became(4, "Done")])) == ("no_such_recommendation",)


# Who reads it


def issued() -> Year:
    made = year("set").advise_on_system()
    by, on = made.actor("adviser"), made.day
    papers.draft_document(made.cycle, kind="advice_on_system", by=by, on=on)
    return made


def test_until_it_is_issued_only_the_adviser_reads_the_paper() -> None:
    with on_day(date(2026, 9, 1)):
        made = issued()
        assert {role for role in READERS if reads(made, role)} == {"adviser"}


def test_once_issued_it_is_read_by_five_roles_and_no_other() -> None:
    with on_day(date(2026, 9, 1)):
        made = issued()
        for step in (papers.approve_document, papers.issue_document):
            document = made.cycle.documents.get()
            step(made.cycle, document=document, by=made.actor("adviser"), on=made.day)
        roles = READERS | {"decider", "officer", "appeals_officer"}
        assert {role for role in roles if reads(made, role)} == READERS


def test_the_paper_names_neither_the_head_nor_any_of_the_heads_own_year() -> None:
    made = year("set").on(date(2026, 9, 14))
    appraise(made.consult(Point.REVIEW))
    recommend(made.advise_on_system())
    p = made.position()
    said = "\n".join(text_of(KINDS["advice_on_system"].compose(p, "")))
    secrets = [p.head.full_name, *(a.person.full_name for a in p.appraisers)]
    secrets += [text for o in p.objectives for text in (o.text, o.success, o.judgement_reasons)]
    secrets += [text for r in p.reviews for text in (r.overall, r.on_standards, r.needs)]
    secrets += [text for row in p.pay_rows for text in (row.recommended, row.reasons)]
    assert [secret for secret in secrets if secret in said] == []
