"""Whose rules govern the schools that are held, counted."""

from datetime import date
from io import StringIO

import pytest
import time_machine
from django.core.management import call_command

from law.appointment import regime_for
from law.base import NoRegime
from schools.models import IN_USE, Category, Nation, School, Status
from schools.regimes import governed
from tests.schools.register_file import Register
from tests.schools.welsh_lists import ENGLISH, rows_of

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 25)
BEFORE_ANY = date(1900, 1, 1)


@pytest.fixture
def _one_of_each() -> None:
    """One school of each nation, category and status, and an open one more of each nation."""
    School.objects.bulk_create(
        School(name="School", nation=nation, category=category, status=status)
        for nation in Nation
        for category in Category
        for status in [*Status, Status.OPEN]
    )


def listed(on: date = TODAY) -> list[str]:
    said = StringIO()
    with time_machine.travel(on):
        call_command("list_regimes", stdout=said)
    return said.getvalue().splitlines()


def by_the_law(category: str, nation: str) -> tuple[str, str]:
    """Return the name of the regime, or why there is none."""
    try:
        return regime_for(category, nation, TODAY).name, ""
    except NoRegime as error:
        return "", str(error)


@pytest.mark.usefixtures("_one_of_each")
def test_every_open_school_has_its_regime_or_why_there_is_none() -> None:
    found = governed(TODAY)
    assert {(each.nation, each.category) for each in found} == {
        (nation, category) for nation in Nation for category in Category
    }
    for each in found:
        assert each.schools == len(IN_USE) + 1
        assert (each.regime, each.why_not) == by_the_law(each.category, each.nation)


@pytest.mark.usefixtures("_one_of_each")
def test_the_command_says_each_count_with_its_regime_or_reason() -> None:
    said = listed()
    for each in governed(TODAY):
        at = said.index(f"{each.nation.label}, {each.category.label}: {each.schools}")
        assert said[at + 1] == f"  {each.regime or each.why_not}"


@pytest.mark.usefixtures("_one_of_each")
def test_all_open_schools_are_counted_once_and_the_rest_by_status() -> None:
    kinds = len(Nation) * len(Category)
    said = listed()
    assert said[0] == f"Open schools on Wednesday 25 November 2026: {kinds * 3}"
    at = said.index(f"Not open, so not counted: {kinds * 3}")
    assert sorted(said[at + 1 :]) == sorted(
        f"  {status.label}: {kinds}" for status in Status if status not in IN_USE
    )


@pytest.mark.usefixtures("_one_of_each")
def test_schools_without_a_regime_are_counted_by_reason() -> None:
    found = governed(BEFORE_ANY)
    said = listed(BEFORE_ANY)
    at = said.index(f"Without a regime: {sum(each.schools for each in found)}")
    reasons = {each.why_not for each in found}
    for reason in reasons:
        schools = sum(each.schools for each in found if each.why_not == reason)
        assert f"  {reason}: {schools}" in said[at + 1 :]


def test_where_nothing_is_held_nothing_is_counted() -> None:
    assert listed()[0] == "Open schools on Wednesday 25 November 2026: 0"


def test_the_schools_of_an_import_are_all_counted(register: Register) -> None:
    register.brings_file(ENGLISH)
    found = governed(TODAY)
    assert sum(each.schools for each in found) == len(rows_of(ENGLISH))
    assert {each.nation for each in found} == {Nation.WALES}
    assert all(each.regime for each in found)
