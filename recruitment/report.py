"""The pages of docs/ that are made from the tables: permissions and stages."""

from collections.abc import Iterator
from typing import Any

from casework.policy import Capability
from recruitment.models import Candidate, Vacancy
from recruitment.models.vacancy import ROLES
from recruitment.policies import TABLE
from recruitment.stages import ANY, RUNNING, CandidateState, Stage

MADE = "<!-- Made from the code by `make docs`. Change the table, not this page. -->"


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
            "| capability | in a sentence | roles | stages |",
            "|---|---|---|---|",
            *(_row(capability) for capability in TABLE.values()),
            "",
        ]
    )


def _row(capability: Capability) -> str:
    roles = ", ".join(ROLES[role] for role in capability.roles)
    return (
        f"| `{capability.key}` | {capability.sentence} | {roles} | {_stages(capability.stages)} |"
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
            *_machine(Vacancy, "stage", Stage),
            "",
            "## A candidate",
            "",
            *_machine(Candidate, "state", CandidateState),
            "",
        ]
    )


def _machine(model: Any, field: str, labels: Any) -> Iterator[str]:
    moves = sorted(
        (labels(t.source), labels(t.target), t.name)
        for t in getattr(model, field).field.get_all_transitions(model)
    )
    order = {label: number for number, label in enumerate(labels)}
    moves.sort(key=lambda move: (order[move[0]], order[move[1]], move[2]))
    yield from ["```mermaid", "stateDiagram-v2"]
    yield from (f"    {source.value} --> {target.value}: {name}" for source, target, name in moves)
    yield from ["```", "", "| from | step | to |", "|---|---|---|"]
    yield from (f"| {source.label} | `{name}` | {target.label} |" for source, target, name in moves)
