"""States that cannot be: each is a sentence about a cycle that no action could have brought there.

A late or unwise step is not impossible, and neither is one for which a house rule was set aside.
"""

from collections.abc import Callable, Iterator

from casework import clock
from governance import load
from governance.models import Point
from governance.position import Position
from governance.stages import Stage
from law.base import Rule, Strength

Sentences = Iterator[str]
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
    for review in p.reviews:
        began = None if review.set_aside_on else p.case.objectives_set_on
        days = [began, review.held_on, review.given_on, review.commented_on]
        known = [day for day in days if day]
        if known != sorted(known):
            yield f"the dates of the {review} are out of order"
    for pay in p.pay_rows:
        days = [pay.recommended_on, pay.decided_on, pay.told_on]
        known = [day for day in days if day]
        if known != sorted(known):
            yield f"the dates of the {pay} are out of order"


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
)


def everywhere() -> Sentences:
    """Yield a sentence for each impossible state of any cycle, its record and papers apart."""
    for cycle in load.cycles().order_by("reference").iterator(chunk_size=100):
        yield from find(load.position(cycle, clock.today()))
