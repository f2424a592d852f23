"""Papers of the start of a cycle: the standards, and the statement of objectives."""

from collections.abc import Iterator, Mapping
from typing import Any

from casework import words
from casework.documents.blocks import Block
from casework.documents.blocks import Facts as FactsTable
from casework.documents.letter import Facts
from casework.documents.party import copies
from casework.words import written
from governance.documents import parts, people
from governance.documents.letter import CyclePaper, Draft, by_nation, in_wales
from governance.models import Consultation, Cycle, Objective, Point
from governance.position import Position
from law.base import Rule

# 40b. The standards


def _told(p: Position) -> Mapping[str, Cycle]:
    return {"": p.case} if p.case.standards_told_on else {}


def _for_heads(p: Position) -> str | None:
    """Return the standards for heads that practice has beside the statutory ones, if told."""
    beside = p.scheme.standards_for_heads
    named = [name for name in (beside.value if beside else ()) if name in p.case.standards]
    return " and ".join(named) or None


def _standards_facts(p: Position, cycle: Cycle) -> Facts:
    return {"standards": cycle.standards, "standards_for_heads": _for_heads(p)}


def _standards(draft: Draft, _: Cycle) -> Iterator[Block]:
    p, law = draft.p, draft.p.scheme
    yield from parts.letter_head(draft, people.head(p))
    yield draft.text("opening")
    yield draft.text("standards", strong=True)
    yield draft.text(by_nation(law, "use"))
    if _for_heads(p) and not in_wales(law):
        yield draft.text("beside")
    yield draft.text("questions_now_set" if p.case.objectives_set_on else "questions")
    if in_wales(law):
        yield from parts.basis(law.standards_for_heads)
    else:
        yield from parts.basis(law.standards_told, law.standards)
    yield draft.need(people.chair(p), "chair_of_the_governing_body").signs()
    yield copies(people.clerk(p))


NOTICE_OF_STANDARDS = CyclePaper[Cycle](
    key="notice_of_standards",
    number="40b",
    name="Notice of the standards",
    phase="objectives",
    called="standards_told_to_the_head",
    rows=_told,
    label=lambda _: "",
    facts=_standards_facts,
    body=_standards,
    to=lambda p, _: [people.head(p)],
    approvers=("clerk", "chair"),
    seen_with="see_people",
)

# 36. The statement of objectives


def _set(p: Position) -> Mapping[str, Cycle]:
    return {"": p.case} if p.case.objectives_set_on else {}


def _statement_facts(_: Position, cycle: Cycle) -> Facts:
    return {
        "set_on": words.day(cycle.objectives_set_on),
        "head_comments": cycle.head_on_objectives,
        "support": cycle.support,
        "monitoring": cycle.monitoring,
    }


def _statement(draft: Draft, cycle: Cycle) -> Iterator[Block]:
    p = draft.p
    yield from parts.paper_head(draft)
    agreed = "agreed" if cycle.objectives_agreed else "set"
    yield draft.text(by_nation(p.scheme, agreed))
    yield FactsTable(tuple(_particulars(draft, cycle)))
    yield from parts.basis(*_law(p, cycle))
    yield draft.heading("objectives")
    for each in p.objectives_now:
        yield from parts.objective(each.number, each.text, tuple(_whole(p, each)))
    if in_wales(p.scheme):
        yield from _in_wales(draft, cycle)
    yield draft.heading("comments")
    yield draft.text("comments" if cycle.head_on_objectives.strip() else "no_comments")
    yield from draft.part("change")
    yield parts.signed_for_appraisers(draft)
    yield parts.received_by_head(p)


def _particulars(draft: Draft, cycle: Cycle) -> Iterator[tuple[str, str]]:
    p = draft.p
    yield from parts.whose(p)
    yield parts.appraisers(draft)
    if cycle.planning_met_on:
        yield "Planning meeting", written(cycle.planning_met_on)
    if consulted := _consulted_first(p, cycle):
        adviser = consulted.adviser.full_name
        yield "External adviser consulted", f"{adviser}, {written(consulted.held_on)}"
    if cycle.standards:
        yield "Standards", cycle.standards


def _consulted_first(p: Position, cycle: Cycle) -> Consultation | None:
    """Return the last consultation not later than the day the objectives were set."""
    day = cycle.objectives_set_on
    return p.judged_on(day).consulted(Point.OBJECTIVES) if day else None


def _whole(p: Position, objective: Objective) -> Iterator[tuple[str, str]]:
    yield "Met when", objective.success
    yield "What will show it", objective.evidence
    yield from parts.serves(p, objective)
    if objective.monitoring:
        yield "How it is monitored", objective.monitoring


def _in_wales(draft: Draft, cycle: Cycle) -> Iterator[Block]:
    """Yield the support and the monitoring, each with who determined it."""
    yield draft.heading("support")
    yield draft.text(_support(cycle))
    yield draft.heading("monitoring")
    yield draft.text(_monitoring(cycle))
    law = draft.p.scheme
    yield draft.heading("record")
    yield from parts.says(law.head_keeps_record, law.record_before_review)


def _support(cycle: Cycle) -> str:
    if not cycle.support_settled_on:
        return "no_support"
    return "support_by_authority" if cycle.support_by_authority else "support_agreed"


def _monitoring(cycle: Cycle) -> str:
    if not cycle.monitoring_settled_on:
        return "no_monitoring"
    how = {True: "monitoring_agreed", False: "monitoring_set", None: "monitoring_settled"}
    return how[cycle.monitoring_agreed]


def _law(p: Position, cycle: Cycle) -> tuple[Rule[Any] | None, ...]:
    law = p.scheme
    of_wales = (
        law.statement_of_objectives,
        None if cycle.objectives_agreed else law.objectives_not_agreed,
        law.objectives_relate,
        law.support_determined_by,
        law.head_keeps_record,
        law.monitoring_procedures,
        law.record_before_review,
    )
    of_england = (law.objectives_set, law.adviser_consulted_on_objectives)
    return (*of_england, law.objectives_contribute, *of_wales)


STATEMENT_OF_OBJECTIVES = CyclePaper[Cycle](
    key="statement_of_objectives",
    number="36",
    name="Statement of objectives",
    phase="objectives",
    called="objectives_that_are_set",
    rows=_set,
    label=lambda _: "",
    facts=_statement_facts,
    body=_statement,
    to=lambda p, _: [people.head(p)],
    approvers=("appraiser",),
    seen_with="see_objectives",
)
