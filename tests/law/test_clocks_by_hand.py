"""The clocks against a table worked out by hand on a wall calendar, with the reason in words.

Calendar 2026/27 at a glance: the clocks go back on Sunday 25 October 2026 and forward on Sunday
28 March 2027, which is Easter Sunday. Christmas Day is a Friday; Boxing Day a Saturday, so Monday
28 December is a bank holiday; New Year's Day is a Friday. Good Friday is 26 March, Easter Monday
29 March; 3 and 31 May are bank holidays.
"""

from datetime import date
from typing import NamedTuple

import pytest

from law.appointment import Regime, regime_for
from law.calendars import AddedHoliday, EnglandAndWales, Term
from law.periods import Counting, Period, Unit

MILL_LANE = EnglandAndWales(
    terms=(
        Term(date(2026, 9, 2), date(2026, 10, 23)),
        Term(date(2026, 11, 2), date(2026, 12, 18)),
        Term(date(2027, 1, 4), date(2027, 2, 12)),
        Term(date(2027, 2, 22), date(2027, 3, 25)),
        Term(date(2027, 4, 12), date(2027, 5, 28)),
        Term(date(2027, 6, 7), date(2027, 7, 21)),
    ),
    closures=(  # kept for training
        Term(date(2026, 11, 2), date(2026, 11, 2)),
        Term(date(2027, 6, 7), date(2027, 6, 7)),
    ),
)
ENGLAND, WALES = (regime_for("community", n, date(2026, 9, 1)) for n in ("england", "wales"))


def names_of(regime: Regime) -> Period:
    """The authority's period once it has the names."""
    assert regime.names
    return regime.names.representations.value


SEVEN, FOURTEEN = names_of(ENGLAND), names_of(WALES)
CLEAR_DAYS, CLEAR_WORKING_DAYS = ENGLAND.meeting_notice.value, WALES.meeting_notice.value
TEN_SCHOOL_DAYS = Period(10, Unit.SCHOOL_DAYS, Counting.AFTER)
RESIGNATION = ENGLAND.resignation_dates.value


class Row(NamedTuple):
    """What happened on a day, the day that follows from it, and why."""

    on: date
    then: date
    why: str


def rows(*table: tuple[tuple[int, int, int], tuple[int, int, int], str]) -> list[Row]:
    """Read a table of dates written as year, month, day."""
    return [Row(date(*on), date(*then), why) for on, then, why in table]


def why(row: Row) -> str:
    """Name a row in the output of the tests."""
    return f"{row.on}: {row.why}"


