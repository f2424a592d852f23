"""Files that people give us, judged by what is in them and not by what they are called."""

import hashlib
import zipfile
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import PurePath

import filetype
from django.core.files.base import ContentFile

from casework.files import opendocument, pdf, word
from casework.files.archives import MEGABYTE, PACKED, not_ole, opened
from casework.files.unfit import Unfit

LARGEST = 10 * MEGABYTE
LARGEST_UNPACKED = 100 * MEGABYTE

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ODT = opendocument.KIND
PNG, JPEG = "image/png", "image/jpeg"
ENDINGS = {
    PDF: (".pdf",),
    DOCX: (".docx",),
    ODT: (".odt",),
    PNG: (".png",),
    JPEG: (".jpg", ".jpeg"),
}
PAPERS = (PDF, DOCX, ODT)  # what has words that can be read
NAMES = {
    PDF: "a PDF",
    DOCX: "a Word document (.docx)",
    ODT: "an OpenDocument text (.odt)",
    PNG: "a PNG",
    JPEG: "a JPEG",
}


class BadFile(ValueError):
    """A file that is not kept. The message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A file that was checked: its own name, its true kind, its bytes and their SHA-256."""

    filename: str
    media_type: str
    data: bytes

    @property
    def size(self) -> int:
        """The size in bytes."""
        return len(self.data)

    @property
    def sha256(self) -> str:
        """The SHA-256 of the bytes."""
        return hashlib.sha256(self.data).hexdigest()

    @property
    def content(self) -> "ContentFile[bytes]":
        """The bytes, as a file field takes them."""
        return ContentFile(self.data, name=self.filename)


def named(kinds: Collection[str]) -> str:
    """Return these kinds of files in words, such as “a PDF or a PNG”."""
    *first, last = (name for kind, name in NAMES.items() if kind in kinds)
    return f"{', '.join(first)} or {last}" if first else last


ACCEPTED = named(ENDINGS)


def check(filename: str, data: bytes, kinds: Collection[str] = tuple(ENDINGS)) -> Checked:
    """Return the file if its content is of one of the kinds, whole, and does and fetches nothing.

    `kinds` narrows what is taken, as PAPERS does. Raises BadFile, naming the file, if it is not.
    """
    name = PurePath(filename.replace("\\", "/")).name
    try:
        return Checked(name, _sound(name, data, kinds), data)
    except Unfit as error:
        raise BadFile(f"“{name}” {error}") from error


def _sound(name: str, data: bytes, kinds: Collection[str]) -> str:
    """Return the media type of a file; raise Unfit if it is not one of these, or not sound."""
    if not data:
        raise Unfit("is empty. Choose a file with something in it.")
    if len(data) > LARGEST:
        raise Unfit(f"is larger than {LARGEST // MEGABYTE} MB. Choose a smaller one.")
    not_ole(data, "Save it as a PDF, and send that.")
    archive = opened(data, LARGEST_UNPACKED) if data.startswith(PACKED) else None
    media_type = _kind_of_packed(archive) if archive else _kind(data)
    endings = ENDINGS[media_type] if media_type in kinds else ()
    if PurePath(name).suffix.lower() not in endings:
        raise Unfit(f"is not, by its content, {named(kinds)} with the ending to match.")
    if media_type == PDF:
        pdf.fit(data)
    elif archive:
        (word if media_type == DOCX else opendocument).fit(archive)
    return media_type


def _kind(data: bytes) -> str:
    found = filetype.guess(data)
    return str(found.mime) if found else ""


def _kind_of_packed(archive: zipfile.ZipFile) -> str:
    if opendocument.is_text(archive):
        return ODT
    return DOCX if word.is_word(archive) else ""
