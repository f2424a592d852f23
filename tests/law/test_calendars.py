"""Which days count, and what is said of a day that no table reaches."""

from datetime import date

import pytest

from law.bank_holidays import BANK_HOLIDAYS
from law.calendars import ENGLAND_AND_WALES, CalendarError, EnglandAndWales, Term
from law.periods import Counting, Period, Unit

AUTUMN = EnglandAndWales(terms=(Term(date(2026, 9, 2), date(2026, 10, 23)),))


def test_the_table_holds_the_bank_holidays_of_ten_years() -> None:
    assert len(BANK_HOLIDAYS) == 83
    assert {day.year for day in BANK_HOLIDAYS} == set(range(2019, 2029))


def test_no_bank_holiday_falls_at_a_weekend() -> None:
    assert [day for day in BANK_HOLIDAYS if day.weekday() >= 5] == []


@pytest.mark.parametrize(
    ("day", "working"),
    [
        (date(2026, 10, 16), True),
        (date(2026, 10, 17), False),
        (date(2026, 10, 18), False),
        (date(2026, 12, 25), False),
        (date(2026, 12, 28), False),
        (date(2026, 12, 29), True),
        (date(2027, 3, 26), False),
        (date(2027, 3, 29), False),
    ],
)
def test_a_working_day_is_neither_a_weekend_nor_a_bank_holiday(day: date, working: bool) -> None:
    assert ENGLAND_AND_WALES.is_working_day(day) is working


@pytest.mark.parametrize(
    ("day", "school"),
    [
        (date(2026, 9, 2), True),
        (date(2026, 9, 5), False),
        (date(2026, 10, 23), True),
    ],
)
def test_a_school_day_is_a_working_day_in_term(day: date, school: bool) -> None:
    assert AUTUMN.is_school_day(day) is school


@pytest.mark.parametrize("year", [2018, 2029])
def test_a_year_outside_the_table_is_refused_naming_the_year_and_the_way_out(year: int) -> None:
    with pytest.raises(CalendarError) as refusal:
        ENGLAND_AND_WALES.is_working_day(date(year, 6, 15))
    assert str(refusal.value) == (
        f"The bank holidays of {year} are not known: the table holds 2019 to 2028. "
        f"Add those of {year} to law/bank_holidays.py."
    )


def test_working_days_that_run_off_the_table_are_refused() -> None:
    with pytest.raises(CalendarError, match="bank holidays of 2029"):
        Period(7, Unit.WORKING_DAYS, Counting.AFTER).last_day(date(2028, 12, 27))


def test_calendar_days_need_no_table() -> None:
    seven = Period(7, Unit.CALENDAR_DAYS, Counting.BEGINNING_WITH)
    assert seven.last_day(date(2031, 3, 3)) == date(2031, 3, 9)


def test_school_days_before_the_recorded_terms_are_refused() -> None:
    with pytest.raises(CalendarError, match="Record the school's term dates for 2026"):
        AUTUMN.is_school_day(date(2026, 9, 1))


def test_school_days_after_the_recorded_terms_are_refused() -> None:
    with pytest.raises(CalendarError, match="meets on 24 October 2026 is not known"):
        Period(10, Unit.SCHOOL_DAYS, Counting.AFTER).last_day(date(2026, 10, 16), AUTUMN)


def test_school_days_of_a_school_without_terms_are_refused() -> None:
    with pytest.raises(CalendarError, match="Record the school's term dates for 2026"):
        ENGLAND_AND_WALES.is_school_day(date(2026, 10, 16))


@pytest.mark.parametrize(
    ("day", "reason"),
    [
        (date(2026, 12, 25), "Christmas Day"),
        (date(2026, 10, 17), "weekend"),
        (date(2026, 10, 26), "school closed"),
    ],
)
def test_the_reason_why_a_day_is_not_counted_is_named(day: date, reason: str) -> None:
    assert AUTUMN.reason(day) == reason
