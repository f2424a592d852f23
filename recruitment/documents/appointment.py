"""Papers of the employer: the authority's appointment or refusal, the offer, the confirmation."""

from collections.abc import Iterator

from casework import words
from casework.action import certain
from casework.documents import legal
from casework.documents.blocks import Block, Heading, Reference, Table
from casework.documents.blocks import Facts as FactsTable
from casework.documents.letter import Facts
from casework.documents.party import Party, copies
from casework.documents.registry import APPOINTEE_FILE, AUTHORITY_FILE, SELECTION_FILE
from casework.words import written
from law.appointment.regime import Check
from law.base import Rule
from recruitment.documents import employer, parts, people
from recruitment.documents.letter import Draft, HeadshipLetter
from recruitment.models import Decision, RiskAssessment
from recruitment.position import Position

Kind = Decision.Kind


def _facts(p: Position) -> Facts:
    """Return what the wording of each of these papers may use."""
    return {
        "school": p.school.name,
        "authority": p.authority_name,
    }


def _approved_on(p: Position) -> str | None:
    approved = p.decision(Kind.APPROVE)
    return words.day(approved.decided_on) if approved else None


def _to_governors(draft: Draft) -> Iterator[Block]:
    """The head of a letter from the authority to the governing body."""
    p = draft.p
    chair = draft.need(people.chair(p), "chair_of_the_governing_body")
    yield parts.from_authority(p)
    yield Reference.of(draft.reference)
    yield draft.marking("marking")
    yield parts.care_of(chair, f"The governing body of {p.school.name}", p)
    yield chair.greeting
    yield Heading(draft.line("subject"))


def _officer(draft: Draft) -> Party:
    return draft.need(people.officer(draft.p), "officer_of_the_authority")


# 27a. The authority's appointment


def _appointment_facts(p: Position, decision: Decision) -> Facts:
    return {**_facts(p), "candidate": parts.name_of(decision)}


def _appointment(draft: Draft, decision: Decision) -> Iterator[Block]:
    p = draft.p
    yield from _to_governors(draft)
    yield draft.text("opening")
    yield FactsTable(tuple(_particulars(draft, decision)))
    yield from legal.legal_basis(p.regime.appointer)
    yield draft.text("next")
    yield _officer(draft).signs()
    yield copies(people.clerk(p))


def _particulars(draft: Draft, decision: Decision) -> Iterator[tuple[str, str]]:
    yield "Post", parts.post(draft.p)
    yield "Person appointed", draft.need(parts.name_of(decision), "person_appointed")
    yield "Approved on", draft.need(_approved_on(draft.p), "approval_of_the_governing_body")
    yield "Appointed on", written(decision.decided_on)
    if by := decision.detail.get("appointed_by"):
        yield "Appointed by", str(by)


def _appointments(p: Position) -> dict[str, Decision]:
    """The appointment of this round, where it is the authority that appoints."""
    return parts.decision_now(p, Kind.APPOINT) if p.regime.authority_employs else {}


