"""Files that people gave us, given back to those who may see them, and never run."""

from urllib.parse import quote

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from casework.site import under_held_law
from casework.views.documents import private
from recruitment.site import SITE
from recruitment.visible import attachments_open_to


@require_safe
@under_held_law
def attachment(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Send the file under its own name, to be kept and not to be shown."""
    desk = SITE.find(request, reference)
    if not attachments_open_to(desk.position, desk.roles, desk.user):
        raise Http404
    found = get_object_or_404(desk.position.case.attachments, pk=pk)
    with found.file.open("rb") as kept:
        response = HttpResponse(kept.read(), content_type=found.media_type)
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(found.filename)}"
    return private(response)
