"""Papers as Word files. The only module that knows python-docx."""

import io
import zipfile
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, time
from functools import singledispatch
from itertools import zip_longest
from typing import cast

from docx import Document
from docx.document import Document as WordFile
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Pt

from casework.documents import blocks as b
from casework.documents.base import base
from casework.documents.house import ABOVE_TABLE, LINE, NUMBERS

_MARKS = {"issued": "", "draft": "DRAFT \u2013 not issued", "approved": "DRAFT \u2013 not issued"}
_LONGEST_PROPERTY = 255  # characters; Word takes no more
_SHORT = 4  # rows, as those of a vote, which no page divides
_WHOLE = 6  # rows of a table, as those of what each member gave, which no page divides
_KEPT = {"Closing", "Copies"}  # the styles of what never begins a page
_AFTER_NOTE = _KEPT | {"Note"}
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)

Run = tuple[str, str | None]  # some text, and its character style if it has one


def render(paper: b.Paper, *, status: str = "issued") -> bytes:
    """Return `paper` as a Word file: for one paper and status, the same bytes each time.

    `status` is "draft" or "approved", which mark every page as not issued, or "issued".
    Raises ValueError for another status.
    """
    if status not in _MARKS:
        raise ValueError(f"A paper is rendered as draft, approved or issued, not as {status!r}.")
    file = Document(io.BytesIO(base(paper.language)))
    _describe(file, paper)
    _head(file, _MARKS[status])
    _foot(file, paper.reference)
    _fill(file, paper.blocks)
    return _sealed(file)


def _describe(file: WordFile, paper: b.Paper) -> None:
    properties = file.core_properties
    properties.title, properties.author, properties.subject, properties.identifier = (
        " ".join(text.split())[:_LONGEST_PROPERTY]
        for text in (paper.title, paper.author, paper.subject, paper.reference)
    )
    properties.language = paper.language
    if paper.dated:
        properties.created = properties.modified = datetime.combine(paper.dated, time(), UTC)


def _head(file: WordFile, mark: str) -> None:
    if mark:
        paragraph = file.sections[0].header.part.element[0]
        paragraph.style = "DraftMark"
        _run(paragraph, mark)


def _foot(file: WordFile, reference: str) -> None:
    paragraph = file.sections[0].footer.part.element[0]
    _run(paragraph, f"{reference}\tPage ")
    _field(paragraph, "PAGE")
    _run(paragraph, " of ")
    _field(paragraph, "NUMPAGES")


def _field(paragraph: CT_P, name: str) -> None:
    """Add a number that Word keeps up to date: the page's own, or how many there are."""
    _run(paragraph, "1")
    paragraph.append(_element("w:fldSimple", paragraph.r_lst[-1], instr=name))


def _fill(file: WordFile, blocks: Sequence[b.Block]) -> None:
    text: list[BaseOxmlElement] = []
    for sheet in _sheets(blocks):
        made = [element for block in sheet for element in _numbered(file, block)]
        if text and made:
            _begin_page(made[0])
        text += made
    for element in _joined(text):
        file.element.body.sectPr.addprevious(element)


def _sheets(blocks: Sequence[b.Block]) -> list[list[b.Block]]:
    sheets: list[list[b.Block]] = [[]]
    for block in blocks:
        if isinstance(block, b.PageBreak):
            sheets.append([])
        else:
            sheets[-1].append(block)
    return sheets


def _begin_page(element: BaseOxmlElement) -> None:
    first: CT_P = next(element.iter(qn("w:p")))
    first.get_or_add_pPr().pageBreakBefore_val = True


def _joined(text: Sequence[BaseOxmlElement]) -> Iterator[BaseOxmlElement]:
    """Yield `text` with what Word needs between its parts.

    A table must be followed by a paragraph: its own small one when it ends the paper or meets
    another table. What comes before a table stands clear of it; what comes before a signature
    or a list of copies keeps with it, so that neither stands alone on a page or under a note.
    """
    for element, following, after in zip_longest(text, text[1:], text[2:]):
        yield element
        if not isinstance(element, CT_P):
            if not isinstance(following, CT_P):
                yield _paragraph("TableEnd")
        elif not isinstance(following, CT_P | None):
            element.get_or_add_pPr().spacing_after = Pt(ABOVE_TABLE)
        elif following is not None and _is_kept(following, after):
            _keep_with_next(element)


