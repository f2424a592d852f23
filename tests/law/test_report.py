"""The page of the law is made from the tables, and stays so."""

from pathlib import Path

import pytest

from law.appointment import REGIMES
from law.report import report, value_in_words

PAGE = Path(__file__).parents[2] / "docs" / "law.md"


def test_the_page_in_docs_is_the_report() -> None:
    assert PAGE.read_text(encoding="utf-8") == report()


def test_every_rule_of_every_edition_is_on_the_page() -> None:
    rows = report().splitlines()
    for regime in REGIMES:
        for rule in regime.rules():
            [row] = {
                row
                for row in rows
                if row.startswith(f"| `{rule.key}` ") and f"| {rule.citation} |" in row
            }
            assert rule.says in row
            assert f"| {rule.strength} | {rule.confidence} | {rule.since} |" in row


def test_every_row_of_a_table_has_seven_cells() -> None:
    tables = [row for row in report().splitlines() if row.startswith("|")]
    assert {row.count("|") for row in tables} == {8}


def test_the_list_of_what_rests_on_recall_names_the_seven_days_and_nothing_that_was_read() -> None:
    _, _, to_check = report().partition("### What rests on recall: check the regulation")
    every_edition = [line for line in to_check.splitlines() if "Every edition" in line]
    assert any("recalled (high)" in line and "`representations`" in line for line in every_edition)
    assert not any("`meeting_notice`" in line for line in every_edition)


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
