"""Packed files (ZIP), on which Word, OpenDocument and Excel build: opened within limits.

An unpacked size is what the file itself says; zipfile never unpacks more of a part than that.
"""

import io
import zipfile
from typing import TYPE_CHECKING
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from casework.files.unfit import DAMAGED, LOCKED, Unfit

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

MEGABYTE = 1024 * 1024
LARGEST_XML = 10 * MEGABYTE  # all parts together: a few seconds of reading at worst
SMALL = MEGABYTE  # a part below this is no bomb, however well it packs
MOST_PACKED = 100  # times smaller than unpacked
MOST_PARTS = 2000
PACKED = b"PK\x03\x04"
OLE = bytes.fromhex("d0cf11e0a1b11ae1")
PROGRAM = b"MZ"  # of Windows
OLE_LOCKED = "EncryptedPackage".encode("utf-16-le")
LOCKED_FLAG = 1
XML_ENDINGS = (".xml", ".rels", ".vml")


def opened(data: bytes, largest: int, largest_xml: int = LARGEST_XML) -> zipfile.ZipFile:
    """Return the packed file; raise Unfit if it is damaged, locked or unpacks to too much."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    # NotImplementedError is of a version of packing that zipfile does not know
    except (zipfile.BadZipFile, NotImplementedError, ValueError):
        raise Unfit(DAMAGED) from None
    parts = archive.infolist()
    names = {part.filename for part in parts}
    if len(names) < len(parts) or not all(map(_usual, parts)):
        raise Unfit(DAMAGED)
    if any(part.flag_bits & LOCKED_FLAG for part in parts):
        raise Unfit(LOCKED)
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > largest:
        raise Unfit("unpacks to more than such a file can hold. Save it again as a smaller one.")
    if any(map(_bomb, parts)):
        raise Unfit("is packed as no program packs it. Save it again in another program.")
    if sum(part.file_size for part in parts if is_xml(part.filename)) > largest_xml:
        raise Unfit("holds more text and layout than can be read. Split it in several.")
    return archive


def _usual(part: zipfile.ZipInfo) -> bool:
    return part.compress_type in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}


def _bomb(part: zipfile.ZipInfo) -> bool:
    return part.file_size > max(SMALL, MOST_PACKED * part.compress_size)


def is_xml(name: str) -> bool:
    """Whether a part is XML, by its name."""
    return name.lower().endswith(XML_ENDINGS)


def intact(archive: zipfile.ZipFile) -> None:
    """Raise Unfit if a part does not unpack to what was packed, or is itself a packed file."""
    for name in archive.namelist():
        if part_of(archive, name).startswith((PACKED, OLE, PROGRAM)):
            raise Unfit(f"holds another file ({clipped(name)}). Save it again without that.")


def part_of(archive: zipfile.ZipFile, name: str) -> bytes:
    """Return a part; raise Unfit if it does not unpack."""
    try:
        return archive.read(name)
    except Exception as error:  # zlib, struct and zipfile have each their own
        raise Unfit(DAMAGED) from error


def parsed(archive: zipfile.ZipFile, name: str) -> "Element":
    """Return the root of a part of XML; raise Unfit if it is none, or declares entities."""
    try:
        return fromstring(part_of(archive, name), forbid_dtd=True)
    except DefusedXmlException:
        raise Unfit(
            f"declares entities in {clipped(name)}, as no office program does. "
            "Open it, copy its text to a new file and send that."
        ) from None
    except (ParseError, ValueError, LookupError):
        raise Unfit(DAMAGED) from None


def not_ole(data: bytes, way_out: str) -> None:
    """Raise Unfit for a file of old Office programs, and for a new one under a password."""
    if data.startswith(OLE):
        locked = OLE_LOCKED in data
        raise Unfit(LOCKED if locked else f"is in a format of old Office programs. {way_out}")


def clipped(text: str, most: int = 60) -> str:
    """Return a text from somebody's file, short enough to be shown in a sentence."""
    plain = " ".join("".join(c if c.isprintable() else " " for c in text[: 10 * most]).split())
    return plain if len(plain) <= most else f"{plain[:most]}…"
