"""Every dated body of rules for appointing a head, and how to find the one that applies."""

from datetime import date

from law.appointment.academy import ACADEMY_EDITIONS
from law.appointment.england import COMMUNITY_EDITIONS
from law.appointment.england_foundation import FOUNDATION_EDITIONS
from law.appointment.england_unit import UNIT_EDITIONS
from law.appointment.not_held import why_not_held
from law.appointment.regime import Regime
from law.appointment.wales import COMMUNITY as WALES_COMMUNITY
from law.appointment.wales_foundation import FOUNDATION as WALES_FOUNDATION
from law.table import in_force

__all__ = ["REGIMES", "Regime", "regime_for"]

REGIMES: tuple[Regime, ...] = (
    *COMMUNITY_EDITIONS,
    *FOUNDATION_EDITIONS,
    *UNIT_EDITIONS,
    *ACADEMY_EDITIONS,
    WALES_COMMUNITY,
    WALES_FOUNDATION,
)


def regime_for(category: str, nation: str, on: date) -> Regime:
    """Return the edition that applies on a day to a school of this category and nation.

    Both are the values that `schools` records, such as "voluntary_controlled" and "england".
    Raises NoRegime, whose message says which body of rules applies, when Headship holds none.
    """
    editions = [each for each in REGIMES if each.governs(category, nation)]
    return in_force(editions, on, why_not_held(category, nation))
