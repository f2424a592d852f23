"""What an event recorded reads as words, however it is nested."""

from typing import Any

import pytest

from casework.event_page import in_words

JUDGED = {"judgement": "not_met", "reasons": "7%"}


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ({"1": JUDGED, "2": {**JUDGED, "reasons": ""}},
         "1: judgement not met, reasons 7%\n2: judgement not met"),
        ([{"number": 1, **JUDGED}], "number 1, judgement not met, reasons 7%"),
        ({"members": [{"id": 3, "name": "Uma Shah"}, {"id": 4, "name": "Lee Ward"}]},
         "members: Uma Shah, Lee Ward"),
        ([{"id": 3, "name": "Uma Shah"}, {"id": 4, "name": "Lee Ward"}], "Uma Shah\nLee Ward"),
    ],
)  # fmt: skip
def test_nested_facts_read_as_words(value: Any, words: str) -> None:
    assert in_words(value) == words
