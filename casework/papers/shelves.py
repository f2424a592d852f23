"""The documents of a case by phase: what there is, and what could be drafted now."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from casework.desk import Desk
from casework.models import Document, Sending
from casework.papers.forms import to_draft


@dataclass(frozen=True, slots=True)
class ShownDocument:
    """A document with where it was sent and, if its paper was withdrawn, when and why."""

    document: Document
    sent: list[Sending]
    withdrawn: str

    @property
    def mark(self) -> str:
        """The colour of its status."""
        return {"draft": "yellow", "approved": "", "issued": "green"}.get(
            self.document.status, "grey"
        )


@dataclass(frozen=True, slots=True)
class Draft:
    """A document that could be drafted now: its key in the form, and its name."""

    key: str
    label: str


@dataclass(frozen=True, slots=True)
class Shelf:
    """The documents of one phase, the newest first, and those that could be drafted."""

    title: str
    documents: list[ShownDocument]
    drafts: list[Draft]


def shelves(desk: Desk[Any], phases: Mapping[str, str]) -> list[Shelf]:
    """Return the documents that the person may read and could draft, by phase.

    `phases` are the phases of the case, in order, each with the title of its shelf.
    """
    readable = desk.documents
    could = list(to_draft(desk)) if desk.may("draft_document") else []
    found = (
        Shelf(
            title,
            [
                ShownDocument(d, list(d.sendings.all()), desk.withdrawn(d))
                for d in reversed(readable)
                if desk.kinds[d.kind].phase == phase
            ],
            [Draft(c.key, c.label) for c in could if desk.kinds[c.row[0]].phase == phase],
        )
        for phase, title in phases.items()
    )
    return [shelf for shelf in found if shelf.documents or shelf.drafts]
