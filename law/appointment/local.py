"""An authority's own rules: longer than the law or stricter than practice, never less."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from law.appointment.regime import Regime
from law.base import Confidence, Rule, Strength
from law.periods import Period

LENGTHENED = {
    "representations": "No recommendation is made before {length} days, beginning with the day on "
    "which the authority received the names, are over.",
    "meeting_notice": "Notice of the governing body's meeting is given at least {length} clear "
    "days in advance.",
    "panel_minimum": "The selection panel has at least {length} governors.",
}
"""What an authority may ask more of, with the sentence that says so."""

MOST = {"representations": 60, "meeting_notice": 60, "panel_minimum": 20}
"""The most of each that can be meant: more is a slip."""

MADE_STRICT = frozenset({"shortlisters", "references_before_interview", "trained_member"})
"""What is only practice, and an authority may make a rule of its own."""

NO_LENGTH = (
    "This rule has no length: it makes binding what is good practice, as it stands. Leave it out."
)

KEYS = (*LENGTHENED, *sorted(MADE_STRICT))


class LessThanLaw(ValueError):
    """An authority's rule asked for less than the law does; the message says how much that is."""


@dataclass(frozen=True, slots=True)
class LocalRule:
    """One rule of an authority: which rule it adds to, by how much, and its reference.

    `length` counts in the unit of the rule it adds to; it is None where practice is made strict.
    """

    key: str
    length: int | None
    reference: str
    since: date

    def added_to(self, regime: Regime) -> Regime:
        """Return the table with this rule in it.

        A table that has no such rule, or asks for as much already, is returned as it is.
        """
        known = regime.rule(self.key)
        if known is None or not self._asks_more_than(known):
            return regime
        if self.key in MADE_STRICT:
            return regime.changed(self._made_strict)
        return replace(regime, local=(*regime.local, self._own(known)))

    def slip(self) -> str:
        """Say what is wrong with the length whatever the law says; empty if nothing is."""
        if self.key in MADE_STRICT:
            return NO_LENGTH if self.length is not None else ""
        if self.length is None:
            return "No length is given: say how many the authority asks for."
        most = MOST[self.key]
        return f"{self.length} is more than {most}: check the number." if self.length > most else ""

    def check_against(self, regime: Regime) -> None:
        """Raise LessThanLaw if the table asks for as much already, or for more."""
        known = regime.rule(self.key)
        if known and not self._asks_more_than(known):
            raise LessThanLaw(
                f"The law asks for {_least(known)} already ({known.citation}). An authority's own "
                "rule can only ask for more."
            )

    def _asks_more_than(self, known: Rule[Any]) -> bool:
        if self.key in MADE_STRICT:
            return True
        return self.length is not None and self.length > _least(known)

    def _own(self, known: Rule[Any]) -> Rule[Any]:
        period = isinstance(known.value, Period)
        return Rule(
            key=f"own_{self.key}",
            says=LENGTHENED[self.key].format(length=self.length),
            value=replace(known.value, length=self.length) if period else self.length,
            citation=self.reference,
            strength=Strength.HOUSE,
            confidence=Confidence.READ,
            since=self.since,
            note="A rule of the authority's own, beside the law.",
        )

    def _made_strict(self, rule: Rule[Any]) -> Rule[Any]:
        if rule.key != self.key or rule.strength is not Strength.PRACTICE:
            return rule
        note = f"{rule.note} The authority has made it a rule of its own.".strip()
        return replace(rule, strength=Strength.HOUSE, citation=self.reference, note=note)


def _least(known: Rule[Any]) -> int:
    return int(known.value.length if isinstance(known.value, Period) else known.value)
