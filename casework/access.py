"""Who has which role on a case. The only module that speaks to django-guardian.

A grant says that a person has a role on one case, and nothing else. What the role may do, at
which stage, and what a conflict of interest takes away, is judged at the call.
"""

from collections.abc import Sequence
from typing import Any, TypeVar

from django.db.models import F, Model, QuerySet
from guardian.shortcuts import assign_perm, get_user_perms, get_users_with_perms, remove_perm

from accounts.models import User

CaseT = TypeVar("CaseT", bound=Model)

_PREFIX = "as_"


def permissions(roles: dict[str, str]) -> tuple[tuple[str, str], ...]:
    """Return the model permissions for `roles` (role -> its name), for a model's Meta."""
    return tuple((_PREFIX + role, f"Acts on the case as {name}") for role, name in roles.items())


def role_of(codename: str) -> str:
    """Return the role of which a permission of that code name is the grant."""
    return codename.removeprefix(_PREFIX)


def grant(role: str, user: User, case: Model) -> None:
    """Give `user` the role on the case. Giving it twice is giving it once."""
    assign_perm(_PREFIX + role, user, case)


def revoke(role: str, user: User, case: Model) -> None:
    """Take the role on the case from `user`. Taking what is not there does nothing."""
    remove_perm(_PREFIX + role, user, case)


def roles_of(user: User, case: Model) -> frozenset[str]:
    """Return the roles granted to `user` on the case: none for a stranger or a closed account."""
    if not user.is_active:
        return frozenset()
    return frozenset(map(role_of, get_user_perms(user, case)))


def holders(role: str, case: Model) -> list[User]:
    """Return those to whom the role on the case is granted."""
    found = get_users_with_perms(case, only_with_perms_in=[_PREFIX + role])
    return list(found)


def case_of(user: User, cases: QuerySet[CaseT]) -> tuple[CaseT | None, frozenset[str]]:
    """Return the one case of `cases`, with the roles of `user` on it; no case without a role."""
    code = F("grants__permission__codename")
    rows = cases.filter(grants__user=user, grants__user__is_active=True).annotate(code=code)
    roles = {role_of(str(getattr(case, "code", ""))): case for case in rows}
    return next(iter(roles.values()), None), frozenset(roles)


def roles_by_case(
    user: User, cases: Sequence[Model], grants: QuerySet[Any]
) -> dict[int, frozenset[str]]:
    """Return the roles granted to the person on each of the cases, in one query of the grants."""
    found: dict[int, frozenset[str]] = {case.pk: frozenset() for case in cases}
    mine = grants.filter(user=user, content_object__in=cases)
    for case, code in mine.values_list("content_object_id", "permission__codename"):
        found[case] |= {role_of(code)}
    return found


def cases_of(user: User, cases: QuerySet[CaseT]) -> QuerySet[CaseT]:
    """Return those of `cases` on which `user` has any role. The grants are joined as `grants`."""
    return cases.filter(grants__user=user).distinct()
