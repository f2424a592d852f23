"""Files as people upload them, made in memory: PDF, Word, OpenDocument, workbooks.

Each maker takes the text and, by name, what is to be wrong or hidden in the file. `parts` adds or
replaces parts of a packed file by their path in it; None takes a part away.
"""

import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from openpyxl import Workbook
from pypdf import PdfWriter
from pypdf.actions import JavaScript
from pypdf.generic import (
    ContentStream,
    DictionaryObject,
    NameObject,
    create_string_object,
)

Parts = Mapping[str, str | bytes | None]

PDF_TYPE = "application/pdf"
DOCX_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ODT_TYPE = "application/vnd.oasis.opendocument.text"

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
EXTERNAL = ' TargetMode="External"'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OLE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504)  # how an .xls or an encrypted file begins


def pdf(
    *pages: str,
    author: str = "",
    title: str = "",
    subject: str = "",
    keywords: str = "",
    bookmark: str = "",
    script: str = "",
    attached: str = "",
    password: str = "",
) -> bytes:
    """Return a PDF with a page for each text, a line for each of its lines."""
    writer = PdfWriter()
    for text in pages or ("",):
        _page(writer, text)
    info = {"/Author": author, "/Title": title, "/Subject": subject, "/Keywords": keywords}
    writer.add_metadata({key: value for key, value in info.items() if value})
    if bookmark:
        writer.add_outline_item(title=bookmark, page_number=0)
    if script:
        writer.add_open_action(JavaScript(script))
    if attached:
        writer.add_attachment(attached, b"attached")
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    return written(writer)


def written(writer: PdfWriter) -> bytes:
    """Return the bytes of a PDF."""
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def _page(writer: PdfWriter, text: str) -> None:
    page = writer.add_blank_page(width=595, height=842)
    fonts = {"/F1": {"/Subtype": "/Type1", "/BaseFont": "/Helvetica"}}
    page[NameObject("/Resources")] = _dictionary({"/Font": fonts}, encoding="/WinAnsiEncoding")
    lines = b" T* ".join(_shown(line) for line in text.split("\n"))
    stream = ContentStream(None, None)
    stream.set_data(b"BT /F1 12 Tf 14 TL 72 760 Td " + lines + b" ET" if text else b"")
    page.replace_contents(stream)


def _shown(line: str) -> bytes:
    plain = line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return b"(" + plain.encode("cp1252") + b") Tj"


def _dictionary(data: Mapping[str, Any], encoding: str) -> DictionaryObject:
    font = data["/Font"]["/F1"] | {"/Type": "/Font", "/Encoding": encoding}
    names = DictionaryObject({NameObject(key): NameObject(value) for key, value in font.items()})
    fonts = DictionaryObject({NameObject("/F1"): names})
    return DictionaryObject({NameObject("/Font"): fonts})


def action(kind: str, **words: str) -> DictionaryObject:
    """Return an action of a PDF, such as action("/Launch", F="cmd.exe")."""
    made = DictionaryObject({NameObject("/S"): NameObject(kind)})
    for key, value in words.items():
        made[NameObject(f"/{key}")] = create_string_object(value)
    return made


