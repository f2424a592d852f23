"""A name that was left in a paper is found wherever in the file it is."""

import io
import time
from collections.abc import Callable

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import FreeText, Text
from pypdf.generic import (
    ArrayObject,
    ContentStream,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    PdfObject,
    TextStringObject,
)

from casework.attachments import PAPERS, check
from casework.reading import text_of, without_text, words_found
from tests.made_files import (
    DOCX_TYPE,
    ODT_TYPE,
    PDF_TYPE,
    Parts,
    action,
    docx,
    odt,
    open_part,
    packed,
    pdf,
    relations_part,
    word_part,
    written,
)

NAME = "Ann Made-Up"
PLAIN = "I apply for the post.\nMy school has 210 pupils."
XMP = (
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF'
    ' xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"><rdf:Description>'
    f"<dc:creator><rdf:Seq><rdf:li>{NAME}</rdf:li></rdf:Seq></dc:creator>"
    "</rdf:Description></rdf:RDF></x:xmpmeta>"
)


def in_body(media_type: str, data: bytes) -> bool:
    return words_found(text_of(media_type, data).body, [NAME]) == [NAME]


def in_properties(media_type: str, data: bytes) -> bool:
    return words_found(text_of(media_type, data).properties, [NAME]) == [NAME]


BOX = ArrayObject(map(NumberObject, (0, 0, 99, 99)))


def named(name: str) -> NameObject:
    return NameObject(name)


def changed(change: Callable[[PdfWriter], object]) -> bytes:
    """A PDF of the plain text, after a change to it."""
    writer = PdfWriter(io.BytesIO(pdf(PLAIN)))
    change(writer)
    return written(writer)


def dictionary(**values: PdfObject | str) -> DictionaryObject:
    made = DictionaryObject()
    for key, value in values.items():
        made[named(f"/{key}")] = TextStringObject(value) if isinstance(value, str) else value
    return made


def stream(data: bytes, **values: PdfObject | str) -> DecodedStreamObject:
    made = DecodedStreamObject()
    made.update(dictionary(**values))
    made.set_data(data)
    return made


def annotated(note: DictionaryObject) -> bytes:
    return changed(lambda writer: writer.pages[0].update({named("/Annots"): ArrayObject([note])}))


def drawn(commands: bytes, before: bool = False) -> bytes:
    """A PDF whose page is drawn by these commands besides its text."""

    def change(writer: PdfWriter) -> None:
        page = writer.pages[0]
        own = page.get_contents()
        assert own is not None
        both = ContentStream(None, None)
        both.set_data(commands + own.get_data() if before else own.get_data() + b"\n" + commands)
        page.replace_contents(both)

    return changed(change)


# Words


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


# PDF


BLACK = b"0 0 0 rg 0 700 600 100 re f\n"
HEXED = f"<{(chr(0xFEFF) + NAME).encode('utf-16-be').hex()}>".encode()


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(pdf(f"{PLAIN}\n{NAME}"), id="page"),
        pytest.param(pdf(PLAIN, "", f"a\n{NAME}"), id="third page"),
        pytest.param(drawn(f"BT /F1 9 Tf 72 700 Td ({NAME}) Tj ET".encode() + BLACK), id="black"),
        pytest.param(drawn(f"BT /F1 9 Tf 3 Tr 72 99 Td ({NAME}) Tj ET".encode()), id="invisible"),
        pytest.param(drawn(f"BT /F1 9 Tf 9 -99 Td ({NAME}) Tj ET".encode()), id="off the page"),
        pytest.param(drawn(b"/Span <</ActualText " + HEXED + b">> BDC EMC"), id="actual text"),
        pytest.param(drawn(f"/Figure <</Alt ({NAME})>> BDC EMC".encode()), id="alternative"),
        pytest.param(pdf(PLAIN, bookmark=NAME), id="bookmark"),
        pytest.param(
            changed(lambda w: w.root_object.update({named("/Dests"): dictionary(Ann_MadeUp="x")})),
            id="place by its name",
        ),
        pytest.param(pdf(PLAIN, attached=f"{NAME}.txt"), id="name of an attached file"),
        pytest.param(annotated(Text(rect=(0, 0, 9, 9), text=NAME)), id="note"),
        pytest.param(annotated(dictionary(T=NAME, Subtype=named("/Text"))), id="author of a note"),
        pytest.param(annotated(dictionary(RC=f"<p>{NAME}</p>")), id="rich note"),
        pytest.param(annotated(FreeText(text=NAME, rect=(0, 0, 9, 9))), id="text on the page"),
        pytest.param(
            annotated(dictionary(A=action("/URI", URI="https://x.example/ann-made-up"))), id="link"
        ),
        pytest.param(
            annotated(dictionary(Subtype=named("/Widget"), FT=named("/Tx"), V=NAME)), id="field"
        ),
    ],
)
def test_a_name_anywhere_in_a_pdf_is_found(data: bytes) -> None:
    assert in_body(PDF_TYPE, data)


def test_a_name_that_only_a_stamp_or_nothing_draws_is_found() -> None:
    look = stream(
        f"BT /F1 9 Tf ({NAME}) Tj ET".encode(),
        Type=named("/XObject"), Subtype=named("/Form"), BBox=BOX,
    )  # fmt: skip

    def change(writer: PdfWriter) -> None:
        page = writer.pages[0]
        look[named("/Resources")] = page["/Resources"]
        shown = dictionary(N=look)
        note = dictionary(Subtype=named("/Stamp"), AP=shown)
        page[named("/Annots")] = ArrayObject([note])

    assert in_body(PDF_TYPE, changed(change))


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(pdf(PLAIN, author=NAME), id="author"),
        pytest.param(pdf(PLAIN, title=f"CV of {NAME}"), id="title"),
        pytest.param(pdf(PLAIN, subject=NAME), id="subject"),
        pytest.param(pdf(PLAIN, keywords=f"school, {NAME}"), id="keywords"),
        pytest.param(changed(lambda w: w.add_metadata({"/Company": NAME})), id="of its own"),
    ],
)
def test_a_name_in_the_properties_of_a_pdf_is_found_there(data: bytes) -> None:
    assert in_properties(PDF_TYPE, data)
    assert not in_body(PDF_TYPE, data)


