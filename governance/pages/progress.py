"""Where the marks of progress stand in a picture of the year: a lane for each objective."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from casework.timeline import Scale, months, percent, scale_of
from governance.models import Objective, Progress
from governance.position import Position
from governance.stages import RUNNING

Mark = Progress.Mark
LEVELS = (Mark.DONE, Mark.ON_TRACK, Mark.BEHIND, Mark.NOT_BEGUN)  # from the top down
TOP, LANE, STEP = 52, 144, 26  # pixels: above the first lane, of one lane, between its levels
NAME = 14  # pixels: from the top of a lane to the foot of its name
KINDS = {Mark.BEHIND: "warning", Mark.NOT_BEGUN: "planned"}


@dataclass(frozen=True, slots=True)
class Level:
    """A line of a lane: how high it stands, and what it means."""

    y: int
    text_y: int
    name: str


@dataclass(frozen=True, slots=True)
class Dot:
    """One note of progress: its place, and the next one's, to which a line is drawn."""

    x: str
    y: int
    kind: str
    next_x: str
    next_y: int


@dataclass(frozen=True, slots=True)
class Lane:
    """What is drawn of one objective."""

    name: str
    name_y: int
    levels: tuple[Level, ...]
    dots: tuple[Dot, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """The whole picture, with the notes that it draws, in order, for the table beside it."""

    height: int
    months: list[dict[str, object]]
    today: date | None
    today_x: str
    lanes: tuple[Lane, ...]
    notes: tuple[Progress, ...]


def picture(p: Position) -> Picture | None:
    """Return the picture of how the objectives go, or nothing before anything is noted."""
    noted = {o: _of(p, o) for o in p.objectives if _of(p, o)}
    if not noted:
        return None
    notes = tuple(each for found in noted.values() for each in found)
    today = p.on if p.stage in RUNNING else None
    days = [p.case.starts_on, p.case.ends_on, *(n.seen_on for n in notes)]
    scale = scale_of([*days, today] if today else days)
    return Picture(
        height=TOP + LANE * len(noted),
        months=months(scale),
        today=today,
        today_x=percent(scale.at(today)) if today else "",
        lanes=tuple(_lane(n, o, found, scale) for n, (o, found) in enumerate(noted.items())),
        notes=notes,
    )


def _of(p: Position, objective: Objective) -> list[Progress]:
    return [each for each in p.progress if each.objective_id == objective.pk]


def _lane(number: int, objective: Objective, notes: Sequence[Progress], scale: Scale) -> Lane:
    top = TOP + LANE * number
    heights = {mark: top + NAME + STEP * (n + 1) for n, mark in enumerate(LEVELS)}
    levels = tuple(Level(y, y - 4, mark.label) for mark, y in heights.items())
    places = [(_x(scale, each.seen_on), heights[Mark(each.mark)]) for each in notes]
    after = [*places[1:], places[-1]]
    dots = tuple(
        Dot(*place, KINDS.get(Mark(each.mark), "done"), *following)
        for each, place, following in zip(notes, places, after, strict=True)
    )
    return Lane(f"Objective {objective.number}", top + NAME, levels, dots)


def _x(scale: Scale, day: date) -> str:
    return percent(scale.at(day))
