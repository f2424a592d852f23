"""Names taken out of what people wrote, for a reader from whom they are hidden."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from casework.reading import plainly

HIDDEN = "[name hidden]"
JOINT = r"['\u2019\-\u2010\u2011]"
WORD = re.compile(rf"[^\W\d_]+(?:{JOINT}[^\W\d_]+)*")
SHORTEST = 3  # letters: a shorter part of a name, as in O'Neill, is no name by itself


def plain(word: str) -> str:
    """Return a word without capitals and accents, as names are compared.

    >>> plain("Zoë"), plain("ŁUKASZ")
    ('zoe', 'lukasz')
    """
    return plainly(word.replace("\u2019", "'"))


def surnames(name: str) -> list[str]:
    """Return the words by which somebody of this name is known: all but the first given name.

    Of what stands before a comma, the first too. What stands between in small letters is none.

    >>> surnames("Jane Mary Vrellosk MBE"), surnames("Vrellosk, Jane"), surnames("Jo van Osk")
    (['Mary', 'Vrellosk', 'MBE'], ['Vrellosk', 'Jane'], ['Osk'])
    """
    words = WORD.findall(unicodedata.normalize("NFC", name))
    known = words if "," in name else words[1:] or words
    return [word for word in known if not word.islower()] or known[-1:]


class Hidden:
    """Names that are hidden: the words by which somebody is known, and those that go with them.

    What `surnames` gives is hidden wherever it stands; the other names, where they stand before it.
    """

    def __init__(self, names: Iterable[str]) -> None:
        every = [name for name in names if name.strip()]
        self.surnames = {part for name in every for word in surnames(name) for part in _parts(word)}
        self.given = {plain(word) for name in every for word in WORD.findall(name)}

    def are_in(self, value: Any) -> bool:
        """Return whether a text, or any text in what JSON can hold, has one of the surnames."""
        return any(self._stand_in(text) for text in _texts(value))

    def out_of(self, value: Any) -> Any:
        """Return a text, or what JSON can hold, without them."""
        if isinstance(value, str):
            return self._out_of_text(value) if self.are_in(value) else value
        if isinstance(value, Mapping):
            return {key: self.out_of(each) for key, each in value.items()}
        return [self.out_of(each) for each in value] if isinstance(value, list) else value

    def _stand_in(self, text: str) -> bool:
        """Return whether a surname stands in the text. Its letters are looked for first: fast."""
        letters = plain(text)
        maybe = any(surname in letters for surname in self.surnames)
        return maybe and any(map(self._is_surname, _words_of(text)))

    def _out_of_text(self, text: str) -> str:
        text = _shown(text)
        kept: list[str] = []
        end, words = 0, list(WORD.finditer(text))
        for place, word in enumerate(words):
            if self._is_surname(word[0]):
                start = self._first_of(words[:place], word.start())
                kept += [text[end:start], HIDDEN]
                end = word.end()
        return "".join([*kept, text[end:]])

    def _first_of(self, before: list[re.Match[str]], start: int) -> int:
        """Return where the given names begin that stand right before a surname."""
        for word in reversed(before):
            if plain(word[0]) not in self.given or start - word.end() > 1:
                break
            start = word.start()
        return start

    def _is_surname(self, word: str) -> bool:
        return not self.surnames.isdisjoint(_parts(word))


def _parts(word: str) -> set[str]:
    """Return the word, and each part of it that could stand for it, as in Vrell-Osk or Vrell's."""
    parts = {plain(part) for part in re.split(JOINT, word) if len(part) >= SHORTEST}
    return {plain(word), *parts}


def _words_of(text: str) -> Iterator[str]:
    yield from WORD.findall(_shown(text))


def _shown(text: str) -> str:
    """Return the text without the signs that nobody sees, by which a word could be broken."""
    whole = unicodedata.normalize("NFC", text)
    return "".join(c for c in whole if unicodedata.category(c) != "Cf")


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from _texts(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _texts(each)
