"""A rule with its citation and how sure it is, and what a rule that is not met puts in the way."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import Generic, TypeVar

from law.periods import Months, Period

T_co = TypeVar("T_co", covariant=True)


class NoRegime(LookupError):
    """Headship holds no rules for this school on this day; the message says whose rules apply."""


class Strength(StrEnum):
    """What a rule can do: only law can never be overridden."""

    LAW = "law"
    """Nobody may override it."""
    HOUSE = "house rule"
    """A named person may override it, with a reason on the record."""
    PRACTICE = "practice"
    """It only warns."""


class Confidence(StrEnum):
    """How a rule came to be known. A house rule is its own source, so it counts as read."""

    READ = "read"
    RECALLED_HIGH = "recalled (high)"
    RECALLED_MEDIUM = "recalled (medium)"
    RECALLED_LOW = "recalled (low)"
    INFERRED = "inferred"

    @property
    def must_check(self) -> bool:
        """Say whether the words must be looked up before anybody relies on them."""
        return self is not Confidence.READ

    @property
    def how(self) -> str:
        """Say in a word how the rule is known: read, recalled or inferred."""
        return self.value.partition(" ")[0]

    def caution(self, thing: str = "rule") -> str:
        """Warn, in a sentence about the thing named, that it was not read; empty if it was."""
        return (
            f"This {thing} is {self.how}, not read: check the regulation."
            if self.must_check
            else ""
        )


@dataclass(frozen=True, slots=True)
class Obstacle:
    """What stands in the way of a step: a sentence, its source, and what would clear it.

    `fixed` marks a house rule that no reason can set aside, because what it asks for is missing
    or cannot be true.
    """

    key: str
    sentence: str
    strength: Strength
    citation: str
    clears_by: str
    confidence: Confidence = Confidence.READ
    fixed: bool = False

    @property
    def blocks(self) -> bool:
        """Say whether it holds the step up; practice only warns."""
        return self.strength is not Strength.PRACTICE

    @property
    def overridable(self) -> bool:
        """Say whether a named person can set it aside with a reason."""
        return self.strength is Strength.HOUSE and not self.fixed

    def as_practice(self) -> "Obstacle":
        """Return the same as a warning, for a duty whose time has not yet run out."""
        return replace(self, strength=Strength.PRACTICE)

    def as_fixed(self) -> "Obstacle":
        """Return the same as one that no reason sets aside."""
        return replace(self, fixed=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule(Generic[T_co]):
    """One rule: what it says in a sentence, the value a program needs, and where it comes from.

    `since` is the day from which the rule has held in this form.
    """

    key: str
    says: str
    value: T_co
    citation: str
    strength: Strength
    confidence: Confidence
    since: date
    note: str = ""

    @property
    def is_figure(self) -> bool:
        """Say whether the value is a number or a period, rather than a fact or a list."""
        if isinstance(self.value, bool):
            return False
        return isinstance(self.value, int | Fraction | Period | Months)

    @property
    def caution(self) -> str:
        """The sentence that must stand beside this rule on a page or a letter; often empty."""
        return self.confidence.caution("figure" if self.is_figure else "rule")

    def obstacle(self, key: str, sentence: str, clears_by: str) -> Obstacle:
        """Return the obstacle this rule puts in the way, with the rule's own source."""
        return Obstacle(key, sentence, self.strength, self.citation, clears_by, self.confidence)
