"""What a kind of document is: one row of an app's registry."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from accounts.models import User
from casework.documents.blocks import Paper
from law.base import Rule

PositionT = TypeVar("PositionT")


@dataclass(frozen=True, slots=True)
class Subject:
    """What one document is about: `about` is its key within the kind, empty where there is one."""

    about: str
    label: str


def to_all(_: Any, __: User, ___: str) -> bool:
    """A paper that the table alone says who may read."""
    return True


def no_law(_: Any, __: str) -> Sequence[Rule[Any]]:
    """A paper that rests on no rule of law."""
    return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind(Generic[PositionT]):
    """A kind of document.

    `compose` makes its paper from a position and `about`, and raises MissingFact (naming the
    fact) when it cannot; `subjects` lists what it could be about now; `names` are the codes of
    those whom a paper about `about` names. `approvers` are the roles that approve and issue it
    anywhere, `signatories` those of them that do so in the case of a position; `seen_with` is the
    capability that lets a person read it, and `open_to` whether that person may read the one about
    `about` yet; `files` are the files it is kept in, by the names of `FILES`; `law` are the rules
    that a paper rests on; one `to_applicants` does not say how sure we are of them.
    """

    key: str
    number: str
    name: str
    phase: str
    compose: Callable[[PositionT, str], Paper]
    subjects: Callable[[PositionT], Sequence[Subject]]
    names: Callable[[PositionT, str], Collection[str]]
    approvers: tuple[str, ...]
    signatories: Callable[[PositionT], tuple[str, ...]]
    seen_with: str
    to: Callable[[PositionT, str], Sequence[str]]
    files: frozenset[str]
    open_to: Callable[[PositionT, User, str], bool] = to_all
    law: Callable[[PositionT, str], Sequence[Rule[Any]]] = no_law
    to_applicants: bool = False


SELECTION_FILE, APPOINTEE_FILE, AUTHORITY_FILE = "selection", "appointee", "authority"
FILES = {
    SELECTION_FILE: "The governing body's selection file",
    APPOINTEE_FILE: "The appointee's file",
    AUTHORITY_FILE: "The authority's file",
}