LAST_DAY_OF_SEVEN = rows(
    ((2026, 10, 12), (2026, 10, 18), "Monday is day one, so Sunday is day seven"),
    ((2026, 10, 16), (2026, 10, 22), "names handed over on a Friday are received that Friday"),
    ((2026, 10, 19), (2026, 10, 25), "it ends on the Sunday of 25 hours, at midnight"),
    ((2026, 10, 25), (2026, 10, 31), "it begins on the Sunday of 25 hours, which is one day"),
    ((2026, 10, 26), (2026, 11, 1), "half-term does not stop days that are just days"),
    ((2026, 12, 18), (2026, 12, 24), "the last day of term to Christmas Eve"),
    ((2026, 12, 24), (2026, 12, 30), "Christmas Day and two bank holidays are days"),
    ((2026, 12, 31), (2027, 1, 6), "31 December, then six days of January"),
    ((2027, 2, 12), (2027, 2, 18), "it runs out in the spring half-term"),
    ((2027, 3, 22), (2027, 3, 28), "it ends on Easter Sunday, the Sunday of 23 hours"),
    ((2027, 3, 25), (2027, 3, 31), "Good Friday and Easter Monday are days"),
    ((2028, 2, 25), (2028, 3, 2), "25 to 29 February are five days in a leap year"),
)
LAST_DAY_OF_FOURTEEN = rows(
    ((2026, 10, 9), (2026, 10, 22), "a Friday, so the Thursday of the week after next"),
    ((2026, 10, 12), (2026, 10, 25), "it ends on the Sunday of 25 hours"),
    ((2026, 10, 16), (2026, 10, 29), "the change of the hour and half-term lie inside it"),
    ((2026, 12, 11), (2026, 12, 24), "a week of term and a week after it"),
    ((2026, 12, 18), (2026, 12, 31), "the whole of the Christmas week counts"),
    ((2027, 3, 15), (2027, 3, 28), "it ends on the Sunday of 23 hours"),
    ((2027, 3, 25), (2027, 4, 7), "seven days of March and seven of April, over Easter"),
    ((2028, 2, 18), (2028, 3, 2), "twelve days of a leap February, and two of March"),
)
EARLIEST_AFTER_CLEAR_DAYS = rows(
    ((2026, 10, 9), (2026, 10, 17), "10 to 16 October must pass; a Saturday is lawful"),
    ((2026, 10, 19), (2026, 10, 27), "20 to 26 October; the Sunday of 25 hours is one of them"),
    ((2026, 12, 15), (2026, 12, 23), "16 to 22 December"),
    ((2026, 12, 18), (2026, 12, 26), "19 to 25 December; Christmas Day is a clear day"),
    ((2027, 3, 22), (2027, 3, 30), "23 to 29 March; Good Friday and Easter Monday count"),
    ((2027, 3, 23), (2027, 3, 31), "24 to 30 March; the Sunday of 23 hours is one of them"),
)
LATEST_NOTICE_OF_CLEAR_DAYS = rows(
    ((2026, 10, 22), (2026, 10, 14), "15 to 21 October lie between"),
    ((2026, 10, 26), (2026, 10, 18), "19 to 25 October lie between, 25 hours on the last"),
    ((2027, 1, 4), (2026, 12, 27), "28 December to 3 January lie between"),
    ((2027, 4, 14), (2027, 4, 6), "7 to 13 April lie between"),
)
EARLIEST_AFTER_CLEAR_WORKING_DAYS = rows(
    ((2026, 10, 15), (2026, 10, 23), "Friday 16, then Monday 19 to Thursday 22"),
    ((2026, 10, 16), (2026, 10, 24), "Monday 19 to Friday 23; then even a Saturday is lawful"),
    ((2026, 12, 18), (2026, 12, 30), "21 to 24 are four; 25 and 28 are holidays; 29 is the fifth"),
    ((2026, 12, 22), (2027, 1, 1), "23, 24, 29, 30, 31; what follows need not be a working day"),
    ((2026, 12, 23), (2027, 1, 5), "24, 29, 30, 31 and, past New Year's Day, Monday 4"),
    ((2027, 3, 19), (2027, 3, 31), "22 to 25 March are four; Tuesday 30 after Easter the fifth"),
    ((2027, 3, 25), (2027, 4, 6), "30 and 31 March, 1, 2 and 5 April"),
    ((2027, 5, 21), (2027, 5, 29), "Monday 24 to Friday 28 May"),
    ((2027, 5, 24), (2027, 6, 2), "25 to 28 May; Monday 31 is a holiday; 1 June is the fifth"),
)
LATEST_NOTICE_OF_CLEAR_WORKING_DAYS = rows(
    ((2026, 10, 22), (2026, 10, 14), "back over 21, 20, 19, 16 and 15 October"),
    ((2026, 10, 26), (2026, 10, 18), "back over 23 to 19 October; the Sunday before is in time"),
    ((2027, 1, 6), (2026, 12, 28), "back over 5 and 4 January, 31, 30 and 29 December"),
    ((2027, 4, 6), (2027, 3, 29), "back over 5, 2 and 1 April, 31 and 30 March"),
    ((2027, 6, 2), (2027, 5, 24), "back over 1 June and, past the bank holiday, 28 to 25 May"),
)
LAST_OF_TEN_SCHOOL_DAYS = rows(
    ((2026, 10, 16), (2026, 11, 9), "five, half-term, a training day, 3 to 6 November, Monday 9"),
    ((2026, 12, 4), (2026, 12, 18), "the last two weeks of term"),
    ((2026, 12, 7), (2027, 1, 4), "nine before Christmas, and the first day of the new term"),
    ((2026, 12, 18), (2027, 1, 15), "none before Christmas; 4 to 8 and 11 to 15 January"),
    ((2027, 2, 8), (2027, 3, 1), "four, half-term, five, and Monday 1 March"),
    ((2027, 3, 19), (2027, 4, 19), "four before Easter, 12 to 16 April, and Monday 19"),
    ((2027, 4, 21), (2027, 5, 6), "22, 23, 26 to 30 April; not 3 May; 4, 5 and 6 May"),
    ((2027, 5, 17), (2027, 6, 8), "nine, half-term, a training day on 7 June, then the 8th"),
)
A_HEAD_LEAVES = rows(
    ((2026, 9, 30), (2026, 12, 31), "the last day to resign is still a day to resign"),
    ((2026, 10, 1), (2027, 4, 30), "a day late costs a term"),
    ((2027, 1, 31), (2027, 4, 30), "a Sunday, and still in time"),
    ((2027, 2, 1), (2027, 8, 31), "the next day to resign by is 30 April"),
    ((2027, 5, 1), (2027, 12, 31), "after 30 April it is 30 September"),
)
A_TEACHER_LEAVES = rows(
    ((2026, 10, 31), (2026, 12, 31), "a teacher or a deputy has a month longer than a head"),
    ((2026, 11, 1), (2027, 4, 30), "a day late costs a term"),
    ((2027, 2, 28), (2027, 4, 30), "the last of February"),
    ((2027, 3, 1), (2027, 8, 31), "the next day to resign by is 31 May"),
    ((2028, 2, 29), (2028, 4, 30), "the last of February in a leap year"),
    ((2027, 5, 31), (2027, 8, 31), "a bank holiday, and still in time"),
    ((2027, 6, 1), (2027, 12, 31), "after 31 May it is 31 October"),
)
ALL = (
    LAST_DAY_OF_SEVEN, LAST_DAY_OF_FOURTEEN, EARLIEST_AFTER_CLEAR_DAYS,
    LATEST_NOTICE_OF_CLEAR_DAYS, EARLIEST_AFTER_CLEAR_WORKING_DAYS,
    LATEST_NOTICE_OF_CLEAR_WORKING_DAYS, LAST_OF_TEN_SCHOOL_DAYS, A_HEAD_LEAVES, A_TEACHER_LEAVES,
)  # fmt: skip


