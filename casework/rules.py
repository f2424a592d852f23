"""What the rules of every kind of case are made with.

A rule is a pure function from a position and the facts given to the obstacles that it finds. It is
asked without facts by a page that wants to know whether a step is possible now, and with them by
`step()`; a rule about a fact that is not given is silent.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import TypeVar

from casework.action import Facts
from casework.words import written
from law.base import Obstacle, Strength
from law.calendars import CalendarError

P = TypeVar("P")
Rule = Callable[[P, Facts], Iterator[Obstacle]]


def entry(key: str, sentence: str, clears_by: str) -> Obstacle:
    """Something given that cannot be recorded as it stands. No reason sets it aside."""
    return Obstacle(
        key, sentence, Strength.HOUSE, "What is recorded must be true", clears_by, fixed=True
    )


def house(key: str, sentence: str, clears_by: str, citation: str = "House rule") -> Obstacle:
    """A rule of ours, which a named person can set aside with a reason on the record."""
    return Obstacle(key, sentence, Strength.HOUSE, citation, clears_by)


def practice(key: str, sentence: str, clears_by: str, citation: str = "Practice") -> Obstacle:
    """A warning: it is recorded that it was given, and holds nothing up."""
    return Obstacle(key, sentence, Strength.PRACTICE, citation, clears_by)


def nothing_given(called: str) -> str:
    """Return the sentence that a text is empty, by what the text is called."""
    return f"Nothing is given for “{called}”."


def required(*names: tuple[str, str]) -> Rule[object]:
    """Return a rule that refuses an empty text: pairs of the fact's name and what it is called."""

    def rule(_: object, f: Facts) -> Iterator[Obstacle]:
        for name, called in names:
            if name in f and not str(f[name] or "").strip():
                yield entry(f"{name}_missing", nothing_given(called), f"Give {called.lower()}.")

    return rule


def not_before(name: str, event: str, since: Callable[[P, Facts], date | None]) -> Rule[P]:
    """Return a rule that the date called `name` is not before the day of `event`."""

    def rule(p: P, f: Facts) -> Iterator[Obstacle]:
        day, first = f.get(name), since(p, f)
        if day and first and day < first:
            yield entry(
                "date_before_what_it_follows",
                f"{written(day)} is before {event}, {written(first)}.",
                "Check the date, or correct the earlier one.",
            )

    return rule


def found_by(rules: Iterable[Rule[P]], position: P, facts: Facts) -> list[Obstacle]:
    """Return every obstacle that the rules find, each said once, at its strongest."""
    found: dict[tuple[str, str], Obstacle] = {}
    for rule in rules:
        for obstacle in _asked(rule, position, facts):
            said = (obstacle.key, obstacle.sentence)
            known = found.get(said)
            if known is None or _weight(obstacle) > _weight(known):
                found[said] = obstacle
    return list(found.values())


def _asked(rule: Rule[P], position: P, facts: Facts) -> list[Obstacle]:
    """Return what the rule finds, or that its days cannot be counted so far ahead or back."""
    try:
        return list(rule(position, facts))
    except CalendarError as error:
        return [entry("days_not_known", str(error), "Check the date, or record what is missing.")]


def _weight(obstacle: Obstacle) -> tuple[bool, bool]:
    """A warning weighs least, then a rule that can be set aside, then one that cannot."""
    return obstacle.blocks, not obstacle.overridable
