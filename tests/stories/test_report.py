"""docs/stories.md is made from the code, and stays so."""

from pathlib import Path

import pytest

from recruitment.actions import ACTIONS
from stories import obstacles
from stories.arguments import sort_of
from stories.checks import CHECKS
from stories.language import verbs
from stories.report import report

PAGE = Path(__file__).parents[2] / "docs" / "stories.md"


def test_the_page_in_docs_is_the_report() -> None:
    assert PAGE.read_text(encoding="utf-8") == report()


def test_every_action_with_every_argument_is_on_the_page() -> None:
    page = report()
    for verb in verbs().values():
        section = page.partition(f"#### `{verb.name}`\n")[2].partition("####")[0]
        assert verb.says in section
        for argument in verb.arguments.values():
            assert f"| `{argument.name}`" in section
    assert set(verbs()) == set(ACTIONS)


def test_every_argument_can_be_given_in_a_story() -> None:
    for verb in verbs().values():
        for argument in verb.arguments.values():
            assert sort_of(argument.annotation).says


def test_a_type_that_no_story_can_give_is_named() -> None:
    with pytest.raises(LookupError, match="A story cannot give a <class 'float'>"):
        sort_of(float)


def test_every_obstacle_and_every_check_is_on_the_page() -> None:
    page = report()
    assert [key for key in obstacles.known() if f"| `{key}` |" not in page] == []
    assert [check.name for check in CHECKS if f"| `{check.name}` |" not in page] == []


def test_an_obstacle_is_known_with_its_sentence_its_strength_and_its_place() -> None:
    [known] = obstacles.known()["representations_period_open"]
    assert known.sentence.startswith("The authority may make representations until the end of …")
    assert known.rests_on == "house rule: `hold_for_representations`"
    assert known.where == "recruitment/rules/appointment.py: representations_period_over"


@pytest.mark.parametrize(
    ("action", "keys"),
    [
        ("recommend", {"representations_period_open", "panel_too_small", "reasons_missing"}),
        ("put_reservations", {"hearsay", "criterion_not_published", "limits_missing"}),
        ("open_vacancy", {"not_the_clerk", "vacancy_running"}),
        ("correct", {"not_a_date", "why_missing"}),
        ("appoint_panel", {"cannot_sit_on_panel", "vote_says_otherwise"}),
    ],
)
def test_the_obstacles_of_an_action_are_found_through_what_it_uses(
    action: str, keys: set[str]
) -> None:
    assert keys <= set(obstacles.of_action(action))
    assert "not_a_ground_of_refusal" not in obstacles.of_action(action)
