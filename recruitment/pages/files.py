"""The documents of a case by phase: what there is, and what could be drafted now."""

from dataclasses import dataclass

from casework.models import Document, Sending
from recruitment.documents import KINDS
from recruitment.documents.withdrawn import withdrawn
from recruitment.forms.base import Desk
from recruitment.forms.papers import to_draft
from recruitment.pages.task_list import PHASES
from recruitment.visible import documents_for

TITLES = {**PHASES, "advice": "Advice, representations, reservations"}


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


def shelves(desk: Desk) -> list[Shelf]:
    """Return the documents that the person may read and could draft, by phase."""
    readable = documents_for(desk.position, desk.roles, desk.user)
    could = list(to_draft(desk)) if desk.may("draft_document") else []
    found = (
        Shelf(
            title,
            [
                ShownDocument(d, list(d.sendings.all()), withdrawn(desk.position, d))
                for d in reversed(readable)
                if KINDS[d.kind].phase == phase
            ],
            [Draft(c.key, c.label) for c in could if KINDS[c.row[0]].phase == phase],
        )
        for phase, title in TITLES.items()
    )
    return [shelf for shelf in found if shelf.documents or shelf.drafts]
