"""A name that was left in a PDF is found wherever in the file it is."""

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

from casework.attachments import check
from casework.reading import text_of
from tests.casework.left_in import NAME, PLAIN, XMP, in_body, in_properties
from tests.made_files import (
    PDF_TYPE,
    action,
    pdf,
    written,
)

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
    assert text_of(PDF_TYPE, scan).is_scan
    said = text_of(PDF_TYPE, scan).unread
    assert "page 1, in which no words are found" in said
    assert "page 2, in which no words are found" in said
    assert text_of(PDF_TYPE, pdf("", author=NAME)).is_scan
    assert not text_of(PDF_TYPE, pdf(PLAIN)).is_scan


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
