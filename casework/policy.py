"""The shape of a permission table: who may do what on a case, and at which stages."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Capability:
    """One row: its key is the name of an action, or of something that can be looked at.

    `provision` names the rule in `law` that the action is done under, if there is one. What is
    done `alone` changes nothing that anybody else is looking at: several do it at once, and none
    of them makes the page of another out of date.
    """

    key: str
    sentence: str
    roles: tuple[str, ...]
    stages: frozenset[str]
    provision: str = ""
    alone: bool = False

    def role_for(self, roles: Iterable[str]) -> str:
        """Return the first role of this row that is among `roles`, or an empty string."""
        held = frozenset(roles)
        return next((role for role in self.roles if role in held), "")


PermissionTable = Mapping[str, Capability]


def table(*rows: Capability) -> PermissionTable:
    """Return the rows by key. Raise ValueError when a key stands twice."""
    by_key = {row.key: row for row in rows}
    if len(by_key) != len(rows):
        raise ValueError("A capability stands twice in the permission table.")
    return by_key
