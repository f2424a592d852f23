"""The people and the school that a story names."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from accounts.models import DEMONSTRATION_DOMAIN
from schools.models.choices import Category, MemberKind, Nation, OfficeKind, StaffRole
from schools.register.categories import BY_NAME, spelling
from schools.words import plain
from stories.dates import Calendar
from stories.source import At, Items, Table, Text, Value, items_of, one_of, table_of, text_of

T = TypeVar("T")

FIRST_AND_LAST = 2  # days that a stretch of term is given by

AUTHORITY = {Nation.ENGLAND: "Demonstration Borough", Nation.WALES: "Demonstration County"}

PERSON = frozenset({"name", "email", "title", "kind"})
SCHOOL = frozenset(
    {"urn", "name", "category", "nation", "authority", "street", "town", "postcode",
     "religious_character", "terms"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Role:
    """A role that people have in the stories of one kind of case.

    `says` is what the sign-in page calls them. `seat` makes them governors, in a seat of that kind
    unless the story says which; `office` gives them an office of the governing body, `post` a post
    with the authority. Of a role that `several` have, the story gives a list.
    """

    name: str
    says: str
    needed: bool = False
    several: bool = False
    seat: MemberKind | None = None
    office: OfficeKind | None = None
    post: StaffRole | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody named in a story.

    `title` is what one of the authority's staff is called at work, `kind` the seat of a governor.
    """

    at: At
    name: str
    email: str
    title: str = ""
    kind: MemberKind | None = None


@dataclass(frozen=True, slots=True)
class People:
    """Whom a story names: for each role of its kind of case, whoever has it."""

    having: Mapping[Role, tuple[Person, ...]]

    def everybody(self) -> dict[str, Person]:
        """Return each by name, once."""
        return {person.name: person for person in reversed(self.mentioned())}

    def mentioned(self) -> list[Person]:
        """Return whoever is named, as often as they are."""
        return [person for people in self.having.values() for person in people]

    def named(self, value: Value) -> Person:
        """Return the person whose role or name stands there; raise BadStory for anybody else."""
        word = text_of(value)
        known = {**self.everybody(), **self._by_role()}
        if word not in known:
            raise value.at.wrong(f"Nobody in this story is “{word}”. {one_of(list(known))}")
        return known[word]

    def seats(self) -> dict[str, MemberKind]:
        """Return the governors by name, each with the kind of seat held.

        Whoever has two roles sits as the one says that gives a seat of another kind than co-opted.
        """
        rows = [(p.name, p.kind or seat) for p, seat in self.having_a(lambda role: role.seat)]
        return dict(rows) | {name: seat for name, seat in rows if seat != MemberKind.CO_OPTED}

    def having_a(self, thing: Callable[[Role], T | None]) -> list[tuple[Person, T]]:
        """Return whoever has a role that brings such a thing, an office or a post, and which."""
        rows = [(thing(role), people) for role, people in self.having.items()]
        return [(person, found) for found, people in rows if found for person in people]

    def _by_role(self) -> dict[str, Person]:
        """Return whoever has a role alone, by its name."""
        return {r.name: people[0] for r, people in self.having.items() if people and not r.several}


def people(value: Value, roles: tuple[Role, ...]) -> People:
    """Return the people written there, who have these roles.

    Raises BadStory where one is missing or unknown.
    """
    known = frozenset(role.name for role in roles)
    table = table_of(value, known=known, needed=tuple(r.name for r in roles if r.needed))
    found = People({role: _having(table, role) for role in roles})
    _no_name_shared(found)
    return found


def _having(table: Table, role: Role) -> tuple[Person, ...]:
    if role.name not in table:
        return ()
    value = table.values[role.name]
    return _several(value) if role.several else (_person(value),)


def _several(value: Value) -> tuple[Person, ...]:
    if not isinstance(value, Items):
        raise value.at.wrong("A list of people is wanted here, such as [Tom Hale, Uma Shah].")
    return tuple(_person(item) for item in value.items)


