"""Files kept with a case: whole, of a kind that is taken, and with nothing in them that acts."""

import io
from collections.abc import Callable

import pytest
from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    create_string_object,
)

from casework.attachments import ACCEPTED, ENDINGS, PAPERS, BadFile, check, named
from tests.made_files import (
    DOCX_TYPE,
    ODT_TYPE,
    OLE,
    PDF_TYPE,
    Parts,
    action,
    docx,
    manifest_part,
    odt,
    open_part,
    packed,
    pdf,
    relations_part,
    with_parts,
    word_part,
    written,
    xlsx,
)

PNG = bytes.fromhex("89504e470d0a1a0a") + bytes(40)
JPEG = bytes.fromhex("ffd8ffe000104a464946") + bytes(40)
LETTER = "Dear governors,\nI apply for the post.\nAnn Made-Up"
ENTITIES = '<!DOCTYPE a [<!ENTITY b "boom"><!ENTITY c "&b;&b;">]><a>&c;</a>'
NO_WAY = "Save it as a PDF"


def refusal(name: str, data: bytes) -> str:
    with pytest.raises(BadFile) as error:
        check(name, data, PAPERS)
    sentence = str(error.value)
    assert sentence.startswith(f"“{name}” ")
    return sentence


def taken(name: str, data: bytes) -> None:
    assert check(name, data, PAPERS).data == data


def with_root(key: str, value: DictionaryObject) -> bytes:
    """A PDF with something at its root."""
    writer = PdfWriter(io.BytesIO(pdf(LETTER)))
    writer.root_object[NameObject(key)] = value
    return written(writer)


def with_annotation(subtype: str, does: DictionaryObject | None = None) -> bytes:
    """A PDF with an annotation on its page."""
    writer = PdfWriter(io.BytesIO(pdf(LETTER)))
    note = DictionaryObject({NameObject("/Subtype"): NameObject(subtype)})
    note[NameObject("/Rect")] = ArrayObject(map(NumberObject, (0, 0, 9, 9)))
    if does is not None:
        note[NameObject("/A")] = does
    writer.pages[0][NameObject("/Annots")] = ArrayObject([note])
    return written(writer)


@pytest.mark.parametrize(
    ("name", "data", "media_type"),
    [
        ("letter.pdf", pdf(LETTER, author="Ann Made-Up", bookmark="Letter"), PDF_TYPE),
        ("LETTER.PDF", pdf(*["page"] * 200), PDF_TYPE),
        ("letter.docx", docx(LETTER, author="Ann Made-Up"), DOCX_TYPE),
        ("letter.odt", odt(LETTER, author="Ann Made-Up"), ODT_TYPE),
        ("C:\\letters\\letter.odt", odt(LETTER), ODT_TYPE),
    ],
)
def test_papers_are_taken(name: str, data: bytes, media_type: str) -> None:
    checked = check(name, data, PAPERS)
    assert (checked.media_type, checked.data) == (media_type, data)
    assert checked.filename == name.rpartition("\\")[2]


@pytest.mark.parametrize(("name", "data"), [("a.png", PNG), ("a.jpg", JPEG), ("a.jpeg", JPEG)])
def test_pictures_are_kept_with_a_case_and_are_no_papers(name: str, data: bytes) -> None:
    assert check(name, data).data == data
    said = "a PDF, a Word document (.docx) or an OpenDocument text (.odt) with the ending to match"
    assert said in refusal(name, data)


