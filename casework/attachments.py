"""Files that people give us, judged by what is in them and not by what they are called."""

import hashlib
import io
import zipfile
from dataclasses import dataclass
from pathlib import PurePath

import filetype
from django.core.files.base import ContentFile

LARGEST = 10 * 1024 * 1024
LARGEST_UNPACKED = 100 * 1024 * 1024

ENDINGS = {
    "application/pdf": (".pdf",),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": (".docx",),
    "image/png": (".png",),
    "image/jpeg": (".jpg", ".jpeg"),
}
ACCEPTED = "a PDF, a Word document (.docx), a PNG or a JPEG"


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


def check(filename: str, data: bytes) -> Checked:
    """Return the file if its content is of an accepted kind; raise BadFile, naming it, if not."""
    name = PurePath(filename.replace("\\", "/")).name
    if not data:
        raise BadFile(f"“{name}” is empty. Choose a file with something in it.")
    if len(data) > LARGEST:
        most = LARGEST // 1024 // 1024
        raise BadFile(f"“{name}” is larger than {most} MB. Choose a smaller one.")
    media_type = _kind(data)
    if PurePath(name).suffix.lower() not in ENDINGS.get(media_type, ()):
        raise BadFile(f"“{name}” is not, by its content, {ACCEPTED} with the ending to match.")
    _whole(name, media_type, data)
    return Checked(name, media_type, data)


def _kind(data: bytes) -> str:
    found = filetype.guess(data)
    return str(found.mime) if found else ""


def _whole(name: str, media_type: str, data: bytes) -> None:
    if media_type == "application/pdf" and b"%%EOF" not in data[-2048:]:
        raise BadFile(f"“{name}” is cut off: the end of the PDF is missing. Save it again.")
    if media_type.endswith("wordprocessingml.document"):
        _sound_word_file(name, data)


def _sound_word_file(name: str, data: bytes) -> None:
    try:
        parts = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except zipfile.BadZipFile:
        raise BadFile(f"“{name}” is cut off or damaged. Save it again.") from None
    names = {part.filename for part in parts}
    if sum(part.file_size for part in parts) > LARGEST_UNPACKED:
        raise BadFile(f"“{name}” unpacks to more than a letter can hold. Save it as a PDF.")
    if any(part.endswith("vbaProject.bin") for part in names):
        raise BadFile(f"“{name}” holds macros. Save it without them, or as a PDF.")
