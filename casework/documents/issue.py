"""The life of a document: drafted, edited, approved, issued, sent, revoked, stale, destroyed.

These write rows and judge nothing: they are called inside `step()` by an app's actions.
"""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from django.db.models import QuerySet

from accounts.models import User
from casework.documents import word
from casework.documents.blocks import Paper, Paragraph, dated, digest, from_json, to_json
from casework.documents.missing import MissingFact
from casework.documents.registry import Kind
from casework.models import Case, Document, Event, Sending
from casework.words import written

OPEN = (Document.Status.DRAFT, Document.Status.APPROVED)


def draft(case: Case, kind: Kind[Any], about: str, position: Any, on: date) -> Document:
    """Compose the document from the position and keep it as a new draft, in place of an open one.

    Raises MissingFact, naming the fact, when the case does not yet hold all that it says.
    """
    paper = kind.compose(position, about)
    versions = case.documents.filter(kind=kind.key, about=about)
    versions.filter(status__in=OPEN).update(status=Document.Status.SUPERSEDED)
    earlier = versions.order_by("-version").first()
    return Document.objects.create(
        case=case,
        kind=kind.key,
        about=about,
        version=earlier.version + 1 if earlier else 1,
        title=paper.title,
        paper=to_json(paper),
        facts_digest=digest(paper),
        drafted_on=on,
    )


def edit(document: Document, paper: Paper) -> None:
    """Replace the text of a draft."""
    document.paper, document.edited = to_json(paper), True
    document.save(update_fields=["paper", "edited"])


def approve(document: Document, by: User, on: date) -> None:
    """Approve a draft: from now on its text is fixed."""
    document.status = Document.Status.APPROVED
    document.approved_by, document.approved_on = by, on
    document.save(update_fields=["status", "approved_by", "approved_on"])


def issue(document: Document, on: date, names: Iterable[str] = ()) -> None:
    """Date an approved document, make its Word file and keep the bytes with their SHA-256.

    `names` are the codes of those whom its text names: edited by hand, it can name anybody.

    A paper is composed without a date, so that no draft goes stale by the passing of a day.
    """
    paper = dated(from_json(document.paper), on)
    content = word.render(paper, status="issued")
    document.paper = to_json(paper)
    document.status, document.issued_on = Document.Status.ISSUED, on
    document.content, document.sha256 = content, hashlib.sha256(content).hexdigest()
    document.names = sorted(names)
    document.save(update_fields=["paper", "status", "issued_on", "content", "sha256", "names"])


def file_of(document: Document) -> bytes:
    """Return the Word file: the bytes as issued, or a marked draft made for reading.

    A draft that a later one replaced is marked as the draft it was.
    """
    if document.content is not None:
        return bytes(document.content)
    status = document.status if document.status in OPEN else Document.Status.DRAFT
    return word.render(from_json(document.paper), status=status)


def record_sending(document: Document, *, on: date, how: str, to: Iterable[str]) -> None:
    """Record that an issued document was sent to each of `to`."""
    for name in to:
        Sending.objects.create(document=document, sent_on=on, how=how, to=name)


def revoke(document: Document, why: str) -> None:
    """Mark an issued document as revoked. Its bytes stay as they were."""
    document.status, document.revoked_why = Document.Status.REVOKED, why
    document.save(update_fields=["status", "revoked_why"])


def not_stale(case: Case) -> QuerySet[Document]:
    """Return the documents of the case that are not issued and, so far, say what is so."""
    return case.documents.filter(status__in=OPEN, stale_since=None)


def mark_stale(
    case: Case, kinds: Mapping[str, Kind[Any]], judged_on: Callable[[date], Any], event: Event
) -> list[Document]:
    """Mark those open documents stale that would say something else after the event.

    `judged_on` returns the position on a day: the event's, so that what is entered later than it
    happened is held against the law of its own time, or the day of the draft where that is later.
    """
    stale = [d for d in not_stale(case) if _reads_otherwise(d, kinds[d.kind], judged_on, event)]
    for document in stale:
        document.stale_since = event
        document.save(update_fields=["stale_since"])
    return stale


def _reads_otherwise(
    document: Document, kind: Kind[Any], judged_on: Callable[[date], Any], event: Event
) -> bool:
    position = judged_on(max(document.drafted_on, event.happened_on))
    try:
        return digest(kind.compose(position, document.about)) != document.facts_digest
    except MissingFact:
        return True


def destroy(document: Document, on: date) -> None:
    """Destroy the text and the file of a document whose time of keeping is over.

    What stays is that there was such a document, and the SHA-256 of its file: whoever holds a copy
    can be shown that it is one.
    """
    paper = replace(
        from_json(document.paper),
        author="",
        blocks=(Paragraph(f"The text of this document was destroyed on {written(on)}."),),
    )
    document.paper, document.content, document.destroyed_on = to_json(paper), None, on
    document.save(update_fields=["paper", "content", "destroyed_on"])