def _is_kept(element: CT_P, following: BaseOxmlElement | None) -> bool:
    """Whether an element never begins a page: a close, copies, notes before them or at the end."""
    if element.style != "Note":
        return element.style in _KEPT
    return following is None or (isinstance(following, CT_P) and following.style in _AFTER_NOTE)


def _keep_with_next(*paragraphs: CT_P) -> None:
    for paragraph in paragraphs:
        paragraph.get_or_add_pPr().keepNext_val = True


def _numbered(file: WordFile, block: b.Block) -> list[BaseOxmlElement]:
    """Return what `block` is in Word, in a numbered list beginning again at 1."""
    elements = _made(block)
    if isinstance(block, b.Numbered) and elements:
        counter = file.part.numbering_part.element.add_num(NUMBERS)
        counter.add_lvlOverride(ilvl=0).add_startOverride(1)
        for element in elements:
            number = element.get_or_add_pPr().get_or_add_numPr()
            number.get_or_add_ilvl().val = 0
            number.get_or_add_numId().val = counter.numId
    return elements


@singledispatch
def _made(block: b.Block) -> list[BaseOxmlElement]:
    """Return the paragraphs and tables that `block` is in Word."""
    raise TypeError(f"Nobody has said how {block.kind} looks in Word.")


@_made.register
def _title(block: b.Title) -> list[BaseOxmlElement]:
    return _said(block.text, "Title")


@_made.register
def _heading(block: b.Heading) -> list[BaseOxmlElement]:
    return _said(block.text, f"Heading{block.level}")


@_made.register
def _body_text(block: b.Paragraph) -> list[BaseOxmlElement]:
    style = "Note" if block.note else "BodyText"
    return _said(block.text, style, "Strong" if block.strong else None)


@_made.register
def _bullets(block: b.Bullets) -> list[BaseOxmlElement]:
    return [_paragraph("ListBullet", (item, None)) for item in block.items]


@_made.register
def _numbers(block: b.Numbered) -> list[BaseOxmlElement]:
    return [_paragraph("ListNumber", (item, None)) for item in block.items]


@_made.register
def _marking(block: b.Marking) -> list[BaseOxmlElement]:
    return _said(block.text, "Marking")


@_made.register
def _letterhead(block: b.Letterhead) -> list[BaseOxmlElement]:
    name, *address = block.lines or ("",)
    return _said(name, "Letterhead") + _said("\n".join(address), "LetterheadDetail")


@_made.register
def _reference(block: b.Reference) -> list[BaseOxmlElement]:
    return [_labelled("Reference", pair) for pair in block.pairs]


@_made.register
def _addressee(block: b.Addressee) -> list[BaseOxmlElement]:
    return _said("\n".join(block.lines), "Addressee")


@_made.register
def _salutation(block: b.Salutation) -> list[BaseOxmlElement]:
    return _said(block.text, "Salutation")


@_made.register
def _facts(block: b.Facts) -> list[BaseOxmlElement]:
    """Return a table whose first row, and whose last, never stands alone; a short one is whole."""
    widths = _widths((3, 7))
    rows = [_row(row, ("TableLabel", "TableText"), widths) for row in block.rows]
    followed = rows[:-1]
    short = len(rows) <= _SHORT
    for row in followed if short else (*followed[:1], *followed[-1:]):
        _keep_with_next(*row.iter(qn("w:p")))
    return [_grid(widths, rows, _element("w:tblLook", val="0680", firstRow="0", firstColumn="1"))]


