"""The words of Word documents and OpenDocument texts: of every part of XML in the file.

So headers, footers, notes, comments with their authors, text boxes, tables, hidden text, tracked
changes, descriptions of pictures, where links lead, data of the document's own, and the names of
the parts themselves, such as a picture called after a person, are all among them.
"""

import zipfile
from typing import TYPE_CHECKING

from casework.files import xml_words
from casework.files.archives import clipped, is_xml, parsed, part_of
from casework.files.text import Text, has_word, joined
from casework.files.unfit import Unfit

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

PROPERTIES = ("docProps/", "meta.xml", "META-INF/")
OWN_DATA = ("docProps/custom.xml", "customXml/", "meta.xml")
LOOKS = ("word/fontTable.xml", "word/theme/", "[Content_Types].xml")
PICTURES = (
    ".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".emf", ".wmf", ".svg", ".webp",
    ".heic", ".emz", ".wmz",
)  # fmt: skip


def words(archive: zipfile.ZipFile) -> Text:
    """Return the words of a document that is a packed file."""
    body, properties, unread = list(archive.namelist()), [_comment(archive)], []
    is_scan = True
    for name in archive.namelist():
        try:
            found, root = _of_part(archive, name)
        except Unfit:
            unread.append(clipped(name))
            continue
        (properties if name.startswith(PROPERTIES) else body).extend(found)
        if root is not None:
            is_scan = is_scan and not any(map(has_word, xml_words.shown(root)))
        if name.lower().endswith(PICTURES):
            unread.append(f"the picture {clipped(name)}")
    return Text(joined(body), joined(properties), tuple(unread), is_scan)


def _of_part(archive: zipfile.ZipFile, name: str) -> "tuple[list[str], Element | None]":
    data = part_of(archive, name)
    if not is_xml(name) or name.startswith(LOOKS) or not data:
        return xml_words.metadata(data), None
    root = parsed(archive, name)
    return xml_words.words(root, every_attribute=name.startswith(OWN_DATA)), root


def _comment(archive: zipfile.ZipFile) -> str:
    notes = [archive.comment, *(part.comment for part in archive.infolist())]
    return "\n".join(note.decode("utf-8", "replace") for note in notes if note)
