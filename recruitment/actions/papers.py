"""Documents of the case, attachments, and corrections of what was recorded."""

from collections.abc import Sequence
from datetime import date

from casework.action import Actor, NotInThisCase, certain
from casework.attachments import Checked
from casework.documents import issue
from casework.documents.blocks import Paper
from casework.models import Attachment, Document, Event
from recruitment.actions.advice import keep_late_ones
from recruitment.corrections import CORRECTABLE
from recruitment.documents import KINDS
from recruitment.models import Vacancy
from recruitment.position import Position
from recruitment.process import action, step


@action
def draft_document(vacancy: Vacancy, *, kind: str, by: Actor, on: date, about: str = "") -> Event:
    """Draft a document of `kind`, from the case as it stands on `on`.

    `about` says which, where there can be several: a candidate's code, a meeting's number.
    Raises MissingFact, naming what is missing.
    """
    with step(vacancy, "draft_document", by=by, on=on, kind=kind, about=about) as s:
        if kind not in KINDS:
            raise NotInThisCase(f"There is no kind of document “{kind}”.")
        document = issue.draft(s.case, KINDS[kind], about, s.position, on)
        s.facts["document"] = document
    return s.done


@action
def edit_document(
    vacancy: Vacancy, *, document: Document, paper: Paper, by: Actor, on: date
) -> Event:
    """Replace the text of a draft. What it said before stays in the record by its digest."""
    with step(vacancy, "edit_document", by=by, on=on, document=document, paper=paper) as s:
        del s.facts["paper"]
        issue.edit(s["document"], paper)
    return s.done


@action
def approve_document(vacancy: Vacancy, *, document: Document, by: Actor, on: date) -> Event:
    """Approve a draft for issue."""
    with step(vacancy, "approve_document", by=by, on=on, document=document) as s:
        issue.approve(s["document"], by.user, on)
    return s.done


@action
def issue_document(vacancy: Vacancy, *, document: Document, by: Actor, on: date) -> Event:
    """Issue an approved document: its bytes are kept, and their SHA-256 is on the record."""
    with step(vacancy, "issue_document", by=by, on=on, document=document) as s:
        issue.issue(s["document"], on)
        s.facts["sha256"] = s["document"].sha256
    return s.done


@action
def record_sending(
    vacancy: Vacancy, *, document: Document, to: Sequence[str], how: str, by: Actor, on: date
) -> Event:
    """Record when, how and to whom an issued document was sent."""
    with step(
        vacancy, "record_sending", by=by, on=on, document=document, to=list(to), how=how
    ) as s:
        issue.record_sending(s["document"], on=on, how=how, to=to)
    return s.done


@action
def revoke_document(
    vacancy: Vacancy, *, document: Document, why: str, by: Actor, on: date
) -> Event:
    """Revoke an issued document. It stays in the file and says that it was revoked."""
    with step(vacancy, "revoke_document", by=by, on=on, why=why, document=document) as s:
        issue.revoke(s["document"], why)
    return s.done


@action
def attach(vacancy: Vacancy, *, title: str, file: Checked, by: Actor, on: date) -> Event:
    """Keep a file with the case: one that `casework.attachments` has checked by its content."""
    with step(vacancy, "attach", by=by, on=on, title=title, file=file) as s:
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


@action
def correct(
    vacancy: Vacancy, *, what: str, to: str, why: str, by: Actor, on: date, which: str = ""
) -> Event:
    """Correct a slip: `what` is one of `CORRECTABLE`, `to` the right value, `why` what was wrong.

    The first record stays as it is; this one says what it should have been, and what hangs on
    it (a clock, a draft) moves. `which` names the candidate where `what` is about one.
    """
    with step(vacancy, "correct", by=by, on=on, why=why, what=what, to=to, which=which) as s:
        slip = CORRECTABLE[what]
        row = certain(slip.row(s.position, which))
        s.facts["was"] = getattr(row, slip.field)
        setattr(row, slip.field, slip.read(to))
        row.save()
        if what == "closing_on":
            mark_late(s.position)
        if what == "received_on":
            uncorroborate(s.position)
            keep_late_ones(s.position, s.position.representations)
    return s.done


def mark_late(position: Position) -> None:
    """Say of each application of this round anew whether it came after the closing date."""
    advert = certain(position.advertisement)
    for candidate in position.candidates:
        if advert.closing_on and candidate.applied_on >= advert.published_on:
            candidate.late = candidate.applied_on > advert.closing_on
            candidate.save()


def uncorroborate(position: Position) -> None:
    """A receipt moved to another day is not the one that the authority corroborated."""
    notice = certain(position.notice)
    notice.corroborated_on, notice.corroborated_by = None, ""
    notice.save()
