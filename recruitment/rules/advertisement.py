"""A change after publication: when a closing date can be later, when a post published again."""

from collections.abc import Iterator

from casework.action import Facts
from casework.rules import entry, practice, required
from casework.words import written
from law.base import Obstacle
from recruitment.position import Position
from recruitment.rules.base import Rule, in_order
from recruitment.rules.opening import A_YEAR
from recruitment.stages import CandidateState

START_AGAIN = (
    "To start again, record that the panel recommends nobody, and repeat its steps with a new "
    "advertisement."
)


def published(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Only what was published can be extended or published again."""
    if p.advertised and p.advertised.closing_on is None:
        yield entry(
            "nothing_published",
            "The post was not advertised: there is no advertisement to change.",
            START_AGAIN,
        )


def closes_later(p: Position, f: Facts) -> Iterator[Obstacle]:
    """An extension gives time: whoever relied on the first date loses none."""
    on, closing = f.get("on"), f.get("closing_on")
    before = p.advertised.closing_on if p.advertised else None
    if closing and before and closing <= before:
        yield entry(
            "not_later",
            f"The closing date is {written(before)}, and {written(closing)} is not later.",
            "Give a later closing date. One that was entered wrongly is corrected.",
        )
    if on and closing and closing < on:
        yield entry(
            "closing_date_past",
            f"The new closing date, {written(closing)}, is before the day on which it was "
            f"announced, {written(on)}.",
            "Give a day on which applications can still come in.",
        )
    if on and closing and (closing - on).days > A_YEAR:
        yield entry(
            "date_unlikely",
            f"The closing date, {written(closing)}, is more than a year away.",
            "Check the year.",
        )


def applicants_know_of_the_date(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Those who applied in time must not learn of it from others."""
    if number := len(p.candidates_in(CandidateState.APPLIED)):
        yield practice(
            "applicants_not_told_of_extension",
            f"{applications(number)} already. Whoever applied may add to their application until "
            "the new closing date.",
            "Tell each of them of the new date.",
        )


def no_scores_handed_in(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Once a member has scored by the criteria, they are what this round is decided by."""
    if p.handed_in:
        yield p.regime.criteria_frozen.obstacle(
            "scores_handed_in",
            "Scores were handed in on these criteria, so this round is decided by them.",
            START_AGAIN,
        ).as_fixed()


def nobody_left_off(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Once a longlist is drawn, some were left off by the words that were published."""
    if any(c.longlisted_on for c in p.candidates if c.in_field):
        yield p.regime.criteria_frozen.obstacle(
            "longlist_drawn",
            "A longlist was drawn by these criteria, so this round is decided by them.",
            START_AGAIN,
        ).as_fixed()


def applicants_know_of_the_change(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Whoever applied to other words is told of the new ones."""
    if number := len(p.candidates_in(CandidateState.APPLIED)):
        yield practice(
            "applicants_not_told_of_change",
            f"{applications(number)}: they answered the words that were published first.",
            "Tell each of them what changed, and that they may amend their application.",
        )


def applications(number: int) -> str:
    """Return how many applications have come, as the beginning of a sentence."""
    return "One application has come" if number == 1 else f"{number} applications have come"


RULES: dict[str, tuple[Rule, ...]] = {
    "extend_closing": (
        in_order,
        published,
        closes_later,
        applicants_know_of_the_date,
        required(("why", "The reason"), ("where", "Where it was announced")),
    ),
    "publish_again": (
        in_order,
        published,
        no_scores_handed_in,
        nobody_left_off,
        applicants_know_of_the_change,
        required(("why", "The reason")),
    ),
}
