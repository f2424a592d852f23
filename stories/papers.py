"""The shorthand `paper: kind`, for the four actions that take a document from draft to sent."""

from collections.abc import Sequence
from datetime import date

from accounts.models import User
from casework.action import Actor
from casework.models import Document, Event
from recruitment import load
from recruitment.actions import papers
from recruitment.documents import KINDS
from recruitment.models import Vacancy
from stories.language import verb


def paper(
    vacancy: Vacancy,
    *,
    kind: str,
    by: Actor,
    on: date,
    about: str = "",
    approved_by: User | None = None,
    sent: str = "",
    to: Sequence[str] = (),
) -> Event:
    """Draft, approve and issue a document and, where `sent` says how, record that it was sent.

    It is approved by whoever drafts it, unless another is named; it is sent to those to whom
    documents of its kind go, unless others are.
    """
    papers.draft_document(vacancy, kind=kind, about=about, by=by, on=on)
    document = Document.objects.filter(case=vacancy, kind=kind).latest("pk")
    approver = Actor(approved_by) if approved_by else by
    papers.approve_document(vacancy, document=document, by=approver, on=on)
    last = papers.issue_document(vacancy, document=document, by=approver, on=on)
    if sent:
        names = list(to) or list(KINDS[kind].to(load.position(_fresh(vacancy), on), about))
        last = papers.record_sending(vacancy, document=document, to=names, how=sent, by=by, on=on)
    return last


def _fresh(vacancy: Vacancy) -> Vacancy:
    return load.vacancies().get(pk=vacancy.pk)


PAPER = verb(paper)
