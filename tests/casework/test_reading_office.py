"""A name left in a Word document or an OpenDocument text is found wherever it is."""

import time

import pytest

from casework.attachments import PAPERS, check
from casework.reading import text_of, words_found
from tests.casework.left_in import NAME, PLAIN, XMP, in_body, in_properties
from tests.made_files import (
    DOCX_TYPE,
    ODT_TYPE,
    Parts,
    docx,
    odt,
    open_part,
    packed,
    relations_part,
    word_part,
)


def run(text: str, tag: str = "t") -> str:
    return f"<w:r><w:{tag}>{text}</w:{tag}></w:r>"


def paragraph(inside: str) -> str:
    return f"<w:p>{inside}</w:p>"


IN_WORD = {
    "a paragraph": paragraph(run(NAME)),
    "pieces": paragraph(run("Ann Ma") + "<w:proofErr/>" + run("de-") + run("Up")),
    "a tab": paragraph(run("Ann") + "<w:r><w:tab/></w:r>" + run("Made-Up")),
    "a line end": paragraph(run("Ann") + "<w:r><w:br/></w:r>" + run("Made-Up")),
    "signs": paragraph(
        run("Ann Ma") + "<w:r><w:softHyphen/></w:r>" + run("de")
        + "<w:r><w:noBreakHyphen/></w:r>" + run("Up")
    ),
    "a symbol": paragraph(run("Ann ") + '<w:r><w:sym w:char="4D"/></w:r>' + run("ade-Up")),
    "hidden": paragraph(f"<w:r><w:rPr><w:vanish/></w:rPr><w:t>{NAME}</w:t></w:r>"),
    "a table": f"<w:tbl><w:tr><w:tc>{paragraph(run(NAME))}</w:tc></w:tr></w:tbl>",
    "a deletion": paragraph(f"<w:del>{run(NAME, 'delText')}</w:del>"),
    "cut by a deletion": paragraph(
        run("Ann Ma") + f"<w:del>{run('xx', 'delText')}</w:del>" + run("de-Up")
    ),
    "as it was": paragraph(
        run("Ann Ma") + f"<w:ins>{run('xx')}</w:ins><w:del>{run('de', 'delText')}</w:del>"
        + run("-Up")
    ),
    "an author of changes": paragraph(f'<w:ins w:author="{NAME}">{run("x")}</w:ins>'),
    "a text box": paragraph(
        run("x") + f"<w:r><w:txbxContent>{paragraph(run(NAME))}</w:txbxContent></w:r>" + run("y")
    ),
    "around a text box": paragraph(
        run("Ann Ma") + f"<w:r><w:txbxContent>{paragraph(run('x'))}</w:txbxContent></w:r>"
        + run("de-Up")
    ),
    "around a field": paragraph(run("Ann Ma") + run(" PAGE ", "instrText") + run("de-Up")),
    "a field": paragraph(run(f' QUOTE "{NAME}" ', "instrText")),
    "alt text": paragraph(f'<w:drawing><wp:docPr id="1" name="P" descr="{NAME}"/></w:drawing>'),
    "a name of a picture": paragraph('<w:drawing><wp:docPr id="1" name="AnnMadeUp"/></w:drawing>'),
    "a bookmark": paragraph('<w:bookmarkStart w:id="1" w:name="Ann_Made_Up"/>'),
    "a content control": f'<w:sdt><w:sdtPr><w:alias w:val="{NAME}"/></w:sdtPr></w:sdt>',
    "a watermark": paragraph(f'<w:pict><textpath string="{NAME}"/></w:pict>'),
    "a tooltip": paragraph(f'<w:hyperlink w:tooltip="{NAME}"/>'),
}  # fmt: skip


@pytest.mark.parametrize("place", IN_WORD)
def test_a_name_anywhere_in_the_text_of_a_word_document_is_found(place: str) -> None:
    data = docx(PLAIN, body=IN_WORD[place])
    check("letter.docx", data, PAPERS)
    assert in_body(DOCX_TYPE, data)