@_made.register
def _table(block: b.Table) -> list[BaseOxmlElement]:
    columns = len(block.headers)
    widths = _widths(block.widths or (1,) * columns)
    head = _row(block.headers, ("TableHeading",) * columns, widths, _element("w:tblHeader"))
    rows = [_row(row, ("TableText",) * columns, widths) for row in block.rows]
    for row in rows[:-1] if len(rows) <= _WHOLE else ():
        _keep_with_next(*row.iter(qn("w:p")))
    look = _element("w:tblLook", val="0620", firstRow="1", firstColumn="0")
    grid = _grid(widths, [head, *rows], look, _element("w:tblCaption", val=block.caption))
    return [*_said(block.caption, "Caption"), grid]


@_made.register
def _signature(block: b.Signature) -> list[BaseOxmlElement]:
    office = "".join(f"\n{line}" for line in block.signatory)
    return [
        *_said(block.closing, "Closing"),
        _paragraph("SignatureLine", ("Signed\t\tDate\t", None)),
        _paragraph("Signature", (block.name, "Strong"), (office, None)),
    ]


@_made.register
def _copies(block: b.Copies) -> list[BaseOxmlElement]:
    return [_labelled("Copies", ("Copies", "\n".join(block.names)))] if block.names else []


def _said(text: str, style: str, mark: str | None = None) -> list[BaseOxmlElement]:
    return [_paragraph(style, (part, mark)) for part in b.paragraphs(text)]


def _labelled(style: str, pair: tuple[str, str]) -> CT_P:
    """Return a label, a tab to the style's stop and a value."""
    return _paragraph(style, (pair[0], "Strong"), (f"\t{pair[1]}", None))


def _paragraph(style: str, *runs: Run) -> CT_P:
    paragraph = cast(CT_P, OxmlElement("w:p"))
    paragraph.style = style
    for text, mark in runs:
        _run(paragraph, text, mark)
    return paragraph


def _run(paragraph: CT_P, text: str, mark: str | None = None) -> None:
    """Add `text`, its tabs and line breaks as Word's own, in the character style `mark`."""
    run = paragraph.add_r()
    if mark:
        run.style = mark
    run.text = text


def _element(tag: str, *children: BaseOxmlElement, **attributes: str) -> BaseOxmlElement:
    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    element.extend(children)
    return element


def _widths(shares: Sequence[int]) -> list[str]:
    """Return the widths in twips of columns that share the line as `shares` says."""
    return [str(LINE * share // sum(shares)) for share in shares]


def _grid(
    widths: Sequence[str], rows: Sequence[BaseOxmlElement], *marks: BaseOxmlElement
) -> BaseOxmlElement:
    """Return a table as wide as the line; `marks` say which cells are headers, and its name."""
    return _element(
        "w:tbl",
        _element(
            "w:tblPr",
            _element("w:tblStyle", val="PaperTable"),
            _element("w:tblW", w=str(LINE), type="dxa"),
            _element("w:tblLayout", type="fixed"),
            *marks,
        ),
        _element("w:tblGrid", *(_element("w:gridCol", w=width) for width in widths)),
        *rows,
    )


def _row(
    texts: Sequence[str], styles: Sequence[str], widths: Sequence[str], *marks: BaseOxmlElement
) -> BaseOxmlElement:
    """Return a row of cells that no page divides, marked with `marks` besides."""
    cells = (
        _element(
            "w:tc",
            _element("w:tcPr", _element("w:tcW", w=width, type="dxa")),
            _paragraph(style, (text, None)),
        )
        for text, style, width in zip(texts, styles, widths, strict=True)
    )
    return _element("w:tr", _element("w:trPr", _element("w:cantSplit"), *marks), *cells)


def _sealed(file: WordFile) -> bytes:
    """Return the file's bytes, with the time of day taken out of its zip."""
    saved, sealed = io.BytesIO(), io.BytesIO()
    file.save(saved)
    with zipfile.ZipFile(saved) as old, zipfile.ZipFile(sealed, "w") as new:
        for part in old.infolist():
            entry = zipfile.ZipInfo(part.filename, _ZIP_DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, old.read(part))
    return sealed.getvalue()
