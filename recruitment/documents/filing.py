"""Which issued paper belongs in which of the three files: no more than its reader should hold."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from casework.documents.blocks import from_json, text_of
from casework.documents.registry import APPOINTEE_FILE, AUTHORITY_FILE
from casework.models import Document
from recruitment.documents.letter import HeadshipLetter
from recruitment.models import Candidate
from recruitment.position import Position
from recruitment.stages import CandidateState

WITH_THE_POST = frozenset(
    {
        CandidateState.APPOINTED,
        CandidateState.OFFERED,
        CandidateState.ACCEPTED,
        CandidateState.IN_POST,
    }
)


def appointee(p: Position) -> Candidate | None:
    """Return the person appointed, if there is one who has not gone again."""
    return next((c for c in p.candidates if c.state in WITH_THE_POST), None)


@dataclass(frozen=True, slots=True)
class Filing:
    """The filing of a case's papers. `papers` are the kinds of them, by key."""

    papers: Mapping[str, HeadshipLetter[Any]]

    def documents(self, p: Position, file: str) -> list[Document]:
        """Return the issued papers that belong in `file`, in order, those since revoked too.

        The appointee's file takes only those whose text names the appointee and nobody else: two
        can have been chosen in one round, and an edited paper can say anything.
        """
        if file == AUTHORITY_FILE and p.regime.notice_of_vacancy is None:
            return []  # the authority has no part in the appointment, so it keeps no file of it
        issued = [d for d in p.documents if d.issued_on and self._is_for(d, file)]
        issued.sort(key=lambda document: (document.issued_on, document.pk))
        if file != APPOINTEE_FILE:
            return issued
        person = appointee(p)
        return [d for d in issued if person and d.names == [person.code]]

    def named(self, p: Position, file: str) -> set[str]:
        """Return the codes of all whom the papers in `file` name."""
        held = self.documents(p, file)
        return {code for d in held for code in self.papers[d.kind].names(p, d.about)}

    def _is_for(self, document: Document, file: str) -> bool:
        kind = self.papers.get(document.kind)
        return kind is not None and file in kind.files


def whom_it_names(p: Position, document: Document) -> set[str]:
    """Return the codes of the candidates whom the text of a document names, as it now stands."""
    paper = from_json(document.paper)
    text = "\n".join((paper.title, paper.author, paper.subject, *text_of(paper)))
    return {c.code for c in p.candidates if c.is_named_in(_without_others(p, text, c))}


def _without_others(p: Position, text: str, candidate: Candidate) -> str:
    """Leave out all other whole names: somebody else may share a surname with a candidate."""
    held = ((m.user for m in rows) for rows in (p.memberships, p.offices, p.authority_staff))
    names = {user.full_name for users in held for user in users}
    names |= {p.school.name, p.authority_name, *(c.name for c in p.candidates)} - {candidate.name}
    for name in sorted(filter(None, names), key=len, reverse=True):
        text = text.replace(name, "")
    return text
