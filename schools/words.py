"""Free text made comparable: how names are matched, whatever the accents, case or punctuation."""

import re
import unicodedata

APOSTROPHES = str.maketrans("", "", "'`\u2018\u2019\u00b4")


def plain(text: str) -> str:
    """Return the text's words in lower case, without accents or apostrophes, one space apart."""
    lowered = text.translate(APOSTROPHES).casefold()
    if not lowered.isascii():
        lowered = _without_accents(lowered)
    return " ".join(re.findall(r"[^\W_]+", lowered))


def _without_accents(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
