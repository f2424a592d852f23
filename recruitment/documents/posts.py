"""Papers of the post: acting head, pay range and business case, reserve, risk assessment."""

from collections.abc import Iterator, Mapping

from casework import words
from casework.documents import legal
from casework.documents.blocks import Block, Heading, Reference, Title
from casework.documents.blocks import Facts as FactsTable
from casework.documents.letter import Facts
from casework.documents.party import Party, copies
from casework.documents.registry import APPOINTEE_FILE, AUTHORITY_FILE, SELECTION_FILE
from casework.words import written
from recruitment.documents import parts, people
from recruitment.documents.letter import Draft, HeadshipLetter
from recruitment.models import ActingHead, Candidate, PayDetermination, RiskAssessment
from recruitment.models.vacancy import WHOLE
from recruitment.position import Position
from recruitment.stages import CandidateState, Stage

# 32a. To the acting head


def _acting(p: Position) -> Mapping[str, ActingHead]:
    return {str(number): acting for number, acting in enumerate(p.acting_heads, start=1)}


def _named_as_acting(p: Position, about: str) -> set[str]:
    """Return the code of an acting head who applied as well."""
    acting = _acting(p).get(about)
    return parts.named_in(p, acting.name) if acting else set()


def _terms_of(p: Position, acting: ActingHead) -> Iterator[tuple[str, str]]:
    yield "Post", f"{acting.get_kind_display()}, {p.school.name}"
    yield "From", written(acting.since)
    yield "Until", written(acting.until) if acting.until else "The day before somebody is in post"
    yield "Share of full time", "The whole" if acting.share == WHOLE else f"{acting.share}%"
    yield "How it was arranged", acting.arranged


def _acting_facts(p: Position, acting: ActingHead) -> Facts:
    return {"school": p.school.name, "decided_on": words.day(acting.decided_on)}


def _acting_letter(draft: Draft, acting: ActingHead) -> Iterator[Block]:
    p = draft.p
    reader = Party(acting.name)
    yield parts.from_employer(p)
    yield Reference.of(draft.reference)
    yield reader.address
    yield reader.greeting
    yield Heading(draft.line("subject"))
    yield draft.text("opening")
    yield FactsTable(tuple(_terms_of(p, acting)))
    yield from legal.legal_basis(p.regime.acting_head)
    yield from draft.part("meaning")
    yield from draft.part("selection")
    yield draft.text("thanks")
    writer = draft.need(people.employer(p), "somebody_who_writes_for_the_employer")
    if writer.name == acting.name:  # nobody writes to themselves
        writer = draft.need(people.clerk(p), "clerk_to_the_governing_body")
    yield writer.signs()
    copied = (people.chair(p), people.clerk(p))
    yield copies(*(c for c in copied if c and c.name not in (writer.name, acting.name)))


LETTER_TO_ACTING_HEAD = HeadshipLetter[ActingHead](
    key="letter_to_acting_head",
    number="32a",
    name="Letter to the acting head",
    phase="post",
    called="acting_head",
    rows=_acting,
    label=lambda acting: f"from {written(acting.since)}",
    facts=_acting_facts,
    body=_acting_letter,
    to=lambda _, acting: [Party(acting.name)],
    approvers=("officer", "clerk", "chair"),
    of_employer=True,
    seen_with="see_documents",
    files=frozenset({SELECTION_FILE, AUTHORITY_FILE}),
    names=_named_as_acting,
)

# 32b. To the authority


def _notice_facts(p: Position, acting: ActingHead) -> Facts:
    return {**_acting_facts(p, acting), "authority": p.authority_name, "acting": acting.name}


def _notice(draft: Draft, acting: ActingHead) -> Iterator[Block]:
    p = draft.p
    reader = draft.need(people.authority(p), "authority")
    yield parts.from_governors(p)
    yield Reference.of(draft.reference)
    yield reader.address
    yield reader.greeting
    yield Heading(draft.line("subject"))
    yield draft.text("opening")
    yield FactsTable((("Person", acting.name), *_terms_of(p, acting)))
    yield from legal.legal_basis(p.regime.acting_head)
    yield draft.text("asking" if p.regime.authority_employs else "told")
    yield draft.need(people.clerk(p), "clerk_to_the_governing_body").signs()
    yield copies(people.chair(p))


