"""Impossible stages: a stage without its decision, a candidate where the vacancy has not come."""

from itertools import pairwise

from casework.models import Meeting
from law.appointment.regime import Regime
from law.base import Strength
from recruitment.impossible.base import Sentences, in_words, label
from recruitment.models import Advertisement, Decision, NamesNotice
from recruitment.position import Position
from recruitment.stages import FALLEN, CandidateState, Stage

Kind = Decision.Kind

WAY = (
    (Stage.RECOMMENDED, Kind.RECOMMEND),
    (Stage.APPROVED, Kind.APPROVE),
    (Stage.APPOINTED, Kind.APPOINT),
    (Stage.OFFERED, Kind.OFFER),
    (Stage.ACCEPTED, Kind.ACCEPT),
    (Stage.CONFIRMED, Kind.CONFIRM),
    (Stage.IN_POST, Kind.START),
)
ORDER = [kind for _, kind in WAY]
DECIDED: dict[Stage, list[Kind]] = {
    **{stage: ORDER[: number + 1] for number, (stage, _) in enumerate(WAY)},
    Stage.NO_RECOMMENDATION: [Kind.RECOMMEND_NOBODY],
    Stage.NOT_APPROVED: [Kind.RECOMMEND, Kind.DECLINE],
    Stage.REFUSED: [Kind.RECOMMEND, Kind.APPROVE, Kind.REFUSE],
    Stage.FELL_THROUGH: [Kind.FALL_THROUGH],
}
"""The standing decisions of a round that make each stage: no fewer and no more."""

ENDINGS = {Stage.NOT_APPROVED, Stage.REFUSED}
AWAITING = {Stage.RECOMMENDED, Stage.APPROVED, *ENDINGS}
FROM_APPOINTED = {Stage.APPOINTED, Stage.OFFERED, Stage.ACCEPTED, Stage.CONFIRMED, Stage.IN_POST}
AFTER_PANEL = set(Stage) - {Stage.RECORDED, Stage.WITHDRAWN}
AFTER_ADVERTISEMENT = AFTER_PANEL - {Stage.PANEL_APPOINTED}
FROM_INTERVIEWED = {Stage.INTERVIEWED, Stage.FELL_THROUGH, *AWAITING, *FROM_APPOINTED}
AFTER_NAMES = {Stage.NAMES_SENT, *FROM_INTERVIEWED}

State = CandidateState
CHOSEN_STATES = {
    State.RECOMMENDED: {Stage.RECOMMENDED},
    State.APPROVED: {Stage.APPROVED},
    State.APPOINTED: {Stage.APPOINTED},
    State.OFFERED: {Stage.OFFERED},
    State.ACCEPTED: {Stage.ACCEPTED, Stage.CONFIRMED},
    State.IN_POST: {Stage.IN_POST},
}
STAGES: dict[State, set[Stage]] = {
    **CHOSEN_STATES,
    State.APPLIED: {
        Stage.PANEL_APPOINTED, Stage.ADVERTISED, Stage.SHORTLISTED, Stage.NAMES_SENT,
        Stage.INTERVIEWED, Stage.FELL_THROUGH, *AWAITING,
    },
    State.SHORTLISTED: {
        Stage.SHORTLISTED, Stage.NAMES_SENT, Stage.INTERVIEWED, Stage.FELL_THROUGH, *AWAITING,
    },
    State.NOT_SHORTLISTED: AFTER_ADVERTISEMENT | {Stage.WITHDRAWN},
    State.INTERVIEWED: {Stage.INTERVIEWED, Stage.FELL_THROUGH, *AWAITING},
    State.UNSUCCESSFUL: {Stage.NO_RECOMMENDATION, *FROM_INTERVIEWED, Stage.WITHDRAWN},
    **dict.fromkeys(FALLEN, set(Stage) - {Stage.RECORDED}),
}  # fmt: skip
"""The stages of the vacancy at which a candidate can stand there."""

KEPT_AT_WITHDRAWAL = {State.APPOINTED, State.OFFERED, State.ACCEPTED}
"""Whom the authority had appointed is not made unsuccessful when the vacancy is withdrawn."""


def decisions_make_the_stage(p: Position) -> Sentences:
    """The decisions of this round are those that its stage rests on."""
    made = {d.kind for d in p.standing_decisions}
    needed: set[str] = set(DECIDED.get(Stage(p.stage), []))
    if p.stage == Stage.WITHDRAWN:
        return
    for kind in sorted(needed - made):
        yield f"it stands at “{p.stage_name}” without the decision “{label(kind)}”."
    for kind in sorted(made - needed):
        yield f"it stands at “{p.stage_name}” and already holds the decision “{label(kind)}”."


