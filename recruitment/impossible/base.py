"""What the sentences about impossible states are made with."""

from collections.abc import Iterator
from datetime import date

from recruitment.models import Decision

Sentences = Iterator[str]


def in_words(day: date) -> str:
    """Write a date out, as in 3 September 2026."""
    return f"{day:%-d %B %Y}"


def label(kind: str) -> str:
    """Name a decision, as in “approved”."""
    return Decision.Kind(kind).label.lower()
