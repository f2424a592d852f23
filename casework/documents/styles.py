"""The house style as Word's part of styles: paragraph, character and table styles."""

from collections.abc import Iterator
from xml.sax.saxutils import quoteattr

from casework.documents import house
from casework.documents.house import TWIPS, WORD, Style


def styles(language: str) -> str:
    """Return the part of styles as XML, its text marked as `language` ("en-GB")."""
    lang = quoteattr(language)
    fonts = "".join(f' w:{use}="{house.FONT}"' for use in ("ascii", "hAnsi", "eastAsia", "cs"))
    return (
        f"<w:styles {WORD}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts{fonts}/>"
        f"<w:lang w:val={lang} w:eastAsia={lang}/></w:rPr></w:rPrDefault>"
        "<w:pPrDefault/></w:docDefaults>"
        f"{''.join(map(_paragraph_style, house.STYLES))}"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/></w:style>'
        '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:qFormat/>'
        "<w:rPr><w:b/><w:bCs/></w:rPr></w:style>"
        f"{_TABLE_STYLES}</w:styles>"
    )


def _paragraph_style(style: Style) -> str:
    default = "" if style.based_on else ' w:default="1"'
    return (
        f'<w:style w:type="paragraph"{default} w:styleId="{style.id}">'
        f'<w:name w:val="{style.name}"/>{_linked(style)}<w:qFormat/>'
        f"<w:pPr>{''.join(_layout(style))}</w:pPr><w:rPr>{''.join(_type(style))}</w:rPr></w:style>"
    )


def _linked(style: Style) -> str:
    based_on = f'<w:basedOn w:val="{style.based_on}"/>' if style.based_on else ""
    return based_on + (f'<w:next w:val="{style.next}"/>' if style.next else "")


def _layout(style: Style) -> Iterator[str]:
    """Yield the paragraph properties of `style`, in the order the schema demands."""
    if style.keep_next:
        yield "<w:keepNext/>"
    if style.keep_lines:
        yield "<w:keepLines/>"
    if style.numbering is not None:
        yield f'<w:numPr><w:numId w:val="{style.numbering}"/></w:numPr>'
    if rule := style.rule:
        yield (
            f'<w:pBdr><w:{rule.side} w:val="single" w:sz="{rule.weight}" w:space="{rule.gap}"'
            f' w:color="{rule.colour}"/></w:pBdr>'
        )
    if style.tabs:
        yield f"<w:tabs>{''.join(map(_tab, style.tabs))}</w:tabs>"
    yield from _spacing(style)
    if style.indent:
        yield f'<w:ind w:left="{style.indent}" w:hanging="{style.hanging}"/>'
    if style.close:
        yield "<w:contextualSpacing/>"
    if style.align:
        yield f'<w:jc w:val="{style.align}"/>'
    if style.outline is not None:
        yield f'<w:outlineLvl w:val="{style.outline}"/>'


def _tab(tab: house.Tab) -> str:
    return f'<w:tab w:val="{tab.align}" w:leader="{tab.leader}" w:pos="{tab.at}"/>'


def _spacing(style: Style) -> Iterator[str]:
    before = f' w:before="{style.before * TWIPS:.0f}"' if style.before is not None else ""
    line = f' w:line="{style.line * 240:.0f}" w:lineRule="auto"' if style.line else ""
    if before or line:
        yield f"<w:spacing{before}{line}/>"


def _type(style: Style) -> Iterator[str]:
    """Yield the run properties of `style`, in the order the schema demands."""
    if style.bold:
        yield "<w:b/><w:bCs/>"
    if style.colour:
        yield f'<w:color w:val="{style.colour}"/>'
    if style.tracking:
        yield f'<w:spacing w:val="{style.tracking * TWIPS}"/>'
    if style.size:
        yield f'<w:sz w:val="{style.size * 2:.0f}"/><w:szCs w:val="{style.size * 2:.0f}"/>'


def _border(side: str, colour: str, weight: int) -> str:
    return f'<w:{side} w:val="single" w:sz="{weight}" w:space="0" w:color="{colour}"/>'


_TABLE_STYLES = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
    '<w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>'
    '<w:style w:type="table" w:styleId="PaperTable"><w:name w:val="Paper Table"/>'
    '<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>'
    f"{_border('top', house.ACCENT, 8)}{_border('bottom', house.HAIRLINE, 4)}"
    f"{_border('insideH', house.HAIRLINE, 4)}</w:tblBorders><w:tblCellMar>"
    '<w:top w:w="50" w:type="dxa"/><w:left w:w="100" w:type="dxa"/>'
    '<w:bottom w:w="50" w:type="dxa"/><w:right w:w="100" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    '<w:tblStylePr w:type="firstRow"><w:tcPr>'
    f'<w:shd w:val="clear" w:color="auto" w:fill="{house.TINT}"/></w:tcPr></w:tblStylePr>'
    "</w:style>"
)