def test_the_table_holds_at_least_forty_examples() -> None:
    assert sum(map(len, ALL)) >= 40


@pytest.mark.parametrize("row", LAST_DAY_OF_SEVEN, ids=why)
def test_the_last_of_seven_days_beginning_with_receipt(row: Row) -> None:
    assert SEVEN.last_day(row.on, MILL_LANE) == row.then


@pytest.mark.parametrize("row", LAST_DAY_OF_FOURTEEN, ids=why)
def test_the_last_of_fourteen_days_beginning_with_receipt(row: Row) -> None:
    assert FOURTEEN.last_day(row.on, MILL_LANE) == row.then


@pytest.mark.parametrize("row", EARLIEST_AFTER_CLEAR_DAYS, ids=why)
def test_the_first_day_for_a_meeting_after_seven_clear_days(row: Row) -> None:
    assert CLEAR_DAYS.earliest(row.on, MILL_LANE) == row.then


@pytest.mark.parametrize("row", LATEST_NOTICE_OF_CLEAR_DAYS, ids=why)
def test_the_last_day_for_notice_of_seven_clear_days(row: Row) -> None:
    assert CLEAR_DAYS.latest_notice(row.on, MILL_LANE) == row.then


@pytest.mark.parametrize("row", EARLIEST_AFTER_CLEAR_WORKING_DAYS, ids=why)
def test_the_first_day_for_a_meeting_after_five_clear_working_days(row: Row) -> None:
    assert CLEAR_WORKING_DAYS.earliest(row.on, MILL_LANE) == row.then


@pytest.mark.parametrize("row", LATEST_NOTICE_OF_CLEAR_WORKING_DAYS, ids=why)
def test_the_last_day_for_notice_of_five_clear_working_days(row: Row) -> None:
    assert CLEAR_WORKING_DAYS.latest_notice(row.on, MILL_LANE) == row.then


@pytest.mark.parametrize("row", LAST_OF_TEN_SCHOOL_DAYS, ids=why)
def test_the_last_of_ten_school_days(row: Row) -> None:
    assert TEN_SCHOOL_DAYS.last_day(row.on, MILL_LANE) == row.then


@pytest.mark.parametrize("row", A_HEAD_LEAVES, ids=why)
def test_the_first_day_on_which_a_head_who_resigns_can_leave(row: Row) -> None:
    assert RESIGNATION.first_leaving_day(row.on, a_head=True) == row.then


@pytest.mark.parametrize("row", A_TEACHER_LEAVES, ids=why)
def test_the_first_day_on_which_a_teacher_who_resigns_can_leave(row: Row) -> None:
    assert RESIGNATION.first_leaving_day(row.on, a_head=False) == row.then


PERIODS = [SEVEN, FOURTEEN, CLEAR_DAYS, CLEAR_WORKING_DAYS, TEN_SCHOOL_DAYS]


