"""A paper as typed blocks: what it says and in what order, with nothing about how it looks.

All text is cleaned as a block is made, so whatever a paper holds can be written as XML, HTML
and JSON. A line break in a text is kept; blank lines part paragraphs.
"""

import hashlib
import json
import re
from abc import ABC, abstractmethod
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any, Self, get_args

_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
# What XML cannot hold (most control characters, lone surrogates, two non-characters), and the
# other control characters, which nobody means to type.
_UNWRITABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_BLANK_LINES = re.compile(r"\n(?:[^\S\n]*\n)+")


def clean(text: str) -> str:
    r"""Return `text` as typed, with every kind of line break as \n and control characters gone."""
    return _UNWRITABLE.sub("", _BREAKS.sub("\n", text))


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of `text`, which blank lines part; none for a blank text."""
    return [part.strip("\n") for part in _BLANK_LINES.split(text) if part.strip()]


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list | tuple):
        return tuple(_cleaned(item) for item in value)
    return value


@dataclass(frozen=True)
class _Clean:
    """Texts are cleaned and lists made into tuples as the thing is made."""

    def __post_init__(self) -> None:
        for field in fields(self):
            object.__setattr__(self, field.name, _cleaned(getattr(self, field.name)))


@dataclass(frozen=True)
class _Block(_Clean, ABC):
    @property
    def kind(self) -> str:
        """The name of the block in JSON and in templates, such as "pagebreak"."""
        return type(self).__name__.lower()

    @abstractmethod
    def plain(self) -> list[str]:
        """Return what the block says, as lines of plain text."""


@dataclass(frozen=True)
class Title(_Block):
    """The name of a paper that is not a letter, at its head."""

    text: str

    def plain(self) -> list[str]:
        return [self.text]


@dataclass(frozen=True)
class Heading(_Block):
    """A heading: level 1 for a letter's subject or a paper's section, 2 and 3 below it."""

    text: str
    level: int = 1

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.level not in (1, 2, 3):
            raise ValueError(f"A heading has level 1, 2 or 3, not {self.level}.")

    def plain(self) -> list[str]:
        return [self.text]


@dataclass(frozen=True)
class Paragraph(_Block):
    """Body text: one paragraph, or several parted by blank lines. A note is set small."""

    text: str
    strong: bool = False
    note: bool = False

    @property
    def parts(self) -> list[str]:
        """The paragraphs of the text."""
        return paragraphs(self.text)

    def plain(self) -> list[str]:
        return self.parts


@dataclass(frozen=True)
class Bullets(_Block):
    """A list in no order."""

    items: tuple[str, ...]

    def plain(self) -> list[str]:
        return [f"• {item}" for item in self.items]


@dataclass(frozen=True)
class Numbered(_Block):
    """A list numbered from 1."""

    items: tuple[str, ...]

    def plain(self) -> list[str]:
        return [f"{number}. {item}" for number, item in enumerate(self.items, start=1)]


@dataclass(frozen=True)
class Marking(_Block):
    """What a paper is, or is not, and who may read it: "Private and confidential"."""

    text: str

    def plain(self) -> list[str]:
        return [self.text]


@dataclass(frozen=True)
class Letterhead(_Block):
    """Whom a paper comes from: the name, then lines of address."""

    lines: tuple[str, ...]

    def plain(self) -> list[str]:
        return list(self.lines)


@dataclass(frozen=True)
class Reference(_Block):
    """Labels and values at the head of a paper: our reference, the date."""

    pairs: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, own: str) -> Self:
        """Return our reference, and the date, which the paper gets when it is issued."""
        return cls((("Our reference", own), (DATE, ON_ISSUE)))

    def plain(self) -> list[str]:
        return [f"{label}: {value}" for label, value in self.pairs]


@dataclass(frozen=True)
class Addressee(_Block):
    """Whom a letter is written to: name, office, address, line by line."""

    lines: tuple[str, ...]

    def plain(self) -> list[str]:
        return list(self.lines)


@dataclass(frozen=True)
class Salutation(_Block):
    """How a letter greets its reader, in full: "Dear Mr Hale"."""

    text: str

    def plain(self) -> list[str]:
        return [self.text]


@dataclass(frozen=True)
class Facts(_Block):
    """A table of labels and values, each label the header of its row."""

    rows: tuple[tuple[str, str], ...]

    def __post_init__(self) -> None:
        super().__post_init__()
        if not self.rows:
            raise ValueError("A table of facts needs at least one row.")

    def plain(self) -> list[str]:
        return [f"{label}: {value}" for label, value in self.rows]


@dataclass(frozen=True)
class Table(_Block):
    """A table with a caption and a header row. `widths` are shares of the line, as 3, 1, 1."""

    caption: str
    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        super().__post_init__()
        columns = {len(self.headers), *map(len, self.rows), len(self.widths or self.headers)}
        if columns != {len(self.headers)} or not self.headers:
            raise ValueError(f"The table “{self.caption}” needs a cell for each of its headers.")

    def plain(self) -> list[str]:
        return [self.caption, *(" | ".join(row) for row in (self.headers, *self.rows))]


@dataclass(frozen=True)
class Signature(_Block):
    """A close, with space to sign and to date, over name, role and organisation."""

    name: str
    role: str
    organisation: str
    closing: str = "Yours sincerely"

    @property
    def signatory(self) -> list[str]:
        """Role and organisation, without those that are empty."""
        return [line for line in (self.role, self.organisation) if line]

    def plain(self) -> list[str]:
        return [self.closing, self.name, *self.signatory]


@dataclass(frozen=True)
class Copies(_Block):
    """Who else is sent the paper."""

    names: tuple[str, ...]

    def plain(self) -> list[str]:
        return [f"Copies: {'; '.join(self.names)}"]


@dataclass(frozen=True)
class PageBreak(_Block):
    """What follows begins a new page."""

    def plain(self) -> list[str]:
        return []


Block = (
    Title | Heading | Paragraph | Bullets | Numbered | Marking | Letterhead | Reference
    | Addressee | Salutation | Facts | Table | Signature | Copies | PageBreak
)  # fmt: skip
DATE, ON_ISSUE = "Date", "To be dated on issue"  # the date of a paper is the day of its issue

_BLOCKS: dict[str, type[Block]] = {block.__name__.lower(): block for block in get_args(Block)}


@dataclass(frozen=True, kw_only=True)
class Paper(_Clean):
    """One document. `kind` is its row in the registry; `dated` the date in its properties."""

    kind: str
    title: str
    author: str
    subject: str
    reference: str
    blocks: tuple[Block, ...]
    language: str = "en-GB"
    dated: date | None = None


def dated(paper: Paper, day: date) -> Paper:
    """Return `paper` with `day` as its date: in its properties and at its head."""
    blocks = tuple(_dated(b, day) if isinstance(b, Reference) else b for b in paper.blocks)
    return replace(paper, blocks=blocks, dated=day)


def _dated(block: Reference, day: date) -> Reference:
    written = f"{day:%-d %B %Y}"
    return Reference(
        tuple((label, written if label == DATE else value) for label, value in block.pairs)
    )


def to_json(paper: Paper) -> dict[str, Any]:
    """Return `paper` as what JSON can hold; `from_json` gives the same paper back."""
    return {
        **_values(paper),
        "blocks": [{"block": block.kind, **_values(block)} for block in paper.blocks],
        "dated": paper.dated.isoformat() if paper.dated else None,
    }


def from_json(data: dict[str, Any]) -> Paper:
    """Return the paper that `to_json` wrote; ValueError or TypeError for anything else."""
    dated = data.get("dated")
    blocks = tuple(_block(**values) for values in data["blocks"])
    return Paper(
        **{**data, "blocks": blocks, "dated": date.fromisoformat(dated) if dated else None}
    )


def _values(part: Paper | Block) -> dict[str, Any]:
    return {field.name: _listed(getattr(part, field.name)) for field in fields(part)}


def _listed(value: Any) -> Any:
    return [_listed(item) for item in value] if isinstance(value, tuple) else value


def _block(block: str, **values: Any) -> Block:
    if block not in _BLOCKS:
        raise ValueError(f"There is no block called {block!r}.")
    return _BLOCKS[block](**values)


def text_of(paper: Paper) -> list[str]:
    """Return all that the paper says, block by block, as lines of plain text."""
    return [line for block in paper.blocks for line in block.plain()]


def digest(paper: Paper) -> str:
    """Return the SHA-256, in hexadecimal, of the paper as JSON with sorted keys."""
    written = json.dumps(to_json(paper), sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(written.encode()).hexdigest()
