"""The record of a case as a lawyer reads it: every event in order, in words, as one Word document.

It is made from the record when a case is written out, and is no part of the record itself.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from django.utils import timezone

from casework.documents.blocks import (
    Block,
    Facts,
    Letterhead,
    Marking,
    Paper,
    Paragraph,
    Reference,
    Table,
    Title,
)
from casework.event_page import in_words
from casework.models import Case, Event
from casework.record import name_of
from casework.words import written
from stories.kinds import KindOfStory

LONGEST = 300  # characters of one fact; what is longer is in the record of events in full
NOTE = (
    "Each event is dated twice: by the day on which it happened, and by the moment at which it was "
    "recorded. A long text is cut short here and marked “[…]”; it is in record.json in full."
)


def chronology(
    kind: KindOfStory, case: Case, events: Sequence[Event], faults: Sequence[str], on: date
) -> Paper:
    """Return the chronology of a case, made `on` a day; `faults` are those of its record."""
    return Paper(
        kind="chronology",
        title=f"Chronology, {case.school.name}",
        author="Headship",
        subject=kind.titled(case),
        reference=f"{case.reference}/chronology",
        blocks=tuple(_blocks(kind, case, events, faults, on)),
        dated=on,
    )


def _blocks(
    kind: KindOfStory, case: Case, events: Sequence[Event], faults: Sequence[str], on: date
) -> Iterator[Block]:
    yield Letterhead((case.school.name, kind.files[kind.record_file]))
    yield Reference((("Our reference", case.reference), ("Made on", written(on))))
    yield Marking("Private and confidential")
    yield Title("Chronology of the record")
    yield Facts(
        (
            *kind.facts(case),
            ("Stage reached", kind.stage_of(case)),
            ("Events", str(len(events))),
            ("State of the record", "\n".join(faults) or "The record is whole."),
        )
    )
    yield Paragraph(NOTE, note=True)
    headers = ("No.", "Happened", "Recorded", "Who", "What")
    in_order = sorted(events, key=lambda event: (event.happened_on, event.number))
    rows = tuple(_row(kind, event) for event in in_order)
    yield Table("Events in the order in which they happened", headers, rows, (4, 8, 8, 9, 25))


def _row(kind: KindOfStory, event: Event) -> tuple[str, ...]:
    role = kind.process.role_names.get(event.role, event.role)
    return (
        str(event.number),
        f"{event.happened_on:%-d %b %Y}",
        f"{timezone.localtime(event.recorded_at):%-d %b %Y, %H:%M}",
        f"{event.by_name}, {role}",
        "\n".join(_said(kind, event)),
    )


def _said(kind: KindOfStory, event: Event) -> Iterator[str]:
    """Yield what was done, with what facts, why, and under which provision."""
    data = dict(event.data)
    aside = data.pop("set_aside", {})
    yield kind.events.title(event.action)
    for key, value in data.items():
        if key != "sha256":  # of a file, which the index lists with it
            yield f"{name_of(key).capitalize()}: {_short(in_words(value), of_many=value)}"
    yield from _set_aside(aside)
    if event.why:
        yield f"Why: {_short(event.why)}"
    if event.provision:
        yield f"Provision: {event.provision}"


def _set_aside(aside: Mapping[str, Any]) -> Iterator[str]:
    if aside:
        yield f"Set aside: {', '.join(map(name_of, aside['rules']))}. Reason: {aside['reason']}"


def _short(text: str, of_many: object = None) -> str:
    """Return a text on one line, cut after a word where it is long; several have semicolons."""
    line = ("; " if isinstance(of_many, list | dict) else " ").join(filter(None, text.split("\n")))
    return line if len(line) <= LONGEST else f"{line[:LONGEST].rpartition(' ')[0]} […]"
