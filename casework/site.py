"""A kind of case on its pages: how one is found for a person, what heads them, who may read."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from http import HTTPStatus
from typing import Any, Generic, TypeVar

from django.db.models import F, FilteredRelation, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from accounts.http import person
from accounts.models import User
from casework import access, clock
from casework.action import Process
from casework.desk import Desk
from casework.policy import Capability, PermissionTable
from law.base import NoRegime

Context = dict[str, Any]
View = Callable[..., HttpResponseBase]
DeskT = TypeVar("DeskT", bound=Desk[Any])


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a case: the name of its address, its title, the capabilities that open it."""

    name: str
    title: str
    seen_with: tuple[str, ...]

    def opens_to(self, desk: Desk[Any]) -> bool:
        """Return whether the person may read the page at this stage."""
        return any(map(desk.may, self.seen_with))

    def opens_later_to(self, desk: Desk[Any]) -> bool:
        """Return whether the page opens to the person at another stage than this one."""
        return any(capability.role_for(desk.roles) for capability in self.rows_of(desk.table))

    def rows_of(self, table: PermissionTable) -> tuple[Capability, ...]:
        """The rows of the permission table that open the page."""
        return tuple(table[key] for key in self.seen_with)


def contents(pages: Iterable[Page]) -> dict[str, Page]:
    """Return the pages of a kind of case by name, in the order of its list of contents."""
    return {page.name: page for page in pages}


@dataclass(frozen=True, kw_only=True)
class Site(Generic[DeskT]):
    """The pages of one kind of case. Each app makes one of these.

    `called` is what such a case is, `home` the name of the address of its first page; `act`,
    `document` and so on are those of its actions and papers. `cases` returns them with all that
    loading one wants, `templates` is the folder of its pages, `more` what every page of it says.
    """

    process: Process[Any, Any]
    called: str
    home: str
    act: str
    document: str
    documents: str
    document_file: str
    cases: Callable[[], QuerySet[Any]]
    desk: Callable[[Any, User, frozenset[str], str], DeskT]
    pages: Mapping[str, Page]
    templates: str
    more: Callable[[DeskT], Context]

    def find(self, request: HttpRequest, reference: str, action: str = "") -> DeskT:
        """Return the desk of the person who asks, at the case of that reference, today.

        Raises Http404 for a stranger to the case as if there were none. With an action, the case
        carries the person's own draft of its form, for `draft_of`.
        """
        user = person(request)
        mine = Q(drafts__user=user, drafts__action=action)
        cases = self.cases().annotate(
            draft=FilteredRelation("drafts", condition=mine),
            draft_data=F("draft__data"),
            draft_saved_at=F("draft__saved_at"),
        )
        case, granted = access.case_of(user, cases.filter(reference=reference))
        if case is None:
            raise Http404
        position = self.process.load(case, clock.today())
        roles = position.roles_left(user, granted)
        if not roles:
            raise Http404
        return self.desk(position, user, roles, request.GET.get("about", ""))

    def head(self, desk: DeskT) -> Context:
        """Return what every page of a case says of it, with the pages that the person may open."""
        case = desk.position.case
        return {
            "reference": case.reference,
            "school": case.school.name,
            "facts": [self.called, case.reference, desk.position.stage_name],
            "act": self.act,
            "document_page": self.document,
            "home": reverse(self.home, args=[case.reference]),
            "called": self.called,
            "pages": self._links(desk),
            "desk": desk,
            "position": desk.position,
            **self.more(desk),
        }

    def _links(self, desk: DeskT) -> list[dict[str, str]]:
        reference = desk.position.case.reference
        return [
            {"text": page.title, "href": reverse(page.name, args=[reference])}
            for page in self.pages.values()
            if page.opens_to(desk)
        ]

    def reading(self, name: str, template: str = "") -> Callable[[Callable[..., Context]], View]:
        """Return a decorator that makes a view of a function from a desk to what the page shows.

        `name` is the entry of the list of contents whose capabilities open the page. A stranger
        is told that there is nothing here; somebody with a part in the case, who may read it.
        """
        page = self.pages[name]
        file = f"{self.templates}/{template or name}.html"

        def made(present: Callable[..., Context]) -> View:
            @wraps(present)
            def view(request: HttpRequest, reference: str, **which: Any) -> HttpResponse:
                desk = self.find(request, reference)
                if not page.opens_to(desk):
                    return self._not_for(request, desk, page)
                return render(request, file, {**self.head(desk), **present(desk, **which)})

            return require_safe(under_held_law(view))

        return made

    def _not_for(self, request: HttpRequest, desk: DeskT, page: Page) -> HttpResponse:
        context = {
            **self.head(desk),
            "page": page,
            "who": self._who_opens(page),
            "later": page.opens_later_to(desk),
        }
        return render(request, "casework/not_for_you.html", context, status=HTTPStatus.FORBIDDEN)

    def _who_opens(self, page: Page) -> list[tuple[str, list[str]]]:
        """What the page is opened for, each with the names of the roles that may."""
        names = self.process.role_names
        return [
            (row.sentence[:1].lower() + row.sentence[1:], [names[role] for role in row.roles])
            for row in page.rows_of(self.process.table)
        ]


def draft_of(desk: Desk[Any]) -> dict[str, list[str]]:
    """Return what the person typed and put by, empty if nothing was."""
    return getattr(desk.position.case, "draft_data", None) or {}


def saved_at(desk: Desk[Any]) -> datetime | None:
    """Return when that was put by, or nothing."""
    return getattr(desk.position.case, "draft_saved_at", None)


def under_held_law(view: View) -> View:
    """Return the view with a page of its own for a school whose law Headship no longer holds."""

    @wraps(view)
    def guarded(request: HttpRequest, reference: str, **which: Any) -> HttpResponseBase:
        try:
            return view(request, reference=reference, **which)
        except NoRegime as error:
            context = {"reference": reference, "why": str(error)}
            return render(request, "casework/no_law.html", context, status=HTTPStatus.CONFLICT)

    return guarded
