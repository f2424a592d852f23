"""Files that people gave us, given back to those who may see them, and never run; and a blank."""

from urllib.parse import quote

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from casework.action import certain
from casework.models import Attachment
from casework.site import under_held_law
from casework.views.documents import private
from recruitment.applicants_sheet import blank_sheet
from recruitment.models import ApplicationPaper
from recruitment.pages.applications import to_read
from recruitment.site import SITE
from recruitment.visible import attachments_open_to, kept_files

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
@under_held_law
def attachment(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Send the file under its own name, to be kept and not to be shown."""
    desk = SITE.find(request, reference)
    if not attachments_open_to(desk.position, desk.roles, desk.user):
        raise Http404
    return _sent(get_object_or_404(kept_files(desk.position.case), pk=pk))


@require_safe
@under_held_law
def application_paper(
    request: HttpRequest, reference: str, code: str, number: int, which: str = ""
) -> HttpResponse:
    """Send a paper of an application: as the person reads it or, to the clerk, its `copy`.

    Its name is the candidate's code, whatever it was called.
    """
    desk = SITE.find(request, reference)
    found = next((x for x in desk.position.papers if _is(x, code, number)), None)
    if found is None or not desk.may_read(found):
        raise Http404
    if which and not (found.copy and desk.may("see_originals")):
        raise Http404
    return _sent(certain(found.copy) if which else to_read(desk, found))


@require_safe
def blank_applications(_request: HttpRequest) -> HttpResponse:
    """Send the spreadsheet in which the clerk lists those who applied, without anybody in it."""
    response = HttpResponse(blank_sheet(), content_type=EXCEL)
    response["Content-Disposition"] = 'attachment; filename="applications.xlsx"'
    return private(response)


def _is(paper: ApplicationPaper, code: str, number: int) -> bool:
    return paper.candidate.code == code and paper.number == number


def _sent(found: Attachment) -> HttpResponse:
    with found.file.open("rb") as kept:
        response = HttpResponse(kept.read(), content_type=found.media_type)
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(found.filename)}"
    return private(response)
