"""Clocks: every example was worked out by hand on a calendar, and its reason is given in words."""

from datetime import UTC, date, datetime
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from law.calendars import ENGLAND_AND_WALES, EnglandAndWales, Term
from law.periods import Counting, Months, Period, Unit, in_words, local_date

DAYS, WORKING, SCHOOL = Unit.CALENDAR_DAYS, Unit.WORKING_DAYS, Unit.SCHOOL_DAYS
BEGINNING, AFTER, CLEAR = Counting.BEGINNING_WITH, Counting.AFTER, Counting.CLEAR

TERMS = (
    Term(date(2026, 9, 2), date(2026, 10, 23)),
    Term(date(2026, 11, 2), date(2026, 12, 18)),
    Term(date(2027, 1, 4), date(2027, 2, 12)),
    Term(date(2027, 2, 22), date(2027, 3, 25)),
    Term(date(2027, 4, 12), date(2027, 5, 28)),
)
MILL_LANE = EnglandAndWales(terms=TERMS)
TRAINING_DAY = EnglandAndWales(terms=TERMS, closures=(Term(date(2026, 11, 2), date(2026, 11, 2)),))
EARLY_HALF_TERM = EnglandAndWales(
    terms=(
        Term(date(2026, 9, 2), date(2026, 10, 16)),
        Term(date(2026, 10, 26), date(2026, 12, 18)),
    )
)


class Example(NamedTuple):
    """A period, the day that sets it running, its last day, and why."""

    length: int
    unit: Unit
    counting: Counting
    trigger: date
    last_day: date
    why: str


EXAMPLES = [
    # Three units from one Friday
    Example(7, DAYS, BEGINNING, date(2026, 10, 16), date(2026, 10, 22), "Friday 16 is day one"),
    Example(7, WORKING, BEGINNING, date(2026, 10, 16), date(2026, 10, 26), "Fri, Mon-Fri, Mon"),
    Example(10, SCHOOL, BEGINNING, date(2026, 10, 16), date(2026, 11, 5), "6 days, half-term, 4"),
    # The same, counted from the day after
    Example(7, DAYS, AFTER, date(2026, 10, 16), date(2026, 10, 23), "Saturday 17 is day one"),
    Example(7, WORKING, AFTER, date(2026, 10, 16), date(2026, 10, 27), "Mon-Fri, Mon, Tue"),
    Example(10, SCHOOL, AFTER, date(2026, 10, 16), date(2026, 11, 6), "5 days, half-term, 5"),
    # Clear days: the last that must pass, so that the meeting may be on the day after it
    Example(7, DAYS, CLEAR, date(2026, 10, 16), date(2026, 10, 23), "17 to 23 must pass"),
    Example(
        5, WORKING, CLEAR, date(2026, 10, 16), date(2026, 10, 23), "Mon 19 to Fri 23 must pass"
    ),
    # Begun on a day that does not count, and the shortest period
    Example(7, DAYS, BEGINNING, date(2026, 10, 17), date(2026, 10, 23), "a Saturday is a day"),
    Example(7, WORKING, BEGINNING, date(2026, 10, 17), date(2026, 10, 27), "Monday 19 is day one"),
    Example(
        10, SCHOOL, BEGINNING, date(2026, 10, 28), date(2026, 11, 13), "in half-term: from 2 Nov"
    ),
    Example(
        1, DAYS, BEGINNING, date(2026, 10, 16), date(2026, 10, 16), "the day itself is the end"
    ),
    Example(1, DAYS, AFTER, date(2026, 10, 16), date(2026, 10, 17), "the next day is the end"),
    # Christmas: Boxing Day 2026 is a Saturday, so Monday 28 is a bank holiday
    Example(7, DAYS, BEGINNING, date(2026, 12, 24), date(2026, 12, 30), "holidays are days"),
    Example(7, WORKING, BEGINNING, date(2026, 12, 18), date(2026, 12, 30), "18, 21-24, 29, 30"),
    Example(7, WORKING, AFTER, date(2026, 12, 18), date(2026, 12, 31), "21-24, 29-31"),
    Example(10, WORKING, AFTER, date(2026, 12, 18), date(2027, 1, 6), "7 by 31 Dec; 4, 5, 6 Jan"),
    Example(10, SCHOOL, AFTER, date(2026, 12, 18), date(2027, 1, 15), "term begins on 4 January"),
    Example(7, DAYS, BEGINNING, date(2026, 12, 28), date(2027, 1, 3), "across the new year"),
    # Easter 2027: Good Friday 26 March, Easter Monday 29 March
    Example(7, DAYS, BEGINNING, date(2027, 3, 25), date(2027, 3, 31), "Good Friday is a day"),
    Example(7, WORKING, BEGINNING, date(2027, 3, 25), date(2027, 4, 6), "25, 30, 31, 1, 2, 5, 6"),
    Example(
        10, SCHOOL, AFTER, date(2027, 3, 24), date(2027, 4, 22), "25 March, then 12 to 22 April"
    ),
    # Both changes of the hour: the last Sundays of October and of March
    Example(7, DAYS, BEGINNING, date(2026, 10, 19), date(2026, 10, 25), "ends on the 25-hour day"),
    Example(
        7, DAYS, BEGINNING, date(2026, 10, 25), date(2026, 10, 31), "begins on the 25-hour day"
    ),
    Example(7, DAYS, BEGINNING, date(2027, 3, 22), date(2027, 3, 28), "ends on the 23-hour day"),
    Example(7, DAYS, AFTER, date(2027, 3, 27), date(2027, 4, 3), "the 23-hour day is day one"),
    # Leap years and bank holidays made or moved for one year
    Example(7, DAYS, BEGINNING, date(2028, 2, 25), date(2028, 3, 2), "29 February is a day"),
    Example(7, WORKING, AFTER, date(2020, 5, 1), date(2020, 5, 13), "Friday 8 May, not Monday 4"),
    Example(7, WORKING, AFTER, date(2022, 9, 9), date(2022, 9, 21), "the Queen's funeral, 19th"),
]


