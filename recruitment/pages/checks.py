"""The checks that the law lists for this school, and what is recorded of each."""

from dataclasses import dataclass

from law.appointment.regime import Check as CheckInLaw
from law.base import Rule
from recruitment.forms.base import Desk
from recruitment.models import Check


@dataclass(frozen=True, slots=True)
class ShownCheck:
    """A check of the law with the one that was made, if it was, and those that were undone."""

    rule: Rule[CheckInLaw]
    done: Check | None
    undone: list[Check]

    @property
    def outcome(self) -> str:
        """What came of it, in words."""
        if self.done is None:
            return "Not recorded"
        if not self.done.applies:
            return "Does not apply"
        return "Satisfactory" if self.done.satisfactory else "Not satisfactory"

    @property
    def mark(self) -> str:
        """The colour of the outcome."""
        return {"Satisfactory": "green", "Not satisfactory": "red"}.get(self.outcome, "grey")

    @property
    def required(self) -> str:
        """When the check is required."""
        return str(self.rule.value).capitalize()


def checks(desk: Desk) -> list[ShownCheck]:
    """Return every check for this school, without outcomes for whoever may not see the person."""
    p = desk.position
    chosen = p.chosen if p.chosen in desk.candidates else None
    undone = [c for c in p.checks if chosen and c.undone_on and c.candidate_id == chosen.pk]
    return [
        ShownCheck(
            rule,
            p.check_done(rule.value.key) if chosen else None,
            [c for c in undone if c.key == rule.value.key],
        )
        for rule in p.regime.checks
    ]
