"""What import_schools creates, changes, closes and leaves alone."""

import gzip
from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from schools.models import Authority, GoverningBody, School
from schools.models.choices import Category, Nation, Status
from schools.register.upsert import ROWS_AT_ONCE, import_register
from tests.schools.register_file import (
    CLOSED,
    COLUMNS,
    NO_AUTHORITY,
    NO_STATUS,
    NO_TYPE,
    Register,
    a_school,
    all_that_is_held,
    laid_out,
    of_type,
)

READING = ("SELECT", "SAVEPOINT", "RELEASE SAVEPOINT")


def test_a_school_is_kept_as_the_register_has_it(register: Register) -> None:
    register.brings(a_school(100022, {"Locality": "King's Cross", "CloseDate": "31-08-2030"}))
    kept = School.objects.values().get()
    assert kept == {
        "id": kept["id"],
        "urn": 100022,
        "name": "Argyle Primary School",
        "welsh_name": "",
        "authority_id": Authority.objects.get(code="202", name="Camden").pk,
        "number": "2019",
        "category": Category.COMMUNITY,
        "register_category": Category.COMMUNITY,
        "type_name": "Community school",
        "status": Status.OPEN,
        "phase": "Primary",
        "language_medium": "",
        "opened_on": date(1999, 9, 1),
        "closed_on": date(2030, 8, 31),
        "street": "Tonbridge Street",
        "locality": "King's Cross",
        "address3": "",
        "town": "London",
        "county": "",
        "postcode": "WC1H 9EG",
        "religious_character": "Does not apply",
        "diocese": "",
        "trust": "",
        "federation": "",
        "low_age": 3,
        "high_age": 11,
        "pupils": 410,
        "nation": Nation.ENGLAND,
        "governing_body_id": None,
        "search_text": " argyle primary school london wc1h 9eg wc1h9eg 100022",
    }


def test_a_row_of_only_what_is_needed_makes_a_school(register: Register) -> None:
    needed = {"URN": "100022", "EstablishmentName": "Argyle Primary School"}
    register.brings(needed | of_type("1", ""))
    school = School.objects.get()
    assert (school.name, school.category, school.type_name) == (
        "Argyle Primary School",
        Category.COMMUNITY,
        "",
    )
    assert (school.authority, school.opened_on, school.pupils, school.town) == (
        None,
        None,
        None,
        "",
    )


@pytest.mark.parametrize(
    "name",
    [
        "École Jacques Prévert",
        "St Stephen\u2019s Primary School",
        "St Thomas à Becket School, A Voluntary Academy",
        "ABBÉ\u2019S SCHOOL",
        "North Star 82°",
        "Hardmoor Nursery & Early Years \u2013 Centre",
        'The "Old" School',
        "<script>alert(1)</script>",
        "St Joseph's Catholic Primary School; DROP TABLE schools_school",
    ],
)
def test_an_awkward_name_is_kept_as_written(register: Register, name: str) -> None:
    register.brings(a_school(100022, {"EstablishmentName": name}))
    assert School.objects.get().name == name


@pytest.mark.parametrize(
    "written", ["Argyle School ", "  Argyle School", "Argyle School\xa0", "Argyle\r\nSchool"]
)
def test_stray_space_around_a_name_and_line_breaks_in_it_are_not_kept(
    register: Register, written: str
) -> None:
    register.brings(a_school(100022, {"EstablishmentName": written}))
    assert School.objects.get().name == "Argyle School"


def test_the_spelling_of_a_type_is_kept_and_a_postcode_is_in_capitals(register: Register) -> None:
    register.brings(a_school(1, of_type("", "Free school  16-19"), {"Postcode": "ng22 0ea"}))
    school = School.objects.get()
    assert (school.type_name, school.postcode) == ("Free school  16-19", "NG22 0EA")