def test_every_kind_is_named_among_those_accepted() -> None:
    assert len(ACCEPTED.replace(" or ", ", ").split(", ")) == len(ENDINGS)
    assert named([PDF_TYPE]) == "a PDF"


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("letter.pdf", b"MZ\x90\x00" + bytes(200), "is not, by its content"),
        ("letter.docx", pdf(LETTER), "is not, by its content"),
        ("letter.docx", xlsx([["Ann"]]), "is not, by its content"),
        ("letter.docx", packed({"letter.txt": LETTER}), "is not, by its content"),
        ("letter.docx", odt(LETTER), "is not, by its content"),
        ("letter.odt", docx(LETTER), "is not, by its content"),
        ("letter.pdf", b"", "is empty"),
        ("letter.pdf", pdf(LETTER) + bytes(10 * 1024 * 1024), "is larger than 10 MB"),
        ("letter.doc", OLE, "is in a format of old Office programs"),
        ("letter.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "by a password"),
        ("letter.docx", docx(LETTER)[:-30], "is cut off or damaged"),
        ("letter.docx", docx(LETTER)[:900], "is cut off or damaged"),
        ("letter.odt", odt(LETTER)[:-30], "is cut off or damaged"),
    ],
)
def test_a_file_that_is_not_what_it_says_or_not_whole_is_refused(
    name: str, data: bytes, said: str
) -> None:
    assert said in refusal(name, data)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (pdf(LETTER)[:-7], "is cut off"),
        (pdf(LETTER)[:200] + b"\n%%EOF\n", "does not open as a PDF"),
        (b"%PDF-1.7\n%%EOF\n", "does not open as a PDF"),
        (written(PdfWriter()), "has no pages"),
        (pdf(*["page"] * 201), "has 201 pages. Split it"),
        (pdf(LETTER, password="secret"), "is protected by a password, or against"),
        (pdf(LETTER, script="app.alert(1)"), "holds a script"),
        (pdf(LETTER, attached="more.txt"), "holds another file"),
        (with_root("/OpenAction", action("/Launch", F="cmd.exe")), "a command to start"),
        (with_root("/OpenAction", action("/SubmitForm", F="x")), "a command to send"),
        (with_root("/AA", action("/X", JS="app.alert(1)")), "a script"),
        (with_root("/AcroForm", action("/X", XFA="<xdp/>")), "holds a form of an old kind"),
        (with_annotation("/FileAttachment"), "holds another file"),
        (with_annotation("/Screen"), "holds a film or sound"),
        (with_annotation("/Link", action("/GoToR", F="\\\\host\\a.pdf")), "a link to a file"),
        (with_annotation("/Link", action("/URI", URI="file:///c:/a.exe")), "a link to a file"),
        (with_annotation("/Link", action("/URI", URI="javascript:alert(1)")), "a link to a file"),
    ],
)  # fmt: skip
def test_a_pdf_that_is_more_or_less_than_its_pages_is_refused(data: bytes, said: str) -> None:
    sentence = refusal("letter.pdf", data)
    assert said in sentence
    if "holds" in sentence:
        assert sentence.endswith("Print it to PDF again, and send that.")


def test_a_pdf_may_lead_to_a_page_or_an_address() -> None:
    for address in ("https://school.example/a", "mailto:ann@school.example"):
        taken("a.pdf", with_annotation("/Link", action("/URI", URI=address)))


def test_a_name_that_a_pdf_hides_by_writing_it_in_hexadecimal_is_seen() -> None:
    data = with_annotation("/Link", action("/Launch", F="cmd.exe"))
    hidden = data.replace(b"/Launch", b"/#4caunch")
    assert hidden != data
    assert "a command to start" in refusal("letter.pdf", hidden)


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ({"word/vbaProject.bin": b"x"}, "holds macros"),
        ({"word/document.xml": None}, "lacks the text itself"),
        ({"_rels/.rels": None}, "lacks the text itself"),
        ({"word/document.xml": "<w:document"}, "is cut off or damaged"),
        ({"word/document.xml": ENTITIES}, "declares entities in word/document.xml"),
        ({"word/header1.xml": '<!DOCTYPE a SYSTEM "https://x.example"><a/>'}, "declares entities"),
        ({"word/header1.xml": ENTITIES}, "declares entities in word/header1.xml"),
        ({"word/embeddings/oleObject1.bin": OLE}, "holds another file"),
        ({"word/embeddings/sheet.xlsx": xlsx([["Ann"]])}, "holds another file"),
        ({"word/media/image1.png": packed({"bomb": bytes(999)})}, "holds another file"),
        ({"word/media/image1.png": b"MZ" + bytes(99)}, "holds another file"),
        ({"word/media/image1.bmp": bytes(3_000_000)}, "is packed as no program packs it"),
        ({"word/a.xml": f"<a>{' '.join(map(str, range(1_700_000)))}</a>"}, "holds more text"),
        ({f"word/part{n}.xml": "<a/>" for n in range(2001)}, "unpacks to more"),
    ],
)
def test_a_bad_word_document_is_refused(parts: Parts, said: str) -> None:
    assert said in refusal("letter.docx", docx(LETTER, parts=parts))


