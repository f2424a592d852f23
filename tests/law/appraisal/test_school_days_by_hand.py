"""The school-day clocks of Wales against a table worked out by hand for two invented schools.

Ysgol y Bryn has its half-terms in the weeks of 26 October 2026 and 8 February 2027, and Ysgol y
Ddôl in those of 19 October and 15 February; their Christmas and Easter holidays differ too. Good
Friday is 26 March 2027, Easter Monday 29 March; 3 and 31 May are bank holidays.
"""

from datetime import date
from typing import NamedTuple

import pytest

from law.appraisal import scheme_for
from law.base import Rule
from law.calendars import AddedHoliday, Calendar, CalendarError, EnglandAndWales, Term
from law.periods import Period

BRYN = EnglandAndWales(
    terms=(
        Term(date(2026, 9, 2), date(2026, 10, 23)),
        Term(date(2026, 11, 2), date(2026, 12, 18)),
        Term(date(2027, 1, 4), date(2027, 2, 5)),
        Term(date(2027, 2, 15), date(2027, 3, 25)),
        Term(date(2027, 4, 12), date(2027, 5, 28)),
        Term(date(2027, 6, 7), date(2027, 7, 20)),
    ),
    closures=(  # kept for training
        Term(date(2026, 11, 2), date(2026, 11, 2)),
        Term(date(2027, 1, 4), date(2027, 1, 4)),
    ),
)
DDOL = EnglandAndWales(
    terms=(
        Term(date(2026, 9, 1), date(2026, 10, 16)),
        Term(date(2026, 10, 26), date(2026, 12, 22)),
        Term(date(2027, 1, 6), date(2027, 2, 12)),
        Term(date(2027, 2, 22), date(2027, 3, 19)),
        Term(date(2027, 4, 5), date(2027, 5, 28)),
        Term(date(2027, 6, 7), date(2027, 7, 21)),
    ),
    closures=(Term(date(2026, 11, 27), date(2026, 11, 27)),),  # kept for training
)
WALES = scheme_for("community", "wales", date(2026, 9, 1), religious=False)


def of(rule: Rule[Period] | None) -> Period:
    """Return the period of a rule that the scheme has."""
    assert rule
    return rule.value


NOTICE, RECORD = of(WALES.review_notice), of(WALES.record_before_review)
STATEMENT, COPY, COMMENTS = of(WALES.statement), of(WALES.statement_copy), of(WALES.comments)
APPEAL, PAPERS = of(WALES.appeal), of(WALES.appeal_papers)


class Row(NamedTuple):
    """A school, what happened on a day, the day that follows, why, and the days passed over."""

    school: Calendar
    on: date
    then: date
    why: str
    skipped: str


def row(
    school: Calendar, on: tuple[int, int, int], then: tuple[int, int, int], why: str, skipped: str
) -> Row:
    """Read a row of the table, with its dates as year, month, day."""
    return Row(school, date(*on), date(*then), why, skipped)


def label(value: Period | Row) -> str:
    """Name a period or a row in the output of the tests."""
    return f"{value.on}: {value.why}" if isinstance(value, Row) else str(value)


