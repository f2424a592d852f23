"""The papers of a cycle: drafted, edited, approved, issued, sent, revoked."""

from casework.models import Document
from casework.papers.actions import PaperActions
from governance.documents import KINDS
from governance.position import Position
from governance.process import PROCESS, action


def _whom_it_names(_: Position, __: Document) -> set[str]:
    """A paper of a cycle is about its head and nobody else."""
    return set()


_PAPERS = PaperActions(PROCESS, KINDS, _whom_it_names)

draft_document = action(_PAPERS.draft_document)
edit_document = action(_PAPERS.edit_document)
approve_document = action(_PAPERS.approve_document)
issue_document = action(_PAPERS.issue_document)
record_sending = action(_PAPERS.record_sending)
revoke_document = action(_PAPERS.revoke_document)
