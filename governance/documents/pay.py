"""Papers on pay, in England: the appraisers' recommendation, and the letter to the head."""

from collections.abc import Iterator, Mapping

from casework import words
from casework.documents.blocks import Addressee, Block, Heading, Reference
from casework.documents.blocks import Facts as FactsTable
from casework.documents.letter import Facts
from casework.documents.party import Party
from casework.words import written
from governance.documents import parts, people
from governance.documents.letter import CyclePaper, Draft
from governance.models import Pay
from governance.position import Position

DECIDERS = Party("", "The governors who decide on the pay of the head")

# 39a. The recommendation


def _recommended(p: Position) -> Mapping[str, Pay]:
    return parts.several(p.pay_rows) if p.scheme.pay_recommendation else {}


def _recommendation_facts(_: Position, pay: Pay) -> Facts:
    return {
        "recommended": pay.recommended,
        "recommended_on": written(pay.recommended_on),
        "reasons": pay.reasons,
    }


def _recommendation(draft: Draft, _: Pay) -> Iterator[Block]:
    p, law = draft.p, draft.p.scheme
    yield parts.from_governors(p)
    yield Reference.of(draft.reference)
    yield draft.marking("marking")
    yield Addressee((DECIDERS.office, p.school.name))
    yield Heading(draft.line("subject"))
    yield draft.text("opening")
    yield FactsTable((*parts.whose(p), parts.appraisers(draft)))
    yield draft.heading("recommended")
    yield draft.text("recommended", strong=True)
    yield from draft.part("reasons")
    yield draft.heading("decision")
    yield draft.text("decision")
    yield from parts.says(law.pay_decided_by_others, law.pay_follows_performance, law.salary_review)
    yield from parts.basis(law.pay_recommendation, law.pay_follows_performance, law.salary_review)
    yield draft.text("not_enclosed")
    yield parts.signed_for_appraisers(draft)


PAY_RECOMMENDATION = CyclePaper[Pay](
    key="pay_recommendation",
    number="39a",
    name="Recommendation on pay",
    phase="pay",
    called="recommendation_on_pay",
    rows=_recommended,
    label=lambda pay: f"of {written(pay.recommended_on)}",
    facts=_recommendation_facts,
    body=_recommendation,
    to=lambda _, __: [DECIDERS],
    approvers=("appraiser",),
    seen_with="see_pay",
)

# 39b. To the head


def _decided(p: Position) -> Mapping[str, Pay]:
    return {about: pay for about, pay in _recommended(p).items() if pay.decided_on}


def _letter_facts(p: Position, pay: Pay) -> Facts:
    stated = p.scheme.pay_statement
    due = stated.value.last_day(pay.decided_on) if stated and pay.decided_on else None
    return {
        "decided": pay.decided,
        "decided_on": words.day(pay.decided_on),
        "reasons": pay.decided_reasons,
        "statement_by": words.day(due),
    }


def _letter(draft: Draft, pay: Pay) -> Iterator[Block]:
    p = draft.p
    yield from parts.letter_head(draft, people.head(p))
    yield draft.text("opening")
    yield draft.text("decided", strong=True)
    yield FactsTable(tuple(_particulars(pay)))
    yield from draft.part("reasons")
    yield draft.text(pay.outcome)
    yield from draft.part("appeal")
    yield draft.text("statement")
    yield from parts.basis(p.scheme.pay_statement)
    yield draft.need(people.chair(p), "chair_of_the_governing_body").signs()


def _particulars(pay: Pay) -> Iterator[tuple[str, str]]:
    yield "Recommended", pay.recommended
    yield "Recommended on", written(pay.recommended_on)
    yield "Decided on", written(pay.decided_on)
    if deciders := [person.full_name for person in pay.deciders.all()]:
        yield "Decided by", "\n".join(deciders)


LETTER_ON_PAY = CyclePaper[Pay](
    key="letter_on_pay",
    number="39b",
    name="Letter on pay",
    phase="pay",
    called="decision_on_pay",
    rows=_decided,
    label=lambda pay: f"decided on {written(pay.decided_on)}",
    facts=_letter_facts,
    body=_letter,
    to=lambda p, _: [people.head(p)],
    approvers=("chair",),
    seen_with="see_pay",
)
