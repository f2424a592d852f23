"""The task list of a vacancy: each step done, possible now, or not yet, and because of what."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from casework.action import not_at_this_stage
from law.base import Obstacle
from recruitment import rules
from recruitment.models import Decision
from recruitment.policies import TABLE
from recruitment.position import Position
from recruitment.stages import ENDED, REPEATABLE, CandidateState, Stage


class State(StrEnum):
    """Where a step stands."""

    DONE = "done"
    NOW = "possible now"
    NOT_YET = "not yet"


@dataclass(frozen=True, slots=True)
class Task:
    """One step: its action, its name, and either when it was done or what stands in the way."""

    action: str
    name: str
    phase: str
    state: State
    done_on: date | None
    obstacles: tuple[Obstacle, ...]
    roles: tuple[str, ...]

    @property
    def in_the_way(self) -> tuple[Obstacle, ...]:
        """What holds it up, without what only warns."""
        return tuple(o for o in self.obstacles if o.blocks)

    @property
    def warnings(self) -> tuple[Obstacle, ...]:
        """What only warns."""
        return tuple(o for o in self.obstacles if not o.blocks)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the list: when it belongs there, and when it was done."""

    action: str
    phase: str
    done: Callable[[Position], date | None]
    belongs: Callable[[Position], bool] = lambda p: True


def _never(_: Position) -> date | None:
    return None


def _decided(kind: Decision.Kind) -> Callable[[Position], date | None]:
    def when(p: Position) -> date | None:
        decision = p.decision(kind)
        return decision.decided_on if decision else None

    return when


def _panel_since(p: Position) -> date | None:
    return min((seat.since for seat in p.seats), default=None)


def _advertised(p: Position) -> date | None:
    advert = p.advertisement
    return advert.published_on if advert and advert.round == p.case.round else None


def _not_advertised(p: Position) -> bool:
    advert = p.advertisement
    return bool(_advertised(p) and advert and advert.good_reason_not_to)


def _told_of_approval(p: Position) -> date | None:
    decision = p.decision(Decision.Kind.APPROVE)
    return decision.told_on if decision else None


def _waits_to_be_told(p: Position) -> bool:
    told = {CandidateState.NOT_SHORTLISTED, CandidateState.UNSUCCESSFUL}
    return any(c.state in told and c.told_on is None for c in p.candidates)


LINES = (
    Line("notify_authority", "opening", lambda p: p.case.authority_told_on),
    Line("appoint_panel", "opening", _panel_since),
    Line("settle_criteria", "opening", lambda p: p.case.criteria_settled_on),
    Line("advertise", "opening", _advertised, lambda p: not _not_advertised(p)),
    Line("decide_not_to_advertise", "opening", _advertised, _not_advertised),
    Line("add_candidate", "selection", _never, lambda p: p.stage == Stage.ADVERTISED),
    Line("shortlist", "selection", lambda p: p.case.shortlisted_on),
    Line("send_names", "selection", lambda p: p.notice.sent_on if p.notice else None),
    Line("record_receipt", "selection", lambda p: p.notice.received_on if p.notice else None),
    Line("record_interviews", "selection", lambda p: p.case.interviewed_on),
    Line("consider_advice", "advice", _never, lambda p: bool(p.unconsidered_advice)),
    Line("consider_representations", "advice", _never, lambda p: bool(p.unconsidered)),
    Line("acknowledge_reservations", "advice", _never, lambda p: bool(p.unacknowledged)),
    Line("consider_reservations", "advice", _never,
         lambda p: bool(p.unconsidered_reservations)),
    Line("recommend", "appointment", _decided(Decision.Kind.RECOMMEND)),
    Line("give_reasons", "appointment", lambda p: p.reasons_given_on,
         lambda p: bool(p.chosen and p.representations_on(p.chosen))),
    Line("approve", "appointment", _decided(Decision.Kind.APPROVE)),
    Line("notify_approval", "appointment", _told_of_approval),
    Line("appoint", "appointment", _decided(Decision.Kind.APPOINT)),
    Line("make_offer", "appointment", _decided(Decision.Kind.OFFER)),
    Line("accept_offer", "appointment", _decided(Decision.Kind.ACCEPT)),
    Line("record_check", "appointment", lambda p: p.checks_complete_on),
    Line("confirm", "appointment", _decided(Decision.Kind.CONFIRM)),
    Line("take_up_post", "appointment", _decided(Decision.Kind.START)),
    Line("tell_candidate", "appointment", _never, _waits_to_be_told),
    Line("repeat_steps", "appointment", _never,
         lambda p: p.stage in REPEATABLE and not _obstacles(p, "repeat_steps")),
)  # fmt: skip


def tasks(position: Position) -> list[Task]:
    """Return the task list of the vacancy, in the order of the steps."""
    return [_task(position, line) for line in LINES if line.belongs(position)]


def _task(p: Position, line: Line) -> Task:
    done_on = line.done(p)
    found = () if done_on else tuple(_obstacles(p, line.action))
    return Task(
        action=line.action,
        name=TABLE[line.action].sentence,
        phase=line.phase,
        state=_state(done_on, found),
        done_on=done_on,
        obstacles=found,
        roles=TABLE[line.action].roles,
    )


def _state(done_on: date | None, found: tuple[Obstacle, ...]) -> State:
    if done_on:
        return State.DONE
    return State.NOT_YET if any(o.blocks for o in found) else State.NOW


def _obstacles(p: Position, action: str) -> list[Obstacle]:
    """Everything in the way of the action, whoever asks: the stage first, then the rules."""
    capability = TABLE[action]
    found = rules.obstacles(p, action, {})
    if p.stage in capability.stages:
        return found
    return [not_at_this_stage(p.stage_name), *(o for o in found if o.blocks)]


AFTER_THE_END = frozenset({"tell_candidate", "record_check", "acknowledge_reservations"})


def waiting(position: Position, roles: frozenset[str]) -> list[Task]:
    """Return the tasks that the holder of `roles` can do now."""
    now = [t for t in tasks(position) if t.state == State.NOW and _mine(t, roles)]
    if position.stage in ENDED:
        return [t for t in now if t.action in AFTER_THE_END]
    return now


def _mine(task: Task, roles: frozenset[str]) -> bool:
    return bool(TABLE[task.action].role_for(roles))


def also_possible(position: Position, roles: frozenset[str]) -> Iterator[str]:
    """Yield the other actions that the holder of `roles` may do at this stage, by name."""
    listed = {line.action for line in LINES if line.belongs(position)}
    for key, capability in TABLE.items():
        allowed = capability.role_for(roles) and position.stage in capability.stages
        if allowed and key not in listed and not key.startswith("see_"):
            yield key
