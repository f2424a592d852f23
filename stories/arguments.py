"""What is written after `with:`, read as the arguments of an action by their annotations."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, time
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

from django.db.models import TextChoices

from accounts.models import User
from casework.attachments import BadFile, Checked, check
from casework.documents.blocks import Paper
from casework.models import Attachment, Document, Meeting
from stories import rows
from stories.dates import time_of
from stories.kinds import KindOfStory, Scene, Sort
from stories.language import Argument, Verb
from stories.source import Table, Value, items_of, one_of, table_of, text_of

TRUTHS = {"true": True, "yes": True, "false": False, "no": False}


def _text(value: Value, scene: Scene) -> str:
    return scene.calendar.within(scene.kind.within(value, scene))


def _number(value: Value, _: Scene) -> int:
    text = text_of(value)
    if not text.removeprefix("-").isdecimal():
        raise value.at.wrong(f"“{text}” is not a whole number.")
    return int(text)


def _truth(value: Value, _: Scene) -> bool:
    text = text_of(value)
    if text not in TRUTHS:
        raise value.at.wrong(f"“{text}” is neither true nor false.")
    return TRUTHS[text]


def _date(value: Value, scene: Scene) -> date:
    return scene.calendar.day(value)


def _time(value: Value, _: Scene) -> time:
    return time_of(value)


def _user(value: Value, scene: Scene) -> User:
    return scene.cast.user(value)


def _file(value: Value, scene: Scene) -> Checked:
    name = text_of(value)
    try:
        return check(name, (scene.folder / name).read_bytes())
    except OSError as error:
        raise value.at.wrong(f"{name} cannot be read: {error.strerror}.") from error
    except BadFile as error:
        raise value.at.wrong(str(error)) from error


SORTS: dict[Any, Sort] = {
    str: Sort("text", _text),
    int: Sort("whole number", _number),
    bool: Sort("true or false", _truth),
    date: Sort("date", _date),
    time: Sort("time, such as 18:30", _time),
    User: Sort("person, by role or name", _user),
    Document: Sort("document, by kind", rows.document),
    Paper: Sort("text of a document, {of: kind, replace: {old: new}}", rows.paper),
    Checked: Sort("file, by its name beside the story", _file),
    Meeting: rows.numbered("meeting", lambda case: case.meetings.order_by("number")),
    Attachment: rows.numbered("attachment", lambda case: case.attachments.order_by("pk")),
}


def sort_of(annotation: Any, kind: KindOfStory) -> Sort:
    """Return how an argument so annotated is described and read in stories of this kind.

    Raises LookupError for a type that no story can give.
    """
    known = {**SORTS, **kind.sorts}
    return known.get(annotation) or _made_of_others(annotation, kind)


def _made_of_others(annotation: Any, kind: KindOfStory) -> Sort:
    inner = [each for each in get_args(annotation) if each is not NoneType]
    origin = get_origin(annotation)
    if origin is Sequence:
        return _list_of(sort_of(inner[0], kind))
    if origin is Mapping:
        return _mapping_of(sort_of(inner[1], kind))
    if len(inner) == 1:
        return sort_of(inner[0], kind)
    if isinstance(annotation, type) and issubclass(annotation, TextChoices):
        return _choice(annotation)
    if is_dataclass(annotation) and isinstance(annotation, type):
        return _parts(annotation)
    raise LookupError(f"A story cannot give a {annotation}: add it to the sorts of {kind.name}.")


def _list_of(sort: Sort) -> Sort:
    def read(value: Value, scene: Scene) -> list[Any]:
        return [sort.read(item, scene) for item in items_of(value)]

    return Sort(f"list of: {sort.says}", read)


def _mapping_of(sort: Sort) -> Sort:
    def read(value: Value, scene: Scene) -> dict[str, Any]:
        rows = table_of(value).values.items()
        return {scene.kind.key(key, scene): sort.read(each, scene) for key, each in rows}

    return Sort(f"mapping to: {sort.says}", read)


def _choice(choices: type[TextChoices]) -> Sort:
    def read(value: Value, _: Scene) -> TextChoices:
        text = text_of(value)
        if text not in choices.values:
            raise value.at.wrong(f"“{text}” is not known here. {one_of(list(choices.values))}")
        return choices(text)

    return Sort(f"one of: {', '.join(choices.values)}", read)


def _parts(made: Callable[..., Any]) -> Sort:
    """Return how a dataclass is read: a mapping of its fields."""
    parts = {
        name: Argument(name, hint, name in _required(made))
        for name, hint in get_type_hints(made).items()
    }
    verb = Verb(made.__name__.lower(), made, parts)

    def read(value: Value, scene: Scene) -> Any:
        return made(**read_arguments(verb, table_of(value), scene))

    described = ", ".join(part.described for part in parts.values())
    return Sort(f"{verb.name} {{{described}}}", read)


def _required(made: Any) -> set[str]:
    return {f.name for f in fields(made) if f.default is MISSING}


def read_arguments(verb: Verb, given: Table, scene: Scene) -> dict[str, Any]:
    """Return the arguments that a step gives to an action, each as its annotation asks.

    Raises BadStory, with the line, for an argument that is unknown, missing or of another type.
    """
    verb.check(given)
    return {
        name: sort_of(verb.arguments[name].annotation, scene.kind).read(value, scene)
        for name, value in given.values.items()
    }
