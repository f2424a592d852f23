"""Who signs a paper of performance management, and who reads it."""

from casework.documents.party import Party
from governance.position import Position


def head(p: Position) -> Party:
    """Return the head."""
    return Party(p.head.full_name, str(p.case.get_post_display()), p.school.name)


def chair(p: Position) -> Party | None:
    """Return the chair of the governing body."""
    return Party(p.chair.full_name, "Chair of governors", p.school.name) if p.chair else None


def clerk(p: Position) -> Party | None:
    """Return the clerk to the governing body."""
    name = "Clerk to the governing body"
    return Party(p.clerk.full_name, name, p.school.name) if p.clerk else None


def appraisers(p: Position) -> list[Party]:
    """Return those who appraise, each with on whose behalf."""
    return [
        Party(a.person.full_name, f"Appraiser ({a.get_capacity_display().lower()})", p.school.name)
        for a in p.appraisers_now
    ]