EARLIEST_REVIEW = [
    row(BRYN, (2026, 10, 5), (2026, 10, 20), "6 to 9, 12 to 16 and 19 October must pass",
        "10-11 Oct (weekend); 17-18 Oct (weekend)"),
    row(DDOL, (2026, 10, 5), (2026, 10, 27), "the tenth of them is the Monday after half-term",
        "10-11 Oct (weekend); 17-25 Oct (weekend, school closed)"),
    row(BRYN, (2026, 10, 16), (2026, 11, 10), "19 to 23, half-term, training, 3 to 6, Monday 9",
        "17-18 Oct (weekend); 24 Oct-2 Nov (weekend, school closed); 7-8 Nov (weekend)"),
    row(DDOL, (2026, 12, 16), (2027, 1, 14), "17, 18, 21, 22 December; 6 to 8, 11 to 13 January",
        "19-20 Dec (weekend); 23 Dec-5 Jan (school closed, Christmas Day, weekend, Substitute day "
        "for Boxing Day, New Year's Day); 9-10 Jan (weekend)"),
    row(BRYN, (2027, 1, 28), (2027, 2, 19), "29 January, 1 to 5, half-term, 15 to 18 February",
        "30-31 Jan (weekend); 6-14 Feb (weekend, school closed)"),
    row(DDOL, (2027, 1, 28), (2027, 2, 12), "29 January, 1 to 5, 8 to 11: a week sooner here",
        "30-31 Jan (weekend); 6-7 Feb (weekend)"),
]  # fmt: skip
LATEST_NOTICE = [
    row(BRYN, (2026, 10, 20), (2026, 10, 5), "back over 19, 16 to 12 and 9 to 6 October",
        "10-11 Oct (weekend); 17-18 Oct (weekend)"),
    row(DDOL, (2026, 10, 27), (2026, 10, 5), "back over 26, past half-term, 16 to 12, 9 to 6",
        "10-11 Oct (weekend); 17-25 Oct (weekend, school closed)"),
    row(BRYN, (2026, 11, 11), (2026, 10, 19), "10, 9, 6 to 3, past training, 23 to 20 October",
        "24 Oct-2 Nov (weekend, school closed); 7-8 Nov (weekend)"),
    row(DDOL, (2027, 1, 15), (2026, 12, 17), "14 to 11, 8 to 6 January; 22, 21, 18 December",
        "19-20 Dec (weekend); 23 Dec-5 Jan (school closed, Christmas Day, weekend, Substitute day "
        "for Boxing Day, New Year's Day); 9-10 Jan (weekend)"),
    row(BRYN, (2027, 4, 19), (2027, 3, 18), "16 to 12 April, past Easter, 25 to 22, 19 March",
        "20-21 Mar (weekend); 26 Mar-11 Apr (Good Friday, weekend, Easter Monday, school closed); "
        "17-18 Apr (weekend)"),
    row(BRYN, (2027, 3, 8), (2027, 2, 21), "5 to 1 March, 26 to 22 February; a Sunday is in time",
        "27-28 Feb (weekend); 6-7 Mar (weekend)"),
]  # fmt: skip
LATEST_RECORD = [
    row(BRYN, (2026, 11, 10), (2026, 11, 2), "9 and 6 to 3; it may come on the training day",
        "7-8 Nov (weekend)"),
    row(DDOL, (2026, 10, 27), (2026, 10, 12), "26, past half-term, 16 to 13 October",
        "17-25 Oct (weekend, school closed)"),
    row(DDOL, (2026, 12, 2), (2026, 11, 23), "1 December, 30, past training, 26 to 24 November",
        "27-29 Nov (school closed, weekend)"),
    row(BRYN, (2027, 5, 6), (2027, 4, 27), "5 and 4 May, past the bank holiday, 30 to 28 April",
        "1-3 May (weekend, Early May bank holiday)"),
]  # fmt: skip
EARLIEST_AFTER_RECORD = [
    row(DDOL, (2026, 11, 23), (2026, 12, 2), "24 to 26, training, 30 November, 1 December",
        "27-29 Nov (school closed, weekend)"),
    row(BRYN, (2027, 5, 20), (2027, 5, 28), "21, then 24 to 27 May", "22-23 May (weekend)"),
    row(DDOL, (2027, 5, 25), (2027, 6, 9), "26 to 28 May, half-term, 7 and 8 June",
        "29 May-6 Jun (weekend, Spring bank holiday, school closed)"),
]  # fmt: skip
LAST_OF_STATEMENT = [
    row(BRYN, (2026, 10, 20), (2026, 11, 11), "21 to 23, half-term, training, 3 to 6, 9 to 11",
        "24 Oct-2 Nov (weekend, school closed); 7-8 Nov (weekend)"),
    row(DDOL, (2026, 10, 27), (2026, 11, 10), "28 to 30 October, 2 to 6, 9 and 10 November",
        "31 Oct-1 Nov (weekend); 7-8 Nov (weekend)"),
    row(BRYN, (2026, 12, 4), (2026, 12, 18), "the last two weeks of term",
        "5-6 Dec (weekend); 12-13 Dec (weekend)"),
    row(DDOL, (2026, 12, 10), (2027, 1, 7), "11, 14 to 18, 21, 22 December; 6 and 7 January",
        "12-13 Dec (weekend); 19-20 Dec (weekend); 23 Dec-5 Jan (school closed, Christmas Day, "
        "weekend, Substitute day for Boxing Day, New Year's Day)"),
    row(BRYN, (2026, 12, 10), (2027, 1, 8), "11, 14 to 18, training on 4 January, 5 to 8",
        "12-13 Dec (weekend); 19 Dec-4 Jan (weekend, school closed, Christmas Day, Substitute day "
        "for Boxing Day, New Year's Day)"),
]  # fmt: skip
LAST_OF_COMMENTS = [
    row(BRYN, (2026, 11, 11), (2026, 11, 25), "12, 13, 16 to 20, 23 to 25 November",
        "14-15 Nov (weekend); 21-22 Nov (weekend)"),
    row(DDOL, (2026, 11, 16), (2026, 12, 1), "17 to 20, 23 to 26, training, 30, 1 December",
        "21-22 Nov (weekend); 27-29 Nov (school closed, weekend)"),
    row(DDOL, (2027, 3, 11), (2027, 4, 8), "12, 15 to 19 March, Easter, 5 to 8 April",
        "13-14 Mar (weekend); 20 Mar-4 Apr (weekend, school closed, Good Friday, Easter Monday)"),
]  # fmt: skip
LAST_OF_APPEAL = [
    row(BRYN, (2027, 2, 5), (2027, 2, 26), "none in half-term; 15 to 19, 22 to 26 February",
        "6-14 Feb (weekend, school closed); 20-21 Feb (weekend)"),
    row(DDOL, (2027, 2, 10), (2027, 3, 3), "11, 12, half-term, 22 to 26 February, 1 to 3 March",
        "13-21 Feb (weekend, school closed); 27-28 Feb (weekend)"),
    row(BRYN, (2027, 4, 27), (2027, 5, 12), "28 to 30 April; not 3 May; 4 to 7, 10 to 12 May",
        "1-3 May (weekend, Early May bank holiday); 8-9 May (weekend)"),
    row(BRYN, (2026, 10, 28), (2026, 11, 16), "received in half-term: 3 to 6, 9 to 13, Monday 16",
        "29 Oct-2 Nov (school closed, weekend); 7-8 Nov (weekend); 14-15 Nov (weekend)"),
]  # fmt: skip
LAST_OF_PAPERS = [
    row(BRYN, (2026, 10, 22), (2026, 11, 6), "Friday 23, half-term, training, 3 to 6 November",
        "24 Oct-2 Nov (weekend, school closed)"),
    row(DDOL, (2026, 10, 22), (2026, 10, 30), "received in half-term here: 26 to 30 October",
        "23-25 Oct (school closed, weekend)"),
    row(BRYN, (2027, 3, 17), (2027, 3, 24), "18, 19, 22 to 24 March", "20-21 Mar (weekend)"),
    row(BRYN, (2027, 3, 23), (2027, 4, 14), "24 and 25 March, Easter, 12 to 14 April",
        "26 Mar-11 Apr (Good Friday, weekend, Easter Monday, school closed)"),
]  # fmt: skip
FORWARD = [
    *((NOTICE, each) for each in EARLIEST_REVIEW),
    *((RECORD, each) for each in EARLIEST_AFTER_RECORD),
]
BACK = [*((NOTICE, each) for each in LATEST_NOTICE), *((RECORD, each) for each in LATEST_RECORD)]
WITHIN = [
    *((STATEMENT, each) for each in LAST_OF_STATEMENT),
    *((COPY, each) for each in LAST_OF_STATEMENT),
    *((COMMENTS, each) for each in LAST_OF_COMMENTS),
    *((APPEAL, each) for each in LAST_OF_APPEAL),
    *((PAPERS, each) for each in LAST_OF_PAPERS),
]


