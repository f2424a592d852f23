"""The pages of docs/ that are made from the tables: permissions and stages."""

from casework.report import MADE, machine, permission_rows
from recruitment.models import Candidate, Vacancy
from recruitment.models.vacancy import ROLES
from recruitment.policies import TABLE
from recruitment.stages import ANY, RUNNING, CandidateState, Stage


def permissions() -> str:
    """Return docs/permissions.md: one row for each capability."""
    return "\n".join(
        [
            MADE,
            "# Who may do and see what",
            "",
            "A grant says which role a person has on one vacancy. This table says what the role",
            "can do, and at which stages. Declared interests take away, and so does being the",
            "outgoing head. To anybody without a role the vacancy does not exist.",
            "",
            *permission_rows(TABLE, ROLES, _stages),
            "",
        ]
    )


def _stages(stages: frozenset[str]) -> str:
    if stages == ANY:
        return "every stage"
    if stages == RUNNING:
        return "every stage until it ends"
    return ", ".join(stage.label for stage in Stage if stage in stages)


def stages() -> str:
    """Return docs/stages.md: both machines as pictures and as tables."""
    return "\n".join(
        [
            MADE,
            "# The stages of a headship",
            "",
            "Clocks, notices, advice and checks are facts beside the stage. A machine moves only",
            "inside `casework.action.step`, which asks permission and rules first.",
            "",
            "## The vacancy",
            "",
            *machine(Vacancy, "stage", Stage),
            "",
            "## A candidate",
            "",
            *machine(Candidate, "state", CandidateState),
            "",
        ]
    )
