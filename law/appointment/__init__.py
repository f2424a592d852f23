"""Every dated body of rules for appointing a head, and how to find the one that applies."""

from datetime import date

from law.appointment.england import COMMUNITY_EDITIONS
from law.appointment.not_held import why_not_held
from law.appointment.regime import NoRegime, Regime
from law.periods import in_words

__all__ = ["REGIMES", "NoRegime", "Regime", "regime_for"]

REGIMES: tuple[Regime, ...] = COMMUNITY_EDITIONS


def regime_for(category: str, nation: str, on: date) -> Regime:
    """Return the edition that applies on a day to a school of this category and nation.

    Both are the values that `schools` records, such as "voluntary_controlled" and "england".
    Raises NoRegime, whose message says which body of rules applies, when Headship holds none.
    """
    editions = [each for each in REGIMES if each.governs(category, nation)]
    begun = [each for each in editions if each.since <= on]
    if begun:
        return max(begun, key=lambda each: each.since)
    if editions:
        raise NoRegime(_too_early(min(editions, key=lambda each: each.since)))
    raise NoRegime(why_not_held(category, nation))


def _too_early(first: Regime) -> str:
    return (
        f"{first.name}: Headship holds their rules from {in_words(first.since)}, and none for an "
        "earlier day."
    )
