"""The external adviser's advice in writing: before the objectives are set, and on the appraisal."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from casework.documents.blocks import Addressee, Block, Letterhead, Reference, Table, Title
from casework.documents.blocks import Facts as FactsTable
from casework.documents.letter import Facts
from casework.documents.party import Party
from casework.words import written
from governance.documents import parts, people
from governance.documents.letter import CyclePaper, Draft
from governance.models import Advice, Engagement, Point, SystemAdvice
from governance.position import Position
from governance.previous import outcome

OWN_WORDS = ("seen", "not_seen", "on_standards", "questions", "for_governors", "conclusion")
InWriting = Advice | SystemAdvice
READERS = Party("", "The governors who appraise the head")


def _at(p: Position, point: Point) -> Mapping[str, Advice]:
    """Return the advice given at that point of the year."""
    return parts.several([each for each in p.advice if each.point == point])


def _engaged(p: Position, advice: InWriting) -> Engagement | None:
    """Return the engagement under which the adviser gave the advice."""
    mine = (e for e in p.engagements if e.person_id == advice.adviser_id)
    begun = [e for e in mine if e.since <= advice.given_on]
    return begun[-1] if begun else None


def _facts(_: Position, advice: Advice) -> Facts:
    return {name: getattr(advice, name) for name in OWN_WORDS}


def _engagement(draft: Draft, advice: InWriting) -> Engagement:
    return draft.need(_engaged(draft.p, advice), "engagement_of_the_adviser")


def writer(draft: Draft, advice: InWriting) -> Party:
    """Return the adviser who gave the advice, of whom they worked for then."""
    of = _engagement(draft, advice).of
    return Party(advice.adviser.full_name, "External adviser", of)


def capacity(draft: Draft, advice: InWriting) -> Iterator[tuple[str, str]]:
    """Yield in what capacity the adviser advises, and with what interests."""
    engagement = _engagement(draft, advice)
    if engagement.of:
        yield "Working for", engagement.of
    yield "Engaged from", written(engagement.since)
    yield "Skills and experience", engagement.skills
    yield "Interests declared", engagement.interests


def _head(draft: Draft, advice: Advice) -> Iterator[Block]:
    p, signs = draft.p, writer(draft, advice)
    yield Letterhead((signs.body or signs.name, "External adviser to the governing body"))
    yield Reference.of(draft.reference)
    yield draft.marking("marking")
    yield draft.marking("status")
    yield Addressee((READERS.office, p.school.name))
    yield Title(draft.line("title"))
    yield draft.text("opening")
    visited, given = written(advice.visited_on), written(advice.given_on)
    yield FactsTable((*parts.whose(p), ("Visit", visited), ("Advice given", given)))


def _foot(draft: Draft, advice: Advice) -> Iterator[Block]:
    yield from draft.part("questions")
    yield from _suggested(draft, advice)
    yield from draft.part("for_governors")
    yield draft.heading("conclusion")
    yield draft.text("conclusion", strong=True)
    yield from draft.part("capacity")
    yield FactsTable(tuple(capacity(draft, advice)))
    yield draft.text("handling")
    yield writer(draft, advice).signs(closing="Advised by")


def _suggested(draft: Draft, advice: Advice) -> Iterator[Block]:
    """Yield the objectives that the adviser suggests, each with its measure."""
    yield draft.heading("suggested")
    if not advice.suggested:
        yield draft.text("none_suggested")
        return
    rows = tuple((each["text"], each["measure"]) for each in advice.suggested)
    yield Table(draft.line("suggested"), ("Objective", "How it would be measured"), rows)


def _evidence(draft: Draft, advice: Advice) -> Iterator[Block]:
    """Yield what the adviser saw, and what not."""
    yield from draft.part("seen")
    yield draft.heading("not_seen")
    yield draft.text("not_seen" if advice.not_seen.strip() else "all_seen")


def _judged(draft: Draft, advice: Advice, none: str = "no_judgements") -> Iterator[Block]:
    """Yield the adviser's judgement on each objective, in the words that it was given on."""
    yield draft.heading("judgements")
    if not advice.on_objectives:
        yield draft.text(none)
    for said in advice.on_objectives:
        number = int(said["number"])
        text, success = _as_judged(draft, said)
        judged = (("Judgement", said["judgement"]), ("Reasons", said["reasons"]))
        yield from parts.objective(number, text, (("Met when", success), *judged))


def _as_judged(draft: Draft, said: Mapping[str, Any]) -> tuple[str, str]:
    """Return the words of an objective as they were judged; earlier advice did not keep them."""
    if "text" in said:
        return said["text"], said["success"]
    number = int(said["number"])
    now = next((o for o in draft.p.objectives if o.number == number), None)
    objective = draft.need(now, f"objective_{number}")
    return objective.text, objective.success


def _in_draft(p: Position, day: date) -> bool:
    """Return whether there was an objective on that day."""
    return any(
        o.since <= day and (o.dropped_on is None or day < o.dropped_on) for o in p.objectives
    )


# 35. Before the objectives


def _on_objectives(draft: Draft, advice: Advice) -> Iterator[Block]:
    law = draft.p.scheme
    yield from _head(draft, advice)
    yield from parts.basis(law.external_adviser, law.adviser_consulted_on_objectives)
    yield from _evidence(draft, advice)
    yield from _of_last_year(draft)
    in_draft = _in_draft(draft.p, advice.given_on)
    yield from _judged(draft, advice, "no_judgements" if in_draft else "none_in_draft")
    if advice.on_standards.strip():
        yield from draft.part("standards")
    yield from _foot(draft, advice)


def _of_last_year(draft: Draft) -> Iterator[Block]:
    """Yield the objectives of the cycle before, with what became of each."""
    earlier = draft.p.earlier
    yield draft.heading("earlier")
    if not earlier:
        yield draft.text("no_earlier")
        return
    rows = tuple((str(o.number), o.text, o.success, outcome(o)) for o in earlier)
    headers = ("No.", "Objective", "Met when", "What became of it")
    yield Table(f"Objectives of {earlier[0].cycle.years}", headers, rows, widths=(1, 4, 4, 4))


ADVICE_ON_OBJECTIVES = CyclePaper[Advice](
    key="advice_on_objectives",
    number="35",
    name="Adviser's advice on the objectives",
    phase="objectives",
    called="advice_before_the_objectives",
    rows=lambda p: _at(p, Point.OBJECTIVES),
    label=lambda advice: f"given on {written(advice.given_on)}",
    facts=_facts,
    body=_on_objectives,
    to=lambda p, _: [READERS, *people.appraisers(p)],
    approvers=("adviser",),
    seen_with="see_advice",
)

# 38. For the review


def _on_review(draft: Draft, advice: Advice) -> Iterator[Block]:
    law = draft.p.scheme
    yield from _head(draft, advice)
    yield from parts.basis(law.external_adviser, law.adviser_consulted_on_appraisal)
    yield from _evidence(draft, advice)
    yield from _judged(draft, advice)
    yield from draft.part("standards")
    yield from _foot(draft, advice)


ADVICE_ON_REVIEW = CyclePaper[Advice](
    key="advice_on_review",
    number="38",
    name="Adviser's advice on the appraisal",
    phase="review",
    called="advice_for_the_review",
    rows=lambda p: _at(p, Point.REVIEW),
    label=lambda advice: f"given on {written(advice.given_on)}",
    facts=_facts,
    body=_on_review,
    to=lambda p, _: [READERS, *people.appraisers(p)],
    approvers=("adviser",),
    seen_with="see_advice",
)
