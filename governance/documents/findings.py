"""What a review found, as England's report and Wales's statement both set it out."""

from collections.abc import Iterator, Mapping

from casework.documents.blocks import Block
from casework.documents.letter import Facts
from casework.words import written
from governance.documents import parts
from governance.documents.letter import Draft
from governance.models import Objective, Review
from governance.position import Position

FOUND = ("on_standards", "overall", "needs", "development")


def standing(p: Position) -> Mapping[str, Review]:
    """Return the review that stands, by its place among all: one set aside has another after."""
    stands = p.review
    found = parts.several(p.reviews)
    return {about: each for about, each in found.items() if stands and each.pk == stands.pk}


def facts(review: Review) -> Facts:
    """Return what was found, for the wording."""
    return {name: getattr(review, name) for name in FOUND}


def particulars(draft: Draft, review: Review) -> Iterator[tuple[str, str]]:
    """Yield whose review it was, when, by whom, against which standards, on what evidence."""
    p = draft.p
    yield from parts.whose(p)
    yield "Review held on", written(review.held_on)
    yield parts.appraisers(draft)
    if p.case.standards:
        yield "Standards", p.case.standards
    if p.case.evidence:
        yield "Evidence handed in", f"{p.case.evidence} (on {written(p.case.evidence_in_on)})"


def judged(draft: Draft) -> Iterator[Block]:
    """Yield each objective with how far it was met, and why."""
    yield draft.heading("objectives")
    for each in draft.p.objectives_now:
        yield from parts.objective(each.number, each.text, tuple(_judgement(draft, each)))


def _judgement(draft: Draft, objective: Objective) -> Iterator[tuple[str, str]]:
    missing = f"judgement_on_objective_{objective.number}"
    yield "Met when", objective.success
    yield "Judgement", draft.need(objective.get_judgement_display() or None, missing)
    yield (
        "Reasons",
        draft.need(objective.judgement_reasons.strip() or None, f"reasons_of_the_{missing}"),
    )
