"""The record of events as one person may read it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import formats, timezone

from casework.models import Event, Meeting
from casework.record import name_of, verify
from recruitment.forms.base import Desk
from recruitment.models.vacancy import ROLES
from recruitment.policies import TABLE
from recruitment.visible import free_of_the_chosen

CLOCK_TIME = re.compile(r"\d\d:\d\d:\d\d")
KEY = re.compile(r"[a-z]+(_[a-z]+)+")

# What these record says nothing of candidates, so everybody who may read the record may read it;
# but for what a meeting of the panel is called for.
OF_NO_CANDIDATE = frozenset(
    {
        "open_vacancy", "notify_authority", "name_adviser", "admit", "dismiss", "add_criterion",
        "remove_criterion", "settle_criteria", "advertise", "decide_not_to_advertise",
        "call_meeting", "hold_meeting", "appoint_panel", "change_panel", "withdraw_vacancy",
    }
)  # fmt: skip
# What these record is of the person chosen.
OF_THE_CHOSEN = frozenset(
    {
        "recommend", "give_reasons", "approve", "decline", "notify_approval", "appoint", "refuse",
        "make_offer", "accept_offer", "record_check", "undo_check", "confirm", "take_up_post",
    }
)  # fmt: skip


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


def events(desk: Desk) -> tuple[list[ShownEvent], list[str]]:
    """Return every event of the case, the first one first, and the faults of the record.

    Both come of one query.
    """
    case = desk.position.case
    found = list(case.events.order_by("number"))
    return [_shown(desk, event) for event in found], list(verify(case, found))


def last_change(desk: Desk) -> str:
    """Return when the case last changed, and for those who may read the record, how."""
    event = desk.position.case.events.order_by("number").last()
    if event is None:
        return ""
    day = formats.date_format(timezone.localdate(event.recorded_at))
    return f"{title(event.action)}: {event.by_name}, {day}" if desk.may("see_record") else day


def _shown(desk: Desk, event: Event) -> ShownEvent:
    may_read = opens(desk, event)
    data = dict(event.data) if may_read else {}
    aside = data.pop("set_aside", {})
    return ShownEvent(
        event,
        title(event.action),
        ROLES.get(event.role, event.role),
        may_read,
        [(name_of(key).capitalize(), in_words(value)) for key, value in data.items()],
        ", ".join(map(name_of, aside.get("rules", ()))),
        aside.get("reason", ""),
    )


def opens(desk: Desk, event: Event) -> bool:
    """Return whether the person may read what the event recorded."""
    p, seen = desk.position, desk.candidates
    if event.action in OF_NO_CANDIDATE and event.data.get("body") != Meeting.Body.PANEL:
        return True
    if desk.may("see_candidates") and len(seen) == len(p.candidates):
        return True
    if event.action not in OF_THE_CHOSEN or not free_of_the_chosen(p, desk.user):
        return False
    return desk.may("see_candidates") or desk.may("see_chosen")


def title(action: str) -> str:
    """Return what an action is, as the record names it."""
    return TABLE[action].sentence if action in TABLE else "Record the vacancy"


def in_words(value: Any) -> str:
    """Return what an event recorded, as a person would say it, each of several on a line."""
    match value:
        case {"id": _, "name": name}:
            return str(name)
        case bool():
            return "yes" if value else "no"
        case dict():
            return "\n".join(f"{name_of(str(k))}: {in_words(v)}" for k, v in value.items())
        case list():
            return "\n".join(_each(value))
        case str():
            return _plainly(value)
        case _:
            return str(value)


def _each(values: list[Any]) -> Iterator[str]:
    if not values:
        yield "none"
    yield from map(in_words, values)


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