NOTICE_OF_ACTING_HEAD = HeadshipLetter[ActingHead](
    key="notice_of_acting_head",
    number="32b",
    name="Notice of the acting head",
    phase="post",
    called="acting_head",
    rows=lambda p: _acting(p) if p.regime.notice_of_vacancy else {},
    label=lambda acting: f"from {written(acting.since)}",
    facts=_notice_facts,
    body=_notice,
    to=lambda p, _: [people.authority(p)],
    approvers=("clerk", "chair"),
    seen_with="see_documents",
    files=frozenset({SELECTION_FILE, AUTHORITY_FILE}),
    names=_named_as_acting,
)

# 34d. Pay


def _pay(p: Position) -> Mapping[str, PayDetermination]:
    return {str(number): pay for number, pay in enumerate(p.pay, start=1)}


def _pay_facts(p: Position, pay: PayDetermination) -> Facts:
    return {"school": p.school.name, "decided_on": words.day(pay.decided_on)}


def _range(p: Position, pay: PayDetermination) -> Iterator[tuple[str, str]]:
    yield "Post", parts.post(p)
    if pay.group:
        yield "Head's group", str(pay.group)
    if pay.group_maximum:
        yield "Maximum of the group", f"£{pay.group_maximum:,} a year"
    yield "Pay range", str(pay)
    yield "Determined on", written(pay.decided_on)
    yield "By", "The governing body, in a meeting" if pay.meeting else "Under delegated powers"


def _signed_by_chair(draft: Draft) -> Iterator[Block]:
    chair = draft.need(people.chair(draft.p), "chair_of_the_governing_body")
    yield chair.signs(closing=draft.line("closing"))
    yield copies(people.clerk(draft.p))


def _determination(draft: Draft, pay: PayDetermination) -> Iterator[Block]:
    p = draft.p
    yield parts.from_governors(p)
    yield Reference.of(draft.reference)
    yield draft.marking("marking")
    yield Title(draft.line("title"))
    yield draft.text("opening")
    yield FactsTable(tuple(_range(p, pay)))
    yield from legal.legal_basis(p.regime.pay_range)
    yield draft.heading("reasons")
    yield draft.text("reasons")
    if pay.business_case:
        yield draft.text("case")
    yield from _signed_by_chair(draft)


PAY_DETERMINATION = HeadshipLetter[PayDetermination](
    key="pay_determination",
    number="34d1",
    name="Determination of the pay range",
    phase="post",
    called="determination_of_pay",
    rows=_pay,
    label=lambda pay: written(pay.decided_on),
    facts=lambda p, pay: {**_pay_facts(p, pay), "reasons": pay.reasons},
    body=_determination,
    to=lambda p, _: [people.chair(p), people.clerk(p)],
    approvers=("chair", "clerk"),
    seen_with="see_checks",
    files=frozenset({SELECTION_FILE, AUTHORITY_FILE}),
    names=parts.nobody,
)


def _case_facts(p: Position, pay: PayDetermination) -> Facts:
    return {
        **_pay_facts(p, pay),
        "business_case": pay.business_case,
        "advised_by": pay.advised_by,
        "reasons": pay.reasons,
    }


def _case(draft: Draft, pay: PayDetermination) -> Iterator[Block]:
    p = draft.p
    limit = draft.need(p.regime.pay_limit, "limit_on_the_pay_of_the_head")
    yield parts.from_governors(p)
    yield Reference.of(draft.reference)
    yield draft.marking("marking")
    yield Title(draft.line("title"))
    yield draft.text("opening")
    yield FactsTable(tuple(_range(p, pay)))
    yield from legal.legal_basis(limit)
    yield from draft.part("circumstances")
    yield from draft.part("advice")
    yield from draft.part("reasons")
    yield from _signed_by_chair(draft)


BUSINESS_CASE = HeadshipLetter[PayDetermination](
    key="business_case_for_pay",
    number="34d2",
    name="Business case for pay above the limit",
    phase="post",
    called="business_case_for_pay_above_the_limit",
    rows=lambda p: {about: pay for about, pay in _pay(p).items() if pay.business_case},
    label=lambda pay: written(pay.decided_on),
    facts=_case_facts,
    body=_case,
    to=lambda p, _: people.voters(p, None),
    approvers=("chair", "clerk"),
    seen_with="see_checks",
    files=frozenset({SELECTION_FILE, AUTHORITY_FILE}),
    names=parts.nobody,
)

# 34e. Held in reserve

NOT_YET_APPOINTED = frozenset({Stage.RECOMMENDED, Stage.APPROVED})


