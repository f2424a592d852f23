"""Word documents (.docx): whether one is whole, and holds nothing that acts or is fetched."""

import re
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING

from casework.files.archives import clipped, intact, is_xml, parsed
from casework.files.links import is_plain
from casework.files.unfit import DAMAGED, Unfit

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

CONTENT_TYPES = "[Content_Types].xml"
RELATIONS = "_rels/.rels"
MAIN = "wordprocessingml.document.main+xml"
AS_PDF = "Save it as a PDF, and send that."
MACROS = re.compile(r"vbaProject|vbaData|macroEnabled", re.IGNORECASE)
OBJECTS = ("oleObject", "package", "control", "activeXControlBinary", "aFChunk", "subDocument")
FETCHES = re.compile(
    r"^\s*(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK)\b", re.IGNORECASE | re.MULTILINE
)


def is_word(archive: zipfile.ZipFile) -> bool:
    """Whether a packed file says that it is a Word document or, with macros, nearly one."""
    if CONTENT_TYPES not in archive.namelist():
        return False
    types = (part.get("ContentType", "") for part in parsed(archive, CONTENT_TYPES).iter())
    return any(MAIN in kind or "word.document.macroEnabled" in kind for kind in types)


def fit(archive: zipfile.ZipFile) -> None:
    """Raise Unfit if a Word document is damaged, holds macros or objects, or fetches anything."""
    types = parsed(archive, CONTENT_TYPES)
    kinds = [part.get("ContentType", "") for part in types.iter()]
    if any(map(MACROS.search, [*archive.namelist(), *kinds])):
        raise Unfit("holds macros. Save it without them (.docx), or as a PDF.")
    names = archive.namelist()
    parts = {name: parsed(archive, name) for name in names if is_xml(name)}
    if _main(parts) not in parts:
        raise Unfit(f"lacks the text itself. {DAMAGED.partition('. ')[2]}")
    for name, root in parts.items():
        if name.endswith(".rels"):
            _no_fetching(root)
        elif FETCHES.search(_instructions(root)):
            raise Unfit(f"holds a field that fetches something from elsewhere. {AS_PDF}")
    intact(archive)


def _main(parts: "dict[str, Element]") -> str:
    """Return the path of the part with the text, as the document names it."""
    relations = parts[RELATIONS].iter() if RELATIONS in parts else iter(())
    kinds = {each.get("Type", "").rpartition("/")[2]: each.get("Target", "") for each in relations}
    return kinds.get("officeDocument", "").lstrip("/")


def _no_fetching(relations: "Element") -> None:
    for each in relations.iter():
        kind, target = each.get("Type", "").rpartition("/")[2], each.get("Target", "")
        outside = each.get("TargetMode", "").lower() == "external"
        if kind in OBJECTS:
            raise Unfit(f"holds an object of another program ({clipped(target)}). {AS_PDF}")
        if outside and not (kind == "hyperlink" and is_plain(target)):
            raise Unfit(f"fetches something from elsewhere ({clipped(target)}). {AS_PDF}")


def _instructions(root: "Element") -> str:
    """Return what the fields of a part are told to do; in the text it can be cut anywhere."""
    return "".join(_each_instruction(root))


def _each_instruction(root: "Element") -> Iterator[str]:
    for element in root.iter():
        name = element.tag.rpartition("}")[2]
        if name in {"instrText", "delInstrText"}:
            yield element.text or ""
        elif name == "fldChar":
            yield "\n"
        elif name == "fldSimple":
            yield from ("\n", *element.attrib.values(), "\n")
