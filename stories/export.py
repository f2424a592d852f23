"""Writes out one case: documents as issued, record, chronology, attachments, its files, an index.

This leaves no event. It is run by somebody at the console, who can read the database and the folder
of attachments as they are; the record is of what was done in the case, not of who looked at it.
"""

import json
import tempfile
from collections.abc import Iterator, Sequence
from datetime import UTC
from pathlib import Path
from typing import Any

from django.template.loader import render_to_string

from casework import clock, record
from casework.attachments import ENDINGS
from casework.documents import word
from casework.models import Attachment, Case, Document, Event
from stories.chronology import chronology
from stories.exported import Exported, numbered
from stories.handover import handover
from stories.kinds import KindOfStory

RECORD, CHRONOLOGY, INDEX = "record.json", "chronology.docx", "index.html"

EVENT = (
    "number", "action", "by_id", "by_name", "role", "happened_on", "recorded_at", "data", "why",
    "provision", "law_version", "salt", "data_digest", "previous", "digest",
)  # fmt: skip


class CannotExport(Exception):
    """Why a case cannot be written there."""


def export(kind: KindOfStory, case: Case, folder: Path) -> list[Exported]:
    """Write the files of a case of this kind into `folder` and return them, the index last.

    The folder is made, whole or not at all. Raises CannotExport if there is something in it.
    """
    _refuse_what_is_there(folder)
    events = list(case.events.order_by("number"))
    position = kind.process.load(case, clock.today())
    records = [
        *_attachments(case), _record(kind, case, events), _chronology(kind, case, events),
    ]  # fmt: skip
    handed = list(handover(kind, position, records, clock.today()))
    files = [*_documents(kind, position), *records, *handed]
    files.append(_index(kind, case, files, folders=bool(handed)))
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent) as making:
        whole = Path(making) / "case"
        whole.mkdir(mode=0o700)
        for file in files:
            path = whole / file.name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(file.data)
        whole.replace(folder)
    return files


def _refuse_what_is_there(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise CannotExport(f"{folder} is a file. Name a folder that is empty or is not there yet.")
    if folder.is_dir() and any(folder.iterdir()):
        raise CannotExport(f"{folder} is not empty. Name a folder that is, or one not there yet.")


def _documents(kind: KindOfStory, position: Any) -> Iterator[Exported]:
    """Yield every document that was issued, those since revoked too, named without a person."""
    issued = position.case.documents.exclude(content=None).prefetch_related("sendings")
    for number, document in enumerate(issued.order_by("issued_on", "pk"), start=1):
        yield Exported(
            name=f"documents/{numbered(number, document)}",
            title=str(document),
            data=bytes(document.content or b""),
            recorded=document.sha256,
            about=_standing(document, kind.withdrawn(position, document)),
            kept_in=_kept_in(kind, document),
            sent=tuple(f"{s.to}, {s.how}, {s.sent_on:%-d %B %Y}" for s in document.sendings.all()),
        )


def _standing(document: Document, taken_back: str) -> str:
    issued = f"Issued on {document.issued_on:%-d %B %Y}" if document.issued_on else "Issued"
    revoked = f", revoked: {document.revoked_why}" if document.revoked_why else ""
    return ". ".join(filter(None, (f"{issued}{revoked}", taken_back)))


def _kept_in(kind: KindOfStory, document: Document) -> tuple[str, ...]:
    known = kind.papers.get(document.kind)
    return tuple(name for key, name in kind.files.items() if known and key in known.files)


def _attachments(case: Case) -> Iterator[Exported]:
    """Yield every attachment, under a number: its own name could hold a person's."""
    for number, attachment in enumerate(case.attachments.order_by("pk"), start=1):
        ending = ENDINGS.get(attachment.media_type, (".bin",))[0]
        yield Exported(
            name=f"attachments/{number:03d}{ending}",
            title=attachment.title,
            data=_bytes(attachment),
            recorded=attachment.sha256,
            about=f"Kept on {attachment.added_on:%-d %B %Y}",
        )


def _bytes(attachment: Attachment) -> bytes:
    try:
        with attachment.file.open("rb") as file:
            return bytes(file.read())
    except OSError as error:
        raise CannotExport(f"The file of “{attachment}” cannot be read: {error}.") from error


def _record(kind: KindOfStory, case: Case, events: Sequence[Event]) -> Exported:
    """Return the record of events as JSON, with all that its digests are made of."""
    content = {
        "reference": case.reference,
        "school": str(case.school),
        "event_count": case.event_count,
        "head_digest": case.head_digest,
        "faults": list(record.verify(case)),
        "events": [_event(event) for event in events],
    }
    written = json.dumps(content, ensure_ascii=False, indent=2)
    return Exported(
        RECORD,
        "Record of events",
        f"{written}\n".encode(),
        about=f"{len(events)} events",
        kept_in=(kind.files[kind.record_file],),
    )


def _chronology(kind: KindOfStory, case: Case, events: Sequence[Event]) -> Exported:
    """Return the same record in words, as a Word document."""
    faults = list(record.verify(case, events))
    return Exported(
        CHRONOLOGY,
        "Chronology",
        word.render(chronology(kind, case, events, faults, clock.today())),
        about="The record of events in words",
        kept_in=(kind.files[kind.record_file],),
    )


def _event(event: Event) -> dict[str, Any]:
    """Return the event as it was sealed: from this its digests can be made again."""
    values = {name: getattr(event, name) for name in EVENT}
    return {
        **values,
        "happened_on": event.happened_on.isoformat(),
        "recorded_at": event.recorded_at.astimezone(UTC).isoformat(),
    }


def _index(kind: KindOfStory, case: Case, files: list[Exported], *, folders: bool) -> Exported:
    content = render_to_string(
        "stories/index.html",
        {
            "case": case,
            "title": kind.titled(case),
            "stage": kind.stage_of(case),
            "files": files,
            "folders": folders,
            "faults": list(record.verify(case)),
        },
    )
    return Exported(INDEX, "Index", content.encode())
