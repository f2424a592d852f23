"""Term dates: entered whole or not at all, by import, and what is refused by name."""

from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from accounts.models import User
from schools import terms
from schools.models import School, TermDates, TermDatesChange, TermKind
from schools.models.choices import Category, Nation

pytestmark = pytest.mark.django_db
CSV = """kind,name,first,last
term,Autumn 1,2026-09-01,2026-10-16
term,Autumn 2,2026-11-02,2026-12-18
closed,Training day,2026-09-21,
closed,Training day,2026-10-19,2026-10-21
"""
JSON = """{"terms": [{"start": "2026-09-01", "end": "2026-10-16"},
 {"start": "2026-11-02", "end": "2026-12-18", "name": "Autumn 2"}],
 "inset_days": ["2026-09-21"]}"""


@pytest.fixture
def school() -> School:
    return School.objects.create(name="Argyle School", urn=100001, category=Category.COMMUNITY)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def brought(folder: Path, text: str, name: str = "terms.csv", which: str = "100001") -> str:
    file, out = folder / name, StringIO()
    file.write_text(text, encoding="utf-8")
    call_command("import_terms", str(file), which, "--by", clerk().email, stdout=out)
    return out.getvalue()


def refused(folder: Path, text: str, name: str = "terms.csv", which: str = "100001") -> str:
    before = TermDates.objects.count()
    with pytest.raises(CommandError) as refusal:
        brought(folder, text, name, which)
    assert TermDates.objects.count() == before
    return str(refusal.value)


def clerk() -> User:
    found, _ = User.objects.get_or_create(email="ann@example.org", full_name="Ann Rees")
    return found


def enter(school: School, *dates: TermDates) -> list[TermDates]:
    return terms.enter(school, dates, by=clerk(), on=TODAY)


def term(name: str, first: date, last: date, kind: TermKind = TermKind.TERM) -> TermDates:
    return TermDates(kind=kind, name=name, first=first, last=last)


TODAY = date(2026, 9, 3)
AUTUMN = (date(2026, 9, 1), date(2026, 10, 16))


def test_a_csv_file_brings_terms_and_closures(school: School, folder: Path) -> None:
    said = brought(folder, CSV)
    assert said.startswith("Argyle School: 4 entered, 0 there already.")
    calendar = terms.calendar_of(school.term_dates.all())
    assert calendar.is_school_day(date(2026, 10, 16))
    assert not calendar.is_school_day(date(2026, 9, 21))
    assert not calendar.is_school_day(date(2026, 10, 26))


def test_a_closure_outside_every_term_is_kept_and_named(school: School, folder: Path) -> None:
    assert (
        "“Training day” (19 October 2026 to 21 October 2026) falls in no term: it is kept, and "
        "changes nothing." in brought(folder, CSV)
    )


def test_a_json_file_brings_terms_and_training_days(school: School, folder: Path) -> None:
    brought(folder, JSON, "terms.json", "argyle school")
    assert [str(each) for each in school.term_dates.all()] == [
        "1 September 2026 to 16 October 2026",
        "“Training day” (21 September 2026)",
        "“Autumn 2” (2 November 2026 to 18 December 2026)",
    ]


def test_a_file_brought_twice_changes_nothing(school: School, folder: Path) -> None:
    brought(folder, CSV)
    assert "0 entered, 4 there already" in brought(folder, CSV)
    assert school.term_dates.count() == 4


def test_terms_of_a_file_that_overlap_are_refused_by_name_with_the_way_out(
    school: School, folder: Path
) -> None:
    message = refused(folder, CSV.replace("2026-11-02", "2026-10-12"))
    assert message == (
        "terms.csv was not imported. “Autumn 1” (1 September 2026 to 16 October 2026) and "
        "“Autumn 2” (12 October 2026 to 18 December 2026) overlap. Correct the dates, or take out "
        "the one that is wrong first."
    )


def test_a_term_that_overlaps_one_already_kept_is_refused(school: School, folder: Path) -> None:
    brought(folder, CSV)
    message = refused(folder, "kind,name,first,last\nterm,Late,2026-12-18,2026-12-23\n")
    assert "“Autumn 2” (2 November 2026 to 18 December 2026) and “Late”" in message


def test_a_backward_term_is_refused_by_name(school: School, folder: Path) -> None:
    message = refused(folder, "kind,name,first,last\nterm,Autumn 1,2026-10-16,2026-09-01\n")
    assert (
        "“Autumn 1” ends on 1 September 2026, before it begins on 16 October 2026. Give its first "
        "day first." in message
    )


def test_a_term_that_begins_the_day_after_another_ends_is_kept(school: School) -> None:
    enter(school, term("One", *AUTUMN))
    assert enter(school, term("Two", date(2026, 10, 17), date(2026, 12, 18)))


def test_a_closure_may_lie_within_a_term_and_not_overlap_another(school: School) -> None:
    day = date(2026, 9, 21)
    enter(school, term("One", *AUTUMN), term("Training", day, day, TermKind.CLOSED))
    with pytest.raises(terms.TermsRefused, match="overlap"):
        enter(school, term("Flood", day, date(2026, 9, 22), TermKind.CLOSED))


