"""The law by which a school appoints and appraises its head, from all that Headship holds."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache

from django.db.models import prefetch_related_objects

from law.appointment import regime_for
from law.appointment.regime import Regime
from law.appraisal import Scheme, scheme_for
from law.arrangements import ARRANGEMENTS, Arrangement
from schools.models import School

WHAT_CHANGES = ("former_categories", "arrangements", "authority__rules")
"""What of a school changes the law from one day to another."""


@dataclass(frozen=True, slots=True, eq=False)
class SchoolLaw:
    """The law of a school on any day: its category then, its arrangement, its authority's rules.

    What is named in WHAT_CHANGES should be loaded with the school, by `load_changes`.
    """

    school: School

    def on(self, day: date) -> Regime:
        """Return the regime that governs on the day. Raises NoRegime where Headship has none."""
        regime = _of_category(self.school.category_on(day), self.school.nation, day)
        arrangement = self.arrangement_on(day)
        if arrangement:
            regime = arrangement.applied_to(regime)
        return self._with_local_rules(regime, day)

    def scheme_on(self, day: date) -> Scheme:
        """Return the scheme by which the head is appraised on the day. Raises NoRegime likewise."""
        scheme = scheme_for(
            self.school.category_on(day),
            self.school.nation,
            day,
            religious=self.school.has_religious_character,
        )
        arrangement = self.arrangement_on(day)
        return arrangement.applied_to(scheme) if arrangement else scheme

    def arrangement_on(self, day: date) -> Arrangement | None:
        """Return the special arrangement of the day, such as an interim executive board."""
        return ARRANGEMENTS.get(self.school.arrangement_on(day))

    def _with_local_rules(self, regime: Regime, day: date) -> Regime:
        """Only where the authority has a part are its own rules those of the school."""
        authority = self.school.authority
        if authority is None or regime.notice_of_vacancy is None:
            return regime
        for rule in authority.rules.all():
            if rule.is_in_force(day):
                regime = rule.local.added_to(regime)
        return regime


def load_changes(schools: Iterable[School]) -> None:
    """Load what changes the law of the schools, in the same few queries for all of them."""
    prefetch_related_objects(list(schools), *WHAT_CHANGES)


def law_of(school: School) -> SchoolLaw:
    """Return the law of one school, with what changes it."""
    load_changes([school])
    return SchoolLaw(school)


@cache
def _of_category(category: str, nation: str, day: date) -> Regime:
    return regime_for(category, nation, day)
