"""Appointment: approval, the authority's part, offer, confirmation, start."""

from collections.abc import Iterator
from datetime import date

from casework.action import Facts, certain
from casework.rules import entry, house, not_before, practice, required
from casework.words import written
from law.base import Obstacle
from recruitment.models import Decision
from recruitment.position import Position
from recruitment.rules.advice import no_part_where_interested
from recruitment.rules.base import Rule, for_the_employer, in_order
from recruitment.rules.checks import BEFORE_CONFIRMATION, BEFORE_START
from recruitment.rules.delegation import (
    consents_in,
    consents_in_if_it_appoints,
    scheme_entered,
    why_not,
)
from recruitment.rules.posts import after_own_notice, nobody_acts, pay_determined
from recruitment.rules.recommendation import (
    considered_by_governors,
    reasons_given,
    representations_considered,
)
from recruitment.rules.votes import VOTE, carried, conflicted_withdrew, lost


def still_owed(p: Position, f: Facts) -> Iterator[Obstacle]:
    """What the panel still owes is no ground on which the authority may refuse: it is warned of."""
    for obstacle in representations_considered(p, f):
        yield obstacle.as_practice()
    for obstacle in reasons_given(p, f):
        duty = p.names_law.reasons_for_recommending
        yield duty.obstacle(obstacle.key, obstacle.sentence, obstacle.clears_by).as_practice()


def authority_told_of_vacancy(p: Position, f: Facts) -> Iterator[Obstacle]:
    """By now the duty is broken; but no words are known that void an approval given before it."""
    duty = p.regime.notice_of_vacancy
    if duty and not p.has_come(p.case.authority_told_on):
        yield house(
            "authority_not_told",
            "The local authority had not been told of the vacancy in writing.",
            "Send the notice of vacancy and record when it was sent, or say why it came later.",
            duty.citation,
        )


def told_of_approval(p: Position, f: Facts) -> Iterator[Obstacle]:
    """The authority acts on an approval of which it was told; the order is not laid down."""
    approval = p.decision(Decision.Kind.APPROVE)
    if p.unknown_step("notify_approval") is None and approval and not p.has_come(approval.told_on):
        yield practice(
            "authority_not_told_of_approval",
            "It is not recorded that the authority had been told of the approval by then.",
            "Record when it was told, or check the date.",
        )


def named_is_chosen(p: Position, f: Facts) -> Iterator[Obstacle]:
    """The governing body decides on the person recommended, and on nobody else."""
    candidate, chosen = f.get("candidate"), p.chosen
    if candidate and chosen and candidate.pk != chosen.pk:
        yield p.regime.approval.obstacle(
            "not_the_person_recommended",
            f"The panel recommended {chosen.code}.",
            "A second choice needs its own recommendation.",
        )


def ground_known(p: Position, f: Facts) -> Iterator[Obstacle]:
    """The authority can refuse on an unmet qualification requirement only, never on merit."""
    grounds, ground = certain(p.regime.refusal_grounds), f.get("ground")
    if ground is not None and ground not in {g.key for g in grounds.value}:
        yield grounds.obstacle(
            "not_a_ground_of_refusal",
            f"“{ground}” is not a ground on which the authority may refuse to appoint.",
            "The grounds are: " + "; ".join(g.sentence for g in grounds.value) + ".",
        )


def once(kind: Decision.Kind) -> Rule:
    """Return a rule that the decision of that kind exists and has not been told."""

    def rule(p: Position, f: Facts) -> Iterator[Obstacle]:
        decision = p.decision(kind)
        if decision and decision.told_on:
            yield entry(
                "already_told",
                f"This was told on {written(decision.told_on)}.",
                "If the date is wrong, correct it.",
            )

    return rule


def offer_after_appointment(p: Position, f: Facts) -> Iterator[Obstacle]:
    """The offer is made after, and on terms no wider than, the appointment."""
    if p.decision(Decision.Kind.APPOINT) is None:
        yield p.regime.offer_after_appointment.obstacle(
            "not_yet_appointed",
            "Nobody has been appointed.",
            _by_which_somebody_is(p),
        )


