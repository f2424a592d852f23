"""The authorities named in a register: known by code, made when new, renamed when renamed."""

from collections import Counter
from typing import NamedTuple

from schools.models import Authority
from schools.register.columns import Row
from schools.register.layout import Register
from schools.register.problems import CHECK_CELL, RegisterError
from schools.register.summary import Note, Summary, Tally

CODE_DIGITS = 3
NAME_LIMIT = 100
NO_CODE = ("", "000")


class Met(NamedTuple):
    """An authority as some rows give it, by code and name, and those rows."""

    authority: Authority
    rows: Tally


class Authorities:
    """The authorities by code, for one import.

    A few rows of the register give one authority's code with another's name. So a code's name is
    the one that most of its rows give, and an authority is not renamed to the name of another.
    Its name in one language is changed only by a register in that language.
    """

    def __init__(self, register: Register, summary: Summary) -> None:
        """Load the authorities that are held."""
        self._register = register
        self._summary = summary
        self._held = {authority.code: authority for authority in Authority.objects.all()}
        self._new: set[str] = set()
        self._met: dict[tuple[str, str], Met] = {}

    def of(self, row: Row) -> int | None:
        """Return the id of a row's authority, made if it is new; None if the row has no code."""
        code, name = row.cells.authority_code, row.cells.authority_name
        if code in NO_CODE:
            return None
        met = self._met.get((code, name)) or self._meet(code, name, row)
        met.rows.add(row.identity)
        return met.authority.pk

    def finish(self) -> None:
        """Give each authority the name that most of its rows give; note the rows that differ."""
        names = {code: self._commonest(code) for code in self._held}
        shared = Counter(names.values())
        for code, name in names.items():
            if shared[name] == 1:
                self._rename(self._held[code], name)
        for (_, name), met in self._met.items():
            if name not in ("", self._name(met.authority)):
                self._summary.notes[Note.AUTHORITIES_DISAGREE].include(met.rows)

    def _meet(self, code: str, name: str, row: Row) -> Met:
        _check(code, name, row)
        authority = self._held.get(code) or self._make(code, name or f"Authority {code}")
        self._met[code, name] = Met(authority, Tally())
        return self._met[code, name]

    def _make(self, code: str, name: str) -> Authority:
        nation = self._register.nation
        self._held[code] = Authority.objects.create(code=code, name=name, nation=nation)
        self._new.add(code)
        self._summary.authorities_created += 1
        return self._held[code]

    def _commonest(self, code: str) -> str:
        held = self._name(self._held[code])
        counts = {
            name: met.rows.count
            for (its_code, name), met in self._met.items()
            if its_code == code and name
        }
        return max(counts, key=lambda name: (counts[name], name == held), default=held)

    def _rename(self, authority: Authority, name: str) -> None:
        before = self._name(authority)
        if name == before:
            return
        if before and authority.code not in self._new:
            self._summary.authorities_renamed.append(f"{before} to {name}")
        setattr(authority, self._register.names, name)
        authority.save(update_fields=[self._register.names])

    def _name(self, authority: Authority) -> str:
        name: str = getattr(authority, self._register.names)
        return name


def _check(code: str, name: str, row: Row) -> None:
    if not (code.isascii() and code.isdigit() and len(code) == CODE_DIGITS):
        raise RegisterError(
            f"'{code}' is not an authority's code of {CODE_DIGITS} digits.",
            line=row.line,
            column=row.headings.authority_code,
            way_out=CHECK_CELL,
        )
    if len(name) > NAME_LIMIT:
        raise RegisterError(
            f"{len(name)} characters, where at most {NAME_LIMIT} are kept.",
            line=row.line,
            column=row.headings.authority_name,
            way_out=CHECK_CELL,
        )
