"""What a position does not show: impossible records, grants, files, and schools with two cases."""

from collections.abc import Iterable
from hashlib import sha256

from casework.models import Document, Event
from law.periods import local_date
from recruitment.impossible.base import Sentences, in_words
from recruitment.models import Vacancy
from recruitment.position import Position
from recruitment.stages import RUNNING


def find_in_record(case: Vacancy, events: Iterable[Event]) -> Sentences:
    """Yield what cannot be in the record of a case: a wrong count, a day that had not come."""
    events = list(events)
    if len(events) != case.event_count:
        yield f"{case.reference}: it counts {case.event_count} events and has {len(events)}."
    for event in events:
        recorded = local_date(event.recorded_at)
        if event.happened_on > recorded:
            yield (
                f"{case.reference}: event {event.number} happened on "
                f"{in_words(event.happened_on)} and was recorded on {in_words(recorded)}."
            )


def find_in_grants(p: Position, roles: Iterable[tuple[int, str]]) -> Sentences:
    """Yield what cannot be among the grants of a case: pairs of a user's key and a role."""
    seated = {s.person_id for s in p.seats if s.until is None}
    for user, role in roles:
        if user == p.case.outgoing_head_id:
            yield f"{p.case.reference}: the outgoing head has the role “{role}”."
        if role in {"panel", "panel_chair"} and user not in seated:
            yield f"{p.case.reference}: somebody who is not on the panel has the role “{role}”."


def find_in_document(document: Document, reference: str) -> Sentences:
    """Yield what cannot be of one document: bytes that are not those that were issued."""
    if document.issued_on and document.content is None:
        yield f"{reference}: “{document}” was issued and its file is not there."
    elif document.content is not None and _digest(document) != document.sha256:
        yield f"{reference}: the file of “{document}” is not the one that was issued."
    for sending in document.sendings.all():
        if document.issued_on is None or sending.sent_on < document.issued_on:
            yield f"{reference}: “{document}” was sent before it was issued."


def _digest(document: Document) -> str:
    return sha256(bytes(document.content or b"")).hexdigest()


def find_in_school(cases: Iterable[Vacancy]) -> Sentences:
    """Yield what cannot be at one school: two vacancies running at once."""
    running = sorted(case.reference for case in cases if case.stage in RUNNING)
    if len(running) > 1:
        yield f"{', '.join(running)}: more than one vacancy runs at one school."
