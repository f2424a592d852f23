"""What is due to be looked up again names the rules that it is about."""

from datetime import date

import pytest

from law.appointment import REGIMES
from law.appraisal import SCHEMES, scheme_for
from law.review import REVIEWS, Review, reviews

TODAY = date(2026, 10, 1)


@pytest.mark.parametrize("review", REVIEWS, ids=lambda each: each.what)
def test_every_review_concerns_a_table_of_each_of_its_nations(review: Review) -> None:
    tables = [table for table in (*REGIMES, *SCHEMES) if review.concerns(table)]
    assert {table.nation for table in tables} == review.nations


def test_the_reviews_of_a_scheme_in_wales_are_those_of_its_clocks_the_nearest_day_first() -> None:
    found = list(reviews(scheme_for("community", "wales", TODAY, religious=False)))
    assert {"counting", "appeal_decided", "retention"} <= {each.rule for each in found}
    assert not {"salary_review", "representations"} & {each.rule for each in found}
    assert [each.by for each in found] == sorted(each.by for each in found)
