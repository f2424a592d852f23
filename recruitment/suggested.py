"""What a person specification can be started from: the standards, or that of another headship."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Self

from accounts.models import User
from casework import access, clock
from law.base import NoRegime
from law.standards import STANDARDS, Heading
from recruitment import load
from recruitment.models import Criterion
from recruitment.policies import TABLE

SEES_IT = TABLE["see_vacancy"]
"""The row of the permission table that opens the page of the person specification."""


@dataclass(frozen=True, slots=True)
class Suggested:
    """A criterion as it is taken over: everything of it but its number."""

    text: str
    essential: bool
    tested_by: tuple[str, ...]
    weight: int
    anchors: Mapping[str, str]

    @classmethod
    def by_heading(cls, heading: Heading) -> Self:
        """Return the criterion that Headship suggests under a heading of the standards."""
        return cls(heading.criterion, heading.essential, heading.tested_by, 1, {})

    @classmethod
    def like(cls, other: Criterion) -> Self:
        """Return the criterion of another specification."""
        ways = tuple(other.tested_by)
        return cls(other.text, other.essential, ways, other.weight, other.anchors)

    def fields(self) -> dict[str, Any]:
        """Return the fields of the row that it becomes."""
        return {**asdict(self), "tested_by": list(self.tested_by)}


def from_standards(key: str) -> list[Suggested]:
    """Return what Headship suggests by the standards; nothing for a key that nothing has."""
    standards = STANDARDS.get(key)
    return [Suggested.by_heading(h) for h in standards.suggested] if standards else []


def from_vacancy(reference: str, user: User) -> list[Suggested]:
    """Return the criteria of the headship of that reference, if the person may see them.

    Nothing tells a headship that is not there from one in which the person has no part.
    """
    case, roles = access.case_of(user, load.vacancies().filter(reference=reference))
    if case is None:
        return []
    try:
        position = load.position(case, clock.today())
    except NoRegime:
        return []
    if not SEES_IT.role_for(position.roles_left(user, roles)):
        return []
    return [Suggested.like(criterion) for criterion in position.criteria]
