"""What makes a lawyer wince is warned of, quoting the words; a good letter is not."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from law.base import Obstacle
from recruitment.actions import advice
from recruitment.rules import obstacles
from recruitment.wince import WINCES, warnings
from tests.recruitment.headship import Headship, headship, on_day
from tests.recruitment.views.rows import LETTER, POINT

EXAMPLES = {
    "untested_adjective": "She lacks gravitas.",
    "hearsay": "Staff tell me that he shouts.",
    "protected_characteristic": "Her children are young.",
    "old_grievance": "There was a grievance in 2019.",
    "comparison": "The other candidate was better prepared.",
    "abuse": "He is a bully.",
    "safeguarding_hint": "There are safeguarding concerns.",
    "confidential_reference": "The reference says that she left early.",
    "threat": "To appoint will have consequences.",
}
INNOCENT = """The decision is the governors' to make. In my judgement C1 has not yet been shown to
meet essential criterion 1. Asked how reading is taught, C1 described assemblies. A benefit of a
mentor would be a profitable start; a review at half-term would settle it."""


def test_every_kind_of_wording_has_its_example() -> None:
    assert set(EXAMPLES) == {wince.key for wince in WINCES}


@pytest.mark.parametrize("key", EXAMPLES)
def test_a_wording_is_found_and_quoted_with_what_to_write_instead(key: str) -> None:
    (found,) = warnings([EXAMPLES[key]])
    assert found.key == key
    assert found.sentence.partition("“")[2].partition("”")[0] in EXAMPLES[key]
    assert found.instead.endswith(".")


def test_a_good_letter_makes_nobody_wince() -> None:
    assert list(warnings([INNOCENT])) == []


# In the letter of reservations


@pytest.fixture
def case() -> Iterator[Headship]:
    with on_day(date(2027, 2, 1)):
        yield headship("recommended")


def warned(case: Headship, **changed: Any) -> list[str]:
    """The warnings about the letter with some of its parts changed. None of them holds it up."""
    facts = {
        **LETTER,
        "points": [POINT],
        "candidate": case.candidate("C1"),
        "before_decision": True,
        "by": case.people["adviser"],
        "on": case.day,
        **changed,
    }
    found: list[Obstacle] = obstacles(case.position(), "put_reservations", facts)
    assert not [o for o in found if o.blocks]
    return [o.key for o in found]


@pytest.mark.django_db
def test_a_sound_letter_is_not_warned_of(case: Headship) -> None:
    assert warned(case) == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    "words",
    ["These representations are made late.", "We represent that C1 is not suitable."],
)
def test_reservations_are_not_called_representations(case: Headship, words: str) -> None:
    assert warned(case, not_disputed=words) == ["called_representations"]


@pytest.mark.django_db
def test_the_authoritys_representations_can_be_mentioned(case: Headship) -> None:
    earlier = "The authority's representations of 12 October were considered."
    assert warned(case, earlier_advice=earlier) == []


@pytest.mark.django_db
@pytest.mark.parametrize("named", ["criteria 1 and 2", "criteria 1, 2", "essential criterion 2"])
def test_a_criterion_concluded_on_without_a_point_is_named(case: Headship, named: str) -> None:
    found = warned(case, conclusion=f"C1 has not yet been shown to meet {named}.")
    assert found == ["conclusion_without_point"]


@pytest.mark.django_db
def test_a_point_for_each_criterion_bears_the_conclusion_out(case: Headship) -> None:
    points = [POINT, replace(POINT, criterion=2)]
    assert warned(case, points=points, conclusion="Not yet shown: criteria 1 and 2.") == []


@pytest.mark.django_db
def test_what_was_warned_of_is_on_the_record(case: Headship) -> None:
    advice.put_reservations(
        case.vacancy,
        candidate=case.candidate("C1"),
        before_decision=True,
        points=[POINT],
        by=case.actor("adviser"),
        on=case.day,
        **{**LETTER, "limits": "She lacks gravitas, I am told."},
    )
    event = case.vacancy.events.latest("number")
    assert event.data["warned_of"] == ["untested_adjective", "hearsay"]
