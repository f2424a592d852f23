"""The rows that a story of any kind refers to: a document by kind, others by number or `last`."""

from collections.abc import Callable
from typing import Any

from django.db.models import QuerySet

from casework.documents.blocks import Paper, from_json
from casework.models import Document
from stories.kinds import Scene, Sort
from stories.source import Table, Value, table_of, text_of

LAST = "last"


def numbered(name: str, rows: Callable[[Any], QuerySet[Any]]) -> Sort:
    """Return the sort of rows that are counted from 1 in the order in which they were made.

    `rows` are those of a case, in that order.
    """

    def reader(value: Value, scene: Scene) -> Any:
        found, text = list(rows(scene.case)), text_of(value)
        if text == LAST and found:
            return found[-1]
        if text.isdecimal() and 1 <= int(text) <= len(found):
            return found[int(text) - 1]
        raise value.at.wrong(
            f"There is no {name} “{text}”: {len(found)} so far. Give its number, or last."
        )

    return Sort(f"{name}, by number or last", reader)


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
    found: Document | None = scene.case.documents.filter(**wanted).order_by("version", "pk").last()
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
