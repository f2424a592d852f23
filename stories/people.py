"""The people and the school that a story names."""

from dataclasses import dataclass

from accounts.models import DEMONSTRATION_DOMAIN
from schools.models.choices import Category, Nation
from schools.register.categories import BY_NAME, spelling
from schools.words import plain
from stories.source import At, Items, Table, Text, Value, one_of, table_of, text_of

AUTHORITY = "Demonstration Borough"

ONE_PERSON = ("clerk", "chair", "adviser", "officer", "outgoing_head")
SEVERAL = ("panel", "governors")
NEEDED = ("clerk", "chair")

PERSON = frozenset({"name", "email", "title"})
SCHOOL = frozenset({"urn", "name", "category", "nation", "authority", "street", "town", "postcode"})


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody named in a story. `title` is what an adviser or officer is called at work."""

    at: At
    name: str
    email: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class People:
    """Whom a story names: those with a role of their own, and those who are several."""

    one: dict[str, Person]
    several: dict[str, tuple[Person, ...]]

    def everybody(self) -> dict[str, Person]:
        """Return each by name, once."""
        groups = [*self.one.values(), *(p for people in self.several.values() for p in people)]
        return {person.name: person for person in reversed(groups)}

    def named(self, value: Value) -> Person:
        """Return the person whose role or name stands there; raise BadStory for anybody else."""
        word = text_of(value)
        found = self.one.get(word) or self.everybody().get(word)
        if found is None:
            raise value.at.wrong(f"Nobody in this story is “{word}”. {one_of(self._words())}")
        return found

    def governors(self) -> dict[str, Person]:
        """Return the governors, without the head, each by name, once."""
        groups = [self.one["chair"], *self.several["panel"], *self.several["governors"]]
        return {person.name: person for person in groups}

    def _words(self) -> list[str]:
        return [*self.one, *self.everybody()]


def people(value: Value) -> People:
    """Return the people written there; raise BadStory where one is missing or unknown."""
    table = table_of(value, known=frozenset({*ONE_PERSON, *SEVERAL}), needed=NEEDED)
    found = People(
        {role: _person(table.values[role]) for role in ONE_PERSON if role in table},
        {role: _several(table, role) for role in SEVERAL},
    )
    _no_name_shared(found)
    return found


def _several(table: Table, role: str) -> tuple[Person, ...]:
    if role not in table:
        return ()
    value = table.values[role]
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
        texts.get("title", ""),
    )  # fmt: skip


def _address(name: str) -> str:
    return f"{'.'.join(plain(name).split())}{DEMONSTRATION_DOMAIN}"


def _no_name_shared(found: People) -> None:
    """Two people of one name, or of one address, could not be told apart in the story."""
    by_address: dict[str, str] = {}
    groups = [*found.one.values(), *(p for each in found.several.values() for p in each)]
    for person in groups:
        if by_address.setdefault(person.email.lower(), person.name) != person.name:
            raise person.at.wrong(f"{person.email} is the address of somebody else as well.")


@dataclass(frozen=True, slots=True)
class Place:
    """The school of a story: one of the register's, or an invented one."""

    at: At
    texts: dict[str, str]
    category: Category | None = None
    nation: Nation = Nation.ENGLAND

    @property
    def name(self) -> str:
        """What the story calls it: a name, or a number in the register."""
        return self.texts.get("name") or f"URN {self.texts['urn']}"

    @property
    def authority(self) -> str:
        """The name of the authority that an invented school is maintained by."""
        return self.texts.get("authority", AUTHORITY)


def place(value: Value) -> Place:
    """Return the school written there; raise BadStory where it is not one we can make or find."""
    table = table_of(value, known=SCHOOL)
    texts = {key: text_of(each) for key, each in table.values.items()}
    if "urn" in table:
        return _of_the_register(table, texts)
    table_of(value, needed=("name", "category"))
    return Place(table.at, texts, _category(table.values["category"]), _nation(table))


def _of_the_register(table: Table, texts: dict[str, str]) -> Place:
    if not texts["urn"].isdecimal():
        raise table.values["urn"].at.wrong("A school's URN is a number.")
    table_of(table, known=frozenset({"urn"}))
    return Place(table.at, texts)


def _category(value: Value) -> Category:
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
