"""What a letter is: what it is about, the facts its wording may use, its blocks."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

from accounts.models import User
from casework.documents.blocks import (
    Block,
    Bullets,
    Heading,
    Letterhead,
    Marking,
    Paper,
    Paragraph,
    Signature,
)
from casework.documents.legal import Basis, printed
from casework.documents.missing import MissingFact
from casework.documents.party import Party
from casework.documents.registry import Kind, Subject, to_all
from casework.documents.wording import Fact, Wording, wording
from law.base import Rule


class OfACase(Protocol):
    """What a letter asks of a position."""

    @property
    def case(self) -> Any: ...
    @property
    def school(self) -> Any: ...


P = TypeVar("P", bound=OfACase)
Known = TypeVar("Known")
Row = TypeVar("Row")
Facts = Mapping[str, Fact]


@dataclass(frozen=True, slots=True)
class Draft(Generic[P]):
    """A paper being composed: the position it is about, its reference, and its wording filled."""

    p: P
    key: str
    reference: str
    facts: Facts

    @property
    def _wording(self) -> Wording:
        return wording(self.key)

    def need(self, value: Known | None, name: str) -> Known:
        """Return `value`, or raise MissingFact, naming it, if there is none."""
        if value is None:
            raise MissingFact(name, self.key)
        return value

    def line(self, section: str) -> str:
        """Return the one paragraph of a section of the wording."""
        return self._wording.line(section, **self.facts)

    def text(self, section: str, *, note: bool = False, strong: bool = False) -> Paragraph:
        """Return a section of the wording as body text."""
        said = self._wording.paragraphs(section, **self.facts)
        return Paragraph("\n\n".join(said), strong=strong, note=note)

    def part(self, section: str) -> tuple[Heading, Paragraph]:
        """Return a section under its own heading, which the wording has as <section>_heading."""
        return self.heading(section), self.text(section)

    def heading(self, section: str) -> Heading:
        """Return the heading of a section."""
        return Heading(self.line(f"{section}_heading"), 2)

    def bullets(self, *sections: str) -> Bullets:
        """Return sections as one list, a paragraph to each item."""
        said = (self._wording.paragraphs(section, **self.facts) for section in sections)
        return Bullets(tuple(item for items in said for item in items))

    def marking(self, section: str) -> Marking:
        """Return a section as what the paper is, or is not, and who may read it."""
        return Marking(self.line(section))


def _signed_by(blocks: Sequence[Block]) -> str:
    """Return who signs a paper or, where nobody does, whose letterhead it bears."""
    signed = (block.name for block in blocks if isinstance(block, Signature))
    headed = (block.lines[0] for block in blocks if isinstance(block, Letterhead))
    return next(signed, "") or next(headed)


def code_in(_: Any, about: str) -> Collection[str]:
    """Return the code of whoever a paper is about: "C2-2" is a second one about C2."""
    return {about.partition("-")[0]}


@dataclass(frozen=True, kw_only=True)
class Letter(ABC, Generic[P, Row]):
    """One kind of paper of a kind of case.

    `rows` are what it can be about now, each by its `about`; `called` names such a row where it
    is missing; `label` tells one from another without naming a candidate. `facts` are all that
    its wording may ask for, `body` its blocks in order, `to` whom it is meant for, `names` the
    codes of those whom the paper about an `about` names, `open_to` who may read it yet. One
    `to_applicants`, to whoever applies or has applied, cites the law without saying how sure we
    are of it: they can do nothing about that, and whoever approves it reads it on its page.
    `maker` is whoever draws up what another fills in and signs, and is the author of its file. A
    kind of case says of all its papers who signs, what any wording may use, and what an `about`
    is called.
    """

    key: str
    number: str
    name: str
    phase: str
    called: str
    rows: Callable[[P], Mapping[str, Row]]
    label: Callable[[Row], str]
    facts: Callable[[P, Row], Facts]
    body: Callable[[Draft[P], Row], Iterator[Block]]
    to: Callable[[P, Row], Sequence[Party | None]]
    approvers: tuple[str, ...]
    seen_with: str
    files: frozenset[str]
    names: Callable[[P, str], Collection[str]] = code_in
    open_to: Callable[[P, User, str], bool] = to_all
    to_applicants: bool = False
    maker: Callable[[P], Party | None] | None = None

    def kind(self) -> Kind[P]:
        """Return the row of the registry that the machinery reads."""
        return Kind(
            key=self.key,
            number=self.number,
            name=self.name,
            phase=self.phase,
            compose=self.compose,
            subjects=self.subjects,
            names=self.names,
            approvers=self.approvers,
            signatories=self.signatories,
            seen_with=self.seen_with,
            to=self.readers,
            files=self.files,
            open_to=self.open_to,
            law=self.law,
            to_applicants=self.to_applicants,
        )

    def signatories(self, p: P) -> tuple[str, ...]:
        """Return the roles that approve and issue the paper at this school."""
        return self.approvers

    def common_facts(self, p: P) -> Facts:
        """Return what the wording of any paper of this kind of case may use."""
        return {}

    def about_in_words(self, about: str) -> str:
        """Return what tells this paper from others of its kind, where its row does not say."""
        return ""

    @abstractmethod
    def case_in_words(self, p: P) -> str:
        """Return what the case is, for the properties of the Word file."""

    def reference_of(self, p: P, about: str) -> str:
        """Return our reference: that of the case, the number of the kind, what it is about."""
        return "/".join(filter(None, (str(p.case.reference), self.number, about)))

    def subjects(self, p: P) -> list[Subject]:
        """Return what the paper can be about now."""
        return [Subject(about, self._named(about, row)) for about, row in self.rows(p).items()]

    def row(self, p: P, about: str) -> Row:
        """Return what `about` stands for, or raise MissingFact."""
        try:
            return self.rows(p)[about]
        except KeyError:
            raise MissingFact(self.called, self.key) from None

    def compose(self, p: P, about: str) -> Paper:
        """Return the paper, undated: its date is the day on which it is issued.

        Raises MissingFact, naming the fact, when the case does not hold all that it says.
        """
        composed = self.composed(p, about)
        return Paper(
            kind=self.key,
            title=f"{self._named(about, self.row(p, about))}, {p.school.name}",
            author=self._author(p, composed),
            subject=self.case_in_words(p),
            reference=self.reference_of(p, about),
            blocks=tuple(printed(block, plainly=self.to_applicants) for block in composed),
        )

    def composed(self, p: P, about: str) -> tuple[Block, ...]:
        """Return the blocks, the notes of the law with their rules. Raises MissingFact."""
        row = self.row(p, about)
        facts = {**self.common_facts(p), **self.facts(p, row)}
        draft = Draft(p, self.key, self.reference_of(p, about), facts)
        return tuple(self.body(draft, row))

    def _author(self, p: P, blocks: Sequence[Block]) -> str:
        """Return who made the paper: whoever signs it, where nobody else is known to make it."""
        maker = self.maker(p) if self.maker else None
        return maker.name if maker else _signed_by(blocks)

    def law(self, p: P, about: str) -> list[Rule[Any]]:
        """Return the rules that the paper rests on, each once. Raises MissingFact as `compose`."""
        notes = (block for block in self.composed(p, about) if isinstance(block, Basis))
        return list({rule.key: rule for note in notes for rule in note.rules}.values())

    def _named(self, about: str, row: Row) -> str:
        """Name the paper, and no candidate: a title becomes the name of a file."""
        label = self.label(row) or self.about_in_words(about)
        return f"{self.name} ({label})" if label else self.name

    def readers(self, p: P, about: str) -> list[str]:
        """Return whom the paper is meant for, so far as they are known."""
        row = self.rows(p).get(about)
        return [str(party) for party in self.to(p, row) if party] if row is not None else []
