"""The end of a cycle, its dates, and how long its papers are kept."""

from collections.abc import Iterable, Iterator
from datetime import date

from casework.action import Facts
from casework.rules import entry, practice, required
from casework.words import written
from governance import clocks
from governance.models import Cycle
from governance.position import Position
from governance.rules.base import Rule, in_order
from law.base import Obstacle


def nothing_open(p: Position, f: Facts) -> Iterator[Obstacle]:
    """A cycle is closed once what follows from the review is done."""
    last = appeal_until(p)
    if last and p.on <= last:
        rule = p.scheme.appeal
        if rule:
            yield rule.obstacle(
                "appeal_still_open",
                f"The head can appeal until {written(last)}.",
                "Close the cycle after that day.",
            )


def pay_settled(p: Position, f: Facts) -> Iterator[Obstacle]:
    """What was to be recommended, decided and told on pay is done, and no appeal on it is open."""
    pay, stated, by_policy = p.pay, p.scheme.pay_statement, p.scheme.appeal_by_policy
    if pay is None and p.case.pay and p.scheme.pay_recommendation:
        yield practice(
            "pay_not_recommended",
            "The pay policy asks for a recommendation, and none is recorded.",
            "Record the recommendation, or go on if there was none.",
        )
    if pay and not pay.decided_on:
        yield practice("pay_open", "Pay is recommended and not decided.", "Record the decision.")
    if pay and pay.decided_on and not pay.told_on and stated:
        yield stated.obstacle(
            "pay_not_told",
            "The head has no written statement of what was decided on pay.",
            "Give it, and record that the head was told.",
        )
    if pay and pay.is_appealed and by_policy:
        yield by_policy.obstacle(
            "pay_appeal_open",
            "The head's appeal on pay is not decided.",
            "Record how it ended.",
        )


def period_is_over(p: Position, f: Facts) -> Iterator[Obstacle]:
    """The report is on the whole of the period, so is given after its end."""
    given, last = p.review and p.review.given_on, p.case.ends_on
    if given and given < last:
        yield practice(
            "given_before_the_end",
            f"The report was given on {written(given)}, and the cycle lasts until {written(last)}.",
            "Go on if nothing of the period is left to appraise.",
            p.provision("report") or p.provision("statement") or "Practice",
        )


def appeal_until(p: Position) -> date | None:
    """Return the last day on which the head can appeal, where the law lays one down."""
    review, rule = p.review, p.scheme.appeal
    if rule is None or review is None or review.given_on is None or p.appeal is not None:
        return None
    return rule.value.last_day(review.given_on, p.calendar)


def dates_in_order(p: Position, f: Facts) -> Iterator[Obstacle]:
    """A cycle ends after it begins."""
    first, last = f.get("starts_on"), f.get("ends_on")
    if first and last and last <= first:
        yield entry(
            "ends_before_it_starts",
            f"{written(last)} is not after {written(first)}.",
            "Check the dates.",
        )


def overlapping(others: Iterable[Cycle], first: date, last: date) -> Iterator[Obstacle]:
    """Yield an obstacle for each of the head's other cycles that has a day of these."""
    for other in others:
        if other.starts_on <= last and first <= other.ends_on:
            yield entry(
                "cycle_beside",
                f"{other.reference}, of the same head, runs from {written(other.starts_on)} "
                f"until {written(other.ends_on)}.",
                "Choose other dates, or end that cycle before its time.",
            )


def one_cycle_at_a_time(p: Position, f: Facts) -> Iterator[Obstacle]:
    """The cycles of one head at one school lie one after the other."""
    first, last = f.get("starts_on"), f.get("ends_on")
    if first and last:
        yield from overlapping(p.others, first, last)


def usual_length(p: Position, f: Facts) -> Iterator[Obstacle]:
    """A cycle is usually a year; a shorter or a longer one has a reason."""
    first, last = f.get("starts_on"), f.get("ends_on")
    if first and last and last != p.scheme.cycle.value.last_day(first):
        yield p.scheme.cycle.obstacle(
            "not_a_year",
            f"A cycle from {written(first)} usually ends on "
            f"{written(p.scheme.cycle.value.last_day(first))}.",
            "Give the reason for another length.",
        ).as_practice()


def time_of_keeping_over(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Papers are kept as long as the law asks, or in England as long as a claim can be brought."""
    rule, known = p.scheme.retention, clocks.kept_until(p, f.get("next_final_on"))
    last = known or clocks.kept_at_least_until(p)
    if (f.get("on") or p.on) <= last:
        least = "" if known else "at least "
        yield rule.obstacle(
            "papers_to_be_kept",
            f"{rule.says} Here that is {least}until {written(last)}.",
            "Keep them, and dispose of them after that day.",
        )
    elif known is None and "next_final_on" in f:
        yield rule.obstacle(
            "next_statement_not_known",
            f"{rule.says} No day is known on which the next one became final.",
            "Close the next cycle, or give the day on which its statement became final, or would "
            "have.",
        )


def next_follows_this(p: Position, f: Facts) -> Iterator[Obstacle]:
    """The next statement became final after this cycle had ended."""
    day, ended = f.get("next_final_on"), clocks.ended_on(p)
    if day and day <= ended:
        yield entry(
            "next_before_this_one",
            f"The next statement cannot have been final on {written(day)}: this cycle ended on "
            f"{written(ended)}.",
            "Check the date.",
        )


RULES: dict[str, tuple[Rule, ...]] = {
    "close": (in_order, nothing_open, pay_settled, period_is_over),
    "end_early": (in_order, required(("why", "The reason"))),
    "dispose_of_papers": (
        in_order,
        time_of_keeping_over,
        next_follows_this,
        required(("why", "The reason"), ("decided_by", "Who decided")),
    ),
    "change_dates": (
        dates_in_order,
        one_cycle_at_a_time,
        usual_length,
        required(("why", "The reason")),
    ),
}
