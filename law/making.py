"""How the tables make their rules: of statute, of Headship's own, and of practice."""

from datetime import date
from typing import TypeVar

from law.base import Confidence, Rule, Strength

T = TypeVar("T")

FROM_THE_START = date(2018, 9, 1)
"""The day from which Headship holds the law: a case begun before it is not judged."""


def statute(
    key: str,
    says: str,
    *,
    value: T,
    citation: str,
    confidence: Confidence,
    since: date,
    note: str = "",
) -> Rule[T]:
    """Make a rule that nobody may override."""
    return Rule(
        key=key,
        says=says,
        value=value,
        citation=citation,
        strength=Strength.LAW,
        confidence=confidence,
        since=since,
        note=note,
    )


def house(
    key: str,
    says: str,
    *,
    serving: str,
    confidence: Confidence = Confidence.READ,
    note: str = "",
) -> Rule[bool]:
    """Make a rule of Headship's own, which serves a provision or a purpose."""
    return Rule(
        key=key,
        says=says,
        value=True,
        citation=f"House rule of Headship, for {serving}",
        strength=Strength.HOUSE,
        confidence=confidence,
        since=FROM_THE_START,
        note=note,
    )


def practice(
    key: str,
    says: str,
    *,
    value: T,
    citation: str,
    confidence: Confidence,
    since: date = FROM_THE_START,
    note: str = "",
) -> Rule[T]:
    """Make a rule that only warns."""
    return Rule(
        key=key,
        says=says,
        value=value,
        citation=citation,
        strength=Strength.PRACTICE,
        confidence=confidence,
        since=since,
        note=note,
    )
