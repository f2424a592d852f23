"""What the forms of all actions of a headship share: whose form it is, and its usual fields."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django import forms

from accounts.models import User
from casework import desk
from casework.documents.registry import Kind
from casework.forms.action import ActionForm
from casework.models import Document
from recruitment import blind
from recruitment.documents import KINDS
from recruitment.documents.withdrawn import withdrawn
from recruitment.models import Advice, ApplicationPaper, Candidate
from recruitment.models.vacancy import WHOLE
from recruitment.policies import TABLE
from recruitment.position import Position
from recruitment.rules.papers import SIDES, kept_from
from recruitment.visible import advice_for, candidates_for, documents_for, may_open

LONG_LINE = 300  # characters: what a few columns keep of a line


@dataclass(frozen=True)
class Desk(desk.Desk[Position]):
    """Whose page or form of a headship it is, and of what is in it they may see."""

    table = TABLE
    kinds = KINDS

    @classmethod
    def of(cls, position: Position, user: User, roles: frozenset[str], about: str = "") -> "Desk":
        """Return the desk of a person, at the case as they may read it."""
        return cls(blind.for_reader(position, user, roles), user, roles, about)

    @property
    def blinded(self) -> bool:
        """Whether the names of candidates are hidden from the person now."""
        return bool(self.position.hidden_names)

    @cached_property
    def candidates(self) -> tuple[Candidate, ...]:
        """The candidates whom the person may see."""
        return candidates_for(self.position, self.roles, self.user)

    @property
    def advice(self) -> tuple[Advice, ...]:
        """The advice that the person may read."""
        return advice_for(self.position, self.roles, self.user)

    @property
    def documents(self) -> tuple[Document, ...]:
        """The documents that the person may read at this stage, oldest first."""
        return documents_for(self.position, self.roles, self.user)

    def may_open(self, kind: Kind[Position]) -> bool:
        """Return whether the person may read papers of this kind at this stage."""
        return may_open(self.position, self.roles, kind)

    def works_on(self, kind: Kind[Position]) -> bool:
        """Return whether the person is on the side that draws up papers of this kind."""
        return SIDES.works_on(self.position, kind, self.roles)

    def kept_from(self, kind: Kind[Position], about: str) -> bool:
        """Return whether such a paper is not for the person: an interest, or scores to come."""
        return kept_from(self.position, self.user, kind, about)

    def may_read(self, paper: ApplicationPaper) -> bool:
        """Return whether the person may read the paper, in its copy or as it came.

        While names are hidden the panel reads what the clerk has opened. What the clerk has closed
        nobody else reads.
        """
        if not self.may("see_papers") or paper.candidate not in self.candidates:
            return False
        reads_all = "clerk" in self.roles and not self.blinded
        return reads_all or self.position.opens_to_panel(paper)

    def withdrawn(self, document: Document) -> str:
        """Return when and why the paper that a document sets out was withdrawn, if it was."""
        return withdrawn(self.position, document)


class VacancyForm(ActionForm):
    """The form of one action of a headship."""

    desk: Desk
    position: Position


def share_of_full_time(
    label: str = "Share of full time, in percent", **kwargs: Any
) -> forms.IntegerField:
    """Return the field for a share of a post: the whole of it, until somebody says otherwise."""
    return forms.IntegerField(label=label, min_value=1, max_value=WHOLE, initial=WHOLE, **kwargs)
