"""Invented schools with their people, by a seed: the ground on which three years are played.

Every third school is in Wales. A person has one of twelve parts as an adviser: in England engaged
by governing bodies, in Wales one of the authority's own. Nobody and nothing here is real.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import count, product
from random import Random
from typing import Any

from django.contrib.auth.hashers import make_password

from accounts.models import User
from schools import terms
from schools.models import (
    Authority,
    AuthorityStaff,
    GoverningBody,
    Membership,
    Office,
    School,
    TermDates,
)
from schools.models.choices import (
    Category,
    MemberKind,
    Nation,
    OfficeKind,
    StaffRole,
    Status,
    TermKind,
)
from schools.models.school import words_to_find

SINCE = date(2022, 9, 1)
FIRST_YEAR, LAST_YEAR = 2023, 2027  # in whose autumns a school year of the terms begins
DOMAIN = "@three-years.headship.example"
ADVISERS, OF_WALES = 12, 4
OF_WHICH_ONE_IN_WALES = 3  # schools
SCHOOLS_TO_A_CLERK = 10
FIRST_NAMES = (
    "Abel", "Bryony", "Caspar", "Delyth", "Edda", "Florian", "Greta", "Huw", "Isolde", "Jago",
    "Kezia", "Lorcan",
)  # fmt: skip
BEFORE = (
    "Apple", "Bramble", "Clover", "Dapple", "Ember", "Fallow", "Gorse", "Hazel", "Inkle", "Juniper",
    "Kestrel", "Linnet",
)  # fmt: skip
AFTER = (
    "batch", "croft", "dell", "fenn", "garth", "holm", "ings", "keld", "loch", "mere", "nook",
    "pool", "rigg", "stow", "thwaite",
)  # fmt: skip
AUTHORITIES = (
    ("F01", "Invented Borough", Nation.ENGLAND),
    ("F02", "Invented Shire", Nation.ENGLAND),
    ("F03", "Sir Ddychmygol", Nation.WALES),
    ("F04", "Dinas Ddychmygol", Nation.WALES),
)
NO_CHARACTER = "Does not apply"
KINDS: dict[Nation, tuple[tuple[Category, str], ...]] = {
    Nation.ENGLAND: (
        (Category.COMMUNITY, NO_CHARACTER),
        (Category.ACADEMY, NO_CHARACTER),
        (Category.VOLUNTARY_AIDED, "Of an invented faith"),
        (Category.COMMUNITY_SPECIAL, NO_CHARACTER),
        (Category.VOLUNTARY_CONTROLLED, "Of an invented faith"),
        (Category.FREE_SCHOOL, NO_CHARACTER),
        (Category.FOUNDATION, NO_CHARACTER),
        (Category.NURSERY, NO_CHARACTER),
    ),
    Nation.WALES: (
        (Category.COMMUNITY, NO_CHARACTER),
        (Category.VOLUNTARY_AIDED, NO_CHARACTER),
        (Category.VOLUNTARY_AIDED, "Of an invented faith"),
        (Category.VOLUNTARY_CONTROLLED, "Of an invented faith"),
        (Category.COMMUNITY_SPECIAL, NO_CHARACTER),
    ),
}
SEATS = {
    "chair": MemberKind.CO_OPTED,
    "first": MemberKind.FOUNDATION,
    "second": MemberKind.CO_OPTED,
    "third": MemberKind.PARENT,
    "fourth": MemberKind.CO_OPTED,
    "staff": MemberKind.STAFF,
    "head": MemberKind.HEAD,
}
OF_A_SCHOOL = (*SEATS, "diocesan", "judge", "of_diocese")  # the last two can hear an appeal
STRETCHES = (  # of a school year: month, day and whether in the year after
    ((9, 2, 0), (10, 24, 0)),
    ((11, 3, 0), (12, 19, 0)),
    ((1, 5, 1), (2, 13, 1)),
    ((2, 23, 1), (3, 27, 1)),
    ((4, 13, 1), (5, 22, 1)),
    ((6, 1, 1), (7, 21, 1)),
)


@dataclass(frozen=True)
class Place:
    """A school with its people by what they are there, and its number among the others."""

    number: int
    school: School
    people: dict[str, User]

    @property
    def wales(self) -> bool:
        """Whether the school is in Wales."""
        return self.school.nation == Nation.WALES


@dataclass(frozen=True)
class Ground:
    """All that was invented: the places, the twelve advisers, an officer of each authority."""

    places: list[Place]
    advisers: list[User]
    officers: list[User]


def invent(schools: int, seed: int) -> Ground:
    """Make the schools and people, in few queries. Raises ValueError where there are some."""
    if Authority.objects.filter(code__in=[code for code, _, _ in AUTHORITIES]).exists():
        raise ValueError("There are invented schools here: take a database of its own.")
    dice, people = Random(f"people {seed}"), _People(seed)
    authorities = Authority.objects.bulk_create(
        Authority(code=code, name=name, nation=nation) for code, name, nation in AUTHORITIES
    )
    advisers, officers = people.some(ADVISERS), people.some(len(authorities))
    clerks = people.some(schools // SCHOOLS_TO_A_CLERK + 1)
    places = []
    for number, school in enumerate(_schools(schools, authorities, dice)):
        own = dict(zip(OF_A_SCHOOL, people.some(len(OF_A_SCHOOL)), strict=True))
        shared = {
            "clerk": clerks[number // SCHOOLS_TO_A_CLERK],
            "adviser": _adviser_of(number, school, advisers),
            "officer": officers[authorities.index(_authority(school))],
        }
        places.append(Place(number, school, {**own, **shared}))
    people.keep()
    _keep(places, authorities, officers, advisers)
    return Ground(places, advisers, officers)


class _People:
    """Makes people of names by a seed: no name twice while there are enough."""

    def __init__(self, seed: int) -> None:
        names = [f"{first} {a}{b}" for first, a, b in product(FIRST_NAMES, BEFORE, AFTER)]
        Random(f"names {seed}").shuffle(names)
        self._names, self._number = names, count()
        self._made: list[User] = []
        self._nobody = make_password(None)

    def some(self, number: int) -> list[User]:
        """Return so many new people, whom `keep` keeps."""
        made = [self._one() for _ in range(number)]
        self._made.extend(made)
        return made

    def _one(self) -> User:
        number = next(self._number)
        name = self._names[number % len(self._names)]
        email = f"{name.lower().replace(' ', '.')}.{number}{DOMAIN}"
        return User(email=email, full_name=name, password=self._nobody)

    def keep(self) -> None:
        User.objects.bulk_create(self._made)


def _schools(number: int, authorities: Sequence[Authority], dice: Random) -> Iterator[School]:
    """Yield the schools, every third in Wales, of every kind in turn."""
    in_nation: dict[Nation, Iterator[int]] = {nation: count() for nation in Nation}
    for n in range(number):
        nation = Nation.WALES if (n + 1) % OF_WHICH_ONE_IN_WALES == 0 else Nation.ENGLAND
        turn = next(in_nation[nation])
        category, character = KINDS[nation][turn % len(KINDS[nation])]
        own = [each for each in authorities if each.nation == nation]
        name = f"{dice.choice(BEFORE)}{dice.choice(AFTER)} Invented School {n + 1}"
        yield School(
            name=name, authority=own[turn % len(own)], category=category, nation=nation,
            religious_character=character, status=Status.OPEN, town="Nowhere",
        )  # fmt: skip


def _adviser_of(number: int, school: School, advisers: Sequence[User]) -> User:
    """The advisers share the schools of their nation evenly."""
    of_wales, of_england = advisers[:OF_WALES], advisers[OF_WALES:]
    mine = of_wales if school.nation == Nation.WALES else of_england
    turn = number // 3 if school.nation == Nation.WALES else number - number // 3
    return mine[turn % len(mine)]


def _keep(
    places: Sequence[Place],
    authorities: Sequence[Authority],
    officers: Sequence[User],
    advisers: Sequence[User],
) -> None:
    bodies = GoverningBody.objects.bulk_create(
        GoverningBody(name=f"Governing body of {place.school}") for place in places
    )
    for place, body in zip(places, bodies, strict=True):
        place.school.governing_body = body
        place.school.search_text = words_to_find(place.school)
    School.objects.bulk_create([place.school for place in places])
    Membership.objects.bulk_create(
        Membership(governing_body=body, user=place.people[role], kind=kind, since=SINCE)
        for place, body in zip(places, bodies, strict=True)
        for role, kind in SEATS.items()
    )
    Office.objects.bulk_create(
        Office(governing_body=body, user=place.people[office], office=office, since=SINCE)
        for place, body in zip(places, bodies, strict=True)
        for office in (OfficeKind.CLERK, OfficeKind.CHAIR)
    )
    AuthorityStaff.objects.bulk_create(_staff(authorities, officers, advisers))
    for place in places:
        if place.wales:
            terms.enter(place.school, _terms(), by=place.people["clerk"], on=SINCE)


def _staff(
    authorities: Sequence[Authority], officers: Sequence[User], advisers: Sequence[User]
) -> Iterator[AuthorityStaff]:
    """Yield an officer of each authority and, of those in Wales, its own advisers."""
    for authority, officer in zip(authorities, officers, strict=True):
        own: dict[str, Any] = {"authority": authority, "since": SINCE}
        yield AuthorityStaff(user=officer, role=StaffRole.OFFICER, **own)
        for adviser in advisers[:OF_WALES] if authority.nation == Nation.WALES else ():
            yield AuthorityStaff(user=adviser, role=StaffRole.ADVISER, **own)


def _terms() -> list[TermDates]:
    return [
        TermDates(
            kind=TermKind.TERM, name="", first=date(year + a[2], *a[:2]),
            last=date(year + b[2], *b[:2]),
        )
        for year in range(FIRST_YEAR, LAST_YEAR)
        for a, b in STRETCHES
    ]  # fmt: skip


def _authority(school: School) -> Authority:
    found = school.authority
    if found is None:
        raise LookupError(f"{school} has no authority.")
    return found
