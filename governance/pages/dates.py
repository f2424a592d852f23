"""The dates of a cycle, for the picture and for whoever must keep them."""

from collections.abc import Iterator
from datetime import date

from casework.timeline import Entry
from governance.clocks import LastDay, last_days
from governance.desk import Desk
from governance.models import Pay
from governance.position import Position
from governance.stages import RUNNING

DONE, PLANNED, WARNING = "done", "planned", "warning"


def entries(desk: Desk) -> list[Entry]:
    """Return every date of the cycle that the person may know of, in order."""
    p = desk.position
    parts = (_steps(p), _people(desk), _year(p), _review(p), _pay(p), _appeals(p), _due(p))
    once = dict.fromkeys(entry for part in parts for entry in part)
    return sorted(once, key=lambda e: (e.day, e.end))


def coming(desk: Desk) -> list[Entry]:
    """Return the dates that are still to come, the nearest end first."""
    return sorted((e for e in entries(desk) if e.kind == PLANNED), key=lambda e: e.end)


def _dated(*pairs: tuple[date | None, str]) -> Iterator[Entry]:
    for day, label in pairs:
        if day:
            yield Entry(day, label)


def _steps(p: Position) -> Iterator[Entry]:
    case = p.case
    yield Entry(case.opened_on, "Cycle recorded")
    kind = PLANNED if p.stage in RUNNING and p.on <= case.ends_on else DONE
    yield Entry(case.starts_on, "The cycle", kind, case.ends_on)
    yield from _dated(
        (case.standards_told_on, "Head told the standards"),
        (case.planning_met_on, "Planning meeting"),
        (case.objectives_set_on, "Objectives set"),
        (case.support_settled_on, "Support settled"),
        (case.monitoring_settled_on, "Monitoring settled"),
        (case.ended_on, "Cycle ended"),
    )


def _people(desk: Desk) -> Iterator[Entry]:
    p = desk.position
    for engagement in p.engagements:
        yield from _dated(
            (engagement.since, "Adviser engaged"), (engagement.until, "Adviser's engagement ended")
        )
    for number, day in enumerate(sorted({a.since for a in p.appraisers})):
        yield Entry(day, "Appraisers changed" if number else "Appraisers appointed")
    for objection in p.objections if desk.may("see_objections") else ():
        yield from _dated(
            (objection.made_on, "Head objected to an appraiser"),
            (objection.decided_on, "Objection decided"),
        )


def _year(p: Position) -> Iterator[Entry]:
    for advice in p.advice:
        yield Entry(advice.given_on, "Adviser's advice in writing")
    for each in p.system_advice:
        yield Entry(each.given_on, "Adviser's advice on the whole system")
    for held in p.consultations:
        point = "objectives" if held.point == "objectives" else "review"
        yield Entry(held.held_on, f"Adviser consulted on the {point}")
    for noted in p.progress:
        yield Entry(noted.seen_on, "Progress noted")
    yield from _dated((p.case.evidence_in_on, "Evidence in"))


def _review(p: Position) -> Iterator[Entry]:
    case = p.case
    yield from _dated((case.review_notice_on, "Notice of the review"))
    if case.review_to_be_on and p.review is None:
        yield Entry(case.review_to_be_on, "Review to be held", PLANNED)
    for review in p.reviews:
        yield from _dated(
            (review.held_on, "Review"),
            (review.given_on, "Report or statement given"),
            (review.commented_on, "Head commented"),
            (review.set_aside_on, "Review set aside"),
        )
    yield from _dated((case.assured_on, "Governing body assured"))


def _pay(p: Position) -> Iterator[Entry]:
    for pay in p.pay_rows:
        yield from _of_pay(pay)


def _of_pay(pay: Pay) -> Iterator[Entry]:
    yield from _dated(
        (pay.recommended_on, "Pay recommended"),
        (pay.decided_on, "Pay decided"),
        (pay.told_on, "Head told of the pay"),
        (pay.appeal_on, "Appeal on pay"),
        (pay.appeal_decided_on, "Appeal on pay decided"),
    )


def _appeals(p: Position) -> Iterator[Entry]:
    for appeal in p.appeals:
        yield from _dated(
            (appeal.made_on, "Appeal"),
            (appeal.papers_sent_on, "Appeals officers have the papers"),
            (appeal.decided_on, "Appeal decided"),
        )


def _due(p: Position) -> Iterator[Entry]:
    """The last days that are to come, or were missed."""
    for each in last_days(p) if p.stage in RUNNING else ():
        if each.is_open(p.on):
            yield Entry(each.day, f"{each.what}: last day", PLANNED)
        elif each.is_overdue(p.on):
            yield Entry(each.day, f"{each.what}: overdue", WARNING)


def counted(p: Position) -> list[tuple[LastDay, str]]:
    """Return each last day with how it stands."""
    return [(each, each.stands(p.on)) for each in last_days(p)]
