"""What is done with the papers of a case: the same for every kind of case."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from casework.action import Actor, NotInThisCase, Process, step
from casework.attachments import Checked
from casework.documents import issue
from casework.documents.blocks import Paper
from casework.documents.registry import Kind
from casework.models import Attachment, Case, Document, Event


@dataclass(frozen=True)
class PaperActions:
    """The actions on the papers of one kind of case.

    `kinds` are the kinds of paper it has, `whom_it_names` the codes of those whom a text names.
    """

    process: Process[Any, Any]
    kinds: Mapping[str, Kind[Any]]
    whom_it_names: Callable[[Any, Document], Iterable[str]]

    def draft_document(
        self, case: Case, *, kind: str, by: Actor, on: date, about: str = ""
    ) -> Event:
        """Draft a document of `kind`, from the case as it stands on `on`.

        `about` says which, where there can be several: a candidate's code, a meeting's number.
        Raises MissingFact, naming what is missing.
        """
        with step(self.process, case, "draft_document", by=by, on=on, kind=kind, about=about) as s:
            if kind not in self.kinds:
                raise NotInThisCase(f"There is no kind of document “{kind}”.")
            document = issue.draft(s.case, self.kinds[kind], about, s.position, on)
            s.facts["document"] = document
        return s.done

    def edit_document(
        self, case: Case, *, document: Document, paper: Paper, by: Actor, on: date
    ) -> Event:
        """Replace the text of a draft. What it said before stays in the record by its digest."""
        with step(
            self.process, case, "edit_document", by=by, on=on, document=document, paper=paper
        ) as s:
            del s.facts["paper"]
            issue.edit(s["document"], paper)
        return s.done

    def approve_document(self, case: Case, *, document: Document, by: Actor, on: date) -> Event:
        """Approve a draft for issue."""
        with step(self.process, case, "approve_document", by=by, on=on, document=document) as s:
            issue.approve(s["document"], by.user, on)
        return s.done

    def issue_document(self, case: Case, *, document: Document, by: Actor, on: date) -> Event:
        """Issue an approved document: its bytes are kept, and their SHA-256 is on the record."""
        with step(self.process, case, "issue_document", by=by, on=on, document=document) as s:
            issue.issue(s["document"], on, names=self.whom_it_names(s.position, s["document"]))
            s.facts["sha256"] = s["document"].sha256
        return s.done

    def record_sending(
        self, case: Case, *, document: Document, to: Sequence[str], how: str, by: Actor, on: date
    ) -> Event:
        """Record when, how and to whom an issued document was sent."""
        with step(
            self.process,
            case,
            "record_sending",
            by=by,
            on=on,
            document=document,
            to=list(to),
            how=how,
        ) as s:
            issue.record_sending(s["document"], on=on, how=how, to=to)
        return s.done

    def revoke_document(
        self, case: Case, *, document: Document, why: str, by: Actor, on: date
    ) -> Event:
        """Revoke an issued document. It stays in the file and says that it was revoked."""
        with step(
            self.process, case, "revoke_document", by=by, on=on, why=why, document=document
        ) as s:
            issue.revoke(s["document"], why)
        return s.done

    def attach(self, case: Case, *, title: str, file: Checked, by: Actor, on: date) -> Event:
        """Keep a file with the case: one that `casework.attachments` has checked by its content."""
        with step(self.process, case, "attach", by=by, on=on, title=title, file=file) as s:
            del s.facts["file"]
            s.facts["attachment"] = Attachment.objects.create(
                case=s.case,
                title=title,
                filename=file.filename,
                media_type=file.media_type,
                size=file.size,
                sha256=file.sha256,
                file=file.content,
                added_by=by.user,
                added_on=on,
            )
            s.facts["sha256"] = file.sha256
        return s.done
