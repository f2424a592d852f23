"""What the pages of docs/ say of every kind of case: its permission table and its machine."""

from collections.abc import Callable, Iterator
from typing import Any

from casework.policy import PermissionTable

MADE = "<!-- Made from the code by `make docs`. Change the table, not this page. -->"


def permission_rows(
    table: PermissionTable, role_names: dict[str, str], in_words: Callable[[frozenset[str]], str]
) -> Iterator[str]:
    """Yield the permission table: one row for each capability, its stages `in_words`."""
    yield "| capability | in a sentence | roles | stages |"
    yield "|---|---|---|---|"
    for row in table.values():
        roles = ", ".join(role_names[role] for role in row.roles)
        yield f"| `{row.key}` | {row.sentence} | {roles} | {in_words(row.stages)} |"


def machine(model: Any, field: str, labels: Any) -> Iterator[str]:
    """Yield a state machine as a picture and as a table, read off the model's own transitions."""
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
