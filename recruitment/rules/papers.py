"""Documents of a headship: which side draws them up, and who has no hand in them."""

from collections.abc import Iterator

from accounts.models import User
from casework.action import Facts
from casework.documents.registry import Kind
from casework.papers.rules import Sides, paper_rules
from law.appointment.scoring import ALONE, NAMELESS
from law.base import Obstacle
from recruitment.blind import is_blinded
from recruitment.models import Candidate
from recruitment.models.vacancy import ROLES
from recruitment.policies import AUTHORITY, CHAIR, CLERK, SELECTORS
from recruitment.position import Position
from recruitment.rules.base import after_opening

PaperKind = Kind[Position]
SIDES = Sides((frozenset({CLERK, CHAIR, *SELECTORS}), frozenset(AUTHORITY)), ROLES)


def named(p: Position, kind: PaperKind, about: str) -> set[Candidate]:
    """Return the candidates whom a paper of this kind about `about` names."""
    codes = kind.names(p, about)
    return {c for c in p.candidates if c.code in codes}


def interested(p: Position, user: User, kind: PaperKind, about: str) -> bool:
    """Return whether the person has an interest in a candidate whom such a paper names."""
    return any(p.is_conflicted(user, c) for c in named(p, kind, about))


def kept_from(p: Position, user: User, kind: PaperKind, about: str) -> bool:
    """Return whether such a paper is not for the person.

    That is an interest, scores still to come, or a candidate whose name they may not read.
    """
    not_open = not kind.open_to(p, user, about)
    return interested(p, user, kind, about) or not_open or to_a_hidden_name(p, user, kind, about)


def to_a_hidden_name(p: Position, user: User, kind: PaperKind, about: str) -> bool:
    """Return whether such a paper goes to somebody whose name is hidden from the person."""
    held = p.roles_left(user, frozenset(ROLES))
    if not is_blinded(p, held):
        return False
    return not {c.name for c in p.nameless}.isdisjoint(kind.to(p, about))


def no_paper_where_interested(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Whoever has an interest in a candidate has no hand in a paper that names them."""
    kind, person, document = f.get("paper_kind"), f.get("by"), f.get("document")
    about = document.about if kind and document else f.get("about", "")
    if kind and person and interested(p, person, kind, about):
        yield p.regime.conflicts_withdraw.obstacle(
            "you_have_an_interest",
            "You have declared an interest in a candidate whom this paper names, so this is not "
            "for you to do.",
            "Ask another who may draw up or sign this paper.",
        )
    elif kind and person and not kind.open_to(p, person, about):
        yield ALONE.obstacle(
            "paper_not_open_to_you",
            f"“{kind.name}” holds what is not yet for you to see.",
            "A member's own papers are for that member and, once all have handed in and no seal "
            "is left, for the others who see scores.",
        ).as_fixed()
    elif kind and person and to_a_hidden_name(p, person, kind, about):
        yield NAMELESS.obstacle(
            "paper_to_hidden_name",
            f"“{kind.name}” goes to somebody whose name is hidden from you.",
            "The clerk draws it up; or wait until the names are open.",
        ).as_fixed()


RULES = paper_rules(SIDES, after_opening, no_paper_where_interested)
