"""A name is found in a text however it is written there."""

import time

import pytest

from casework.reading import words_found
from tests.casework.left_in import NAME


@pytest.mark.parametrize(
    "text",
    [
        "Yours, Ann Made-Up.",
        "ANN MADE-UP",
        "Ánn Màde-Üp",
        "Ann   Made-Up",
        "Ann\u00a0Made\u2011Up",
        "Ann\nMade-Up",
        "Ann Ma-\nde-Up",
        "Ann Ma\r\nde-Up",
        "Ann Ma\u00adde-Up",
        "A\u200bnn\u200d Made\ufeff-Up",
        "Ann Made Up",
        "Ann Made-\nUp",
        "Ann Made\u2013Up",
        "Ann MadeUp's letter",
        "cv_AnnMadeUp.docx",
        "ann.made-up82@school.example",
        "https://x.example/Ann%20Made%2dUp",
        "A n n M a d e - U p",
        "\uff21nn Made-Up",
    ],
)
def test_a_name_is_found_however_it_is_written(text: str) -> None:
    assert words_found(text, [NAME]) == [NAME]


@pytest.mark.parametrize("text", ["Joann Made-Up", "Ann Made-Upper", "Ann", "Made-Up", "Anna Made"])
def test_a_part_of_another_word_is_no_name(text: str) -> None:
    assert words_found(text, [NAME]) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("O'Nonesuch", "Mr O\u2019Nonesuch"),
        ("O\u2019Nonesuch", "Mr O'NONESUCH"),
        ("O'Nonesuch", "Mr ONonesuch and Mr O Nonesuch"),
        ("Łękołodzki", "Lekolodzki"),
        ("Strauß", "STRAUSS"),
        ("Ødegård", "odegard"),
        ("Nobody", "AnnNobody.pdf"),
        ("Nobody", "N o b o d y"),
        ("Nobody", "see nobody_2026"),
        ("Ó Dubhfiction", "o dubh\ufb01ction"),
    ],
)
def test_surnames_are_found_with_other_signs_and_letters(name: str, text: str) -> None:
    assert words_found(text, [name]) == [name]


def test_names_come_once_in_their_order_and_empty_ones_never() -> None:
    text = "Bob Invented saw Ann Made-Up"
    names = ["Ann Made-Up", "", " ", "-", "Invented", "Ann Made-Up", "Cy"]
    assert words_found(text, names) == ["Ann Made-Up", "Invented"]


def test_many_names_in_a_long_text_take_little_time() -> None:
    text = "The quick brown fox jumps over the lazy dog.\n" * 20_000
    begun = time.perf_counter()
    assert words_found(text, [f"Ann Invented{chr(97 + n)}" for n in range(26)]) == []
    assert time.perf_counter() - begun < 20
