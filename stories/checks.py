"""What a story can look at on its way: `check: {stage: interviewed, candidate.C2: withdrawn}`."""

from collections.abc import Iterable
from datetime import date
from functools import partial
from typing import Any

from casework.action import Process
from casework.models import Document
from stories.dates import Calendar
from stories.kinds import Check, KindOfStory, Scene, Unknown
from stories.source import At, Items, Value, one_of, text_of

NONE = "none"


def _document(p: Any, words: str) -> str:
    """Return where the latest version stands: `document.KIND`, or `document.KIND.ABOUT`."""
    kind, _, about = words.partition(".")
    found = [d for d in p.documents if d.kind == kind and (d.about == about or not about)]
    if not found:
        return NONE
    latest: Document = max(found, key=lambda d: (d.version, d.pk))
    return "stale" if latest.stale_since_id and latest.is_open else str(latest.status)


def _documents(p: Any, status: str) -> int:
    return sum(d.status == status for d in p.documents)


def _obstacles(process: Process[Any, Any], p: Any, action: str) -> list[str]:
    """Return the keys of what stands in the way of an action now, its facts apart."""
    if action not in process.actions or action not in process.table:
        raise Unknown(f"There is no action “{action}” to meet an obstacle.")
    if p.stage not in process.table[action].stages:
        return ["not_at_this_stage"]
    return [o.key for o in process.obstacles(p, action, {}) if o.blocks]


def _last_event(p: Any) -> dict[str, Any]:
    event = p.case.events.order_by("number").last()
    return dict(event.data) if event else {}


def common_checks(process: Process[Any, Any]) -> tuple[Check, ...]:
    """Return what a story of any kind can look at; the obstacles are those of the process."""
    return (
        Check("stage", "the stage that the case has reached", lambda p, _: p.stage),
        Check("events", "how many events the record has", lambda p, _: p.case.event_count),
        Check("document.…", "where the latest document of a kind stands: its status, or stale",
              _document),
        Check("documents.…", "how many documents there are of a status", _documents),
        Check("obstacles.…", "what stands in the way of an action, its facts apart",
              partial(_obstacles, process)),
        Check("warned_of", "what the last event was warned of",
              lambda p, _: _last_event(p).get("warned_of", [])),
        Check("set_aside", "which house rules the last event set aside",
              lambda p, _: _last_event(p).get("set_aside", {}).get("rules", [])),
    )  # fmt: skip


def checks_of(kind: KindOfStory) -> tuple[Check, ...]:
    """Return all that a story of this kind can look at."""
    return (*common_checks(kind.process), *kind.checks)


def check_name(name: str, at: At, kind: KindOfStory) -> tuple[Check, str]:
    """Return the check of that name and the word after it; raise BadStory if there is none."""
    known = checks_of(kind)
    for check in known:
        stem, takes_word, _ = check.name.partition("…")
        if name == check.name or (takes_word and name.startswith(stem) and name != stem):
            return check, name.removeprefix(stem) if takes_word else ""
    raise at.wrong(f"“{name}” is nothing to check. {one_of([c.name for c in known])}")


def differs(name: str, wanted: Value, at: At, p: Any, scene: Scene) -> str:
    """Return what is so instead of what is wanted, in words; nothing where it is as wanted."""
    check, word = check_name(name, at, scene.kind)
    try:
        found = check.look(p, word)
    except Unknown as error:
        raise at.wrong(str(error)) from error
    expected = _read(wanted, scene.calendar, is_date=isinstance(found, date))
    if expected == _plain(found):
        return ""
    return f"{name} is {_said(_plain(found))}, not {_said(expected)}"


def _read(wanted: Value, calendar: Calendar, *, is_date: bool) -> str | list[str]:
    if isinstance(wanted, Items):
        return sorted(text_of(item) for item in wanted.items)
    text = text_of(wanted)
    return calendar.day(wanted).isoformat() if is_date and text != NONE else text


def _plain(found: Any) -> str | list[str]:
    if found is None:
        return NONE
    if isinstance(found, date):
        return found.isoformat()
    if isinstance(found, list):
        return sorted(map(str, found))
    return str(found)


def _said(value: str | Iterable[str]) -> str:
    return value if isinstance(value, str) else f"[{', '.join(value)}]"