def stage_has_its_ground(p: Position) -> Sentences:
    """A panel, an advertisement and a notice of names come before the stages that follow them."""
    if p.stage in AFTER_PANEL and not p.seats:
        yield f"it stands at “{p.stage_name}” without a panel."
    if p.stage in AFTER_ADVERTISEMENT and not p.advertisements:
        yield f"it stands at “{p.stage_name}” without an advertisement, or a reason for none."
    if p.stage in AFTER_NAMES and p.notice is None and p.law.on(p.case.moved_on).names:
        yield f"it stands at “{p.stage_name}” and no names were sent to the authority."


def rounds_have_begun(p: Position) -> Sentences:
    """Nothing belongs to a round that has not begun."""
    rows: list[Decision | NamesNotice | Advertisement] = [
        *p.decisions, *p.notices, *p.advertisements,
    ]  # fmt: skip
    for row in rows:
        if row.round > p.case.round:
            yield f"“{row}” belongs to round {row.round}; the case is in round {p.case.round}."


def decisions_in_order(p: Position) -> Sentences:
    """Each decision of a round follows the one before it."""
    for number in {d.round for d in p.decisions}:
        made = {d.kind: d for d in p.decisions if d.round == number and d.ended_on is None}
        days = [(kind, made[kind].decided_on) for kind in ORDER if kind in made]
        for (earlier, first), (later, second) in pairwise(days):
            if second < first:
                yield f"“{label(later)}” is dated before “{label(earlier)}”."


def decided_in_a_meeting(p: Position) -> Sentences:
    """The governing body decides in a meeting of its own that was held, and not before it.

    What only warned, or could be set aside, when it was decided is possible: as with the budget
    suspended, when the authority decides what the governing body would.
    """
    for decision in p.decisions:
        law = p.law.on(decision.decided_on)
        by_governors = law.approval.value == "governing_body"
        if decision.kind in {Kind.APPROVE, Kind.DECLINE} and by_governors:
            yield from _wrong_meeting(p, decision, law)


def _wrong_meeting(p: Position, decision: Decision, law: Regime) -> Sentences:
    name = label(decision.kind)
    meeting = next((m for m in p.meetings if m.pk == decision.meeting_id), None)
    if meeting is None or not meeting.held or meeting.body != Meeting.Body.GOVERNING_BODY:
        how = "in a meeting that could not decide it" if meeting else "without a meeting"
        if law.approval.strength is Strength.LAW:
            yield f"“{name}” was decided {how}."
    elif decision.decided_on < meeting.held_on:
        yield f"“{name}” was decided before the meeting of {in_words(meeting.held_on)}."
    elif law.quorum.strength is Strength.LAW and _is_inquorate(p, meeting):
        yield f"“{name}” was decided in an inquorate meeting."


def _is_inquorate(p: Position, meeting: Meeting) -> bool:
    return len(p.voters_at(meeting)) < p.quorum_for(meeting.held_on)


def told_after_decided(p: Position) -> Sentences:
    """Nobody is told of a decision before it is made, and none ends before that."""
    for decision in p.decisions:
        if decision.told_on and decision.told_on < decision.decided_on:
            yield f"“{label(decision.kind)}” was told before it was decided."
        if decision.ended_on and decision.ended_on < decision.decided_on:
            yield f"“{label(decision.kind)}” ended before it was decided."
    for candidate in p.candidates:
        told, decided = candidate.told_on, candidate.decided_on
        if told and (decided is None or told < decided):
            yield f"{candidate.code} was told before anything was decided."


def candidates_keep_step(p: Position) -> Sentences:
    """A candidate stands only where the vacancy has come."""
    for candidate in p.candidates:
        state = State(candidate.state)
        kept = p.stage == Stage.WITHDRAWN and state in KEPT_AT_WITHDRAWAL
        if p.stage not in STAGES[state] and not kept:
            yield f"{candidate.code} stands at “{state.label}”, the vacancy at “{p.stage_name}”."


def one_is_chosen(p: Position) -> Sentences:
    """One person at most is recommended, and that is who goes on."""
    ahead = p.candidates_in(*CHOSEN_STATES)
    if len(ahead) > 1:
        yield f"more than one is chosen: {', '.join(c.code for c in ahead)}."
    for candidate in ahead:
        if candidate != p.chosen:
            label = State(candidate.state).label
            yield f"{candidate.code} stands at “{label}” and was not recommended in this round."
    chosen, stands = p.chosen, _where_chosen_stands(p)
    if chosen and stands and chosen.state not in stands:
        yield f"{chosen.code} was recommended and stands at “{State(chosen.state).label}”."


def _where_chosen_stands(p: Position) -> frozenset[State]:
    if p.stage == Stage.FELL_THROUGH:
        return FALLEN
    return frozenset(state for state, stages in CHOSEN_STATES.items() if p.stage in stages)