@pytest.mark.parametrize("period", PERIODS, ids=str)
def test_a_period_begun_on_the_latest_day_is_over_in_time_and_a_day_later_is_not(
    period: Period,
) -> None:
    for day in (date(2026, 11, 20), date(2027, 1, 8), date(2027, 3, 25), date(2027, 4, 16)):
        latest = period.latest_start(day, MILL_LANE)
        a_day_late = date.fromordinal(latest.toordinal() + 1)
        assert period.last_day(latest, MILL_LANE) <= day < period.last_day(a_day_late, MILL_LANE)


# A bank holiday proclaimed later


def with_a_holiday(day: date, added_on: date) -> EnglandAndWales:
    return EnglandAndWales(
        terms=MILL_LANE.terms, added=(AddedHoliday(day, "A day of thanks", added_on),)
    )


NOTICE_ON = date(2026, 11, 13)  # a Friday: five clear working days are Monday 16 to Friday 20


def test_a_holiday_added_while_a_clock_runs_moves_it_and_is_named_as_the_reason() -> None:
    calendar = with_a_holiday(date(2026, 11, 18), added_on=date(2026, 11, 16))
    assert CLEAR_WORKING_DAYS.earliest(NOTICE_ON) == date(2026, 11, 21)
    assert CLEAR_WORKING_DAYS.earliest(NOTICE_ON, calendar) == date(2026, 11, 24)
    assert "A day of thanks" in CLEAR_WORKING_DAYS.explain(NOTICE_ON, calendar)


def test_a_holiday_added_on_the_last_day_of_a_clock_still_moves_it() -> None:
    calendar = with_a_holiday(date(2026, 11, 20), added_on=date(2026, 11, 20))
    assert CLEAR_WORKING_DAYS.earliest(NOTICE_ON, calendar) == date(2026, 11, 24)


def test_a_clock_that_had_ended_when_the_holiday_was_added_stays_as_it_was() -> None:
    calendar = with_a_holiday(date(2026, 11, 18), added_on=date(2026, 11, 21))
    assert CLEAR_WORKING_DAYS.earliest(NOTICE_ON, calendar) == date(2026, 11, 21)
    assert "A day of thanks" not in CLEAR_WORKING_DAYS.explain(NOTICE_ON, calendar)


def test_a_clock_moved_by_one_holiday_is_open_to_the_next() -> None:
    first = AddedHoliday(date(2026, 11, 18), "A day of thanks", date(2026, 11, 16))
    second = AddedHoliday(date(2026, 11, 19), "Another", date(2026, 11, 21))
    assert CLEAR_WORKING_DAYS.earliest(NOTICE_ON, EnglandAndWales(added=(first, second))) == date(
        2026, 11, 25
    )
    assert CLEAR_WORKING_DAYS.earliest(NOTICE_ON, EnglandAndWales(added=(second,))) == date(
        2026, 11, 21
    )


def test_a_holiday_added_later_is_not_a_school_day_either() -> None:
    calendar = with_a_holiday(date(2026, 11, 18), added_on=date(2026, 11, 16))
    assert TEN_SCHOOL_DAYS.last_day(date(2026, 11, 6), MILL_LANE) == date(2026, 11, 20)
    assert TEN_SCHOOL_DAYS.last_day(date(2026, 11, 6), calendar) == date(2026, 11, 23)


def test_days_that_are_just_days_are_moved_by_no_holiday() -> None:
    calendar = with_a_holiday(date(2026, 11, 18), added_on=date(2026, 11, 16))
    assert SEVEN.last_day(date(2026, 11, 16), calendar) == date(2026, 11, 22)


# School holidays


@pytest.mark.parametrize(
    ("day", "holiday"),
    [
        (date(2026, 10, 24), (date(2026, 10, 24), date(2026, 11, 1))),
        (date(2026, 12, 25), (date(2026, 12, 19), date(2027, 1, 3))),
        (date(2026, 10, 23), None),
        (date(2027, 7, 22), None),
    ],
    ids=["half-term", "Christmas", "a day of term", "after the last term that is recorded"],
)
def test_a_school_holiday_lies_between_two_recorded_terms(
    day: date, holiday: tuple[date, date] | None
) -> None:
    assert MILL_LANE.school_holiday(day) == holiday


def test_a_year_of_terms_left_out_is_no_holiday() -> None:
    gap = EnglandAndWales(
        terms=(
            Term(date(2025, 9, 1), date(2025, 10, 17)),
            Term(date(2026, 9, 1), date(2026, 10, 16)),
        )
    )
    assert gap.school_holiday(date(2026, 2, 1)) is None
