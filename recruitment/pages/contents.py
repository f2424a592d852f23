"""The pages of one vacancy, and who may open each: its list of contents."""

from dataclasses import dataclass

from django.urls import reverse

from casework.policy import Capability
from recruitment.forms.base import Desk
from recruitment.models.vacancy import ROLES
from recruitment.policies import TABLE


@dataclass(frozen=True, slots=True)
class Page:
    """One page: the name of its address, its title, and the capabilities that each open it."""

    name: str
    title: str
    seen_with: tuple[str, ...]

    def opens_to(self, desk: Desk) -> bool:
        """Return whether the person may read the page at this stage."""
        return any(map(desk.may, self.seen_with))

    @property
    def capabilities(self) -> tuple[Capability, ...]:
        """The rows of the permission table that open the page."""
        return tuple(TABLE[key] for key in self.seen_with)


PAGES = {
    page.name: page
    for page in (
        Page("vacancy", "Task list", ("see_vacancy",)),
        Page("timeline", "Timeline", ("see_vacancy",)),
        Page("people", "People", ("see_people",)),
        Page("specification", "Person specification", ("see_vacancy",)),
        Page("candidates", "Candidates", ("see_candidates", "see_chosen")),
        Page("advice", "Advice", ("see_advice", "see_advice_to_governors", "see_chosen")),
        Page("meetings", "Meetings", ("see_meetings",)),
        Page("documents", "Documents", ("see_documents",)),
        Page("checks", "Checks", ("see_checks",)),
        Page("record", "Record", ("see_record",)),
    )
}


def links(desk: Desk) -> list[dict[str, str]]:
    """Return a link for each page that the person may open, for the head of every page."""
    reference = desk.position.case.reference
    return [
        {"text": page.title, "href": reverse(page.name, args=[reference])}
        for page in PAGES.values()
        if page.opens_to(desk)
    ]


def who_opens(page: Page) -> list[tuple[str, list[str]]]:
    """Return what the page is opened for, each with the names of the roles that may."""
    return [
        (row.sentence[:1].lower() + row.sentence[1:], [ROLES[role] for role in row.roles])
        for row in page.capabilities
    ]


def opens_later(page: Page, desk: Desk) -> bool:
    """Return whether the page opens to the person at another stage than this one."""
    return any(capability.role_for(desk.roles) for capability in page.capabilities)
