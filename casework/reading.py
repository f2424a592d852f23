"""Reads the words of a paper, to point out a name that was left in a copy meant to have none.

Missing a place is the failure that matters here, so everything is read that a program could show:
text under a black rectangle, hidden text, tracked deletions, comments, properties, what an earlier
version said. A picture cannot be read; Text.unread names each place that a person has to look at.
"""

import re
import unicodedata
from collections.abc import Iterable
from urllib.parse import unquote

from casework.attachments import DOCX, LARGEST_UNPACKED, ODT, PDF
from casework.files import office_words, pdf_words, xml_words
from casework.files.archives import opened
from casework.files.text import Text, joined
from casework.files.unfit import Unfit

MARKS = {"Mn", "Me", "Cf"}  # categories of Unicode: accents, soft hyphens, signs of no width
PLAIN = str.maketrans(
    {
        "ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "\u0131": "i",
        "ħ": "h", "ŧ": "t", "ŋ": "n",
    }
)  # fmt: skip
PIECE = re.compile(r"[^\W_]+")
CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
SPACED = re.compile(r"(?<!\S)(?:\S ){2,}\S(?!\S)")
LINE_BREAK = r"(?:-?[ \t]*[\r\n]\s*)?"  # within a word that ends on the next line
BETWEEN = r"[\W_]{0,40}"
NO_LETTER_BEFORE, NO_LETTER_AFTER = r"(?<![^\W\d_])", r"(?![^\W\d_])"


def text_of(media_type: str, data: bytes) -> Text:
    """Return the words of a file that `casework.attachments` has checked; raise nothing.

    Of a picture there are none, and of what cannot be read Text.unread says so.
    """
    if media_type == PDF:
        return pdf_words.words(data)
    if media_type in {DOCX, ODT}:
        try:
            return office_words.words(opened(data, LARGEST_UNPACKED))
        except Unfit:
            return Text("", "", ("the whole file",), is_scan=True)
    return Text("", joined(xml_words.metadata(data)), ("the picture",), is_scan=True)


def words_found(text: str, names: Iterable[str]) -> list[str]:
    """Return which of the names stand in the text as whole words, each once, in their order.

    Accents and case do not count, nor what stands between the parts of a name: spaces, hyphens,
    apostrophes, line ends, or nothing, as in the name of a file. A word can be cut by the end of
    a line, by soft hyphens and by signs of no width.
    """
    forms = _forms(text)
    found = (name for name in dict.fromkeys(names) if _is_in(name, forms))
    return list(found)


def _is_in(name: str, forms: Iterable[str]) -> bool:
    pieces = [LINE_BREAK.join(map(re.escape, piece)) for piece in PIECE.findall(plainly(name))]
    if not pieces:
        return False
    pattern = re.compile(f"{NO_LETTER_BEFORE}{BETWEEN.join(pieces)}{NO_LETTER_AFTER}")
    return any(map(pattern.search, forms))


def _forms(text: str) -> set[str]:
    """Return the text plainly written, and as it reads if its words run together or apart."""
    together = plainly(text)
    letters = SPACED.sub(lambda spaced: spaced.group().replace(" ", ""), together)
    return {together, letters, plainly(CAMEL.sub(" ", _bare(text))), plainly(unquote(text))}


def plainly(text: str) -> str:
    """Return a text without accents, capitals and signs that cannot be seen."""
    return _bare(text).casefold().translate(PLAIN)


def _bare(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text)
    return apart.translate({ord(c): None for c in set(apart) if unicodedata.category(c) in MARKS})
