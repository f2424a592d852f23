"""Documents: a draft can be edited, an approved one cannot, a sent one never."""

from collections.abc import Iterator
from datetime import date

from accounts.models import User
from casework.action import Facts
from casework.documents.registry import Kind
from casework.models import Document
from law.base import Obstacle, Strength
from recruitment.models import Candidate
from recruitment.models.vacancy import ROLES
from recruitment.policies import AUTHORITY, CHAIR, CLERK, SELECTORS
from recruitment.position import Position
from recruitment.rules.base import (
    Rule,
    after_opening,
    entry,
    house,
    not_before,
    required,
    written,
)

STATUS = Document.Status
SIDES = (frozenset({CLERK, CHAIR, *SELECTORS}), frozenset(AUTHORITY))
PaperKind = Kind[Position]


def works_on(kind: PaperKind, roles: frozenset[str]) -> bool:
    """Return whether a holder of `roles` is on the side that draws up documents of this kind."""
    return any(side & roles and side & set(kind.approvers) for side in SIDES)


def named(p: Position, kind: PaperKind, about: str) -> set[Candidate]:
    """Return the candidates whom a paper of this kind about `about` names."""
    codes = kind.names(p, about)
    return {c for c in p.candidates if c.code in codes}


def interested(p: Position, user: User, kind: PaperKind, about: str) -> bool:
    """Return whether the person has an interest in a candidate whom such a paper names."""
    return any(p.is_conflicted(user, c) for c in named(p, kind, about))


def drawn_up_on_its_side(p: Position, f: Facts) -> Iterator[Obstacle]:
    """A paper is drawn up on the side that signs it: the governing body's, or the authority."""
    kind, roles = f.get("paper_kind"), f.get("roles")
    if kind and roles and not works_on(kind, roles):
        yield _for_others(kind)


def signed_by_its_approvers(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Each kind of paper is approved and issued by those whose paper it is."""
    kind, roles = f.get("paper_kind"), f.get("roles")
    if kind and roles and not roles & set(kind.approvers):
        yield _for_others(kind)


def _for_others(kind: PaperKind) -> Obstacle:
    who = ", ".join(ROLES[role] for role in kind.approvers)
    return Obstacle(
        "not_your_paper",
        f"“{kind.name}” is a paper of others: it is not for you to draw up or to sign.",
        Strength.HOUSE,
        "Table of documents",
        f"It is approved and issued by: {who}.",
        fixed=True,
    )


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


def in_status(*allowed: STATUS) -> Rule:
    """Return a rule that the document stands at one of `allowed`."""

    def rule(p: Position, f: Facts) -> Iterator[Obstacle]:
        document: Document | None = f.get("document")
        if document and document.status not in allowed:
            yield entry(
                "document_at_another_point",
                f"“{document.title}” is {document.get_status_display().lower()}.",
                "Draft a new version to change it."
                if document.status != STATUS.DRAFT
                else "Approve it first.",
            )

    return rule


def not_stale(p: Position, f: Facts) -> Iterator[Obstacle]:
    """A paper that would now say something else is not approved or issued unseen."""
    document: Document | None = f.get("document")
    if document and document.stale_since_id:
        yield house(
            "document_stale",
            f"“{document.title}” was drafted before a later decision and would now read "
            "differently.",
            "Draft a new version, or give the reason for keeping this one.",
        )


def not_open_twice(p: Position, f: Facts) -> Iterator[Obstacle]:
    """One open draft at a time; a stale one makes way."""
    kind, about = f.get("kind"), f.get("about", "")
    for document in p.open_documents:
        same = document.kind == kind and document.about == about
        if same and not document.stale_since_id and document.status == STATUS.APPROVED:
            yield entry(
                "approved_version_waits",
                f"Version {document.version} is approved and waits to be issued.",
                "Issue it, or go on with it.",
            )


def issued_before_sent(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Nothing is sent before it was issued."""
    document, on = f.get("document"), f.get("on")
    if document and on and document.issued_on and on < document.issued_on:
        yield entry(
            "sent_before_issued",
            f"It was issued on {written(document.issued_on)}.",
            "Check the date.",
        )


def somebody_to_send_to(p: Position, f: Facts) -> Iterator[Obstacle]:
    """A sending names to whom, and to each only once."""
    document, to = f.get("document"), f.get("to")
    if to is not None and not [name for name in to if name.strip()]:
        yield entry("nobody_to_send_to", "Nobody is named to whom it was sent.", "Name them.")
    sent = {s.to for s in document.sendings.all()} if document and to else set()
    for name in to or ():
        if name in sent:
            yield entry("already_sent", f"It was already sent to {name}.", "Nothing is needed.")


def _drafted_on(p: Position, f: Facts) -> date | None:
    document: Document | None = f.get("document")
    return document.drafted_on if document else None


def _approved_on(p: Position, f: Facts) -> date | None:
    document: Document | None = f.get("document")
    return document.approved_on if document else None


RULES: dict[str, tuple[Rule, ...]] = {
    "draft_document": (
        drawn_up_on_its_side,
        no_paper_where_interested,
        after_opening,
        not_open_twice,
    ),
    "edit_document": (
        drawn_up_on_its_side,
        no_paper_where_interested,
        in_status(STATUS.DRAFT),
        not_stale,
    ),
    "approve_document": (
        signed_by_its_approvers,
        no_paper_where_interested,
        in_status(STATUS.DRAFT),
        not_stale,
        not_before("on", "the day of the draft", _drafted_on),
    ),
    "issue_document": (
        signed_by_its_approvers,
        no_paper_where_interested,
        in_status(STATUS.APPROVED),
        not_stale,
        not_before("on", "the day of its approval", _approved_on),
    ),
    "record_sending": (
        in_status(STATUS.ISSUED),
        issued_before_sent,
        somebody_to_send_to,
        required(("how", "How it was sent")),
    ),
    "revoke_document": (in_status(STATUS.ISSUED), required(("why", "The reason"))),
    "attach": (after_opening, required(("title", "What the file is"))),
}
