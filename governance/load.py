"""Loads the positions of cycles: as many queries for three hundred of them as for one."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.db.models import QuerySet

from casework.load import DOCUMENTS, Grouped, by, grouped, people_of
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
    earlier = by(_of_the_cycles_before(cycles), lambda row: row.cycle_id)
    others = by(others_of(cycles), lambda row: (row.school_id, row.head_id))
    pairs = zip(cycles, people_of(cycles), strict=True)
    return [
        _made(cycle, on, by_case, {
            **people,
            "earlier": tuple(earlier[cycle.previous_id]),
            "others": tuple(o for o in others[cycle.school_id, cycle.head_id] if o != cycle),
        })
        for cycle, people in pairs
    ]  # fmt: skip


def others_of(cycles: Sequence[Cycle]) -> QuerySet[Cycle]:
    """Return the cycles at these schools of these heads that did not end before their time."""
    schools, heads = {cycle.school_id for cycle in cycles}, {cycle.head_id for cycle in cycles}
    return Cycle.objects.filter(school__in=schools, head__in=heads).exclude(stage=Stage.ENDED)


def _of_the_cycles_before(cycles: Sequence[Cycle]) -> QuerySet[Objective]:
    """Return the objectives that stood in the cycle before each of these."""
    before = {cycle.previous_id for cycle in cycles} - {None}
    rows = Objective.objects.filter(cycle__in=before, dropped_on=None)
    return rows.select_related("cycle").prefetch_related("cycle__reviews")


def _made(
    cycle: Cycle, on: date, by_case: Mapping[str, Grouped], beside: dict[str, Any]
) -> Position:
    rows: dict[str, Any] = {name: tuple(found[cycle.pk]) for name, found in by_case.items()}
    law = SchoolLaw(cycle.school)
    return Position(case=cycle, on=on, law=law, scheme=law.scheme_on(on), **beside, **rows)


def cycles() -> QuerySet[Cycle]:
    """Cycles with all that a list or a page reads of their school and head, in one query."""
    return Cycle.objects.select_related("school__authority", "school__governing_body", "head")
