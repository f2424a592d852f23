"""Arrangements under which others than a school's own governing body decide.

Each names the rules that then cannot be applied as they stand: those only warn.
"""

from dataclasses import dataclass, replace
from typing import Any, TypeVar

from law.base import Confidence, Rule, Strength
from law.table import Table

T = TypeVar("T", bound=Table)


@dataclass(frozen=True, slots=True)
class Arrangement:
    """What is known of one arrangement, from where, and the rules it leaves without effect.

    Those of appointing a head are `cannot_apply`, those of appraising one `in_appraisal`.
    """

    key: str
    name: str
    known: str
    citation: str
    confidence: Confidence
    cannot_apply: frozenset[str]
    in_appraisal: frozenset[str] = frozenset()

    @property
    def caution(self) -> str:
        """Warn that the sentence was not read; empty if it was."""
        return self.confidence.caution("statement")

    def applied_to(self, table: T) -> T:
        """Return the table in which the rules that cannot be applied only warn."""
        return table.changed(self._as_warning)

    def _as_warning(self, rule: Rule[Any]) -> Rule[Any]:
        if rule.key not in self.cannot_apply | self.in_appraisal:
            return rule
        note = f"{rule.note} It cannot be applied as it stands: {self.known}".strip()
        return replace(rule, strength=Strength.PRACTICE, note=note)


FEDERATION = Arrangement(
    "federation",
    "Federation",
    "One governing body governs several schools, under Regulations of its own on its members and "
    "its meetings; who of the heads of its schools may sit on the panel was not read.",
    "Federation of Maintained Schools (Wales) Regulations 2014 (SI 2014/1132) and SI 2014/1609; "
    "in England the School Governance (Federations) (England) Regulations 2012 (SI 2012/1035)",
    Confidence.RECALLED_MEDIUM,
    frozenset({"panel_excludes"}),
)
INTERIM_EXECUTIVE_BOARD = Arrangement(
    "interim_executive_board",
    "Interim executive board",
    "An interim executive board stands for the governing body. Its members are appointed, may be "
    "as few as two, and settle their own procedure.",
    "Education and Inspections Act 2006, Schedule 6; in Wales the School Standards and "
    "Organisation (Wales) Act 2013, Schedule 1",
    Confidence.RECALLED_MEDIUM,
    frozenset({"panel_minimum", "panel_acts_with", "quorum", "meeting_notice", "casting_vote"}),
    frozenset({"governors_minimum", "foundation_governor", "pay_decided_by_others"}),
)
TEMPORARY_GOVERNING_BODY = Arrangement(
    "temporary_governing_body",
    "Temporary governing body",
    "A temporary governing body governs a school that is to open, and appoints its first head "
    "under provisions for new schools that were not read.",
    "School Staffing (England) Regulations 2009 (SI 2009/2680), Part 5; in Wales the New "
    "Maintained Schools (Wales) Regulations 2005 (SI 2005/2912)",
    Confidence.RECALLED_LOW,
    frozenset({"quorum", "meeting_notice", "casting_vote", "notice_of_vacancy"}),
)
SUSPENDED_BUDGET = Arrangement(
    "suspended_budget",
    "Delegated budget suspended",
    "While the delegated budget is suspended, the powers of the governing body over staff are not "
    "its own: the authority decides what the governing body would.",
    "School Standards and Framework Act 1998, section 51 and Schedule 15",
    Confidence.RECALLED_MEDIUM,
    frozenset({"approval", "appointer", "panel_changed_by_governing_body", "decided_in_meeting"}),
    frozenset({"pay_decided_by_others"}),
)
COLLABORATION = Arrangement(
    "collaboration",
    "Collaboration",
    "Schools that collaborate may have given the appointment to a joint committee, with provisions "
    "of its own on advice.",
    "School Staffing (England) Regulations 2009 (SI 2009/2680), regulations 36 and 39",
    Confidence.INFERRED,
    frozenset({"approval", "panel_changed_by_governing_body", "adviser_attendance"}),
)

ARRANGEMENTS = {
    each.key: each
    for each in (
        FEDERATION,
        INTERIM_EXECUTIVE_BOARD,
        TEMPORARY_GOVERNING_BODY,
        SUSPENDED_BUDGET,
        COLLABORATION,
    )
}
