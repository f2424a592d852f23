"""OpenDocument texts (.odt): whether one is whole, and holds nothing that acts or is fetched."""

import zipfile
from typing import TYPE_CHECKING

from casework.files.archives import clipped, intact, is_xml, parsed, part_of
from casework.files.links import is_inside, is_plain
from casework.files.unfit import LOCKED, Unfit
from casework.files.word import AS_PDF

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

KIND = "application/vnd.oasis.opendocument.text"
MIMETYPE, CONTENT, MANIFEST = "mimetype", "content.xml", "META-INF/manifest.xml"
MACROS = ("basic/", "scripts/")
SCRIPTS = {"script", "event-listener", "events"}
OBJECTS = {
    "object-ole", "plugin", "applet", "floating-frame", "dde-source", "dde-connection",
    "dde-connection-decl",
}  # fmt: skip
LINKS = {"a", "template", "resource"}  # followed by hand, or only named
HREF = "{http://www.w3.org/1999/xlink}href"


def is_text(archive: zipfile.ZipFile) -> bool:
    """Whether a packed file says that it is an OpenDocument text."""
    names = archive.namelist()
    return MIMETYPE in names and part_of(archive, MIMETYPE).strip() == KIND.encode()


def fit(archive: zipfile.ZipFile) -> None:
    """Raise Unfit if a text is damaged or locked, holds macros or objects, or fetches anything."""
    names = archive.namelist()
    if CONTENT not in names or MANIFEST not in names:
        raise Unfit("lacks a part of what makes an OpenDocument text. Save it again.")
    if any(_name(each) == "encryption-data" for each in parsed(archive, MANIFEST).iter()):
        raise Unfit(LOCKED)
    if any(name.lower().startswith(MACROS) for name in names):
        raise Unfit(f"holds macros. Save it without them, or as a PDF. {AS_PDF}")
    for name in names:
        if is_xml(name) and (archive.getinfo(name).file_size or name == CONTENT):
            _no_fetching(parsed(archive, name))
    intact(archive)


def _no_fetching(root: "Element") -> None:
    for element in root.iter():
        name, target = _name(element), element.get(HREF, "")
        if name in SCRIPTS:
            raise Unfit("holds macros. Save it without them, or as a PDF.")
        if name in OBJECTS:
            raise Unfit(f"holds an object of another program. {AS_PDF}")
        if not (is_plain(target) if name in LINKS else is_inside(target)) and name != "template":
            raise Unfit(f"fetches something from elsewhere ({clipped(target)}). {AS_PDF}")


def _name(element: "Element") -> str:
    return element.tag.rpartition("}")[2]
