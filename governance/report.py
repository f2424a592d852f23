"""The page docs/performance-management.md, made from the tables: stages, and who may do what."""

from collections.abc import Iterator

from casework.report import MADE, machine, permission_rows
from governance.documents import IN_ORDER
from governance.models import Cycle
from governance.models.cycle import ROLES
from governance.policies import TABLE
from governance.stages import ANY, KEPT, RUNNING, Stage

OPENING = """\
# Performance management: stages and permissions

A grant says which role a person has on one cycle. The table says what the role can do, and at which
stages. A role ends with the office, the appointment or the engagement behind it. To anybody without
a role, a governor who is no appraiser among them, the cycle does not exist; once its papers are
disposed of, it exists for the clerk and the chair alone.

Consultations, meetings, notices, evidence, pay and clocks are facts beside the stage. The machine
moves only inside `casework.action.step`, which asks permission and rules first. Which steps a
school knows depends on its law: `governance/known.py`.
"""


def performance_management() -> str:
    """Return the whole page."""
    return "\n".join(
        [
            MADE,
            OPENING,
            "## The stages",
            "",
            *machine(Cycle, "stage", Stage),
            "",
            "## Who may do and see what",
            "",
            *permission_rows(TABLE, ROLES, _stages),
            "",
            *_papers(),
            "",
        ]
    )


def _papers() -> Iterator[str]:
    """Yield the kinds of paper, in the order in which a year comes to them."""
    yield from ["## The papers", ""]
    yield "Until it is issued, a paper is read only on the side that signs it."
    yield from ["", "| No. | paper | key | approved by | seen by those who may |"]
    yield "|---|---|---|---|---|"
    for paper in IN_ORDER:
        approvers = ", ".join(ROLES[role] for role in paper.approvers)
        seen = TABLE[paper.seen_with].sentence
        seen = seen[:1].lower() + seen[1:]
        yield f"| {paper.number} | {paper.name} | `{paper.key}` | {approvers} | {seen} |"


def _stages(stages: frozenset[str]) -> str:
    if stages == ANY:
        return "every stage"
    if stages == KEPT:
        return "every stage until the papers are disposed of"
    if stages == RUNNING:
        return "every stage until it ends"
    return ", ".join(stage.label for stage in Stage if stage in stages)