AUTHORITY_APPOINTMENT = HeadshipLetter[Decision](
    key="authority_appointment",
    number="27a",
    name="The authority's appointment",
    phase="appointment",
    called="appointment_by_the_authority",
    rows=_appointments,
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
    grounds = {ground.key: ground.sentence for ground in certain(p.regime.refusal_grounds).value}
    return {
        **_facts(p),
        "candidate": parts.name_of(decision),
        "approved_on": _approved_on(p),
        "decided_on": words.day(decision.decided_on),
        "ground_of_refusal": grounds.get(str(decision.detail.get("ground"))),
        "evidence": decision.reasons,
        "repeat_provision": legal.provision(p.regime.repeat_steps),
    }


def _refusal(draft: Draft, _: Decision) -> Iterator[Block]:
    p, law = draft.p, draft.p.regime
    yield from _to_governors(draft)
    yield draft.text("opening")
    yield from legal.legal_basis(law.appointer, certain(law.refusal_grounds), law.repeat_steps)
    yield from draft.part("ground")
    yield from draft.part("evidence")
    yield from draft.part("next")
    yield draft.text("handling")
    yield _officer(draft).signs()
    yield copies(people.clerk(p))


AUTHORITY_REFUSAL = HeadshipLetter[Decision](
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
    return {
        "school": p.school.name,
        "employer": people.employer_name(p),
        "approver": people.approver_name(p),
        "approved_on": _approved_on(p),
    }


def _offer(draft: Draft, decision: Decision) -> Iterator[Block]:
    p = draft.p
    yield from employer.head(draft, draft.need(decision.candidate, "person_appointed"))
    yield draft.text("opening")
    yield FactsTable(tuple(_terms(draft, decision)))
    yield from draft.part("conditions")
    yield _conditions(p.regime.checks)
    yield from legal.legal_basis(p.regime.offer_conditional)
    yield draft.text("failing")
    yield from draft.part("reply")
    yield draft.text("notice", strong=True)
    yield from employer.foot(draft)


def _terms(draft: Draft, offer: Decision) -> Iterator[tuple[str, str]]:
    p, terms = draft.p, offer.detail
    yield "Post", parts.post(p)
    yield "Employer", _capital(people.employer_name(p))
    yield from _made_by(p)
    yield "Start", draft.need(words.iso_day(terms.get("starts_on")), "start_date")
    yield "Salary", draft.need(str(terms.get("salary") or "") or None, "salary")
    if resigns := words.iso_day(terms.get("resigns_on")):
        yield "Your resignation", f"On {resigns}"
    if leaves := words.iso_day(terms.get("leaves_on")):
        yield "Which usually binds you until", leaves
    if early := str(terms.get("early_release") or ""):
        yield "Early release", early


def _made_by(p: Position) -> Iterator[tuple[str, str]]:
    """Who made the appointment, and who consented to it, as far as either is recorded."""
    for consent in p.consents_given:
        yield "Consent", f"{consent.name}, on {written(consent.given_on)}"
    made = p.decision(Kind.APPOINT)
    if made and (by := made.detail.get("appointed_by")):
        whom = f"the {by[4:]}" if by.startswith("The ") else by
        yield "Appointed", f"On {written(made.decided_on)}, by {whom}"


def _capital(name: str) -> str:
    return f"{name[:1].upper()}{name[1:]}"


def _conditions(checks: tuple[Rule[Check], ...]) -> Table:
    rows = tuple((rule.value.name, _when(rule.value)) for rule in checks)
    return Table("Checks", ("Check", "When"), rows, (4, 5))


def _when(check: Check) -> str:
    """Say by when a check must be complete."""
    by = {"confirmation": "before the appointment is confirmed", "start": "before you start"}
    when = by[check.before]
    return f"If it applies to you, {when}" if check.required != "always" else when.capitalize()


CONDITIONAL_OFFER = HeadshipLetter[Decision](
    key="conditional_offer",
    number="28",
    name="Conditional offer",
    phase="appointment",
    called="offer",
    rows=lambda p: parts.decision_now(p, Kind.OFFER),
    label=lambda _: "",
    facts=_offer_facts,
    body=_offer,
    to=lambda _, offer: [Party(parts.name_of(offer) or "")],
    approvers=("officer", "clerk", "chair"),
    of_employer=True,
    to_applicants=True,
    seen_with="see_checks",
    files=frozenset({AUTHORITY_FILE, APPOINTEE_FILE}),
    names=parts.chosen_in,
)

# 30. The confirmation


def _confirmation_facts(p: Position, _: Decision) -> Facts:
    offer, accepted, risk = p.decision(Kind.OFFER), p.decision(Kind.ACCEPT), _risk(p)
    return {
        "school": p.school.name,
        "employer": people.employer_name(p),
        "offered_on": words.day(offer.decided_on) if offer else None,
        "accepted_on": words.day(accepted.decided_on) if accepted else None,
        "assessed_on": words.day(risk.assessed_on) if risk else None,
        "until": words.day(risk.until) if risk else None,
    }


def _confirmation(draft: Draft, decision: Decision) -> Iterator[Block]:
    p = draft.p
    offer = draft.need(p.decision(Kind.OFFER), "offer")
    outcomes = [(rule.value, _outcome(p, rule.value)) for rule in p.regime.checks]
    yield from employer.head(draft, draft.need(decision.candidate, "person_appointed"))
    yield draft.text("opening")
    yield FactsTable(tuple(_terms(draft, offer)))
    yield draft.heading("checks")
    yield from _state_of_checks(draft, [check.key for check, done in outcomes if not done])
    rows = tuple((check.name, done or "To be completed") for check, done in outcomes)
    yield Table("Checks", ("Check", "Outcome"), rows, (4, 5))
    yield from legal.legal_basis(p.regime.offer_conditional)
    yield draft.text("next")
    yield from employer.foot(draft)


def _state_of_checks(draft: Draft, outstanding: list[str]) -> Iterator[Block]:
    """Say whether all checks are made and, if not, which may come after the start."""
    yield draft.text("outstanding" if outstanding else "complete")
    if _risk(draft.p) and draft.p.regime.start_before_certificate.value.check in outstanding:
        yield draft.text("certificate")


def _risk(p: Position) -> RiskAssessment | None:
    """The last assessment of the risk of a start without the certificate, of the person."""
    confirmed = p.decision(Kind.CONFIRM)
    theirs = [r for r in p.risks if confirmed and r.candidate_id == confirmed.candidate_id]
    return theirs[-1] if theirs else None


def _outcome(p: Position, check: Check) -> str:
    """Say how a check came out, or nothing for one that is still to be made."""
    done = p.check_done(check.key)
    if done is None or (done.applies and not done.satisfactory):
        return ""
    return f"Completed on {written(done.done_on)}" if done.applies else "Does not apply"


CONFIRMATION_OF_APPOINTMENT = HeadshipLetter[Decision](
    key="confirmation_of_appointment",
    number="30",
    name="Confirmation of appointment",
    phase="appointment",
    called="confirmation",
    rows=lambda p: parts.decision_now(p, Kind.CONFIRM),
    label=lambda _: "",
    facts=_confirmation_facts,
    body=_confirmation,
    to=lambda _, decision: [Party(parts.name_of(decision) or "")],
    approvers=("officer", "clerk", "chair"),
    of_employer=True,
    to_applicants=True,
    seen_with="see_checks",
    files=frozenset({SELECTION_FILE, AUTHORITY_FILE, APPOINTEE_FILE}),
    names=parts.chosen_in,
)
