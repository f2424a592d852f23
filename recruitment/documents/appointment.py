"""Papers of the employer: the authority's appointment or refusal, the offer, the confirmation."""

from collections.abc import Iterator

from casework.documents.blocks import Block, Heading, Table
from casework.documents.blocks import Facts as FactsTable
from casework.documents.registry import APPOINTEE_FILE, AUTHORITY_FILE, SELECTION_FILE
from law.appointment.regime import Check
from law.base import Rule
from recruitment.documents import parts, people
from recruitment.documents.letter import Draft, Facts, Letter
from recruitment.models import Decision
from recruitment.position import Position
from recruitment.rules.base import written

Kind = Decision.Kind


def _facts(p: Position) -> Facts:
    """Return what the wording of each of these papers may use."""
    return {"school": p.school.name, "authority": p.authority_name}


def _approved_on(p: Position) -> str | None:
    approved = p.decision(Kind.APPROVE)
    return parts.day(approved.decided_on) if approved else None


def _to_governors(draft: Draft) -> Iterator[Block]:
    """The head of a letter from the authority to the governing body."""
    p = draft.p
    chair = draft.need(people.chair(p), "chair_of_the_governing_body")
    yield parts.from_authority(p)
    yield parts.reference(draft.reference)
    yield draft.marking("marking")
    yield parts.care_of(chair, f"The governing body of {p.school.name}", p)
    yield chair.greeting
    yield Heading(draft.line("subject"))


def _to_appointee(draft: Draft, decision: Decision) -> Iterator[Block]:
    """The head of a letter from the employer to the person appointed."""
    p = draft.p
    appointee = people.appointee(draft.need(decision.candidate, "person_appointed"))
    yield parts.from_authority(p)
    yield parts.reference(draft.reference)
    yield draft.marking("marking")
    yield parts.elsewhere(appointee)
    yield appointee.greeting
    yield Heading(draft.line("subject"))


def _officer(draft: Draft) -> people.Party:
    return draft.need(people.officer(draft.p), "officer_of_the_authority")


# 27a. The authority's appointment


def _appointment_facts(p: Position, decision: Decision) -> Facts:
    return {**_facts(p), "candidate": parts.name_of(decision)}


def _appointment(draft: Draft, decision: Decision) -> Iterator[Block]:
    p = draft.p
    yield from _to_governors(draft)
    yield draft.text("opening")
    yield FactsTable(tuple(_particulars(draft, decision)))
    yield from parts.legal_basis(p.regime.appointer)
    yield draft.text("next")
    yield _officer(draft).signs()
    yield parts.copies(people.clerk(p))


def _particulars(draft: Draft, decision: Decision) -> Iterator[tuple[str, str]]:
    yield "Post", f"Headteacher, {draft.p.school.name}"
    yield "Person appointed", draft.need(parts.name_of(decision), "person_appointed")
    yield "Approved on", draft.need(_approved_on(draft.p), "approval_of_the_governing_body")
    yield "Appointed on", written(decision.decided_on)
    if by := decision.detail.get("appointed_by"):
        yield "Appointed by", str(by)


AUTHORITY_APPOINTMENT = Letter[Decision](
    key="authority_appointment",
    number="27a",
    name="The authority's appointment",
    phase="appointment",
    called="appointment_by_the_authority",
    rows=lambda p: parts.decision_now(p, Kind.APPOINT),
    label=lambda _: "",
    facts=_appointment_facts,
    body=_appointment,
    to=lambda p, _: [people.chair(p), people.clerk(p)],
    approvers=("officer",),
    seen_with="see_chosen",
    files=frozenset({SELECTION_FILE, AUTHORITY_FILE, APPOINTEE_FILE}),
    names=parts.chosen_in,
)

# 27b. The authority's refusal


def _refusal_facts(p: Position, decision: Decision) -> Facts:
    grounds = {ground.key: ground.sentence for ground in p.regime.refusal_grounds.value}
    return {
        **_facts(p),
        "candidate": parts.name_of(decision),
        "approved_on": _approved_on(p),
        "decided_on": parts.day(decision.decided_on),
        "ground_of_refusal": grounds.get(str(decision.detail.get("ground"))),
        "evidence": decision.reasons,
        "repeat_provision": parts.provision(p.regime.repeat_steps),
    }


def _refusal(draft: Draft, _: Decision) -> Iterator[Block]:
    p, law = draft.p, draft.p.regime
    yield from _to_governors(draft)
    yield draft.text("opening")
    yield from parts.legal_basis(law.appointer, law.refusal_grounds, law.repeat_steps)
    yield from draft.part("ground")
    yield from draft.part("evidence")
    yield from draft.part("next")
    yield draft.text("handling")
    yield _officer(draft).signs()
    yield parts.copies(people.clerk(p))


