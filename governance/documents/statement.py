"""Wales: the appraisal statement, its annex, and by when the head can comment and appeal."""

from collections.abc import Iterator

from casework import words
from casework.documents.blocks import Block, PageBreak, Title
from casework.documents.blocks import Facts as FactsTable
from casework.documents.letter import Facts
from casework.documents.party import Party, copies
from casework.words import written
from governance.documents import findings, parts, people
from governance.documents.letter import CyclePaper, Draft, in_wales
from governance.models import Review
from governance.position import Position


def _facts(p: Position, review: Review) -> Facts:
    law, given = p.scheme, review.given_on
    return {
        **findings.facts(review),
        "given_on": words.day(given),
        "comments": review.comments,
        "commented_on": words.day(review.commented_on),
        "comments_within": law.comments.value.describe() if law.comments else None,
        "comments_by": parts.last_day(p, law.comments, given),
        "appeal_within": law.appeal.value.describe() if law.appeal else None,
        "appeal_by": parts.last_day(p, law.appeal, given),
        "appeal_counted": parts.counted(p, law.appeal, given),
    }


def _statement(draft: Draft, review: Review) -> Iterator[Block]:
    p, law = draft.p, draft.p.scheme
    yield from parts.paper_head(draft)
    yield draft.text("opening")
    yield FactsTable(tuple(_particulars(draft, review)))
    yield from parts.basis(law.assessed, law.statement, law.statement_copy)
    yield from findings.judged(draft)
    for section in ("standards", "overall"):
        yield from draft.part(section)
    yield draft.text("see_annex")
    if review.comments.strip():
        yield from draft.part("comments")
    yield from _rights(draft, review)
    yield draft.heading("keeping")
    yield from parts.says(law.retention)
    yield from parts.basis(law.retention)
    yield draft.heading("given_to")
    given_to = (law.statement_to, law.statement_on_request, law.statement_from_chair)
    yield from parts.says(*given_to)
    yield from parts.basis(*given_to)
    yield parts.signed_for_appraisers(draft)
    yield parts.received_by_head(p)
    yield copies(people.chair(p), _chief_education_officer(p))
    yield from _annex(draft)


def _particulars(draft: Draft, review: Review) -> Iterator[tuple[str, str]]:
    yield from findings.particulars(draft, review)
    if review.given_on:
        yield "Given to the head on", written(review.given_on)


def _chief_education_officer(p: Position) -> Party | None:
    name = p.authority_name
    return Party("", "Chief education officer", name) if name else None


def _rights(draft: Draft, review: Review) -> Iterator[Block]:
    """Yield the right to comment and to appeal: with the last days, once they are known."""
    law = draft.p.scheme
    yield draft.heading("rights")
    yield draft.text("rights_by_day" if review.given_on else "rights")
    if review.given_on:
        yield draft.text("counted", note=True)
    yield from parts.basis(law.counting, law.comments, law.appeal)


def _annex(draft: Draft) -> Iterator[Block]:
    p, law = draft.p, draft.p.scheme
    yield PageBreak()
    yield parts.from_governors(p)
    yield draft.marking("marking")
    yield Title(draft.line("annex_title"))
    yield draft.text("annex")
    yield FactsTable(tuple(parts.whose(p)))
    yield from draft.part("needs")
    yield from draft.part("development")
    yield from parts.says(law.annex_to_planner)
    yield draft.text("annex_use")
    yield from parts.basis(law.annex, law.annex_to_planner)
    yield parts.signed_for_appraisers(draft)


APPRAISAL_STATEMENT = CyclePaper[Review](
    key="appraisal_statement",
    number="39w",
    name="Appraisal statement",
    phase="review",
    called="review",
    rows=lambda p: findings.standing(p) if in_wales(p.scheme) else {},
    label=lambda review: f"review of {written(review.held_on)}",
    facts=_facts,
    body=_statement,
    to=lambda p, _: [people.head(p), people.chair(p), _chief_education_officer(p)],
    approvers=("appraiser",),
    seen_with="see_report",
)
