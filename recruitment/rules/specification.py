"""The person specification: what it must hold, and that it is frozen once it is published."""

from collections.abc import Iterator
from datetime import date

from casework.action import Facts
from casework.rules import entry, not_before, required
from casework.words import written
from law.base import Obstacle
from law.standards import STANDARDS, of_nation
from recruitment.position import Position
from recruitment.rules.base import Rule, after_opening

FROZEN_WAYS = (
    "Once the post is advertised there are three ways: extend the closing date, if time is all "
    "that is wanted; publish again, before anybody has handed in scores; or start again: record "
    "that the panel recommends nobody, and repeat its steps with a new advertisement."
)


def criteria_open(p: Position, f: Facts) -> Iterator[Obstacle]:
    """What is published is frozen."""
    if p.case.criteria_settled_on:
        yield p.regime.criteria_frozen.obstacle(
            "criteria_frozen",
            f"The person specification was settled on {written(p.case.criteria_settled_on)}.",
            FROZEN_WAYS,
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


def words(text: str) -> str:
    """Return a criterion without what does not make it another: case and spaces."""
    return " ".join(text.casefold().split())


def stands_already(p: Position, f: Facts) -> Iterator[Obstacle]:
    """A criterion that stands twice counts twice."""
    asked = words(f.get("text", ""))
    same = next((c for c in p.criteria if words(c.text) == asked), None)
    if asked and same:
        yield entry(
            "criterion_stands_already",
            f"This stands in the person specification already, as criterion {same.number}.",
            "Word it differently if something else is meant. To let one criterion count for more, "
            "give it a weight.",
        )


def one_source(p: Position, f: Facts) -> Iterator[Obstacle]:
    """A specification is started from one thing at a time."""
    if "standards" in f and bool(f["standards"]) == bool(f["like"]):
        yield entry(
            "not_one_source",
            "The person specification is started from one source: the professional standards, or "
            "the specification of another headship.",
            "Choose the standards, or give the reference of the other headship; not both.",
        )


def standards_of_the_nation(p: Position, f: Facts) -> Iterator[Obstacle]:
    """A head in Wales is not judged by the standards of England, nor the other way round."""
    key = f.get("standards")
    own = of_nation(p.regime.nation)
    if key and key != own.key:
        other = STANDARDS.get(key)
        named = f"the {other.name}" if other else f"“{key}”"
        yield entry(
            "not_our_standards",
            f"The standards for heads in {NATIONS[own.nation]} are the {own.name}, not {named}.",
            f"Choose the {own.name}, which are the standards of this school's nation.",
        )


NATIONS = {"england": "England", "wales": "Wales"}


def specification_found(p: Position, f: Facts) -> Iterator[Obstacle]:
    """What cannot be seen is not told from what is not there."""
    if f.get("like") and "criteria" in f and not f["criteria"]:
        yield entry(
            "specification_not_found",
            f"Among the headships in which you have a part, no person specification is found under "
            f"“{f['like']}”.",
            "Check the reference. It stands at the head of the pages of that headship, such as "
            "HT-2026-00012.",
        )


def something_new(p: Position, f: Facts) -> Iterator[Obstacle]:
    """A criterion that stands already is not entered twice."""
    there = {words(c.text) for c in p.criteria}
    offered = f.get("criteria")
    if offered and all(words(text) in there for text in offered):
        yield entry(
            "nothing_to_add",
            "All of these criteria stand in the person specification already.",
            "Add a criterion of your own, or settle the specification.",
        )


def _last_added(p: Position, f: Facts) -> date | None:
    return max((c.added_on for c in p.criteria), default=None)


RULES: dict[str, tuple[Rule, ...]] = {
    "add_criterion": (
        after_opening,
        criteria_open,
        stands_already,
        tested_somewhere,
        weight_in_bounds,
        anchors_on_the_scale,
        required(("text", "The criterion")),
    ),
    "start_specification": (
        after_opening,
        criteria_open,
        one_source,
        standards_of_the_nation,
        specification_found,
        something_new,
    ),
    "remove_criterion": (after_opening, criteria_open),
    "settle_criteria": (
        after_opening,
        not_before("on", "the day on which the last criterion was added", _last_added),
        criteria_open,
        some_essential_criterion,
    ),
}
