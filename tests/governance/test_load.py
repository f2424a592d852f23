"""A position holds the objectives of the cycle before, and takes as many queries for many."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from governance import load
from governance.models import Objective
from tests.governance.cycle import START, year
from tests.governance.documents.steps import after_last_year

pytestmark = pytest.mark.django_db


def test_the_objectives_of_the_cycle_before_are_carried_in() -> None:
    made = year("set")
    assert not made.position().earlier
    after_last_year(made)
    earlier = made.position().earlier
    assert [o.number for o in earlier] == [1, 2]
    assert earlier[0].judgement == Objective.Judgement.PARTLY
    assert {o.cycle.years for o in earlier} == {"2024-25"}


def test_an_objective_that_was_dropped_is_not_carried_in() -> None:
    made = year("recorded")
    after_last_year(made)
    Objective.objects.filter(number=2).update(dropped_on=START)
    assert [o.number for o in made.position().earlier] == [1]


def test_many_cycles_take_no_more_queries_than_one() -> None:
    made = [year("set"), year("set"), year("set")]
    for each in made:
        after_last_year(each)
    counts = []
    for some in (made[:1], made):
        cycles = [each.fresh() for each in some]
        with CaptureQueriesContext(connection) as seen:
            positions = load.positions(cycles, START)
            assert [o.cycle.years for p in positions for o in p.earlier] == ["2024-25"] * 2 * len(
                some
            )
        counts.append(len(seen))
    assert counts[0] == counts[1]
