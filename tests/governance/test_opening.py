"""A cycle is recorded: what is carried in, who learns of it, and what lies beside it."""

from datetime import date
from typing import Any

import pytest

from casework import access, clock
from governance.actions import opening
from governance.models import Cycle
from schools.models import Office
from schools.models.choices import OfficeKind
from tests.governance.cycle import START, Year, refusal, year
from tests.recruitment.headship import person

pytestmark = pytest.mark.django_db
NEXT = date(2026, 9, 7)


def begin(made: Year, head: str = "head", starts_on: date = NEXT, **more: Any) -> Cycle:
    return opening.open_cycle(
        made.school, head=made.people[head], starts_on=starts_on, by=made.actor("clerk"),
        on=made.day, **more,
    )  # fmt: skip


# What is carried in


def test_the_cycle_of_another_head_is_not_carried_in() -> None:
    made = year("recorded")
    found = refusal(lambda: begin(made, "other", previous=made.cycle))
    assert found == ("previous_of_another",)
    assert Cycle.objects.count() == 1


def test_the_cycle_of_another_school_is_not_carried_in() -> None:
    made, far = year("recorded"), year("recorded")
    Cycle.objects.filter(pk=far.cycle.pk).update(head=made.people["head"])
    found = refusal(lambda: begin(made, previous=far.fresh()))
    assert found == ("previous_of_another",)


def test_the_cycle_before_began_earlier() -> None:
    made = year("recorded")
    later = begin(made)
    last_year = date(2024, 9, 2)
    found = refusal(lambda: begin(made, starts_on=last_year, previous=later))
    assert found == ("previous_not_earlier",)


def test_the_heads_own_cycle_is_carried_in() -> None:
    made = year("recorded")
    assert begin(made, previous=made.cycle).previous == made.cycle


# Who learns of it


def test_whoever_keeps_the_cycle_today_has_a_part_whatever_day_is_recorded() -> None:
    made = year("recorded")
    old, new = made.people["clerk"], made.people["other"]
    body = made.school.governing_body
    assert body
    Office.objects.filter(user=old).update(until=date(2026, 9, 1))
    Office.objects.create(
        governing_body=body, user=new, office=OfficeKind.CLERK, since=date(2026, 9, 2)
    )
    made.people["clerk"] = new
    with clock.set_to(date(2026, 9, 10)):
        cycle = begin(made.on(date(2026, 8, 31)))

    assert access.roles_of(new, cycle) == {"clerk"}
    assert access.roles_of(old, cycle) == frozenset()
    assert cycle.events.get().role == "clerk"


# What lies beside it


def test_the_cycle_of_last_year_can_be_recorded_while_this_one_runs() -> None:
    made = year("recorded")
    assert begin(made, starts_on=date(2024, 9, 2)).ends_on == date(2025, 9, 1)


def test_a_cycle_that_would_run_into_a_later_one_is_refused() -> None:
    made = year("recorded")
    found = refusal(lambda: begin(made, starts_on=date(2024, 9, 3)))
    assert found == ("cycle_beside",)


def test_a_closed_cycle_has_its_days_and_one_that_ended_early_has_not() -> None:
    made = year("given")
    opening.close(made.cycle, by=made.actor("clerk"), on=made.day)
    inside = date(2026, 9, 1)
    assert refusal(lambda: begin(made, starts_on=inside)) == ("cycle_beside",)
    ended = year("recorded")
    opening.end_early(
        ended.cycle, because=Cycle.Ending.LEFT, why="Left", by=ended.actor("clerk"), on=START
    )
    assert begin(ended, starts_on=inside).starts_on == inside


def change(made: Year, cycle: Cycle, starts_on: date, ends_on: date) -> object:
    return opening.change_dates(
        cycle, starts_on=starts_on, ends_on=ends_on, why="A move", by=made.actor("clerk"),
        on=made.day,
    )  # fmt: skip


def test_dates_are_not_changed_into_another_cycle_of_the_head() -> None:
    made = year("recorded")
    later = begin(made)
    assert refusal(lambda: change(made, later, START, date(2027, 9, 6))) == ("cycle_beside",)
    change(made, later, date(2026, 9, 2), date(2027, 9, 6))
    assert Cycle.objects.get(pk=later.pk).starts_on == date(2026, 9, 2)


def test_the_cycle_of_another_head_stands_in_nobodys_way() -> None:
    made = year("recorded")
    made.people["acting"] = person("Pat Long")
    assert begin(made, "acting", START).head == made.people["acting"]
