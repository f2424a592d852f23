"""How a page of a case is read: found, judged by the permission table, and drawn."""

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from recruitment.forms.base import Desk
from recruitment.pages.contents import PAGES, Page, links, opens_later, who_opens
from recruitment.views.case import View, find, strip, under_held_law
from recruitment.visible import attachments_open_to

Context = dict[str, Any]


def reading(name: str, template: str = "") -> Callable[[Callable[..., Context]], View]:
    """Return a decorator that makes a view of a function from a desk to what the page shows.

    `name` is the entry of the list of contents whose capabilities open the page. A stranger is
    told that there is nothing here; somebody with a part in the case is told who may read it.
    """
    page = PAGES[name]
    file = f"recruitment/{template or name}.html"

    def made(present: Callable[..., Context]) -> View:
        @wraps(present)
        def view(request: HttpRequest, reference: str, **which: Any) -> HttpResponse:
            desk = find(request, reference)
            if not page.opens_to(desk):
                return _not_for(request, desk, page)
            return render(request, file, {**head(desk), **present(desk, **which)})

        return require_safe(under_held_law(view))

    return made


def head(desk: Desk) -> Context:
    """Return what every page of a case says of it, with the pages that the person may open."""
    return {
        **strip(desk),
        "pages": links(desk),
        "desk": desk,
        "position": desk.position,
        "vacancy": desk.position.case,
        "files_open": attachments_open_to(desk.position, desk.roles, desk.user),
    }


def _not_for(request: HttpRequest, desk: Desk, page: Page) -> HttpResponse:
    context = {
        **head(desk),
        "page": page,
        "who": who_opens(page),
        "later": opens_later(page, desk),
    }
    return render(request, "recruitment/not_for_you.html", context, status=HTTPStatus.FORBIDDEN)