@pytest.mark.parametrize("packet", [XMP, XMP[:-9], XMP.replace("Made", "Ma&#100;e")])
def test_a_name_in_the_xmp_of_a_pdf_is_found_even_if_that_is_damaged(packet: str) -> None:
    def change(writer: PdfWriter) -> None:
        made = stream(packet.encode(), Type=named("/Metadata"), Subtype=named("/XML"))
        writer.root_object[named("/Metadata")] = made

    assert in_properties(PDF_TYPE, changed(change))


def test_a_name_that_an_earlier_version_of_a_pdf_had_is_found() -> None:
    writer = PdfWriter(io.BytesIO(pdf(f"{PLAIN}\n{NAME}")), incremental=True)
    blank = ContentStream(None, None)
    blank.set_data(b"BT /F1 9 Tf 72 700 Td (Blackened) Tj ET")
    writer.pages[0].replace_contents(blank)
    data = written(writer)
    assert NAME not in PdfReader(io.BytesIO(data)).pages[0].extract_text()
    check("letter.pdf", data)
    assert in_body(PDF_TYPE, data)


def test_the_first_part_of_a_pdf_ordered_for_the_web_is_no_earlier_version() -> None:
    head = b"%PDF-1.7\n9 0 obj\n<</Linearized 1>>\nendobj\n"
    assert text_of(PDF_TYPE, head + b"%%EOF\n" + pdf(PLAIN)).unread == ()
    assert text_of(PDF_TYPE, b"%PDF-1.7\n%%EOF\n" + pdf(PLAIN)).unread != ()


def test_a_scan_is_without_text_and_its_pages_are_named_as_not_read() -> None:
    scan = pdf("", "")
    assert without_text(PDF_TYPE, scan)
    said = text_of(PDF_TYPE, scan).unread
    assert "page 1, in which no words are found" in said
    assert "page 2, in which no words are found" in said
    assert without_text(PDF_TYPE, pdf("", author=NAME))
    assert not without_text(PDF_TYPE, pdf(PLAIN))


def test_a_page_without_words_among_others_and_pictures_are_named_as_not_read() -> None:
    def change(writer: PdfWriter) -> None:
        picture = stream(b"\x00", Subtype=named("/Image"), Type=named("/XObject"))
        writer.root_object[named("/Picture")] = picture
        font = dictionary(Type=named("/Font"), Subtype=named("/Type0"))
        writer.root_object[named("/Letters")] = font
        writer.add_blank_page(9, 9)

    assert text_of(PDF_TYPE, changed(change)).unread == (
        "page 2, in which no words are found",
        "text in a font that does not tell its letters",
        "pictures: 1",
    )
    assert text_of(PDF_TYPE, pdf(PLAIN)).unread == ()


def test_a_pdf_that_does_not_open_is_named_as_not_read() -> None:
    assert text_of(PDF_TYPE, b"%PDF-1.7\n%%EOF\n").unread == ("the whole file",)


def test_twenty_pages_are_read_in_a_few_seconds() -> None:
    page = "\n".join(f"Line {n} of a page as full of words as pages are." for n in range(50))
    data = pdf(*[page] * 20)
    begun = time.perf_counter()
    assert "Line 49" in text_of(PDF_TYPE, data).body
    assert time.perf_counter() - begun < 15


def test_a_page_that_cannot_be_read_to_its_end_is_named_as_not_read() -> None:
    data = drawn(b"/Figure <</Alt <zz>>> BDC EMC " + b"[" * 5000)
    assert "page 1" in text_of(PDF_TYPE, data).unread


def test_what_there_is_no_time_for_is_named_as_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("casework.files.pdf_words.SECONDS", -1)
    assert text_of(PDF_TYPE, pdf(PLAIN, NAME)).unread == ("page 1", "page 2")


# Word


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
    assert without_text(DOCX_TYPE, data)
    assert not without_text(DOCX_TYPE, docx(PLAIN))


def test_where_a_picture_stands_on_a_page_is_no_word() -> None:
    offset = "<wp:positionH><wp:posOffset>1200</wp:posOffset></wp:positionH>"
    picture = paragraph(f"<w:r><w:drawing>{offset}</w:drawing></w:r>")
    assert without_text(DOCX_TYPE, docx("", body=picture))


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


# OpenDocument


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
    assert without_text(ODT_TYPE, data)
    assert text_of(ODT_TYPE, data).unread == ("the picture Pictures/a.png",)
    assert not without_text(ODT_TYPE, odt(PLAIN))


def test_a_note_on_the_packed_file_itself_is_read() -> None:
    data = packed({"mimetype": ODT_TYPE, "content.xml": "<a/>"})
    noted = data[:-2] + len(NAME).to_bytes(2, "little") + NAME.encode()
    assert in_properties(ODT_TYPE, noted)


def test_a_picture_has_no_text_but_for_what_it_says_of_itself() -> None:
    data = b"\xff\xd8\xff" + XMP.encode()
    assert without_text("image/jpeg", data)
    assert in_properties("image/jpeg", data)
    assert text_of("image/jpeg", data).unread == ("the picture",)