def _by_which_somebody_is(p: Position) -> str:
    """What is to be recorded by which somebody is appointed."""
    if p.regime.authority_employs:
        return "Record the authority's appointment first."
    by_governors = p.regime.approval.value == "governing_body"
    if p.regime.approval_appoints and by_governors:
        return "Record the governing body's approval first: by it the governing body appoints."
    return "Record first what the trust decides: it appoints by its scheme of delegation."


def start_not_before_vacancy(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Two people do not hold one post."""
    starts = f.get("starts_on") or f.get("on")
    if starts and starts <= p.case.outgoing_last_day:
        yield house(
            "post_still_held",
            f"The outgoing head holds the post until {written(p.case.outgoing_last_day)}.",
            "Give a later day, or correct the outgoing head's last day.",
        )


def offered_before_the_start(p: Position, f: Facts) -> Iterator[Obstacle]:
    """A post is offered before the person starts in it, for a day on which there still is one."""
    on, starts, until = f.get("on"), f.get("starts_on"), p.case.until
    if on and starts and starts < on:
        yield entry(
            "offered_after_the_start",
            f"The start, {written(starts)}, is before the offer, {written(on)}.",
            "Check both dates.",
        )
    if starts and until and until < starts:
        yield entry(
            "starts_after_the_post_ends",
            f"The start, {written(starts)}, is after the end of the post, {written(until)}.",
            "Give an earlier start.",
        )


def as_agreed(p: Position, f: Facts) -> Iterator[Obstacle]:
    """The post is taken up on the day that was agreed, and before it only if that was changed."""
    on = f.get("on")
    if on and p.starts_on and on < p.starts_on:
        yield practice(
            "before_the_agreed_start",
            f"The start that was agreed is {written(p.starts_on)}.",
            "Check the date; or keep with the case what was agreed instead.",
        )


def _approved_on(p: Position, f: Facts) -> date | None:
    approval = p.decision(Decision.Kind.APPROVE)
    return approval.decided_on if approval else None


DECISION: tuple[Rule, ...] = (
    in_order,
    named_is_chosen,
    *VOTE,
    conflicted_withdrew,
    no_part_where_interested,
)

RULES: dict[str, tuple[Rule, ...]] = {
    "approve": (
        *DECISION,
        authority_told_of_vacancy,
        representations_considered,
        reasons_given,
        considered_by_governors,
        scheme_entered,
        consents_in_if_it_appoints,
        carried,
    ),
    "decline": (
        *DECISION,
        considered_by_governors,
        lost,
        required(("why", "The governing body's reason")),
    ),
    "record_trust_decision": (
        in_order,
        no_part_where_interested,
        considered_by_governors,
        scheme_entered,
        consents_in_if_it_appoints,
        why_not,
        required(("evidence", "The evidence")),
    ),
    "notify_approval": (
        once(Decision.Kind.APPROVE),
        not_before("on", "the approval", _approved_on),
        required(("how", "How it was sent")),
    ),
    "appoint": (
        in_order,
        told_of_approval,
        still_owed,
        scheme_entered,
        consents_in,
    ),
    "refuse": (
        in_order,
        told_of_approval,
        ground_known,
        required(("evidence", "The evidence")),
    ),
    "make_offer": (
        for_the_employer,
        in_order,
        offer_after_appointment,
        start_not_before_vacancy,
        offered_before_the_start,
        after_own_notice,
        pay_determined,
    ),
    "accept_offer": (for_the_employer, in_order),
    "confirm": (
        for_the_employer,
        in_order,
        *BEFORE_CONFIRMATION,
    ),
    "take_up_post": (
        in_order,
        *BEFORE_START,
        start_not_before_vacancy,
        as_agreed,
        nobody_acts,
    ),
}
