"""Applicants read from a spreadsheet: every row that cannot be entered is named, with why."""

import json
import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError

from casework.forms import DateField
from casework.spreadsheets import Column, Row, blank, read
from casework.words import written
from recruitment.applicants import Applicant, Applicants, Post
from recruitment.rules.applications import MOST

COLUMNS = (
    Column("name", ("Name", "Full name", "Candidate"), required=True, limit=200),
    Column("received", ("Date received", "Received", "Applied on"), required=True, limit=20),
    Column("post", ("Present post", "Current post"), required=False, limit=200),
    Column("internal", ("Works at this school", "Internal"), required=False, limit=5),
    Column("history", ("Employment history", "History"), required=False, limit=5_000),
)
DAY = DateField()
YES_AND_NO = {"yes": True, "y": True, "no": False, "n": False, "": False}
SPELL = re.compile(
    r"(?P<since>\d{1,2}/\d{4})\s*(?:-|\u2013|to)\s*(?P<until>\d{1,2}/\d{4}|now|present)?\s*:\s*"
    r"(?P<what>.+)",
    re.IGNORECASE,
)
LONGEST_POST = 300  # characters
HOW_TO_WRITE_ONE = "Write each post as “09/2015 to 08/2019: Deputy head, Mill Lane School”."
TWICE = "Leave one of them out; if they are two people, enter the second alone."


class BadRow(ValueError):
    """Part of a row that cannot be entered; the message says what is wrong with it."""


def blank_sheet() -> bytes:
    """Return a workbook with the headings and nothing under them, to be filled in."""
    return blank(COLUMNS)


def read_applicants(filename: str, data: bytes) -> tuple[Applicants, list[str]]:
    """Return those who can be read, and a sentence for each thing that is wrong with a row.

    Where something is wrong, nobody is to be entered: one whose row is wrong is among them all the
    same, if it says when they applied, so that what else is wrong can be told at once. Raises
    BadSheet where the file is no spreadsheet that can be read.
    """
    rows, faults = read(filename, data, COLUMNS, MOST)
    said = [(fault.row, fault.sentence) for fault in faults]
    found: list[Applicant] = []
    for row in rows:
        wrong: list[str] = []
        found += _applicant(row, wrong)
        said += [(row.number, f"Row {row.number}: {each}") for each in wrong]
    said += _doubled(found)
    return Applicants(tuple(found)), [sentence for _, sentence in sorted(said)]


def _applicant(row: Row, wrong: list[str]) -> Iterator[Applicant]:
    """Yield the applicant, if their day can be read, and add what is wrong with the row."""
    cells = row.cells
    internal = cells["internal"].strip().lower()
    if not any(map(str.isalpha, cells["name"])):
        wrong.append(f"“{cells['name']}” is not a name: it has no letter.")
    if internal not in YES_AND_NO:
        wrong.append(f"“{cells['internal']}” is neither yes nor no.")
    history = _posts(cells["history"], wrong)
    try:
        applied_on = _day(cells["received"])
    except BadRow as fault:
        wrong.append(str(fault))
        return
    yield Applicant(
        name=" ".join(cells["name"].split()),
        applied_on=applied_on,
        post=cells["post"].strip(),
        internal=YES_AND_NO.get(internal, False),
        history=tuple(history),
        row=row.number,
    )


def _day(text: str) -> date:
    parts = re.split(r"[-/. ]+", text.strip().removesuffix(" 00:00:00"))
    in_order = parts[::-1] if len(parts[0]) == len("2026") else parts
    try:
        day = DAY.to_python(in_order)
    except (ValueError, ValidationError):
        day = None
    if day is None:
        raise BadRow(f"“{text}” is not a date. Write it as 3/10/2026 or 2026-10-03.")
    return day


def _posts(text: str, wrong: list[str]) -> list[Post]:
    """Return the posts of a history, and add what is wrong with its lines."""
    found = []
    for line in filter(None, (part.strip() for part in re.split(r"[;\n]", text))):
        try:
            found.append(post_of(line))
        except BadRow as fault:
            wrong.append(str(fault))
    return found


def post_of(line: str) -> Post:
    """Return the post that a line of a history names, from month to month. Raises BadRow."""
    found = SPELL.fullmatch(line)
    if found is None:
        raise BadRow(f"“{line}” is not a post with its months. {HOW_TO_WRITE_ONE}")
    if len(found["what"]) > LONGEST_POST:
        raise BadRow(f"A post is {len(found['what'])} characters long. Shorten it to 300.")
    since, until = _month(found["since"]), found["until"]
    goes_on = until is None or until.lower() in {"now", "present"}
    end = None if goes_on else _last_of(_month(until))
    if end and end < since:
        raise BadRow(f"“{line}” ends before it begins.")
    return Post(found["what"].strip(), since, end)


def _month(text: str) -> date:
    month, year = map(int, text.split("/"))
    try:
        return date(year, month, 1)
    except ValueError:
        raise BadRow(f"“{text}” is not a month. {HOW_TO_WRITE_ONE}") from None


def _last_of(first: date) -> date:
    following = first.replace(year=first.year + first.month // 12, month=first.month % 12 + 1)
    return date.fromordinal(following.toordinal() - 1)


def _doubled(found: Iterable[Applicant]) -> list[tuple[int, str]]:
    first: dict[str, int] = {}
    said = []
    for each in found:
        row = first.setdefault(each.name.casefold(), each.row)
        if row != each.row:
            said.append((each.row, f"Row {each.row}: the name is that of row {row}. {TWICE}"))
    return said


# As a form carries them from the preview to the entry


def to_text(applicants: Applicants) -> str:
    """Return the applicants as a text that `from_text` reads."""
    return json.dumps([_plain(each) for each in applicants])


def _plain(each: Applicant) -> dict[str, Any]:
    history = [post.to_keep() for post in each.history]
    return {
        "name": each.name, "applied_on": each.applied_on.isoformat(), "post": each.post,
        "internal": each.internal, "history": history, "row": each.row,
    }  # fmt: skip


def from_text(text: str) -> Applicants:
    """Return the applicants that `to_text` wrote. Raises ValueError for any other text."""
    try:
        return Applicants(tuple(_read(each) for each in json.loads(text)))
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError("That is no list of applicants.") from error


def _read(each: dict[str, Any]) -> Applicant:
    history = tuple(Post.kept(list(map(str, kept))) for kept in each["history"])
    return Applicant(
        str(each["name"]), date.fromisoformat(each["applied_on"]), str(each["post"]),
        bool(each["internal"]), history, int(each["row"]),
    )  # fmt: skip


def in_words(each: Applicant) -> str:
    """Return an applicant as a preview says them."""
    said = [each.name, each.post, f"received on {written(each.applied_on)}"]
    if each.internal:
        said.append("works at this school")
    if each.history:
        said.append(f"{len(each.history)} posts in the history")
    return "; ".join(filter(None, said))
