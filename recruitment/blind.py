"""A vacancy as those read it from whom the names of candidates are hidden."""

import copy
from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import date
from functools import cache
from typing import Any, TypeVar

from django.db.models import Model

from accounts.models import User
from casework.hiding import Hidden, plain
from casework.load import Rows
from recruitment.models import Candidate, GapExplained, Interest
from recruitment.policies import AUTHORITY, CLERK, SELECTORS
from recruitment.position import Position

ModelT = TypeVar("ModelT", bound=Model)

BLINDED = frozenset({*SELECTORS, *AUTHORITY})
"""Whoever takes part in the selection, or advises on it. No other role lifts that."""

NO_NAME = "Name hidden"
EXPLAINED = "explained to the clerk, who keeps the words while names are hidden"
KEPT = "Kept by the clerk while names are hidden"
OWN = "draft_data"


def is_blinded(p: Position, roles: frozenset[str]) -> bool:
    """Return whether names are hidden now from a holder of these roles."""
    return p.names_hidden and bool(roles & BLINDED or CLERK not in roles)


def roster(p: Position) -> list[str]:
    """Return the names of those who applied, in the order of the alphabet, and nothing else.

    It opens once the closing date is past: a name that came alone could be told by its day.
    """
    names = p.hidden_names or [candidate.name for candidate in p.nameless]
    return sorted(
        set(names) if roster_is_open(p, p.on) else (),
        key=lambda name: (plain(name.split()[-1]), plain(name)),
    )


def roster_is_open(p: Position, day: date) -> bool:
    """Return whether the roster shows names on the day: once the closing date, if any, is past."""
    advert = p.advertisement
    return not (advert and advert.closing_on and day <= advert.closing_on)


def for_reader(p: Position, user: User, roles: frozenset[str]) -> Position:
    """Return the position as the person may read it.

    Where names are hidden from them, no row of it holds one: neither as a name, nor in what
    somebody wrote. What tells who somebody is without a name is left out: the words on a gap in
    a history, and on an interest. Only an interest of their own stands as they declared it.
    """
    if p.hidden_names or not is_blinded(p, roles):
        return p
    hidden = tuple(candidate.name for candidate in p.nameless)
    names = Hidden(hidden)
    coded = {c.pk: _without(c, names) for c in p.candidates}
    coded |= {c.pk: _nameless(coded[c.pk]) for c in p.nameless}
    lists = {f.name: getattr(p, f.name) for f in fields(p)}
    nameless: dict[str, Any] = {
        name: _lazily(rows, names, coded, user)
        for name, rows in lists.items()
        if isinstance(rows, Rows)
    }
    return replace(p, case=_without(p.case, names), hidden_names=hidden, **nameless)


def _lazily(
    rows: Rows[Any], names: Hidden, coded: Mapping[int, Candidate], user: User
) -> Rows[Any]:
    """Return the rows without names, read only when they are looked at."""
    return Rows(cache(lambda: {None: [_blinded(row, names, coded, user) for row in rows]}), None)


def _blinded(row: Any, names: Hidden, coded: Mapping[int, Candidate], user: User) -> Any:
    if isinstance(row, Candidate):
        return coded[row.pk]
    made = _without(row, names)
    if isinstance(row, Interest) and row.person_id == user.pk:
        made.named = row.named
    elif isinstance(row, Interest):
        _wordless(made)
    if isinstance(row, GapExplained) and coded[row.candidate_id].name == NO_NAME:
        made.explanation = EXPLAINED
    if getattr(row, "candidate_id", None):
        made.candidate = coded[row.candidate_id]
    return made


def _nameless(candidate: Candidate) -> Candidate:
    """Take the name, and the post by which somebody can be known, from a copy of a candidate."""
    candidate.name, candidate.post = NO_NAME, ""
    return candidate


def _wordless(interest: Interest) -> None:
    """Take the name and the words from a copy of an interest: kind and effect stay."""
    interest.named = NO_NAME if interest.named else ""
    interest.detail = KEPT
    interest.ended_why = KEPT if interest.ended_why else ""


def _without(row: ModelT, names: Hidden) -> ModelT:
    """Return a copy of the row, what people wrote in it without the names.

    What the reader put by of a form of their own stays as they typed it.
    """
    made = copy.copy(row)
    for name, value in vars(row).items():
        said = isinstance(value, str | list | dict) and name != OWN
        if said and (left := names.out_of(value)) != value:
            setattr(made, name, left)
    return made
