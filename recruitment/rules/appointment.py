"""Appointment: recommendation, approval, the authority's part, offer, checks, start."""

from collections.abc import Iterator
from datetime import date

from casework.action import Facts
from casework.models import Meeting
from law.base import Obstacle
from recruitment.models import Candidate, Decision
from recruitment.position import Position
from recruitment.rules.advice import no_part_where_interested
from recruitment.rules.base import (
    Rule,
    entry,
    house,
    in_order,
    not_before,
    practice,
    required,
    written,
)
from recruitment.rules.checks import BEFORE_CONFIRMATION, BEFORE_START
from recruitment.rules.meetings import IN_A_MEETING, VOTE, carried, conflicted_withdrew, lost
from recruitment.rules.selection import (
    enough_without_interest,
    no_part_for_the_conflicted,
    panel_still_whole,
)
from recruitment.stages import CHOSEN, STOPPED_SHORT, CandidateState


def somebody_interviewed(p: Position, f: Facts) -> Iterator[Obstacle]:
    """The panel recommends one of those it interviewed."""
    candidate: Candidate | None = f.get("candidate")
    if not p.candidates_in(CandidateState.INTERVIEWED):
        yield entry(
            "nobody_interviewed",
            "No candidate who was interviewed is still in the field.",
            "Record that the panel recommends nobody.",
        )
    elif candidate and candidate.state != CandidateState.INTERVIEWED:
        yield entry(
            "not_interviewed",
            f"{candidate.code} stands at “{CandidateState(candidate.state).label}”.",
            "Recommend one of those who were interviewed.",
        )


def representations_considered(p: Position, f: Facts) -> Iterator[Obstacle]:
    """A timely representation is considered before anybody is recommended, whoever it is."""
    for paper in p.unconsidered:
        yield p.regime.representations_considered.obstacle(
            "representations_not_considered",
            f"The authority's representation on {paper.candidate.code}, received on "
            f"{written(paper.received_on)}, has not been considered.",
            "The panel considers it and minutes that it did.",
        )


def representations_period_over(p: Position, f: Facts) -> Iterator[Obstacle]:
    """A recommendation waits for the end of the period: the authority may yet speak."""
    notice = p.notice
    if notice is None or p.has_come(notice.none_made_on):
        return
    last, period = p.last_day(notice), p.regime.representations
    if last is None:
        yield p.regime.hold_for_representations.obstacle(
            "representations_period_not_begun",
            "The authority's receipt of the names is not recorded, so its period for "
            "representations has not begun.",
            "Record the receipt, with the evidence for it.",
        )
    elif p.is_open(notice):
        yield p.regime.hold_for_representations.obstacle(
            "representations_period_open",
            f"The authority may make representations until the end of {written(last)} "
            f"({period.value.describe()}, {period.citation}).",
            "Wait until then, or record that the authority makes none.",
        )


def advice_considered_by(body: Meeting.Body) -> Rule:
    """Return a rule that advice given to those who decide was considered before they decide."""

    def rule(p: Position, f: Facts) -> Iterator[Obstacle]:
        given = [a for a in p.unconsidered_advice if a.to == body]
        waiting = [*given, *p.unconsidered_reservations]
        if waiting:
            yield p.regime.advice_considered.obstacle(
                "advice_not_considered",
                f"Advice has been given and not yet considered: {'; '.join(map(str, waiting))}.",
                "Consider it and minute that it was considered.",
            )

    return rule


considered_by_panel = advice_considered_by(Meeting.Body.PANEL)
considered_by_governors = advice_considered_by(Meeting.Body.GOVERNING_BODY)


def adviser_thinks_not_suitable(p: Position, f: Facts) -> Iterator[Obstacle]:
    """An adviser's opinion is not a representation, and says so."""
    candidate = f.get("candidate")
    for doubtful in p.advisers_not_suitable:
        if candidate in (None, doubtful):
            last = p.last_day_for(doubtful)
            yield practice(
                "opinion_is_no_representation",
                f"The adviser has recorded “not suitable” on {doubtful.code}. This is not a "
                f"representation; the last day to make one is {written(last)}.",
                "Nothing is required. The authority may still make a representation in time.",
                p.regime.representations.citation,
            )