@pytest.mark.parametrize(
    "content",
    [
        laid_out([a_school(100022, {"Town": "Bérwick"})]).encode("cp1252"),
        gzip.compress(laid_out([a_school(100022, {"Town": "Bérwick"})]).encode("cp1252")),
        laid_out([a_school(100022, {"Town": "Bérwick"})]).encode("utf-8-sig"),
        gzip.compress(laid_out([a_school(100022, {"Town": "Bérwick"})]).encode("utf-8-sig")),
        laid_out([a_school(100022, {"Town": "Bérwick"})]).replace("\r\n", "\n").encode("cp1252"),
        laid_out([a_school(100022, {"Town": "Bérwick"})], COLUMNS[::-1]).encode("cp1252"),
        laid_out([a_school(100022, {"Town": "Bérwick"})], [*COLUMNS, "New"]).encode("cp1252"),
        laid_out([a_school(100022, {"Town": "Bérwick"})]).encode("cp1252") + b"\r\n\r\n",
    ],
    ids=["plain", "gzip", "utf-8", "gzip utf-8", "LF", "other order", "new column", "blank lines"],
)
def test_each_form_of_the_file_is_read(register: Register, content: bytes) -> None:
    register.brings_file(content)
    assert School.objects.get(urn=100022).town == "Bérwick"


def test_importing_again_changes_nothing(register: Register) -> None:
    rows = [
        a_school(100022),
        a_school(100023, CLOSED, {"CloseDate": "31-08-2012"}),
        a_school(100024, NO_STATUS, {"EstablishmentName": "Kings\u2019 School "}),
        a_school(100025, NO_AUTHORITY, {"Postcode": "ol6 7hw", "NumberOfPupils": ".."}),
        a_school(100026, NO_TYPE),
    ]
    first = register.brings(*rows)
    held = all_that_is_held()
    second = register.brings(*rows)
    assert "Created: 4 (closed schools among them: 1)" in first
    assert "Authorities created: 1" in first
    for line in ["Created: 0", "Updated: 0", "Unchanged: 4", "Skipped: 1", "created: 0"]:
        assert line in second
    assert all_that_is_held() == held


def test_importing_again_writes_nothing(register: Register) -> None:
    register.brings(a_school(1), a_school(2))
    with CaptureQueriesContext(connection) as second:
        register.brings(a_school(1), a_school(2))
    assert [query for query in second if not query["sql"].startswith(READING)] == []


def test_what_has_changed_is_updated_and_the_rest_is_left(register: Register) -> None:
    register.brings(a_school(1), a_school(2))
    said = register.brings(a_school(1), a_school(2, {"EstablishmentName": "Argyle Academy"}))
    assert "Updated: 1" in said
    assert "Unchanged: 1" in said
    assert [school.name for school in School.objects.order_by("urn")] == [
        "Argyle Primary School",
        "Argyle Academy",
    ]
    assert School.objects.get(urn=2).search_text.startswith(" argyle academy ")


def test_an_update_keeps_the_schools_place_in_the_house(register: Register) -> None:
    register.brings(a_school(1))
    school = School.objects.get()
    school.governing_body = GoverningBody.objects.create(name="Governing body of Argyle")
    school.save()
    register.brings(a_school(1, {"Town": "Camden Town"}))
    after = School.objects.get()
    assert (after.pk, after.town) == (school.pk, "Camden Town")
    assert after.governing_body == school.governing_body


def test_a_blank_cell_never_erases_what_is_known(register: Register) -> None:
    register.brings(a_school(100022, {"Locality": "King's Cross", "CloseDate": "31-08-2030"}))
    held = all_that_is_held()
    said = register.brings({"URN": "100022"})
    assert "Unchanged: 1" in said
    assert all_that_is_held() == held


def test_a_school_that_the_file_does_not_have_is_kept(register: Register) -> None:
    register.brings(a_school(1), a_school(2))
    said = register.brings(a_school(2))
    assert "Held here and not in this file, left as they were: 1" in said
    assert School.objects.get(urn=1).status == Status.OPEN


def test_a_school_of_ours_without_a_urn_is_kept(register: Register) -> None:
    School.objects.create(name="Mill Lane Primary School", category=Category.COMMUNITY)
    said = register.brings(a_school(1))
    assert "Held here and not in this file, left as they were: 0" in said
    assert School.objects.filter(name="Mill Lane Primary School").exists()


