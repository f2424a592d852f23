"""What the rules of every phase are made with."""

from collections.abc import Callable, Iterator
from datetime import date

from casework.action import Facts
from law.base import Obstacle, Strength
from recruitment.position import Position

Rule = Callable[[Position, Facts], Iterator[Obstacle]]


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


def written(day: date | None) -> str:
    """Return a date as it is written in a letter, such as 3 September 2026."""
    return f"{day:%-d %B %Y}" if day else "an unknown date"


def required(*names: tuple[str, str]) -> Rule:
    """Return a rule that refuses an empty text: pairs of the fact's name and what it is called."""

    def rule(_: Position, f: Facts) -> Iterator[Obstacle]:
        for name, called in names:
            if name in f and not str(f[name] or "").strip():
                yield entry(
                    f"{name}_missing", f"{called}: nothing is given.", f"Give {called.lower()}."
                )

    return rule


def not_before(name: str, event: str, since: Callable[[Position, Facts], date | None]) -> Rule:
    """Return a rule that the date called `name` is not before the day of `event`."""

    def rule(p: Position, f: Facts) -> Iterator[Obstacle]:
        day, first = f.get(name), since(p, f)
        if day and first and day < first:
            yield entry(
                "date_before_what_it_follows",
                f"{written(day)} is before {event}, {written(first)}.",
                "Check the date, or correct the earlier one.",
            )

    return rule


in_order = not_before("on", "the last step of the case", lambda p, _: p.case.moved_on)
after_opening = not_before("on", "the day the vacancy was recorded", lambda p, _: p.case.opened_on)
