"""A trust's scheme of delegation, in the four fields that decide who appoints a head."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from law.appointment.regime import Regime
from law.base import Confidence, Rule, Strength


class Body(StrEnum):
    """Who can approve or appoint under a scheme of delegation."""

    GOVERNING_BODY = "governing_body"
    TRUST_BOARD = "trust_board"
    CHIEF_EXECUTIVE = "chief_executive"
    MEMBERS = "members"


@dataclass(frozen=True, slots=True)
class Laid:
    """What a scheme lays down in one field, and the place where it does."""

    value: Any
    source: str


@dataclass(frozen=True, slots=True)
class Scheme:
    """Panel size (int), approver and appointer (Body), consents (tuple of names), with sources."""

    since: date
    panel_minimum: Laid
    approval: Laid
    appointer: Laid
    consents: Laid

    def applied_to(self, regime: Regime) -> Regime:
        """Return the table with the values of the scheme, each with its source."""
        consents = _consents(self.consents, self.since)
        return replace(regime.changed(self._as_laid_down), consents=consents)

    def _as_laid_down(self, rule: Rule[Any]) -> Rule[Any]:
        laid: Laid | None = getattr(self, rule.key, None)
        if laid is None:
            return rule
        return replace(
            rule,
            value=laid.value,
            citation=laid.source,
            confidence=Confidence.READ,
            since=self.since,
            note="",
        )


def _consents(laid: Laid, since: date) -> Rule[tuple[str, ...]] | None:
    if not laid.value:
        return None
    return Rule(
        key="consents",
        says="The appointment needs the consent of those whom the scheme of delegation names.",
        value=laid.value,
        citation=laid.source,
        strength=Strength.HOUSE,
        confidence=Confidence.READ,
        since=since,
    )
