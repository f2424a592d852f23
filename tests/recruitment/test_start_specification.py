"""A person specification started from the standards, or from that of another headship."""

from collections.abc import Iterator
from datetime import date

import pytest

from casework import access
from law.standards import ENGLAND, WALES
from recruitment.actions import specification
from recruitment.models import Criterion
from schools.models.choices import Category, Nation
from tests.recruitment.headship import Headship, headship, on_day, refusal

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _late() -> Iterator[None]:
    with on_day(date(2027, 2, 1)):
        yield


def start(case: Headship, *, standards: str = "", like: str = "") -> None:
    specification.start_specification(
        case.vacancy, standards=standards, like=like, by=case.clerk, on=case.day
    )


def refused(case: Headship, *, standards: str = "", like: str = "") -> tuple[str, ...]:
    return refusal(case, lambda: start(case, standards=standards, like=like))


def other() -> Headship:
    """Another headship, of the same clerk, with one criterion that has everything."""
    case = headship("recorded", "Ford End Primary School")
    specification.add_criterion(
        case.vacancy,
        text="Leads  Teaching",
        essential=False,
        tested_by=[Criterion.TestedBy.TASK, Criterion.TestedBy.INTERVIEW],
        weight=3,
        anchors={"0": "None", "5": "Much"},
        by=case.clerk,
        on=case.day,
    )
    return case


def test_the_standards_give_a_criterion_for_each_heading_and_for_safeguarding() -> None:
    case = headship()
    start(case, standards=ENGLAND.key)
    rows = case.position().criteria
    assert [c.text for c in rows] == [h.criterion for h in ENGLAND.suggested]
    assert [c.number for c in rows] == list(range(1, 13))
    assert [c.essential for c in rows] == [h.essential for h in ENGLAND.suggested]
    assert [c.tested_by for c in rows] == [list(h.tested_by) for h in ENGLAND.suggested]
    assert {c.weight for c in rows} == {1}


def test_a_school_in_wales_starts_from_the_standards_of_wales() -> None:
    case = headship(category=Category.COMMUNITY, nation=Nation.WALES)
    assert refused(case, standards=ENGLAND.key) == ("not_our_standards",)
    start(case, standards=WALES.key)
    assert len(case.position().criteria) == 6


def test_another_specification_is_taken_over_whole() -> None:
    source, case = other(), headship()
    start(case, like=source.vacancy.reference)
    (row,) = case.position().criteria
    assert (row.text, row.essential, row.weight) == ("Leads  Teaching", False, 3)
    assert row.tested_by == ["task", "interview"]
    assert row.anchors_in_order == [("0", "None"), ("5", "Much")]


def test_a_headship_in_which_one_has_no_part_is_like_one_that_is_not_there() -> None:
    source, case = other(), headship()
    reference = source.vacancy.reference
    access.revoke("clerk", case.people["clerk"], source.vacancy)
    assert refused(case, like=reference) == refused(case, like="HT-2026-99999")
    assert refused(case, like=reference) == ("specification_not_found",)


def test_a_criterion_that_stands_already_is_not_doubled() -> None:
    source, case = other(), headship()
    specification.add_criterion(
        case.vacancy,
        text="leads teaching",
        tested_by=[Criterion.TestedBy.INTERVIEW],
        by=case.clerk,
        on=case.day,
    )
    assert refused(case, like=source.vacancy.reference) == ("nothing_to_add",)
    start(case, standards=ENGLAND.key)
    assert refused(case, standards=ENGLAND.key) == ("nothing_to_add",)
    assert len(case.position().criteria) == 13


def test_exactly_one_source_is_given() -> None:
    case = headship()
    assert refused(case) == ("not_one_source",)
    found = refused(case, standards=ENGLAND.key, like="HT-2026-99999")
    assert "not_one_source" in found


def test_standards_that_nobody_has_are_refused() -> None:
    assert refused(headship(), standards="of_the_moon") == ("not_our_standards",)


def test_a_settled_specification_is_not_started_again_and_the_three_ways_are_named() -> None:
    case = headship("advertised")
    assert refused(case, standards=ENGLAND.key) == ("criteria_frozen",)
