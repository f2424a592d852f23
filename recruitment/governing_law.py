"""The law that governs one headship on each day of the case: that of the step's own day."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import ClassVar

from casework.action import certain
from law.appointment.regime import NamesLaw, Regime
from recruitment.models import Delegation
from schools.governing_law import SchoolLaw


@dataclass(frozen=True, slots=True, eq=False)
class GoverningLaw:
    """The law of the school, with the trust's scheme as the case holds it in an academy.

    `delegations` are the schemes in order of date.
    """

    ACADEMY: ClassVar = "england-academy"

    school: SchoolLaw
    delegations: Sequence[Delegation] = ()
    found: dict[date, Regime] = field(default_factory=dict)

    def on(self, day: date) -> Regime:
        """Return the regime that governs on the day. Raises NoRegime where Headship has none."""
        if day not in self.found:
            self.found[day] = self._on(day)
        return self.found[day]

    def _on(self, day: date) -> Regime:
        regime = self.school.on(day)
        delegation = self.delegation_on(day) if regime.key == self.ACADEMY else None
        return delegation.scheme.applied_to(regime) if delegation else regime

    def delegation_on(self, day: date) -> Delegation | None:
        """Return the scheme of delegation in force on the day, if one is entered."""
        return next((d for d in reversed(self.delegations) if d.since <= day), None)

    def names_on(self, day: date) -> NamesLaw:
        """Return what follows from giving the authority names, by the law of the day.

        The names may have been given before it was known that the school had changed by then. So
        where the law of the day has nothing of it, the latest law before that had it counts.
        """
        eves = (changed - timedelta(days=1) for changed in reversed(self._changes()))
        days = (day, *(eve for eve in eves if eve < day))
        return certain(next(filter(None, (self.on(each).names for each in days)), None))

    def days_of_change(self, first: date, last: date) -> list[date]:
        """Return `first`, `last`, and each day between on which the law became another."""
        days = {*self._changes(), *(d.since for d in self.delegations)}
        return [first, *sorted(day for day in days if first < day < last), last]

    def _changes(self) -> list[date]:
        """The days on which the school became something else, in order."""
        school = self.school.school
        categories = {f.until + timedelta(days=1) for f in school.former_categories.all()}
        return sorted(categories | {a.since for a in school.arrangements.all()})