@pytest.mark.parametrize(
    "parts",
    [
        {f"word/{part}.xml": word_part(root, paragraph(run(NAME)))}
        for part, root in {
            "header1": "hdr", "footer2": "ftr", "footnotes": "footnotes", "endnotes": "endnotes",
            "comments": "comments", "glossary/document": "glossaryDocument",
        }.items()
    ]
    + [
        {"word/comments.xml": word_part("comments", f'<w:comment w:author="{NAME}"/>')},
        {"word/people.xml": word_part("people", f'<w:person w:author="{NAME}"/>')},
        {"word/settings.xml": word_part("settings", f'<w:docVar w:name="a" w:val="{NAME}"/>')},
        {"word/diagrams/data1.xml": f'<a xmlns="urn:d"><p><t>{NAME}</t></p></a>'},
        {"word/charts/chart1.xml": f'<a xmlns="urn:c"><v>{NAME}</v></a>'},
        {"customXml/item1.xml": f"<data><person>{NAME}</person></data>"},
        {"customXml/item1.xml": f'<data whose="{NAME}"/>'},
        {"word/media/ann-made-up.png": b"\x89PNG"},
        {"word/_rels/header1.xml.rels": relations_part(
            [("hyperlink", "https://x.example/ann-made-up", True)])},
    ],
)  # fmt: skip
def test_a_name_in_another_part_of_a_word_document_is_found(parts: Parts) -> None:
    data = docx(PLAIN, parts=parts)
    check("letter.docx", data, PAPERS)
    assert in_body(DOCX_TYPE, data)


@pytest.mark.parametrize(
    "data",
    [
        docx(PLAIN, author=NAME),
        docx(PLAIN, title=f"CV of {NAME}"),
        docx(PLAIN, last_modified_by=NAME),
        docx(PLAIN, keywords=NAME),
        docx(PLAIN, company=NAME),
        docx(PLAIN, parts={"docProps/custom.xml": f"<a><b name='Of'><c>{NAME}</c></b></a>"}),
        docx(PLAIN, parts={"docProps/custom.xml": f"<a><b name='{NAME}'/></a>"}),
        docx(PLAIN, parts={"docProps/thumbnail.jpeg": b"\xff\xd8\xff" + XMP.encode()}),
    ],
)
def test_a_name_in_the_properties_of_a_word_document_is_found_there(data: bytes) -> None:
    assert in_properties(DOCX_TYPE, data)
    assert not in_body(DOCX_TYPE, data)


def test_the_names_of_fonts_and_styles_are_nobodys_names() -> None:
    parts: Parts = {
        "word/fontTable.xml": word_part("fonts", '<w:font w:name="Arial Black"/>'),
        "word/styles.xml": word_part("styles", '<w:style><w:name w:val="x"/></w:style>'),
    }
    assert words_found(text_of(DOCX_TYPE, docx(PLAIN, parts=parts)).body, ["Black"]) == []


def test_pictures_in_a_word_document_are_named_as_not_read() -> None:
    data = docx("", parts={"word/media/a.png": b"\x89PNG", "docProps/thumbnail.jpeg": b"\xff"})
    assert text_of(DOCX_TYPE, data).unread == (
        "the picture word/media/a.png",
        "the picture docProps/thumbnail.jpeg",
    )
    assert text_of(DOCX_TYPE, data).is_scan
    assert not text_of(DOCX_TYPE, docx(PLAIN)).is_scan


def test_where_a_picture_stands_on_a_page_is_no_word() -> None:
    offset = "<wp:positionH><wp:posOffset>1200</wp:posOffset></wp:positionH>"
    picture = paragraph(f"<w:r><w:drawing>{offset}</w:drawing></w:r>")
    assert text_of(DOCX_TYPE, docx("", body=picture)).is_scan


def test_paragraphs_within_paragraphs_are_read_in_little_time() -> None:
    deep = "<p>" * 30_000 + NAME + "</p>" * 30_000
    begun = time.perf_counter()
    assert in_body(DOCX_TYPE, docx("", parts={"word/header1.xml": deep}))
    assert time.perf_counter() - begun < 20


def test_a_damaged_part_is_named_as_not_read_and_the_others_are_read() -> None:
    data = docx(NAME, parts={"word/header1.xml": "<w:hdr"})
    assert text_of(DOCX_TYPE, data).unread == ("word/header1.xml",)
    assert in_body(DOCX_TYPE, data)
    assert text_of(DOCX_TYPE, data[:-30]).unread == ("the whole file",)


def test_a_part_of_very_many_levels_is_read() -> None:
    deep = "<a>" * 20_000 + NAME + "</a>" * 20_000
    assert in_body(DOCX_TYPE, docx(PLAIN, parts={"customXml/item1.xml": deep}))


