"""What building a headship left in the database: kept once, and put back instead of built again.

Building takes dozens of actions; putting back takes one insertion for each row.
"""

import copy
from collections.abc import Hashable, Iterator
from itertools import groupby
from typing import Any

from django.apps import apps
from django.core.management.color import no_style
from django.db import connection, transaction
from django.db.models import Model, QuerySet

from accounts.models import User
from schools.models import Authority, BankHoliday, School

PARTS = ("accounts", "schools", "casework", "recruitment", "governance", "guardian")
KEPT: dict[Hashable, tuple[list[Model], Any]] = {}


def nothing_yet() -> bool:
    """Whether the database is as the migrations left it."""
    return not any(table.objects.exists() for table in (User, Authority, School, BankHoliday))


def keep(asked: Hashable, known: object) -> None:
    """Keep every row that there is now, and what its builder knows of it besides."""
    KEPT[asked] = (list(_everything()), copy.deepcopy(known))


def put_back(asked: Hashable) -> Any:
    """Insert the rows that were kept, with their keys; return what their builder knew."""
    rows, known = KEPT[asked]
    with transaction.atomic(), connection.cursor() as cursor:
        for table, alike in groupby(rows, type):
            _insert(table, list(alike))
        for sql in connection.ops.sequence_reset_sql(no_style(), list({type(r) for r in rows})):
            cursor.execute(sql)
    return copy.deepcopy(known)


def _insert(table: type[Model], rows: list[Model]) -> None:
    """Insert the rows at once, unless they stand in two tables, as a case does."""
    if QuerySet[Any](table).query.get_meta().parents:
        for row in rows:
            row.save_base(raw=True, force_insert=True)
    else:
        QuerySet[Any](table).bulk_create(rows)


def _everything() -> Iterator[Model]:
    for part in PARTS:
        for table in apps.get_app_config(part).get_models(include_auto_created=True):
            yield from QuerySet(table)
