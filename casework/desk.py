"""Who looks at a case, and in what capacity."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Generic

from accounts.models import User
from casework.action import PositionT, may
from casework.documents.registry import Kind
from casework.models import Document
from casework.policy import PermissionTable


@dataclass(frozen=True)
class Desk(ABC, Generic[PositionT]):
    """Whose page or form it is: the case as it stands, the person, and the roles that are theirs.

    `about` is the id or code of what the page was opened for, if it was opened for one thing. A
    kind of case has a desk of its own, which knows its table, its papers and who may read which.
    """

    table: ClassVar[PermissionTable]
    kinds: ClassVar[Mapping[str, Kind[Any]]]

    position: PositionT
    user: User
    roles: frozenset[str]
    about: str = ""

    def may(self, key: str) -> bool:
        """Return whether the person may do or see `key` at this stage."""
        return may(self.table, self.position, self.roles, key)

    @property
    @abstractmethod
    def documents(self) -> tuple[Document, ...]:
        """The documents that the person may read at this stage, oldest first."""

    def may_open(self, kind: Kind[Any]) -> bool:
        """Return whether the person may read papers of this kind at this stage."""
        return self.may(kind.seen_with)

    @abstractmethod
    def works_on(self, kind: Kind[Any]) -> bool:
        """Return whether the person is on the side that draws up papers of this kind."""

    def kept_from(self, kind: Kind[Any], about: str) -> bool:
        """Return whether the person has no hand in such a paper, whatever their role."""
        return False

    def withdrawn(self, document: Document) -> str:
        """Return when and why what a document sets out was taken back, if it was."""
        return ""
