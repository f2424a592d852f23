"""The record of a case: events that are only ever added, chained by digest, and verified."""

import hashlib
import json
import secrets
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, time
from typing import Any

from django.db.models import Model

from accounts.models import User
from casework import clock
from casework.models import Case, Event
from law.base import Obstacle


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What is to be recorded of one action."""

    action: str
    by: User
    role: str
    happened_on: date
    data: Mapping[str, Any]
    why: str = ""
    override: str = ""
    obstacles: tuple[Obstacle, ...] = ()
    provision: str = ""
    law_version: str = ""


def append(case: Case, entry: Entry) -> Event:
    """Add one event to the record of a case that the caller has locked, and seal it."""
    event = Event(
        case=case,
        number=case.event_count + 1,
        action=entry.action,
        by=entry.by,
        by_name=entry.by.full_name,
        role=entry.role,
        happened_on=entry.happened_on,
        recorded_at=clock.now(),
        data=_data(entry),
        why=entry.why,
        provision=entry.provision,
        law_version=entry.law_version,
        salt=secrets.token_hex(16),
        previous=case.head_digest,
    )
    event.data_digest = data_digest(event)
    event.digest = digest(event)
    event.save(force_insert=True)
    case.event_count, case.head_digest = event.number, event.digest
    Case.objects.filter(pk=case.pk).update(
        event_count=case.event_count, head_digest=case.head_digest
    )
    return event


def _data(entry: Entry) -> dict[str, Any]:
    data = {key: plain(value) for key, value in entry.data.items() if value not in (None, "", [])}
    warned = [o.key for o in entry.obstacles if not o.blocks]
    overridden = [o for o in entry.obstacles if o.blocks]
    if warned:
        data["warned_of"] = list(dict.fromkeys(warned))
    if overridden:
        data["set_aside"] = {
            "rules": list(dict.fromkeys(o.key for o in overridden)),
            "obstacles": [o.sentence for o in overridden],
            "reason": entry.override,
        }
    return data


def plain(value: Any) -> Any:
    """Return `value` as JSON can hold it: a model instance as its key and its name."""
    if isinstance(value, Model):
        return {"id": value.pk, "name": str(value)}
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, Iterable) and not isinstance(value, str):
        return [plain(item) for item in value]
    return value


def data_digest(event: Event) -> str:
    """SHA-256 over the salt and everything in the event that could be personal."""
    return _sha256([event.salt, event.by_name, event.why, event.data])


def digest(event: Event) -> str:
    """SHA-256 over the event's place in the chain, its header and the digest of its data."""
    return _sha256(
        [
            event.case.reference,
            event.number,
            event.action,
            event.by_id,
            event.role,
            event.happened_on.isoformat(),
            event.recorded_at.astimezone(UTC).isoformat(),
            event.provision,
            event.law_version,
            event.data_digest,
            event.previous,
        ]
    )


def _sha256(parts: Sequence[Any]) -> str:
    text = json.dumps(parts, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def verify(case: Case, events: Iterable[Event] | None = None) -> Iterator[str]:
    """Yield a sentence for each fault in the record of the case: none if it is whole.

    `events` are all of the case's in order, where they are at hand already.
    """
    expected, previous = 1, ""
    for event in case.events.order_by("number") if events is None else events:
        event.case = case
        yield from _faults(event, expected, previous)
        expected, previous = event.number + 1, event.digest
    if expected - 1 < case.event_count:
        yield f"{case.reference}: event {case.event_count} is missing from the end of the record."
    elif expected - 1 > case.event_count:
        yield f"{case.reference}: event {expected - 1} was added after the record was sealed."
    elif previous != case.head_digest:
        yield f"{case.reference}: event {expected - 1} is not the one that sealed the record."


def _faults(event: Event, expected: int, previous: str) -> Iterator[str]:
    name = f"{event.case.reference}: event {event.number} ({event.action})"
    if event.number > expected:
        yield f"{event.case.reference}: event {expected} is missing."
    if event.data_digest != data_digest(event) or event.digest != digest(event):
        yield f"{name} was changed after it was recorded."
    elif event.number == expected and event.previous != previous:
        yield f"{name} does not follow from the event before it."


def name_of(action: str) -> str:
    """Return the name of an action as a person reads it: 'record_receipt' -> 'record receipt'."""
    return action.replace("_", " ")
