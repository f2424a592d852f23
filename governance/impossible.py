"""States that cannot be: each is a sentence about a cycle that no action could have brought there.

A late or unwise step is not impossible, and neither is one for which a house rule was set aside.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import islice

from casework import clock
from governance import load
from governance.models import Cycle, Point
from governance.position import Position
from governance.stages import Stage
from law.base import NoRegime, Rule, Strength
from schools.governing_law import SchoolLaw, load_changes

Sentences = Iterator[str]
AT_ONCE = 100
BEYOND = {
    Stage.OBJECTIVES_SET: ("objectives_set_on",),
    Stage.REVIEWED: ("objectives_set_on", "review"),
    Stage.REPORTED: ("objectives_set_on", "review", "given_on"),
    Stage.APPEALED: ("objectives_set_on", "review", "given_on", "appeal"),
    Stage.CLOSED: ("objectives_set_on", "review", "given_on"),
    Stage.DISPOSED: ("disposed_on",),
}


def find(p: Position) -> Sentences:
    """Yield a sentence for each impossible state of one cycle; none if it is sound."""
    for part in PARTS:
        for sentence in part(p):
            yield f"{p.case.reference}: {sentence}"


def stage_has_its_ground(p: Position) -> Sentences:
    """What a stage rests on is recorded."""
    there = {
        "objectives_set_on": p.case.objectives_set_on,
        "review": p.review,
        "given_on": p.review and p.review.given_on,
        "appeal": p.appeal,
        "disposed_on": p.case.disposed_on,
    }
    for name in BEYOND.get(Stage(p.stage), ()):
        if there[name] is None:
            yield f"it stands at “{p.stage_name}” without {name.replace('_', ' ')}"


def one_review_stands(p: Position) -> Sentences:
    """Of several reviews all but one are set aside."""
    standing = [r for r in p.reviews if r.set_aside_on is None]
    if len(standing) > 1:
        yield f"{len(standing)} reviews stand"


def an_appeal_is_open_while_it_is_heard(p: Position) -> Sentences:
    """The stage says whether an appeal is undecided."""
    undecided = any(a.decided_on is None for a in p.appeals)
    if undecided != (p.stage == Stage.APPEALED) and p.case.ended_on is None:
        yield "an appeal and the stage do not agree"


def dates_in_order(p: Position) -> Sentences:
    """What follows from something is not dated before it."""
    for what, days in _dated(p):
        known = [day for day in days if day]
        if known != sorted(known):
            yield f"the dates of the {what} are out of order"


def _dated(p: Position) -> Iterator[tuple[object, Sequence[date | None]]]:
    """Yield what has dates, with its days in the order in which they must lie."""
    given = min((r.given_on for r in p.reviews if r.given_on), default=None)
    for review in p.reviews:
        began = None if review.set_aside_on else p.case.objectives_set_on
        yield review, (began, review.held_on, review.given_on, review.commented_on)
        yield review, (review.held_on, review.given_on, review.set_aside_on)
        yield "end of the cycle", (review.held_on, review.given_on, p.case.ended_on)
    for pay in p.pay_rows:
        yield pay, (pay.recommended_on, pay.decided_on, pay.told_on)
        yield pay, (pay.decided_on, pay.appeal_on, pay.appeal_decided_on)
    for objection in p.objections:
        yield "objection of the head", (objection.made_on, objection.decided_on)
    for held in p.consultations:
        yield "consultation of the adviser", (held.held_on, held.answered_on)
    for advice in p.advice:
        yield advice, (advice.visited_on, advice.given_on)
    for handing in p.handings:
        yield f"giving of a paper to {handing.to}", (given, handing.given_on)
    for appeal in p.appeals:
        yield appeal, (appeal.review.given_on, appeal.made_on, appeal.decided_on)


def what_is_carried_in_is_the_heads_own(p: Position) -> Sentences:
    """The cycle before is one of the same head at the same school."""
    before = {(o.cycle.head_id, o.cycle.school_id) for o in p.earlier}
    if before - {(p.case.head_id, p.case.school_id)}:
        yield "the objectives of another head are carried in"


def adviser_consulted_where_law_asks(p: Position) -> Sentences:
    """Objectives and a review rest on a consultation each, where the law asks for it."""
    asked = (
        (p.scheme.adviser_consulted_on_objectives, Point.OBJECTIVES, p.case.objectives_set_on),
        (p.scheme.adviser_consulted_on_appraisal, Point.REVIEW,
         p.reviews[0].held_on if p.reviews else None),
    )  # fmt: skip
    for rule, point, day in asked:
        held = any(c.point == point and day and c.held_on <= day for c in p.consultations)
        if _binds(rule) and day and not held:
            yield f"the adviser was not consulted: {point.label.lower()}"


def appraisers_are_lawful(p: Position) -> Sentences:
    """Nobody who works at the school appraises its head, where that is the law."""
    for appraiser in p.appraisers:
        if _binds(p.scheme.appraisers_exclude) and p.is_paid_by_school(
            appraiser.person, appraiser.since
        ):
            yield f"{appraiser} works at the school and appraises"


def appeals_are_heard_by_others(p: Position) -> Sentences:
    """Nobody hears an appeal who appraised."""
    for officer in p.appeals_officers:
        if p.is_appraiser(officer.person):
            yield f"{officer.person} appraised and hears the appeal"


def _binds(rule: Rule[object] | None) -> bool:
    return rule is not None and rule.strength is Strength.LAW


PARTS: tuple[Callable[[Position], Sentences], ...] = (
    stage_has_its_ground,
    one_review_stands,
    an_appeal_is_open_while_it_is_heard,
    dates_in_order,
    adviser_consulted_where_law_asks,
    appraisers_are_lawful,
    appeals_are_heard_by_others,
    what_is_carried_in_is_the_heads_own,
)


def everywhere() -> Sentences:
    """Yield a sentence for each impossible state of any cycle, its record and papers apart.

    One for each cycle too whose law is not held: of that no more can be said.
    """
    rows = load.cycles().order_by("reference").iterator(chunk_size=AT_ONCE)
    while some := list(islice(rows, AT_ONCE)):
        load_changes(cycle.school for cycle in some)
        reasons = {cycle.pk: _not_held(cycle) for cycle in some}
        yield from (reason for reason in reasons.values() if reason)
        held = [cycle for cycle in some if not reasons[cycle.pk]]
        for p in load.positions(held, clock.today()):
            yield from find(p)


def _not_held(cycle: Cycle) -> str:
    """Say why the cycle cannot be judged; nothing where it can."""
    try:
        SchoolLaw(cycle.school).scheme_on(clock.today())
    except NoRegime as error:
        return f"{cycle.reference}: {error}"
    return ""