def label(example: Example) -> str:
    """Name an example in the output of the tests."""
    return f"{example.length} {example.unit} {example.counting} {example.trigger}: {example.why}"


@pytest.mark.parametrize("example", EXAMPLES, ids=label)
def test_a_period_ends_on_the_day_worked_out_by_hand(example: Example) -> None:
    period = Period(example.length, example.unit, example.counting)
    assert period.last_day(example.trigger, MILL_LANE) == example.last_day


@pytest.mark.parametrize("example", EXAMPLES, ids=label)
def test_a_period_is_over_only_once_its_last_day_has_passed(example: Example) -> None:
    period = Period(example.length, example.unit, example.counting)
    the_day_after = date.fromordinal(example.last_day.toordinal() + 1)
    assert not period.is_over(example.trigger, example.last_day, MILL_LANE)
    assert period.is_over(example.trigger, the_day_after, MILL_LANE)


def test_half_term_in_one_school_and_not_in_its_neighbour_gives_two_dates() -> None:
    ten = Period(10, SCHOOL, AFTER)
    assert ten.last_day(date(2026, 10, 9), MILL_LANE) == date(2026, 10, 23)
    assert ten.last_day(date(2026, 10, 9), EARLY_HALF_TERM) == date(2026, 10, 30)


def test_a_training_day_is_not_a_school_day() -> None:
    ten = Period(10, SCHOOL, AFTER)
    assert ten.last_day(date(2026, 10, 16), TRAINING_DAY) == date(2026, 11, 9)


def test_a_bank_holiday_added_later_moves_a_working_day_clock() -> None:
    holidays = {**MILL_LANE.bank_holidays, date(2026, 10, 20): "A day of celebration"}
    seven = Period(7, WORKING, AFTER)
    assert seven.last_day(date(2026, 10, 16), EnglandAndWales(bank_holidays=holidays)) == date(
        2026, 10, 28
    )


def test_a_meeting_may_be_held_once_seven_clear_days_have_passed() -> None:
    seven = Period(7, DAYS, CLEAR)
    assert seven.earliest(date(2026, 10, 16)) == date(2026, 10, 24)
    assert seven.latest_notice(date(2026, 10, 24)) == date(2026, 10, 16)


def test_notice_of_a_monday_meeting_in_clear_working_days_can_be_given_on_the_sunday_before() -> (
    None
):
    five = Period(5, WORKING, CLEAR)
    assert five.latest_notice(date(2026, 10, 26)) == date(2026, 10, 18)
    assert five.earliest(date(2026, 10, 18)) == date(2026, 10, 24)