IN_ODT = {
    "a paragraph": f"<text:p>{NAME}</text:p>",
    "a heading": f"<text:h>{NAME}</text:h>",
    "pieces": "<text:p>Ann Ma<text:span>de</text:span>-Up</text:p>",
    "spaces": '<text:p>Ann<text:s text:c="3"/>Made-Up</text:p>',
    "a line end": "<text:p>Ann<text:line-break/>Made-Up</text:p>",
    "a deletion": f"<text:tracked-changes><text:p>{NAME}</text:p></text:tracked-changes>",
    "an author of changes": f"<office:change-info><dc:creator>{NAME}</dc:creator>"
    "</office:change-info>",
    "a comment": f"<text:p>x<office:annotation><text:p>{NAME}</text:p></office:annotation>"
    "</text:p>",
    "around a comment": "<text:p>Ann Ma<office:annotation><dc:creator>B</dc:creator>"
    "</office:annotation>de-Up</text:p>",
    "an author of a comment": f"<text:p><office:annotation><dc:creator>{NAME}</dc:creator>"
    "</office:annotation></text:p>",
    "a note": f"<text:p>x<text:note><text:p>{NAME}</text:p></text:note></text:p>",
    "a text box": f"<text:p>x<draw:text-box><text:p>{NAME}</text:p></draw:text-box></text:p>",
    "a variable": f'<text:user-field-decl office:string-value="{NAME}"/>',
    "a hidden paragraph": f"<text:hidden-paragraph>{NAME}</text:hidden-paragraph>",
    "a placeholder": f'<text:p><text:placeholder text:description="{NAME}"/></text:p>',
    "the name of a table": '<table:table table:name="Ann_Made_Up"/>',
    "a link": '<text:p><text:a xlink:href="https://x.example/Ann%20Made-Up">x</text:a></text:p>',
}


@pytest.mark.parametrize("place", IN_ODT)
def test_a_name_anywhere_in_the_text_of_an_opendocument_text_is_found(place: str) -> None:
    data = odt(PLAIN, body=IN_ODT[place])
    check("letter.odt", data, PAPERS)
    assert in_body(ODT_TYPE, data)


@pytest.mark.parametrize(
    "parts",
    [
        {"styles.xml": open_part("document-styles", f"<text:p>{NAME}</text:p>")},
        {"Object 1/content.xml": open_part("document-content", f"<text:p>{NAME}</text:p>")},
        {"settings.xml": open_part("document-settings", f"<office:x>{NAME}</office:x>")},
        {"Pictures/ann-made-up.png": b"\x89PNG"},
    ],
)
def test_a_name_in_another_part_of_an_opendocument_text_is_found(parts: Parts) -> None:
    assert in_body(ODT_TYPE, odt(PLAIN, parts=parts))


@pytest.mark.parametrize(
    "data",
    [
        odt(PLAIN, author=NAME),
        odt(PLAIN, title=NAME),
        odt(PLAIN, parts={"meta.xml": open_part(
            "document-meta", f"<meta:user-defined meta:name='a'>{NAME}</meta:user-defined>")}),
        odt(PLAIN, parts={"meta.xml": open_part(
            "document-meta", f"<meta:template xlink:href='/home/{NAME}/a.ott'/>")}),
    ],
)  # fmt: skip
def test_a_name_in_the_properties_of_an_opendocument_text_is_found_there(data: bytes) -> None:
    assert in_properties(ODT_TYPE, data)
    assert not in_body(ODT_TYPE, data)


def test_an_opendocument_text_of_pictures_alone_is_without_text() -> None:
    data = odt("", parts={"Pictures/a.png": b"\x89PNG"})
    assert text_of(ODT_TYPE, data).is_scan
    assert text_of(ODT_TYPE, data).unread == ("the picture Pictures/a.png",)
    assert not text_of(ODT_TYPE, odt(PLAIN)).is_scan


def test_a_note_on_the_packed_file_itself_is_read() -> None:
    data = packed({"mimetype": ODT_TYPE, "content.xml": "<a/>"})
    noted = data[:-2] + len(NAME).to_bytes(2, "little") + NAME.encode()
    assert in_properties(ODT_TYPE, noted)


def test_a_picture_has_no_text_but_for_what_it_says_of_itself() -> None:
    data = b"\xff\xd8\xff" + XMP.encode()
    assert text_of("image/jpeg", data).is_scan
    assert in_properties("image/jpeg", data)
    assert text_of("image/jpeg", data).unread == ("the picture",)
