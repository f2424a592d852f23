"""The authorities named in the register: known by code, made when new, renamed when renamed."""

from collections import Counter
from typing import NamedTuple

from schools.models import Authority, Nation
from schools.register.columns import HEADINGS, Row
from schools.register.problems import RegisterError
from schools.register.reader import CHECK_CELL
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
    """

    def __init__(self, summary: Summary) -> None:
        """Load the authorities that are held."""
        self._summary = summary
        self._held = {authority.code: authority for authority in Authority.objects.all()}
        self._new: set[str] = set()
        self._met: dict[tuple[str, str], Met] = {}

    def of(self, row: Row) -> int | None:
        """Return the id of a row's authority, made if it is new; None if the row has no code."""
        code, name = row.cells.authority_code, row.cells.authority_name
        if code in NO_CODE:
            return None
        met = self._met.get((code, name)) or self._meet(code, name, row.line)
        met.rows.add(row.urn)
        return met.authority.pk

    def finish(self) -> None:
        """Give each authority the name that most of its rows give; note the rows that differ."""
        names = {code: self._commonest(code) for code in self._held}
        shared = Counter(names.values())
        for code, name in names.items():
            if shared[name] == 1:
                self._rename(self._held[code], name)
        for (_, name), met in self._met.items():
            if name not in ("", met.authority.name):
                self._summary.notes[Note.AUTHORITIES_DISAGREE].include(met.rows)

    def _meet(self, code: str, name: str, line: int) -> Met:
        _check(code, name, line)
        authority = self._held.get(code) or self._make(code, name or f"Authority {code}")
        self._met[code, name] = Met(authority, Tally())
        return self._met[code, name]

    def _make(self, code: str, name: str) -> Authority:
        self._held[code] = Authority.objects.create(code=code, name=name, nation=Nation.ENGLAND)
        self._new.add(code)
        self._summary.authorities_created += 1
        return self._held[code]

    def _commonest(self, code: str) -> str:
        held = self._held[code].name
        counts = {
            name: met.rows.count
            for (its_code, name), met in self._met.items()
            if its_code == code and name
        }
        return max(counts, key=lambda name: (counts[name], name == held), default=held)

    def _rename(self, authority: Authority, name: str) -> None:
        if name == authority.name:
            return
        if authority.code not in self._new:
            self._summary.authorities_renamed.append(f"{authority.name} to {name}")
        authority.name = name
        authority.save(update_fields=["name"])


def _check(code: str, name: str, line: int) -> None:
    if not (code.isascii() and code.isdigit() and len(code) == CODE_DIGITS):
        raise RegisterError(
            f"'{code}' is not an authority's code of {CODE_DIGITS} digits.",
            line=line,
            column=HEADINGS.authority_code,
            way_out=CHECK_CELL,
        )
    if len(name) > NAME_LIMIT:
        raise RegisterError(
            f"{len(name)} characters, where at most {NAME_LIMIT} are kept.",
            line=line,
            column=HEADINGS.authority_name,
            way_out=CHECK_CELL,
        )
