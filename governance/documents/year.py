"""The note in the year: how each objective stands, and in Wales what was asked of others."""

from collections.abc import Iterator, Mapping, Sequence

from casework.documents.blocks import Block, Table
from casework.documents.blocks import Facts as FactsTable
from casework.documents.letter import Facts
from casework.words import written
from governance.documents import parts, people
from governance.documents.letter import CyclePaper, Draft, in_wales
from governance.models import Cycle, Objective, Progress
from governance.position import Position


def _noted(p: Position) -> Mapping[str, Cycle]:
    """Return the cycle, once the progress of some objective that stands is noted."""
    return {"": p.case} if any(_of(p, objective) for objective in p.objectives_now) else {}


def _of(p: Position, objective: Objective) -> list[Progress]:
    return [each for each in p.progress if each.objective_id == objective.pk]


def _facts(_: Position, cycle: Cycle) -> Facts:
    return {"monitoring": cycle.monitoring}


def _body(draft: Draft, cycle: Cycle) -> Iterator[Block]:
    p = draft.p
    yield from parts.paper_head(draft)
    yield draft.text("opening")
    yield FactsTable((*parts.whose(p), parts.appraisers(draft)))
    if in_wales(p.scheme):
        yield from parts.basis(p.scheme.monitoring_procedures, p.scheme.information_from_others)
    yield _summary(draft)
    yield draft.heading("objectives")
    for objective in p.objectives_now:
        yield from _seen(draft, objective)
    if in_wales(p.scheme):
        yield from _monitored(draft, cycle)
    yield draft.text("standing")
    yield parts.signed_for_appraisers(draft)


def _summary(draft: Draft) -> Table:
    """Return the last mark of each objective."""
    p = draft.p
    rows = tuple((str(o.number), *_last_mark(_of(p, o))) for o in p.objectives_now)
    headers = ("Objective", "Mark", "Seen on")
    return Table(draft.line("summary"), headers, rows, widths=(1, 2, 2))


def _last_mark(notes: Sequence[Progress]) -> tuple[str, str]:
    if not notes:
        return "None yet", ""
    return notes[-1].get_mark_display(), written(notes[-1].seen_on)


def _seen(draft: Draft, objective: Objective) -> Iterator[Block]:
    """Yield an objective, and what was seen of it day by day."""
    notes = _of(draft.p, objective)
    seen = ((written(n.seen_on), f"{n.get_mark_display()}. {n.note}") for n in notes)
    rows = (("Met when", objective.success), *seen)
    yield from parts.objective(objective.number, objective.text, rows)
    if not notes:
        yield draft.text("not_seen")


def _monitored(draft: Draft, cycle: Cycle) -> Iterator[Block]:
    """Yield by what procedures, and what was asked of others on what ground."""
    if cycle.monitoring.strip():
        yield from draft.part("monitoring")
    yield draft.heading("information")
    rows = tuple(
        (each.source, written(each.sought_on), each.get_ground_display())
        for each in draft.p.information
    )
    if rows:
        yield Table(draft.line("information"), ("Source", "Asked on", "Ground"), rows)
    else:
        yield draft.text("no_information")


MID_YEAR_NOTE = CyclePaper[Cycle](
    key="mid_year_note",
    number="37",
    name="Mid-year note",
    phase="year",
    called="progress_of_an_objective",
    rows=_noted,
    label=lambda _: "",
    facts=_facts,
    body=_body,
    to=lambda p, _: [people.head(p)],
    approvers=("appraiser",),
    seen_with="see_objectives",
)
