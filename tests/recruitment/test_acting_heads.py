"""Acting heads: beside a running vacancy, without a part in the choice, gone by the start."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from django.utils.datastructures import MultiValueDict

from accounts.models import User
from casework.action import Actor, Refused, Stranger
from casework.documents.blocks import Copies, Signature
from recruitment.actions import appointment, interests, meetings, posts
from recruitment.documents import KINDS
from recruitment.forms import FORMS
from recruitment.forms.base import Desk
from recruitment.meanwhile import nobody_from
from recruitment.models import ActingHead, Interest, Vacancy
from recruitment.pages.dates import late
from recruitment.tasks import TASKS
from schools.models.choices import Category, Nation
from tests.recruitment.headship import (
    START,
    Headship,
    headship,
    on_day,
    person,
    refusal,
)
from tests.recruitment.views.words import read

pytestmark = pytest.mark.django_db
LAST = START + timedelta(days=121)  # 31 December 2026


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with on_day(date(2027, 3, 1)):
        yield


# Acting heads


def test_the_task_list_says_what_the_post_is_and_who_acts_meanwhile() -> None:
    case = named("advertised")
    Vacancy.objects.filter(pk=case.vacancy.pk).update(post=Vacancy.Post.CO_HEAD, share=60)
    with on_day(LAST):
        before = read(case, case.people["clerk"], "vacancy")
    now = read(case, case.people["clerk"], "vacancy")

    assert "Post Co-headteacher, 60% of full time" in now
    assert "Acting head Lyn Fell, since 1 January 2027" in now
    assert "Acting head Lyn Fell, since" not in before


def name(case: Headship, **facts: Any) -> None:
    posts.name_acting_head(
        case.vacancy,
        **{
            "kind": ActingHead.Kind.ACTING,
            "name": "Lyn Fell",
            "since": LAST + timedelta(days=1),
            "arranged": "The governing body proposed the deputy head; the authority appointed her",
            "evidence": "A letter of the authority",
            "by": case.clerk,
            "on": case.day,
            **facts,
        },
    )


def named(stage: str = "recorded", **facts: Any) -> Headship:
    """A headship with somebody named to act in it."""
    case = headship(stage)
    name(case, meeting=case.meet("To name an acting head"), **facts)
    return case


def end(case: Headship, on: date) -> None:
    acting = ActingHead.objects.latest("pk")
    posts.end_acting_head(
        case.vacancy, acting=acting, why="The new head starts", by=case.clerk, on=on
    )


def test_an_acting_head_is_named_beside_a_running_vacancy() -> None:
    case = named()
    assert case.fresh().stage == "recorded"
    assert [str(a) for a in case.position(LAST + timedelta(days=1)).acting_on(LAST)] == []
    after = LAST + timedelta(days=1)
    assert [a.name for a in case.position(after).acting_on(after)] == ["Lyn Fell"]
    assert case.position().items[-1].title == "Acting head"


def test_nobody_is_named_outside_a_meeting_but_with_a_reason() -> None:
    case = headship()
    assert refusal(case, lambda: name(case)) == ("no_meeting_named",)
    override = Actor(case.people["clerk"], override="The chair acted; ratified on 1 October")
    name(case, by=override)
    assert case.position().acting_heads


@pytest.mark.parametrize(
    ("facts", "key"),
    [
        ({"name": " "}, "name_missing"),
        ({"share": 0}, "share_unknown"),
        ({"share": 101}, "share_unknown"),
        ({"until": LAST}, "ends_before_it_begins"),
        ({"arranged": ""}, "arranged_missing"),
        ({"evidence": ""}, "evidence_missing"),
    ],
)
def test_what_is_recorded_of_an_acting_head_is_whole_and_true(
    facts: dict[str, Any], key: str
) -> None:
    case = headship()
    meeting = case.meet("To name an acting head")
    assert key in refusal(case, lambda: name(case, meeting=meeting, **facts))


def test_those_who_act_at_one_time_have_no_more_than_the_post() -> None:
    case = named(share=60)
    second = case.position().meetings[-1]
    keys = refusal(case, lambda: name(case, meeting=second, name="Gil Orme", share=50))
    assert keys == ("share_over_whole",)
    name(case, meeting=second, name="Gil Orme", share=40)


def test_one_acts_after_another() -> None:
    case = named(until=date(2027, 2, 12))
    meeting = case.position().meetings[-1]
    name(case, meeting=meeting, name="Gil Orme", since=date(2027, 2, 13))
    assert len(case.position().acting_heads) == 2


def test_the_outgoing_head_does_not_act() -> None:
    case = headship()
    Vacancy.objects.filter(pk=case.vacancy.pk).update(outgoing_head=person("Mona Frith"))
    meeting = case.meet("To name an acting head")
    keys = refusal(case, lambda: name(case, meeting=meeting, person=person("Mona Frith")))
    assert keys == ("outgoing_head",)


def test_whoever_acts_takes_no_part_while_they_act() -> None:
    case = headship("panel_appointed")
    kit = case.people["governor"]
    position = case.position()
    assert position.roles_left(kit, frozenset({"governor"})) == {"governor"}
    meeting = case.meet("To name an acting head")
    name(case, meeting=meeting, person=kit, since=date(2027, 1, 1))
    with pytest.raises(Stranger):
        interests.declare_interest(
            case.vacancy, person=kit, kind=Interest.Kind.FRIENDSHIP, detail="x",
            effect=Interest.Effect.NONE,
            by=Actor(kit), on=case.day,
        )  # fmt: skip
    with on_day(date(2026, 12, 1)):
        assert case.position().roles_left(kit, frozenset({"governor"})) == {"governor"}
    end(case, date(2027, 2, 1))
    assert case.position().roles_left(kit, frozenset({"governor"})) == {"governor"}


@pytest.mark.parametrize(
    ("category", "nation"),
    [
        (Category.COMMUNITY, Nation.ENGLAND),
        (Category.ACADEMY, Nation.ENGLAND),
        (Category.COMMUNITY, Nation.WALES),
    ],
)
def test_an_acting_head_is_not_on_the_panel(category: Category, nation: Nation) -> None:
    case = headship("panel_appointed", category=category, nation=nation)
    meeting = case.meet("To name an acting head")
    name(case, meeting=meeting, person=case.panel[1], since=case.day)
    assert case.panel[1] not in {seat.person for seat in case.position().panel}
    assert "acting_head" in case.regime.panel_excludes.value


def test_an_acting_head_is_not_at_the_meeting() -> None:
    case = headship("panel_appointed")
    name(case, meeting=case.meet("To name one"), person=case.people["governor"], since=case.day)
    with pytest.raises(Refused) as refused:
        case.after(1).meet("To decide")
    assert refused.value.keys == ("acting_head",)


def test_the_day_of_the_vacancy_that_passes_with_nobody_makes_a_task() -> None:
    case = headship()
    assert nobody_from(case.position(date(2026, 10, 31))) is None
    foreseen = case.position(date(2026, 11, 1))
    assert nobody_from(foreseen) == date(2027, 1, 1)
    assert "name_acting_head" in {task.action for task in TASKS.of(foreseen)}
    passed = case.position(date(2027, 1, 8))
    assert nobody_from(passed) == date(2027, 1, 8)
    assert any("Education Act 2002" in sentence for sentence in late(passed))


def test_nothing_is_wanting_while_somebody_acts() -> None:
    case = named()
    assert nobody_from(case.position(date(2027, 1, 8))) is None
    assert not any("acting head" in sentence for sentence in late(case.position(date(2027, 1, 8))))


def test_a_co_head_who_stays_is_a_head() -> None:
    case = headship()
    Vacancy.objects.filter(pk=case.vacancy.pk).update(post="co_head", share=50, kept_share=50)
    assert nobody_from(case.position(date(2027, 1, 8))) is None


def test_whoever_is_appointed_ceases_to_act_the_day_before() -> None:
    case = headship("confirmed")
    name(case, meeting=case.meet("To name an acting head"), name="Ada Brook")
    case.day = date(2027, 1, 4)
    with pytest.raises(Refused) as refused:
        case.start()
    assert refused.value.keys == ("still_acting",)
    assert "Ada Brook still stands as its acting head" in refused.value.obstacles[0].sentence
    assert "the day before" in refused.value.obstacles[0].clears_by
    end(case, date(2027, 1, 3))
    assert case.start().fresh().stage == "in_post"


def test_nobody_takes_up_a_post_in_which_another_acts() -> None:
    case = headship("confirmed")
    name(case, meeting=case.meet("To name an acting head"))
    with pytest.raises(Refused) as refused:
        case.start()
    assert refused.value.keys == ("still_acting",)


def test_acting_ends_on_or_after_its_first_day_and_once() -> None:
    case = named()
    assert refusal(case, lambda: end(case, LAST)) == ("date_before_what_it_follows",)
    end(case, date(2027, 2, 1))
    assert refusal(case, lambda: end(case, date(2027, 2, 2))) == ("acting_head_ended",)


def test_an_acting_head_who_applies_is_warned_of() -> None:
    case = headship("shortlisted")
    name(case, meeting=case.meet("To name an acting head"), name="Ben Carr")
    event = case.fresh().events.order_by("number").last()
    assert event
    assert "acting_head_is_candidate" in event.data["warned_of"]


def warned(case: Headship) -> list[str]:
    event = case.fresh().events.latest("number")
    return list(event.data.get("warned_of", []))


def test_the_chair_of_governors_who_is_to_act_is_warned_of_and_does_not_write_to_themselves() -> (
    None
):
    case = headship(category=Category.VOLUNTARY_AIDED)
    chair = case.people["chair"]
    name(case, meeting=case.meet("To name an acting head"), person=chair)
    assert warned(case) == ["acting_head_is_chair"]
    signed, copied = signature_and_copies(case)
    assert signed == "Ann Rees"
    assert chair.full_name not in copied


def signature_and_copies(case: Headship) -> tuple[str, str]:
    """Who signs the letter to the acting head, and who has a copy, as one text."""
    paper = KINDS["letter_to_acting_head"].compose(case.position(), "1")
    signed = next(b for b in paper.blocks if isinstance(b, Signature))
    return signed.name, str([b for b in paper.blocks if isinstance(b, Copies)])


def test_whoever_is_to_act_later_is_put_on_the_panel_only_with_a_reason() -> None:
    case = named(person=case_governor())
    meeting = case.meet("To appoint the panel")
    given: dict[str, Any] = {
        "meeting": meeting, "members": case.panel, "chair": case_governor(),
        "trained": [case.panel[1]], "votes_for": 5, "votes_against": 0, "abstained": 0,
        "on": case.day,
    }  # fmt: skip
    refused = refusal(case, lambda: meetings.appoint_panel(case.vacancy, by=case.clerk, **given))
    assert "is_to_act_as_head" in refused
    reason = Actor(case.people["clerk"], override="The panel will have chosen by December")
    meetings.appoint_panel(case.vacancy, by=reason, **given)
    assert case.fresh().stage == "panel_appointed"


def case_governor() -> User:
    return person("Tom Hale")


def test_whoever_sits_on_the_panel_is_warned_of_on_a_page_before_it_is_recorded() -> None:
    case = headship("panel_appointed")
    name(case, meeting=case.meet("To name an acting head"), person=case.panel[1])
    assert "acting_head_on_panel" in warned(case)
    assert FORMS["name_acting_head"].final


def test_a_person_is_chosen_or_a_name_typed_and_not_both() -> None:
    case = headship()
    desk = Desk(case.position(), case.people["clerk"], frozenset({"clerk"}))
    chosen = str(case.people["governor"].pk)
    both = FORMS["name_acting_head"](desk, MultiValueDict({"person": [chosen], "name": ["Bo"]}))
    assert both.errors["name"] == ["Choose the person, or type the name: not both"]
    one = FORMS["name_acting_head"](desk, MultiValueDict({"person": [chosen], "name": [""]}))
    assert "name" not in one.errors


def test_an_acting_head_named_for_later_does_not_outlast_the_start() -> None:
    case = headship("confirmed")
    name(case, meeting=case.meet("To name an acting head"), since=date(2027, 2, 1))
    case.day = date(2027, 1, 4)
    with on_day(case.day):
        with pytest.raises(Refused) as refused:
            case.start()
        assert refused.value.keys == ("named_to_act_later",)
        end(case, case.day)
        assert case.start().fresh().stage == "in_post"
    assert case.position(date(2027, 2, 1)).acting_on(date(2027, 2, 1)) == ()


def test_acting_is_ended_though_the_new_head_is_in_post() -> None:
    case = headship("in_post")
    ActingHead.objects.create(
        vacancy=case.vacancy, kind="acting", name="Lyn Fell", since=date(2027, 1, 20),
        arranged="x", evidence="x", decided_on=START,
    )  # fmt: skip
    end(case, date(2027, 2, 1))
    assert ActingHead.objects.get().until == date(2027, 2, 1)


def test_it_is_said_whom_the_time_is_too_short_for() -> None:
    foreseen = late(headship().position(date(2026, 11, 1)))
    assert any("nobody who must resign elsewhere could start by then" in s for s in foreseen)


def test_a_gap_between_the_acting_head_and_the_start_is_seen() -> None:
    case = headship("appointed")
    name(case, meeting=case.meet("To name an acting head"), until=date(2027, 1, 10))
    appointment.make_offer(
        case.vacancy, starts_on=date(2027, 3, 1), salary="L20", by=case.clerk, on=case.day
    )
    assert nobody_from(case.position()) == date(2027, 1, 11)
    assert any("nobody starts by then" in sentence for sentence in late(case.position()))
    ActingHead.objects.update(until=date(2027, 2, 28))
    assert nobody_from(case.position()) is None


def test_what_is_only_practice_is_called_so_once() -> None:
    case = headship("advertised", category=Category.ACADEMY)
    with on_day(LAST + timedelta(days=1)):
        (said,) = (s for s in late(case.position(LAST + timedelta(days=1))) if "acting head" in s)
    assert said.endswith("the school needs an acting head (Practice of trusts).")