def _reserves(p: Position) -> Mapping[str, Candidate]:
    """Whoever was interviewed and waits, while another is chosen and not yet appointed."""
    waits = p.candidates_in(CandidateState.INTERVIEWED) if p.stage in NOT_YET_APPOINTED else ()
    return {"-".join(filter(None, (c.code, parts.this_round(p)))): c for c in waits}


def _reserve(draft: Draft, candidate: Candidate) -> Iterator[Block]:
    reader = Party(candidate.name, candidate.post)
    yield parts.from_governors(draft.p)
    yield Reference.of(draft.reference)
    yield draft.marking("marking")
    yield reader.address
    yield reader.greeting
    yield Heading(draft.line("subject"))
    yield draft.text("opening")
    yield draft.text("waiting")
    yield draft.text("free")
    yield draft.text("thanks")
    yield draft.need(people.panel_chair(draft.p), "chair_of_the_selection_panel").signs()


LETTER_RESERVE = HeadshipLetter[Candidate](
    key="letter_reserve",
    number="34e",
    name="Letter to a candidate held in reserve",
    phase="appointment",
    called="candidate_held_in_reserve",
    rows=_reserves,
    label=lambda candidate: candidate.code,
    facts=lambda p, c: {"school": p.school.name, "interviewed_on": words.day(c.interviewed_on)},
    body=_reserve,
    to=lambda _, candidate: [Party(candidate.name)],
    approvers=("panel_chair", "clerk"),
    to_applicants=True,
    seen_with="see_candidates",
    files=frozenset({SELECTION_FILE}),
)

# 34f. The risk assessment


def _risks(p: Position) -> Mapping[str, RiskAssessment]:
    codes = {candidate.pk: candidate.code for candidate in p.candidates}
    return parts.numbered((codes[risk.candidate_id], risk) for risk in p.risks)


def _barred_list(p: Position, risk: RiskAssessment) -> str:
    """Say when each check that must come before such a start was made on the person."""
    late = p.regime.start_before_certificate.value
    names = {rule.value.key: rule.value.name for rule in p.regime.checks}
    made = {
        check.key: f"{names[check.key]}: {written(check.done_on)}, by {check.done_by}"
        for check in p.checks
        if check.key in late.first
        and check.candidate_id == risk.candidate_id
        and check.undone_on is None
    }
    return "\n".join(made[key] for key in sorted(made)) or "Not yet made"


def _risk(draft: Draft, risk: RiskAssessment) -> Iterator[Block]:
    p = draft.p
    yield parts.from_employer(p)
    yield Reference.of(draft.reference)
    yield draft.marking("marking")
    yield Title(draft.line("title"))
    yield draft.text("opening")
    yield FactsTable(
        (
            ("Post", parts.post(p)),
            ("Assessed on", written(risk.assessed_on)),
            ("Checks made before", _barred_list(p, risk)),
            ("Supervised by", risk.supervised_by),
            ("Holds until", written(risk.until)),
        )
    )
    yield from legal.legal_basis(p.regime.start_before_certificate)
    yield from draft.part("reasons")
    yield from draft.part("supervision")
    yield draft.text("end")
    writer = draft.need(people.employer(p), "somebody_who_writes_for_the_employer")
    yield writer.signs(closing=draft.line("closing"))
    yield parts.copies_but(writer, p)


def _risk_facts(p: Position, risk: RiskAssessment) -> Facts:
    name = next(c.name for c in p.candidates if c.pk == risk.candidate_id)
    return {"candidate": name, "reasons": risk.reasons, "supervision": risk.supervision}


RISK_ASSESSMENT = HeadshipLetter[RiskAssessment](
    key="risk_assessment",
    number="34f",
    name="Risk assessment for a start before the certificate",
    phase="post",
    called="risk_assessment",
    rows=_risks,
    label=lambda risk: written(risk.assessed_on),
    facts=_risk_facts,
    body=_risk,
    to=lambda p, _: [people.officer(p), people.chair(p), people.clerk(p)],
    approvers=("officer", "clerk", "chair"),
    of_employer=True,
    seen_with="see_checks",
    files=frozenset({APPOINTEE_FILE, AUTHORITY_FILE}),
)

OF_THE_ACTING_HEAD = (LETTER_TO_ACTING_HEAD, NOTICE_OF_ACTING_HEAD)
OF_THE_POST = (PAY_DETERMINATION, BUSINESS_CASE, LETTER_RESERVE, RISK_ASSESSMENT)
