"""Gaps in an employment history: more than three months, whatever overlaps."""

from datetime import date

import pytest

from recruitment.gaps import between

APPLIED = date(2026, 9, 20)


def days(*posts: tuple[str, str]) -> list[tuple[str, str]]:
    found = between(
        [
            (date.fromisoformat(since), date.fromisoformat(until) if until else None)
            for since, until in posts
        ],
        APPLIED,
    )
    return [(since.isoformat(), until.isoformat()) for since, until in found]


@pytest.mark.parametrize(
    ("posts", "gaps"),
    [
        # None: one post follows the other, and the last goes on
        ([("2015-09-01", "2019-08-31"), ("2019-09-01", "")], []),
        # One: from the day after the first post to the day before the second
        ([("2015-09-01", "2019-08-31"), ("2020-09-01", "")], [("2019-09-01", "2020-08-31")]),
        # Three months to the day are not more than three months; a day more is
        ([("2015-09-01", "2019-08-31"), ("2019-12-01", "")], []),
        ([("2015-09-01", "2019-08-31"), ("2019-12-02", "")], [("2019-09-01", "2019-12-01")]),
        # Two short ones around a short post are not one long one
        ([("2015-09-01", "2019-08-31"), ("2019-11-01", "2019-11-30"), ("2020-02-01", "")], []),
        # A post that overlaps both covers the time between them
        ([("2015-09-01", "2019-08-31"), ("2018-01-01", "2020-08-31"), ("2020-09-01", "")], []),
        # A long post that began first covers short ones within it
        ([("2015-09-01", "2021-08-31"), ("2016-01-01", "2016-06-30"), ("2021-09-01", "")], []),
        # The time since the last post counts up to the application
        ([("2015-09-01", "2026-05-31")], [("2026-06-01", "2026-09-19")]),
        # Nothing is known: nothing is found
        ([], []),
    ],
)
def test_each_gap_is_found(posts: list[tuple[str, str]], gaps: list[tuple[str, str]]) -> None:
    assert days(*posts) == gaps


def test_the_order_in_which_posts_were_written_does_not_matter() -> None:
    assert days(("2020-09-01", ""), ("2015-09-01", "2019-08-31")) == [("2019-09-01", "2020-08-31")]
