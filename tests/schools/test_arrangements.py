"""Special arrangements of a school, from day to day."""

from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection
from django.test.utils import CaptureQueriesContext

from schools.models import Arrangement, School, SchoolArrangement
from tests.schools.register_file import CLOSED, Register, a_school, keeper
from tests.schools.welsh_lists import ENGLISH

pytestmark = pytest.mark.django_db
FIRST = date(2026, 9, 1)
BOARD, FEDERATION = "interim_executive_board", "federation"


@pytest.fixture
def argyle(register: Register) -> School:
    register.brings(a_school(100022))
    return School.objects.get()


def arrange(number: str, kind: str, since: date = FIRST) -> str:
    said = StringIO()
    given = ["--since", since.isoformat(), "--by", keeper()]
    call_command("set_arrangement", number, kind, *given, stdout=said)
    return said.getvalue()


def held() -> list[tuple[str, date]]:
    return list(SchoolArrangement.objects.order_by("since").values_list("kind", "since"))


@pytest.mark.parametrize("kind", [kind for kind in Arrangement if kind != Arrangement.NONE])
def test_each_arrangement_holds_from_its_first_day(argyle: School, kind: Arrangement) -> None:
    said = arrange("100022", kind)
    assert said == f"Argyle Primary School: {kind.label} since Tuesday 1 September 2026.\n"
    assert argyle.arrangement_on(date(2026, 8, 31)) == Arrangement.NONE
    assert argyle.arrangement_on(FIRST) == kind
    assert argyle.arrangement_on(date(2099, 1, 1)) == kind
    by = argyle.arrangements.get().entered_by
    assert by
    assert by.email == keeper()


def test_an_arrangement_ends_on_the_day_before_the_next_or_before_none(argyle: School) -> None:
    arrange("100022", FEDERATION)
    arrange("100022", BOARD, date(2027, 1, 1))
    arrange("100022", "none", date(2027, 9, 1))
    days = [date(2026, 12, 31), date(2027, 1, 1), date(2027, 8, 31), date(2027, 9, 1)]
    assert [argyle.arrangement_on(day) for day in days] == [FEDERATION, BOARD, BOARD, "none"]


def test_the_arrangement_of_a_day_asks_no_query_of_schools_loaded_with_them(
    argyle: School,
) -> None:
    arrange("100022", BOARD)
    (school,) = School.objects.prefetch_related("arrangements")
    with CaptureQueriesContext(connection) as asked:
        assert school.arrangement_on(FIRST) == BOARD
    assert len(asked) == 0


def test_a_welsh_school_is_known_by_its_number(register: Register) -> None:
    register.brings_file(ENGLISH)
    arrange("6602991", BOARD)
    assert School.objects.get(number="6602991").arrangement_on(FIRST) == BOARD


@pytest.mark.parametrize(
    ("number", "kind", "since", "message"),
    [
        ("100023", BOARD, FIRST, "No school with the number 100023 is held."),
        ("100022", "monarchy", FIRST, "invalid choice: 'monarchy'"),
        (
            "100022",
            FEDERATION,
            date(2027, 1, 1),
            "The arrangement of Argyle Primary School is this already: federation. Nothing",
        ),
        (
            "100022",
            BOARD,
            date(2026, 8, 31),
            "changed its arrangement on Tuesday 1 September 2026, which is later. Nothing was",
        ),
    ],
)
def test_what_cannot_be_is_refused_and_changes_nothing(
    argyle: School, number: str, kind: str, since: date, message: str
) -> None:
    arrange("100022", FEDERATION)
    with pytest.raises(CommandError) as refused:
        arrange(number, kind, since)
    assert message in str(refused.value)
    assert held() == [(FEDERATION, FIRST)]


def test_a_school_without_an_arrangement_has_none_to_end(argyle: School) -> None:
    with pytest.raises(CommandError, match="is this already: no special arrangement"):
        arrange("100022", "none")
    assert held() == []


def test_a_slip_is_mended_on_the_same_day(argyle: School) -> None:
    arrange("100022", FEDERATION)
    arrange("100022", BOARD)
    assert held() == [(BOARD, FIRST)]
    arrange("100022", "none")
    assert argyle.arrangement_on(FIRST) == Arrangement.NONE


def test_an_import_leaves_it_alone(register: Register, argyle: School) -> None:
    arrange("100022", BOARD)
    federated = {"FederationFlag (name)": "Not under a federation"}
    register.brings(a_school(100022, CLOSED, federated))
    assert held() == [(BOARD, FIRST)]


def test_the_database_refuses_two_arrangements_since_one_day(argyle: School) -> None:
    arrange("100022", BOARD)
    with pytest.raises(IntegrityError):
        argyle.arrangements.create(kind=FEDERATION, since=FIRST)


def test_the_database_refuses_an_arrangement_that_there_is_not(argyle: School) -> None:
    with pytest.raises(IntegrityError, match="schoolarrangement_kind"):
        argyle.arrangements.create(kind="monarchy", since=FIRST)