def _person(value: Value) -> Person:
    if isinstance(value, Text):
        name = text_of(value)
        return Person(value.at, name, _address(name))
    table = table_of(value, known=PERSON, needed=("name",))
    texts = {key: text_of(each) for key, each in table.values.items()}
    return Person(
        value.at, texts["name"], texts.get("email") or _address(texts["name"]),
        texts.get("title", ""), _kind(table),
    )  # fmt: skip


def _kind(table: Table) -> MemberKind | None:
    if "kind" not in table:
        return None
    text = text_of(table.values["kind"])
    if text not in MemberKind.values:
        raise table.values["kind"].at.wrong(
            f"“{text}” is no kind of governor. {one_of(list(MemberKind.values))}"
        )
    return MemberKind(text)


def _address(name: str) -> str:
    return f"{'.'.join(plain(name).split())}{DEMONSTRATION_DOMAIN}"


def _no_name_shared(found: People) -> None:
    """Two people of one name, or of one address, could not be told apart in the story."""
    by_address: dict[str, str] = {}
    for person in found.mentioned():
        if by_address.setdefault(person.email.lower(), person.name) != person.name:
            raise person.at.wrong(f"{person.email} is the address of somebody else as well.")


@dataclass(frozen=True, slots=True)
class Place:
    """The school of a story: one of the register's, or an invented one with its term dates."""

    at: At
    texts: dict[str, str]
    category: Category | None = None
    nation: Nation = Nation.ENGLAND
    terms: tuple[tuple[date, date], ...] = ()

    @property
    def name(self) -> str:
        """What the story calls it: a name, or a number in the register."""
        return self.texts.get("name") or f"URN {self.texts['urn']}"

    @property
    def authority(self) -> str:
        """The name of the authority that an invented school is maintained by."""
        return self.texts.get("authority", AUTHORITY[self.nation])


def place(value: Value, days: Calendar) -> Place:
    """Return the school written there; raise BadStory where it is not one we can make or find."""
    table = table_of(value, known=SCHOOL)
    texts = {key: text_of(each) for key, each in table.values.items() if key != "terms"}
    if "urn" in table:
        return _of_the_register(table, texts)
    table_of(value, needed=("name", "category"))
    category, nation = category_of(table.values["category"]), _nation(table)
    return Place(table.at, texts, category, nation, _terms(table, days))


def _terms(table: Table, days: Calendar) -> tuple[tuple[date, date], ...]:
    """Return the stretches of term written there, each with its first and its last day."""
    if "terms" not in table:
        return ()
    found = []
    for stretch in items_of(table.values["terms"]):
        ends = items_of(stretch)
        if len(ends) != FIRST_AND_LAST:
            raise stretch.at.wrong("A stretch of term is its first day and its last.")
        found.append((days.day(ends[0]), days.day(ends[1])))
    return tuple(found)


def _of_the_register(table: Table, texts: dict[str, str]) -> Place:
    if not texts["urn"].isdecimal():
        raise table.values["urn"].at.wrong("A school's URN is a number.")
    table_of(table, known=frozenset({"urn"}))
    return Place(table.at, texts)


def category_of(value: Value) -> Category:
    """Return the category, which may be given in our words or in the register's."""
    text = text_of(value)
    if text in Category.values:
        return Category(text)
    kind = BY_NAME.get(spelling(text))
    if not isinstance(kind, Category):
        raise value.at.wrong(
            f"“{text}” is not the category of a school. {one_of(list(Category.values))}"
        )
    return kind


def _nation(table: Table) -> Nation:
    if "nation" not in table:
        return Nation.ENGLAND
    value = table.values["nation"]
    text = text_of(value).lower()
    if text not in Nation.values:
        raise value.at.wrong(f"“{text}” is not a nation. {one_of(list(Nation.values))}")
    return Nation(text)
