"""Turns: what falls through, is repeated, taken back, paused or withdrawn; and until when."""

from collections.abc import Iterator
from datetime import date

from casework.action import Facts
from casework.rules import entry, house, not_before, practice, required
from casework.words import written
from law.base import Obstacle
from recruitment.models import Decision, Vacancy
from recruitment.position import Position
from recruitment.rules.advice import no_part_where_interested
from recruitment.rules.appointment import DECISION
from recruitment.rules.base import Rule, after_opening, for_the_employer, in_order
from recruitment.rules.checks import check_before_an_offer, check_known
from recruitment.rules.selection import no_part_for_the_conflicted, panel_still_whole
from recruitment.rules.votes import IN_A_MEETING, carried, decided_in_a_meeting
from recruitment.stages import STOPPED_SHORT, AgainFrom, CandidateState, Stage

MOVED_ON = frozenset(
    {
        "appoint_panel", "advertise", "publish_again", "decide_not_to_advertise", "shortlist",
        "extend_shortlist", "send_names", "record_interviews", "recommend", "recommend_nobody",
        "approve", "decline",
        "record_trust_decision",
        "appoint", "repeat_steps", "make_offer", "confirm", "take_up_post",
        "withdraw_recommendation", "rescind_decision", "record_trust_reversal",
    }
)  # fmt: skip
"""The steps that wait while the headship is paused. What comes from outside does not wait."""


def not_paused(p: Position, f: Facts) -> Iterator[Obstacle]:
    """A headship that is paused is not moved on."""
    if p.case.paused_on:
        yield house(
            "paused",
            f"The headship has been paused since {written(p.case.paused_on)}.",
            "Record that it goes on, then take this step.",
        )


