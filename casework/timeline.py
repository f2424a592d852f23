"""Where the dates of a case stand in a picture of them. Knows no page and no database."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

TOP = 52  # of the first mark, in pixels below the upper edge
ROW = 30
NAMED = 7  # months of which a telephone has room for the names
YEARS_ALONE = 36  # months: of more than these only each January is named


@dataclass(frozen=True, slots=True)
class Entry:
    """A day, or the days up to and including `last_day`, with what they are, in a few words.

    `kind`: "done", "planned" or "warning".
    """

    day: date
    label: str
    kind: str = "done"
    last_day: date | None = None

    @property
    def end(self) -> date:
        """The last day of all."""
        return self.last_day or self.day


def draw(entries: Sequence[Entry], today: date | None) -> dict[str, Any]:
    """Return what components/timeline.html needs: months, marks in order of date, today, height.

    Positions are percentages as text, ready to be attributes; the picture runs from the first
    of the first month to the end of the last. In that of a case that is over there is no today.
    """
    ordered = sorted(entries, key=lambda entry: (entry.day, entry.end))
    days = [*(e.day for e in ordered), *(e.end for e in ordered)]
    scale = scale_of([*days, today] if today else days)
    return {
        "months": months(scale),
        "marks": [_mark(entry, row, scale) for row, entry in enumerate(ordered)],
        "today": today,
        "today_x": percent(scale.at(today)) if today else "",
        "height": TOP + ROW * len(ordered),
    }


@dataclass(frozen=True, slots=True)
class Scale:
    """The days that a picture covers: from `first` up to, not including, `last`."""

    first: date
    last: date

    def at(self, day: date) -> float:
        """How far along the picture the day begins, from 0 to 100."""
        return 100 * (day - self.first).days / (self.last - self.first).days


def scale_of(days: Iterable[date]) -> Scale:
    """Return the scale from the first of the first month to the end of the last."""
    every = sorted(days)
    return Scale(every[0].replace(day=1), _next_month(every[-1]))


def _next_month(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1)


def months(scale: Scale) -> list[dict[str, Any]]:
    """Return the months of a scale with their places; of many, most are minor.

    Of a picture of several years only each January is left.
    """
    found = []
    day = scale.first
    while day < scale.last:
        found.append(day)
        day = _next_month(day)
    if len(found) > YEARS_ALONE:
        found = [month for month in found if month.month == 1]
    named_each = -(-len(found) // NAMED)
    return [
        {
            "x": percent(scale.at(month)),
            "name": f"{month:%b}",
            "year": month.year if number == 0 or month.month == 1 else None,
            "minor": number % named_each != 0,
        }
        for number, month in enumerate(found)
    ]


def _mark(entry: Entry, row: int, scale: Scale) -> dict[str, Any]:
    start, end = scale.at(entry.day), scale.at(entry.end + timedelta(days=1))
    before = start > 100 - end
    return {
        "entry": entry,
        "x": percent(start),
        "width": percent(end - start) if entry.last_day else "",
        "top": TOP + ROW * row,
        "middle": TOP + ROW * row + 10,
        "side": "before" if before else "after",
        "label_x": percent(end if entry.last_day and not before else start),
    }


def percent(number: float) -> str:
    """Return a place as an attribute has it."""
    return f"{number:.2f}%"
