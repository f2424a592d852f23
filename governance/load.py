"""Loads the positions of cycles: as many queries for three hundred of them as for one.

A list is read, for all of them, when one of them is first asked for it.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.db.models import QuerySet

from casework.load import DOCUMENTS, Reader, by, grouped, of, people_of
from governance.models import (
    Advice,
    Appeal,
    AppealsOfficer,
    Appraiser,
    Consultation,
    Cycle,
    Engagement,
    Handing,
    Information,
    Objection,
    Objective,
    Pay,
    Progress,
    Review,
    SystemAdvice,
)
from governance.position import Position
from governance.stages import Stage
from schools.governing_law import SchoolLaw, load_changes

OF_THE_CYCLE: dict[str, QuerySet[Any]] = {
    "engagements": Engagement.objects.select_related("person"),
    "appraisers": Appraiser.objects.select_related("person"),
    "objections": Objection.objects.select_related("appraiser__person"),
    "objectives": Objective.objects.all(),
    "information": Information.objects.select_related("by"),
    "consultations": Consultation.objects.select_related("adviser"),
    "advice": Advice.objects.select_related("adviser"),
    "system_advice": SystemAdvice.objects.select_related("adviser"),
    "reviews": Review.objects.all(),
    "pay_rows": Pay.objects.prefetch_related("deciders"),
    "handings": Handing.objects.all(),
    "appeals": Appeal.objects.select_related("review"),
}


def position(cycle: Cycle, on: date) -> Position:
    """Return the position of the cycle, judged on the day `on`.

    The cycle may hold changes not yet saved: its own fields are taken from it as they are. Raises
    NoRegime where Headship does not hold the law for the school's category.
    """
    return positions([cycle], on)[0]


def positions(cycles: Sequence[Cycle], on: date) -> list[Position]:
    """Return the position of each cycle, in their order. Raises NoRegime as `position` does."""
    load_changes(cycle.school for cycle in cycles)
    cases = [cycle.pk for cycle in cycles]
    by_case = {
        **grouped(OF_THE_CYCLE, {"cycle__in": cases}, lambda row: row.cycle_id),
        **grouped({"documents": DOCUMENTS}, {"case__in": cases}, lambda row: row.case_id),
        **grouped(
            {"progress": Progress.objects.select_related("objective")},
            {"objective__cycle__in": cases},
            lambda row: row.objective.cycle_id,
        ),
        **grouped(
            {"appeals_officers": AppealsOfficer.objects.select_related("person", "appeal")},
            {"appeal__cycle__in": cases},
            lambda row: row.appeal.cycle_id,
        ),
    }
    before, after = _of_the_cycles_before(cycles), _of_the_cycles_after(cases)
    others = by(others_of(cycles), lambda row: (row.school_id, row.head_id))
    pairs = zip(cycles, people_of(cycles), strict=True)
    return [
        _made(cycle, on, by_case, {
            **people,
            **of(cycle.previous_id, before),
            "next_closed_on": after.get(cycle.pk),
            "others": tuple(o for o in others[cycle.school_id, cycle.head_id] if o != cycle),
        })
        for cycle, people in pairs
    ]  # fmt: skip


def others_of(cycles: Sequence[Cycle]) -> QuerySet[Cycle]:
    """Return the cycles at these schools of these heads that did not end before their time."""
    schools, heads = {cycle.school_id for cycle in cycles}, {cycle.head_id for cycle in cycles}
    return Cycle.objects.filter(school__in=schools, head__in=heads).exclude(stage=Stage.ENDED)


def _of_the_cycles_before(cycles: Sequence[Cycle]) -> dict[str, Reader]:
    """Return what is carried in from the cycle before each of these, while its papers are kept."""
    before = [cycle.previous_id for cycle in cycles if cycle.previous_id]
    kept = Cycle.objects.filter(pk__in=before).exclude(stage=Stage.DISPOSED)
    rows: dict[str, QuerySet[Any]] = {
        "earlier": Objective.objects.filter(dropped_on=None)
        .select_related("cycle")
        .prefetch_related("cycle__reviews"),
        "earlier_system_advice": SystemAdvice.objects.select_related("cycle"),
    }
    return grouped(rows, {"cycle__in": kept}, lambda row: row.cycle_id)


def _of_the_cycles_after(cases: Sequence[int]) -> dict[int, date]:
    """Return, by the id of a cycle, the day on which the one after it closed with a statement."""
    closed = Cycle.objects.filter(previous__in=cases, ended_on=None)
    over = closed.filter(stage__in=[Stage.CLOSED, Stage.DISPOSED])
    return dict(over.order_by("-moved_on").values_list("previous_id", "moved_on"))


def _made(
    cycle: Cycle, on: date, by_case: Mapping[str, Reader], beside: dict[str, Any]
) -> Position:
    rows: dict[str, Any] = of(cycle.pk, by_case)
    law = SchoolLaw(cycle.school)
    return Position(case=cycle, on=on, law=law, scheme=law.scheme_on(on), **beside, **rows)


def cycles() -> QuerySet[Cycle]:
    """Cycles with all that a list or a page reads of their school and head, in one query."""
    return Cycle.objects.select_related("school__authority", "school__governing_body", "head")
