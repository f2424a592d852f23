"""The record of events as one person may read it."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, TypeVar

from django.utils import formats, timezone

from casework.desk import Desk
from casework.models import Event
from casework.policy import PermissionTable
from casework.record import name_of, verify

DeskT = TypeVar("DeskT", bound=Desk[Any])

CLOCK_TIME = re.compile(r"\d\d:\d\d:\d\d")
KEY = re.compile(r"[a-z]+(_[a-z]+)+")


@dataclass(frozen=True, slots=True)
class ShownEvent:
    """An event, with what was recorded in words, unless it is about somebody not to be seen."""

    event: Event
    name: str
    role: str
    open: bool
    facts: list[tuple[str, str]]
    set_aside: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class EventPage(Generic[DeskT]):
    """The record of a kind of case on its page.

    `opens` says whether a person may read what an event recorded; `no_step` names what is recorded
    and stands in no row of the permission table; `kept_back` is what they are told where not.
    """

    table: PermissionTable
    role_names: Mapping[str, str]
    no_step: Mapping[str, str]
    opens: Callable[[DeskT, Event], bool]
    kept_back: str

    def events(self, desk: DeskT) -> tuple[list[ShownEvent], list[str]]:
        """Return every event of the case, the first one first, and the faults of the record.

        Both come of one query.
        """
        case = desk.position.case
        found = list(case.events.order_by("number"))
        return [self._shown(desk, event) for event in found], list(verify(case, found))

    def last_change(self, desk: DeskT) -> str:
        """Return when the case last changed, and for those who may read the record, how."""
        event = desk.position.case.events.order_by("number").last()
        if event is None:
            return ""
        day = formats.date_format(timezone.localdate(event.recorded_at))
        title = self.title(event.action)
        return f"{title}: {event.by_name}, {day}" if desk.may("see_record") else day

    def title(self, action: str) -> str:
        """Return what an action is, as the record names it."""
        return self.table[action].sentence if action in self.table else self.no_step[action]

    def _shown(self, desk: DeskT, event: Event) -> ShownEvent:
        may_read = self.opens(desk, event)
        data = dict(event.data) if may_read else {}
        aside = data.pop("set_aside", {})
        return ShownEvent(
            event,
            self.title(event.action),
            self.role_names.get(event.role, event.role),
            may_read,
            [(name_of(key).capitalize(), in_words(value)) for key, value in data.items()],
            ", ".join(map(name_of, aside.get("rules", ()))),
            aside.get("reason", ""),
        )


def in_words(value: Any) -> str:
    """Return what an event recorded, as a person would say it, each of several on a line."""
    match value:
        case {"id": _, "name": name}:
            return str(name)
        case bool():
            return "yes" if value else "no"
        case dict():
            return "\n".join(f"{name}: {words}" for name, words in _parts(value))
        case list():
            return "\n".join(_each(value))
        case str():
            return _plainly(value)
        case _:
            return str(value)


def _parts(value: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for key, part in value.items():
        if part != "":
            yield name_of(str(key)), _on_one_line(part)


def _each(values: list[Any]) -> Iterator[str]:
    if not values:
        yield "none"
    yield from map(_on_one_line, values)


def _on_one_line(value: Any) -> str:
    """What is in another fact: its own parts one after the other."""
    if isinstance(value, dict) and "id" not in value:
        return ", ".join(f"{name} {words}" for name, words in _parts(value))
    return ", ".join(_each(value)) if isinstance(value, list) else in_words(value)


def _plainly(text: str) -> str:
    """A date, a time of day or a key as a person writes it; anything else as it was typed."""
    if CLOCK_TIME.fullmatch(text):
        return text[:5]
    if KEY.fullmatch(text):
        return name_of(text)
    try:
        return formats.date_format(date.fromisoformat(text)) if "-" in text else text
    except ValueError:
        return text