def something_paused(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Only what was paused goes on."""
    if p.case.paused_on is None:
        yield entry("not_paused", "The headship is not paused.", "Nothing is needed.")


def not_paused_twice(p: Position, f: Facts) -> Iterator[Obstacle]:
    """It is paused once at a time."""
    if p.case.paused_on:
        yield entry(
            "already_paused",
            f"The headship has been paused since {written(p.case.paused_on)}.",
            "Record that it goes on, or leave it paused.",
        )


def until_later(p: Position, f: Facts) -> Iterator[Obstacle]:
    """A pause ends after it began."""
    on, until = f.get("on"), f.get("until")
    if on and until and until <= on:
        yield entry(
            "pause_ends_before_it_begins",
            f"The pause would end on {written(until)}, and begins on {written(on)}.",
            "Give a later day, or none.",
        )


def check_failed(p: Position, f: Facts) -> Iterator[Obstacle]:
    """The check because of which an offer is withdrawn is on record, and was not satisfactory."""
    key = f.get("check")
    if key and key not in {rule.value.key for rule, _ in p.checks_failed}:
        yield entry(
            "check_not_failed",
            f"No check “{key}” is recorded that was not satisfactory.",
            "Record the check and how it came out, or give another reason.",
        )


def a_contract_by_now(p: Position, f: Facts) -> Iterator[Obstacle]:
    """An offer that was accepted is a contract, which its conditions alone bring to an end."""
    accepted, confirmed = p.decision(Decision.Kind.ACCEPT), p.decision(Decision.Kind.CONFIRM)
    if (accepted and f.get("check") == "") or confirmed:
        yield practice(
            "contract_made",
            "The offer was accepted, so there is a contract. Apart from a condition that is not "
            "met, the employer cannot end it without notice.",
            "Take legal advice before the person is told.",
        )


def repeat_is_open(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Before anybody is recommended the steps are repeated when the panel cannot go on."""
    if p.stage in STOPPED_SHORT and p.panel_can_act:
        yield p.regime.repeat_steps.obstacle(
            "panel_can_go_on",
            "The panel still has enough members who can act, one of them trained.",
            "Go on, or record that the panel recommends nobody.",
        )


def somebody_to_recommend(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Another is recommended out of those who were interviewed, by a panel that can go on."""
    if f.get("again_from") != AgainFrom.RECOMMENDATION:
        return
    if p.stage in STOPPED_SHORT:
        yield entry(
            "nothing_recommended_yet",
            "The panel has not yet come to its recommendation.",
            "Go on; or repeat the steps from the shortlisting, if the panel cannot.",
        )
    elif not (p.candidates_in(CandidateState.INTERVIEWED) or p.interviewed_and_let_go):
        yield entry(
            "nobody_to_recommend",
            "Nobody else who was interviewed in this round is left to recommend.",
            "Repeat the steps from the shortlisting, or advertise again.",
        )
    else:
        yield from enough_who_interviewed(p, f)


def enough_who_interviewed(p: Position, f: Facts) -> Iterator[Obstacle]:
    """A panel that was made anew since the interviews has seen nobody whom it could recommend."""
    held, rule = p.case.interviewed_on, p.regime.panel_acts_with
    since_then = [s for s in p.panel_on(f.get("on") or p.on) if held and s.since <= held]
    if held and len(since_then) < rule.value:
        yield house(
            "panel_did_not_interview",
            f"{len(since_then)} of the panel were on it when the candidates were interviewed; at "
            f"least {rule.value} who were must act.",
            "Repeat the steps from the shortlisting.",
            rule.citation,
        )


def required_by_the_governing_body(p: Position, f: Facts) -> Iterator[Obstacle]:
    """The governing body requires a repetition; a panel whose choice fell through thinks again.

    Where another body of a trust declined, it is not the governing body that sends it back.
    """
    own = p.stage == Stage.FELL_THROUGH and f.get("again_from") == AgainFrom.RECOMMENDATION
    by_the_trust = p.stage == Stage.NOT_APPROVED and p.unknown_step("decline")
    if not own and not by_the_trust:
        yield from decided_in_a_meeting(p, f)


def somebody_interviewed_then(p: Position, f: Facts) -> Iterator[Obstacle]:
    """To think again about recommending nobody, the panel must have interviewed somebody."""
    if p.stage == Stage.NO_RECOMMENDATION and not p.interviewed_and_let_go:
        yield entry(
            "nobody_interviewed",
            "Nobody was interviewed in this round.",
            "Repeat the panel's steps.",
        )
    elif p.stage == Stage.NO_RECOMMENDATION:
        yield from enough_who_interviewed(p, f)


def authority_knows_of_approval(p: Position, f: Facts) -> Iterator[Obstacle]:
    """The authority acts on an approval of which it was told."""
    approval = p.decision(Decision.Kind.APPROVE)
    if approval and approval.told_on:
        yield practice(
            "authority_was_told_of_approval",
            f"The authority was told of the approval on {written(approval.told_on)}, and may "
            "appoint on it.",
            "Tell the authority at once that it was rescinded.",
            p.regime.appointer.citation,
        )


def a_resignation_to_withdraw(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Only somebody who resigned can take it back."""
    reasons = Vacancy.Reason
    resigned = p.case.reason in {reasons.RESIGNATION, reasons.RETIREMENT}
    if f.get("because") == Vacancy.Ending.RESIGNATION_WITHDRAWN and not resigned:
        yield entry(
            "no_resignation",
            f"The post fell vacant by: {p.case.get_reason_display().lower()}.",
            "Give the other reason: the post is no longer to be filled in this way.",
        )


def somebody_was_appointed(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Whom the authority has appointed, or who has an offer, has rights of their own."""
    if p.chosen and p.decision(Decision.Kind.APPOINT):
        yield practice(
            "somebody_was_appointed",
            f"{p.chosen.code} stands at “{CandidateState(p.chosen.state).label}”. To withdraw "
            "the vacancy does not end what was agreed with them.",
            "Take legal advice, and tell them.",
        )


def _paused_on(p: Position, f: Facts) -> date | None:
    return p.case.paused_on


WITH_A_REASON = required(("why", "The reason"))

RULES: dict[str, tuple[Rule, ...]] = {
    "decline_offer": (for_the_employer, in_order, required(("why", "What the person said"))),
    "withdraw_appointment": (
        for_the_employer,
        in_order,
        check_known,
        check_before_an_offer,
        WITH_A_REASON,
        required(("done_by", "Who made the check"), ("evidence", "The evidence")),
    ),
    "withdraw_offer": (for_the_employer, in_order, check_failed, a_contract_by_now, WITH_A_REASON),
    "repeat_steps": (
        in_order,
        repeat_is_open,
        somebody_to_recommend,
        required_by_the_governing_body,
        *(rule for rule in IN_A_MEETING if rule is not decided_in_a_meeting),
        WITH_A_REASON,
    ),
    "withdraw_recommendation": (
        in_order,
        panel_still_whole,
        no_part_for_the_conflicted,
        somebody_interviewed_then,
        WITH_A_REASON,
    ),
    "rescind_decision": (*DECISION, authority_knows_of_approval, carried, WITH_A_REASON),
    "record_trust_reversal": (
        in_order,
        no_part_where_interested,
        WITH_A_REASON,
        required(("evidence", "The evidence")),
    ),
    "pause": (after_opening, not_paused_twice, until_later, WITH_A_REASON),
    "resume": (
        something_paused,
        not_before("on", "the day on which it was paused", _paused_on),
        WITH_A_REASON,
    ),
    "withdraw_vacancy": (
        in_order,
        a_resignation_to_withdraw,
        somebody_was_appointed,
        WITH_A_REASON,
    ),
}
