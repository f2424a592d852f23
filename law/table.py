"""A table of rules, each a field that is None where there is no such rule; and its editions."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any, Self, TypeVar

from law.base import NoRegime, Rule
from law.periods import in_words


@dataclass(frozen=True, kw_only=True)
class Table:
    """Rules by name: the key of a rule is the name of its field. A table may hold another."""

    def rules(self) -> Iterator[Rule[object]]:
        """Yield every rule in the order of the fields."""
        for field in fields(self):
            value = getattr(self, field.name)
            if isinstance(value, Rule):
                yield value
            elif isinstance(value, Table):
                yield from value.rules()

    def rule(self, key: str) -> Rule[object] | None:
        """Return the rule of that key, or nothing if this body of law has none."""
        return next((rule for rule in self.rules() if rule.key == key), None)

    def changed(self, change: Callable[[Rule[Any]], Rule[Any]]) -> Self:
        """Return the same table with every rule put through `change`."""
        values = {field.name: getattr(self, field.name) for field in fields(self)}
        rules = {name: change(value) for name, value in values.items() if isinstance(value, Rule)}
        tables = {
            name: value.changed(change)
            for name, value in values.items()
            if isinstance(value, Table)
        }
        return replace(self, **rules, **tables)


@dataclass(frozen=True, kw_only=True)
class Edition(Table):
    """One dated edition of the rules for the schools of some categories in one nation."""

    key: str
    name: str
    nation: str
    categories: frozenset[str]
    since: date
    note: str = ""

    @property
    def version(self) -> str:
        """The day of the edition, as the record of a case keeps it."""
        return self.since.isoformat()

    def governs(self, category: str, nation: str) -> bool:
        """Say whether these rules are those of schools of this category and nation."""
        return nation == self.nation and category in self.categories


E = TypeVar("E", bound=Edition)


def in_force(editions: Iterable[E], on: date, otherwise: str) -> E:
    """Return which of the editions of a school's rules is in force on the day.

    Raises NoRegime if there are none, saying `otherwise`, or none yet.
    """
    known = sorted(editions, key=lambda each: each.since)
    if not known:
        raise NoRegime(otherwise)
    begun = [each for each in known if each.since <= on]
    if not begun:
        raise NoRegime(
            f"{known[0].name}: Headship holds their rules from {in_words(known[0].since)}, and "
            "none for an earlier day."
        )
    return begun[-1]
