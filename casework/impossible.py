"""States that cannot be in a case of any kind: of its record, and of its issued papers."""

from collections.abc import Iterator
from hashlib import sha256

from casework.models import Case, Document
from casework.words import written
from law.periods import local_date


def find(case: Case) -> Iterator[str]:
    """Yield a sentence for each impossible state of the record and the papers of one case."""
    yield from _in_record(case)
    papers: Iterator[Document] = case.documents.prefetch_related("sendings").iterator(chunk_size=20)
    for document in papers:
        yield from _in_document(document, case.reference)


def _in_record(case: Case) -> Iterator[str]:
    """Yield what cannot be in the record of a case: a wrong count, a day that had not come."""
    events = list(case.events.order_by("number"))
    if len(events) != case.event_count:
        yield f"{case.reference}: it counts {case.event_count} events and has {len(events)}."
    for event in events:
        recorded = local_date(event.recorded_at)
        if event.happened_on > recorded:
            yield (
                f"{case.reference}: event {event.number} happened on "
                f"{written(event.happened_on)} and was recorded on {written(recorded)}."
            )


def _in_document(document: Document, reference: str) -> Iterator[str]:
    """Yield what cannot be of one document: bytes that are not those that were issued."""
    if document.issued_on and document.content is None and document.destroyed_on is None:
        yield f"{reference}: “{document}” was issued and its file is not there."
    elif document.content is not None and _digest(document) != document.sha256:
        yield f"{reference}: the file of “{document}” is not the one that was issued."
    if document.destroyed_on and document.content is not None:
        yield f"{reference}: “{document}” was destroyed and its file is still there."
    for sending in document.sendings.all():
        if document.issued_on is None or sending.sent_on < document.issued_on:
            yield f"{reference}: “{document}” was sent before it was issued."


def _digest(document: Document) -> str:
    return sha256(bytes(document.content or b"")).hexdigest()
