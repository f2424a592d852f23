"""Categories through time: what a school was on a day, and who changes it."""

from collections.abc import Iterator
from datetime import date
from io import StringIO

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection
from django.test.utils import CaptureQueriesContext

from schools.models import FormerCategory, School
from schools.models.choices import Category
from schools.register.upsert import ROWS_AT_ONCE
from tests.schools.register_file import Register, a_school, all_that_is_held, keeper, of_type
from tests.schools.test_import import READING
from tests.schools.welsh_lists import ENGLISH, WELSH, changed

pytestmark = pytest.mark.django_db
TODAY = date(2026, 10, 15)
CHANGED = date(2026, 9, 1)
COMMUNITY, FOUNDATION = Category.COMMUNITY, Category.FOUNDATION
AS_FOUNDATION = of_type("5", "Foundation school")
AS_AIDED = of_type("2", "Voluntary aided school")


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with time_machine.travel(TODAY):
        yield


def change(number: str, category: str, since: date = CHANGED) -> str:
    said = StringIO()
    given = ["--since", since.isoformat(), "--by", keeper()]
    call_command("change_category", number, category, *given, stdout=said)
    return said.getvalue()


def refusal(number: str, category: str, since: date = CHANGED) -> str:
    before = [*all_that_is_held(), *history()]
    with pytest.raises(CommandError) as refused:
        change(number, category, since)
    assert [*all_that_is_held(), *history()] == before
    return str(refused.value)


def history() -> list[tuple[str, date]]:
    return list(FormerCategory.objects.order_by("until").values_list("category", "until"))


def now() -> str:
    return School.objects.values_list("category", flat=True).get()


@pytest.fixture
def argyle(register: Register) -> School:
    register.brings(a_school(100022))
    return School.objects.get()


def test_a_school_has_the_category_it_had_that_day(argyle: School) -> None:
    argyle.former_categories.create(category=Category.COMMUNITY, until=date(2020, 8, 31))
    argyle.former_categories.create(category=Category.FOUNDATION, until=date(2024, 8, 31))
    argyle.category = Category.ACADEMY
    assert argyle.category_on(date(1999, 1, 1)) == Category.COMMUNITY
    assert argyle.category_on(date(2020, 8, 31)) == Category.COMMUNITY
    assert argyle.category_on(date(2020, 9, 1)) == Category.FOUNDATION
    assert argyle.category_on(date(2024, 8, 31)) == Category.FOUNDATION
    assert argyle.category_on(date(2024, 9, 1)) == Category.ACADEMY


def test_a_school_that_never_changed_has_its_category_on_every_day(argyle: School) -> None:
    assert argyle.category_on(date(1900, 1, 1)) == argyle.category_on(TODAY) == COMMUNITY


def test_the_category_of_a_day_asks_no_query_of_schools_loaded_with_them(argyle: School) -> None:
    change("100022", "foundation")
    (school,) = School.objects.prefetch_related("former_categories")
    with CaptureQueriesContext(connection) as asked:
        assert school.category_on(date(2026, 8, 31)) == COMMUNITY
        assert school.category_on(CHANGED) == FOUNDATION
    assert len(asked) == 0


def test_a_clerk_enters_a_change_with_its_first_day(argyle: School) -> None:
    said = change("100022", "foundation")
    assert said == "Argyle Primary School: Foundation school since Tuesday 1 September 2026.\n"
    assert now() == FOUNDATION
    assert history() == [(COMMUNITY, date(2026, 8, 31))]


def test_a_welsh_school_is_changed_by_its_number(register: Register) -> None:
    register.brings_file(ENGLISH)
    assert "Ysgol Gynradd Aberffug: Foundation school" in change("6602991", "foundation")
    assert School.objects.get(number="6602991").category == FOUNDATION


