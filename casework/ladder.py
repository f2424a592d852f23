"""Where the steps of a plan stand in a picture: planned beside happened. Knows no page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from casework.timeline import Scale, months, percent, scale_of

TOP = 48  # of the first step, in pixels below the upper edge
ROW = 46  # one line for the name of the step, and one for its marks
GAP = 8  # between the line of months and the first step
NAME, MARKS = 14, 31  # of a step, below its top: the line its name stands on, the middle of marks


@dataclass(frozen=True, slots=True)
class Rung:
    """One step: its name, how it stands in words, its latest day, and what was planned and done.

    `kind`: "done", "ahead", "late" or "impossible".
    """

    name: str
    stands: str
    kind: str
    latest: date
    planned: date | None = None
    happened: date | None = None

    @property
    def days(self) -> list[date]:
        """The days that it marks."""
        return [day for day in (self.latest, self.planned, self.happened) if day]


def draw(
    rungs: Sequence[Rung], holidays: Sequence[tuple[date, date]], today: date
) -> dict[str, Any]:
    """Return what components/ladder.html needs, with places as percentages or pixels in text."""
    scale = scale_of([today, *(day for rung in rungs for day in rung.days)])
    inside = [(one, other) for one, other in holidays if one < scale.last and other >= scale.first]
    return {
        "months": months(scale),
        "rungs": [_rung(rung, TOP + ROW * row, scale) for row, rung in enumerate(rungs)],
        "holidays": [_band(one, other, scale) for one, other in inside],
        "today": today,
        "today_x": percent(scale.at(today)),
        "top": TOP - GAP,
        "depth": ROW * len(rungs) + GAP,
        "height": TOP + ROW * len(rungs),
    }


def _band(first: date, last: date, scale: Scale) -> dict[str, str]:
    start = max(0.0, scale.at(first))
    end = min(100.0, scale.at(last + timedelta(days=1)))
    return {"x": percent(start), "width": percent(end - start)}


def _rung(rung: Rung, top: int, scale: Scale) -> dict[str, Any]:
    places = sorted(scale.at(day) for day in rung.days)
    return {
        "rung": rung,
        "name_y": top + NAME,
        "y": top + MARKS,
        "from": percent(places[0]),
        "to": percent(places[-1]),
        "latest": percent(scale.at(rung.latest)),
        "planned": percent(scale.at(rung.planned)) if rung.planned else "",
        "happened": percent(scale.at(rung.happened)) if rung.happened else "",
    }