def reasons_given(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Reasons for recommending somebody represented against go to both before the meeting."""
    for paper in p.awaiting_reasons:
        yield p.regime.reasons_before_meeting.obstacle(
            "reasons_not_given",
            f"The panel's written reasons for recommending {paper.candidate.code} have not been "
            "given to the governing body and the authority.",
            "Give the reasons in writing to both, and record when.",
        )


def still_owed(p: Position, f: Facts) -> Iterator[Obstacle]:
    """What the panel still owes is no ground on which the authority may refuse: it is warned of."""
    for obstacle in representations_considered(p, f):
        yield obstacle.as_practice()
    for obstacle in reasons_given(p, f):
        duty = p.regime.reasons_for_recommending
        yield duty.obstacle(obstacle.key, obstacle.sentence, obstacle.clears_by).as_practice()


def authority_told_of_vacancy(p: Position, f: Facts) -> Iterator[Obstacle]:
    """By now the duty is broken; but no words are known that void an approval given before it."""
    if not p.has_come(p.case.authority_told_on):
        yield house(
            "authority_not_told",
            "The local authority had not been told of the vacancy in writing.",
            "Send the notice of vacancy and record when it was sent, or say why it came later.",
            p.regime.notice_of_vacancy.citation,
        )


def told_of_approval(p: Position, f: Facts) -> Iterator[Obstacle]:
    """The authority acts on an approval of which it was told; the order is not laid down."""
    approval = p.decision(Decision.Kind.APPROVE)
    if approval and not p.has_come(approval.told_on):
        yield practice(
            "authority_not_told_of_approval",
            "It is not recorded that the authority had been told of the approval by then.",
            "Record when it was told, or check the date.",
        )


def chosen_still_willing(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Nothing more can be done for somebody who has withdrawn."""
    chosen = p.chosen
    if chosen and chosen.state == CandidateState.WITHDRAWN:
        yield entry(
            "candidate_withdrew",
            f"{chosen.code} has withdrawn.",
            "Repeat the panel's steps, with or without a new advertisement.",
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
    grounds, ground = p.regime.refusal_grounds, f.get("ground")
    if ground is not None and ground not in {g.key for g in grounds.value}:
        yield grounds.obstacle(
            "not_a_ground_of_refusal",
            f"“{ground}” is not a ground on which the authority may refuse to appoint.",
            "The grounds are: " + "; ".join(g.sentence for g in grounds.value) + ".",
        )


def repeat_is_open(p: Position, f: Facts) -> Iterator[Obstacle]:
    """After a recommendation the steps are repeated only when the person has withdrawn."""
    chosen = p.chosen
    if p.stage in STOPPED_SHORT and p.panel_can_act:
        yield p.regime.repeat_steps.obstacle(
            "panel_can_go_on",
            "The panel still has enough members who can act, one of them trained.",
            "Go on, or record that the panel recommends nobody.",
        )
    if p.stage in CHOSEN and chosen and chosen.state != CandidateState.WITHDRAWN:
        yield p.regime.repeat_steps.obstacle(
            "nothing_to_repeat_for",
            f"{chosen.code} has been recommended and has not withdrawn.",
            "The steps are repeated when nobody is recommended, the governing body declines, the "
            "authority refuses, or the person withdraws.",
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
            "The authority has not appointed.",
            "Record the authority's appointment first.",
        )


def start_not_before_vacancy(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Two people do not hold one post."""
    starts = f.get("starts_on") or f.get("on")
    if starts and starts <= p.case.outgoing_last_day:
        yield house(
            "post_still_held",
            f"The outgoing head holds the post until {written(p.case.outgoing_last_day)}.",
            "Give a later day, or correct the outgoing head's last day.",
        )


def _approved_on(p: Position, f: Facts) -> date | None:
    approval = p.decision(Decision.Kind.APPROVE)
    return approval.decided_on if approval else None


DECISION: tuple[Rule, ...] = (
    in_order,
    chosen_still_willing,
    named_is_chosen,
    *VOTE,
    conflicted_withdrew,
    no_part_where_interested,
)

RULES: dict[str, tuple[Rule, ...]] = {
    "recommend": (
        in_order,
        panel_still_whole,
        somebody_interviewed,
        enough_without_interest,
        no_part_for_the_conflicted,
        representations_considered,
        representations_period_over,
        considered_by_panel,
        adviser_thinks_not_suitable,
        required(("reasons", "The panel's reasons")),
    ),
    "recommend_nobody": (
        in_order,
        no_part_for_the_conflicted,
        considered_by_panel,
        required(("why", "The reason")),
    ),
    "approve": (
        *DECISION,
        authority_told_of_vacancy,
        representations_considered,
        reasons_given,
        considered_by_governors,
        carried,
    ),
    "decline": (
        *DECISION,
        considered_by_governors,
        lost,
        required(("why", "The governing body's reason")),
    ),
    "notify_approval": (
        once(Decision.Kind.APPROVE),
        not_before("on", "the approval", _approved_on),
        required(("how", "How it was sent")),
    ),
    "appoint": (
        in_order,
        chosen_still_willing,
        told_of_approval,
        still_owed,
    ),
    "refuse": (
        in_order,
        chosen_still_willing,
        told_of_approval,
        ground_known,
        required(("evidence", "The evidence")),
    ),
    "repeat_steps": (
        in_order,
        repeat_is_open,
        *IN_A_MEETING,
        required(("why", "The reason")),
    ),
    "make_offer": (
        in_order,
        chosen_still_willing,
        offer_after_appointment,
        start_not_before_vacancy,
    ),
    "accept_offer": (in_order, chosen_still_willing),
    "confirm": (
        in_order,
        chosen_still_willing,
        *BEFORE_CONFIRMATION,
    ),
    "take_up_post": (
        in_order,
        chosen_still_willing,
        *BEFORE_START,
        start_not_before_vacancy,
    ),
    "withdraw_vacancy": (in_order, required(("why", "The reason"))),
}
