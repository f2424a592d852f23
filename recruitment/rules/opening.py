"""Opening: telling the authority, the person specification, the advertisement, interests."""

from collections.abc import Iterator
from datetime import date, timedelta

from casework.action import Facts
from law.base import Obstacle
from recruitment.models import Interest
from recruitment.position import Position
from recruitment.rules.base import (
    Rule,
    after_opening,
    entry,
    in_order,
    not_before,
    required,
    written,
)


def authority_to_be_told(p: Position, f: Facts) -> Iterator[Obstacle]:
    """England gives no order for the notice, so before approval its absence only warns."""
    rule = p.regime.notice_of_vacancy
    if not p.has_come(p.case.authority_told_on):
        warning = rule.obstacle(
            "authority_not_told",
            "The local authority has not been told of the vacancy in writing.",
            "Send the notice of vacancy and record when it was sent.",
        )
        yield warning if rule.value.before_any_step else warning.as_practice()


def not_told_twice(p: Position, f: Facts) -> Iterator[Obstacle]:
    """The notice is given once; a wrong date is corrected, not given again."""
    if p.case.authority_told_on:
        yield entry(
            "already_told",
            f"The authority was told on {written(p.case.authority_told_on)}.",
            "If the date is wrong, correct it.",
        )


def criteria_settled(p: Position, f: Facts) -> Iterator[Obstacle]:
    """What candidates are judged by is settled before it is published."""
    if p.case.criteria_settled_on is None:
        yield p.regime.criteria_frozen.obstacle(
            "criteria_not_settled",
            "The person specification has not been settled.",
            "Enter its criteria and settle them.",
        )


def criteria_open(p: Position, f: Facts) -> Iterator[Obstacle]:
    """What is published is frozen."""
    if p.case.criteria_settled_on:
        yield p.regime.criteria_frozen.obstacle(
            "criteria_frozen",
            f"The person specification was settled on {written(p.case.criteria_settled_on)}.",
            "A change after that means advertising again: repeat the panel's steps with a new "
            "advertisement.",
        ).as_fixed()


def some_essential_criterion(p: Position, f: Facts) -> Iterator[Obstacle]:
    """A specification without an essential criterion tests nothing."""
    if not any(c.essential for c in p.criteria):
        yield entry(
            "no_essential_criterion",
            "The person specification has no essential criterion.",
            "Enter at least one essential criterion.",
        )


def closing_after_publishing(p: Position, f: Facts) -> Iterator[Obstacle]:
    """An advertisement closes after it opens."""
    on, closing = f.get("on"), f.get("closing_on")
    if on and closing and closing <= on:
        yield entry(
            "closes_before_it_opens",
            f"The closing date, {written(closing)}, is not after publication, {written(on)}.",
            "Give a later closing date.",
        )


def good_reason(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Not to advertise needs a good reason, recorded."""
    if "reason" in f and not f["reason"].strip():
        yield p.regime.advertisement.obstacle(
            "no_good_reason",
            "A headship is advertised unless the governing body has good reason not to.",
            "Record the governing body's reason, or advertise.",
        )


def known_person(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Interests are declared by those with a part in the appointment."""
    person = f.get("person")
    if person and person.pk == p.case.outgoing_head_id:
        yield p.regime.outgoing_head_takes_no_part.obstacle(
            "outgoing_head",
            f"{person.full_name} is the outgoing head and takes no part in this appointment.",
            "No declaration is needed.",
        )


def candidate_named(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Leaving for a candidate's item needs the candidate."""
    if f.get("effect") == Interest.Effect.LEAVE_ITEM and f.get("candidate") is None:
        yield entry(
            "no_candidate_named",
            "An interest whose effect is to leave for one candidate must name the candidate.",
            "Name the candidate, or choose another effect.",
        )


def interest_not_pinned(p: Position, f: Facts) -> Iterator[Obstacle]:
    """What the clerk has pinned stays until the clerk takes it off."""
    interest, by = f.get("interest"), f.get("by_clerk")
    if interest and interest.pinned and not by:
        yield entry(
            "interest_pinned",
            "The clerk has pinned this interest, so the declarer cannot end it.",
            "Ask the clerk.",
        )
    if interest and interest.ended_on:
        yield entry("interest_ended", "This interest has already been ended.", "Nothing is needed.")


def corrected_date_possible(p: Position, f: Facts) -> Iterator[Obstacle]:
    """The right date of what has happened is not before what it followed, nor yet to come."""
    day, first, happened = _read(f.get("to")), _followed(p, f), f.get("what") in HAPPENED
    if day and first and day < first:
        yield entry(
            "date_before_what_it_follows",
            f"{written(day)} is before what it followed, {written(first)}.",
            "Check the date.",
        )
    if day and happened and day > p.on:
        yield entry(
            "date_in_the_future",
            f"{written(day)} had not come by {written(p.on)}.",
            "Check the date.",
        )


HAPPENED = frozenset({"authority_told_on", "received_on", "candidate_told_on"})


def _followed(p: Position, f: Facts) -> date | None:
    """Return the date before which the corrected one cannot be."""
    what, which = f.get("what"), f.get("which")
    if what == "authority_told_on":
        return p.case.opened_on
    if what == "closing_on" and p.advertisement:
        return p.advertisement.published_on + timedelta(days=1)
    if what == "received_on" and p.notice:
        return p.notice.sent_on
    if what == "candidate_told_on":
        return next((c.decided_on for c in p.candidates if c.code == which), None)
    return None


def _read(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        return None


def _declared_on(p: Position, f: Facts) -> date | None:
    interest: Interest | None = f.get("interest")
    return interest.declared_on if interest else None


RULES: dict[str, tuple[Rule, ...]] = {
    "notify_authority": (not_told_twice, after_opening, required(("how", "How it was sent"))),
    "name_adviser": (after_opening,),
    "admit": (after_opening,),
    "dismiss": (after_opening,),
    "correct": (corrected_date_possible, required(("why", "What was wrong"))),
    "declare_interest": (
        after_opening,
        known_person,
        candidate_named,
        required(("detail", "The detail of the interest")),
    ),
    "end_interest": (
        not_before("on", "the declaration", _declared_on),
        interest_not_pinned,
        required(("why", "The reason")),
    ),
    "add_criterion": (after_opening, criteria_open, required(("text", "The criterion"))),
    "remove_criterion": (after_opening, criteria_open),
    "settle_criteria": (after_opening, criteria_open, some_essential_criterion),
    "advertise": (
        in_order,
        criteria_settled,
        authority_to_be_told,
        closing_after_publishing,
        required(("where", "Where it was advertised")),
    ),
    "decide_not_to_advertise": (in_order, criteria_settled, authority_to_be_told, good_reason),
}
