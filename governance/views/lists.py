"""The pages over all cycles of a person: the list, and the adviser's autumn."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.http import person
from casework import clock
from governance.pages import autumn as season
from governance.pages import mine
from governance.policies import ADVISER
from governance.stages import RUNNING

A_PAGE = 25  # cycles on one page of the list


@require_safe
def cycles(request: HttpRequest) -> HttpResponse:
    """List the cycles in which the person has a part."""
    user = person(request)
    found = mine.desks(user, list(mine.cycles_of(user)), clock.today())
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "lines": mine.listed(list(page.object_list)),
        "advises": any(ADVISER in desk.roles for desk in found),
    }
    return render(request, "governance/cycles.html", context)


@require_safe
def autumn(request: HttpRequest) -> HttpResponse:
    """Show an adviser, over all their schools, what is due by when."""
    user, today = person(request), clock.today()
    running = mine.cycles_of(user).filter(stage__in=RUNNING)
    lines = season.lines(mine.desks(user, list(running), today))
    return render(request, "governance/autumn.html", {"lines": lines, "today": today})
