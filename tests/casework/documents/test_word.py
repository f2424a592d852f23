"""Papers as Word files, read with the standard library, two checkers and LibreOffice."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import get_args
from xml.etree import ElementTree

import pytest
import time_machine
from hypothesis import given, settings

from casework.documents import blocks as b
from casework.documents.word import render
from tests.casework.documents.checks import problems, to_pdf, to_text
from tests.casework.documents.samples import EVERY_BLOCK, TYPED, UNWRITABLE, paper
from tests.casework.documents.test_blocks import PAPERS

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DC = "{http://purl.org/dc/elements/1.1/}"
DCTERMS = "{http://purl.org/dc/terms/}"


def part(word: bytes, name: str) -> ElementTree.Element:
    with zipfile.ZipFile(io.BytesIO(word)) as archive:
        return ElementTree.fromstring(archive.read(name))


def value(element: ElementTree.Element, path: str, name: str = "val") -> str | None:
    """The attribute `name` of the first element at `path`, such as ".//w:tblPr/w:tblLook"."""
    found = element.find(path.replace("w:", W))
    return None if found is None else found.get(f"{W}{name}")


def names(word: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(word)) as archive:
        return archive.namelist()


def body(*blocks: b.Block) -> ElementTree.Element:
    found = part(render(paper(*blocks)), "word/document.xml").find(f"{W}body")
    assert found is not None
    return found


def typed(element: ElementTree.Element) -> str:
    """The text of `element` as a reader sees it: tabs and breaks are elements in Word."""
    marks = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}t": ""}
    runs = (child for run in element.iter(f"{W}r") for child in run)
    return "".join(marks[child.tag] + (child.text or "") for child in runs if child.tag in marks)


def paragraphs(element: ElementTree.Element) -> Iterator[tuple[str, str]]:
    """The style and the text of every paragraph, cells included."""
    for paragraph in element.iter(f"{W}p"):
        yield value(paragraph, "w:pPr/w:pStyle") or "", typed(paragraph)


def texts_with(element: ElementTree.Element, mark: str) -> list[str]:
    """The texts of the paragraphs that carry the property `mark`."""
    found = (p for p in element.iter(f"{W}p") if p.find(f"{W}pPr/{W}{mark}") is not None)
    return [typed(paragraph) for paragraph in found]


@pytest.mark.parametrize("status", ["draft", "approved", "issued"])
def test_a_paper_of_every_block_has_no_errors_and_no_warnings(status: str) -> None:
    assert {type(block) for block in EVERY_BLOCK} == set(get_args(b.Block))
    assert problems(render(paper(*EVERY_BLOCK), status=status)) == ([], [])


@pytest.mark.parametrize("block", EVERY_BLOCK, ids=lambda block: block.kind)
def test_each_block_alone_has_no_errors(block: b.Block) -> None:
    assert problems(render(paper(block)))[0] == []


@settings(max_examples=25, deadline=None)
@given(PAPERS)
def test_any_paper_at_all_has_no_errors(whole: b.Paper) -> None:
    assert problems(render(whole))[0] == []


def test_the_same_paper_gives_the_same_bytes_at_any_time() -> None:
    with time_machine.travel("2026-10-21"):
        before = render(paper(*EVERY_BLOCK))
    with time_machine.travel("2031-01-02 03:04:05"):
        assert render(paper(*EVERY_BLOCK)) == before
        assert render(paper(*EVERY_BLOCK), status="draft") != before


def test_the_file_holds_nothing_that_it_does_not_need() -> None:
    word = render(paper(*EVERY_BLOCK))
    assert sorted(names(word)) == [
        "[Content_Types].xml", "_rels/.rels", "docProps/core.xml",
        "word/_rels/document.xml.rels", "word/document.xml", "word/fontTable.xml",
        "word/footer1.xml", "word/numbering.xml", "word/settings.xml", "word/styles.xml",
        "word/theme/theme1.xml",
    ]  # fmt: skip
    assert len(word) < 12_000


def test_title_author_subject_reference_language_and_date_are_properties() -> None:
    core = part(render(paper(b.Title("A"))), "docProps/core.xml")
    said = {child.tag: child.text for child in core}
    assert said == {
        f"{DC}title": "Minute of the approving meeting",
        f"{DC}creator": "Ann Rees",
        f"{DC}subject": "Headship of Mill Lane Primary School",
        f"{DC}identifier": "HS/2026/0014",
        f"{DC}language": "en-GB",
        f"{DCTERMS}created": "2026-10-21T00:00:00Z",
        f"{DCTERMS}modified": "2026-10-21T00:00:00Z",
    }


def test_a_paper_without_a_date_claims_none() -> None:
    core = part(render(replace(paper(), dated=None)), "docProps/core.xml")
    assert core.find(f"{DCTERMS}created") is None


def test_a_title_longer_than_a_property_may_be_is_cut_there_and_nowhere_else() -> None:
    long = "Headship " * 60
    word = render(paper(b.Title(long), title=long))
    assert len(part(word, "docProps/core.xml").findtext(f"{DC}title", "")) == 255
    assert typed(part(word, "word/document.xml")) == long


@pytest.mark.parametrize("language", ["en-GB", "cy-GB"])
def test_the_text_is_marked_with_its_language(language: str) -> None:
    styles = part(render(replace(paper(), language=language)), "word/styles.xml")
    assert value(styles, "w:docDefaults/w:rPrDefault/w:rPr/w:lang") == language


def test_headings_have_real_styles_and_levels() -> None:
    text = body(b.Title("T"), *(b.Heading(f"H{level}", level) for level in (1, 2, 3)))
    assert list(paragraphs(text)) == [
        ("Title", "T"), ("Heading1", "H1"), ("Heading2", "H2"), ("Heading3", "H3"),
    ]  # fmt: skip
    styles = part(render(paper()), "word/styles.xml")
    levels = {
        style.get(f"{W}styleId"): level.get(f"{W}val")
        for style in styles
        for level in style.findall(f"{W}pPr/{W}outlineLvl")
    }
    assert levels == {"Heading1": "0", "Heading2": "1", "Heading3": "2"}


def test_every_style_used_is_defined() -> None:
    word = render(paper(*EVERY_BLOCK), status="draft")
    defined = {style.get(f"{W}styleId") for style in part(word, "word/styles.xml")}
    files = ("word/document.xml", "word/header1.xml", "word/footer1.xml")
    tags = {f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle"}
    used = {e.get(f"{W}val") for file in files for e in part(word, file).iter() if e.tag in tags}
    assert used <= defined
    assert {"DraftMark", "Footer", "PaperTable", "Strong"} <= used


def test_nothing_is_laid_out_with_empty_paragraphs() -> None:
    text = body(*EVERY_BLOCK)
    cells = {id(p) for cell in text.iter(f"{W}tc") for p in cell.iter(f"{W}p")}
    empty = [
        value(paragraph, "w:pPr/w:pStyle")
        for paragraph in text.iter(f"{W}p")
        if not typed(paragraph).strip() and id(paragraph) not in cells
    ]
    assert empty == ["TableEnd"]  # Word would run two tables together


@pytest.mark.parametrize("block", EVERY_BLOCK[-6:-4], ids=["facts", "table"])
def test_a_table_at_the_end_is_followed_by_the_paragraph_that_word_demands(block: b.Block) -> None:
    last, section = list(body(block))[-2:]
    assert last.tag == f"{W}p"
    assert section.tag == f"{W}sectPr"


def test_a_header_row_repeats_and_no_row_is_divided() -> None:
    table = b.Table("Vote", ("For", "Against"), (("7", "1"), ("6", "2")))
    rows = list(body(table).iter(f"{W}tr"))
    heads = [row.find(f"{W}trPr/{W}tblHeader") for row in rows]
    assert heads[0] is not None
    assert heads[0].attrib == {}
    assert heads[1:] == [None, None]
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)


def test_a_table_says_which_of_its_cells_are_headers_and_what_it_is_called() -> None:
    table = body(b.Table("Vote", ("For",), (("7",),)))
    facts = body(b.Facts((("Quorum", "six"),)))
    assert value(table, ".//w:tblPr/w:tblLook", "firstRow") == "1"
    assert value(table, ".//w:tblPr/w:tblCaption") == "Vote"
    assert value(facts, ".//w:tblPr/w:tblLook", "firstRow") == "0"
    assert value(facts, ".//w:tblPr/w:tblLook", "firstColumn") == "1"
    assert list(paragraphs(facts))[:2] == [("TableLabel", "Quorum"), ("TableText", "six")]


def test_strong_words_and_notes_have_styles_of_their_own() -> None:
    strong = body(b.Paragraph("Resolved.", strong=True), b.Paragraph("Said."))
    assert [value(p, "w:r/w:rPr/w:rStyle") for p in strong.iter(f"{W}p")] == ["Strong", None]
    assert list(paragraphs(body(b.Paragraph("Kept.", note=True)))) == [("Note", "Kept.")]


def test_what_comes_before_a_table_stands_clear_of_it() -> None:
    text = body(b.Heading("Votes"), b.Facts((("For", "7"),)), b.Heading("End"))
    after = [value(p, "w:pPr/w:spacing", "after") for p in text.findall(f"{W}p")]
    assert after == ["100", None]


def test_the_first_and_last_of_some_facts_never_stand_alone_on_a_page() -> None:
    rows = tuple((str(number), "fact") for number in range(1, 6))
    assert texts_with(body(b.Facts(rows)), "keepNext") == ["1", "fact", "4", "fact"]
    assert texts_with(body(b.Facts(rows[:1])), "keepNext") == []


def test_a_vote_is_not_divided_between_two_pages() -> None:
    rows = (("For", "4"), ("Against", "1"), ("Abstained", "0"), ("Casting vote", "Not used"))
    kept = ["For", "4", "Against", "1", "Abstained", "0"]
    assert texts_with(body(b.Facts(rows)), "keepNext") == kept


def test_a_signature_under_a_note_keeps_with_the_words_before_the_note() -> None:
    signed = b.Signature("Ann Rees", "Clerk", "X")
    text = body(b.Paragraph("One."), b.Paragraph("Two."), b.Paragraph("Law.", note=True), signed)
    assert texts_with(text, "keepNext") == ["Two.", "Law."]


def test_a_note_that_ends_a_paper_does_not_stand_alone_on_a_page() -> None:
    law = b.Paragraph("Law.", note=True)
    more = b.Paragraph("More.", note=True)
    text = body(b.Paragraph("One."), b.Paragraph("Two."), law, more)
    assert texts_with(text, "keepNext") == ["Two.", "Law."]
    followed = body(b.Paragraph("One."), law, b.Paragraph("Two."))
    assert texts_with(followed, "keepNext") == []


def test_columns_share_the_line_as_they_are_told() -> None:
    table = body(b.Table("Vote", ("Name", "For"), (("Mr Hale", "1"),), (3, 1)))
    wide, narrow = (int(column.get(f"{W}w", "0")) for column in table.iter(f"{W}gridCol"))
    assert wide == pytest.approx(3 * narrow, abs=3)


def test_each_numbered_list_begins_again_at_one() -> None:
    word = render(paper(b.Numbered(("a", "b")), b.Numbered(("c",))))
    ids = [number.get(f"{W}val") for number in part(word, "word/document.xml").iter(f"{W}numId")]
    assert ids == ["3", "3", "4"]
    starts = {
        number.get(f"{W}numId"): start.get(f"{W}val")
        for number in part(word, "word/numbering.xml").iter(f"{W}num")
        for start in number.iter(f"{W}startOverride")
    }
    assert starts == {"3": "1", "4": "1"}


def test_a_signature_keeps_together_and_with_the_last_words_before_it() -> None:
    text = body(b.Paragraph("One."), b.Paragraph("Two."), b.Signature("Ann Rees", "Clerk", "X"))
    assert texts_with(text, "keepNext") == ["Two."]
    copied = body(b.Signature("Ann Rees", "Clerk", "X"), b.Copies(("Joan Beck",)))
    assert texts_with(copied, "keepNext") == ["Ann Rees\nClerk\nX"]
    styles = part(render(paper()), "word/styles.xml")
    held = {s.get(f"{W}styleId") for s in styles if s.find(f"{W}pPr/{W}keepNext") is not None}
    assert {"Closing", "SignatureLine", "Heading1", "Caption"} <= held
    assert list(paragraphs(text))[2:] == [
        ("Closing", "Yours sincerely"),
        ("SignatureLine", "Signed\t\tDate\t"),
        ("Signature", "Ann Rees\nClerk\nX"),
    ]


def test_what_follows_a_page_break_begins_a_page() -> None:
    facts = b.Facts((("Quorum", "six"),))
    text = body(b.PageBreak(), b.Title("A"), b.PageBreak(), b.PageBreak(), facts, b.PageBreak())
    assert texts_with(text, "pageBreakBefore") == ["Quorum"]


def test_a_page_break_before_a_blank_text_still_begins_a_page() -> None:
    text = body(b.Title("A"), b.PageBreak(), b.Paragraph(" "), b.Paragraph("B"))
    assert texts_with(text, "pageBreakBefore") == ["B"]


def test_the_foot_has_the_reference_and_the_page_of_how_many() -> None:
    foot = part(render(paper()), "word/footer1.xml")
    assert typed(foot) == "HS/2026/0014\tPage 1 of 1"
    fields = [field.get(f"{W}instr") for field in foot.iter(f"{W}fldSimple")]
    assert fields == ["PAGE", "NUMPAGES"]


@pytest.mark.parametrize("status", ["draft", "approved"])
def test_what_is_not_issued_says_so_at_the_head_of_every_page(status: str) -> None:
    head = part(render(paper(), status=status), "word/header1.xml")
    assert typed(head) == "DRAFT \u2013 not issued"


def test_what_is_issued_has_no_mark() -> None:
    assert "word/header1.xml" not in names(render(paper(), status="issued"))


def test_another_status_is_refused() -> None:
    with pytest.raises(ValueError, match="'revoked'"):
        render(paper(), status="revoked")


def test_the_page_is_a4() -> None:
    size = [value(body(), "w:sectPr/w:pgSz", side) for side in ("w", "h")]
    assert size == ["11906", "16838"]


@pytest.mark.parametrize("text", TYPED)
def test_what_is_typed_comes_out_as_typed_in_every_kind_of_block(text: str) -> None:
    found = body(
        b.Title(text),
        b.Paragraph(text, strong=True),
        b.Bullets((text,)),
        b.Letterhead(("Council", text)),
        b.Facts(((text, text),)),
        b.Table("Votes", ("For", text), (("7", text),)),
    )
    said = [said for _, said in paragraphs(found)]
    assert said == [
        text,
        text,
        text,
        "Council",
        text,
        text,
        text,
        "Votes",
        "For",
        text,
        "7",
        text,
        "",
    ]


def test_line_breaks_and_tabs_are_kept_and_blank_lines_part_paragraphs() -> None:
    text = body(b.Paragraph("One,\r\ntwo.\r\n\r\nThree.\tFour."), b.Bullets(("a\nb",)))
    assert list(paragraphs(text)) == [
        ("BodyText", "One,\ntwo."), ("BodyText", "Three.\tFour."), ("ListBullet", "a\nb"),
    ]  # fmt: skip


def test_spaces_at_the_ends_are_kept() -> None:
    words = [word for word in body(b.Bullets((" a ", "b"))).iter(f"{W}t") if word.text == " a "]
    assert words[0].get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"


def test_control_characters_and_lone_surrogates_are_left_out_everywhere() -> None:
    whole = replace(paper(b.Title(f"be{UNWRITABLE}fore"), title=UNWRITABLE), reference=UNWRITABLE)
    assert problems(render(whole)) == ([], [])
    assert typed(part(render(whole), "word/document.xml")) == "before"


def test_libreoffice_reads_what_was_typed(tmp_path: Path) -> None:
    path = tmp_path / "typed.docx"
    path.write_bytes(render(paper(b.Title("Hostile"), *(b.Paragraph(text) for text in TYPED))))
    text = to_text(path, tmp_path)
    assert [typed for typed in TYPED if typed not in text] == []


def test_libreoffice_makes_a_pdf_of_every_block(tmp_path: Path) -> None:
    path = tmp_path / "every block.docx"
    path.write_bytes(render(paper(*EVERY_BLOCK), status="draft"))
    assert to_pdf(path, tmp_path).read_bytes().startswith(b"%PDF")


def test_the_checkers_find_a_fault_that_is_there() -> None:
    word = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(render(paper(b.Numbered(("a",)))))) as good,
        zipfile.ZipFile(word, "w") as bad,
    ):
        for name in good.namelist():
            faulty = good.read(name).replace(b"<w:keepNext/><w:keepLines/>", b"<w:keepLinez/>")
            bad.writestr(name, faulty.replace(b'w:numId w:val="3"', b'w:numId w:val="9"'))
    errors = " ".join(problems(word.getvalue())[0])
    assert "openxml-audit" in errors
    assert "ooxml-integrity" in errors
