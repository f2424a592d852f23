"""The page of the law is made from the tables, and stays so."""

from pathlib import Path

import pytest

from law.applicants import APPLICANTS
from law.appointment import REGIMES
from law.appointment.practice import PRACTICE
from law.appraisal import SCHEMES
from law.report import report, value_in_words
from law.standards import STANDARDS

PAGE = Path(__file__).parents[2] / "docs" / "law.md"


def test_the_page_in_docs_is_the_report() -> None:
    assert PAGE.read_text(encoding="utf-8") == report()


def test_every_rule_of_every_edition_is_on_the_page() -> None:
    rows = report().splitlines()
    for table in (*REGIMES, *SCHEMES):
        for rule in table.rules():
            ending = f"| {rule.citation} | {rule.strength} | {rule.confidence} | {rule.since} |"
            assert any(
                row.startswith(f"| `{rule.key}` | {rule.says}") and row.endswith(ending)
                for row in rows
            )


def test_every_regime_and_every_scheme_has_a_chapter() -> None:
    headings = {line for line in report().splitlines() if line.startswith("## ")}
    names = {f"## {table.name}" for table in (*REGIMES, *SCHEMES)}
    assert names == headings - {
        "## How long the steps usually take",
        "## How a panel scores",
        "## Professional standards for heads",
        "## What is kept of those who apply",
    }


def test_no_table_is_empty() -> None:
    lines = report().splitlines()
    tops = [n for n, line in enumerate(lines) if line.startswith("| ---")]
    assert all(lines[n + 1].startswith("| `") for n in tops)


def test_every_row_of_a_table_has_seven_cells() -> None:
    tables = [row for row in report().splitlines() if row.startswith("|")]
    assert {row.count("|") for row in tables} == {8}


def test_the_list_of_what_rests_on_recall_names_the_seven_days_and_nothing_that_was_read() -> None:
    first_regime = report().split("\n## ")[1]
    _, _, to_check = first_regime.partition("### What rests on recall: check the regulation")
    every_edition = [line for line in to_check.splitlines() if "Every edition" in line]
    assert any("recalled (high)" in line and "`representations`" in line for line in every_edition)
    assert not any("`meeting_notice`" in line for line in every_edition)


def test_the_usual_lengths_stand_there_as_practice_with_how_sure_they_are() -> None:
    _, _, chapter = report().partition("## How long the steps usually take")
    for rule in PRACTICE:
        (row,) = (line for line in chapter.splitlines() if f"| `{rule.key}` |" in line)
        assert f"| practice | {rule.confidence} |" in row
    assert "| 1 day, 0 at the shortest |" in chapter


def test_what_is_kept_of_applicants_stands_there() -> None:
    _, _, chapter = report().partition("## What is kept of those who apply")
    assert all(f"| `{rule.key}` | {rule.says}" in chapter for rule in APPLICANTS)


def test_the_standards_stand_there_with_the_criteria_that_are_ours() -> None:
    _, _, chapter = report().partition("## Professional standards for heads")
    for standards in STANDARDS.values():
        for heading in standards.suggested:
            assert f"- {heading.name}: {heading.criterion} (" in chapter
    assert "Only the headings are theirs." in chapter


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (True, "yes"),
        (False, "no"),
        (None, "none"),
        (3, "3"),
        ("governing_body", "governing body"),
        (frozenset({"outgoing_head", "head"}), "head, outgoing head"),
        (("a_b", "c"), "a b; c"),
    ],
)
def test_a_value_is_said_in_words(value: object, words: str) -> None:
    assert value_in_words(value) == words
