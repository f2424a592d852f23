"""The pages over all cycles of a person: the list, the adviser's autumn, the authority's."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.http import person
from accounts.models import User
from casework import clock
from governance.desk import Desk
from governance.pages import authority as officers
from governance.pages import autumn as season
from governance.pages import bars, mine
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
        "acts_for_authority": any(officers.acts_for_authority(desk) for desk in found),
    }
    return render(request, "governance/cycles.html", context)


@require_safe
def autumn(request: HttpRequest) -> HttpResponse:
    """Show an adviser, over all their schools, what is due by when."""
    lines = season.lines(_running(person(request)))
    context = {"lines": lines, "pictures": bars.pictures(lines), "today": clock.today()}
    return render(request, "governance/autumn.html", context)


@require_safe
def authority(request: HttpRequest) -> HttpResponse:
    """Show an officer what is due of the authority, where they have cause, by when."""
    tables = officers.tables(_running(person(request)))
    lines = [line for table in tables for line in table.lines]
    context = {"tables": tables, "pictures": bars.pictures(lines), "today": clock.today()}
    return render(request, "governance/authority.html", context)


def _running(user: User) -> list[Desk]:
    """Return the person's desks at the cycles that run."""
    running = mine.cycles_of(user).filter(stage__in=RUNNING)
    return mine.desks(user, list(running), clock.today())
