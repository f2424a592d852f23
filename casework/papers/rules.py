"""Papers of any kind of case: a draft can be edited, an approved one cannot, a sent one never."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from casework.action import Facts
from casework.documents.registry import Kind
from casework.models import Document
from casework.rules import Rule, entry, house, not_before, required
from casework.words import written
from law.base import Obstacle, Strength

STATUS = Document.Status


@dataclass(frozen=True)
class Sides:
    """The sides of a kind of case: those of one side work together on the papers it signs.

    `names` are what the roles are called.
    """

    groups: tuple[frozenset[str], ...]
    names: Mapping[str, str]

    def works_on(self, p: Any, kind: Kind[Any], roles: frozenset[str]) -> bool:
        """Return whether a holder of `roles` is on the side that draws up papers of this kind."""
        signatories = set(kind.signatories(p))
        return any(side & roles and side & signatories for side in self.groups)

    def drawn_up_on_its_side(self, p: Any, f: Facts) -> Iterator[Obstacle]:
        """A paper is drawn up on the side that signs it."""
        kind, roles = f.get("paper_kind"), f.get("roles")
        if kind and roles and not self.works_on(p, kind, roles):
            yield self._for_others(p, kind)

    def signed_by_its_approvers(self, p: Any, f: Facts) -> Iterator[Obstacle]:
        """Each kind of paper is approved and issued by those whose paper it is."""
        kind, roles = f.get("paper_kind"), f.get("roles")
        if kind and roles and not roles & set(kind.signatories(p)):
            yield self._for_others(p, kind)

    def _for_others(self, p: Any, kind: Kind[Any]) -> Obstacle:
        who = ", ".join(self.names[role] for role in kind.signatories(p))
        return Obstacle(
            "not_your_paper",
            f"“{kind.name}” is a paper of others: it is not for you to draw up or to sign.",
            Strength.HOUSE,
            "Table of documents",
            f"It is approved and issued by: {who}.",
            fixed=True,
        )


def in_status(*allowed: STATUS) -> Rule[Any]:
    """Return a rule that the document stands at one of `allowed`."""

    def rule(_: Any, f: Facts) -> Iterator[Obstacle]:
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


def not_stale(_: Any, f: Facts) -> Iterator[Obstacle]:
    """A paper that would now say something else is not approved or issued unseen."""
    document: Document | None = f.get("document")
    if document and document.stale_since_id:
        yield house(
            "document_stale",
            f"“{document.title}” was drafted before a later decision and would now read "
            "differently.",
            "Draft a new version, or give the reason for keeping this one.",
        )


def not_open_twice(p: Any, f: Facts) -> Iterator[Obstacle]:
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


def issued_before_sent(_: Any, f: Facts) -> Iterator[Obstacle]:
    """Nothing is sent before it was issued."""
    document, on = f.get("document"), f.get("on")
    if document and on and document.issued_on and on < document.issued_on:
        yield entry(
            "sent_before_issued",
            f"It was issued on {written(document.issued_on)}.",
            "Check the date.",
        )


def somebody_to_send_to(_: Any, f: Facts) -> Iterator[Obstacle]:
    """A sending names to whom, and to each only once."""
    document, to = f.get("document"), f.get("to")
    if to is not None and not [name for name in to if name.strip()]:
        yield entry("nobody_to_send_to", "Nobody is named to whom it was sent.", "Name them.")
    sent = {s.to for s in document.sendings.all()} if document and to else set()
    for name in to or ():
        if name in sent:
            yield entry("already_sent", f"It was already sent to {name}.", "Nothing is needed.")


def _drafted_on(_: Any, f: Facts) -> date | None:
    document: Document | None = f.get("document")
    return document.drafted_on if document else None


def _approved_on(_: Any, f: Facts) -> date | None:
    document: Document | None = f.get("document")
    return document.approved_on if document else None


def paper_rules(
    sides: Sides, after_opening: Rule[Any], kept_out: Rule[Any]
) -> dict[str, tuple[Rule[Any], ...]]:
    """Return the rules of the papers of a kind of case, by the name of the action.

    `kept_out` says who has no hand in a paper, `after_opening` that nothing comes before the case.
    """
    drawn, signed = sides.drawn_up_on_its_side, sides.signed_by_its_approvers
    drafted = not_before("on", "the day of the draft", _drafted_on)
    approved = not_before("on", "the day of its approval", _approved_on)
    return {
        "draft_document": (drawn, kept_out, after_opening, not_open_twice),
        "edit_document": (drawn, kept_out, in_status(STATUS.DRAFT), not_stale),
        "approve_document": (signed, kept_out, in_status(STATUS.DRAFT), not_stale, drafted),
        "issue_document": (signed, kept_out, in_status(STATUS.APPROVED), not_stale, approved),
        "record_sending": (
            in_status(STATUS.ISSUED),
            issued_before_sent,
            somebody_to_send_to,
            required(("how", "How it was sent")),
        ),
        "revoke_document": (in_status(STATUS.ISSUED), required(("why", "The reason"))),
        "attach": (after_opening, required(("title", "What the file is"))),
    }
