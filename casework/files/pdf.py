"""PDFs: whether one opens, is not too long, and does nothing when it is opened.

pypdf repairs what it can; what it cannot read is refused. Its own limits against made-up files
are set lower here.
"""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from pypdf import PdfReader, apply_configuration
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, PdfObject

from casework.files.archives import MEGABYTE
from casework.files.links import is_plain
from casework.files.unfit import Unfit

MOST_PAGES = 200
MOST_OBJECTS = 400_000
END = b"%%EOF"
LAST_BYTES = 2048  # in which the end is looked for: some programs write a little after it
PRINT_AGAIN = "Print it to PDF again, and send that."
LIMITS: dict[str, Any] = {
    "zlib_maximum_output_length": 30 * MEGABYTE,
    "lzw_maximum_output_length": 30 * MEGABYTE,
    "run_length_maximum_output_length": 30 * MEGABYTE,
    "array_based_stream_maximum_output_length": 30 * MEGABYTE,
    "stream_decoding_work_maximum_length": 60 * MEGABYTE,
    "stream_parsing_work_maximum_count": 150_000,
    "page_tree_maximum_entries": 10_000,
    "page_tree_maximum_page_entries": 100_000,
}
DOES = {  # actions that do more than lead somewhere
    "/JavaScript": "a script",
    "/Launch": "a command to start a program",
    "/ImportData": "a command to read another file",
    "/SubmitForm": "a command to send what is filled in",
    "/Rendition": "a film or sound",
    "/Movie": "a film or sound",
    "/Sound": "a film or sound",
    "/GoToE": "another file",
    "/GoToR": "a link to a file elsewhere",
}
HOLDS = {  # kinds of annotation
    "/FileAttachment": "another file",
    "/RichMedia": "a film or sound",
    "/Movie": "a film or sound",
    "/Sound": "a film or sound",
    "/Screen": "a film or sound",
    "/3D": "a model in three dimensions",
}
KEYS = {
    "/JS": "a script",
    "/JavaScript": "a script",
    "/EmbeddedFiles": "another file",
    "/EF": "another file",
    "/XFA": "a form of an old kind",
}


def fit(data: bytes) -> None:
    """Raise Unfit if a PDF is cut off, damaged, locked, too long, or holds more than pages."""
    if END not in data[-LAST_BYTES:]:
        raise Unfit("is cut off: the end of the PDF is missing. Save it again.")
    with within_limits():
        _fit(PdfReader(io.BytesIO(data)))


@contextmanager
def within_limits() -> Iterator[None]:
    """Let pypdf read within LIMITS, and make whatever it raises Unfit.

    On damaged files it raises all that Python does.
    """
    with apply_configuration(**LIMITS):
        try:
            yield
        except Unfit:
            raise
        except Exception as error:  # pypdf lets through whatever a damaged object raises
            raise Unfit(f"does not open as a PDF. {PRINT_AGAIN}") from error


def _fit(reader: PdfReader) -> None:
    if reader.is_encrypted:
        raise Unfit(f"is protected by a password, or against changes. {PRINT_AGAIN}")
    pages = reader.get_num_pages()
    if pages > MOST_PAGES:
        raise Unfit(f"has {pages} pages. Split it: {MOST_PAGES} can be read.")
    if not pages:
        raise Unfit(f"has no pages. {PRINT_AGAIN}")
    for page in reader.pages:
        page.get_contents()
    for found in objects(reader.trailer):
        more = _more_than_pages(found) if isinstance(found, DictionaryObject) else ""
        if more:
            raise Unfit(f"holds {more}. {PRINT_AGAIN}")


def _more_than_pages(found: DictionaryObject) -> str:
    """Return what a dictionary holds that no paper needs, or nothing."""
    does = DOES.get(text_under(found, "/S"), "")
    holds = HOLDS.get(text_under(found, "/Subtype"), "")
    leads = "" if is_plain(text_under(found, "/URI")) else "a link to a file elsewhere"
    return does or holds or leads or next((KEYS[key] for key in KEYS if key in found), "")


def text_under(found: DictionaryObject, key: str) -> str:
    """Return a value of a dictionary as text, wherever in the file it stands; "" if none."""
    return str(found[key]) if key in found else ""


def objects(root: PdfObject) -> Iterator[PdfObject]:
    """Yield every object that can be reached from this one, each once, in no certain order.

    Raises Unfit if there are far too many.
    """
    seen: set[tuple[int, int]] = set()
    left: list[PdfObject] = [root]
    count = 0
    while left:
        found = left.pop()
        if isinstance(found, IndirectObject):
            place = (found.idnum, found.generation)
            if place not in seen:
                seen.add(place)
                left.append(found.get_object() or DictionaryObject())
            continue
        count += 1
        if count > MOST_OBJECTS:
            raise Unfit(f"is made of far more objects than a paper. {PRINT_AGAIN}")
        yield found
        if isinstance(found, DictionaryObject):
            left.extend(found.values())
        elif isinstance(found, ArrayObject):
            left.extend(found)
