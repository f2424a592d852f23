"""What a story can look at on its way: `check: {stage: interviewed, candidate.C2: withdrawn}`."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from casework.models import Document
from recruitment import rules
from recruitment.actions import ACTIONS
from recruitment.models import Candidate
from recruitment.policies import TABLE
from recruitment.position import Position
from stories.dates import Calendar
from stories.source import At, Items, Value, one_of, text_of

NONE = "none"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing to look at: its name, what it says, and how it is read off a position.

    A name that ends in `.…` takes a word more, such as a candidate's code.
    """

    name: str
    says: str
    look: Callable[[Position, str], Any]


class Unknown(LookupError):
    """The word after the dot names nothing in this case."""


def _candidate(p: Position, code: str) -> Candidate:
    found = next((c for c in p.candidates if c.code == code), None)
    if found is None:
        raise Unknown(f"There is no candidate {code}.")
    return found


def _document(p: Position, words: str) -> str:
    """Return where the latest version stands: `document.KIND`, or `document.KIND.ABOUT`."""
    kind, _, about = words.partition(".")
    found = [d for d in p.documents if d.kind == kind and (d.about == about or not about)]
    if not found:
        return NONE
    latest: Document = max(found, key=lambda d: (d.version, d.pk))
    return "stale" if latest.stale_since_id and latest.is_open else str(latest.status)


def _documents(p: Position, status: str) -> int:
    return sum(d.status == status for d in p.documents)


def _obstacles(p: Position, action: str) -> list[str]:
    """Return the keys of what stands in the way of an action now, its facts apart."""
    if action not in ACTIONS or action not in TABLE:
        raise Unknown(f"There is no action “{action}” to meet an obstacle.")
    if p.stage not in TABLE[action].stages:
        return ["not_at_this_stage"]
    return [o.key for o in rules.obstacles(p, action, {}) if o.blocks]


def _last_event(p: Position) -> dict[str, Any]:
    event = p.case.events.order_by("number").last()
    return dict(event.data) if event else {}


def _receipt(p: Position) -> date | None:
    return p.counts_from(p.notice) if p.notice else None


CHECKS = (
    Check("stage", "the stage that the case has reached", lambda p, _: p.stage),
    Check("round", "which round of the panel's steps it is", lambda p, _: p.case.round),
    Check("events", "how many events the record has", lambda p, _: p.case.event_count),
    Check("panel", "who sits on the panel", lambda p, _: [str(s.person) for s in p.panel]),
    Check("candidate.…", "where the candidate stands", lambda p, c: str(_candidate(p, c).state)),
    Check("told.…", "when the candidate was told", lambda p, c: _candidate(p, c).told_on),
    Check(
        "receipt", "the day from which the authority's period is counted", lambda p, _: _receipt(p)
    ),
    Check(
        "last_day.representations.…",
        "the last day for representations on the candidate",
        lambda p, c: p.last_day_for(_candidate(p, c)),
    ),
    Check(
        "representations.…",
        "how many representations on the candidate stand: in time and not withdrawn",
        lambda p, c: len(p.representations_on(_candidate(p, c))),
    ),
    Check(
        "unconsidered.representations",
        "how many representations wait to be considered",
        lambda p, _: len(p.unconsidered),
    ),
    Check(
        "unconsidered.advice",
        "how many papers of advice wait to be considered, late representations among them",
        lambda p, _: len(p.unconsidered_advice),
    ),
    Check(
        "unconsidered.reservations",
        "how many reservations put before the decision wait to be considered",
        lambda p, _: len(p.unconsidered_reservations),
    ),
    Check("document.…", "where the latest document of a kind stands: its status, or stale",
          _document),
    Check("documents.…", "how many documents there are of a status", _documents),
    Check("obstacles.…", "what stands in the way of an action, its facts apart", _obstacles),
    Check("warned_of", "what the last event was warned of",
          lambda p, _: _last_event(p).get("warned_of", [])),
    Check("set_aside", "which house rules the last event set aside",
          lambda p, _: _last_event(p).get("set_aside", {}).get("rules", [])),
)  # fmt: skip


def check_name(name: str, at: At) -> tuple[Check, str]:
    """Return the check of that name and the word after it; raise BadStory if there is none."""
    for check in CHECKS:
        stem, takes_word, _ = check.name.partition("…")
        if name == check.name or (takes_word and name.startswith(stem) and name != stem):
            return check, name.removeprefix(stem) if takes_word else ""
    raise at.wrong(f"“{name}” is nothing to check. {one_of([c.name for c in CHECKS])}")


def differs(name: str, wanted: Value, at: At, p: Position, calendar: Calendar) -> str:
    """Return what is so instead of what is wanted, in words; nothing where it is as wanted."""
    check, word = check_name(name, at)
    try:
        found = check.look(p, word)
    except Unknown as error:
        raise at.wrong(str(error)) from error
    expected = _read(wanted, calendar, is_date=isinstance(found, date))
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
