"""The privacy notice for applicants: what is kept of them, by whom, how long, their rights."""

from collections.abc import Iterator

from casework.documents import legal
from casework.documents.blocks import Block, Reference, Title
from casework.documents.blocks import Facts as FactsTable
from casework.documents.letter import Facts
from casework.documents.registry import SELECTION_FILE
from law.applicants import ACCESS, COMPLAINT, EXEMPT_POST, LAWFUL_BASIS
from recruitment.documents import pack, parts, people
from recruitment.documents.letter import Draft, HeadshipLetter
from recruitment.models import Vacancy
from recruitment.position import Position


def _body(draft: Draft, _: Vacancy) -> Iterator[Block]:
    p = draft.p
    yield parts.from_governors(p)
    yield Reference.of(draft.reference)
    yield Title(draft.line("title"))
    yield draft.text("opening")
    yield from draft.part("controllers")
    yield FactsTable(tuple(_controllers(draft)))
    yield draft.heading("kept")
    yield draft.bullets(*_kept(p))
    yield from draft.part("why")
    yield from draft.part("seen")
    if p.regime.names:
        yield draft.text("representations")
    yield draft.text("advice")
    yield from draft.part("long")
    yield from draft.part("equality")
    yield draft.heading("rights")
    yield draft.bullets("rights")
    yield draft.text("complaint")
    yield from legal.legal_basis(LAWFUL_BASIS, EXEMPT_POST, ACCESS, COMPLAINT)


def _controllers(draft: Draft) -> Iterator[tuple[str, str]]:
    """Each who decides for itself, and what part it has in this appointment."""
    p = draft.p
    ours = f"{pack.capital(f'the {people.body(p)}')} of {p.school.name}"
    if people.trust_employs(p):
        yield "The academy trust", draft.line("trust")
    else:
        yield ours, draft.line("runs" if p.regime.authority_employs else "runs_and_employs")
    if p.regime.notice_of_vacancy and p.authority_name:
        yield p.authority_name, " ".join(map(draft.line, _of_authority(p)))
    attends = p.regime.diocese_attendance
    if attends and attends.value.of(p.school.category) and p.school.has_religious_character:
        yield p.school.diocese or "The diocesan authority", draft.line("diocese")
    for who in p.regime.consents.value if p.regime.consents else ():
        yield pack.capital(who), draft.line("consent")


def _of_authority(p: Position) -> Iterator[str]:
    yield "authority"
    if p.regime.names:
        yield "authority_names"
    if p.regime.authority_employs:
        yield "authority_employs"


def _kept(p: Position) -> Iterator[str]:
    asked = {rule.value.key for rule in p.regime.checks}
    yield "kept"
    yield "kept_convictions"
    if "self_declaration" in asked:
        yield "kept_declaration"
    if "online_search" in asked:
        yield "kept_search"
    yield "kept_checks"


def _facts(p: Position, _: Vacancy) -> Facts:
    clerk = people.clerk(p)
    return {
        **pack.named(p),
        "clerk": clerk.name if clerk else None,
        "authority": p.authority_name or None,
        "kept_for": parts.kept_for(),
        "complaint_days": COMPLAINT.value,
    }


PRIVACY_NOTICE = HeadshipLetter[Vacancy](
    key="privacy_notice",
    number="34a",
    name="Privacy notice for applicants",
    phase="opening",
    called="settled_person_specification",
    rows=pack.settled,
    label=lambda _: "",
    facts=_facts,
    body=_body,
    to=lambda _, __: pack.APPLICANTS,
    approvers=("clerk", "chair"),
    to_applicants=True,
    seen_with="see_documents",
    files=frozenset({SELECTION_FILE}),
    names=parts.nobody,
)
