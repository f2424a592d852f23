"""A register brought into the schools that are held: one transaction, school by school."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import islice
from pathlib import Path

from django.db import connection, transaction
from django.utils import timezone

from schools.changes import keep_former, last_changed
from schools.models import School, Status
from schools.models.school import words_to_find
from schools.register.authorities import Authorities
from schools.register.categories import Skip
from schools.register.columns import Row
from schools.register.layout import Register
from schools.register.reader import read_register
from schools.register.summary import Note, Summary
from schools.register.values import NOTHING, Values, check_lengths

ROWS_AT_ONCE = 1000
COLUMNS = ("search_text", *Values._fields)


def import_register(path: Path, progress: Callable[[int], None]) -> Summary:
    """Create, update and close schools as the register's file says; all of it, or nothing.

    `progress` is told the number of rows read so far, now and then. RegisterError, with nothing
    changed, if the file is not a whole and readable register that we know.
    """
    with transaction.atomic():
        register, rows = read_register(path)
        work = _Import(register)
        while some := list(islice(rows, ROWS_AT_ONCE)):
            work.take(some)
            progress(work.summary.rows)
        work.finish()
    return work.summary


class _Import:
    """One import under way."""

    def __init__(self, register: Register) -> None:
        held = School.objects.filter(register.held).count()
        label = "URN" if register.identity == "urn" else register.identity
        self.summary = Summary(register.title, label, not_in_file=held)
        self._register = register
        self._authorities = Authorities(register, self.summary)
        self._recategorised: list[tuple[int, Values, Values]] = []

    def take(self, rows: Sequence[Row]) -> None:
        """Bring in some rows."""
        held = _held(self._register, [row.identity for row in rows])
        self.summary.rows += len(rows)
        self.summary.not_in_file -= len(held)
        changes = [self._changed(row, held.get(row.identity)) for row in rows]
        if new := [values for values in changes if values]:
            _write(self._register, new)
        self._keep_former()

    def finish(self) -> None:
        """Settle what only the whole file tells."""
        self._authorities.finish()

    def _changed(self, row: Row, held: Values | None) -> Values | None:
        """Return the values to write, or None if the row is skipped or says nothing new."""
        values = self._read(row, held)
        if values is None:
            return None
        self._note(row, values)
        self._count(values, held)
        if values == held:
            return None
        check_lengths(row, values)
        if held and values.category != held.category:
            self._recategorised.append((row.identity, held, values))
        return values

    def _read(self, row: Row, held: Values | None) -> Values | None:
        """Return what is known of a school, from its row and from before; None if it is skipped.

        The category held stays if the register gives no other than before: so one entered here
        stays until the register has it too, or has another.
        """
        said = self._register.read(row, held)
        if isinstance(said, Skip):
            self._skip(row.identity, said, held)
            return None
        is_news = held is None or said.category != held.register_category
        return said._replace(
            authority_id=self._authorities.of(row),
            category=said.category if is_news else None,
            register_category=said.category,
        ).over(held or NOTHING)

    def _keep_former(self) -> None:
        """Keep the categories that schools had before the rows just written."""
        for identity, held, values in self._recategorised:
            number = {self._register.identity: identity}
            school = School.objects.get(self._register.held, **number)
            since = _day_of_change(held, values, last_changed(school))
            keep_former(school, str(held.category), str(values.category), since)
            self.summary.recategorised.add(identity)
        self._recategorised.clear()

    def _skip(self, identity: int, reason: Skip, held: Values | None) -> None:
        self.summary.skipped[reason].add(identity)
        if held:
            self.summary.notes[Note.LEFT_ALONE].add(identity)

    def _note(self, row: Row, values: Values) -> None:
        for note in (*self._register.doubts(row), *_doubts(values)):
            self.summary.notes[note].add(row.identity)

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


def _doubts(values: Values) -> Iterator[Note]:
    if values.authority_id is None:
        yield Note.NO_AUTHORITY
    if values.status == Status.NOT_STATED:
        yield Note.NO_STATUS
    if values.category != values.register_category:
        yield Note.CHANGED_HERE


def _day_of_change(held: Values, values: Values, last: date | None) -> date:
    """Return the first day of a school's new category: its new opening date, else today.

    The opening date counts if it moved on with the category, has come, and follows the last change.
    """
    today, opened = timezone.localdate(), values.opened_on
    if opened is None or held.opened_on is None or not held.opened_on < opened <= today:
        return today
    return today if last and opened <= last else opened


def _held(register: Register, identities: Sequence[int]) -> dict[int, Values]:
    wanted = {f"{register.identity}__in": identities}
    found = School.objects.select_for_update().filter(register.held, **wanted)
    rows = found.values_list(*Values._fields)
    held = map(Values._make, rows)
    return {int(getattr(values, register.identity)): values for values in held}


def _write(register: Register, changes: Sequence[Values]) -> None:
    """Write schools by their number in the register, new and held alike.

    By SQL, which both databases know, since bulk_create takes three times as long.
    """
    with connection.cursor() as cursor:
        cursor.executemany(_upsert(register.conflict), [_parameters(values) for values in changes])


def _upsert(conflict: str) -> str:
    return " ".join(
        [
            "INSERT INTO schools_school",
            f"({', '.join(COLUMNS)})",
            "VALUES",
            f"({', '.join(['%s'] * len(COLUMNS))})",
            f"ON CONFLICT {conflict} DO UPDATE SET",
            ", ".join(f"{column} = EXCLUDED.{column}" for column in COLUMNS),
        ]
    )


def _parameters(values: Values) -> tuple[str | int | date | None, ...]:
    adapt = connection.ops.adapt_datefield_value
    as_kept = [adapt(value) if isinstance(value, date) else value for value in values]
    return (words_to_find(values), *as_kept)
