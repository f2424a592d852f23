"""The shorthand `paper: kind`, for the four actions that take a document from draft to sent."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from accounts.models import User
from casework.action import Actor
from casework.models import Case, Document, Event
from stories.kinds import KindOfStory
from stories.language import Verb, verb


@dataclass(frozen=True)
class Shorthand:
    """The shorthand in stories of one kind of case."""

    of: KindOfStory

    def paper(
        self,
        case: Case,
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
        act = self.of.process.actions
        act["draft_document"](case, kind=kind, about=about, by=by, on=on)
        document = Document.objects.filter(case=case, kind=kind).latest("pk")
        approver = Actor(approved_by) if approved_by else by
        act["approve_document"](case, document=document, by=approver, on=on)
        last: Event = act["issue_document"](case, document=document, by=approver, on=on)
        if sent:
            names = list(to) or self._recipients(case, kind, about, on)
            last = act["record_sending"](case, document=document, to=names, how=sent, by=by, on=on)
        return last

    def _recipients(self, case: Case, kind: str, about: str, on: date) -> list[str]:
        position = self.of.process.load(self.of.cases().get(pk=case.pk), on)
        return list(self.of.papers[kind].to(position, about))


@cache
def shorthand(kind: KindOfStory) -> Verb:
    """Return the shorthand as an action of a kind of case."""
    return verb(Shorthand(kind).paper)