def test_a_word_document_with_macros_in_its_type_is_refused_whatever_its_ending() -> None:
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Override PartName="/word/document.xml"'
        ' ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>'
    )
    data = docx(LETTER, parts={"[Content_Types].xml": types})
    assert "holds macros" in refusal("letter.docx", data)


@pytest.mark.parametrize(
    ("kind", "target", "external", "said"),
    [
        ("attachedTemplate", "https://x.example/a.dotm", True, "fetches something"),
        ("image", "https://x.example/pixel.png", True, "fetches something"),
        ("frame", "https://x.example/", True, "fetches something"),
        ("oleObject", "file:///c:/a.xlsx", True, "holds an object of another program"),
        ("oleObject", "embeddings/a.bin", False, "holds an object of another program"),
        ("package", "embeddings/a.xlsx", False, "holds an object of another program"),
        ("aFChunk", "chunk.html", False, "holds an object of another program"),
        ("hyperlink", "file:///c:/a.exe", True, "fetches something"),
        ("hyperlink", "\\\\host\\share\\a", True, "fetches something"),
        ("hyperlink", "javascript:alert(1)", True, "fetches something"),
    ],
)
def test_a_word_document_that_fetches_something_is_refused(
    kind: str, target: str, external: bool, said: str
) -> None:
    sentence = refusal("letter.docx", docx(LETTER, relations=[(kind, target, external)]))
    assert said in sentence
    assert NO_WAY in sentence


def test_what_another_part_of_a_word_document_fetches_counts_too() -> None:
    relations = relations_part([("attachedTemplate", "https://x.example/a.dotm", True)])
    data = docx(LETTER, parts={"word/_rels/settings.xml.rels": relations})
    assert "fetches something" in refusal("letter.docx", data)


def test_plain_links_and_inner_pictures_of_a_word_document_are_taken() -> None:
    relations = [
        ("hyperlink", "https://school.example/", True),
        ("hyperlink", "mailto:ann@school.example", True),
        ("image", "media/image1.png", False),
    ]
    taken("a.docx", docx(LETTER, relations=relations, parts={"word/media/image1.png": PNG}))


@pytest.mark.parametrize(
    "field",
    [
        "<w:r><w:instrText> DD</w:instrText></w:r><w:r><w:instrText>E c cmd</w:instrText></w:r>",
        '<w:fldSimple w:instr=" INCLUDEPICTURE https://x.example/a.png "/>',
    ],
)
def test_fields_that_fetch_something_are_refused(field: str) -> None:
    assert "holds a field" in refusal("a.docx", docx(LETTER, body=f"<w:p>{field}</w:p>"))


def test_fields_that_only_count_or_lead_somewhere_are_taken() -> None:
    inside = "PAGE", 'HYPERLINK "https://x.example/link/import"'
    field = "".join(
        f"<w:p><w:r><w:fldChar/><w:instrText> {each} </w:instrText></w:r></w:p>" for each in inside
    )
    taken("a.docx", docx(LETTER, body=field, parts={"word/h.xml": word_part("hdr", "")}))


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ({"content.xml": None}, "lacks a part"),
        ({"META-INF/manifest.xml": None}, "lacks a part"),
        ({"content.xml": ""}, "is cut off or damaged"),
        ({"content.xml": "<office"}, "is cut off or damaged"),
        ({"content.xml": ENTITIES}, "declares entities"),
        (
            {"META-INF/manifest.xml": manifest_part(
                "content.xml", inside="<manifest:encryption-data/>")},
            "is protected by a password",
        ),
        ({"Basic/script-lc.xml": "<a/>"}, "holds macros"),
        ({"Scripts/python/a.py": "x"}, "holds macros"),
        ({"styles.xml": open_part("document-styles", "<office:script/>")}, "holds macros"),
        ({"Object 1": OLE}, "holds another file"),
        ({"Pictures/a.png": packed({"a": "b"})}, "holds another file"),
        ({"Pictures/a.bmp": bytes(3_000_000)}, "is packed as no program packs it"),
    ],
)  # fmt: skip
def test_a_bad_opendocument_text_is_refused(parts: Parts, said: str) -> None:
    assert said in refusal("letter.odt", odt(LETTER, parts=parts))


