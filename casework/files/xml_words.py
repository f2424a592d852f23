"""The words in a part of XML, whatever its kind: Word, OpenDocument, properties, XMP."""

import re
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

PARAGRAPHS = {"p", "h"}
IN_PARAGRAPHS = {*PARAGRAPHS, "span", "a", "t", "delText"}
APART = {  # what stands within a paragraph without being of its words
    *PARAGRAPHS, "instrText", "delInstrText", "annotation", "note", "text-box", "title", "desc",
}  # fmt: skip
SIGNS = {"tab": " ", "ptab": " ", "s": " ", "br": "\n", "cr": "\n", "line-break": "\n",
         "noBreakHyphen": "-"}  # fmt: skip
SYMBOL = "sym"  # a letter of Word by its number
DELETED, ADDED = {"del", "moveFrom"}, {"ins", "moveTo"}
TELLING = {  # attributes that hold words
    "author", "author-initials", "initials", "descr", "description", "title", "alt", "name",
    "string", "href", "Target", "target", "tooltip", "instr", "fullName", "userId", "displayText",
    "value", "current-value", "string-value", "label", "help", "query", "userName", "display-name",
    "formula", "condition", "text", "placeholder",
}  # fmt: skip
VALUED = {  # elements of Word whose attribute "val" holds words
    "docVar", "alias", "tag", "name", "default", "helpText", "statusText", "query", "listItem",
    "connectString", "dataSource", "result", "entryMacro", "category", "docPart", "lvlText",
}  # fmt: skip
OF_LOOKS = {"font", "font-face", "lsdException", "style", "default-style", "latin", "rFonts"}
TAG = re.compile(r"<[^<>]*>")
XMP, XMP_END = b"<x:xmpmeta", b"</x:xmpmeta>"


def words(root: "Element", *, every_attribute: bool = False) -> list[str]:
    """Return the text of each paragraph of a part, of what is in no paragraph, of attributes.

    Where changes are tracked, the text comes as it is, as it was and as it would be: a name that
    a deletion cuts in two is whole in one of them.
    """
    names = {_name(element) for element in root.iter()}
    lines = list(_lines(root, ()))
    if names & (DELETED | ADDED):
        lines += [*_lines(root, DELETED), *_lines(root, ADDED)]
    return lines + list(_attributes(root, every=every_attribute))


def metadata(data: bytes) -> list[str]:
    """Return the words in whatever XMP a file of any kind holds."""
    lines: list[str] = []
    begin, end = data.find(XMP), 0
    while begin >= 0 and end >= 0:
        end = data.find(XMP_END, begin)
        lines += loose(data[begin : end + len(XMP_END)] if end >= 0 else data[begin:])
        begin = data.find(XMP, end)
    return lines


def loose(data: bytes) -> list[str]:
    """Return the words of XML that may be damaged: then all that is between its tags."""
    try:
        return words(fromstring(data, forbid_dtd=True), every_attribute=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError):
        encoding = "utf-16" if b"\x00" in data[:64] else "utf-8"
        return [data.decode(encoding, "replace"), *TAG.split(data.decode(encoding, "replace"))]


def shown(root: "Element") -> Iterator[str]:
    """Yield, in pieces, what is in the paragraphs of a part, to see whether there is anything."""
    for element in root.iter():
        if _name(element) in IN_PARAGRAPHS:
            yield element.text or ""
            yield from (child.tail or "" for child in element)


class _Closing:
    """Marks in the list of what is left that a block ends there."""


def _lines(root: "Element", leave_out: Collection[str]) -> Iterator[str]:
    """Yield each block of text, what stands within it apart; in no certain order."""
    blocks: list[tuple[str, list[str]]] = [("", [])]
    left: list[Element | str | _Closing] = [root]
    while left:
        found = left.pop()
        if isinstance(found, str):
            blocks[-1][1].append(found)
        elif isinstance(found, _Closing):
            yield "".join(blocks.pop()[1])
        elif _name(found) not in leave_out:
            name = _name(found)
            if name in APART or blocks[-1][0] not in PARAGRAPHS:
                blocks.append((name, []))
                left.append(_Closing())
            blocks[-1][1].append(_sign(name, found))
            left.extend(_inside(found))


def _inside(element: "Element") -> "list[Element | str | _Closing]":
    """Return what is in an element, the last first."""
    inside: list[Element | str | _Closing] = [element.text or ""]
    for child in element:
        inside += [child, child.tail or ""]
    return inside[::-1]


def _sign(name: str, element: "Element") -> str:
    if name != SYMBOL:
        return SIGNS.get(name, "")
    numbers = (value for key, value in element.attrib.items() if key.endswith("char"))
    try:
        return "".join(chr(int(number, 16)) for number in numbers)
    except (ValueError, OverflowError):
        return ""


def _attributes(root: "Element", *, every: bool) -> Iterator[str]:
    for element in root.iter():
        name = _name(element)
        for key, value in element.attrib.items():
            local = key.rpartition("}")[2]
            telling = local in TELLING and name not in OF_LOOKS
            if every or telling or (local == "val" and name in VALUED):
                yield value


def _name(element: "Element") -> str:
    return element.tag.rpartition("}")[2]
