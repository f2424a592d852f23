"""Every dated body of rules for appraising a head, and how to find the one that applies."""

from datetime import date

from law.appraisal.academy import ACADEMY_EDITIONS
from law.appraisal.england import MAINTAINED_EDITIONS
from law.appraisal.not_held import why_not_held
from law.appraisal.scheme import Scheme
from law.appraisal.wales import RELIGIOUS, WALES_SCHEMES
from law.table import in_force

__all__ = ["SCHEMES", "Scheme", "scheme_for"]

SCHEMES: tuple[Scheme, ...] = (*MAINTAINED_EDITIONS, *ACADEMY_EDITIONS, *WALES_SCHEMES)


def scheme_for(category: str, nation: str, on: date, *, religious: bool) -> Scheme:
    """Return the edition that applies on a day to the head of a school of this kind.

    Category and nation are the values that `schools` records; `religious` says whether the school
    has a religious character, which makes a difference in Wales, and only to a voluntary or a
    foundation school. Raises NoRegime, whose message says who decides, when Headship holds none.
    """
    religious = religious and category in RELIGIOUS.categories
    editions = [each for each in SCHEMES if each.is_for(category, nation, religious=religious)]
    return in_force(editions, on, why_not_held(category, nation))
