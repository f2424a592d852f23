"""docs/matrix.md: every step by regime: who acts, the clock, the provision and its strength."""

from collections.abc import Iterator
from dataclasses import dataclass

from casework.policy import Capability
from law.appointment import REGIMES
from law.appointment.regime import Regime
from law.base import Rule
from law.periods import Period
from recruitment.known import unknown_step, who_acts
from recruitment.models.vacancy import ROLES
from recruitment.policies import TABLE

OPENING = """\
<!-- Made from the code by `make docs`. Change the tables, not this page. -->
# Every step, by regime

The latest edition of each regime. A step that a regime does not know is refused, with what happens
instead. **Who acts** are the roles that can take the step; **clock** is the period that hangs on
it; **provision** is what it rests on, and **strength** whether that is law, a house rule or
practice. A step without a provision is Headship's own way of keeping the record. An academy is
shown as it stands before its scheme of delegation is entered; the scheme changes who approves and
who appoints.
"""


@dataclass(frozen=True, slots=True)
class Cell:
    """One step in one regime. Where it is not a step, `instead` says what happens."""

    regime: Regime
    step: Capability
    roles: tuple[str, ...]
    rule: Rule[object] | None
    instead: str

    @property
    def clock(self) -> str:
        """The period that hangs on the step, in words."""
        return str(self.rule.value) if self.rule and isinstance(self.rule.value, Period) else ""

    @property
    def row(self) -> str:
        """The cell as a row of its step's table."""
        if self.instead:
            return f"| {self.regime.name} | not a step: {self.instead} | | | |"
        who = ", ".join(ROLES[role] for role in self.roles)
        cited, strength = (self.rule.citation, str(self.rule.strength)) if self.rule else ("", "")
        return f"| {self.regime.name} | {who} | {self.clock} | {cited} | {strength} |"


def latest() -> list[Regime]:
    """Return the latest edition of each regime, in their order."""
    return list({regime.key: regime for regime in REGIMES}.values())


def steps() -> list[Capability]:
    """Return the rows of the permission table that are steps."""
    return [row for row in TABLE.values() if not row.key.startswith("see_")]


def cell(regime: Regime, step: Capability) -> Cell:
    """Return what the tables say of one step in one regime."""
    unknown = unknown_step(regime, step.key)
    rule = regime.rule(step.provision) if step.provision else None
    return Cell(
        regime, step, who_acts(regime, step.key), rule, unknown.clears_by if unknown else ""
    )


def matrix() -> str:
    """Return docs/matrix.md: a table for each step, with a row for each regime."""
    return "\n".join([OPENING, *(line for step in steps() for line in _table(step))])


def _table(step: Capability) -> Iterator[str]:
    yield f"## {step.sentence}"
    yield ""
    yield f"`{step.key}`"
    yield ""
    yield "| regime | who acts | clock | provision | strength |"
    yield "|---|---|---|---|---|"
    yield from (cell(regime, step).row for regime in latest())
    yield ""
