"""The papers of an application as one person may read them."""

from dataclasses import dataclass

from casework.models import Attachment
from recruitment.forms.base import Desk
from recruitment.models import ApplicationPaper, Candidate


@dataclass(frozen=True, slots=True)
class ShownPaper:
    """A paper of an application: whether the reader can open it, and whether it came as it is."""

    paper: ApplicationPaper
    opens: bool
    original: bool

    @property
    def key(self) -> str:
        """The paper, as an address of its release has it."""
        return f"{self.paper.candidate.code}-{self.paper.number}"


def papers(desk: Desk, candidate: Candidate) -> list[ShownPaper]:
    """Return the papers of the candidate, those too that are not open yet."""
    found = (x for x in desk.position.papers if x.candidate_id == candidate.pk)
    shown = desk.may("see_papers")
    return [ShownPaper(x, desk.may_read(x), desk.may("see_originals")) for x in found if shown]


def to_read(desk: Desk, paper: ApplicationPaper) -> Attachment:
    """Return the file that the person reads: while names are hidden, the blackened copy."""
    return paper.to_read if desk.blinded else paper.original