def skipped(explanation: str) -> str:
    """Return the days that an explanation says are not counted, shortened as in the table."""
    _, _, listed = explanation.partition(" Not counted: ")
    return "; ".join(map(short, listed.removesuffix(".").split("; ")))


def short(stretch: str) -> str:
    """Write "Saturday 10 October 2026 to Sunday 11 October 2026 (weekend)" as in the table."""
    days, _, reason = stretch.partition(" (")
    first, _, last = days.partition(" to ")
    (_, one, month, _), (_, other, end, _) = first.split(), (last or first).split()
    opening = one if month == end else f"{one} {month[:3]}"
    span = f"{opening}-{other} {end[:3]}" if last else f"{other} {end[:3]}"
    return f"{span} ({reason}"


def test_the_table_holds_at_least_twenty_four_examples() -> None:
    assert len({(each.on, each.then, each.why) for _, each in (*FORWARD, *BACK, *WITHIN)}) >= 24


@pytest.mark.parametrize(("period", "row"), FORWARD, ids=label)
def test_the_first_day_for_the_review(period: Period, row: Row) -> None:
    assert period.earliest(row.on, row.school) == row.then
    assert skipped(period.explain(row.on, row.school)) == row.skipped


@pytest.mark.parametrize(("period", "row"), BACK, ids=label)
def test_the_last_day_to_give_what_must_come_before_the_review(period: Period, row: Row) -> None:
    assert period.latest_notice(row.on, row.school) == row.then
    assert skipped(period.explain_back(row.on, row.school)) == row.skipped


