"""The page docs/documents.md, made from the registry of documents and from their wording."""

from casework.documents.registry import FILES, Kind
from casework.documents.wording import wording
from recruitment.documents import KINDS, LETTERS
from recruitment.models.vacancy import ROLES
from recruitment.policies import TABLE
from recruitment.position import Position

OPENING = """\
# The documents of a headship

This page is made from `recruitment/documents/` by `make docs`: change those, not this.

A document is composed from the case, edited as a draft, approved, and issued: on issue it is \
dated, and its Word file is kept byte for byte with its SHA-256. A fact that is missing is named, \
and the document is not drafted without it. When the same composition would now say something \
else, the draft is marked stale. The wording of each letter is in \
`templates/letters/<key>.en.txt`: paragraphs with named fields, and no logic.

A paper for the employer is approved by the officer where the authority employs the head, and by \
the others named where the governing body or the trust does.

What a member gave (8b) is read by that member alone until others may see those scores, and the \
pack of a member (8a) by nobody but that member and the clerk.

Nothing in the appointee's file holds reservations, representations or anything about a rival.
"""

HEADER = """\
| No. | Document | Key | Phase | Approved by | Seen by those who may | Kept in |
| --- | --- | --- | --- | --- | --- | --- |"""

FIELDS = """\
## What the wording of each may use

| Key | Fields |
| --- | --- |"""


def documents() -> str:
    """Return the whole page."""
    kinds = KINDS.values()
    return "\n".join([OPENING, HEADER, *map(_row, kinds), "", FIELDS, *map(_fields, kinds), ""])


def _row(kind: Kind[Position]) -> str:
    cells = (
        kind.number,
        kind.name,
        f"`{kind.key}`",
        kind.phase,
        _approved_by(kind),
        TABLE[kind.seen_with].sentence.lower(),
        "; ".join(FILES[file].lower() for file in FILES if file in kind.files),
    )
    return f"| {' | '.join(cells)} |"


def _approved_by(kind: Kind[Position]) -> str:
    who = ", ".join(ROLES[role] for role in kind.approvers)
    return f"for the employer: {who}" if LETTERS[kind.key].of_employer else who


def _fields(kind: Kind[Position]) -> str:
    names = ", ".join(f"`{name}`" for name in sorted(wording(kind.key).fields()))
    return f"| `{kind.key}` | {names} |"