def packed(parts: Parts) -> bytes:
    """Return a ZIP of these parts, those left out that are None; `mimetype` is not deflated."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            if data is not None:
                how = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
                stamped = zipfile.ZipInfo(name, (2026, 9, 1, 9, 0, 0))
                archive.writestr(stamped, data, compress_type=how)
    return file.getvalue()


def docx(
    text: str = "",
    *,
    author: str = "",
    title: str = "",
    last_modified_by: str = "",
    keywords: str = "",
    company: str = "",
    body: str = "",
    relations: Sequence[tuple[str, str, bool]] = (),
    parts: Parts | None = None,
) -> bytes:
    """Return a Word document with a paragraph for each line.

    `body` is markup to come after the text. `relations` are (kind, target, external) of the
    document, of which the kind is the last word of its address, such as "image".
    """
    core = {
        "dc:title": title, "dc:creator": author, "cp:keywords": keywords,
        "cp:lastModifiedBy": last_modified_by,
    }  # fmt: skip
    made: dict[str, str | bytes | None] = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": relations_part(
            [("officeDocument", "word/document.xml", False),
             ("extended-properties", "docProps/app.xml", False),
             (f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml", False)]
        ),
        "word/document.xml": word_part("document", f"<w:body>{_paragraphs(text)}{body}</w:body>"),
        "word/_rels/document.xml.rels": relations_part(relations),
        "docProps/core.xml": core_part(core),
        "docProps/app.xml": f'{HEAD}<Properties xmlns="{OFFICE}/extended-properties">'
        f"<Company>{escape(company)}</Company></Properties>",
    }  # fmt: skip
    return packed(made | dict(parts or {}))


def word_part(root: str, inside: str) -> str:
    """Return a part of a Word document, such as word_part("hdr", "<w:p/>")."""
    return (
        f'{HEAD}<w:{root} xmlns:w="{WORD}" xmlns:r="{OFFICE}/relationships"'
        ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
        f"{inside}</w:{root}>"
    )


def relations_part(relations: Sequence[tuple[str, str, bool]]) -> str:
    """Return a .rels part. The kind is the last word of its address, or a whole address."""
    lines = (
        f'<Relationship Id="rId{number}" Type="{_address(kind)}"'
        f" Target={quoteattr(target)}{EXTERNAL if external else ''}/>"
        for number, (kind, target, external) in enumerate(relations, start=1)
    )
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{"".join(lines)}</Relationships>'


def _address(kind: str) -> str:
    return kind if kind.startswith("http") else f"{OFFICE}/relationships/{kind}"


def core_part(properties: Mapping[str, str]) -> str:
    """Return docProps/core.xml."""
    inside = "".join(f"<{key}>{escape(value)}</{key}>" for key, value in properties.items())
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties"'
        f' xmlns:dc="http://purl.org/dc/elements/1.1/">{inside}</cp:coreProperties>'
    )


def _paragraphs(text: str) -> str:
    return "".join(
        f'<w:p><w:r><w:t xml:space="preserve">{escape(line)}</w:t></w:r></w:p>'
        for line in text.split("\n")
    )


def _content_types() -> str:
    kinds = {
        "word/document.xml": f"{DOCX_TYPE}.main+xml",
        "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    }
    overrides = (
        f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in kinds.items()
    )
    return (
        f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f"{''.join(overrides)}</Types>"
    )


OPEN = "urn:oasis:names:tc:opendocument:xmlns"
NAMES = " ".join(
    f'xmlns:{name}="{OPEN}:{name}:1.0"'
    for name in ("office", "text", "meta", "draw", "table", "script", "manifest", "style")
)
MORE_NAMES = (
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink"'
)


def odt(
    text: str = "",
    *,
    author: str = "",
    title: str = "",
    body: str = "",
    parts: Parts | None = None,
) -> bytes:
    """Return an OpenDocument text with a paragraph for each line; `body` is markup after it."""
    paragraphs = "".join(f"<text:p>{escape(line)}</text:p>" for line in text.split("\n"))
    meta = f"<dc:title>{escape(title)}</dc:title><dc:creator>{escape(author)}</dc:creator>"
    inside = f"<office:body><office:text>{paragraphs}{body}</office:text></office:body>"
    made: dict[str, str | bytes | None] = {
        "mimetype": ODT_TYPE,
        "content.xml": open_part("document-content", inside),
        "styles.xml": open_part("document-styles", ""),
        "meta.xml": open_part("document-meta", f"<office:meta>{meta}</office:meta>"),
        "META-INF/manifest.xml": manifest_part("content.xml", "styles.xml", "meta.xml"),
    }
    return packed(made | dict(parts or {}))


def open_part(root: str, inside: str) -> str:
    """Return a part of an OpenDocument text, such as open_part("document-meta", "…")."""
    opening = f'<office:{root} {NAMES} {MORE_NAMES} office:version="1.3">'
    return f"{HEAD}{opening}{inside}</office:{root}>"


def manifest_part(*paths: str, inside: str = "") -> str:
    """Return META-INF/manifest.xml; `inside` is put into every entry."""
    name = f'xmlns:manifest="{OPEN}:manifest:1.0"'
    root = f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{ODT_TYPE}"/>'
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="text/xml">'
        f"{inside}</manifest:file-entry>"
        for path in paths
    )
    return f"{HEAD}<manifest:manifest {name}>{root}{entries}</manifest:manifest>"


def xlsx(
    rows: Sequence[Sequence[Any]], *, sheets: Mapping[str, Sequence[Any]] | None = None
) -> bytes:
    """Return a workbook: these rows in its first sheet, `sheets` (rows by name) after it."""
    book = Workbook()
    first = book.active
    for name, more in ({"People": rows} | dict(sheets or {})).items():
        sheet = first if first and name == "People" else book.create_sheet(name)
        sheet.title = name
        for row in more:
            sheet.append(row)
    return saved(book)


def saved(book: Workbook) -> bytes:
    """Return the bytes of a workbook."""
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def with_parts(data: bytes, parts: Parts) -> bytes:
    """Return a packed file with these parts in place of its own, or besides."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        own: dict[str, str | bytes | None] = {n: archive.read(n) for n in archive.namelist()}
    return packed(own | dict(parts))


def as_excel_keeps_texts(data: bytes) -> bytes:
    """Return a workbook of one sheet with its texts in a table of their own, as Excel has them."""
    sheet, types, relations = (
        "xl/worksheets/sheet1.xml", "[Content_Types].xml", "xl/_rels/workbook.xml.rels",
    )  # fmt: skip
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name).decode() for name in (sheet, types, relations)}
    texts: list[str] = []

    def numbered(text: re.Match[str]) -> str:
        texts.append(text.group(1))
        return f't="s"><v>{len(texts) - 1}</v></c>'

    parts[sheet] = re.sub(
        r't="inlineStr"><is>(.*?)</is></c>', numbered, parts[sheet], flags=re.DOTALL
    )
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    override = f'<Override PartName="/xl/sharedStrings.xml" ContentType="{kind}"/></Types>'
    parts[types] = parts[types].replace("</Types>", override)
    relation = (
        f'<Relationship Id="rId99" Type="{OFFICE}/relationships/sharedStrings"'
        ' Target="/xl/sharedStrings.xml"/></Relationships>'
    )
    parts[relations] = parts[relations].replace("</Relationships>", relation)
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    table = "".join(f"<si>{text}</si>" for text in texts)
    strings = f'{HEAD}<sst xmlns="{main}" count="{len(texts)}">{table}</sst>'
    return with_parts(data, {**parts, "xl/sharedStrings.xml": strings})
