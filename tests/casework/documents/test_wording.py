"""The wording of letters: sections of paragraphs with named fields, and nothing cleverer."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casework.documents.missing import MissingFact
from casework.documents.wording import Wording, WordingError, parse, wording

NOTICE = """\
# Sent when a headship falls vacant.
[opening]
I write on behalf of the governors of {school}
to tell you that its headship is vacant.
# The reason is given apart.

The last day of {outgoing_head} is {last_day}.


[asking]
Please acknowledge this letter.
"""


@pytest.fixture
def notice() -> Wording:
    return parse(NOTICE, "notice_of_vacancy")


def test_fields_are_filled_and_lines_are_joined_into_paragraphs(notice: Wording) -> None:
    said = notice.paragraphs(
        "opening", school="Mill Lane", outgoing_head="Mrs Hart", last_day="31 December 2026"
    )
    assert said == [
        "I write on behalf of the governors of Mill Lane to tell you that its headship is vacant.",
        "The last day of Mrs Hart is 31 December 2026.",
    ]


def test_a_line_is_the_one_paragraph_of_its_section(notice: Wording) -> None:
    assert notice.line("asking", school="not asked for") == "Please acknowledge this letter."


def test_a_section_of_two_paragraphs_is_not_a_line(notice: Wording) -> None:
    with pytest.raises(WordingError, match=r"\[opening\] must be one paragraph"):
        notice.line("opening", school="Mill Lane", outgoing_head="Mrs Hart", last_day="Friday")


@pytest.mark.parametrize("last_day", [None, "", "  ", "\n"])
def test_a_missing_or_blank_fact_is_refused_by_name(notice: Wording, last_day: str | None) -> None:
    with pytest.raises(MissingFact) as refused:
        notice.paragraphs(
            "opening", school="Mill Lane", outgoing_head="Mrs Hart", last_day=last_day
        )
    assert (refused.value.name, refused.value.key) == ("last_day", "notice_of_vacancy")
    assert refused.value.sentence == (
        "The notice of vacancy cannot be written: the last day is not known yet."
    )


def test_a_fact_not_given_at_all_is_refused_by_name(notice: Wording) -> None:
    with pytest.raises(MissingFact, match="the school is not known yet"):
        notice.paragraphs("opening")


def test_nought_is_a_fact() -> None:
    assert parse("[votes]\nAgainst: {votes}.", "minute").line("votes", votes=0) == "Against: 0."


@settings(deadline=None)
@given(st.text().filter(str.strip), st.text().filter(str.strip))
def test_values_are_put_in_as_they_are(one: str, two: str) -> None:
    assert parse("[a]\n{one}{two}", "any").line("a", one=one, two=two) == one + two


def test_a_value_that_looks_like_a_field_is_not_filled(notice: Wording) -> None:
    said = notice.paragraphs("opening", school="{last_day}", outgoing_head="{}", last_day="{0}")
    assert "governors of {last_day} to" in said[0]
    assert said[1] == "The last day of {} is {0}."


def test_an_unknown_section_is_refused_and_the_known_ones_named(notice: Wording) -> None:
    with pytest.raises(WordingError, match=r"no section \[closing\]; it has opening, asking"):
        notice.paragraphs("closing")


def test_the_fields_of_every_section_are_known(notice: Wording) -> None:
    assert notice.fields() == {"school", "outgoing_head", "last_day"}


def test_a_field_that_nobody_provides_is_refused_by_name(notice: Wording) -> None:
    notice.check({"school", "outgoing_head", "last_day", "spare"})
    with pytest.raises(WordingError, match=r"notice_of_vacancy.en.txt: unknown field last_day"):
        notice.check({"school", "outgoing_head"})


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("Dear Sir\n[a]\nx", "line 1: text comes before the first section"),
        ("[a]\nx\n\n[a]\ny", r"line 4: there are two sections \[a\]"),
        ("[A b]\nx", r"line 1: \[A b\] is not the name of a section"),
        ("[a]\n{school.name}", "line 2: a brace"),
        ("[a]\n{school!r}", "line 2: a brace"),
        ("[a]\n{0}", "line 2: a brace"),
        ("[a]\n{}", "line 2: a brace"),
        ("[a]\n{{school}}", "line 2: a brace"),
        ("[a]\n{school", "line 2: a brace"),
        ("[a]\nschool}", "line 2: a brace"),
        ("[a]\nx\n[b]\n# only a comment\n", r"nothing is said in \[b\]"),
    ],
)
def test_wording_at_fault_is_refused_with_its_line(text: str, fault: str) -> None:
    with pytest.raises(WordingError, match=f"regret.en.txt.* ?{fault}"):
        parse(text, "regret")


def test_wording_is_read_from_its_file_and_welsh_stands_beside_it(tmp_path: Path) -> None:
    (tmp_path / "regret.en.txt").write_text("[opening]\nDear {name}\n", encoding="utf-8")
    (tmp_path / "regret.cy.txt").write_text("[opening]\nAnnwyl {name}, tŷ\n", encoding="utf-8")
    assert wording("regret", folder=tmp_path).line("opening", name="Siân") == "Dear Siân"
    assert wording("regret", "cy", tmp_path).line("opening", name="Siân") == "Annwyl Siân, tŷ"


def test_wording_that_is_not_there_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(WordingError, match=r"no wording regret\.cy\.txt"):
        wording("regret", "cy", tmp_path)


def test_a_no_break_space_in_wording_is_kept() -> None:
    assert parse("[a]\nregulation\u00a015(4)\n", "any").line("a") == "regulation\u00a015(4)"
