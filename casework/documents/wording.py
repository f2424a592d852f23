"""The wording of letters: paragraphs with named fields, read from templates/letters.

A file <key>.<language>.txt holds sections, each begun by a line such as [opening], of paragraphs
parted by blank lines. A line that starts with # is a comment. A field is {name} and nothing
else: there is no logic, and what stands in its place is never itself read for fields.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from casework.documents.missing import MissingFact

LETTERS = Path(__file__).parents[2] / "templates" / "letters"

Fact = str | int | None  # a date is written out by whoever knows the letter's language

_SECTION = re.compile(r"\[([a-z][a-z0-9_]*)\]")
_FIELD = re.compile(r"\{([a-z][a-z0-9_]*)\}")


class WordingError(ValueError):
    """The wording itself is at fault; says which file and how."""


@dataclass(frozen=True)
class Wording:
    """The wording of one letter in one language: the paragraphs of each section, in order."""

    key: str
    language: str
    sections: Mapping[str, tuple[str, ...]]

    @property
    def name(self) -> str:
        """The name of the file it is kept in."""
        return f"{self.key}.{self.language}.txt"

    def paragraphs(self, section: str, **facts: Fact) -> list[str]:
        """Return the paragraphs of `section` with `facts` in the place of its fields.

        Raises MissingFact when a fact is absent, None or blank, WordingError when there is no
        such section. Facts that the section does not ask for are left aside.
        """
        return [self._filled(text, facts) for text in self._section(section)]

    def line(self, section: str, **facts: Fact) -> str:
        """Return the one paragraph of `section`, filled; WordingError when it has more."""
        if len(self._section(section)) != 1:
            raise WordingError(f"{self.name}: [{section}] must be one paragraph.")
        return self.paragraphs(section, **facts)[0]

    def fields(self) -> frozenset[str]:
        """Return the name of every field in every section."""
        texts = [text for section in self.sections.values() for text in section]
        return frozenset(name for text in texts for name in _FIELD.findall(text))

    def check(self, allowed: Collection[str]) -> None:
        """Raise WordingError, naming them, if there are fields that `allowed` does not have."""
        if unknown := sorted(self.fields() - set(allowed)):
            raise WordingError(f"{self.name}: unknown field {', '.join(unknown)}.")

    def _section(self, section: str) -> tuple[str, ...]:
        if section not in self.sections:
            raise WordingError(
                f"{self.name}: there is no section [{section}]; it has {', '.join(self.sections)}."
            )
        return self.sections[section]

    def _filled(self, text: str, facts: Mapping[str, Fact]) -> str:
        return _FIELD.sub(lambda field: self._fact(field[1], facts), text)

    def _fact(self, name: str, facts: Mapping[str, Fact]) -> str:
        value = facts.get(name)
        if value is None or not str(value).strip():
            raise MissingFact(name, self.key)
        return str(value)


def parse(text: str, key: str, language: str = "en") -> Wording:
    """Return the wording written in `text`; WordingError says which line is at fault, and how."""
    sections: dict[str, list[str]] = {}
    lines: list[str] | None = None
    for number, line in enumerate(text.splitlines(), start=1):
        if line.startswith("#"):
            continue
        if fault := _fault(line, lines, sections):
            raise WordingError(f"{key}.{language}.txt, line {number}: {fault}.")
        if line.startswith("["):
            lines = sections.setdefault(line.strip("[] "), [])
        elif lines is not None:
            lines.append(line)
    texts = {section: _joined(lines) for section, lines in sections.items()}
    if empty := [section for section in texts if not texts[section]]:
        raise WordingError(f"{key}.{language}.txt: nothing is said in [{empty[0]}].")
    return Wording(key, language, texts)


def _fault(line: str, lines: list[str] | None, sections: Collection[str]) -> str:
    """Return what is wrong with `line`, if anything is."""
    heading = _SECTION.fullmatch(line.rstrip())
    if line.startswith("[") and not heading:
        return f"{line} is not the name of a section"
    if heading and heading[1] in sections:
        return f"there are two sections {line}"
    if line.strip() and not heading and lines is None:
        return "text comes before the first section"
    if "{" in (rest := _FIELD.sub("", line)) or "}" in rest:
        return "a brace is not part of a field such as {name}"
    return ""


def _joined(lines: list[str]) -> tuple[str, ...]:
    """Return the paragraphs that blank lines part, each on one line."""
    parts = "\n".join(line.strip(" \t") for line in lines).split("\n\n")
    return tuple(part.strip("\n").replace("\n", " ") for part in parts if part.strip())


@cache
def wording(key: str, language: str = "en", folder: Path = LETTERS) -> Wording:
    """Return the wording of the letter `key` in `language`, read once.

    Raises WordingError when there is no such file or it is at fault.
    """
    file = folder / f"{key}.{language}.txt"
    if not file.is_file():
        raise WordingError(f"There is no wording {file.name}.")
    return parse(file.read_text(encoding="utf-8"), key, language)
