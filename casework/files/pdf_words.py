"""The words of PDFs: of the pages, of everything that hangs on them, of earlier versions.

What is in a page is read from its commands, so text under a black rectangle is read like any
other: it is still there, and whoever has the file can copy it out.
"""

import io
import re
import time
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import islice
from typing import cast

from pypdf import PageObject, PdfReader
from pypdf.generic import (
    ByteStringObject,
    DictionaryObject,
    EncodedStreamObject,
    StreamObject,
    TextStringObject,
    read_object,
)

from casework.files import xml_words
from casework.files.pdf import END, MOST_PAGES, objects, text_under, within_limits
from casework.files.text import Text, has_word, joined
from casework.files.unfit import Unfit

SECONDS = 12  # for one file
MOST_VERSIONS = 5
FIRST_BYTES = 1024  # in which a PDF says that it is ordered for the web, in two parts
INSTEAD = re.compile(
    rb"/(?:ActualText|Alt|E|T)\s*(\((?:[^()\\]|\\.)*\)|<[0-9A-Fa-f\s]*>)", re.DOTALL
)


@dataclass
class _Found:
    """What was found so far, and when reading is to end."""

    until: float
    pages: list[str] = field(default_factory=list)
    body: list[str] = field(default_factory=list)
    properties: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    fonts: int = 0
    pictures: int = 0

    @property
    def is_late(self) -> bool:
        """Whether there is no time left."""
        return time.monotonic() > self.until


def words(data: bytes) -> Text:
    """Return the words of a PDF, in SECONDS and those of a page at most."""
    found = _Found(time.monotonic() + SECONDS)
    _read(data, found, "")
    is_scan = not has_word("".join(found.pages))
    for number, earlier in enumerate(_earlier(data, found), start=1):
        _read(earlier, found, f"earlier version {number}: ")
    if found.fonts:
        found.unread.append("text in a font that does not tell its letters")
    if found.pictures:
        found.unread.append(f"pictures: {found.pictures}")
    body, properties = joined(found.pages + found.body), joined(found.properties)
    return Text(body, properties, tuple(dict.fromkeys(found.unread)), is_scan)


def _earlier(data: bytes, found: _Found) -> list[bytes]:
    """Return the file as it was before each change that a program wrote after its end."""
    ends = [match.end() for match in re.finditer(re.escape(END), data)][:-1]
    if b"/Linearized" in data[:FIRST_BYTES]:
        ends = ends[1:]
    if len(ends) > MOST_VERSIONS:
        found.unread.append(f"earlier versions: {len(ends) - MOST_VERSIONS}")
    return [data[:end] for end in ends[-MOST_VERSIONS:]]


def _read(data: bytes, found: _Found, where: str) -> None:
    try:
        with within_limits():
            reader = PdfReader(io.BytesIO(data))
            pages = list(islice(reader.pages, MOST_PAGES))
    except Unfit:
        found.unread.append(f"{where}the whole file")
        return
    for number, page in enumerate(pages, start=1):
        _page(page, found, f"{where}page {number}")
    if len(reader.pages) > MOST_PAGES:
        found.unread.append(f"{where}pages after {MOST_PAGES}")
    _rest(reader, pages, found, where)


def _page(page: PageObject, found: _Found, where: str) -> None:
    text, is_read = "", False
    if not found.is_late:
        with suppress(Unfit), within_limits():
            contents = page.get_contents()
            text = page.extract_text()
            found.body += _instead(contents.get_data() if contents is not None else b"")
            is_read = True
    found.pages.append(text)
    if not is_read:
        found.unread.append(where)
    elif not has_word(text):
        found.unread.append(f"{where}, in which no words are found")


def _instead(commands: bytes) -> list[str]:
    """Return what a reader is told instead of signs in a page: descriptions, actual text."""
    strings = (found.group(1) for found in INSTEAD.finditer(commands))
    return [_text(read_object(io.BytesIO(string), None)) for string in strings]


def _rest(reader: PdfReader, pages: list[PageObject], found: _Found, where: str) -> None:
    """Read whatever hangs on the pages: notes, forms, bookmarks, addresses, names of files."""
    about = reader.trailer.get("/Info")
    forms: list[StreamObject] = []
    try:
        with within_limits():
            found.properties += map(_text, objects(about)) if about is not None else ()
            for each in objects(reader.trailer["/Root"]):
                found.body.append(_text(each))
                if isinstance(each, DictionaryObject):
                    _dictionary(each, found, forms)
    except Unfit:
        found.unread.append(f"{where}notes, bookmarks and forms")
    for form in forms if pages else ():
        if found.is_late:
            found.unread.append(f"{where}drawings with text")
            break
        _form(pages[0], form, found, where)


def _dictionary(each: DictionaryObject, found: _Found, forms: list[StreamObject]) -> None:
    kind, sort = text_under(each, "/Type"), text_under(each, "/Subtype")
    if isinstance(each, StreamObject):
        if kind == "/Metadata":
            found.properties += xml_words.loose(each.get_data())
        elif sort == "/Form":
            forms.append(each)
        elif sort == "/Image":
            found.pictures += 1
    if "/Dests" in each and isinstance(each["/Dests"], DictionaryObject):
        found.body += (key.removeprefix("/") for key in dict(each["/Dests"]))
    if sort == "/Type0" and "/ToUnicode" not in each:
        found.fonts += 1


def _form(page: PageObject, form: StreamObject, found: _Found, where: str) -> None:
    """Read text that is drawn apart: how a note or a field looks, what no page draws any more."""
    try:
        with within_limits():
            found.body.append(page.extract_xform_text(cast("EncodedStreamObject", form)))
            found.body += _instead(form.get_data())
    except Unfit:
        found.unread.append(f"{where}a drawing with text")


def _text(each: object) -> str:
    if isinstance(each, TextStringObject):
        return str(each)
    return each.decode("latin-1") if isinstance(each, ByteStringObject) else ""
