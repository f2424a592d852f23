"""How long the papers of a cycle are kept: in England six years, in Wales from the next one."""

from collections.abc import Iterator
from datetime import date

import pytest

from casework.action import Actor, Refused
from governance import clocks, load
from governance.actions import opening
from governance.actions.system import Recommendation
from governance.models import Cycle
from governance.stages import Stage
from law.base import Strength
from schools.models.choices import Category, Nation
from tests.governance.cycle import Year, refusal, warned, year
from tests.recruitment.headship import on_day

pytestmark = pytest.mark.django_db
LAST_OF_ENGLAND = date(2032, 9, 1)  # six years after 1 September 2026
AFTER = date(2032, 9, 2)
TRAIN = Recommendation("Train those who appraise", "The chair", date(2027, 3, 31))
NEXT_CLOSED = date(2027, 11, 1)


@pytest.fixture(autouse=True)
def _years_later() -> Iterator[None]:
    with on_day(date(2036, 1, 7)):
        yield


def closed(nation: Nation = Nation.ENGLAND, category: Category = Category.COMMUNITY) -> Year:
    made = year("given", nation=nation, category=category)
    return made.on(date(2026, 10, 20)).close()


def with_next(made: Year, *, stage: Stage = Stage.CLOSED) -> Year:
    """Let the next cycle be recorded, and stand where it is said, since 1 November 2027."""
    after = opening.open_cycle(
        made.school, head=made.people["head"], starts_on=date(2026, 11, 3), previous=made.cycle,
        by=made.actor("clerk"), on=made.day,
    )  # fmt: skip
    Cycle.objects.filter(pk=after.pk).update(stage=stage, moved_on=NEXT_CLOSED)
    return made


def left(made: Year) -> tuple[str, date | None]:
    return made.fresh().stage, made.fresh().disposed_on


# England: six years, a house rule


def test_in_england_papers_are_kept_for_six_years_from_the_end_of_the_cycle() -> None:
    made = closed().on(LAST_OF_ENGLAND)
    assert clocks.kept_until(made.position()) == LAST_OF_ENGLAND
    assert refusal(made.dispose) == ("papers_to_be_kept",)
    assert left(made) == (Stage.CLOSED, None)
    made.on(AFTER).dispose()
    assert left(made) == (Stage.DISPOSED, AFTER)
    assert warned(made) == []


def test_the_refusal_gives_the_rule_its_strength_and_the_way_out() -> None:
    made = closed()
    with pytest.raises(Refused) as refused:
        made.dispose()
    (obstacle,) = refused.value.obstacles
    assert "kept for six years" in obstacle.sentence
    assert "until 1 September 2032" in obstacle.sentence
    assert (obstacle.strength, obstacle.overridable) == (Strength.HOUSE, True)
    assert obstacle.confidence.must_check
    assert obstacle.clears_by


def test_a_named_person_sets_the_six_years_aside_with_a_reason() -> None:
    made = closed()
    clerk = Actor(made.people["clerk"], override="The governing body keeps papers for one year")
    opening.dispose_of_papers(
        made.cycle, decided_by="The governing body", why="Its policy", by=clerk, on=made.day
    )
    assert made.fresh().events.latest("number").data["set_aside"]["rules"] == ["papers_to_be_kept"]


def test_in_an_academy_it_only_warns() -> None:
    made = closed(category=Category.ACADEMY).dispose()
    assert warned(made) == ["papers_to_be_kept"]


def test_a_cycle_that_ended_early_is_kept_from_the_day_on_which_it_did() -> None:
    made = year("set").on(date(2026, 1, 12))
    opening.end_early(
        made.cycle, because=Cycle.Ending.LEFT, why="A new post", by=made.actor("clerk"), on=made.day
    )
    assert refusal(made.on(date(2032, 1, 12)).dispose) == ("papers_to_be_kept",)
    assert left(made.on(date(2032, 1, 13)).dispose()) == (Stage.DISPOSED, made.day)


# Wales: three years from the next statement, recalled


def test_in_wales_the_time_runs_from_the_close_of_the_next_cycle() -> None:
    made = with_next(closed(Nation.WALES)).on(date(2030, 11, 1))
    assert clocks.kept_until(made.position()) == made.day
    with pytest.raises(Refused) as refused:
        made.dispose()
    (obstacle,) = refused.value.obstacles
    assert (obstacle.key, obstacle.strength) == ("papers_to_be_kept", Strength.LAW)
    assert obstacle.confidence.must_check
    assert left(made.on(date(2030, 11, 2)).dispose()) == (Stage.DISPOSED, made.day)


@pytest.mark.parametrize("stage", [Stage.REPORTED, Stage.ENDED])
def test_a_next_cycle_without_a_final_statement_starts_no_time(stage: Stage) -> None:
    made = with_next(closed(Nation.WALES), stage=stage).on(date(2035, 1, 8))
    assert clocks.kept_until(made.position()) is None
    assert refusal(made.dispose) == ("next_statement_not_known",)


def test_a_next_cycle_that_ended_early_starts_none_once_its_own_papers_are_gone() -> None:
    made = with_next(closed(Nation.WALES), stage=Stage.DISPOSED).on(date(2035, 1, 8))
    assert clocks.kept_until(made.position()) == date(2030, 11, 1)
    Cycle.objects.filter(previous=made.cycle).update(ended_on=NEXT_CLOSED)
    assert clocks.kept_until(made.position()) is None


def test_where_the_next_statement_is_kept_elsewhere_its_day_is_given() -> None:
    made = closed(Nation.WALES).on(date(2031, 1, 6))
    assert refusal(made.dispose) == ("next_statement_not_known",)
    assert refusal(lambda: made.dispose(next_final_on=date(2028, 1, 6))) == ("papers_to_be_kept",)
    assert refusal(lambda: made.dispose(next_final_on=date(2026, 9, 1))) == (
        "next_before_this_one",
    )
    made.dispose(next_final_on=date(2028, 1, 5))
    assert left(made) == (Stage.DISPOSED, made.day)


def test_in_wales_no_reason_sets_it_aside() -> None:
    made = closed(Nation.WALES)
    clerk = Actor(made.people["clerk"], override="Nobody needs them")
    with pytest.raises(Refused):
        opening.dispose_of_papers(
            made.cycle, decided_by="The chair", why="Tidying", by=clerk, on=made.day
        )


# Who, when, why


@pytest.mark.parametrize("name", ["why", "decided_by"])
def test_a_reason_and_who_decided_are_asked_for(name: str) -> None:
    made = closed().on(AFTER)
    assert refusal(lambda: made.dispose(**{name: " "})) == (f"{name}_missing",)


def test_papers_of_a_cycle_that_runs_are_not_destroyed() -> None:
    made = year("given").on(AFTER)
    assert refusal(made.dispose) == ("not_at_this_stage",)


@pytest.mark.parametrize("role", ["head", "first"])
def test_nobody_but_the_clerk_and_the_chair_disposes_of_papers(role: str) -> None:
    made = closed().on(AFTER)
    made.people["clerk"] = made.people[role]
    assert refusal(made.dispose) == ("not_permitted",)


def test_the_next_year_carries_nothing_in_from_it() -> None:
    made = year("given").advise_on_system(recommendations=[TRAIN]).close()
    after = Cycle.objects.get(previous=with_next(made).cycle)

    def carried() -> tuple[int, int]:
        position = load.position(after, made.day)
        return len(position.earlier), len(position.carried_in)

    assert carried() == (1, 1)
    made.on(AFTER).dispose()
    assert carried() == (0, 0)