AUTHORITY_REFUSAL = Letter[Decision](
    key="authority_refusal",
    number="27b",
    name="The authority's refusal",
    phase="appointment",
    called="refusal_by_the_authority",
    rows=lambda p: parts.decision_now(p, Kind.REFUSE),
    label=lambda _: "",
    facts=_refusal_facts,
    body=_refusal,
    to=lambda p, _: [people.chair(p), people.clerk(p)],
    approvers=("officer",),
    seen_with="see_checks",
    files=frozenset({SELECTION_FILE, AUTHORITY_FILE}),
    names=parts.chosen_in,
)

# 28. The conditional offer


def _offer_facts(p: Position, _: Decision) -> Facts:
    return {**_facts(p), "approved_on": _approved_on(p)}


def _offer(draft: Draft, decision: Decision) -> Iterator[Block]:
    p = draft.p
    yield from _to_appointee(draft, decision)
    yield draft.text("opening")
    yield FactsTable(tuple(_terms(draft, decision)))
    yield from draft.part("conditions")
    yield _conditions(p.regime.checks)
    yield from parts.legal_basis(p.regime.offer_conditional)
    yield draft.text("failing")
    yield from draft.part("reply")
    yield draft.text("notice", strong=True)
    yield _officer(draft).signs()
    yield parts.copies(people.chair(p), people.clerk(p))


def _terms(draft: Draft, offer: Decision) -> Iterator[tuple[str, str]]:
    p, terms = draft.p, offer.detail
    yield "Post", f"Headteacher, {p.school.name}"
    yield "Employer", p.authority_name
    yield "Start", draft.need(parts.iso_day(terms.get("starts_on")), "start_date")
    yield "Salary", draft.need(str(terms.get("salary") or "") or None, "salary")


def _conditions(checks: tuple[Rule[Check], ...]) -> Table:
    rows = tuple((rule.value.name, _when(rule.value)) for rule in checks)
    return Table("Checks", ("Check", "When"), rows, (4, 5))


def _when(check: Check) -> str:
    """Say by when a check must be complete."""
    by = {"confirmation": "before the appointment is confirmed", "start": "before you start"}
    when = by[check.before]
    return f"If it applies to you, {when}" if check.required != "always" else when.capitalize()


CONDITIONAL_OFFER = Letter[Decision](
    key="conditional_offer",
    number="28",
    name="Conditional offer",
    phase="appointment",
    called="offer",
    rows=lambda p: parts.decision_now(p, Kind.OFFER),
    label=lambda _: "",
    facts=_offer_facts,
    body=_offer,
    to=lambda _, offer: [people.Party(parts.name_of(offer) or "")],
    approvers=("officer", "clerk"),
    seen_with="see_checks",
    files=frozenset({AUTHORITY_FILE, APPOINTEE_FILE}),
    names=parts.chosen_in,
)

# 30. The confirmation


def _confirmation_facts(p: Position, _: Decision) -> Facts:
    offer, accepted = p.decision(Kind.OFFER), p.decision(Kind.ACCEPT)
    return {
        **_facts(p),
        "offered_on": parts.day(offer.decided_on) if offer else None,
        "accepted_on": parts.day(accepted.decided_on) if accepted else None,
    }


def _confirmation(draft: Draft, decision: Decision) -> Iterator[Block]:
    p = draft.p
    offer = draft.need(p.decision(Kind.OFFER), "offer")
    outcomes = [(rule.value, _outcome(p, rule.value)) for rule in p.regime.checks]
    yield from _to_appointee(draft, decision)
    yield draft.text("opening")
    yield FactsTable(tuple(_terms(draft, offer)))
    yield draft.heading("checks")
    yield draft.text("outstanding" if any(not done for _, done in outcomes) else "complete")
    rows = tuple((check.name, done or "To be completed") for check, done in outcomes)
    yield Table("Checks", ("Check", "Outcome"), rows, (4, 5))
    yield from parts.legal_basis(p.regime.offer_conditional)
    yield draft.text("next")
    yield _officer(draft).signs()
    yield parts.copies(people.chair(p), people.clerk(p))


def _outcome(p: Position, check: Check) -> str:
    """Say how a check came out, or nothing for one that is still to be made."""
    done = p.check_done(check.key)
    if done is None or (done.applies and not done.satisfactory):
        return ""
    return f"Completed on {written(done.done_on)}" if done.applies else "Does not apply"


CONFIRMATION_OF_APPOINTMENT = Letter[Decision](
    key="confirmation_of_appointment",
    number="30",
    name="Confirmation of appointment",
    phase="appointment",
    called="confirmation",
    rows=lambda p: parts.decision_now(p, Kind.CONFIRM),
    label=lambda _: "",
    facts=_confirmation_facts,
    body=_confirmation,
    to=lambda _, decision: [people.Party(parts.name_of(decision) or "")],
    approvers=("officer", "clerk"),
    seen_with="see_checks",
    files=frozenset({SELECTION_FILE, AUTHORITY_FILE, APPOINTEE_FILE}),
    names=parts.chosen_in,
)

EMPLOYER = (
    AUTHORITY_APPOINTMENT, AUTHORITY_REFUSAL, CONDITIONAL_OFFER, CONFIRMATION_OF_APPOINTMENT,
)  # fmt: skip