def test_two_schools_have_each_their_own_terms(school: School) -> None:
    other = School.objects.create(name="Birch School", category=Category.COMMUNITY)
    enter(school, term("One", *AUTUMN))
    assert enter(other, term("One", date(2026, 9, 7), date(2026, 10, 23)))


def test_what_is_taken_out_makes_room(school: School) -> None:
    (kept,) = enter(school, term("One", *AUTUMN))
    terms.take_out(school, kept.pk, by=clerk(), on=TODAY)
    assert enter(school, term("Two", *AUTUMN))


@pytest.mark.parametrize(
    ("text", "name", "problem"),
    [
        ("name,first\nA,2026-09-01\n", "terms.csv", "The first line does not name its columns."),
        ("", "terms.csv", "The first line does not name its columns."),
        (CSV.replace("closed", "shut"), "terms.csv", "Line 4: “shut” is neither term nor closed."),
        (
            CSV.replace("2026-10-16", "16/10/2026"),
            "terms.csv",
            "Line 2: “16/10/2026” is not a date written 2026-09-01.",
        ),
        (
            JSON.replace("2026-12-18", "2026-12-32"),
            "terms.json",
            "Term 2: “2026-12-32” is not a date",
        ),
        (JSON.replace('"end"', '"finish"'), "terms.json", "The file is not term dates in JSON."),
        ("[]", "terms.json", "The file is not term dates in JSON."),
        ("{", "terms.json", "The file is not term dates in JSON."),
    ],
)
def test_a_file_that_cannot_be_read_says_where_and_what_to_do(
    school: School, folder: Path, text: str, name: str, problem: str
) -> None:
    assert problem in refused(folder, text, name)


@pytest.mark.parametrize("which", ["999", "Nowhere School"])
def test_a_school_that_is_not_there_is_named(school: School, folder: Path, which: str) -> None:
    assert f"No school is found for “{which}”. Give the school's URN or number." in refused(
        folder, CSV, which=which
    )


def test_a_name_that_two_schools_share_is_not_enough(school: School, folder: Path) -> None:
    School.objects.create(name="Argyle School", category=Category.COMMUNITY)
    assert "More than one school" in refused(folder, CSV, which="Argyle School")


def test_a_file_that_is_not_there_is_named(school: School, folder: Path) -> None:
    with pytest.raises(CommandError, match="cannot be read: No such file"):
        call_command("import_terms", str(folder / "none.csv"), "100001", "--by", clerk().email)


def test_each_stretch_that_is_entered_or_taken_out_is_kept_with_who_and_when(
    school: School,
) -> None:
    (kept,) = enter(school, term("One", *AUTUMN))
    assert enter(school, term("One", *AUTUMN)) == []
    terms.take_out(school, kept.pk, by=clerk(), on=date(2026, 9, 9))
    terms.take_out(school, kept.pk, by=clerk(), on=date(2026, 9, 10))
    assert [(str(c), c.by.full_name, c.on) for c in TermDatesChange.objects.all()] == [
        ("Taken out: “One” (1 September 2026 to 16 October 2026)", "Ann Rees", date(2026, 9, 9)),
        ("Entered: “One” (1 September 2026 to 16 October 2026)", "Ann Rees", TODAY),
    ]


def test_what_is_refused_leaves_no_record(school: School, folder: Path) -> None:
    with pytest.raises(terms.TermsRefused):
        enter(school, term("One", *AUTUMN), term("Two", *AUTUMN))
    refused(folder, "kind,name,first,last\nterm,Autumn 1,2026-10-16,2026-09-01\n")
    assert not TermDatesChange.objects.exists()


def test_an_import_is_answered_for_by_somebody_who_can_sign_in(
    school: School, folder: Path
) -> None:
    brought(folder, CSV)
    assert {(c.change, c.by.email) for c in school.term_changes.all()} == {
        ("entered", "ann@example.org")
    }
    with pytest.raises(CommandError, match=r"Nobody with the address nobody@example\.org"):
        call_command("import_terms", "terms.csv", "100001", "--by", "nobody@example.org")


def test_a_school_of_wales_is_found_by_its_number(folder: Path) -> None:
    School.objects.create(
        name="Ysgol y Bryn", number="6701234", category=Category.COMMUNITY, nation=Nation.WALES
    )
    assert "Ysgol y Bryn: 4 entered" in brought(folder, CSV, which="6701234")


@pytest.mark.parametrize("kind", ["term", "closed"])
def test_a_term_of_years_is_refused(school: School, folder: Path, kind: str) -> None:
    text = f"kind,name,first,last\n{kind},Spring,2027-01-01,2030-12-31\n"
    assert (
        "“Spring” lasts 1461 days, from 1 January 2027 to 31 December 2030: no term is longer "
        "than half a year. Check the years."
    ) in refused(folder, text)
