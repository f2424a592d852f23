"""A rule carries its source into the obstacle it makes, and warns when it was not read."""

from datetime import date
from fractions import Fraction

import pytest

from law.base import Confidence, Obstacle, Rule, Strength
from law.periods import Counting, Period, Unit

SEVEN_DAYS = Period(7, Unit.CALENDAR_DAYS, Counting.BEGINNING_WITH)


def rule(value: object, confidence: Confidence) -> Rule[object]:
    """Make a rule of no real law."""
    return Rule(
        key="example",
        says="An example is given.",
        value=value,
        citation="Example Regulations 2009, regulation 1",
        strength=Strength.LAW,
        confidence=confidence,
        since=date(2009, 11, 2),
    )


def test_an_obstacle_carries_the_source_of_its_rule() -> None:
    found = rule(3, Confidence.INFERRED).obstacle("too_few", "There are too few.", "one more")
    assert found == Obstacle(
        "too_few",
        "There are too few.",
        Strength.LAW,
        "Example Regulations 2009, regulation 1",
        "one more",
        Confidence.INFERRED,
    )


def test_an_obstacle_is_taken_as_read_unless_it_says_otherwise() -> None:
    assert Obstacle("a", "b", Strength.HOUSE, "c", "d").confidence is Confidence.READ


@pytest.mark.parametrize("confidence", list(Confidence))
def test_everything_but_what_was_read_must_be_checked(confidence: Confidence) -> None:
    assert confidence.must_check is (confidence is not Confidence.READ)


@pytest.mark.parametrize(
    ("value", "confidence", "caution"),
    [
        (SEVEN_DAYS, Confidence.READ, ""),
        (
            SEVEN_DAYS,
            Confidence.RECALLED_HIGH,
            "This figure is recalled, not read: check the regulation.",
        ),
        (
            Fraction(1, 2),
            Confidence.RECALLED_LOW,
            "This figure is recalled, not read: check the regulation.",
        ),
        (
            True,
            Confidence.RECALLED_MEDIUM,
            "This rule is recalled, not read: check the regulation.",
        ),
        ("right", Confidence.INFERRED, "This rule is inferred, not read: check the regulation."),
    ],
)
def test_a_rule_that_was_not_read_says_so(
    value: object, confidence: Confidence, caution: str
) -> None:
    assert rule(value, confidence).caution == caution


@pytest.mark.parametrize(
    ("value", "figure"),
    [(3, True), (Fraction(1, 2), True), (SEVEN_DAYS, True), (True, False), (None, False)],
)
def test_a_figure_is_a_number_or_a_period_and_not_a_truth(value: object, figure: bool) -> None:
    assert rule(value, Confidence.READ).is_figure is figure
