"""Documents: a draft can be edited, an approved one cannot, a sent one never."""

from collections.abc import Iterator
from datetime import date

from casework.action import Facts
from casework.models import Document
from law.base import Obstacle
from recruitment.position import Position
from recruitment.rules.base import (
    Rule,
    after_opening,
    entry,
    house,
    not_before,
    required,
    written,
)

STATUS = Document.Status


def in_status(*allowed: STATUS) -> Rule:
    """Return a rule that the document stands at one of `allowed`."""

    def rule(p: Position, f: Facts) -> Iterator[Obstacle]:
        document: Document | None = f.get("document")
        if document and document.status not in allowed:
            yield entry(
                "document_at_another_point",
                f"“{document.title}” is {document.get_status_display().lower()}.",
                "Draft a new version to change it."
                if document.status != STATUS.DRAFT
                else "Approve it first.",
            )

    return rule


def not_stale(p: Position, f: Facts) -> Iterator[Obstacle]:
    """A paper that would now say something else is not approved or issued unseen."""
    document: Document | None = f.get("document")
    if document and document.stale_since_id:
        yield house(
            "document_stale",
            f"“{document.title}” was drafted before a later decision and would now read "
            "differently.",
            "Draft a new version, or give the reason for keeping this one.",
        )


def not_open_twice(p: Position, f: Facts) -> Iterator[Obstacle]:
    """One open draft at a time; a stale one makes way."""
    kind, about = f.get("kind"), f.get("about", "")
    for document in p.open_documents:
        same = document.kind == kind and document.about == about
        if same and not document.stale_since_id and document.status == STATUS.APPROVED:
            yield entry(
                "approved_version_waits",
                f"Version {document.version} is approved and waits to be issued.",
                "Issue it, or go on with it.",
            )


def issued_before_sent(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Nothing is sent before it was issued."""
    document, on = f.get("document"), f.get("on")
    if document and on and document.issued_on and on < document.issued_on:
        yield entry(
            "sent_before_issued",
            f"It was issued on {written(document.issued_on)}.",
            "Check the date.",
        )


def somebody_to_send_to(p: Position, f: Facts) -> Iterator[Obstacle]:
    """A sending names to whom, and to each only once."""
    document, to = f.get("document"), f.get("to")
    if to is not None and not [name for name in to if name.strip()]:
        yield entry("nobody_to_send_to", "Nobody is named to whom it was sent.", "Name them.")
    sent = {s.to for s in document.sendings.all()} if document and to else set()
    for name in to or ():
        if name in sent:
            yield entry("already_sent", f"It was already sent to {name}.", "Nothing is needed.")


def _drafted_on(p: Position, f: Facts) -> date | None:
    document: Document | None = f.get("document")
    return document.drafted_on if document else None


def _approved_on(p: Position, f: Facts) -> date | None:
    document: Document | None = f.get("document")
    return document.approved_on if document else None


RULES: dict[str, tuple[Rule, ...]] = {
    "draft_document": (after_opening, not_open_twice),
    "edit_document": (in_status(STATUS.DRAFT), not_stale),
    "approve_document": (
        in_status(STATUS.DRAFT),
        not_stale,
        not_before("on", "the day of the draft", _drafted_on),
    ),
    "issue_document": (
        in_status(STATUS.APPROVED),
        not_stale,
        not_before("on", "the day of its approval", _approved_on),
    ),
    "record_sending": (
        in_status(STATUS.ISSUED),
        issued_before_sent,
        somebody_to_send_to,
        required(("how", "How it was sent")),
    ),
    "revoke_document": (in_status(STATUS.ISSUED), required(("why", "The reason"))),
    "attach": (after_opening, required(("title", "What the file is"))),
}
