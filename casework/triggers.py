"""The database's own guard of the record: events can be added, never changed or deleted.

SQLite drops a table's triggers when a migration rebuilds the table, so they are made again
after every migration.
"""

from typing import Any

from django.db import connections

_MESSAGE = "The record is only ever added to."

_SQLITE = [
    f"CREATE TRIGGER IF NOT EXISTS casework_event_no_{verb.lower()} BEFORE {verb} "
    f"ON casework_event BEGIN SELECT RAISE(ABORT, '{_MESSAGE}'); END"
    for verb in ("UPDATE", "DELETE")
]

_POSTGRESQL = [
    (
        "CREATE OR REPLACE FUNCTION casework_event_guard() RETURNS trigger AS $$ "
        f"BEGIN RAISE EXCEPTION '{_MESSAGE}'; END $$ LANGUAGE plpgsql"
    ),
    (
        "CREATE OR REPLACE TRIGGER casework_event_guard BEFORE UPDATE OR DELETE OR TRUNCATE "
        "ON casework_event FOR EACH STATEMENT EXECUTE FUNCTION casework_event_guard()"
    ),
]

_DROP = {
    "sqlite": [f"DROP TRIGGER IF EXISTS casework_event_no_{verb}" for verb in ("update", "delete")],
    "postgresql": ["DROP TRIGGER IF EXISTS casework_event_guard ON casework_event"],
}


def make(using: str = "default", **_: Any) -> None:
    """Make the triggers, if they are not there. Receiver of post_migrate."""
    connection = connections[using]
    statements = {"sqlite": _SQLITE, "postgresql": _POSTGRESQL}[connection.vendor]
    if "casework_event" in connection.introspection.table_names():
        _run(using, statements)


def lift(using: str = "default") -> None:
    """Take the triggers away: for tests and for an erasure that the law requires."""
    _run(using, _DROP[connections[using].vendor])


def _run(using: str, statements: list[str]) -> None:
    with connections[using].cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
