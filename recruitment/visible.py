"""What of a case its people may look at: documents by their kind, candidates by interest."""

from collections.abc import Collection

from django.db.models import QuerySet

from accounts.models import User
from casework.action import may
from casework.documents.registry import Kind
from casework.models import Attachment, Document, Meeting
from recruitment.documents import KINDS
from recruitment.models import Advice, Candidate, Vacancy
from recruitment.policies import TABLE
from recruitment.position import Position
from recruitment.rules.papers import SIDES, kept_from, named


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


def advice_for(position: Position, roles: frozenset[str], user: User) -> tuple[Advice, ...]:
    """Return the advice that the person may read: what the panel was told is not for the others.

    A late representation is also advice: it is hidden with the candidate whom it is about. So is
    whatever names a candidate whom the person may not see.
    """
    seen = candidates_for(position, roles, user)
    everything = may(TABLE, position, roles, "see_advice")
    return tuple(
        a
        for a in position.advice
        if (a.late_paper is None or a.late_paper.candidate in seen)
        and not names_unseen(position, seen, a.text)
        and (everything or a.to == Meeting.Body.GOVERNING_BODY)
    )


def names_unseen(position: Position, seen: Collection[Candidate], text: str) -> bool:
    """Return whether the text names a candidate other than those whom the person may see."""
    return any(c.is_named_in(text) for c in position.candidates if c not in seen)


def documents_for(position: Position, roles: frozenset[str], user: User) -> tuple[Document, ...]:
    """Return the documents that the person may read at this stage, oldest first.

    The kind of a document says which capability it is seen with. Until it is issued, a paper is
    seen only on the side that signs it: the chair and the panel with the clerk, or the authority. A
    paper is not for somebody with an interest in any candidate whom it names, nor for somebody
    whom it would show scores that they may not see yet.
    """
    naming = _that_name_the_nameless(position)
    return tuple(
        document
        for document in position.documents
        if (kind := KINDS.get(document.kind))
        and may_open(position, roles, kind)
        and (document.issued_on or SIDES.works_on(position, kind, roles))
        and not kept_from(position, user, kind, document.about)
        and not _of_the_field(position, roles, kind, document)
        and document.pk not in naming
        and not _of_an_interest(position, user, document)
    )


def _of_an_interest(p: Position, user: User, document: Document) -> bool:
    """Whether it was issued with somebody in it in whom the person has an interest by now."""
    issued_with = (c for c in p.candidates if c.code in document.names)
    return any(p.is_conflicted(user, candidate) for candidate in issued_with)


def _that_name_the_nameless(p: Position) -> set[int]:
    """Return the keys of the documents whose words hold a name that is hidden from the reader."""
    if not p.hidden_names:
        return set()
    papers = Document.objects.filter(case=p.case).values_list("pk", "title", "paper")
    return {pk for pk, title, paper in papers if p.hidden.are_in([title, paper])}


def may_open(p: Position, roles: frozenset[str], kind: Kind[Position]) -> bool:
    """Return whether a holder of `roles` may read papers of this kind at this stage.

    Whoever sees the field sees the papers on the choice too, in every round.
    """
    on_the_choice = kind.seen_with == "see_chosen" and may(TABLE, p, roles, "see_candidates")
    return on_the_choice or may(TABLE, p, roles, kind.seen_with)


def attachments_open_to(position: Position, roles: frozenset[str], user: User) -> bool:
    """Return whether the person may open the files kept with the case.

    A file can be a paper on any candidate, so an interest in one candidate closes them all.
    """
    free = len(position.candidates_seen_by(user)) == len(position.candidates)
    free = free and not position.hidden_names
    return free and may(TABLE, position, roles, "see_advice")


def kept_files(case: Vacancy) -> QuerySet[Attachment]:
    """Return the files kept with the case, without the papers of applications.

    Those are read by their own rule, each by whoever may read it.
    """
    return case.attachments.filter(application_paper=None, blackened_copy_of=None)


def free_of_the_chosen(position: Position, user: User) -> bool:
    """Return whether the person has no interest in anybody recommended, in whatever round."""
    return not any(position.is_conflicted(user, c) for c in position.ever_chosen)


def _of_the_field(
    p: Position, roles: frozenset[str], kind: Kind[Position], document: Document
) -> bool:
    """Whether it names somebody never recommended, and the person does not see the field."""
    hidden = named(p, kind, document.about) - p.ever_chosen
    return bool(hidden) and not may(TABLE, p, roles, "see_candidates")
