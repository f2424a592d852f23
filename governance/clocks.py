"""The last days of a cycle: what is due, or can be done, by which day and under which rule."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from casework.words import written
from governance.position import Position
from governance.stages import RUNNING
from law.appraisal.kept import NEXT_STATEMENT
from law.base import Rule
from law.calendars import CalendarError
from law.periods import Period

WARNED_BEFORE = timedelta(days=60)  # the governors need a meeting, and the appraisers one before


@dataclass(frozen=True, slots=True)
class LastDay:
    """The last day for something, the rule that sets it, and how it is counted, in words.

    `done_on` is when it was done. Of what may be done, and need not, nothing is overdue.
    """

    what: str
    rule: Rule[Any]
    day: date
    words: str
    done_on: date | None = None
    is_duty: bool = True

    def is_open(self, on: date) -> bool:
        """Return whether it is still to be done, or can still be, on the day."""
        return self.done_on is None and on <= self.day

    def is_overdue(self, on: date) -> bool:
        """Return whether it was to be done by then and was not."""
        return self.is_duty and self.done_on is None and self.day < on

    def stands(self, on: date) -> str:
        """Say in words how it stands on the day."""
        if self.done_on:
            late = ", after the last day" if self.done_on > self.day else ""
            return f"Done on {written(self.done_on)}{late}"
        if self.is_overdue(on):
            return "Overdue"
        return "To come" if on <= self.day else "Over"


Found = LastDay | str
"""A last day, or a sentence that says why it cannot be counted: no terms are recorded so far."""


def last_days(p: Position) -> list[LastDay]:
    """Return every last day of the cycle that can be known, the nearest first."""
    found = (each for each in _every(p) if isinstance(each, LastDay))
    return sorted(found, key=lambda each: (each.day, each.what))


def overdue(p: Position) -> list[str]:
    """Return a sentence for each thing overdue while the cycle runs, or that cannot be counted."""
    if p.stage not in RUNNING:
        return []
    late = [
        f"{each.what}: overdue since {written(each.day)}."
        for each in last_days(p)
        if each.is_overdue(p.on)
    ]
    return [*late, *(each for each in _every(p) if isinstance(each, str))]


def warnings(p: Position) -> list[str]:
    """Return a sentence for all that is overdue, cannot be counted, or is soon due."""
    return [*overdue(p), *due_soon(p)]


def _every(p: Position) -> tuple[Found, ...]:
    return (*_pay(p), *_before_the_review(p), *_after_the_review(p))


def due_soon(p: Position) -> list[str]:
    """Return a sentence for the yearly review of pay while its day comes near."""
    pay = salary_review(p)
    if p.stage not in RUNNING or pay is None or not pay.is_open(p.on):
        return []
    near = pay.day - p.on <= WARNED_BEFORE
    return [f"{pay.what} is due by {written(pay.day)}."] if near else []


def salary_review(p: Position) -> LastDay | None:
    """Return by when the head's pay is to be reviewed: the day of the year after the cycle.

    The law asks for the review every year, whether or not the appraisers recommend anything.
    """
    rule = p.scheme.salary_review
    if rule is None:
        return None
    day = rule.value.next_from(p.case.ends_on)
    decided = next((pay.decided_on for pay in p.pay_rows if pay.decided_on), None)
    return LastDay("The yearly review of the head's pay", rule, day, "", decided)


def _pay(p: Position) -> Iterator[LastDay]:
    review, rule = salary_review(p), p.scheme.pay_statement
    if review:
        yield review
    if rule and p.pay and p.pay.decided_on:
        last = rule.value.last_day(p.pay.decided_on)
        words = f"{rule.value}, made on {written(p.pay.decided_on)}."
        yield LastDay("Written statement of pay", rule, last, words, p.pay.told_on)


def _before_the_review(p: Position) -> Iterator[Found]:
    """What must lie before the day of which notice was given."""
    day = p.case.review_to_be_on
    if day is None:
        return
    for what, rule, done in (
        ("Notice of the review", p.scheme.review_notice, p.case.review_notice_on),
        ("The head's record", p.scheme.record_before_review, p.case.evidence_in_on),
    ):
        if rule is None:
            continue
        try:
            last = rule.value.latest_notice(day, p.calendar)
            yield LastDay(what, rule, last, rule.value.explain_back(day, p.calendar), done)
        except CalendarError as error:
            yield from _uncounted(what, error, done)


def _after_the_review(p: Position) -> Iterator[Found]:
    review = p.review
    if review and review.given_on:
        yield from _from(
            p, "The head's comments", p.scheme.comments, review.given_on, review.commented_on,
            duty=False,
        )  # fmt: skip
    every = (statement(p), appeal(p), papers_of_appeal(p), decision_on_appeal(p))
    yield from (found for found in every if found)


def statement(p: Position) -> Found | None:
    """Return by when the head is to have the statement, once the review was held."""
    rule, review = p.scheme.statement_copy or p.scheme.statement, p.review
    if review is None:
        return None
    what = "The statement to the head"
    return next(_from(p, what, rule, review.held_on, review.given_on), None)


def appeal(p: Position) -> Found | None:
    """Return until when the head can appeal, once the statement was given."""
    review = p.review
    if review is None or review.given_on is None:
        return None
    made = p.appeal.made_on if p.appeal else None
    what, rule = "An appeal by the head", p.scheme.appeal
    return next(_from(p, what, rule, review.given_on, made, duty=False), None)


def papers_of_appeal(p: Position) -> Found | None:
    """Return by when the appeals officers are to have the papers."""
    made = p.appeal
    if made is None:
        return None
    what, rule = "Papers to the appeals officers", p.scheme.appeal_papers
    return next(_from(p, what, rule, made.made_on, made.papers_sent_on), None)


def decision_on_appeal(p: Position) -> Found | None:
    """Return by when the appeals officers are to decide."""
    made = p.appeal
    if made is None:
        return None
    what, rule = "Decision on the appeal", p.scheme.appeal_decided
    return next(_from(p, what, rule, made.made_on, made.decided_on), None)


def _from(
    p: Position,
    what: str,
    rule: Rule[Period] | None,
    event: date,
    done: date | None,
    *,
    duty: bool = True,
) -> Iterator[Found]:
    """A period that runs from an event."""
    if rule is None:
        return
    try:
        last = rule.value.last_day(event, p.calendar)
        yield LastDay(what, rule, last, rule.value.explain(event, p.calendar), done, duty)
    except CalendarError as error:
        yield from _uncounted(what, error, done)


def _uncounted(what: str, error: CalendarError, done: date | None) -> Iterator[str]:
    if done is None:
        yield f"{what}: the last day cannot be counted. {error}"


# How long the papers are kept: the end of a time, and no duty that could be overdue


def kept_until(p: Position, next_final_on: date | None = None) -> date | None:
    """Return the last day for which the papers of the cycle are to be kept, once it is known.

    Where the time runs from the next statement, that is the day on which the next cycle closed, or
    else `next_final_on`. Until either is known, so is the last day not.
    """
    rule = p.scheme.retention
    began: date | None = ended_on(p)
    if runs_from_the_next(p):
        began = p.next_closed_on or next_final_on or p.case.next_final_on
    return rule.value.last_day(began) if began else None


def kept_at_least_until(p: Position) -> date:
    """Return a day before which the time cannot be over, whatever is known of the next cycle."""
    return kept_until(p) or p.scheme.retention.value.last_day(ended_on(p))


def runs_from_the_next(p: Position) -> bool:
    """Return whether the time runs from the next statement, and not from the end of the cycle."""
    return p.scheme.retention.value.event == NEXT_STATEMENT


def ended_on(p: Position) -> date:
    """Return the last day of the cycle, or the day on which it ended before its time."""
    return p.case.ended_on or p.case.ends_on
