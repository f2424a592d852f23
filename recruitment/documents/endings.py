"""Letters where something came to nothing: an offer declined or withdrawn, a notice taken back."""

from collections.abc import Iterator, Mapping

from casework import words
from casework.documents import legal
from casework.documents.blocks import Block, Heading, Reference
from casework.documents.letter import Facts
from casework.documents.party import Party, copies
from casework.documents.registry import AUTHORITY_FILE, SELECTION_FILE
from law.appointment.regime import Check
from law.base import Rule
from recruitment.documents import employer, parts, people, resignation
from recruitment.documents.letter import Draft, HeadshipLetter
from recruitment.models import Candidate, Decision, Vacancy
from recruitment.position import Position
from recruitment.stages import TAKEN_AWAY, CandidateState

Kind = Decision.Kind
FOR_THE_EMPLOYER = ("officer", "clerk", "chair")


def _by_code(p: Position, *states: CandidateState) -> Mapping[str, Candidate]:
    """Return who stands so, by code: nobody who left is considered again in another round."""
    return {candidate.code: candidate for candidate in p.candidates_in(*states)}


def _last(p: Position, kind: Kind, candidate: Candidate) -> Decision | None:
    """Return the last decision of that kind on the candidate, which has ended since."""
    made = (d for d in reversed(p.decisions) if d.kind == kind and d.candidate == candidate)
    return next(made, None)


def _facts(p: Position, candidate: Candidate) -> Facts:
    offer = _last(p, Kind.OFFER, candidate)
    return {
        "school": p.school.name,
        "employer": people.employer_name(p),
        "offered_on": words.day(offer.decided_on) if offer else None,
        "decided_on": words.day(candidate.decided_on),
    }


# 34e2. The offer was declined


def _declined(draft: Draft, candidate: Candidate) -> Iterator[Block]:
    yield from employer.head(draft, candidate)
    yield draft.text("opening")
    yield draft.text("ended")
    yield draft.text("papers")
    yield draft.text("thanks")
    yield from employer.foot(draft)


OFFER_DECLINED = HeadshipLetter[Candidate](
    key="offer_declined",
    number="34e2",
    name="Acknowledgement of a declined offer",
    phase="appointment",
    called="candidate_who_declined_the_offer",
    rows=lambda p: _by_code(p, CandidateState.DECLINED),
    label=lambda candidate: candidate.code,
    facts=lambda p, c: {**_facts(p, c), "kept_for": parts.kept_for()},
    body=_declined,
    to=lambda _, candidate: [Party(candidate.name)],
    approvers=FOR_THE_EMPLOYER,
    of_employer=True,
    to_applicants=True,
    seen_with="see_checks",
    files=frozenset({SELECTION_FILE, AUTHORITY_FILE}),
)

# 34e3. The offer, or the appointment before it, was withdrawn


def _end(p: Position, candidate: Candidate) -> Decision | None:
    """Return what ended the choice of the candidate: it says why and, perhaps, by which check."""
    return _last(p, Kind.FALL_THROUGH, candidate)


def _failed(p: Position, candidate: Candidate) -> Rule[Check] | None:
    """Return the check that was not satisfactory, if that is why the offer was withdrawn."""
    end = _end(p, candidate)
    key = end.detail.get("check") if end else ""
    return next((rule for rule in p.regime.checks if rule.value.key == key), None)


def _withdrawn_facts(p: Position, candidate: Candidate) -> Facts:
    end, failed = _end(p, candidate), _failed(p, candidate)
    appointed = _last(p, Kind.APPOINT, candidate)
    return {
        **_facts(p, candidate),
        "appointed_on": words.day(appointed.decided_on) if appointed else None,
        "reason": end.reasons if end else None,
        "condition": failed.value.name if failed else None,
    }


def _withdrawn(draft: Draft, candidate: Candidate) -> Iterator[Block]:
    p = draft.p
    failed, offered = _failed(p, candidate), bool(_last(p, Kind.OFFER, candidate))
    yield from employer.head(draft, candidate, "subject" if offered else "subject_before_offer")
    yield draft.text("opening" if offered else "opening_before_offer")
    yield draft.heading("reason")
    if failed:
        yield draft.text("condition" if offered else "condition_before_offer")
        yield from legal.legal_basis(failed)
    yield draft.text("reason")
    if _last(p, Kind.ACCEPT, candidate):
        yield draft.text("accepted")
    yield from draft.part("answer")
    yield draft.text("field")
    yield draft.text("handling")
    yield from employer.foot(draft)


OFFER_WITHDRAWN = HeadshipLetter[Candidate](
    key="offer_withdrawn",
    number="34e3",
    name="Letter withdrawing an offer or an appointment",
    phase="appointment",
    called="candidate_whose_offer_was_withdrawn",
    rows=lambda p: _by_code(p, *TAKEN_AWAY),
    label=lambda candidate: candidate.code,
    facts=_withdrawn_facts,
    body=_withdrawn,
    to=lambda _, candidate: [Party(candidate.name)],
    approvers=FOR_THE_EMPLOYER,
    of_employer=True,
    to_applicants=True,
    seen_with="see_checks",
    files=frozenset({SELECTION_FILE, AUTHORITY_FILE}),
)

# 34e4. The resignation was withdrawn


def _taken_back(p: Position) -> Mapping[str, Vacancy]:
    """Return the vacancy, where it ended because the outgoing head stays."""
    stays = p.case.withdrawn_because == Vacancy.Ending.RESIGNATION_WITHDRAWN
    return {"": p.case} if stays else {}


def _taken_back_facts(p: Position, vacancy: Vacancy) -> Facts:
    return {
        "school": p.school.name,
        "employer": people.employer_name(p),
        "last_day": words.day(vacancy.outgoing_last_day),
        "withdrawn_on": words.day(vacancy.moved_on),
    }


def _stays(draft: Draft, _: Vacancy) -> Iterator[Block]:
    p = draft.p
    reader = draft.need(resignation.reader(p), "outgoing_head")
    yield parts.from_governors(p)
    yield Reference.of(draft.reference)
    yield reader.address
    yield reader.greeting
    yield Heading(draft.line("subject"))
    yield draft.text("opening")
    yield draft.text("agreement")
    yield from draft.part("vacancy")
    yield draft.text("thanks")
    yield draft.need(people.chair(p), "chair_of_the_governing_body").signs()
    yield copies(people.clerk(p), _authority(p))


def _authority(p: Position) -> Party | None:
    """Return whom to tell at the authority, where it had to be told of the vacancy."""
    return people.authority(p) if p.regime.notice_of_vacancy else None


RESIGNATION_WITHDRAWN = HeadshipLetter[Vacancy](
    key="resignation_withdrawn",
    number="34e4",
    name="Acknowledgement that a resignation was withdrawn",
    phase="appointment",
    called="resignation_that_was_withdrawn",
    rows=_taken_back,
    label=lambda _: "",
    facts=_taken_back_facts,
    body=_stays,
    to=lambda p, _: [resignation.reader(p), _authority(p)],
    approvers=("clerk", "chair"),
    seen_with="see_documents",
    files=frozenset({SELECTION_FILE, AUTHORITY_FILE}),
)

ENDINGS = (OFFER_DECLINED, OFFER_WITHDRAWN, RESIGNATION_WITHDRAWN)
