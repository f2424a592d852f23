"""A rule as a page shows it: with its name and its value in words."""

from dataclasses import dataclass

from law.appointment.regime import Check
from law.base import Rule
from law.report import value_in_words


@dataclass(frozen=True, slots=True)
class ShownRule:
    """A rule with its name and its value in words."""

    rule: Rule[object]
    name: str
    value: str


def shown(rule: Rule[object]) -> ShownRule:
    """Return the rule with its name and its value in words."""
    if isinstance(rule.value, Check):
        name = f"Check: {rule.value.name}"
    else:
        own = rule.key.startswith("own_")
        plain = rule.key.removeprefix("own_").replace("_", " ").capitalize()
        name = f"{plain}: the authority's own" if own else plain
    return ShownRule(rule, name, value_in_words(rule.value))
