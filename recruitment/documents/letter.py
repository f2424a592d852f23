"""What a letter of a headship is: what it is about, the facts its wording may use, its blocks."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from casework.documents.blocks import Block, Bullets, Heading, Marking, Paper, Paragraph, Signature
from casework.documents.registry import Kind, Subject
from casework.documents.wording import Fact, MissingFact, Wording, wording
from recruitment.documents.people import Party
from recruitment.position import Position

Known = TypeVar("Known")
Row = TypeVar("Row")
Facts = Mapping[str, Fact]


@dataclass(frozen=True, slots=True)
class Draft:
    """A paper being composed: the position it is about, its reference, and its wording filled."""

    p: Position
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

    def bullets(self, section: str) -> Bullets:
        """Return a section as a list, a paragraph to each item."""
        return Bullets(tuple(self._wording.paragraphs(section, **self.facts)))

    def marking(self, section: str) -> Marking:
        """Return a section as what the paper is, or is not, and who may read it."""
        return Marking(self.line(section))


def round_in_words(about: str) -> str:
    """Return which round a paper is of, for any but the first: "R2" is "round 2"."""
    return f"round {about[1:]}" if about.startswith("R") else ""


def code_in(_: Position, about: str) -> Collection[str]:
    """Return the code of the candidate whom a paper is about: "C2-2" is a second one about C2."""
    return {about.partition("-")[0]}


@dataclass(frozen=True, kw_only=True)
class Letter(Generic[Row]):
    """One kind of paper of a headship.

    `rows` are what it can be about now, each by its `about`; `called` names such a row where it
    is missing; `label` tells one from another without naming a candidate. `facts` are all that
    its wording may ask for, `body` its blocks in order, `to` whom it is meant for, `names` the
    codes of the candidates whom the paper about an `about` names, now and in an earlier round.
    """

    key: str
    number: str
    name: str
    phase: str
    called: str
    rows: Callable[[Position], Mapping[str, Row]]
    label: Callable[[Row], str]
    facts: Callable[[Position, Row], Facts]
    body: Callable[[Draft, Row], Iterator[Block]]
    to: Callable[[Position, Row], Sequence[Party | None]]
    approvers: tuple[str, ...]
    seen_with: str
    files: frozenset[str]
    names: Callable[[Position, str], Collection[str]] = code_in

    def kind(self) -> Kind[Position]:
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
            seen_with=self.seen_with,
            to=self.readers,
            files=self.files,
        )

    def subjects(self, p: Position) -> list[Subject]:
        """Return what the paper can be about now."""
        return [Subject(about, self._named(about, row)) for about, row in self.rows(p).items()]

    def row(self, p: Position, about: str) -> Row:
        """Return what `about` stands for, or raise MissingFact."""
        try:
            return self.rows(p)[about]
        except KeyError:
            raise MissingFact(self.called, self.key) from None

    def compose(self, p: Position, about: str) -> Paper:
        """Return the paper, undated: its date is the day on which it is issued.

        Raises MissingFact, naming the fact, when the case does not hold all that it says.
        """
        row = self.row(p, about)
        reference = "/".join(filter(None, (p.case.reference, self.number, about)))
        draft = Draft(p, self.key, reference, self.facts(p, row))
        blocks = tuple(self.body(draft, row))
        return Paper(
            kind=self.key,
            title=f"{self._named(about, row)}, {p.school.name}",
            author=next(block.name for block in blocks if isinstance(block, Signature)),
            subject=f"Headship of {p.school.name}",
            reference=reference,
            blocks=blocks,
        )

    def _named(self, about: str, row: Row) -> str:
        """Name the paper, and no candidate: a title becomes the name of a file."""
        label = self.label(row) or round_in_words(about)
        return f"{self.name} ({label})" if label else self.name

    def readers(self, p: Position, about: str) -> list[str]:
        """Return whom the paper is meant for, so far as they are known."""
        row = self.rows(p).get(about)
        return [str(party) for party in self.to(p, row) if party] if row is not None else []
