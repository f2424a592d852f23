"""A fact that a paper waits for is named in words, whichever it is."""

import re
from pathlib import Path
from typing import Any

import pytest

from casework.documents.letter import Letter
from casework.documents.missing import IN_WORDS, MissingFact, in_words
from casework.documents.wording import wording
from governance.documents import PAPERS as OF_A_CYCLE
from recruitment.documents import LETTERS as OF_A_HEADSHIP
from recruitment.policies import TABLE
from recruitment.views.missing import ENTERED_WITH

ROOT = Path(__file__).parents[2]
NEEDED = re.compile(r'need\([^"]*?"([a-z_]+)"')
NO_NOUN_LAST = re.compile(
    r"\b(a|by|for|from|how|in|not|of|on|that|to|until|what|where|why|with|within)$|"
    r"^(a|an|in|none|not|somebody|that|what|where|why)\b"
)
POSSESSIVE_WITHOUT_ITS_SIGN = re.compile(r"\b(authoritys|panels|heads word)\b")


def every_name() -> set[str]:
    """Every fact that a paper can ask for: in its wording, by its composer, or as what it is of."""
    letters: dict[str, Letter[Any, Any]] = {**OF_A_HEADSHIP, **OF_A_CYCLE}
    fields = {field for key in letters for field in wording(key).fields()}
    composers = [*ROOT.glob("*/documents/*.py")]
    needed = {n for path in composers for n in NEEDED.findall(path.read_text(encoding="utf-8"))}
    return fields | needed | {letter.called for letter in letters.values()}


@pytest.mark.parametrize("name", sorted(every_name()))
def test_a_missing_fact_reads_as_words(name: str) -> None:
    said = in_words(name)
    assert not NO_NOUN_LAST.search(said), said
    assert not POSSESSIVE_WITHOUT_ITS_SIGN.search(said), said


def test_no_words_are_kept_for_a_fact_that_no_paper_asks_for() -> None:
    assert set(IN_WORDS) - every_name() == set()


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("closing_on", "the closing date is not known yet"),
        ("reasons", "the reasons are not known yet"),
        ("dates_of_the_school_terms", "the dates of the school terms are not known yet"),
        ("progress_of_an_objective", "the progress of an objective is not known yet"),
        ("authoritys_word_on_the_receipt", "the authority's word on the receipt is not known"),
    ],
)
def test_it_is_said_in_a_sentence(name: str, said: str) -> None:
    assert said in MissingFact(name, "advertisement").sentence


def test_what_is_missing_is_recorded_with_actions_that_there_are() -> None:
    assert set(ENTERED_WITH) <= every_name() | {"start_date"}
    for actions in ENTERED_WITH.values():
        assert set(actions) <= set(TABLE)
