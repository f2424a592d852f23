"""What of a case its people may look at: documents by their kind, candidates by interest."""

from accounts.models import User
from casework.action import may
from casework.documents.registry import Kind
from casework.models import Document
from recruitment.documents import KINDS
from recruitment.models import Candidate
from recruitment.policies import AUTHORITY, CLERK, GOVERNORS, TABLE
from recruitment.position import Position

SIDES = (frozenset({CLERK, *GOVERNORS}), frozenset(AUTHORITY))


def candidates_for(position: Position, roles: frozenset[str], user: User) -> tuple[Candidate, ...]:
    """Return the candidates whom the person may see at this stage.

    The panel, the clerk and the authority see the field, save those in whom they have an
    interest; other governors see the person recommended, and nobody before that.
    """
    seen = position.candidates_seen_by(user)
    if may(TABLE, position, roles, "see_candidates"):
        return seen
    if may(TABLE, position, roles, "see_chosen"):
        return tuple(c for c in seen if c == position.chosen)
    return ()


def documents_for(position: Position, roles: frozenset[str], user: User) -> tuple[Document, ...]:
    """Return the documents that the person may read at this stage, oldest first.

    The kind of a document says which capability it is seen with. Until it is issued, a paper is
    seen only on the side that signs it: the governing body with its clerk, or the authority. A
    paper about a candidate is not for somebody with an interest in that candidate.
    """
    hidden = {c.code for c in position.candidates if position.is_conflicted(user, c)}
    return tuple(
        document
        for document in position.documents
        if document.about not in hidden
        and (kind := KINDS.get(document.kind))
        and may(TABLE, position, roles, kind.seen_with)
        and (not document.is_open or works_on(kind, roles))
    )


def works_on(kind: Kind[Position], roles: frozenset[str]) -> bool:
    """Return whether a holder of `roles` is on the side that draws up documents of this kind."""
    return any(side & roles and side & set(kind.approvers) for side in SIDES)
