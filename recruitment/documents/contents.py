"""The three files of a case: for each, the list of what it holds, in order."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from casework.documents.blocks import Block, Letterhead, Reference, Table, Title
from casework.documents.blocks import Facts as FactsTable
from casework.documents.letter import Facts
from casework.documents.party import Party
from casework.documents.registry import APPOINTEE_FILE, AUTHORITY_FILE, SELECTION_FILE
from casework.models import Document
from casework.words import written
from recruitment.documents import parts, people
from recruitment.documents.filing import Filing, appointee
from recruitment.documents.letter import Draft, HeadshipLetter
from recruitment.documents.withdrawn import withdrawn
from recruitment.position import Position

Held = Sequence[Document]
PREFIX = "contents_of_"


def key_of(file: str) -> str:
    """Return the key of the list of what a file holds."""
    return f"{PREFIX}{file}_file"


def _held(filing: Filing, file: str, p: Position) -> Mapping[str, Held]:
    held = filing.documents(p, file)
    return {"": held} if held else {}


def _facts(p: Position, _: Held) -> Facts:
    return {"school": p.school.name}


def _facts_of_appointee(p: Position, _: Held) -> Facts:
    person = appointee(p)
    return {"school": p.school.name, "candidate": person.name if person else None}


def _facts_of_authority(p: Position, _: Held) -> Facts:
    return {"school": p.school.name, "authority": p.authority_name}


def _body(file: str, draft: Draft, held: Held) -> Iterator[Block]:
    p = draft.p
    yield _letterhead(p, file)
    yield Reference.of(draft.reference)
    yield draft.marking("marking")
    yield Title(draft.line("title"))
    yield draft.text("opening")
    yield FactsTable((("Post", parts.post(p)), ("Papers", str(len(held)))))
    yield _list(p, file, held)
    yield draft.text("handling")
    yield _keeper(p, file).signs(closing=draft.line("closing"))


def _letterhead(p: Position, file: str) -> Letterhead:
    return parts.from_authority(p) if file == AUTHORITY_FILE else parts.from_governors(p)


def _keeper(p: Position, file: str) -> Party:
    """Whoever makes up the file: the authority's officer for its own, the clerk for the others."""
    if file == AUTHORITY_FILE:
        return people.officer(p) or Party(people.DIRECTOR, "", p.authority_name)
    return people.clerk(p) or Party("Clerk to the governing body", "", p.school.name)


def _list(p: Position, file: str, held: Held) -> Table:
    rows = tuple(
        (
            str(n),
            document.title.removesuffix(f", {p.school.name}"),
            written(document.issued_on),
            _standing(p, file, document),
        )
        for n, document in enumerate(held, start=1)
    )
    return Table("Papers in the file", ("No.", "Paper", "Issued", "Standing"), rows, (1, 7, 4, 4))


def _standing(p: Position, file: str, document: Document) -> str:
    """Say whether a paper was taken back, and no reason: that can be about anybody."""
    if document.status == Document.Status.REVOKED:
        return "Revoked"
    taken_back = "" if file == APPOINTEE_FILE else withdrawn(p, document).partition(":")[0]
    return taken_back or f"Version {document.version}"


def _named(filing: Filing, file: str, p: Position, _: str) -> Collection[str]:
    return filing.named(p, file)


def letters(filing: Filing) -> tuple[HeadshipLetter[Any], ...]:
    """Return the lists of what each file holds, as kinds of paper of their own."""
    return (
        _contents(filing, SELECTION_FILE, "34.1", ("clerk",), _facts),
        _contents(filing, APPOINTEE_FILE, "34.2", ("clerk", "officer"), _facts_of_appointee),
        _contents(filing, AUTHORITY_FILE, "34.3", ("officer",), _facts_of_authority),
    )


def _contents(
    filing: Filing, file: str, number: str, approvers: tuple[str, ...], facts: Any
) -> HeadshipLetter[Held]:
    return HeadshipLetter[Held](
        key=key_of(file),
        number=number,
        name=NAMES[file],
        phase="appointment",
        called="paper_in_the_file",
        rows=partial(_held, filing, file),
        label=lambda _: "",
        facts=facts,
        body=partial(_body, file),
        to=lambda p, _: [_keeper(p, file)],
        approvers=approvers,
        seen_with="see_checks" if file == APPOINTEE_FILE else "see_record",
        files=frozenset({file}),
        names=partial(_named, filing, file),
    )


NAMES = {
    SELECTION_FILE: "Contents of the selection file",
    APPOINTEE_FILE: "Contents of the appointee's file",
    AUTHORITY_FILE: "Contents of the authority's file",
}
