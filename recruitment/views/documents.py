"""A document of a case: its text, where it stands, what can be done with it, and its Word file."""

from typing import Any, cast

from django.db.models import F
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from casework.documents.blocks import from_json
from casework.documents.issue import file_of
from casework.models import Document
from recruitment.documents import KINDS
from recruitment.documents.withdrawn import withdrawn
from recruitment.forms import FORMS
from recruitment.forms.base import Answer, Desk
from recruitment.forms.picks import Pick
from recruitment.policies import TABLE
from recruitment.views.case import find, under_held_law
from recruitment.views.reading import head
from recruitment.visible import documents_for

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
STEPS = {
    "edit_document": "Edit the text",
    "approve_document": "Approve",
    "issue_document": "Issue",
    "record_sending": "Record that it was sent",
    "draft_document": "Draft a new version",
    "revoke_document": "Revoke",
}


@require_safe
@under_held_law
def document(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Show the document to whoever may read it."""
    desk = find(request, reference)
    rows = _with_sendings(_readable(desk, pk))
    shown = rows[0]
    taken_back = withdrawn(desk.position, shown)
    context = {
        "document": shown,
        "kind": KINDS[shown.kind],
        "paper": from_json(shown.paper),
        "lines": _lines(shown, rows, taken_back),
        "withdrawn": taken_back,
        "stale": _stale(shown),
        "steps": _steps(desk, shown),
        **head(desk),
    }
    return render(request, "recruitment/documents/document.html", context)


@require_safe
@under_held_law
def document_file(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Send the Word file. Its name says which case, which kind and which version, and no person."""
    found = _readable(find(request, reference), pk)
    name = f"{reference}-{found.kind.replace('_', '-')}-{found.pk}-v{found.version}.docx"
    response = HttpResponse(file_of(found), content_type=WORD)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return private(response)


def private(response: HttpResponse) -> HttpResponse:
    """Return the answer with the headers of a paper that is nobody else's to keep or to run."""
    response["Cache-Control"] = "private, no-store"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _readable(desk: Desk, pk: int) -> Document:
    readable = documents_for(desk.position, desk.roles, desk.user)
    found = next((d for d in readable if d.pk == pk), None)
    if found is None:
        raise Http404
    return found


def _with_sendings(document: Document) -> list[Document]:
    """Return the document with all that its page says, once for each time it was sent."""
    joined = Document.objects.select_related("stale_since", "approved_by").defer("content")
    rows = joined.annotate(
        sent_on=F("sendings__sent_on"), sent_how=F("sendings__how"), sent_to=F("sendings__to")
    )
    return list(rows.filter(pk=document.pk).order_by("sendings__sent_on", "sendings__pk"))


def _lines(document: Document, rows: list[Any], taken_back: str) -> list[Answer]:
    kind = KINDS[document.kind]
    approved = f"{document.approved_on:%-d %B %Y}" if document.approved_on else ""
    lines = [
        Answer("Kind", f"{kind.number}. {kind.name}"),
        Answer("Version", f"{document.version}{', edited by hand' if document.edited else ''}"),
        Answer("Drafted on", f"{document.drafted_on:%-d %B %Y}"),
        Answer("Approved", f"{approved}, by {document.approved_by}" if approved else ""),
        Answer("Issued on", f"{document.issued_on:%-d %B %Y}" if document.issued_on else ""),
        Answer("Revoked because", document.revoked_why),
        Answer("What it sets out", taken_back),
        Answer("SHA-256 of the Word file", document.sha256),
        Answer("Sent", "\n".join(_sent(row) for row in rows if row.sent_on)),
    ]
    return [line for line in lines if line.value]


def _sent(row: Any) -> str:
    return f"{row.sent_on:%-d %B %Y}, {row.sent_how}, to {row.sent_to}"


def _stale(document: Document) -> str:
    event = document.stale_since
    if event is None or not document.is_open:
        return ""
    return (
        f"On {event.happened_on:%-d %B %Y}, after this was drafted, {event.by_name} recorded "
        f"“{TABLE[event.action].sentence}”. The document would now read differently."
    )


def _steps(desk: Desk, document: Document) -> list[dict[str, str]]:
    """Return the steps that are open to this person with this document, as links."""
    about = {"draft_document": f"{document.kind}:{document.about}"}
    steps = []
    for action, text in STEPS.items():
        key = about.get(action, str(document.pk))
        if desk.may(action) and key in _offered(desk, action):
            address = reverse("act", args=[desk.position.case.reference, action])
            steps.append({"text": text, "href": f"{address}?about={key}"})
    return steps


def _offered(desk: Desk, action: str) -> set[str]:
    pick = cast(Pick, FORMS[action].base_fields["document"])
    return {choice.key for choice in pick.offer(desk)}
