"""Random walks: no impossible state is reached, and every stage and every action is."""

import sys
from datetime import date
from random import Random
from typing import Any

import pytest

from casework.record import verify
from governance import impossible
from governance.actions import ACTIONS
from governance.known import unknown_step
from governance.policies import TABLE
from governance.stages import OVER, Stage
from schools.models.choices import Category, Nation
from tests.governance.cycle import TERMS, Year, year
from tests.governance.walker import PAPERS, Walker
from tests.recruitment.headship import person

pytestmark = [pytest.mark.django_db, pytest.mark.long]
LAST = TERMS[-2][0]  # a walk that comes so late begins again: later days have no terms
STEPS = 800
YEARS_LATER = {"dispose_of_papers"}  # a walk is over with its cycle
WAYS: dict[str, dict[str, Any]] = {
    "england": {"category": Category.COMMUNITY, "nation": Nation.ENGLAND},
    "academy": {"category": Category.ACADEMY, "nation": Nation.ENGLAND},
    "wales": {"category": Category.COMMUNITY, "nation": Nation.WALES},
    "wales_aided": {
        "category": Category.VOLUNTARY_AIDED,
        "nation": Nation.WALES,
        "religious_character": "Church in Wales",
    },
}


def begun(way: str) -> Year:
    made = year("recorded", **WAYS[way])
    made.people["judge"] = person("Tom Hale")
    return made


@pytest.mark.parametrize("way", WAYS)
def test_walks_reach_every_stage_and_every_action_and_nothing_impossible(way: str) -> None:
    walker = Walker(begun(way), Random(way))
    for _ in range(STEPS):
        walker.step()
        p = walker.made.position()
        assert list(impossible.find(p)) == []
        if p.stage in OVER or walker.made.day > LAST:
            assert not list(verify(p.case, list(p.case.events.order_by("number"))))
            walker.made = begun(way)
    counts = (walker.outcomes, walker.stages, walker.turns)
    sys.stdout.write("\n  ".join([f"\n{way}", *(str(dict(each)) for each in counts)]))
    scheme = walker.made.position(date(2025, 9, 2)).scheme
    names = set(TABLE) & set(ACTIONS) - PAPERS - YEARS_LATER
    steps = {name for name in names if not unknown_step(scheme, name)}
    assert steps - set(walker.turns) == set()
    known = set(Stage) - {Stage.RECORDED, Stage.DISPOSED}
    known -= {Stage.APPEALED} if scheme.appeal is None else set()
    assert known - {Stage(s) for s in walker.stages} == set()
