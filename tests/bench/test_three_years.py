"""The invented years: whole, possible, the same for the same seed, and no dearer to read."""

import re
from itertools import pairwise
from typing import Any

import pytest
from django.core.management import call_command
from django.db import transaction

from bench.cycles import PAGES, measure
from bench.invented import SEATS, invent
from bench.three_years import TODAY, YEARS, generate
from casework.models import Event
from governance.models import Cycle, Objective
from governance.stages import OVER, Stage
from law.appraisal import SCHEMES
from schools.governing_law import law_of
from schools.models import School

pytestmark = [pytest.mark.django_db, pytest.mark.long]
SEED, FEW, MANY = 4, 3, 6
REFERENCE = re.compile(r"PM-\d{4}-\d+")


def facts(seed: int) -> list[Any]:
    """What is recorded at one school, keys of rows left out. None of it is kept."""
    with transaction.atomic():
        generate(1, seed)
        found = [_plain(event) for event in Event.objects.order_by("case", "number")]
        transaction.set_rollback(True)
    return found


def queries(schools: int) -> dict[str, int]:
    """The queries of each page on which there is something. What was made is kept."""
    generate(schools, SEED)
    return {name: page.queries for name, page in measure(1).items() if page.lines}


def _plain(event: Event) -> tuple[Any, ...]:
    data = REFERENCE.sub("PM", re.sub(r"'id': \d+", "", str(event.data)))
    return event.number, event.action, event.by_name, event.role, event.happened_on, data


def test_the_same_seed_makes_the_same_facts_and_another_seed_others() -> None:
    first = facts(SEED)
    assert facts(SEED) == first
    assert facts(SEED + 1) != first


def test_the_years_are_whole_and_possible_and_cost_no_query_more_where_there_are_more() -> None:
    with transaction.atomic():
        few = queries(FEW)
        transaction.set_rollback(True)
    many = queries(MANY)
    assert set(few) == set(PAGES)
    assert all(many[name] <= few[name] for name in PAGES)
    call_command("verify_record")
    call_command("find_impossible")

    cycles = list(Cycle.objects.order_by("school", "starts_on"))
    assert len(cycles) == MANY * YEARS
    for before, cycle in pairwise(cycles):
        if before.school_id == cycle.school_id:
            assert cycle.previous == before
            assert before.stage == Stage.CLOSED
    assert len({cycle.stage for cycle in cycles}) > 2
    judged = Objective.objects.filter(cycle__stage=Stage.CLOSED)
    assert judged.exists()
    assert not judged.filter(judgement="").exists()
    running = [cycle for cycle in cycles if cycle.stage not in OVER]
    assert len({cycle.school_id for cycle in running}) > MANY / 2


def test_the_schools_are_of_every_scheme_that_the_law_holds() -> None:
    ground = invent(24, SEED)
    assert len(ground.advisers) == 12
    assert all(set(SEATS) < set(place.people) for place in ground.places)
    found = {law_of(school).scheme_on(TODAY).key for school in School.objects.all()}
    assert found == {scheme.key for scheme in SCHEMES}


def test_it_refuses_a_place_where_there_are_such_schools() -> None:
    invent(1, SEED)
    with pytest.raises(ValueError, match="a database of its own"):
        invent(1, SEED)
