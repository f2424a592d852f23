"""The register brought into the schools that are held: one transaction, school by school."""

from collections.abc import Callable, Sequence
from datetime import date
from itertools import islice
from pathlib import Path

from django.db import connection, transaction

from schools.models import School, Status
from schools.models.school import words_to_find
from schools.register.authorities import Authorities
from schools.register.categories import Kind, Skip, kind_of, status_of
from schools.register.columns import Row
from schools.register.reader import read_rows
from schools.register.summary import Note, Summary
from schools.register.values import NOTHING, Values, check_lengths, read_values

ROWS_AT_ONCE = 1000
COLUMNS = ("urn", "search_text", *Values._fields)
UPSERT = " ".join(
    [
        "INSERT INTO schools_school",
        f"({', '.join(COLUMNS)})",
        "VALUES",
        f"({', '.join(['%s'] * len(COLUMNS))})",
        "ON CONFLICT (urn) DO UPDATE SET",
        ", ".join(f"{column} = EXCLUDED.{column}" for column in COLUMNS),
    ]
)


def import_register(path: Path, progress: Callable[[int], None]) -> Summary:
    """Create, update and close schools as the register's file says; all of it, or nothing.

    `progress` is told the number of rows read so far, now and then. RegisterError, with nothing
    changed, if the file is not a whole and readable register.
    """
    with transaction.atomic():
        work = _Import()
        rows = read_rows(path)
        while some := list(islice(rows, ROWS_AT_ONCE)):
            work.take(some)
            progress(work.summary.rows)
        work.finish()
    return work.summary


class _Import:
    """One import under way."""

    def __init__(self) -> None:
        self.summary = Summary(not_in_file=School.objects.filter(urn__isnull=False).count())
        self._authorities = Authorities(self.summary)

    def take(self, rows: Sequence[Row]) -> None:
        """Bring in some rows."""
        held = _held([row.urn for row in rows])
        self.summary.rows += len(rows)
        self.summary.not_in_file -= len(held)
        changes = [(row.urn, self._changed(row, held.get(row.urn))) for row in rows]
        if new := [(urn, values) for urn, values in changes if values]:
            _write(new)

    def finish(self) -> None:
        """Settle what only the whole file tells."""
        self._authorities.finish()

    def _changed(self, row: Row, held: Values | None) -> Values | None:
        """Return the values to write, or None if the row is skipped or says nothing new."""
        values = self._read(row, held)
        if values is None:
            return None
        self._note(row.urn, values)
        self._count(values, held)
        if values == held:
            return None
        check_lengths(row, values)
        return values

    def _read(self, row: Row, held: Values | None) -> Values | None:
        """Return what is known of a school, from its row and from before; None if it is skipped."""
        cells = row.cells
        said = read_values(row)
        kind = kind_of(cells.type_code, cells.type_name, cells.authority_name)
        status = status_of(cells.status_code, cells.status_name)
        if reason := _reason_to_skip(kind, status, said.name, held):
            self._skip(row.urn, reason, held)
            return None
        category = None if kind == Skip.NO_TYPE else kind
        authority_id = self._authorities.of(row)
        said = said._replace(category=category, status=status, authority_id=authority_id)
        return said.over(held or NOTHING)

    def _skip(self, urn: int, reason: Skip, held: Values | None) -> None:
        self.summary.skipped[reason].add(urn)
        if held:
            self.summary.notes[Note.LEFT_ALONE].add(urn)

    def _note(self, urn: int, values: Values) -> None:
        if values.authority_id is None:
            self.summary.notes[Note.NO_AUTHORITY].add(urn)
        if values.status == Status.NOT_STATED:
            self.summary.notes[Note.NO_STATUS].add(urn)

    def _count(self, values: Values, held: Values | None) -> None:
        is_closed = values.status == Status.CLOSED
        if held is None:
            self.summary.created += 1
            self.summary.created_closed += is_closed
        elif values == held:
            self.summary.unchanged += 1
        else:
            was_closed = held.status == Status.CLOSED
            self.summary.updated += 1
            self.summary.closed += is_closed and not was_closed
            self.summary.opened_again += was_closed and not is_closed


def _reason_to_skip(
    kind: Kind, status: Status | Skip | None, name: str | None, held: Values | None
) -> Skip | None:
    """Return why a row is skipped, if it is. A held school's row may leave type and name out."""
    if isinstance(kind, Skip) and not (kind == Skip.NO_TYPE and held):
        return kind
    if isinstance(status, Skip):
        return status
    return Skip.NO_NAME if name is None and held is None else None


def _held(urns: Sequence[int]) -> dict[int, Values]:
    rows = School.objects.filter(urn__in=urns).values_list("urn", *Values._fields)
    return {urn: Values._make(values) for urn, *values in rows}


def _write(changes: Sequence[tuple[int, Values]]) -> None:
    """Write schools by URN, new and held alike.

    By SQL, which both databases know, since bulk_create takes three times as long.
    """
    with connection.cursor() as cursor:
        cursor.executemany(UPSERT, [_parameters(urn, values) for urn, values in changes])


def _parameters(urn: int, values: Values) -> tuple[str | int | date | None, ...]:
    adapt = connection.ops.adapt_datefield_value
    as_kept = [adapt(value) if isinstance(value, date) else value for value in values]
    words = words_to_find(values.name or "", values.town or "", values.postcode or "", urn)
    return (urn, words, *as_kept)
