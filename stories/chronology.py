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
from casework.models import Event
from casework.record import name_of
from recruitment.models import Vacancy
from recruitment.models.vacancy import ROLES
from recruitment.pages.events import in_words, title
from recruitment.rules.base import written

LONGEST = 300  # characters of one fact; what is longer is in the record of events in full
NOTE = (
    "Each event is dated twice: by the day on which it happened, and by the moment at which it was "
    "recorded. A long text is cut short here and marked “[…]”; it is in record.json in full."
)


def chronology(vacancy: Vacancy, events: Sequence[Event], faults: Sequence[str], on: date) -> Paper:
    """Return the chronology of a case, made `on` a day; `faults` are those of its record."""
    return Paper(
        kind="chronology",
        title=f"Chronology, {vacancy.school.name}",
        author="Headship",
        subject=f"Headship of {vacancy.school.name}",
        reference=f"{vacancy.reference}/chronology",
        blocks=tuple(_blocks(vacancy, events, faults, on)),
        dated=on,
    )


def _blocks(
    vacancy: Vacancy, events: Sequence[Event], faults: Sequence[str], on: date
) -> Iterator[Block]:
    yield Letterhead((vacancy.school.name, "The governing body's selection file"))
    yield Reference((("Our reference", vacancy.reference), ("Made on", written(on))))
    yield Marking("Private and confidential")
    yield Title("Chronology of the record")
    yield Facts(
        (
            ("Post", f"Headteacher, {vacancy.school.name}"),
            ("Stage reached", vacancy.get_stage_display()),
            ("Events", str(len(events))),
            ("State of the record", "\n".join(faults) or "The record is whole."),
        )
    )
    yield Paragraph(NOTE, note=True)
    headers = ("No.", "Happened", "Recorded", "Who", "What")
    in_order = sorted(events, key=lambda event: (event.happened_on, event.number))
    yield Table("Events in the order in which they happened", headers, tuple(map(_row, in_order)),
                (4, 8, 8, 9, 25))  # fmt: skip


def _row(event: Event) -> tuple[str, ...]:
    role = ROLES.get(event.role, event.role)
    return (
        str(event.number),
        f"{event.happened_on:%-d %b %Y}",
        f"{timezone.localtime(event.recorded_at):%-d %b %Y, %H:%M}",
        f"{event.by_name}, {role}",
        "\n".join(_said(event)),
    )


def _said(event: Event) -> Iterator[str]:
    """Yield what was done, with what facts, why, and under which provision."""
    data = dict(event.data)
    aside = data.pop("set_aside", {})
    yield title(event.action)
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
    """Return a text on one line, cut after a word where it is long; a list has semicolons."""
    line = ("; " if isinstance(of_many, list) else " ").join(filter(None, text.split("\n")))
    return line if len(line) <= LONGEST else f"{line[:LONGEST].rpartition(' ')[0]} […]"
