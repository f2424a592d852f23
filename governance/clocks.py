"""The last days of a cycle: what is due, or can be done, by which day and under which rule."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import Any

from casework.words import written
from governance.position import Position
from governance.stages import RUNNING
from law.base import Rule
from law.calendars import Calendar, CalendarError
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


@dataclass(frozen=True, slots=True)
class NotCounted:
    """What has a last day that cannot be counted, and why: the school's terms do not reach it."""

    what: str
    why: str


def last_days(p: Position) -> list[LastDay]:
    """Return every last day of the cycle that can be known, the nearest first."""
    found = [each for each in _every(p) if isinstance(each, LastDay)]
    return sorted(found, key=lambda each: (each.day, each.what))


def not_counted(p: Position) -> list[str]:
    """Return a sentence for each last day that cannot be counted while the cycle runs."""
    if p.stage not in RUNNING:
        return []
    found = (each for each in _every(p) if isinstance(each, NotCounted))
    return [f"{each.what}: the last day cannot be counted. {each.why}" for each in found]


def warnings(p: Position) -> list[str]:
    """Return a sentence for all that is overdue, cannot be counted, or is soon due."""
    return [*overdue(p), *not_counted(p), *due_soon(p)]


def _every(p: Position) -> Iterator[LastDay | NotCounted]:
    yield from _pay(p)
    yield from _before_the_review(p)
    yield from _after_the_review(p)
    yield from _appeal(p)


def overdue(p: Position) -> list[str]:
    """Return a sentence for each thing that is overdue while the cycle runs."""
    if p.stage not in RUNNING:
        return []
    return [
        f"{each.what}: overdue since {written(each.day)}."
        for each in last_days(p)
        if each.is_overdue(p.on)
    ]


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


def _before_the_review(p: Position) -> Iterator[LastDay | NotCounted]:
    """What must lie before the day of which notice was given."""
    day = p.case.review_to_be_on
    if day is None:
        return
    for what, rule, done in (
        ("Notice of the review", p.scheme.review_notice, p.case.review_notice_on),
        ("The head's record", p.scheme.record_before_review, p.case.evidence_in_on),
    ):
        if rule:
            yield _counted(what, rule, partial(_back, rule.value, day, p.calendar), done)


def _after_the_review(p: Position) -> Iterator[LastDay | NotCounted]:
    s, review = p.scheme, p.review
    if review is None:
        return
    statement = s.statement_copy or s.statement
    yield from _from(p, "The statement to the head", statement, review.held_on, review.given_on)
    if review.given_on:
        yield from _from(
            p, "The head's comments", s.comments, review.given_on, review.commented_on, duty=False
        )
        made = p.appeal.made_on if p.appeal else None
        yield from _from(p, "An appeal by the head", s.appeal, review.given_on, made, duty=False)


def _appeal(p: Position) -> Iterator[LastDay | NotCounted]:
    s, appeal = p.scheme, p.appeal
    if appeal is None:
        return
    papers, decided = appeal.papers_sent_on, appeal.decided_on
    yield from _from(p, "Papers to the appeals officers", s.appeal_papers, appeal.made_on, papers)
    yield from _from(p, "Decision on the appeal", s.appeal_decided, appeal.made_on, decided)


def _from(
    p: Position,
    what: str,
    rule: Rule[Period] | None,
    event: date,
    done: date | None,
    *,
    duty: bool = True,
) -> Iterator[LastDay | NotCounted]:
    """A period that runs from an event."""
    if rule:
        count = partial(_forward, rule.value, event, p.calendar)
        yield _counted(what, rule, count, done, is_duty=duty)


def _back(period: Period, event: date, calendar: Calendar) -> tuple[date, str]:
    return period.latest_notice(event, calendar), period.explain_back(event, calendar)


def _forward(period: Period, event: date, calendar: Calendar) -> tuple[date, str]:
    return period.last_day(event, calendar), period.explain(event, calendar)


def _counted(
    what: str,
    rule: Rule[Any],
    count: Callable[[], tuple[date, str]],
    done: date | None,
    *,
    is_duty: bool = True,
) -> LastDay | NotCounted:
    try:
        day, words = count()
    except CalendarError as error:
        return NotCounted(what, str(error))
    return LastDay(what, rule, day, words, done, is_duty)