@pytest.mark.parametrize(
    "body",
    [
        '<draw:image xlink:href="https://x.example/a.png"/>',
        '<draw:image xlink:href="../../etc/a.png"/>',
        '<draw:image xlink:href="/home/a.png"/>',
        '<draw:image xlink:href="\\\\host\\a.png"/>',
        '<draw:object xlink:href="file:///c:/a.ods"/>',
        '<draw:object-ole xlink:href="./Object 1"/>',
        '<draw:floating-frame xlink:href="page.html"/>',
        '<text:section-source xlink:href="https://x.example/a.odt"/>',
        '<office:dde-source/>',
        '<text:p><text:a xlink:href="file:///c:/a.exe">x</text:a></text:p>',
        '<text:p><text:a xlink:href="javascript:alert(1)">x</text:a></text:p>',
    ],
)  # fmt: skip
def test_an_opendocument_text_that_fetches_something_is_refused(body: str) -> None:
    sentence = refusal("letter.odt", odt(LETTER, body=body))
    assert "fetches something" in sentence or "holds an object" in sentence
    assert NO_WAY in sentence


def test_plain_links_and_inner_pictures_of_an_opendocument_text_are_taken() -> None:
    body = (
        '<text:p><text:a xlink:href="https://school.example/">x</text:a></text:p>'
        '<draw:image xlink:href="Pictures/a.png"/>'
    )
    parts: Parts = {"Pictures/a.png": PNG, "Configurations2/accelerator/current.xml": ""}
    taken("a.odt", odt(LETTER, body=body, parts=parts))


def test_a_locked_part_and_a_part_packed_twice_are_refused() -> None:
    data = docx(LETTER)
    locked = _with_flag(data, 1)
    assert "is protected by a password" in refusal("a.docx", locked)
    twice = with_parts(data, {"word/documenu.xml": word_part("document", "")}).replace(
        b"documenu", b"document"
    )
    assert "is cut off or damaged" in refusal("a.docx", twice)


def _with_flag(data: bytes, flag: int) -> bytes:
    """The packed file with a flag set on every part, in the list at its end."""
    head = b"PK\x01\x02"
    first, *rest = data.split(head)
    return head.join([first, *(part[:4] + bytes([flag]) + part[5:] for part in rest)])


MAKERS: list[tuple[Callable[[bytes], bytes], str]] = [
    (lambda junk: docx(LETTER, parts={"word/document.xml": junk}), "a.docx"),
    (lambda junk: odt(LETTER, parts={"content.xml": junk}), "a.odt"),
    (lambda junk: pdf(LETTER)[:300] + junk + pdf(LETTER)[300:320] + b"\n%%EOF", "a.pdf"),
]


@pytest.mark.parametrize(("made", "name"), MAKERS)
def test_junk_within_a_file_ends_in_a_sentence(made: Callable[[bytes], bytes], name: str) -> None:
    for junk in (b"\xff\xfe\x00", b"<a" * 50_000, b"<a>" * 50_000, b"[" * 50_000, b"<<" * 9_000):
        assert refusal(name, made(junk))


def test_a_form_that_is_filled_in_is_taken() -> None:
    form = DictionaryObject({NameObject("/NeedAppearances"): BooleanObject(value=True)})
    field = DictionaryObject({NameObject("/V"): create_string_object("Ann Made-Up")})
    form[NameObject("/Fields")] = ArrayObject([field])
    taken("a.pdf", with_root("/AcroForm", form))
