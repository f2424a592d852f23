"""The lean Word file that every paper starts from, made from the house style: no paragraph yet."""

import io
import zipfile
from functools import cache
from xml.sax.saxutils import quoteattr

from casework.documents import house
from casework.documents.house import BULLETS, NUMBERS, WORD
from casework.documents.styles import styles

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PARTS = ("styles", "settings", "numbering", "fontTable")


@cache
def base(language: str) -> bytes:
    """Return an empty A4 Word file in the house style, its text marked as `language` ("en-GB")."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, xml in _parts(language).items():
            archive.writestr(name, _HEAD + xml)
    return file.getvalue()


def _parts(language: str) -> dict[str, str]:
    return {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships(
            (f"{_OFFICE}/relationships/officeDocument", "word/document.xml"),
            (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ),
        "docProps/core.xml": _core(),
        "word/document.xml": _document(),
        "word/_rels/document.xml.rels": _relationships(
            *((f"{_OFFICE}/relationships/{part}", f"{part}.xml") for part in _PARTS),
            (f"{_OFFICE}/relationships/theme", "theme/theme1.xml"),
        ),
        "word/styles.xml": styles(language),
        "word/settings.xml": _settings(language),
        "word/numbering.xml": _numbering(),
        "word/fontTable.xml": _font_table(),
        "word/theme/theme1.xml": _theme(),
    }


def _content_types() -> str:
    parts = "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{_WML}.{part}+xml"/>'
        for part in _PARTS
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_WML}.document.main+xml"/>'
        '<Override PartName="/docProps/core.xml"'
        ' ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
        '<Override PartName="/word/theme/theme1.xml"'
        ' ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/>'
        f"{parts}</Types>"
    )


def _relationships(*targets: tuple[str, str]) -> str:
    rows = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, start=1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>'


def _core() -> str:
    return (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/>'
    )


def _document() -> str:
    return (
        f"<w:document {WORD}><w:body><w:sectPr>"
        f'<w:pgSz w:w="{house.PAGE_WIDTH}" w:h="{house.PAGE_HEIGHT}"/>'
        f'<w:pgMar w:top="{house.MARGIN_TOP}" w:right="{house.MARGIN_SIDE}"'
        f' w:bottom="{house.MARGIN_FOOT}" w:left="{house.MARGIN_SIDE}"'
        f' w:header="{house.MARGIN_EDGE}" w:footer="{house.MARGIN_EDGE}" w:gutter="0"/>'
        "</w:sectPr></w:body></w:document>"
    )


def _settings(language: str) -> str:
    return (
        f'<w:settings {WORD}><w:defaultTabStop w:val="720"/><w:compat>'
        '<w:compatSetting w:name="compatibilityMode"'
        ' w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        f"<w:themeFontLang w:val={quoteattr(language)}/>"
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )


def _numbering() -> str:
    kinds = ((BULLETS, "bullet", "•", 397), (NUMBERS, "decimal", "%1.", 397))
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="singleLevel"/>'
        f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{indent}" w:hanging="{indent}"/></w:pPr></w:lvl></w:abstractNum>'
        for number, kind, text, indent in kinds
    )
    concrete = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
        for number in (BULLETS, NUMBERS)
    )
    return f"<w:numbering {WORD}>{abstract}{concrete}</w:numbering>"


def _font_table() -> str:
    return (
        f'<w:fonts {WORD}><w:font w:name="{house.FONT}"><w:charset w:val="00"/>'
        '<w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>'
    )


def _theme() -> str:
    """Return the colours and the type that Word offers to whoever edits the paper."""
    colours = "".join(
        f'<a:{use}><a:srgbClr val="{colour}"/></a:{use}>' for use, colour in house.THEME.items()
    )
    face = f'<a:latin typeface="{house.FONT}"/><a:ea typeface=""/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    return (
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="House">'
        f'<a:themeElements><a:clrScheme name="House">{colours}</a:clrScheme>'
        f'<a:fontScheme name="House"><a:majorFont>{face}</a:majorFont>'
        f"<a:minorFont>{face}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="House"><a:fillStyleLst>{fill * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{f'<a:ln>{fill}</a:ln>' * 3}</a:lnStyleLst><a:effectStyleLst>"
        f"{'<a:effectStyle><a:effectLst/></a:effectStyle>' * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )
