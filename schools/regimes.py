"""Whose rules govern the schools that are held, by nation and category."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from django.db.models import Count

from law.appointment import regime_for
from law.base import NoRegime
from law.periods import in_words
from schools.models import IN_USE, Category, Nation, School, Status


class Governed(NamedTuple):
    """So many open schools of one nation and category, and who governs: a regime, or else why not.

    One of `regime` and `why_not` is empty.
    """

    nation: Nation
    category: Category
    schools: int
    regime: str
    why_not: str


def governed(on: date) -> list[Governed]:
    """Return all the open schools by nation and category, with whose rules apply on that day."""
    held = School.objects.filter(status__in=IN_USE).order_by("nation", "category")
    counts = held.values_list("nation", "category").annotate(Count("pk"))
    return [
        Governed(Nation(nation), Category(category), schools, *_regime(category, nation, on))
        for nation, category, schools in counts
    ]


def lines(on: date) -> Iterator[str]:
    """Yield the report of a day: who governs, who is without a regime and why, who is not open."""
    found = governed(on)
    yield f"Open schools on {in_words(on)}: {sum(each.schools for each in found):,}"
    for each in found:
        yield f"{each.nation.label}, {each.category.label}: {each.schools:,}"
        yield f"  {each.regime or each.why_not}"
    yield from _by_reason("Without a regime", _without(found))
    yield from _by_reason("Not open, so not counted", _not_open())


def _regime(category: str, nation: str, on: date) -> tuple[str, str]:
    try:
        return regime_for(category, nation, on).name, ""
    except NoRegime as error:
        return "", str(error)


def _without(found: list[Governed]) -> Counter[str]:
    reasons: Counter[str] = Counter()
    for each in found:
        if each.why_not:
            reasons[each.why_not] += each.schools
    return reasons


def _not_open() -> Counter[str]:
    held = School.objects.exclude(status__in=IN_USE).order_by()
    counts = held.values_list("status").annotate(Count("pk"))
    return Counter({Status(status).label: schools for status, schools in counts})


def _by_reason(title: str, reasons: Counter[str]) -> Iterator[str]:
    yield f"{title}: {reasons.total():,}"
    yield from (f"  {reason}: {schools:,}" for reason, schools in reasons.most_common())
