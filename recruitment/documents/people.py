"""Who signs a paper of a headship, and who reads it."""

from dataclasses import dataclass
from datetime import date

from accounts.models import User
from casework.documents.blocks import Salutation, Signature
from recruitment.models import Candidate
from recruitment.position import Position
from schools.models.choices import StaffRole

# The head of an authority's services for children, where no officer of it is known by name.
DIRECTOR = "Director of Children's Services"


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody a paper is from or to: name, office, and for whom they hold it."""

    name: str
    office: str = ""
    body: str = ""

    def __str__(self) -> str:
        """Return all that is known on one line."""
        return ", ".join(self.lines)

    @property
    def lines(self) -> tuple[str, ...]:
        """All that is known, line by line."""
        return tuple(filter(None, (self.name, self.office, self.body)))

    @property
    def greeting(self) -> Salutation:
        """How a letter greets them."""
        return Salutation(f"Dear {self.name or self.office}")

    def signs(self, *, closing: str = "Yours sincerely", body: str = "") -> Signature:
        """Return the block in which they sign, for `body` where it is not their own."""
        return Signature(self.name, self.office, body or self.body, closing)


def _at_school(user: User | None, office: str, p: Position) -> Party | None:
    return Party(user.full_name, office, p.school.name) if user else None


def clerk(p: Position) -> Party | None:
    """Return the clerk to the governing body."""
    return _at_school(p.clerk, "Clerk to the governing body", p)


def chair(p: Position) -> Party | None:
    """Return the chair of the governing body."""
    return _at_school(p.chair, "Chair of the governing body", p)


def panel_chair(p: Position) -> Party | None:
    """Return the chair of the selection panel."""
    return _at_school(p.panel_chair, "Chair of the selection panel", p)


def officer(p: Position) -> Party | None:
    """Return the officer who acts for the authority."""
    post = next(iter(p.staff_of_authority(StaffRole.OFFICER)), None)
    return Party(post.user.full_name, post.title or "Officer", p.authority_name) if post else None


def office_on(day: date, user: User, p: Position) -> str:
    """Return what somebody was on that day: at the authority, in the governing body, or nothing."""
    for post in p.authority_staff:
        if post.user_id == user.pk and post.is_in_force(day):
            return f"{post.title or post.get_role_display()}, {p.authority_name}"
    for held in p.offices:
        if held.user_id == user.pk and held.is_in_force(day):
            return held.get_office_display()
    member = p.membership_of(user, day)
    return member.get_kind_display() if member else ""


def appointee(candidate: Candidate) -> Party:
    """Return the person appointed: at their post, for no other address of theirs is kept."""
    return Party(candidate.name, candidate.post)


def voters(p: Position, candidate: Candidate | None) -> list[Party]:
    """Return the governors who may vote on somebody: none who has an interest in them."""
    return [
        Party(member.user.full_name, office_on(p.on, member.user, p))
        for member in p.governors_on(p.on)
        if member.user_id != p.case.outgoing_head_id
        and not (candidate and p.is_conflicted(member.user, candidate))
    ]


def authority(p: Position) -> Party | None:
    """Return whom to write to at the authority: its officer or, unknown by name, its director."""
    if not p.authority_name:
        return None
    return officer(p) or Party("", DIRECTOR, p.authority_name)
