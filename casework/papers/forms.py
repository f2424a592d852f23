"""Forms of the papers of a case, and of the files kept with it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from django import forms

from casework.attachments import ACCEPTED, BadFile, Checked, check
from casework.desk import Desk
from casework.documents.blocks import Addressee, Copies, Heading, Paper, Paragraph, from_json
from casework.documents.registry import Kind
from casework.forms import UploadField
from casework.forms.action import ActionForm, Answer
from casework.forms.fields import PROSE, line, prose
from casework.forms.picks import Choice, Pick
from casework.forms.when import when
from casework.models import Document

Status = Document.Status
PARAGRAPH = 2 * PROSE  # characters: what was typed elsewhere, with the words around it


def to_draft(desk: Desk[Any]) -> Iterator[Choice]:
    """Offer every document that the case could have now and that the person may draft."""
    for kind in desk.kinds.values():
        if desk.may_open(kind) and desk.works_on(kind):
            yield from _subjects(desk, kind)


def _subjects(desk: Desk[Any], kind: Kind[Any]) -> Iterator[Choice]:
    for subject in kind.subjects(desk.position):
        if not desk.kept_from(kind, subject.about):
            key = f"{kind.key}:{subject.about}"
            yield Choice(key, (kind.key, subject.about), f"{kind.number}. {subject.label}")


def documents(*statuses: Status, to_sign: bool = False) -> Callable[[Any], Iterator[Choice]]:
    """Return the offer of documents at one of `statuses`, or of those the person may sign off."""

    def offer(desk: Desk[Any]) -> Iterator[Choice]:
        for document in desk.documents:
            kind = desk.kinds[document.kind]
            mine = (
                desk.roles & set(kind.signatories(desk.position))
                if to_sign
                else desk.works_on(kind)
            )
            if document.status in statuses and mine:
                yield Choice(str(document.pk), document, str(document))

    return offer


class DraftDocument(ActionForm):
    action = "draft_document"
    lead = "The text is drawn up from the case as it stands, and can then be edited."
    done = "The document is drafted."
    button = "Draft it"
    about = "document"
    document = Pick(
        label="Document", offer=to_draft, nothing="There is no document that you can draft now."
    )
    on = when("Date it was drafted")

    def known_facts(self) -> dict[str, Any]:
        """Return the kind and what it is about, if the page was opened for one."""
        known = self.known().get("document")
        return dict(zip(("kind", "about"), known, strict=True)) if known else {}

    def facts(self) -> dict[str, Any]:
        """Return the kind and what it is about apart."""
        kind, about = self.cleaned_data["document"]
        return {"kind": kind, "about": about, "on": self.cleaned_data["on"]}


class DocumentForm(ActionForm):
    """A step in the life of one document."""

    about = "document"
    settles_about = True

    def shown(self) -> list[Answer]:
        """Return the document that the page was opened for."""
        document = self.known().get("document")
        return [Answer("Document", str(document))] if document else []


class EditDocument(DocumentForm):
    action = "edit_document"
    lead = "Change the words of a paragraph, or empty it to leave it out. The rest is fixed."
    done = "The draft is changed."
    button = "Save the text"
    marks_optional = False
    document = Pick(
        label="Document", offer=documents(Status.DRAFT), nothing="There is no draft to edit."
    )
    on = when("Date of the change")

    def build(self) -> None:
        """Add a box for each paragraph of the document that the page was opened for."""
        drafts = {c.key: c.row for c in documents(Status.DRAFT)(self.desk)}
        document = drafts.get(self.desk.about)
        self.paper = from_json(document.paper) if document else None
        if self.paper:
            self.fields |= _boxes(self.paper)
            self.fields["on"] = self.fields.pop("on")

    def facts(self) -> dict[str, Any]:
        """Return the document and its paper with the words as they are now."""
        data = self.cleaned_data
        paper = self.paper or from_json(data["document"].paper)
        words = {name: text for name, text in data.items() if name.startswith("paragraph_")}
        return {"document": data["document"], "on": data["on"], "paper": _reworded(paper, words)}


def _boxes(paper: Paper) -> dict[str, forms.Field]:
    boxes: dict[str, forms.Field] = {}
    under = ""
    for number, block in enumerate(paper.blocks):
        if isinstance(block, Heading):
            under = f", under “{block.text}”"
        if isinstance(block, Paragraph):
            label = f"Paragraph {len(boxes) + 1}{under}"
            rows = min(12, 2 + len(block.text) // 80)
            boxes[f"paragraph_{number}"] = prose(
                label, rows=rows, limit=PARAGRAPH, required=False, initial=block.text
            )
    return boxes


def _reworded(paper: Paper, words: dict[str, str]) -> Paper:
    """Return the paper with these words in its paragraphs, and without those left empty."""
    reworded = {
        number: replace(block, text=words.get(f"paragraph_{number}", block.text))
        for number, block in enumerate(paper.blocks)
        if isinstance(block, Paragraph)
    }
    blocks = (reworded.get(number, block) for number, block in enumerate(paper.blocks))
    left = (b for b in blocks if not isinstance(b, Paragraph) or b.parts)
    return replace(paper, blocks=tuple(left))


class ApproveDocument(DocumentForm):
    action = "approve_document"
    lead = "An approved document can no longer be edited. It waits to be issued."
    done = "The document is approved."
    button = "Approve the document"
    document = Pick(
        label="Document",
        offer=documents(Status.DRAFT, to_sign=True),
        nothing="There is no draft that you can approve.",
    )
    on = when("Date of the approval")


class IssueDocument(DocumentForm):
    action = "issue_document"
    lead = "An issued document is kept as it is, byte for byte. It can be revoked, never changed."
    done = "The document is issued."
    button = "Issue the document"
    final = True
    document = Pick(
        label="Document",
        offer=documents(Status.APPROVED, to_sign=True),
        nothing="There is no approved document that you can issue.",
    )
    on = when("Date of issue")


class RecordSending(DocumentForm):
    action = "record_sending"
    lead = "Headship sends nothing itself. Record when the document was sent, how, and to whom."
    done = "The sending is recorded."
    document = Pick(
        label="Document",
        offer=documents(Status.ISSUED),
        nothing="There is no issued document that could be sent.",
    )
    to = prose("Who it was sent to", rows=3, help_text="One recipient on each line.")
    how = line("How it was sent", help_text="Such as “by e-mail” or “by hand”.")
    on = when("Date it was sent")

    def defaults(self) -> dict[str, Any]:
        """Take it that it goes to those whom it names; if it names nobody, to all of its kind."""
        document = self.known().get("document")
        if document is None:
            return {}
        kind, paper = self.desk.kinds[document.kind], from_json(document.paper)
        to = _named_in(paper) or kind.to(self.position, document.about)
        return {"to": "\n".join(to)}

    def clean_to(self) -> list[str]:
        """Return the recipients, each once."""
        names = (name.strip() for name in self.cleaned_data["to"].split("\n"))
        return list(dict.fromkeys(filter(None, names)))


def _named_in(paper: Paper) -> list[str]:
    """Return the addressee of a letter and whoever it says gets a copy, a line for each."""
    addressees = [", ".join(b.lines) for b in paper.blocks if isinstance(b, Addressee)]
    copies = [name for b in paper.blocks if isinstance(b, Copies) for name in b.names]
    return addressees + copies


class RevokeDocument(DocumentForm):
    action = "revoke_document"
    lead = "The document stays in the file as it was issued, and says that it was revoked, and why."
    done = "The document is revoked."
    button = "Revoke the document"
    final = True
    document = Pick(
        label="Document",
        offer=documents(Status.ISSUED),
        nothing="There is no issued document that could be revoked.",
    )
    why = prose("Reason", rows=3)
    on = when("Date it was revoked")


class Attach(ActionForm):
    action = "attach"
    lead = (
        "A paper that was received, or that shows what was done, is kept with the case as it came."
    )
    done = "The file is kept with the case."
    button = "Keep the file"
    title = line("What the file is")
    file = UploadField(label="File", help_text=f"Choose {ACCEPTED}, of 10 MB at most.")
    on = when("Date it was received")

    def clean_file(self) -> Checked:
        """Return the file as checked by its content."""
        sent = self.cleaned_data["file"]
        sent.seek(0)
        try:
            return check(sent.name, sent.read())
        except BadFile as error:
            raise forms.ValidationError(str(error)) from error


FORMS: tuple[type[ActionForm], ...] = (
    DraftDocument, EditDocument, ApproveDocument, IssueDocument, RecordSending, RevokeDocument,
    Attach,
)  # fmt: skip