@pytest.mark.parametrize(
    ("number", "category", "since", "message"),
    [
        ("100023", "foundation", CHANGED, "No school with the number 100023 is held."),
        ("2019", "foundation", CHANGED, "No school with the number 2019 is held."),
        ("Argyle", "foundation", CHANGED, "No school with the number Argyle is held."),
        ("9" * 30, "foundation", CHANGED, "is held."),
        ("100022", "grammar", CHANGED, "argument what: invalid choice: 'grammar'"),
        ("100022", "community", CHANGED, "Argyle Primary School is a community school already."),
        (
            "100022",
            "foundation",
            date(2026, 10, 16),
            "Friday 16 October 2026 is still to come: enter the change on that day.",
        ),
    ],
)
def test_what_cannot_be_is_refused_and_changes_nothing(
    argyle: School, number: str, category: str, since: date, message: str
) -> None:
    assert message in refusal(number, category, since)


def test_a_date_before_the_last_change_is_refused(argyle: School) -> None:
    change("100022", "foundation")
    message = refusal("100022", "academy", date(2026, 8, 31))
    assert message == (
        "Argyle Primary School changed its category on Tuesday 1 September 2026, which is later. "
        "Nothing was changed."
    )


def test_who_entered_a_change_is_kept_with_it(argyle: School) -> None:
    change("100022", "foundation")
    by = argyle.former_categories.get().entered_by
    assert by
    assert by.email == keeper()


@pytest.mark.parametrize("text", ["1 September", "1.11.2026"])
def test_a_date_that_is_none_is_refused(argyle: School, text: str) -> None:
    with pytest.raises(CommandError, match=f"--since: “{text}” is not a date written 2026-11-01"):
        call_command("change_category", "100022", "foundation", "--since", text, "--by", keeper())
    assert now() == COMMUNITY


def test_a_slip_is_mended_on_the_same_day(argyle: School) -> None:
    change("100022", "foundation")
    change("100022", "academy")
    assert (now(), history()) == (Category.ACADEMY, [(COMMUNITY, date(2026, 8, 31))])
    change("100022", "community")
    assert (now(), history()) == (COMMUNITY, [])


def test_a_change_can_be_entered_on_its_own_day(argyle: School) -> None:
    change("100022", "foundation", TODAY)
    assert history() == [(COMMUNITY, date(2026, 10, 14))]


def test_changes_follow_one_another(argyle: School) -> None:
    change("100022", "foundation", date(2020, 9, 1))
    change("100022", "community", date(2023, 9, 1))
    assert history() == [(COMMUNITY, date(2020, 8, 31)), (FOUNDATION, date(2023, 8, 31))]


def test_an_import_records_a_change_from_the_day_of_the_import(
    register: Register, argyle: School
) -> None:
    said = register.brings(a_school(100022, AS_FOUNDATION))
    assert "of another category now: 1 (URN 100022)" in said
    assert (now(), history()) == (FOUNDATION, [(COMMUNITY, date(2026, 10, 14))])


def test_every_school_of_another_category_is_counted_once(register: Register) -> None:
    urns = range(1, ROWS_AT_ONCE + 4)
    register.brings(*[a_school(urn) for urn in urns])
    said = register.brings(*[a_school(urn, AS_FOUNDATION) for urn in urns])
    assert "of another category now: 1,003 (URN 1, 2, 3, 4, 5, …)" in said
    assert FormerCategory.objects.count() == len(urns)


@pytest.mark.parametrize(
    ("opened", "until"),
    [
        ("01-09-2026", date(2026, 8, 31)),  # it moved on with the category
        ("15-10-2026", date(2026, 10, 14)),
        ("01-09-1999", date(2026, 10, 14)),  # the date held before
        ("01-09-1950", date(2026, 10, 14)),
        ("16-10-2026", date(2026, 10, 14)),  # still to come
        ("", date(2026, 10, 14)),
    ],
)
def test_an_import_takes_a_new_opening_date_for_the_day_of_the_change(
    register: Register, argyle: School, opened: str, until: date
) -> None:
    register.brings(a_school(100022, AS_FOUNDATION, {"OpenDate": opened}))
    assert history() == [(COMMUNITY, until)]


def test_an_opening_date_is_not_taken_where_none_was_held(register: Register) -> None:
    register.brings(a_school(100022, {"OpenDate": ""}))
    register.brings(a_school(100022, AS_FOUNDATION, {"OpenDate": "01-09-2010"}))
    assert history() == [(COMMUNITY, date(2026, 10, 14))]


