"""Who has to do with a cycle: appraisers, adviser, objections, and everybody with a role."""

from dataclasses import dataclass

from accounts.models import User
from casework import access
from governance.models import CycleGrant
from governance.models.cycle import ROLES
from governance.position import Position


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody with a part in the cycle, and what was theirs and is no longer."""

    person: User
    roles: tuple[str, ...]
    ended: tuple[str, ...]


def holders(p: Position) -> list[Holder]:
    """Return everybody who was given a role on the cycle, in order of name, in one query."""
    granted: dict[User, set[str]] = {}
    grants = CycleGrant.objects.filter(content_object=p.case)
    for grant in grants.select_related("user", "permission").order_by("user__full_name"):
        granted.setdefault(grant.user, set()).add(access.role_of(grant.permission.codename))
    return [_holder(p, person, frozenset(roles)) for person, roles in granted.items()]


def _holder(p: Position, person: User, roles: frozenset[str]) -> Holder:
    left = p.roles_left(person, roles) if person.is_active else frozenset()
    return Holder(person, _names(left), _names(roles - left))


def _names(roles: frozenset[str]) -> tuple[str, ...]:
    return tuple(name for role, name in ROLES.items() if role in roles)
