"""The dates of a story are absolute, or counted from its start."""

from datetime import date, time

import pytest

from stories.dates import Calendar, calendar, time_of
from stories.source import At, BadStory, Text

MONDAY = date(2026, 9, 7)
DAYS = Calendar(MONDAY)


def text(words: str) -> Text:
    return Text(At("s.yaml", 4), words)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2026-10-12", date(2026, 10, 12)),
        ("start", MONDAY),
        ("start+14", date(2026, 9, 21)),
        ("start + 14", date(2026, 9, 21)),
        ("start-7", date(2026, 8, 31)),
    ],
)
def test_a_date_is_read(words: str, day: date) -> None:
    assert DAYS.day(text(words)) == day


@pytest.mark.parametrize("words", ["12/10/2026", "2026-02-30", "start+", "tomorrow", "start+x"])
def test_what_is_no_date_is_refused_with_its_line(words: str) -> None:
    with pytest.raises(BadStory, match=r"s\.yaml:4: “.*” is not a date\. Write it as"):
        DAYS.day(text(words))


def test_a_date_out_of_all_bounds_is_refused() -> None:
    with pytest.raises(BadStory, match="is not a date"):
        Calendar(date(9999, 12, 1)).day(text("start+99999"))


def test_without_a_start_the_story_begins_on_a_monday_and_ends_before_today() -> None:
    dates = [text("start"), text("start+10"), text("2026-01-01")]
    for today in (date(2026, 11, day) for day in range(16, 23)):
        start = calendar(None, dates, today).start
        assert start.weekday() == 0
        assert 1 <= (today - start).days - 10 <= 7


def test_a_start_is_a_date_or_counted_back_from_today() -> None:
    assert calendar(text("2026-09-01"), [], MONDAY).start == date(2026, 9, 1)
    assert calendar(text("today-7"), [], MONDAY).start == date(2026, 8, 31)
    with pytest.raises(BadStory, match=r"s\.yaml:4: “soon” is not a day to start on"):
        calendar(text("soon"), [], MONDAY)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Advice given on {start+1}.", "Advice given on 8 September 2026."),
        ("start+1", "2026-09-08"),
        ("{start+x} {{start}} {name}", "{start+x} {7 September 2026} {name}"),
        ("We start+1 again", "We start+1 again"),
    ],
)
def test_a_text_can_hold_a_date(typed: str, said: str) -> None:
    assert DAYS.within(typed) == said


def test_a_time_is_a_time() -> None:
    assert time_of(text("18:30")) == time(18, 30)
    with pytest.raises(BadStory, match=r"s\.yaml:4: “half past six” is not a time"):
        time_of(text("half past six"))
