"""The professional standards: whose they are, and what is suggested by them."""

import pytest

from law.appointment import REGIMES
from law.standards import STANDARDS, Standards, of_nation


def test_the_standards_of_england_have_ethics_and_ten_more_headings() -> None:
    names = [str(heading) for heading in of_nation("england").headings]
    assert names[0] == "Ethics and professional conduct"
    assert len(names) == 1 + 10
    assert "Governance and accountability" in names


def test_the_standards_of_wales_have_five_headings_and_are_statutory() -> None:
    standards = of_nation("wales")
    assert [str(heading) for heading in standards.headings] == [
        "Pedagogy",
        "Collaboration",
        "Leadership",
        "Innovation",
        "Professional learning",
    ]
    assert (standards.rule.strength, of_nation("england").rule.strength) == ("law", "practice")


@pytest.mark.parametrize("nation", sorted({regime.nation for regime in REGIMES}))
def test_every_nation_whose_law_is_held_has_standards(nation: str) -> None:
    assert of_nation(nation).nation == nation


@pytest.mark.parametrize("standards", STANDARDS.values(), ids=STANDARDS)
def test_what_is_suggested_can_be_a_specification(standards: Standards) -> None:
    headings = standards.headings
    texts = [heading.criterion for heading in headings]
    assert len(set(texts)) == len(texts)
    assert any(heading.essential for heading in headings)
    assert any("application" in heading.tested_by for heading in headings)
    assert all(heading.tested_by and heading.duty.endswith(".") for heading in headings)


@pytest.mark.parametrize("standards", STANDARDS.values(), ids=STANDARDS)
def test_safeguarding_is_suggested_by_itself_and_is_no_heading_of_theirs(
    standards: Standards,
) -> None:
    *headings, beside = standards.suggested
    assert tuple(headings) == standards.headings
    assert "safeguarding of children" in beside.criterion
    assert beside.essential
    assert "application" in beside.tested_by
    assert beside not in standards.rule.value