def test_clear_working_days_leave_out_christmas_both_ways() -> None:
    five = Period(5, WORKING, CLEAR)
    assert five.earliest(date(2026, 12, 21)) == date(2026, 12, 31)
    assert five.latest_notice(date(2026, 12, 31)) == date(2026, 12, 21)


# Five school days before a review on Friday 9 October 2026, under each way of counting: of the days
# before it, 3 and 4 October are a weekend
BEFORE_A_REVIEW = [
    (CLEAR, date(2026, 10, 1), "2 and 5 to 8 October lie between"),
    (BEGINNING, date(2026, 10, 2), "2 October is the first of them, 8 October the last"),
    (AFTER, date(2026, 10, 4), "5 October is the first of them, the day of the review the last"),
]


@pytest.mark.parametrize(("counting", "latest", "why"), BEFORE_A_REVIEW)
def test_what_must_come_five_school_days_before_a_review_comes_at_the_latest(
    counting: Counting, latest: date, why: str
) -> None:
    review = date(2026, 10, 9)
    five = Period(5, SCHOOL, counting, event="record", until="review")
    assert five.latest_notice(review, MILL_LANE) == latest, why
    assert five.earliest(latest, MILL_LANE) == review, why


@pytest.mark.parametrize(("counting", "latest", "why"), BEFORE_A_REVIEW)
def test_an_explanation_counted_back_names_the_last_lawful_day_and_the_days_left_out(
    counting: Counting, latest: date, why: str
) -> None:
    five = Period(5, SCHOOL, counting, event="record", until="review")
    said = five.explain_back(date(2026, 10, 9), MILL_LANE)
    weekend = "Not counted: Saturday 3 October 2026 to Sunday 4 October 2026 (weekend)."
    assert f"the last lawful day for the record is {in_words(latest)}." in said, why
    assert said.endswith(weekend) == (counting is not AFTER)


@pytest.mark.parametrize("length", [0, -1])
def test_a_period_of_no_days_is_refused(length: int) -> None:
    with pytest.raises(ValueError, match="at least one day"):
        Period(length, DAYS, AFTER)


@given(
    st.integers(1, 30),
    st.sampled_from([DAYS, WORKING]),
    st.sampled_from(list(Counting)),
    st.dates(date(2020, 1, 1), date(2027, 6, 1)),
)
def test_the_latest_notice_is_the_last_that_leaves_the_meeting_lawful(
    length: int, unit: Unit, counting: Counting, meeting: date
) -> None:
    period = Period(length, unit, counting)
    notice = period.latest_notice(meeting)
    a_day_late = date.fromordinal(notice.toordinal() + 1)
    assert period.earliest(notice) <= meeting < period.earliest(a_day_late)


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2026, 7, 1, 22, 59, 59, tzinfo=UTC), date(2026, 7, 1)),
        (datetime(2026, 7, 1, 23, 0, tzinfo=UTC), date(2026, 7, 2)),
        (datetime(2026, 12, 1, 23, 59, 59, tzinfo=UTC), date(2026, 12, 1)),
        (datetime(2026, 12, 2, 0, 0, tzinfo=UTC), date(2026, 12, 2)),
        (datetime(2026, 10, 24, 23, 0, tzinfo=UTC), date(2026, 10, 25)),
        (datetime(2026, 10, 25, 23, 59, 59, tzinfo=UTC), date(2026, 10, 25)),
        (datetime(2027, 3, 28, 0, 0, tzinfo=UTC), date(2027, 3, 28)),
        (datetime(2027, 3, 28, 23, 0, tzinfo=UTC), date(2027, 3, 29)),
    ],
    ids=[
        "a second before midnight in summer",
        "midnight in summer",
        "a second before midnight in winter",
        "midnight in winter",
        "midnight as the day begins on which the clocks go back",
        "a second before midnight on that day",
        "midnight as the day begins on which the clocks go forward",
        "midnight at the end of that day",
    ],
)
def test_the_day_ends_at_midnight_in_london(moment: datetime, day: date) -> None:
    assert local_date(moment) == day


def test_a_moment_without_a_time_zone_is_refused() -> None:
    naive = datetime(2026, 7, 1, 12, 0, tzinfo=UTC).replace(tzinfo=None)
    with pytest.raises(ValueError, match="without a time zone"):
        local_date(naive)


