"""Whom the governors chose: what was decided, and what is known of the person since."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from law.appointment.regime import Check as CheckRule
from law.base import Rule
from recruitment.models import Candidate, Check, Consent, Decision, PayDetermination, RiskAssessment
from recruitment.naming import Naming


@dataclass(frozen=True, kw_only=True)
class Choice(Naming):
    """The decisions, the checks, the consents, the pay range. Part of a `Position`."""

    decisions: Sequence[Decision] = ()
    checks: Sequence[Check] = ()
    consents: Sequence[Consent] = ()
    pay: Sequence[PayDetermination] = ()
    risks: Sequence[RiskAssessment] = ()

    @property
    def chosen(self) -> Candidate | None:
        """The candidate whom the panel recommended in this round, whatever became of it."""
        kinds = (Decision.Kind.RECOMMEND, Decision.Kind.FALL_THROUGH)
        decision = next(filter(None, map(self.decision, kinds)), None)
        return decision.candidate if decision else None

    @property
    def ever_chosen(self) -> frozenset[Candidate]:
        """Whoever was recommended in this round or an earlier one."""
        return frozenset(d.candidate for d in self.decisions if d.candidate)

    def decision(self, kind: Decision.Kind) -> Decision | None:
        """The decision of that kind that stands in this round: one that was ended does not."""
        return next((d for d in self.standing_decisions if d.kind == kind), None)

    @property
    def standing_decisions(self) -> tuple[Decision, ...]:
        """The decisions of this round that were not ended."""
        return tuple(d for d in self.decisions if d.round == self.case.round and d.ended_on is None)

    @property
    def starts_on(self) -> date | None:
        """The day on which the person to whom the post was offered is to start."""
        offer = self.decision(Decision.Kind.OFFER)
        return date.fromisoformat(offer.detail["starts_on"]) if offer else None

    @property
    def pay_range(self) -> PayDetermination | None:
        """The pay range as it was last determined."""
        return next((d for d in reversed(self.pay) if self.has_come(d.decided_on)), None)

    @property
    def risk(self) -> RiskAssessment | None:
        """The assessment that lets the person chosen start before the certificate, if it holds."""
        made = (r for r in reversed(self.risks) if self.chosen and r.candidate == self.chosen)
        return next((r for r in made if r.assessed_on <= self.on <= r.until), None)

    def check_done(self, key: str) -> Check | None:
        """The check of the chosen candidate that stands for `key`, if it was made."""
        chosen = self.chosen
        return next(
            (
                c
                for c in reversed(self.checks)
                if chosen and c.candidate_id == chosen.pk and c.key == key and self._made(c)
            ),
            None,
        )

    def check_standing(self, key: str) -> Check | None:
        """The check of the chosen candidate that is recorded and not undone, whatever its date."""
        chosen = self.chosen
        return next(
            (
                c
                for c in self.checks
                if chosen and c.candidate_id == chosen.pk and c.key == key and c.undone_on is None
            ),
            None,
        )

    @property
    def checks_failed(self) -> tuple[tuple[Rule[CheckRule], Check], ...]:
        """The checks of the person chosen that apply and were not satisfactory, with the rule."""
        made = ((rule, self.check_done(rule.value.key)) for rule in self.regime.checks)
        return tuple((r, c) for r, c in made if c and c.applies and not c.satisfactory)

    def _made(self, check: Check) -> bool:
        return self.has_come(check.done_on) and not self.has_come(check.undone_on)

    @property
    def checks_complete_on(self) -> date | None:
        """The day of the last check, once every check of this school's list is recorded."""
        done = [self.check_done(rule.value.key) for rule in self.regime.checks]
        days = [check.done_on for check in done if check]
        return max(days) if days and len(days) == len(done) else None

    @property
    def consents_given(self) -> tuple[Consent, ...]:
        """The consents to the person chosen, in the order in which they were given."""
        return tuple(each for each in self.consents if self._is_to_the_choice(each))

    @property
    def consents_wanting(self) -> tuple[str, ...]:
        """Whose consent to the person chosen the scheme of delegation asks for and is not in."""
        asked = self.regime.consents
        given = {consent.name for consent in self.consents_given}
        return tuple(name for name in asked.value if name not in given) if asked else ()

    def _is_to_the_choice(self, consent: Consent) -> bool:
        """Whether it was given to the recommendation that stands, and not to an earlier one."""
        choice = self.decision(Decision.Kind.RECOMMEND)
        return bool(
            choice
            and consent.candidate_id == choice.candidate_id
            and choice.decided_on <= consent.given_on
            and self.has_come(consent.given_on)
        )
