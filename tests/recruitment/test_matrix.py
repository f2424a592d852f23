"""Each cell of the matrix of steps and regimes, tried against the machinery."""

from collections.abc import Iterator
from copy import copy
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from casework import access
from casework.action import Stranger, judge
from law.periods import Period
from recruitment.matrix import Cell, cell, latest, matrix, steps
from recruitment.position import Position
from recruitment.process import PROCESS
from schools.models.choices import Category, Nation
from tests.recruitment.headship import Headship, headship, on_day

pytestmark = pytest.mark.django_db

PAGE = Path(__file__).parents[2] / "docs" / "matrix.md"
TODAY = date(2027, 3, 1)
SCHOOLS = {
    "england-community": (Category.COMMUNITY, Nation.ENGLAND),
    "england-foundation": (Category.VOLUNTARY_AIDED, Nation.ENGLAND),
    "england-unit": (Category.PUPIL_REFERRAL_UNIT, Nation.ENGLAND),
    "england-academy": (Category.ACADEMY, Nation.ENGLAND),
    "wales-community": (Category.COMMUNITY, Nation.WALES),
    "wales-foundation": (Category.VOLUNTARY_AIDED, Nation.WALES),
}
NOT_FOR_THEM = {"not_permitted", "not_the_employer"}


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with on_day(TODAY):
        yield


def test_the_page_in_docs_is_the_matrix() -> None:
    assert PAGE.read_text(encoding="utf-8") == matrix()


def test_every_regime_is_tried() -> None:
    assert set(SCHOOLS) == {regime.key for regime in latest()}


@pytest.mark.parametrize("key", SCHOOLS)
def test_each_cell_is_what_the_machinery_does(key: str) -> None:
    category, nation = SCHOOLS[key]
    case = headship("interviewed", category=category, nation=nation)
    position = case.position(case.day)
    regime = next(regime for regime in latest() if regime.key == key)
    for step in steps():
        tried = cell(regime, step)
        for role in sorted(case.people):
            assert says(case, position, tried, role) == expected(tried, role), (step.key, role)


def says(case: Headship, position: Position, tried: Cell, role: str) -> str:
    """What the machinery answers the holder of that role alone, at a stage of the step."""
    vacancy = copy(position.case)
    vars(vacancy)["stage"] = min(tried.step.stages)
    there = replace(position, case=vacancy)
    person = case.people[role]
    for held in access.roles_of(person, vacancy):
        access.revoke(held, person, vacancy)
    access.grant(role, person, vacancy)
    by = case.actor(role)
    facts = {"by": person, "on": case.day}
    try:
        _, found = judge(PROCESS, vacancy, there, tried.step.key, by=by, facts=facts)
    except Stranger:
        return "no part"
    keys = {obstacle.key for obstacle in found}
    if "step_not_known" in keys:
        return "not a step"
    return "not theirs" if keys & NOT_FOR_THEM else "theirs"


def expected(tried: Cell, role: str) -> str:
    if role == "officer" and tried.regime.notice_of_vacancy is None:
        return "no part"
    if tried.instead:
        return "not a step"
    return "theirs" if role in tried.roles else "not theirs"


@pytest.mark.parametrize("key", SCHOOLS)
def test_a_clock_in_a_cell_is_the_one_that_the_rules_count_by(key: str) -> None:
    regime = next(regime for regime in latest() if regime.key == key)
    clocks = {step.key: cell(regime, step).clock for step in steps() if cell(regime, step).clock}
    notice = regime.meeting_notice.value
    assert clocks["call_meeting"] == str(notice)
    if regime.names is None:
        assert set(clocks) == {"call_meeting"}
    else:
        period: Period = regime.names.representations.value
        assert clocks["record_receipt"] == clocks["make_representations"] == str(period)


def test_no_cell_of_an_academy_speaks_of_what_it_does_not_know() -> None:
    academy = next(regime for regime in latest() if regime.key == "england-academy")
    for step in steps():
        row = cell(academy, step).row
        assert "epresentation" not in row
        assert "officer" not in row
