"""The law as Headship holds it, rule by rule, for a page."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby

from law.appointment import REGIMES, Regime
from law.shown import ShownRule, shown


@dataclass(frozen=True, slots=True)
class Edition:
    """An edition of a body of rules: all of it, or what differs from the one in force."""

    regime: Regime
    rules: list[ShownRule]

    @property
    def to_check(self) -> list[ShownRule]:
        """The rules that were recalled or inferred, not read."""
        return [each for each in self.rules if each.rule.confidence.must_check]


@dataclass(frozen=True, slots=True)
class Body:
    """A body of rules: the edition in force, and how the others differ, the newest first."""

    current: Edition
    others: list[Edition]


def bodies(on: date) -> list[Body]:
    """Return every body of rules that Headship holds, as it stands on the day."""
    by_key = groupby(REGIMES, key=lambda regime: regime.key)
    return [_body(list(editions), on) for _, editions in by_key]


def _body(editions: list[Regime], on: date) -> Body:
    begun = [each for each in editions if each.since <= on] or editions[:1]
    current = max(begun, key=lambda each: each.since)
    held = list(current.rules())
    others = (
        Edition(each, [shown(rule) for rule in each.rules() if rule not in held])
        for each in sorted(editions, key=lambda each: each.since, reverse=True)
        if each is not current
    )
    return Body(Edition(current, [shown(rule) for rule in held]), list(others))
