"""Where dates stand in the picture of them."""

from datetime import date

import pytest

from casework.timeline import Entry, draw

TODAY = date(2026, 10, 13)


def test_the_picture_runs_from_the_first_month_to_the_last() -> None:
    drawn = draw([Entry(date(2026, 12, 31), "Last day"), Entry(date(2026, 9, 15), "Told")], TODAY)
    assert [month["name"] for month in drawn["months"]] == ["Sep", "Oct", "Nov", "Dec"]
    assert [month["year"] for month in drawn["months"]] == [2026, None, None, None]
    assert [mark["entry"].label for mark in drawn["marks"]] == ["Told", "Last day"]


def test_a_new_year_is_named() -> None:
    drawn = draw([Entry(date(2027, 2, 1), "In post")], date(2026, 12, 1))
    assert [month["year"] for month in drawn["months"]] == [2026, 2027, None]


def test_a_day_stands_where_it_falls_in_the_month() -> None:
    (mark,) = draw([Entry(date(2026, 10, 1), "First")], TODAY)["marks"]
    assert (mark["x"], mark["width"]) == ("0.00%", "")
    assert draw([], date(2026, 11, 16))["today_x"] == "50.00%"


def test_a_period_is_as_wide_as_its_days_first_and_last_included() -> None:
    (mark,) = draw(
        [Entry(date(2026, 11, 1), "Period", last_day=date(2026, 11, 30))], date(2026, 11, 1)
    )["marks"]
    assert (mark["x"], mark["width"]) == ("0.00%", "100.00%")


def test_words_stand_on_the_side_where_there_is_more_room() -> None:
    early, late = draw(
        [Entry(date(2026, 11, 2), "Early"), Entry(date(2026, 11, 28), "Late")], date(2026, 11, 1)
    )["marks"]
    assert (early["side"], late["side"]) == ("after", "before")


@pytest.mark.parametrize(
    ("last", "named"),
    [(date(2027, 5, 1), 7), (date(2027, 9, 1), 6), (date(2028, 11, 1), 7)],
)
def test_on_a_telephone_no_more_than_seven_months_are_named(last: date, named: int) -> None:
    months = draw([Entry(date(2026, 11, 1), "Recorded"), Entry(last, "In post")], None)["months"]
    assert sum(not month["minor"] for month in months) == named
    assert not months[0]["minor"]


def test_today_is_not_in_the_picture_of_a_case_that_is_over() -> None:
    drawn = draw([Entry(date(2024, 11, 1), "Closed")], None)
    assert (drawn["today_x"], len(drawn["months"])) == ("", 1)


def test_of_several_years_only_each_january_is_named() -> None:
    months = draw([Entry(date(2021, 9, 13), "Cycle recorded")], TODAY)["months"]
    assert [month["year"] for month in months] == [2022, 2023, 2024, 2025, 2026]
