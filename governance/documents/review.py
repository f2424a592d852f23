"""Papers of the review: its notice, the assurance to the governing body, England's report."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from casework import words
from casework.documents.blocks import Addressee, Block, Heading, Reference
from casework.documents.blocks import Facts as FactsTable
from casework.documents.letter import Facts
from casework.documents.party import Party, copies
from casework.words import written
from governance import clocks
from governance.documents import findings, parts, people
from governance.documents.letter import CyclePaper, Draft, in_wales
from governance.models import Cycle, Point, Review
from governance.position import Position
from law.base import Rule
from law.periods import in_words

# 40c. The notice


def _noticed(p: Position) -> Mapping[str, Cycle]:
    """Return the cycle, once notice is given of a review that the law asks notice of."""
    return {"": p.case} if p.scheme.review_notice and p.case.review_notice_on else {}


def _notice_facts(p: Position, cycle: Cycle) -> Facts:
    law, given, day = p.scheme, cycle.review_notice_on, cycle.review_to_be_on
    return {
        "review_on": in_words(day) if day else None,
        "notice_on": in_words(given) if given else None,
        "notice_counted": parts.counted(p, law.review_notice, given),
        "statement_by": parts.last_day(p, law.statement_copy, day),
        **_of_the_record(p, day),
    }


def _of_the_record(p: Position, review_on: date | None) -> Facts:
    """Return by when the head's record is to be in, counted back from the review."""
    rule = p.scheme.record_before_review
    if rule is None or review_on is None:
        return {"record_by": None, "record_counted": None}
    return {
        "record_by": in_words(rule.value.latest_notice(review_on, p.calendar)),
        "record_counted": rule.value.explain_back(review_on, p.calendar),
    }


def _notice(draft: Draft, _: Cycle) -> Iterator[Block]:
    p = draft.p
    yield from parts.letter_head(draft, people.head(p))
    yield draft.text("opening")
    yield FactsTable((*parts.whose(p), *_days(draft), parts.appraisers(draft)))
    yield from parts.basis(*_law_of_notice(p))
    for section in ("record", "counted", "review"):
        yield from draft.part(section)
    yield draft.text("asking")
    yield draft.need(people.clerk(p), "clerk_to_the_governing_body").signs()
    yield copies(*people.appraisers(p))


def _law_of_notice(p: Position) -> tuple[Rule[Any] | None, ...]:
    law = p.scheme
    counting = (law.counting, law.counting_back)
    return (*counting, law.review_notice, law.record_before_review, law.statement_copy)


def _days(draft: Draft) -> Iterator[tuple[str, str]]:
    yield "Notice given on", draft.line("notice_day")
    yield "Review", draft.line("review_day")
    yield "Your record in by", draft.line("record_day")


NOTICE_OF_REVIEW = CyclePaper[Cycle](
    key="notice_of_review",
    number="40c",
    name="Notice of the review",
    phase="review",
    called="notice_of_the_review",
    rows=_noticed,
    label=lambda cycle: f"to be held on {written(cycle.review_to_be_on)}",
    facts=_notice_facts,
    body=_notice,
    to=lambda p, _: [people.head(p)],
    approvers=("clerk", "chair"),
    seen_with="see_people",
)

# 39. The report, in England


def _report_facts(p: Position, review: Review) -> Facts:
    pay = p.pay
    return {
        **findings.facts(review),
        "recommended": pay.recommended if pay else None,
        "pay_reasons": pay.reasons if pay else None,
        "pay_decided_on": words.day(pay.decided_on) if pay else None,
        "kept_until": words.day(clocks.kept_until(p)),
    }


def _report(draft: Draft, review: Review) -> Iterator[Block]:
    p, law = draft.p, draft.p.scheme
    yield from parts.paper_head(draft)
    yield draft.text("opening")
    yield FactsTable((*findings.particulars(draft, review), *_adviser(p)))
    pay = law.pay_recommendation if _pay(p) == "pay" else None
    yield from parts.basis(law.assessed, law.report, law.report_contains, pay)
    yield from findings.judged(draft)
    for section in ("standards", "overall", "needs", "development"):
        yield from draft.part(section)
    yield draft.heading("pay")
    yield draft.text(_pay(p))
    if p.pay:
        yield draft.text("pay_decided" if p.pay.decided_on else "pay_undecided")
    yield draft.heading("rights")
    yield draft.text("rights")
    yield from draft.part("keeping")
    yield from parts.of_no_regulations(law.retention)
    yield draft.text("handling")
    yield parts.signed_for_appraisers(draft)
    yield parts.received_by_head(p)


def _adviser(p: Position) -> Iterator[tuple[str, str]]:
    if consulted := p.consulted(Point.REVIEW):
        adviser = consulted.adviser.full_name
        yield "External adviser consulted", f"{adviser}, {written(consulted.held_on)}"


def _pay(p: Position) -> str:
    """Choose what to say of pay: a recommendation, one to come, or none asked for."""
    if p.pay:
        return "pay"
    return "pay_to_come" if p.case.pay else "no_pay"


APPRAISAL_REPORT = CyclePaper[Review](
    key="appraisal_report",
    number="39",
    name="Appraisal report",
    phase="review",
    called="review",
    rows=lambda p: findings.standing(p) if not in_wales(p.scheme) else {},
    label=lambda review: f"review of {written(review.held_on)}",
    facts=_report_facts,
    body=_report,
    to=lambda p, _: [people.head(p)],
    approvers=("appraiser",),
    seen_with="see_report",
)

# 40e. The assurance


def _given(p: Position) -> Mapping[str, Review]:
    return {about: r for about, r in findings.standing(p).items() if r.given_on}


def _assurance_facts(p: Position, review: Review) -> Facts:
    return {
        "held_on": written(review.held_on),
        "given_on": words.day(review.given_on),
        "set_on": words.day(p.case.objectives_set_on),
    }


def _assurance(draft: Draft, _: Review) -> Iterator[Block]:
    p = draft.p
    chair = draft.need(people.chair(p), "chair_of_the_governing_body")
    yield parts.from_governors(p)
    yield Reference.of(draft.reference)
    yield draft.marking("marking")
    yield Addressee((f"The governing body of {p.school.name}",))
    yield Heading(draft.line("subject"))
    yield draft.text("opening")
    yield draft.bullets("appraised", "report_wales" if in_wales(p.scheme) else "report_england")
    if p.consulted(Point.OBJECTIVES) and p.consulted(Point.REVIEW):
        yield draft.text("adviser")
    yield draft.text("nothing_more")
    yield draft.text("minute")
    yield chair.signs(closing="Assured by")


ASSURANCE_TO_GOVERNORS = CyclePaper[Review](
    key="assurance_to_governors",
    number="40e",
    name="Assurance to the governing body",
    phase="review",
    called="report_or_statement_that_is_given",
    rows=_given,
    label=lambda _: "",
    facts=_assurance_facts,
    body=_assurance,
    to=lambda p, _: [Party("", f"The governing body of {p.school.name}"), people.clerk(p)],
    approvers=("chair",),
    seen_with="see_cycle",
)
