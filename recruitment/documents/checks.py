"""The record of the checks on the person to be appointed: made, not needed, missing, undone."""

from collections.abc import Iterator, Mapping

from casework.documents import legal
from casework.documents.blocks import Block, Reference, Table, Title
from casework.documents.letter import Facts
from casework.documents.party import Party
from casework.documents.registry import APPOINTEE_FILE, AUTHORITY_FILE
from casework.words import written
from law.appointment.regime import Check as Asked
from recruitment.documents import parts, people
from recruitment.documents.letter import Draft, HeadshipLetter
from recruitment.models import Candidate, Check
from recruitment.position import Position


def _checked(p: Position) -> Mapping[str, Candidate]:
    """Everybody on whom a check is recorded, by code."""
    checked = {check.candidate_id for check in p.checks}
    return {c.code: c for c in p.candidates if c.pk in checked}


def _on(p: Position, candidate: Candidate) -> list[Check]:
    return [check for check in p.checks if check.candidate_id == candidate.pk]


def _standing(p: Position, candidate: Candidate, key: str) -> Check | None:
    """The check that is recorded for `key` and was not undone."""
    made = (c for c in reversed(_on(p, candidate)) if c.key == key and c.undone_on is None)
    return next(made, None)


def _facts(p: Position, candidate: Candidate) -> Facts:
    return {"school": p.school.name, "candidate": candidate.name}


def _body(draft: Draft, candidate: Candidate) -> Iterator[Block]:
    p = draft.p
    asked = [rule.value for rule in p.regime.checks]
    made = [check for a in asked if (check := _standing(p, candidate, a.key))]
    complete = len(made) == len(asked)
    last = max(made, key=lambda check: (check.done_on, check.pk), default=None)
    yield parts.from_governors(p)
    yield Reference.of(draft.reference)
    yield draft.marking("marking")
    yield Title(draft.line("title"))
    yield draft.text("opening")
    yield draft.text("complete" if complete else "incomplete", strong=True)
    yield draft.heading("checks")
    yield _table(p, candidate, asked)
    yield from _undone(draft, candidate)
    yield from legal.legal_basis(p.regime.offer_conditional)
    yield draft.text("handling")
    signatory = _known(p, draft.need(last, "check_that_stands").done_by)
    yield signatory.signs(closing=draft.line("completed_by" if complete else "kept_by"))


def _table(p: Position, candidate: Candidate, asked: list[Asked]) -> Table:
    rows = tuple((a.name, *_row(_standing(p, candidate, a.key))) for a in asked)
    headers = ("Check", "Outcome", "Date", "By", "Evidence, or why it does not apply")
    return Table("Checks asked for", headers, rows, (5, 3, 4, 3, 6))


def _row(check: Check | None) -> tuple[str, str, str, str]:
    if check is None:
        return "To be made", "", "", ""
    return _outcome(check), written(check.done_on), check.done_by, check.evidence


def _outcome(check: Check) -> str:
    if not check.applies:
        return "Does not apply"
    return "Satisfactory" if check.satisfactory else "Not satisfactory"


def _undone(draft: Draft, candidate: Candidate) -> Iterator[Block]:
    names = {rule.value.key: rule.value.name for rule in draft.p.regime.checks}
    rows = tuple(
        (
            names.get(check.key, check.key),
            f"{written(check.done_on)}, {check.done_by}",
            written(check.undone_on),
            check.undone_why,
        )
        for check in _on(draft.p, candidate)
        if check.undone_on
    )
    if rows:
        yield from draft.part("undone")
        headers = ("Check", "Recorded as made", "Undone on", "Why")
        yield Table("Undone", headers, rows, (4, 4, 3, 6))


def _known(p: Position, name: str) -> Party:
    """Return somebody who made a check: with their office, if they are known in the case."""
    known = (people.officer(p), people.clerk(p), people.chair(p))
    return next((party for party in known if party and party.name == name), Party(name))


CHECKS_RECORD = HeadshipLetter[Candidate](
    key="checks_record",
    number="29",
    name="Checks record",
    phase="appointment",
    called="check",
    rows=_checked,
    label=lambda candidate: candidate.code,
    facts=_facts,
    body=_body,
    to=lambda p, _: [people.officer(p), people.clerk(p)],
    approvers=("officer", "clerk"),
    seen_with="see_checks",
    files=frozenset({APPOINTEE_FILE, AUTHORITY_FILE}),
)