def test_a_letter_handed_in_at_half_past_eleven_on_the_last_summer_evening_is_in_time() -> None:
    seven = Period(7, DAYS, BEGINNING)
    received = date(2026, 6, 26)
    half_past_eleven = datetime(2026, 7, 2, 22, 30, tzinfo=UTC)
    an_hour_later = datetime(2026, 7, 2, 23, 30, tzinfo=UTC)
    assert not seven.is_over(received, local_date(half_past_eleven))
    assert seven.is_over(received, local_date(an_hour_later))


@pytest.mark.parametrize(
    ("period", "words"),
    [
        (Period(7, DAYS, BEGINNING), "7 days beginning with the day of receipt"),
        (Period(1, DAYS, AFTER), "1 day after the day of receipt"),
        (
            Period(10, SCHOOL, AFTER, event="the review"),
            "10 school days after the day of the review",
        ),
        (
            Period(5, WORKING, CLEAR, event="notice"),
            "5 clear working days between notice and meeting",
        ),
        (
            Period(10, SCHOOL, CLEAR, event="notice", until="review"),
            "10 clear school days between notice and review",
        ),
    ],
)
def test_a_period_says_itself_in_words(period: Period, words: str) -> None:
    assert period.describe() == str(period) == words


def test_an_explanation_names_the_first_day_and_the_last() -> None:
    assert Period(7, DAYS, BEGINNING).explain(date(2026, 10, 12)) == (
        "7 days beginning with the day of receipt, Monday 12 October 2026. Day one is Monday "
        "12 October 2026; the last day is Sunday 18 October 2026, until midnight."
    )


def test_an_explanation_names_the_days_left_out_and_why() -> None:
    assert Period(7, WORKING, AFTER).explain(date(2026, 12, 18)) == (
        "7 working days after the day of receipt, Friday 18 December 2026. Day one is Monday "
        "21 December 2026; the last day is Thursday 31 December 2026, until midnight. Not counted: "
        "Saturday 19 December 2026 to Sunday 20 December 2026 (weekend); Friday 25 December 2026 "
        "to Monday 28 December 2026 (Christmas Day, weekend, Substitute day for Boxing Day)."
    )


def test_an_explanation_of_school_days_names_a_day_on_which_the_school_is_closed() -> None:
    assert Period(1, SCHOOL, AFTER).explain(date(2026, 11, 1), TRAINING_DAY) == (
        "1 school day after the day of receipt, Sunday 1 November 2026. Day one is Tuesday "
        "3 November 2026; the last day is Tuesday 3 November 2026, until midnight. Not counted: "
        "Monday 2 November 2026 (school closed)."
    )


def test_an_explanation_of_clear_days_names_the_first_day_for_the_meeting() -> None:
    assert Period(7, DAYS, CLEAR, "notice").explain(date(2026, 10, 16), ENGLAND_AND_WALES) == (
        "7 clear days between notice and meeting, notice given on Friday 16 October 2026. Day one "
        "is Saturday 17 October 2026; the first lawful day for the meeting is Saturday "
        "24 October 2026."
    )


@pytest.mark.parametrize(
    ("months", "trigger", "last"),
    [
        (1, date(2026, 12, 14), date(2027, 1, 14)),
        (1, date(2027, 1, 31), date(2027, 2, 28)),
        (1, date(2028, 1, 31), date(2028, 2, 29)),
        (12, date(2026, 9, 1), date(2027, 9, 1)),
        (36, date(2024, 2, 29), date(2027, 2, 28)),
        (72, date(2026, 12, 31), date(2032, 12, 31)),
    ],
)
def test_months_end_on_the_same_day_of_the_month_or_on_its_last(
    months: int, trigger: date, last: date
) -> None:
    assert Months(months, "the decision").last_day(trigger) == last


@pytest.mark.parametrize(
    ("months", "words"), [(1, "1 month"), (18, "18 months"), (12, "1 year"), (36, "3 years")]
)
def test_months_say_themselves_in_words(months: int, words: str) -> None:
    assert str(Months(months, "the decision")) == f"{words} from the decision"


def test_a_date_is_written_out_without_a_leading_nought() -> None:
    assert in_words(date(2026, 10, 9)) == "Friday 9 October 2026"
