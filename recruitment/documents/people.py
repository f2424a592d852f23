"""Who signs a paper of a headship, and who reads it."""

from datetime import date

from accounts.models import User
from casework.documents.party import Party
from law.base import Rule
from recruitment.models import Candidate
from recruitment.models.delegation import DecidingBody
from recruitment.position import Position
from schools.models.choices import Category, StaffRole

# The head of an authority's services for children, where no officer of it is known by name.
DIRECTOR = "Director of Children's Services"


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


def trust_employs(p: Position) -> bool:
    """Whether the employer is neither the authority nor the governing body."""
    return p.regime.notice_of_vacancy is None


def employer(p: Position) -> Party | None:
    """Return who writes for the employer: the authority's officer, or the chair of governors."""
    if trust_employs(p):
        office = "Chair of the governing body, for the academy trust"
        return _at_school(p.chair, office, p)
    return officer(p) if p.regime.authority_employs else chair(p)


def governors(p: Position) -> str:
    """Return what the governing body is called at its head: a unit has a management committee."""
    unit = p.school.category == Category.PUPIL_REFERRAL_UNIT
    return "The management committee, as governing body" if unit else "The governing body"


def body(p: Position) -> str:
    """Return what the governing body is called in a sentence."""
    unit = p.school.category == Category.PUPIL_REFERRAL_UNIT
    return "management committee" if unit else "governing body"


def employer_name(p: Position) -> str:
    """Return who employs the head, as a sentence has it."""
    if trust_employs(p):
        return "the academy trust"
    ours = f"the governing body of {p.school.name}"
    return p.authority_name if p.regime.authority_employs else ours


def body_of_trust(rule: Rule[str]) -> str | None:
    """Name the body of the trust that approves or appoints, as a sentence has it."""
    if rule.value not in DecidingBody.values:
        return None
    name = str(DecidingBody(rule.value).label)
    return f"{name[:1].lower()}{name[1:]}"


def approver_name(p: Position) -> str:
    """Return who approves a recommendation, as a sentence has it."""
    named = body_of_trust(p.regime.approval)
    ours = p.regime.approval.value == DecidingBody.GOVERNING_BODY
    return "the governing body" if ours or named is None else named


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
