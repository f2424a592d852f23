"""Planning: a timetable is worked back from a day to come, over days whose holidays are known."""

from collections.abc import Iterator

from casework.action import Facts
from casework.rules import entry, house
from casework.words import written
from law.base import Obstacle
from law.calendars import CalendarError
from recruitment.models import Appointee
from recruitment.position import Position
from recruitment.rules.base import Rule, after_opening
from recruitment.timetable import ask_of, timetable


def start_ahead(p: Position, f: Facts) -> Iterator[Obstacle]:
    """A plan is for a day to come."""
    start, on = f.get("start"), f.get("on") or p.on
    if start and start <= on:
        yield entry(
            "start_not_ahead",
            f"{written(start)} is not after {written(on)}, the day on which the plan is made.",
            "Give a day to come.",
        )


def after_the_outgoing_head(p: Position, f: Facts) -> Iterator[Obstacle]:
    """A plan is for a day on which the post is free, as an offer is."""
    start, on = f.get("start"), f.get("on") or p.on
    if start and on < start <= p.case.outgoing_last_day:
        yield house(
            "post_still_held",
            f"The outgoing head holds the post until {written(p.case.outgoing_last_day)}.",
            "Give a later day, or correct the outgoing head's last day.",
        )


def holidays_known(p: Position, f: Facts) -> Iterator[Obstacle]:
    """A timetable is worked back only over days whose bank holidays are known."""
    start, appointee = f.get("start"), f.get("appointee")
    if start and appointee:
        try:
            timetable(ask_of(p, start, Appointee(appointee)))
        except CalendarError as error:
            yield entry("holidays_unknown", str(error), "Choose a day within the table.")


RULES: dict[str, tuple[Rule, ...]] = {
    "keep_plan": (after_opening, start_ahead, after_the_outgoing_head, holidays_known)
}
