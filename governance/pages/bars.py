"""Numbers over many cycles as bars, beside the table that has them: how they stand, what is due."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from casework.timeline import percent
from governance.pages.due import LATE, NOW, TO_COME, Line
from governance.stages import Stage

ROW, HEIGHT = 44, 14  # pixels: of a bar with its name above, of the bar alone
FEWEST = 2  # cycles of which a picture says something
LONGEST = 88  # percent of the width: what is left is for the number
WARNING, PLANNED, DONE = "warning", "planned", "done"


@dataclass(frozen=True, slots=True)
class Bar:
    """One number: its name, where it is drawn, and as what kind of thing."""

    name: str
    number: int
    kind: str
    width: str
    text_y: int
    y: int

    @property
    def middle(self) -> int:
        """Where the number is written."""
        return self.y + HEIGHT - 2


@dataclass(frozen=True, slots=True)
class Picture:
    """The bars of one question, with the heads of the two columns of their table."""

    title: str
    what: str
    number: str
    bars: tuple[Bar, ...]

    @property
    def height(self) -> int:
        """How high the picture is."""
        return ROW * len(self.bars) + 4


def pictures(lines: Sequence[Line]) -> list[Picture]:
    """Return how the cycles stand and what is due when; nothing of a single cycle."""
    if len(lines) < FEWEST:
        return []
    return [
        _picture("How the cycles stand", "Stage", "Cycles", _stages(lines)),
        _picture("What is due when", "When", "Things due", _months(lines)),
    ]


Numbers = Mapping[tuple[str, str], int]


def _stages(lines: Iterable[Line]) -> Numbers:
    found = Counter(line.desk.position.stage for line in lines)
    return {(stage.label, DONE): found[stage] for stage in Stage if found[stage]}


def _months(lines: Iterable[Line]) -> Numbers:
    """What is late, what is due now and, by its month, what is to come."""
    every = [due for line in lines for _, due in line.cells if due.day]
    sorts = Counter(due.sort for due in every)
    to_come = (due.day for due in every if due.day and due.sort == TO_COME)
    months = Counter(day.replace(day=1) for day in to_come)
    found = {("Late", WARNING): sorts[LATE], ("Due now", DONE): sorts[NOW]}
    found |= {(f"{month:%B %Y}", PLANNED): months[month] for month in sorted(months)}
    return {key: number for key, number in found.items() if number}


def _picture(title: str, what: str, number: str, numbers: Numbers) -> Picture:
    most = max(numbers.values(), default=1)
    bars = (
        Bar(name, number, kind, percent(LONGEST * number / most), ROW * row + 16, ROW * row + 24)
        for row, ((name, kind), number) in enumerate(numbers.items())
    )
    return Picture(title, what, number, tuple(bars))
