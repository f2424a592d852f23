"""Writes out the files of one case: documents as issued, record, chronology, attachments, index.

This leaves no event. It is run by somebody at the console, who can read the database and the folder
of attachments as they are; the record is of what was done in the case, not of who looked at it.
"""

import json
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC
from hashlib import sha256
from pathlib import Path
from typing import Any

from django.template.loader import render_to_string

from casework import clock, record
from casework.attachments import ENDINGS
from casework.documents import word
from casework.documents.registry import FILES, SELECTION_FILE
from casework.models import Attachment, Document, Event
from recruitment import load
from recruitment.documents import KINDS
from recruitment.documents.withdrawn import withdrawn
from recruitment.models import Vacancy
from stories.chronology import chronology

RECORD, CHRONOLOGY, INDEX = "record.json", "chronology.docx", "index.html"

EVENT = (
    "number", "action", "by_id", "by_name", "role", "happened_on", "recorded_at", "data", "why",
    "provision", "law_version", "salt", "data_digest", "previous", "digest",
)  # fmt: skip


class CannotExport(Exception):
    """Why a case cannot be written there."""


@dataclass(frozen=True, slots=True)
class Exported:
    """One file as it was written: its name in the folder, and what the index says of it.

    `recorded` is the SHA-256 that Headship has kept of it since it was issued or handed in.
    """

    name: str
    title: str
    data: bytes
    recorded: str = ""
    about: str = ""
    kept_in: tuple[str, ...] = ()
    sent: tuple[str, ...] = ()

    @property
    def size(self) -> int:
        """The size in bytes."""
        return len(self.data)

    @property
    def sha256(self) -> str:
        """The SHA-256 of the bytes that are written."""
        return sha256(self.data).hexdigest()

    @property
    def is_altered(self) -> bool:
        """Whether these are other bytes than those that were issued or handed in."""
        return bool(self.recorded) and self.recorded != self.sha256


def export(vacancy: Vacancy, folder: Path) -> list[Exported]:
    """Write the files of the case into `folder` and return them, the index last.

    The folder is made, whole or not at all. Raises CannotExport if there is something in it.
    """
    _refuse_what_is_there(folder)
    events = list(vacancy.events.order_by("number"))
    files = [*_documents(vacancy), *_attachments(vacancy)]
    files += [_record(vacancy, events), _chronology(vacancy, events)]
    files.append(_index(vacancy, files))
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent) as making:
        whole = Path(making) / "case"
        whole.mkdir(mode=0o700)
        for file in files:
            path = whole / file.name
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(file.data)
        whole.replace(folder)
    return files


def _refuse_what_is_there(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise CannotExport(f"{folder} is a file. Name a folder that is empty or is not there yet.")
    if folder.is_dir() and any(folder.iterdir()):
        raise CannotExport(f"{folder} is not empty. Name a folder that is, or one not there yet.")


def _documents(vacancy: Vacancy) -> Iterator[Exported]:
    """Yield every document that was issued, those since revoked too, named without a person."""
    issued = vacancy.documents.exclude(content=None).prefetch_related("sendings")
    position = load.position(vacancy, clock.today())
    for number, document in enumerate(issued.order_by("issued_on", "pk"), start=1):
        parts = [f"{number:03d}", document.kind, document.about, f"v{document.version}"]
        yield Exported(
            name=f"documents/{'-'.join(filter(None, parts))}.docx",
            title=str(document),
            data=bytes(document.content or b""),
            recorded=document.sha256,
            about=_standing(document, withdrawn(position, document)),
            kept_in=_kept_in(document.kind),
            sent=tuple(f"{s.to}, {s.how}, {s.sent_on:%-d %B %Y}" for s in document.sendings.all()),
        )


def _standing(document: Document, taken_back: str) -> str:
    issued = f"Issued on {document.issued_on:%-d %B %Y}" if document.issued_on else "Issued"
    revoked = f", revoked: {document.revoked_why}" if document.revoked_why else ""
    return ". ".join(filter(None, (f"{issued}{revoked}", taken_back)))


def _kept_in(kind: str) -> tuple[str, ...]:
    known = KINDS.get(kind)
    return tuple(name for key, name in FILES.items() if known and key in known.files)


def _attachments(vacancy: Vacancy) -> Iterator[Exported]:
    """Yield every attachment, under a number: its own name could hold a person's."""
    for number, attachment in enumerate(vacancy.attachments.order_by("pk"), start=1):
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


def _record(vacancy: Vacancy, events: Sequence[Event]) -> Exported:
    """Return the record of events as JSON, with all that its digests are made of."""
    content = {
        "reference": vacancy.reference,
        "school": str(vacancy.school),
        "event_count": vacancy.event_count,
        "head_digest": vacancy.head_digest,
        "faults": list(record.verify(vacancy)),
        "events": [_event(event) for event in events],
    }
    written = json.dumps(content, ensure_ascii=False, indent=2)
    return Exported(
        RECORD,
        "Record of events",
        f"{written}\n".encode(),
        about=f"{len(events)} events",
        kept_in=(FILES[SELECTION_FILE],),
    )


def _chronology(vacancy: Vacancy, events: Sequence[Event]) -> Exported:
    """Return the same record in words, as a Word document."""
    faults = list(record.verify(vacancy, events))
    return Exported(
        CHRONOLOGY,
        "Chronology",
        word.render(chronology(vacancy, events, faults, clock.today())),
        about="The record of events in words",
        kept_in=(FILES[SELECTION_FILE],),
    )


def _event(event: Event) -> dict[str, Any]:
    """Return the event as it was sealed: from this its digests can be made again."""
    values = {name: getattr(event, name) for name in EVENT}
    return {
        **values,
        "happened_on": event.happened_on.isoformat(),
        "recorded_at": event.recorded_at.astimezone(UTC).isoformat(),
    }


def _index(vacancy: Vacancy, files: list[Exported]) -> Exported:
    content = render_to_string(
        "stories/index.html",
        {"vacancy": vacancy, "files": files, "faults": list(record.verify(vacancy))},
    )
    return Exported(INDEX, "Index", content.encode())
