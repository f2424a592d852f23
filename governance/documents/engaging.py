"""Papers about who advises and who appraises: the adviser's engagement, an objection decided."""

from collections.abc import Iterator, Mapping

from casework import words
from casework.documents.blocks import Block
from casework.documents.blocks import Facts as FactsTable
from casework.documents.letter import Facts
from casework.documents.party import Party, copies
from casework.words import written
from governance.documents import parts, people
from governance.documents.letter import CyclePaper, Draft
from governance.models import Appraiser, Engagement, Objection
from governance.position import Position

# 40a. To the adviser


def _engagement_facts(p: Position, engagement: Engagement) -> Facts:
    return {
        "since": written(engagement.since),
        "evidence_before": parts.length(p.scheme.evidence_before),
        "paper_within": parts.length(p.scheme.adviser_paper),
    }


def _engagement(draft: Draft, engagement: Engagement) -> Iterator[Block]:
    p = draft.p
    reader = Party(engagement.person.full_name, "External adviser", engagement.of)
    yield from parts.letter_head(draft, reader)
    yield draft.text("opening")
    yield FactsTable(tuple(_terms(p, engagement)))
    yield from parts.basis(p.scheme.external_adviser)
    yield draft.heading("task")
    yield draft.text("task")
    yield draft.bullets("tasks")
    for section in ("decision", "papers", "interests", "confidence"):
        yield from draft.part(section)
    yield draft.text("reply")
    yield draft.need(people.chair(p), "chair_of_the_governing_body").signs()
    yield copies(people.clerk(p))


def _terms(p: Position, engagement: Engagement) -> Iterator[tuple[str, str]]:
    yield from parts.whose(p)
    yield "Engaged from", written(engagement.since)
    if engagement.of:
        yield "You work for", engagement.of
    yield "Skills and experience", engagement.skills
    yield "Interests you declared", engagement.interests


ENGAGEMENT_OF_ADVISER = CyclePaper[Engagement](
    key="engagement_of_adviser",
    number="40a",
    name="Engagement of the external adviser",
    phase="people",
    called="engagement_of_an_adviser",
    rows=lambda p: parts.several(p.engagements),
    label=lambda engagement: f"from {written(engagement.since)}",
    facts=_engagement_facts,
    body=_engagement,
    to=lambda _, e: [Party(e.person.full_name, "External adviser", e.of)],
    approvers=("clerk", "chair"),
    seen_with="see_people",
)

# 40d. An objection


def _decided(p: Position) -> Mapping[str, Objection]:
    """Return the objections that are decided, each by its place among all."""
    return {about: o for about, o in parts.several(p.objections).items() if o.decided_on}


def _objection_facts(_: Position, objection: Objection) -> Facts:
    return {
        "appraiser": objection.appraiser.person.full_name,
        "made_on": written(objection.made_on),
        "decided_on": words.day(objection.decided_on),
        "reason": objection.reason,
        "outcome_reasons": objection.outcome_reasons,
    }


def _outcome(draft: Draft, objection: Objection) -> Iterator[Block]:
    p, capacity = draft.p, objection.appraiser.capacity
    yield from parts.letter_head(draft, people.head(p))
    yield draft.text("opening")
    yield from draft.part("reason")
    yield draft.heading("outcome")
    yield draft.text(objection.outcome, strong=True)
    yield draft.text(f"decider_{capacity}")
    if objection.outcome_reasons.strip() or objection.outcome == Objection.Outcome.NOT_UPHELD:
        yield from draft.part("outcome_reasons")
    yield draft.heading("next")
    yield draft.text(f"next_{objection.outcome}")
    if capacity == Appraiser.Capacity.AUTHORITY:
        yield from parts.basis(p.scheme.authority_appraiser_changed)
    yield draft.need(people.chair(p), "chair_of_the_governing_body").signs()
    yield copies(people.clerk(p))


OUTCOME_OF_OBJECTION = CyclePaper[Objection](
    key="outcome_of_objection",
    number="40d",
    name="Outcome of an objection to an appraiser",
    phase="people",
    called="objection_that_is_decided",
    rows=_decided,
    label=lambda objection: f"decided on {written(objection.decided_on)}",
    facts=_objection_facts,
    body=_outcome,
    to=lambda p, _: [people.head(p)],
    approvers=("clerk", "chair"),
    seen_with="see_objections",
)
