"""The rows of a case that a story refers to: a candidate by code, others by number or `last`."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.db.models import Model, QuerySet

from casework.documents.blocks import Paper, from_json
from casework.models import Attachment, Document, Meeting
from recruitment.models import (
    Advice,
    Candidate,
    Criterion,
    Interest,
    Representation,
    Reservations,
    Vacancy,
)
from stories.cast import Cast
from stories.dates import Calendar
from stories.source import Table, Value, table_of, text_of

LAST = "last"


@dataclass(slots=True)
class Scene:
    """All that the words of a story can refer to, as it stands when a step is reached."""

    cast: Cast
    calendar: Calendar
    folder: Path
    vacancy: Vacancy | None = None

    @property
    def case(self) -> Vacancy:
        """The case, which the story has opened."""
        if self.vacancy is None:
            raise RuntimeError("The story has not opened its vacancy.")
        return self.vacancy


Reader = Callable[[Value, Scene], Any]


def candidate(value: Value, scene: Scene) -> Candidate:
    """Return the candidate whose code stands there."""
    code = text_of(value)
    found = scene.case.candidates.filter(code=code).first()
    if found is None:
        codes = ", ".join(c.code for c in scene.case.candidates.all()) or "none yet"
        raise value.at.wrong(f"There is no candidate {code}. The candidates are: {codes}.")
    return found


def _numbered(name: str, rows: Callable[[Vacancy], QuerySet[Any]]) -> Reader:
    """Return a reader of rows that are counted from 1 in the order in which they were made."""

    def reader(value: Value, scene: Scene) -> Any:
        found, text = list(rows(scene.case)), text_of(value)
        if text == LAST and found:
            return found[-1]
        if text.isdecimal() and 1 <= int(text) <= len(found):
            return found[int(text) - 1]
        raise value.at.wrong(
            f"There is no {name} “{text}”: {len(found)} so far. Give its number, or last."
        )

    return reader


NUMBERED: dict[type[Model], tuple[str, Reader]] = {
    model: (name, _numbered(name, rows))
    for model, name, rows in (
        (Meeting, "meeting", lambda v: v.meetings.order_by("number")),
        (Advice, "advice", lambda v: v.advice.order_by("pk")),
        (Representation, "representation", lambda v: v.representations.order_by("pk")),
        (Reservations, "reservations", lambda v: v.reservations.order_by("pk")),
        (Interest, "interest", lambda v: v.interests.order_by("pk")),
        (Attachment, "attachment", lambda v: v.attachments.order_by("pk")),
    )
}


def criterion(value: Value, scene: Scene) -> Criterion:
    """Return the criterion of the person specification with that number."""
    text = text_of(value)
    rows = {str(c.number): c for c in scene.case.criteria.all()}
    if text not in rows:
        raise value.at.wrong(f"There is no criterion {text}. There are: {', '.join(rows)}.")
    return rows[text]


DOCUMENT = frozenset({"kind", "about", "version"})


def document(value: Value, scene: Scene) -> Document:
    """Return the document: a kind, or {kind, about, version}. Without a version, the latest."""
    if isinstance(value, Table):
        table_of(value, known=DOCUMENT, needed=("kind",))
        wanted = {key: text_of(each) for key, each in value.values.items()}
    else:
        wanted = {"kind": text_of(value)}
    if not wanted.get("version", "1").isdecimal():
        raise value.at.wrong("The version of a document is a number.")
    found = scene.case.documents.filter(**wanted).order_by("version", "pk").last()
    if found is None:
        raise value.at.wrong(f"There is no document {' '.join(wanted.values())}.")
    return found


def paper(value: Value, scene: Scene) -> Paper:
    """Return the text of a document with words replaced: {of: kind, replace: {old: new}}."""
    table = table_of(value, known=frozenset({"of", "replace"}), needed=("of", "replace"))
    data = document(table.values["of"], scene).paper
    for old, new in table_of(table.values["replace"]).values.items():
        changed = _replaced(data, old, text_of(new))
        if changed == data:
            raise new.at.wrong(f"The document does not say “{old}”.")
        data = changed
    return from_json(data)


def _replaced(data: Any, old: str, new: str) -> Any:
    if isinstance(data, str):
        return data.replace(old, new)
    if isinstance(data, list):
        return [_replaced(item, old, new) for item in data]
    if isinstance(data, dict):
        return {key: _replaced(item, old, new) for key, item in data.items()}
    return data
