"""The people of an imported school, entered as whoever runs Headship enters them."""

from dataclasses import dataclass
from datetime import date

from accounts.models import DEMONSTRATION_DOMAIN, User
from casework.action import certain
from schools.models import (
    Authority,
    AuthorityStaff,
    GoverningBody,
    Membership,
    Office,
    School,
)
from schools.models.choices import Category, MemberKind, Nation, OfficeKind, StaffRole, Status
from tests.pages.visitor import PASSWORD

SINCE = date(2024, 9, 1)
CLERK, CHAIR, PANEL_CHAIR, MEMBER = "Ann Rees", "Rosa Tennant", "Hugh Mabey", "Priya Nandy"
GOVERNOR, OTHER_GOVERNOR = "Olu Bankole", "Jean Coombe"
ADVISER, OFFICER, HEAD = "Ifor Prys", "Joan Beck", "Mavis Thorley"
GOVERNORS = {
    CHAIR: "chair of governors",
    PANEL_CHAIR: "chair of the panel",
    MEMBER: "member of the panel",
    GOVERNOR: "governor",
    OTHER_GOVERNOR: "governor",
}
OTHERS = {MEMBER: MemberKind.STAFF, HEAD: MemberKind.HEAD}
OFFICES = {CHAIR: OfficeKind.CHAIR, CLERK: OfficeKind.CLERK}
STAFF = {
    ADVISER: (StaffRole.ADVISER, "School improvement adviser"),
    OFFICER: (StaffRole.OFFICER, "Head of school governance"),
}


@dataclass(frozen=True)
class Cast:
    """The school, and its people by name."""

    school: School
    people: dict[str, User]


def enter_school(name: str, category: Category, nation: Nation) -> School:
    """Return an open school of an invented authority."""
    authority = Authority.objects.create(code="999", name="Fictional Borough")
    return School.objects.create(
        name=name,
        authority=authority,
        category=category,
        nation=nation,
        status=Status.OPEN,
        street="Larkspur Hollow",
        town="Fictown",
        postcode="ZZ1 1AA",
    )


def enter_people(school: School) -> Cast:
    """Enter the governing body, its chair and clerk, and those who act for the authority.

    The clerk has a password; the others are people of the demonstration.
    """
    roles = {**GOVERNORS, HEAD: "head", ADVISER: "adviser", OFFICER: "officer"}
    people = {name: _invented(name, role) for name, role in roles.items()}
    people[CLERK] = User.objects.create_user("ann.rees@example.org", CLERK, PASSWORD)
    body = GoverningBody.objects.create(name=f"Governing body of {school.name}")
    school.governing_body = body
    school.save()
    kinds = {**dict.fromkeys(GOVERNORS, MemberKind.CO_OPTED), **OTHERS}
    for name, kind in kinds.items():
        Membership.objects.create(governing_body=body, user=people[name], kind=kind, since=SINCE)
    for name, office in OFFICES.items():
        Office.objects.create(governing_body=body, user=people[name], office=office, since=SINCE)
    for name, (role, title) in STAFF.items():
        AuthorityStaff.objects.create(
            authority=certain(school.authority),
            user=people[name],
            role=role,
            title=title,
            since=SINCE,
        )
    return Cast(school, people)


def _invented(name: str, role: str) -> User:
    email = name.lower().replace(" ", ".") + DEMONSTRATION_DOMAIN
    return User.objects.create_user(email, name, demonstration_role=role)