def test_an_opening_date_before_the_last_change_is_not_taken(
    register: Register, argyle: School
) -> None:
    change("100022", "foundation")
    register.brings(a_school(100022, AS_AIDED, {"OpenDate": "01-09-2025"}))
    assert history() == [(COMMUNITY, date(2026, 8, 31)), (FOUNDATION, date(2026, 10, 14))]


def test_importing_a_change_again_writes_nothing(register: Register, argyle: School) -> None:
    register.brings(a_school(100022, AS_FOUNDATION))
    with CaptureQueriesContext(connection) as second:
        assert "another category" not in register.brings(a_school(100022, AS_FOUNDATION))
    assert [query for query in second if not query["sql"].startswith(READING)] == []


def test_an_older_file_between_two_imports_of_a_day_leaves_no_trace(
    register: Register, argyle: School
) -> None:
    register.brings(a_school(100022, AS_FOUNDATION))
    register.brings(a_school(100022))
    assert (now(), history()) == (COMMUNITY, [])
    register.brings(a_school(100022, AS_FOUNDATION))
    assert history() == [(COMMUNITY, date(2026, 10, 14))]


def test_an_import_that_lags_behind_does_not_undo_what_was_entered(
    register: Register, argyle: School
) -> None:
    change("100022", "foundation")
    said = register.brings(a_school(100022, {"Town": "Camden Town"}))
    assert "entered here, which the register does not give: left as it was: 1" in said
    assert (now(), history()) == (FOUNDATION, [(COMMUNITY, date(2026, 8, 31))])
    assert "Updated: 0" in register.brings(a_school(100022, {"Town": "Camden Town"}))


def test_an_import_that_has_caught_up_does_not_enter_the_change_again(
    register: Register, argyle: School
) -> None:
    change("100022", "foundation")
    said = register.brings(a_school(100022, AS_FOUNDATION, {"OpenDate": "05-09-2026"}))
    assert "entered here" not in said
    assert "another category" not in said
    assert (now(), history()) == (FOUNDATION, [(COMMUNITY, date(2026, 8, 31))])


def test_once_the_register_has_caught_up_it_is_believed_again(
    register: Register, argyle: School
) -> None:
    change("100022", "foundation")
    register.brings(a_school(100022, AS_FOUNDATION))
    with time_machine.travel(date(2027, 9, 1)):
        register.brings(a_school(100022))
    assert now() == COMMUNITY
    assert history() == [(COMMUNITY, date(2026, 8, 31)), (FOUNDATION, date(2027, 8, 31))]


def test_a_third_category_in_the_register_is_a_change(register: Register, argyle: School) -> None:
    change("100022", "foundation")
    register.brings(a_school(100022, AS_AIDED))
    assert now() == Category.VOLUNTARY_AIDED
    assert history() == [(COMMUNITY, date(2026, 8, 31)), (FOUNDATION, date(2026, 10, 14))]


def test_a_row_without_a_type_changes_no_category(register: Register, argyle: School) -> None:
    change("100022", "foundation")
    register.brings({"URN": "100022"})
    assert (now(), history()) == (FOUNDATION, [(COMMUNITY, date(2026, 8, 31))])


def test_a_change_entered_for_a_welsh_school_stays_whichever_list_comes(
    register: Register,
) -> None:
    register.brings_file(ENGLISH)
    change("6602991", "foundation")
    for content in (WELSH, ENGLISH, WELSH):
        register.brings_file(content)
    assert School.objects.get(number="6602991").category == FOUNDATION
    register.brings_file(
        changed(WELSH, "6602991", {"Llywodraethu - Gweler y nodiadau": "Sefydledig"})
    )
    assert history() == [(COMMUNITY, date(2026, 8, 31))]


def test_the_database_refuses_two_categories_that_end_on_one_day(argyle: School) -> None:
    argyle.former_categories.create(category=COMMUNITY, until=CHANGED)
    with pytest.raises(IntegrityError):
        argyle.former_categories.create(category=FOUNDATION, until=CHANGED)


def test_the_database_refuses_a_former_category_that_there_is_not(argyle: School) -> None:
    with pytest.raises(IntegrityError, match="formercategory_category"):
        argyle.former_categories.create(category="imaginary", until=CHANGED)
