"""Papers as typed blocks: cleaned, kept as JSON, read as text."""

import json
from dataclasses import replace
from datetime import date
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casework.documents import blocks as b
from tests.casework.documents.samples import EVERY_BLOCK, TYPED, UNWRITABLE, paper

ANY_TEXT = st.text(st.characters(codec=None), max_size=30)
TEXTS = st.lists(ANY_TEXT, max_size=4).map(tuple)
PAIRS = st.lists(st.tuples(ANY_TEXT, ANY_TEXT), min_size=1, max_size=4).map(tuple)
BLOCKS = st.one_of(
    st.builds(b.Heading, text=ANY_TEXT, level=st.integers(1, 3)),
    st.builds(b.Paragraph, text=ANY_TEXT, strong=st.booleans(), note=st.booleans()),
    st.builds(b.Table, caption=ANY_TEXT, headers=st.tuples(ANY_TEXT), rows=st.just(())),
    st.builds(b.Facts, rows=PAIRS),
    st.builds(b.Reference, pairs=PAIRS),
    *(st.builds(kind, text=ANY_TEXT) for kind in (b.Title, b.Marking, b.Salutation)),
    *(st.builds(kind, items=TEXTS) for kind in (b.Bullets, b.Numbered)),
    *(st.builds(kind, lines=TEXTS) for kind in (b.Letterhead, b.Addressee)),
    st.builds(b.Copies, names=TEXTS),
    st.builds(b.Signature, name=ANY_TEXT, role=ANY_TEXT, organisation=ANY_TEXT),
    st.just(b.PageBreak()),
)
PAPERS = st.builds(
    b.Paper,
    kind=ANY_TEXT,
    title=ANY_TEXT,
    author=ANY_TEXT,
    subject=ANY_TEXT,
    reference=ANY_TEXT,
    language=st.sampled_from(["en-GB", "cy-GB"]),
    dated=st.none() | st.dates(),
    blocks=st.lists(BLOCKS, max_size=6).map(tuple),
)


@settings(deadline=None)
@given(PAPERS)
def test_a_paper_comes_back_from_json_as_it_was(whole: b.Paper) -> None:
    assert b.from_json(json.loads(json.dumps(b.to_json(whole)))) == whole


@settings(deadline=None)
@given(PAPERS)
def test_json_reads_back_equal_to_what_was_written(whole: b.Paper) -> None:
    assert json.loads(json.dumps(b.to_json(whole))) == b.to_json(whole)


@settings(deadline=None)
@given(PAPERS)
def test_what_a_paper_holds_can_be_stored_as_utf_8_without_control_characters(
    whole: b.Paper,
) -> None:
    text = "".join(b.text_of(whole)).encode()
    assert b"\x00" not in text
    assert b"\r" not in text


def test_every_block_comes_back_from_json_as_it_was() -> None:
    whole = paper(*EVERY_BLOCK)
    assert {type(block) for block in whole.blocks} == set(get_args(b.Block))
    assert b.from_json(b.to_json(whole)) == whole


def test_an_unknown_block_is_refused_by_name() -> None:
    data = b.to_json(paper(b.Title("A")))
    data["blocks"][0]["block"] = "macro"
    with pytest.raises(ValueError, match="no block called 'macro'"):
        b.from_json(data)


@pytest.mark.parametrize("text", TYPED)
def test_what_is_typed_is_kept_letter_by_letter(text: str) -> None:
    assert b.Marking(text).text == text


def test_what_no_xml_can_hold_is_left_out() -> None:
    assert b.Marking(f"be{UNWRITABLE}fore").text == "before"


def test_every_kind_of_line_break_is_kept_as_one() -> None:
    typed = "a\r\nb\rc\x0bd\x0ce\x85f\u2028g\u2029h"
    assert b.Marking(typed).text == "a\nb\nc\nd\ne\nf\ng\nh"


def test_blank_lines_part_paragraphs_and_line_breaks_do_not() -> None:
    text = "\nThe first,\n  on two lines.\n \n\t\n\nThe second.\n"
    assert b.Paragraph(text).parts == ["The first,\n  on two lines.", "The second."]


@pytest.mark.parametrize("text", ["", " ", "\n \n", "\u00a0"])
def test_a_blank_text_is_no_paragraph(text: str) -> None:
    assert b.Paragraph(text).parts == []


@pytest.mark.parametrize("level", [0, 4])
def test_a_heading_of_another_level_is_refused(level: int) -> None:
    with pytest.raises(ValueError, match=f"not {level}"):
        b.Heading("Too deep", level)


@pytest.mark.parametrize(
    ("headers", "rows", "widths"),
    [
        ((), (), ()),
        (("A", "B"), (("1",),), ()),
        (("A",), (("1", "2"),), ()),
        (("A", "B"), (), (1,)),
    ],
)
def test_a_table_whose_rows_do_not_fit_its_headers_is_refused(
    headers: tuple[str, ...], rows: tuple[tuple[str, ...], ...], widths: tuple[int, ...]
) -> None:
    with pytest.raises(ValueError, match="“Votes” needs a cell for each of its headers"):
        b.Table("Votes", headers, rows, widths)


def test_a_table_of_no_facts_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one row"):
        b.Facts(())


def test_the_text_of_a_paper_has_every_line_in_order() -> None:
    whole = paper(
        b.Heading("Decision"),
        b.Paragraph("Resolved.\n\nUnanimously."),
        b.Numbered(("First", "Second")),
        b.Facts((("Quorum", "six"),)),
        b.Table("Vote", ("For", "Against"), (("7", "1"),)),
        b.PageBreak(),
        b.Signature("Ann Rees", "Clerk", ""),
        b.Copies(("The file", "The authority")),
    )
    assert b.text_of(whole) == [
        "Decision", "Resolved.", "Unanimously.", "1. First", "2. Second", "Quorum: six",
        "Vote", "For | Against", "7 | 1", "Yours sincerely", "Ann Rees", "Clerk",
        "Copies: The file; The authority",
    ]  # fmt: skip


def test_the_digest_is_that_of_the_content() -> None:
    whole = paper(*EVERY_BLOCK)
    assert b.digest(whole) == b.digest(b.from_json(b.to_json(whole)))
    assert len(b.digest(whole)) == 64


@pytest.mark.parametrize(
    "changed",
    [
        replace(paper(*EVERY_BLOCK), title="Another"),
        replace(paper(*EVERY_BLOCK), reference="HS/2026/0015"),
        replace(paper(*EVERY_BLOCK), language="cy-GB"),
        replace(paper(*EVERY_BLOCK), dated=date(2026, 10, 22)),
        paper(*EVERY_BLOCK[1:]),
        paper(*EVERY_BLOCK[::-1]),
    ],
)
def test_any_change_to_a_paper_changes_its_digest(changed: b.Paper) -> None:
    assert b.digest(changed) != b.digest(paper(*EVERY_BLOCK))
