"""A file of term dates, CSV or JSON, read into rows that are not yet kept."""

import csv
import json
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from schools.models import TermDates, TermKind
from schools.terms import TermsRefused

COLUMNS = ("kind", "name", "first", "last")
SHAPE = (
    "A CSV file has the columns kind (term or closed), name, first and last; a JSON file has "
    "“terms”, each with start and end, and “inset_days”."
)


def read(path: Path) -> list[TermDates]:
    """Return the terms and closures that the file holds, in its order.

    Raises TermsRefused, saying where and what to do, for a file that is not one of the two kinds.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
        return list(_json(text) if path.suffix.lower() == ".json" else _csv(text))
    except OSError as error:
        raise TermsRefused([f"{path} cannot be read: {error.strerror}."]) from error
    except UnicodeDecodeError as error:
        raise TermsRefused([f"{path.name} is not text in UTF-8. Save it as that."]) from error


def _csv(text: str) -> Iterator[TermDates]:
    rows = csv.DictReader(text.splitlines())
    if set(rows.fieldnames or ()) != set(COLUMNS):
        raise TermsRefused([f"The first line does not name its columns. {SHAPE}"])
    for row in rows:
        where = f"Line {rows.line_num}"
        if row["kind"] not in TermKind.values:
            raise TermsRefused([f"{where}: “{row['kind']}” is neither term nor closed. {SHAPE}"])
        yield _stretch(where, row["kind"], row["name"], row["first"], row["last"])


def _json(text: str) -> Iterator[TermDates]:
    try:
        data = json.loads(text)
        terms, days = data["terms"], data.get("inset_days") or []
        for number, term in enumerate(terms, start=1):
            yield _of_json(f"Term {number}", term)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise _refused(error) from error
    for day in days:
        yield _stretch("inset_days", TermKind.CLOSED, "Training day", day, day)


def _refused(error: Exception) -> TermsRefused:
    if isinstance(error, TermsRefused):
        return error
    return TermsRefused([f"The file is not term dates in JSON. {SHAPE}"])


def _of_json(where: str, term: Mapping[str, Any]) -> TermDates:
    return _stretch(where, TermKind.TERM, term.get("name", ""), term["start"], term["end"])


def _stretch(where: str, kind: str, name: str | None, first: str, last: str | None) -> TermDates:
    days = [_day(where, each) for each in (first, last or first)]
    called = (name or "").strip()[:100]
    return TermDates(kind=TermKind(kind), name=called, first=days[0], last=days[1])


def _day(where: str, text: Any) -> date:
    try:
        return date.fromisoformat(str(text).strip())
    except ValueError as error:
        raise TermsRefused(
            [f"{where}: “{text}” is not a date written 2026-09-01. Correct it."]
        ) from error