def test_a_school_that_closed_is_closed(register: Register) -> None:
    register.brings(a_school(1), a_school(2))
    said = register.brings(a_school(1, CLOSED, {"CloseDate": "31-08-2026"}), a_school(2))
    school = School.objects.get(urn=1)
    assert (school.status, school.closed_on) == (Status.CLOSED, date(2026, 8, 31))
    assert "closed by this import: 1" in said
    assert "Updated: 1" in said


def test_a_held_school_is_closed_even_if_its_row_says_no_more(register: Register) -> None:
    register.brings(a_school(1))
    register.brings({"URN": "1", "CloseDate": "31-08-2026"} | CLOSED)
    school = School.objects.get()
    assert (school.status, school.category) == (Status.CLOSED, Category.COMMUNITY)


def test_a_change_to_a_closed_school_does_not_count_as_a_closure(register: Register) -> None:
    register.brings(a_school(1, CLOSED))
    said = register.brings(a_school(1, CLOSED, {"CloseDate": "31-08-2026"}))
    assert "Updated: 1" in said
    assert "closed by this import: 0" in said


def test_a_school_that_opens_again_loses_its_closing_date(register: Register) -> None:
    register.brings(a_school(1, CLOSED, {"CloseDate": "31-08-2026"}))
    said = register.brings(a_school(1))
    school = School.objects.get()
    assert (school.status, school.closed_on) == (Status.OPEN, None)
    assert "opened again: 1" in said
    assert "Unchanged: 1" in register.brings(a_school(1))


@pytest.mark.parametrize(
    ("code", "name", "status"),
    [
        ("1", "Open", Status.OPEN),
        ("2", "Closed", Status.CLOSED),
        ("3", "Open, but proposed to close", Status.CLOSING),
        ("4", "Proposed to open", Status.PROPOSED),
        ("", "open but proposed to close", Status.CLOSING),
        ("01", "", Status.OPEN),
        ("", "", Status.NOT_STATED),
    ],
)
def test_each_status_is_understood(
    register: Register, code: str, name: str, status: Status
) -> None:
    cells = {"EstablishmentStatus (code)": code, "EstablishmentStatus (name)": name}
    register.brings(a_school(1, cells))
    assert School.objects.get().status == status


def test_a_school_without_a_status_is_not_taken_for_open_and_is_listed(register: Register) -> None:
    said = register.brings(a_school(150099, NO_STATUS))
    assert not School.objects.get().is_open
    assert "imported with the status 'not stated', so not as open: 1 (URN 150099)" in said


def test_a_school_without_an_authority_is_kept_and_listed(register: Register) -> None:
    said = register.brings(a_school(132938, NO_AUTHORITY), a_school(2))
    assert School.objects.get(urn=132938).authority is None
    assert "imported without an authority" in said
    assert "tell of a vacancy: 1 (URN 132938)" in said


def test_rows_are_created_updated_unchanged_or_skipped_and_nothing_else(register: Register) -> None:
    register.brings(a_school(1), a_school(2))
    file = register.folder / "register.csv"
    file.write_text(laid_out([a_school(1), a_school(2, CLOSED), a_school(3), a_school(4, NO_TYPE)]))
    done = import_register(file, lambda _rows: None)
    skipped = sum(tally.count for tally in done.skipped.values())
    assert (done.created, done.updated, done.unchanged, skipped, done.rows) == (1, 1, 1, 1, 4)


def test_progress_is_told_on_stderr_and_the_outcome_on_stdout(db: None, tmp_path: Path) -> None:
    file = tmp_path / "register.csv"
    file.write_text(laid_out(a_school(urn, NO_TYPE) for urn in range(1, 10_002)))
    said, told = StringIO(), StringIO()
    call_command("import_schools", str(file), stdout=said, stderr=told)
    assert told.getvalue() == "10,000 rows read\n"
    assert "Rows read: 10,001" in said.getvalue()
    assert "register gives no type: 10,001 (URN 1, 2, 3, 4, 5, …)" in said.getvalue()


def test_a_long_file_is_brought_in_whole(register: Register) -> None:
    urns = range(1, 2 * ROWS_AT_ONCE + 2)
    register.brings(*[a_school(urn) for urn in urns])
    assert School.objects.count() == len(urns)
    assert f"Unchanged: {len(urns):,}" in register.brings(*[a_school(urn) for urn in urns])
