"""The words of a file."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """All words found in a file, shown or not, and the places that could not be read.

    `body` is what is in the pages and hangs on them; `properties` is what the file says of itself.
    `unread` names each place in which there can be words that nobody has read, such as a picture.
    `is_scan` is true where the pages have no words at all.
    """

    body: str
    properties: str
    unread: tuple[str, ...] = ()
    is_scan: bool = False


def joined(lines: list[str]) -> str:
    """Return the lines that are not empty, each once, as one text."""
    return "\n".join(dict.fromkeys(line.strip() for line in lines if line.strip()))


def has_word(text: str) -> bool:
    """Whether there is a letter or a figure in a text."""
    return any(map(str.isalnum, text))
