"""Interests count whatever date is given; what is set aside is what was shown."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial

import pytest

from accounts.models import User
from casework.action import Actor
from recruitment.actions import appointment, interests, selection
from recruitment.models import Candidate, Interest
from schools.models.choices import Category
from tests.recruitment import evening
from tests.recruitment.headship import Headship, headship, on_day, person, refusal
from tests.recruitment.views.browser import visit
from tests.recruitment.views.words import words

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
TODAY = date(2027, 2, 1)


@pytest.fixture(autouse=True)
def _late() -> Iterator[None]:
    with on_day(TODAY):
        yield


def warned(case: Headship) -> list[str]:
    """What the last event was warned of."""
    found: list[str] = case.vacancy.events.latest("number").data.get("warned_of", [])
    return found


# Interests


def declare(case: Headship, who: User, effect: Interest.Effect) -> None:
    interests.declare_interest(
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
        interests.end_interest(
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


# Another clerk


@pytest.mark.parametrize(
    "category", [Category.COMMUNITY, Category.VOLUNTARY_AIDED, Category.ACADEMY]
)
def test_no_governor_clerks_whether_on_the_panel_or_not(category: Category) -> None:
    case = headship("panel_appointed", category=category)
    uninvited = person("Joy Dean")
    assert uninvited not in case.panel

    def hand_over() -> None:
        interests.hand_over(case.vacancy, person=uninvited, why="Ill", by=case.clerk, on=case.day)

    assert refusal(case, hand_over) == ("clerk_is_governor",)


def test_another_clerk_is_named_by_their_address_and_can_be_a_stranger_to_the_school() -> None:
    case = evening.evening()
    person("Ida Grundle")
    page = visit(case.people["clerk"], "act", case.vacancy.reference, "hand_over")

    def hand_to(address: str) -> str:
        return words(page.send({"person": address, "why": "C1 manages me"}))

    assert 'type="radio"' not in page.text
    assert "Whoever runs Headship adds people" in hand_to("nobody@example.org")
    assert "a clerk must be able to read them" in hand_to(case.people["officer"].email)
    assert "Ida Grundle" in hand_to("ida.grundle@example.org")
    page.confirm()
    assert case.position(TODAY).clerk == person("Ida Grundle")
