"""docs/stories.md is made from the code, and stays so."""

from pathlib import Path

import pytest

from recruitment.actions import ACTIONS
from stories import obstacles
from stories.arguments import sort_of
from stories.checks import checks_of
from stories.headship import HEADSHIP
from stories.kinds import KindOfStory
from stories.report import chapter, report
from tests.stories.conftest import EACH_KIND

PAGE = Path(__file__).parents[2] / "docs" / "stories.md"


def test_the_page_in_docs_is_the_report() -> None:
    assert PAGE.read_text(encoding="utf-8") == report()


@EACH_KIND
def test_every_action_with_every_argument_is_in_the_chapter(kind: KindOfStory) -> None:
    page = "\n".join(chapter(kind))
    for verb in kind.verbs.values():
        section = page.partition(f"##### `{verb.name}`\n")[2].partition("####")[0]
        assert verb.says in section
        for argument in verb.arguments.values():
            assert f"| `{argument.name}`" in section


def test_the_actions_of_a_headship_are_all_known() -> None:
    assert set(HEADSHIP.verbs) == set(ACTIONS)


@EACH_KIND
def test_every_argument_can_be_given_in_a_story(kind: KindOfStory) -> None:
    for verb in kind.verbs.values():
        for argument in verb.arguments.values():
            assert sort_of(argument.annotation, kind).says


def test_a_type_that_no_story_can_give_is_named() -> None:
    with pytest.raises(LookupError, match="A story cannot give a <class 'float'>"):
        sort_of(float, HEADSHIP)


@EACH_KIND
def test_every_obstacle_role_and_check_is_in_the_chapter(kind: KindOfStory) -> None:
    page = "\n".join(chapter(kind))
    names = [*obstacles.known(kind), *(role.name for role in kind.roles)]
    names += [check.name for check in checks_of(kind)]
    assert [name for name in names if f"| `{name}` |" not in page] == []


@EACH_KIND
def test_every_kind_has_its_chapter_on_the_page(kind: KindOfStory) -> None:
    assert "\n".join(chapter(kind)) in report()


def test_an_obstacle_is_known_with_its_sentence_its_strength_and_its_place() -> None:
    [known] = obstacles.known(HEADSHIP)["representations_period_open"]
    assert known.sentence.startswith("The authority may make representations until the end of …")
    assert known.rests_on == "house rule: `hold_for_representations`"
    assert known.where == "recruitment/rules/recommendation.py: representations_period_over"


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
    assert keys <= set(obstacles.of_action(action, HEADSHIP))
    assert "not_a_ground_of_refusal" not in obstacles.of_action(action, HEADSHIP)
