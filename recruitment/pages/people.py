"""Who has to do with a vacancy: governing body, panel, authority, roles and interests."""

from dataclasses import dataclass

from accounts.models import User
from casework import access
from recruitment.forms.base import Desk
from recruitment.models import Candidate, Interest, VacancyGrant
from recruitment.models.vacancy import ROLES
from recruitment.position import Position
from schools.models import AuthorityStaff, Membership, Office


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody with roles on the case, and why they cannot use them all, if they cannot."""

    person: User
    roles: tuple[str, ...]
    taken_away: str


def holders(p: Position) -> list[Holder]:
    """Return everybody with a role on the case, in order of name, in one query."""
    granted: dict[User, set[str]] = {}
    grants = VacancyGrant.objects.filter(content_object=p.case)
    for grant in grants.select_related("user", "permission").order_by("user__full_name"):
        granted.setdefault(grant.user, set()).add(access.role_of(grant.permission.codename))
    return [_holder(p, person, roles) for person, roles in granted.items()]


def _holder(p: Position, person: User, roles: set[str]) -> Holder:
    names = tuple(name for role, name in ROLES.items() if role in roles)
    if person.pk == p.case.outgoing_head_id:
        return Holder(person, names, "The outgoing head takes no part and sees nothing.")
    if p.has_withdrawn(person):
        return Holder(person, names, "Has withdrawn because of a declared interest.")
    return Holder(person, names, "" if person.is_active else "The account is closed.")


@dataclass(frozen=True, slots=True)
class Governor:
    """A seat on the governing body, with the offices of whoever has it."""

    membership: Membership
    offices: tuple[str, ...]


def governing_body(p: Position) -> tuple[list[Governor], list[Membership]]:
    """Return who sits on the governing body now, and who has left since the vacancy arose."""
    now = [m for m in p.memberships if m.is_in_force(p.on)]
    left = [m for m in p.memberships if m.until and p.case.opened_on <= m.until < p.on]
    seated = [Governor(m, _offices(p, m.user)) for m in now]
    return sorted(seated, key=lambda g: (not g.offices, g.membership.user.full_name)), left


def _offices(p: Position, user: User) -> tuple[str, ...]:
    held = (o for o in p.offices if o.user_id == user.pk and o.is_in_force(p.on))
    return tuple(o.get_office_display() for o in held)


def outside_the_body(p: Position) -> list[Office]:
    """Return the office-holders who do not sit on the governing body, as a clerk does not."""
    seated = {m.user_id for m in p.memberships if m.is_in_force(p.on)}
    return [o for o in p.offices if o.is_in_force(p.on) and o.user_id not in seated]


def authority(p: Position) -> list[AuthorityStaff]:
    """Return those who act for the authority now, officers after advisers."""
    return sorted((s for s in p.authority_staff if s.is_in_force(p.on)), key=lambda s: s.role)


@dataclass(frozen=True, slots=True)
class ShownInterest:
    """An interest as a person may read it: without its candidate and detail for most."""

    interest: Interest
    open: bool
    endable: bool
    about: str = ""

    @property
    def maps(self) -> bool:
        """Whether it waits for the clerk to find the candidate of the name declared."""
        return self.interest.awaits_mapping and self.interest.ended_on is None


def interests(desk: Desk) -> list[ShownInterest]:
    """Return the declared interests, the standing ones first.

    Whom it concerns, and how, is for the declarer, and for those who see that candidate.
    """
    ordered = sorted(desk.position.interests, key=lambda i: (i.ended_on is not None, i.pk))
    return [
        ShownInterest(i, _may_read(desk, i), _may_end(desk, i), _about(desk, i)) for i in ordered
    ]


def interests_in(desk: Desk, candidate: Candidate) -> list[ShownInterest]:
    """Return the interests in one candidate: to a reader without names, none by a roster's name."""
    found = (i for i in interests(desk) if i.interest.candidate == candidate)
    return [i for i in found if not (desk.blinded and i.interest.named)]


def _about(desk: Desk, interest: Interest) -> str:
    """Return whom it is in. To a reader without names the roster alone shows a name."""
    if desk.blinded and interest.named:
        return "A name on the roster"
    found = interest.candidate
    return f"{found.code}, {found.name}" if found else interest.named


def _may_read(desk: Desk, interest: Interest) -> bool:
    if interest.person == desk.user or interest.candidate in desk.candidates:
        return True
    if interest.awaits_mapping and desk.blinded:
        return False
    return interest.candidate is None and desk.may("see_candidates")


def _may_end(desk: Desk, interest: Interest) -> bool:
    own = interest.person == desk.user and not interest.pinned
    return interest.ended_on is None and (own or "clerk" in desk.roles)
