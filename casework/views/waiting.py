"""The first page of whoever signs in: what waits for them, over all their cases."""

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.http import person
from casework import clock
from casework.waiting import Kind
from casework.waiting import waiting as found_waiting


@require_safe
def waiting(request: HttpRequest, kinds: Sequence[Kind]) -> HttpResponse:
    """Show what waits for the person. Each kind of case contributes its own, by `kinds`."""
    for_me, others = found_waiting(person(request), clock.today(), kinds)
    reminder = next((each.reminder for each in others if each.reminder), "")
    context = {"for_me": for_me, "others": others, "reminder": reminder}
    return render(request, "casework/waiting.html", context)
