"""The task list of a vacancy: which lines it has, when each belongs there and when it was done."""

from collections.abc import Callable
from datetime import date

from accounts.models import User
from casework.tasks import Line, TaskList, never
from recruitment import rules, scores
from recruitment.meanwhile import nobody_from
from recruitment.models import Decision
from recruitment.policies import TABLE
from recruitment.position import Position
from recruitment.stages import ENDED, REPEATABLE, RUNNING, TO_BE_TOLD, Stage


def _decided(kind: Decision.Kind) -> Callable[[Position], date | None]:
    def when(p: Position) -> date | None:
        decision = p.decision(kind)
        return decision.decided_on if decision else None

    return when


def _scheme_since(p: Position) -> date | None:
    entered = p.law.delegation_on(p.on)
    return entered.since if entered else None


def _panel_since(p: Position) -> date | None:
    return min((seat.since for seat in p.seats), default=None)


def _advertised(p: Position) -> date | None:
    return p.advertised.published_on if p.advertised else None


def _not_advertised(p: Position) -> bool:
    return bool(p.advertised and p.advertised.good_reason_not_to)


def _told_of_approval(p: Position) -> date | None:
    decision = p.decision(Decision.Kind.APPROVE)
    return decision.told_on if decision else None


def _pay_determined(p: Position) -> date | None:
    return p.pay_range.decided_on if p.pay_range else None


def _names_sent(p: Position) -> date | None:
    return p.notice.sent_on if p.notice and not p.names_to_send else None


def _names_received(p: Position) -> date | None:
    received = [n.received_on for n in p.notices_now]
    return max((day for day in received if day), default=None) if all(received) else None


def _waits_to_be_told(p: Position) -> bool:
    return any(c.state in TO_BE_TOLD and c.told_on is None for c in p.candidates)


def _some_unscored(p: Position) -> bool:
    return any(scores.unfinished(p, person) for person in scores.waiting_for(p))


def _some_to_hand_in(p: Position) -> bool:
    return any(not scores.unfinished(p, person) for person in scores.waiting_for(p))


def _some_to_confirm(p: Position) -> bool:
    return any(scores.to_confirm(p, person) for person in p.members)


def _has_to_score(p: Position, user: User) -> bool:
    return scores.is_member(p, user) and bool(scores.unfinished(p, user))


def _has_to_hand_in(p: Position, user: User) -> bool:
    return user in scores.waiting_for(p) and not scores.unfinished(p, user)


def _has_to_confirm(p: Position, user: User) -> bool:
    return bool(scores.to_confirm(p, user))


def _repeatable(p: Position) -> bool:
    return p.stage in REPEATABLE and not rules.obstacles(p, "repeat_steps", {})


LINES: tuple[Line[Position], ...] = (
    Line("resume", "opening", never, lambda p: p.case.paused_on is not None),
    Line("notify_authority", "opening", lambda p: p.case.authority_told_on),
    Line("enter_scheme", "opening", _scheme_since),
    Line("appoint_panel", "opening", _panel_since),
    Line("settle_criteria", "opening", lambda p: p.case.criteria_settled_on),
    Line("advertise", "opening", _advertised, lambda p: not _not_advertised(p)),
    Line("decide_not_to_advertise", "opening", _advertised, _not_advertised),
    Line("add_candidate", "selection", never, lambda p: p.stage == Stage.ADVERTISED),
    Line("map_interest", "selection", never,
         lambda p: any(i.awaits_mapping for i in p.standing_interests)),
    Line("score_candidate", "selection", never, _some_unscored, whose=_has_to_score),
    Line("hand_in_scores", "selection", never, _some_to_hand_in, whose=_has_to_hand_in),
    Line("confirm_scores", "selection", never, _some_to_confirm, whose=_has_to_confirm),
    Line("shortlist", "selection", lambda p: p.case.shortlisted_on),
    Line("send_names", "selection", _names_sent),
    Line("record_receipt", "selection", _names_received),
    Line("record_interviews", "selection",
         lambda p: None if p.added_since_interviews else p.case.interviewed_on),
    Line("consider_advice", "advice", never, lambda p: bool(p.unconsidered_advice)),
    Line("consider_representations", "advice", never, lambda p: bool(p.unconsidered)),
    Line("acknowledge_reservations", "advice", never, lambda p: bool(p.unacknowledged)),
    Line("consider_reservations", "advice", never,
         lambda p: bool(p.unconsidered_reservations)),
    Line("recommend", "appointment", _decided(Decision.Kind.RECOMMEND)),
    Line("give_reasons", "appointment", lambda p: p.reasons_given_on,
         lambda p: bool(p.chosen and p.representations_on(p.chosen))),
    Line("approve", "appointment", _decided(Decision.Kind.APPROVE)),
    Line("record_trust_decision", "appointment", _decided(Decision.Kind.APPROVE)),
    Line("record_consent", "appointment", never, lambda p: bool(p.chosen and p.consents_wanting)),
    Line("notify_approval", "appointment", _told_of_approval),
    Line("appoint", "appointment", _decided(Decision.Kind.APPOINT)),
    Line("make_offer", "appointment", _decided(Decision.Kind.OFFER)),
    Line("accept_offer", "appointment", _decided(Decision.Kind.ACCEPT)),
    Line("record_check", "appointment", lambda p: p.checks_complete_on),
    Line("confirm", "appointment", _decided(Decision.Kind.CONFIRM)),
    Line("take_up_post", "appointment", _decided(Decision.Kind.START)),
    Line("tell_candidate", "appointment", never, _waits_to_be_told),
    Line("repeat_steps", "appointment", never,
         _repeatable),
    Line("determine_pay", "post", _pay_determined, lambda p: p.stage in RUNNING),
    Line("name_acting_head", "post", never, lambda p: nobody_from(p) is not None),
)  # fmt: skip

TASKS = TaskList(
    table=TABLE,
    lines=LINES,
    obstacles=rules.obstacles,
    ended=frozenset(ENDED),
    after_the_end=frozenset({"tell_candidate", "record_check", "acknowledge_reservations"}),
    not_ahead=frozenset({"paused"}),
)
