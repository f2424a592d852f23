"""Papers of an appeal, in Wales: acknowledged, put before the officers, decided."""

from collections.abc import Iterator, Mapping
from typing import Any

from casework import words
from casework.documents.blocks import Addressee, Block, Heading, Reference, Salutation
from casework.documents.blocks import Facts as FactsTable
from casework.documents.letter import Facts
from casework.documents.party import Party, copies
from casework.words import written
from governance.documents import parts, people
from governance.documents.letter import CyclePaper, Draft
from governance.models import Appeal, AppealsOfficer
from governance.position import Position
from law.base import Rule

OFFICERS = Party("", "The appeals officers")


def _appeals(p: Position) -> Mapping[str, Appeal]:
    return parts.several(p.appeals)


def _officers(draft: Draft, appeal: Appeal) -> FactsTable:
    """Return who hears the appeal, by those for whom they do."""
    hearing = draft.p.officers_of(appeal)
    draft.need(next(iter(hearing), None), "appeals_officers")
    by_capacity = (
        (capacity.label, [o.person.full_name for o in hearing if o.capacity == capacity])
        for capacity in AppealsOfficer.Capacity
    )
    return FactsTable(tuple((label, "\n".join(names)) for label, names in by_capacity if names))


def _clocks(p: Position, appeal: Appeal) -> Facts:
    law, made = p.scheme, appeal.made_on
    return {
        "made_on": written(made),
        "papers_by": parts.last_day(p, law.appeal_papers, made),
        "papers_counted": parts.counted(p, law.appeal_papers, made),
        "decision_by": parts.last_day(p, law.appeal_decided, made),
        "decision_counted": parts.counted(p, law.appeal_decided, made),
    }


def _law(p: Position) -> tuple[Rule[Any] | None, ...]:
    law = p.scheme
    heard = (law.appeal, law.appeals_officers, law.appeal_decided)
    return (law.counting, *heard, law.appeal_papers)


# 40f. The acknowledgement


def _acknowledgement(draft: Draft, appeal: Appeal) -> Iterator[Block]:
    p = draft.p
    yield from parts.letter_head(draft, people.head(p))
    yield draft.text("opening")
    yield draft.heading("officers")
    yield draft.text("officers")
    yield _officers(draft, appeal)
    yield draft.text("no_part")
    yield from draft.part("times")
    yield draft.text("counted", note=True)
    yield from parts.basis(*_law(p))
    yield draft.text("asking")
    yield draft.need(people.clerk(p), "clerk_to_the_governing_body").signs()
    yield copies(people.chair(p))


ACKNOWLEDGEMENT_OF_APPEAL = CyclePaper[Appeal](
    key="acknowledgement_of_appeal",
    number="40f",
    name="Acknowledgement of an appeal",
    phase="appeal",
    called="appeal",
    rows=_appeals,
    label=lambda appeal: f"appeal of {written(appeal.made_on)}",
    facts=_clocks,
    body=_acknowledgement,
    to=lambda p, _: [people.head(p)],
    approvers=("clerk", "chair"),
    seen_with="see_appeal_papers",
)

# 40g. To the officers


def _notice_facts(p: Position, appeal: Appeal) -> Facts:
    return {
        **_clocks(p, appeal),
        "grounds": appeal.grounds,
        "held_on": written(appeal.review.held_on),
        "given_on": words.day(appeal.review.given_on),
        "set_on": words.day(p.case.objectives_set_on),
        "commented_on": words.day(appeal.review.commented_on),
    }


def _notice(draft: Draft, appeal: Appeal) -> Iterator[Block]:
    p = draft.p
    yield parts.from_governors(p)
    yield Reference.of(draft.reference)
    yield draft.marking("marking")
    yield Addressee((OFFICERS.office, p.school.name))
    yield Salutation("Dear appeals officers")
    yield Heading(draft.line("subject"))
    yield draft.text("opening")
    yield _officers(draft, appeal)
    yield from draft.part("grounds")
    yield draft.heading("papers")
    yield draft.text("papers")
    commented = ("paper_comments",) if appeal.review.commented_on else ()
    yield draft.bullets("paper_statement", *commented, "paper_objectives", "paper_appeal")
    for section in ("task", "times"):
        yield from draft.part(section)
    yield draft.text("counted", note=True)
    yield from parts.basis(*_law(p))
    yield draft.text("handling")
    yield draft.need(people.chair(p), "chair_of_the_governing_body").signs()
    yield copies(people.clerk(p))


NOTICE_TO_APPEALS_OFFICERS = CyclePaper[Appeal](
    key="notice_to_appeals_officers",
    number="40g",
    name="Notice to the appeals officers",
    phase="appeal",
    called="appeal",
    rows=_appeals,
    label=lambda appeal: f"appeal of {written(appeal.made_on)}",
    facts=_notice_facts,
    body=_notice,
    to=lambda p, appeal: [
        Party(o.person.full_name, "Appeals officer") for o in p.officers_of(appeal)
    ],
    approvers=("chair", "clerk"),
    seen_with="see_appeal_papers",
)

# 40h. The decision


def _decided(p: Position) -> Mapping[str, Appeal]:
    return {about: appeal for about, appeal in _appeals(p).items() if appeal.decided_on}


def _decision_facts(p: Position, appeal: Appeal) -> Facts:
    return {
        "made_on": written(appeal.made_on),
        "decided_on": words.day(appeal.decided_on),
        "held_on": written(appeal.review.held_on),
        "reasons": appeal.outcome_reasons,
        "notice": parts.length(p.scheme.review_notice),
    }


def _decision(draft: Draft, appeal: Appeal) -> Iterator[Block]:
    p, law = draft.p, draft.p.scheme
    yield from parts.letter_head(draft, people.head(p))
    yield draft.text("opening")
    yield _officers(draft, appeal)
    yield draft.heading("decision")
    yield draft.text(appeal.outcome, strong=True)
    yield from draft.part("reasons")
    yield draft.heading("next")
    yield draft.text(f"next_{appeal.outcome}")
    again = law.review_notice if appeal.outcome == Appeal.Outcome.UPHELD else None
    yield from parts.basis(law.appeal, law.appeals_officers, again)
    yield draft.text("handling")
    signatory = _for_them(p, appeal)
    yield signatory.signs()
    others = (people.chair(p), people.clerk(p))
    yield copies(*(each for each in others if each and each.name != signatory.name))


def _for_them(p: Position, appeal: Appeal) -> Party:
    """Return the officer who signs for all: a governor before others."""
    hearing = sorted(
        p.officers_of(appeal), key=lambda o: o.capacity != AppealsOfficer.Capacity.GOVERNOR
    )
    return Party(hearing[0].person.full_name, "For the appeals officers", p.school.name)


DECISION_ON_APPEAL = CyclePaper[Appeal](
    key="decision_on_appeal",
    number="40h",
    name="Decision on an appeal",
    phase="appeal",
    called="appeal_that_is_decided",
    rows=_decided,
    label=lambda appeal: f"decided on {written(appeal.decided_on)}",
    facts=_decision_facts,
    body=_decision,
    to=lambda p, _: [people.head(p)],
    approvers=("appeals_officer", "clerk"),
    seen_with="see_appeal_papers",
)
