"""The person specification: what it must hold, and that it is frozen once it is published."""

from collections.abc import Iterator
from datetime import date

from casework.action import Facts
from casework.rules import entry, not_before, required
from casework.words import written
from law.base import Obstacle
from recruitment.position import Position
from recruitment.rules.base import Rule, after_opening


def criteria_open(p: Position, f: Facts) -> Iterator[Obstacle]:
    """What is published is frozen."""
    if p.case.criteria_settled_on:
        yield p.regime.criteria_frozen.obstacle(
            "criteria_frozen",
            f"The person specification was settled on {written(p.case.criteria_settled_on)}.",
            "A change after that means advertising again: repeat the panel's steps with a new "
            "advertisement.",
        ).as_fixed()


def some_essential_criterion(p: Position, f: Facts) -> Iterator[Obstacle]:
    """A specification without an essential criterion tests nothing."""
    if not any(c.essential for c in p.criteria):
        yield entry(
            "no_essential_criterion",
            "The person specification has no essential criterion.",
            "Enter at least one essential criterion.",
        )


MOST_WEIGHT = 5


def tested_somewhere(p: Position, f: Facts) -> Iterator[Obstacle]:
    """A criterion that nothing tests tells candidates apart by nothing."""
    if "tested_by" in f and not f["tested_by"]:
        yield entry(
            "tested_nowhere",
            "Nothing is said of where the criterion is tested.",
            "Choose at least one: the application, the references, a task or the interview.",
        )


def weight_in_bounds(p: Position, f: Facts) -> Iterator[Obstacle]:
    """A weight is a small whole number: a criterion of no weight is none."""
    weight = f.get("weight", 1)
    if not 1 <= weight <= MOST_WEIGHT:
        yield entry(
            "weight_out_of_bounds",
            f"The weight {weight} is not from 1 to {MOST_WEIGHT}.",
            "Give a weight in these bounds: 1 counts the points once.",
        )


def anchors_on_the_scale(p: Position, f: Facts) -> Iterator[Obstacle]:
    """What evidence stands for is said of points, which are whole numbers."""
    for point in f.get("anchors") or ():
        if not str(point).isdecimal():
            yield entry(
                "anchor_off_the_scale",
                f"“{point}” is not a point of a scale.",
                "Say for each point, such as 0 or 5, what evidence stands for it.",
            )


def _last_added(p: Position, f: Facts) -> date | None:
    return max((c.added_on for c in p.criteria), default=None)


RULES: dict[str, tuple[Rule, ...]] = {
    "add_criterion": (
        after_opening,
        criteria_open,
        tested_somewhere,
        weight_in_bounds,
        anchors_on_the_scale,
        required(("text", "The criterion")),
    ),
    "remove_criterion": (after_opening, criteria_open),
    "settle_criteria": (
        after_opening,
        not_before("on", "the day on which the last criterion was added", _last_added),
        criteria_open,
        some_essential_criterion,
    ),
}