@pytest.mark.parametrize(("period", "row"), BACK, ids=label)
def test_a_day_later_it_is_late(period: Period, row: Row) -> None:
    a_day_late = date.fromordinal(row.then.toordinal() + 1)
    assert period.earliest(row.then, row.school) <= row.on
    assert period.earliest(a_day_late, row.school) > row.on


@pytest.mark.parametrize(("period", "row"), WITHIN, ids=label)
def test_the_last_day_after_an_event(period: Period, row: Row) -> None:
    assert period.last_day(row.on, row.school) == row.then
    assert skipped(period.explain(row.on, row.school)) == row.skipped


def test_one_notice_gives_two_schools_two_days() -> None:
    notice = date(2026, 10, 5)
    assert NOTICE.earliest(notice, BRYN) != NOTICE.earliest(notice, DDOL)


def test_one_day_of_review_gives_two_schools_two_last_days_for_the_statement() -> None:
    review = date(2026, 12, 10)
    assert STATEMENT.last_day(review, BRYN) != STATEMENT.last_day(review, DDOL)


def test_the_notice_says_itself_in_words_both_ways() -> None:
    assert NOTICE.explain(date(2026, 11, 13), BRYN).startswith(
        "10 clear school days between notice and review, notice given on Friday 13 November 2026. "
        "Day one is Monday 16 November 2026; the first lawful day for the review is Saturday "
        "28 November 2026."
    )
    assert RECORD.explain_back(date(2026, 11, 27), BRYN) == (
        "5 clear school days between record and review, the review on Friday 27 November 2026. "
        "Counted back, the first of the days is Friday 20 November 2026 and the last Thursday "
        "26 November 2026; the last lawful day for the record is Thursday 19 November 2026. Not "
        "counted: Saturday 21 November 2026 to Sunday 22 November 2026 (weekend)."
    )


# A bank holiday proclaimed later, for Wednesday 18 November 2026


def with_a_holiday(added_on: date) -> EnglandAndWales:
    """Return the calendar of Ysgol y Bryn with one holiday more, and when it was added."""
    holiday = AddedHoliday(date(2026, 11, 18), "A day of thanks", added_on)
    return EnglandAndWales(terms=BRYN.terms, closures=BRYN.closures, added=(holiday,))


def test_a_holiday_added_while_the_comments_may_still_come_gives_a_day_more() -> None:
    calendar = with_a_holiday(date(2026, 11, 16))
    assert COMMENTS.last_day(date(2026, 11, 11), calendar) == date(2026, 11, 26)
    assert "A day of thanks" in COMMENTS.explain(date(2026, 11, 11), calendar)


def test_a_holiday_added_once_the_time_for_comments_was_over_changes_nothing() -> None:
    calendar = with_a_holiday(date(2026, 11, 26))
    assert COMMENTS.last_day(date(2026, 11, 11), calendar) == date(2026, 11, 25)


def test_a_holiday_added_puts_the_last_day_for_notice_back_by_one() -> None:
    review, calendar = date(2026, 11, 24), with_a_holiday(date(2026, 10, 1))
    assert NOTICE.latest_notice(review, BRYN) == date(2026, 11, 9)
    assert NOTICE.latest_notice(review, calendar) == date(2026, 11, 8)
    assert "A day of thanks" in NOTICE.explain_back(review, calendar)


# Terms that are not recorded


def test_a_clock_that_runs_past_the_last_recorded_term_is_refused() -> None:
    with pytest.raises(CalendarError, match="term dates for 2027"):
        APPEAL.last_day(date(2027, 7, 12), BRYN)


def test_a_clock_counted_back_past_the_first_recorded_term_is_refused() -> None:
    with pytest.raises(CalendarError, match="term dates for 2026"):
        NOTICE.latest_notice(date(2026, 9, 10), BRYN)


def test_a_clock_that_meets_a_term_left_out_is_refused() -> None:
    without_spring = EnglandAndWales(terms=(*BRYN.terms[:2], BRYN.terms[4]))
    with pytest.raises(CalendarError, match="19 December 2026"):
        STATEMENT.last_day(date(2026, 12, 10), without_spring)


def test_a_review_in_the_last_week_recorded_needs_no_terms_after_it() -> None:
    assert NOTICE.latest_notice(date(2027, 7, 20), BRYN) == date(2027, 7, 5)
