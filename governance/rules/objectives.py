"""Objectives: whole, serving the pupils and the plan, and set only once the adviser was asked."""

from collections.abc import Iterator
from datetime import date

from casework.action import Facts
from casework.rules import entry, not_before, required
from casework.words import written
from governance.models import Consultation, Information, Objective, Point
from governance.position import Position
from governance.rules.base import Rule, after_opening, in_order
from governance.rules.people import enough_governors, foundation_governor_among_them
from law.appraisal import Scheme
from law.base import Obstacle

WHOLE = (
    ("text", "The objective"),
    ("success", "How it will be known to be met"),
    ("evidence", "What will show it"),
)


def served(scheme: Scheme) -> dict[str, str]:
    """Return what each objective serves, by the fact that says how: pupils, or the plan too."""
    named = scheme.objectives_contribute.value
    return {"plan" if what.startswith("plan") else "pupils": what for what in named}


def serves_pupils_and_plan(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Each objective says how it serves what the law of the nation names."""
    rule = p.scheme.objectives_contribute
    for name, what in served(p.scheme).items():
        if name in f and not str(f[name] or "").strip():
            yield rule.obstacle(
                f"{name}_not_served",
                f"It is not said how the objective contributes to the {what}.",
                "Say how, or write another objective.",
            )


def stands(p: Position, f: Facts) -> Iterator[Obstacle]:
    """An objective that was dropped is not changed or dropped again."""
    objective: Objective | None = f.get("objective")
    if objective and objective.dropped_on:
        yield entry("objective_dropped", f"“{objective}” was dropped.", "Choose another.")
    elif "objective" not in f and not p.objectives_now:
        yield entry("no_objective", "There is no objective yet.", "Write one first.")


def adviser_engaged(p: Position, f: Facts) -> Iterator[Obstacle]:
    """The adviser consulted is the one engaged on that day."""
    if not p.engagements_on(f.get("on") or p.on):
        yield entry(
            "no_adviser_engaged",
            "No external adviser was engaged on that day.",
            "Engage one, or give the day on which one was.",
        )


def review_consultation_in_its_turn(p: Position, f: Facts) -> Iterator[Obstacle]:
    """The adviser is consulted for the review once the objectives are set."""
    if f.get("point") == Point.REVIEW and p.case.objectives_set_on is None:
        yield entry(
            "review_not_begun",
            "The objectives are not set yet, so nothing can be said for the review.",
            "Choose “Before the objectives are set”.",
        )


def consulted_before_they_were_set(p: Position, f: Facts) -> Iterator[Obstacle]:
    """What was said once the objectives were set is no consultation before them."""
    rule, day, since = p.scheme.adviser_consulted_on_objectives, f.get("on"), _set_on(p, f)
    if rule and f.get("point") == Point.OBJECTIVES and day and since and day > since:
        yield rule.obstacle(
            "consulted_after_they_were_set",
            f"The objectives were set on {written(since)}, so this came after them.",
            "Record it as for the review; if the objectives are set anew, record that first.",
        )


def written_advice_is_better(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Advice may be given orally; in writing it lasts."""
    rule = p.scheme.advice_in_writing
    if rule and f.get("how") == Consultation.How.ORAL:
        yield rule.obstacle(
            "advice_oral",
            "The advice was given orally.",
            "Ask the adviser to put it in writing.",
        )


def reasons_for_departing(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Governors who go another way than their adviser's say why."""
    rule = p.scheme.reasons_for_departing
    if rule and f.get("followed") is False and not str(f.get("departed") or "").strip():
        yield rule.obstacle(
            "departed_without_reasons",
            "No reasons are given for departing from the adviser's advice.",
            "Give them in writing.",
        )


def answered_once(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Whether advice was followed is recorded once, and only where there was some."""
    consultation: Consultation | None = f.get("consultation")
    if consultation and consultation.followed is not None:
        yield entry("advice_answered", "That is recorded already.", "Nothing is needed.")
    elif consultation is None and not p.unanswered:
        yield entry("no_advice", "No advice waits for an answer.", "Nothing is needed.")


def appraisers_met_the_head(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Every appraiser, and the head, is at the planning meeting."""
    rule, present = p.scheme.planning_meeting, f.get("present")
    if rule is None or present is None:
        return
    there = {person.pk for person in present}
    asked = [*(a.person for a in p.appraisers_on(f.get("on") or p.on)), p.head]
    away = [person.full_name for person in asked if person.pk not in there]
    if away:
        yield rule.obstacle(
            "appraiser_away",
            f"The planning meeting is one of all appraisers with the head; {', '.join(away)} "
            "did not attend.",
            "Hold it when all can attend.",
        )


# What must be so before objectives are set


def some_objectives(p: Position, f: Facts) -> Iterator[Obstacle]:
    """There is at least one objective, and each is whole."""
    if not p.objectives_now:
        yield entry("no_objectives", "No objective is written yet.", "Write the objectives first.")


def standards_told_first(p: Position, f: Facts) -> Iterator[Obstacle]:
    """The head is told the standards before, or as soon as practicable after, the start."""
    rule = p.scheme.standards_told
    if rule and not p.has_come(p.case.standards_told_on):
        yield rule.obstacle(
            "standards_not_told",
            "The head has not been told the standards against which performance is assessed.",
            "Tell the head, and record when.",
        )


def adviser_consulted_first(p: Position, f: Facts) -> Iterator[Obstacle]:
    """The adviser is consulted before objectives are set."""
    rule = p.scheme.adviser_consulted_on_objectives
    if rule and p.consulted(Point.OBJECTIVES) is None:
        yield rule.obstacle(
            "adviser_not_consulted_on_objectives",
            "The external adviser has not been consulted on the objectives.",
            "Consult the adviser and record when and what was said.",
        )


def objections_answered(p: Position, f: Facts) -> Iterator[Obstacle]:
    """An objection of the head is decided before the objectives are set."""
    rule = p.scheme.objection
    if rule and p.open_objections:
        yield rule.obstacle(
            "objection_open",
            f"The head's objection to {p.open_objections[0].appraiser} is not decided.",
            "Decide on it first.",
        )


def planning_meeting_held(p: Position, f: Facts) -> Iterator[Obstacle]:
    """All appraisers meet the head before the objectives are set."""
    rule = p.scheme.planning_meeting
    if rule and not p.has_come(p.case.planning_met_on):
        yield rule.obstacle(
            "no_planning_meeting",
            "The planning meeting of the appraisers with the head is not recorded.",
            "Hold it and record who attended.",
        )


def settled_support(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Support that is not agreed is determined by the authority, and by nobody else."""
    rule, roles = p.scheme.support_determined_by, f.get("roles", frozenset())
    if rule is None or "by_authority" not in f:
        return
    if not f["by_authority"] and roles and "appraiser" not in roles:
        yield rule.obstacle(
            "support_not_yours",
            "Support is agreed between the appraisers and the head.",
            "An appraiser records what was agreed.",
        )


# Through the year


def information_allowed(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Nothing is sought of others without the head's consent or the procedures."""
    rule = p.scheme.information_from_others
    if rule and f.get("ground") == Information.Ground.NEITHER:
        yield rule.obstacle(
            "information_not_allowed",
            "An appraiser may not obtain information about the head's performance from others "
            "unless the head consents or the monitoring procedures provide for it.",
            "Ask the head, or follow the procedures.",
        )
    if (
        rule
        and f.get("ground") == Information.Ground.PROCEDURES
        and not p.has_come(p.case.monitoring_settled_on)
    ):
        yield rule.obstacle(
            "no_procedures",
            "No monitoring procedures are settled for this cycle.",
            "Settle them first, or ask for the head's consent.",
        )


def _set_on(p: Position, _: Facts) -> date | None:
    return p.case.objectives_set_on


def _advised_on(_: Position, f: Facts) -> date | None:
    consultation: Consultation | None = f.get("consultation")
    return consultation.held_on if consultation else None


def _visited_on(_: Position, f: Facts) -> date | None:
    return f.get("visited_on")


since_set = not_before("on", "the day the objectives were set", _set_on)
since_advice = not_before("on", "the day of the advice", _advised_on)
since_visit = not_before("on", "the day of the visit", _visited_on)

BEFORE_SETTING: tuple[Rule, ...] = (
    some_objectives,
    enough_governors,
    foundation_governor_among_them,
    standards_told_first,
    adviser_consulted_first,
    objections_answered,
    planning_meeting_held,
)
RULES: dict[str, tuple[Rule, ...]] = {
    "tell_standards": (after_opening, required(("standards", "The standards"))),
    "add_objective": (after_opening, required(*WHOLE), serves_pupils_and_plan),
    "change_objective": (after_opening, stands, required(*WHOLE), serves_pupils_and_plan),
    "drop_objective": (after_opening, stands, required(("why", "The reason"))),
    "consult_adviser": (
        after_opening,
        adviser_engaged,
        consulted_before_they_were_set,
        review_consultation_in_its_turn,
        written_advice_is_better,
        required(("advice", "What was advised")),
    ),
    "answer_advice": (since_advice, answered_once, reasons_for_departing),
    "give_advice": (
        after_opening,
        since_visit,
        adviser_engaged,
        consulted_before_they_were_set,
        review_consultation_in_its_turn,
        required(
            ("seen", "The evidence seen"),
            ("questions", "What to ask the head"),
            ("for_governors", "What is for the governors alone to decide"),
            ("conclusion", "The conclusion"),
        ),
    ),
    "hold_planning_meeting": (after_opening, appraisers_met_the_head),
    "set_objectives": (in_order, *BEFORE_SETTING),
    "settle_support": (after_opening, settled_support, required(("support", "The support"))),
    "settle_monitoring": (after_opening, required(("monitoring", "The procedures"))),
    "note_progress": (since_set, stands, required(("note", "What was seen"))),
    "seek_information": (since_set, information_allowed, required(("source", "The source"))),
    "receive_evidence": (since_set, required(("evidence", "What was handed in"))),
}
