"""A document of a case: its text, where it stands, what can be done with it, and its Word file."""

from collections.abc import Mapping
from typing import Any, ClassVar, cast

from django.db.models import F
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views import View

from casework import record
from casework.desk import Desk
from casework.documents.blocks import from_json
from casework.documents.issue import file_of
from casework.documents.missing import MissingFact
from casework.forms.action import ActionForm, Answer
from casework.forms.picks import Pick
from casework.models import Document
from casework.policy import PermissionTable
from casework.site import Site
from law.base import Rule, Strength

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
STEPS = {
    "edit_document": "Edit the text",
    "approve_document": "Approve",
    "issue_document": "Issue",
    "record_sending": "Record that it was sent",
    "draft_document": "Draft a new version",
    "revoke_document": "Revoke",
}


class OfADocument(View):
    """What the page of a document and its file share. A kind of case names its site and forms."""

    http_method_names = ["get", "head"]

    site: ClassVar[Site[Any]]
    forms: ClassVar[Mapping[str, type[ActionForm]]]

    def readable(self, desk: Desk[Any], pk: int) -> Document:
        """Return the document, or raise Http404 where the person may not read it."""
        found = next((d for d in desk.documents if d.pk == pk), None)
        if found is None:
            raise Http404
        return found


class DocumentPage(OfADocument):
    """The document, to whoever may read it."""

    def get(self, request: HttpRequest, reference: str, pk: int) -> HttpResponse:
        """Show its text, where it stands, and what this person can do with it."""
        desk = self.site.find(request, reference)
        rows = _with_sendings(self.readable(desk, pk))
        shown, kind = rows[0], desk.kinds[rows[0].kind]
        context = {
            "document": shown,
            "kind": kind,
            "paper": from_json(shown.paper),
            "lines": _lines(desk, rows),
            "withdrawn": desk.withdrawn(shown),
            "stale": _stale(shown, desk.table),
            "law": _law(desk, shown),
            "steps": self.steps(desk, shown),
            "documents": reverse(self.site.documents, args=[reference]),
            "file": reverse(self.site.document_file, args=[reference, pk]),
            **self.site.head(desk),
        }
        return render(request, "casework/document.html", context)

    def steps(self, desk: Desk[Any], document: Document) -> list[dict[str, str]]:
        """Return the steps that are open to this person with this document, as links."""
        about = {"draft_document": f"{document.kind}:{document.about}"}
        steps = []
        for action, text in STEPS.items():
            key = about.get(action, str(document.pk))
            if desk.may(action) and key in self.offered(desk, action):
                address = reverse(self.site.act, args=[desk.position.case.reference, action])
                steps.append({"text": text, "href": f"{address}?about={key}"})
        return steps

    def offered(self, desk: Desk[Any], action: str) -> set[str]:
        """Return the keys of the documents that the action's form offers this person."""
        pick = cast(Pick, self.forms[action].base_fields["document"])
        return {choice.key for choice in pick.offer(desk)}


class DocumentFile(OfADocument):
    """The Word file. Its name says which case, which kind and which version, and no person."""

    def get(self, request: HttpRequest, reference: str, pk: int) -> HttpResponse:
        """Send it."""
        found = self.readable(self.site.find(request, reference), pk)
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


def _with_sendings(document: Document) -> list[Document]:
    """Return the document with all that its page says, once for each time it was sent."""
    joined = Document.objects.select_related("stale_since", "approved_by").defer("content")
    rows = joined.annotate(
        sent_on=F("sendings__sent_on"), sent_how=F("sendings__how"), sent_to=F("sendings__to")
    )
    return list(rows.filter(pk=document.pk).order_by("sendings__sent_on", "sendings__pk"))


def _lines(desk: Desk[Any], rows: list[Any]) -> list[Answer]:
    document = rows[0]
    kind = desk.kinds[document.kind]
    approved = f"{document.approved_on:%-d %B %Y}" if document.approved_on else ""
    lines = [
        Answer("Kind", f"{kind.number}. {kind.name}"),
        Answer("Version", f"{document.version}{', edited by hand' if document.edited else ''}"),
        Answer("Drafted on", f"{document.drafted_on:%-d %B %Y}"),
        Answer("Approved", f"{approved}, by {document.approved_by}" if approved else ""),
        Answer("Issued on", f"{document.issued_on:%-d %B %Y}" if document.issued_on else ""),
        Answer("Revoked because", document.revoked_why),
        Answer("What it sets out", desk.withdrawn(document)),
        Answer("SHA-256 of the Word file", document.sha256),
        Answer("Sent", "\n".join(_sent(row) for row in rows if row.sent_on)),
    ]
    return [line for line in lines if line.value]


def _law(desk: Desk[Any], document: Document) -> list[Answer]:
    """Return the law that a paper still to be issued rests on, and how sure we are of each rule."""
    if not document.is_open:
        return []
    try:
        rules = desk.kinds[document.kind].law(desk.position, document.about)
    except MissingFact:
        return []
    return [Answer(rule.citation, "\n".join(_of_rule(rule))) for rule in rules]


def _of_rule(rule: Rule[Any]) -> list[str]:
    return [line for line in (rule.says, rule.note, _how_sure(rule)) if line]


def _how_sure(rule: Rule[Any]) -> str:
    if rule.confidence.must_check:
        return f"{rule.confidence.capitalize()}, not read: check the source before you approve."
    return "A rule of our own." if rule.strength is Strength.HOUSE else "Read in the source."


def _sent(row: Any) -> str:
    return f"{row.sent_on:%-d %B %Y}, {row.sent_how}, to {row.sent_to}"


def _stale(document: Document, table: PermissionTable) -> str:
    event = document.stale_since
    if event is None or not document.is_open:
        return ""
    done = table[event.action].sentence if event.action in table else record.name_of(event.action)
    return (
        f"On {event.happened_on:%-d %B %Y}, after this was drafted, {event.by_name} recorded "
        f"“{done}”. The document would now read differently."
    )
