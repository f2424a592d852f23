"""Whose page or form of a cycle it is, and which of its papers they may read."""

from dataclasses import dataclass
from typing import Any

from casework import desk
from casework.documents.registry import Kind
from casework.models import Document
from governance.documents import KINDS
from governance.policies import TABLE
from governance.position import Position
from governance.rules.papers import SIDES


@dataclass(frozen=True)
class Desk(desk.Desk[Position]):
    """Whose page or form of a cycle it is."""

    table = TABLE
    kinds = KINDS

    @property
    def documents(self) -> tuple[Document, ...]:
        """The documents that the person may read at this stage, oldest first.

        Until it is issued, a paper is read only on the side that signs it.
        """
        return tuple(
            document
            for document in self.position.documents
            if (kind := KINDS.get(document.kind))
            and self.may_open(kind)
            and (document.issued_on or self.works_on(kind))
        )

    def may_open(self, kind: Kind[Any]) -> bool:
        """Return whether the person may read papers of this kind at this stage.

        Those who write the report read it from the review on, before the head can; and so with pay.
        """
        if kind.seen_with == "see_pay" and self.may("see_pay_while_written"):
            return True
        writes = kind.seen_with == "see_report" and self.works_on(kind) and self.may("see_review")
        return writes or super().may_open(kind)

    def works_on(self, kind: Kind[Any]) -> bool:
        """Return whether the person is on the side that draws up papers of this kind."""
        return SIDES.works_on(self.position, kind, self.roles)
