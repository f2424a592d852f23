"""A story file as it was written: texts, lists and mappings, each with the line it stands on.

YAML's own reading of plain words is left aside, because it takes `on` for true and `18:30` for
1110. Every scalar stays the text that was typed; what it means is for the reader of the story.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import yaml


class BadStory(ValueError):
    """A story that cannot be played as it is written: the file, the line, and what is wrong."""

    def __init__(self, file: str, line: int, sentence: str) -> None:
        super().__init__(f"{file}:{line}: {sentence}")
        self.file, self.line, self.sentence = file, line, sentence


@dataclass(frozen=True, slots=True)
class At:
    """A place in a file."""

    file: str
    line: int

    def wrong(self, sentence: str) -> BadStory:
        """Return the error to raise about what stands here."""
        return BadStory(self.file, self.line, sentence)


@dataclass(frozen=True, slots=True)
class Text:
    """A scalar, as typed. `quoted` says that an empty one was meant to be empty."""

    at: At
    text: str
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Items:
    """A list, in order."""

    at: At
    items: "tuple[Value, ...]"


@dataclass(frozen=True, slots=True)
class Table:
    """Keys with their values. `places` says where each key stands."""

    at: At
    values: "dict[str, Value]"
    places: dict[str, At]

    def __contains__(self, key: object) -> bool:
        return key in self.values


Value: TypeAlias = Text | Items | Table

BLOCKS = ("|", ">")


def read(path: Path) -> Value:
    """Return what stands in the file. Raise BadStory, with the line, if it is not good YAML."""
    start = At(str(path), 1)
    try:
        text = path.read_bytes().decode()
    except OSError as error:
        raise start.wrong(f"The file cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise _at_byte(start, path, error.start).wrong("This is not UTF-8.") from error
    return parse(text, str(path))


def parse(text: str, file: str) -> Value:
    """Return what stands in `text`, read from `file`. Raise BadStory if it is not good YAML."""
    try:
        _no_aliases(text, file)
        node = yaml.SafeLoader(text).get_single_node()
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise BadStory(file, line, f"This is not YAML: {error.problem}.") from error
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise BadStory(file, line, "There is a character here that YAML does not allow.") from error
    except RecursionError as error:
        raise BadStory(file, 1, "Lists or mappings stand too deep inside one another.") from error
    if node is None:
        raise BadStory(file, 1, "The file is empty.")
    return _value(node, file)


def _at_byte(start: At, path: Path, position: int) -> At:
    return At(start.file, path.read_bytes().count(b"\n", 0, position) + 1)


def _no_aliases(text: str, file: str) -> None:
    """A story says what it says where it says it; and an alias could contain itself."""
    for token in yaml.scan(text, Loader=yaml.SafeLoader):
        if isinstance(token, yaml.AliasToken):
            line = token.start_mark.line + 1
            raise BadStory(file, line, f"*{token.value}: write it out instead of referring to it.")


def _value(node: yaml.Node, file: str) -> Value:
    at = At(file, node.start_mark.line + 1)
    if isinstance(node, yaml.SequenceNode):
        return Items(at, tuple(_value(item, file) for item in node.value))
    if isinstance(node, yaml.MappingNode):
        return _table(node, at)
    typed, style = str(node.value), getattr(node, "style", None)
    return Text(at, typed.rstrip("\n") if style in BLOCKS else typed, quoted=style is not None)


def _table(node: yaml.MappingNode, at: At) -> Table:
    values: dict[str, Value] = {}
    places: dict[str, At] = {}
    for key_node, value_node in node.value:
        place = At(at.file, key_node.start_mark.line + 1)
        if not isinstance(key_node, yaml.ScalarNode):
            raise place.wrong("A key must be a word.")
        key = str(key_node.value)
        if key in values:
            raise place.wrong(f"“{key}” stands here a second time.")
        values[key], places[key] = _value(value_node, at.file), place
    return Table(at, values, places)


# What the readers of a story ask of a value


def text_of(value: Value) -> str:
    """Return the text of a scalar. Raise BadStory for anything else, or if nothing is there."""
    if not isinstance(value, Text):
        raise value.at.wrong("A text is wanted here, not a list or a mapping.")
    if not value.text.strip() and not value.quoted:
        raise value.at.wrong("Something is missing here.")
    return value.text


def items_of(value: Value) -> tuple[Value, ...]:
    """Return the items of a list; raise BadStory for anything else."""
    if not isinstance(value, Items):
        raise value.at.wrong("A list is wanted here, such as [C1, C2].")
    return value.items


def table_of(
    value: Value, *, known: frozenset[str] | None = None, needed: tuple[str, ...] = ()
) -> Table:
    """Return a mapping with no key that is not `known` and with each that is `needed`."""
    if not isinstance(value, Table):
        raise value.at.wrong("A mapping is wanted here, such as {name: value}.")
    for key, place in value.places.items():
        if known is not None and key not in known:
            raise place.wrong(f"“{key}” is not known here. {one_of(known)}")
    for key in needed:
        if key not in value:
            raise value.at.wrong(f"“{key}” is missing.")
    return value


def one_of(words: frozenset[str] | tuple[str, ...] | list[str]) -> str:
    """Say which words there are, in order of the alphabet."""
    return f"It is one of: {', '.join(sorted(words))}." if words else "There is none."
