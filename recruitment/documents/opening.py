"""Papers of the opening: the notice of vacancy."""

from collections.abc import Iterator
from datetime import timedelta

from casework.action import certain
from casework.documents import legal
from casework.documents.blocks import Block, Facts, Heading, Reference
from casework.documents.letter import Facts as Wanted
from casework.documents.party import copies
from casework.documents.registry import AUTHORITY_FILE, SELECTION_FILE
from casework.words import written
from recruitment.documents import parts, people
from recruitment.documents.letter import Draft, HeadshipLetter
from recruitment.models import Vacancy
from recruitment.position import Position


def _facts(p: Position, _: Vacancy) -> Wanted:
    return {"school": p.school.name, "authority": p.authority_name}


def _body(draft: Draft, vacancy: Vacancy) -> Iterator[Block]:
    p, law = draft.p, draft.p.regime
    reader = draft.need(people.authority(p), "authority")
    yield parts.from_governors(p)
    yield Reference.of(draft.reference)
    yield reader.address
    yield reader.greeting
    yield Heading(draft.line("subject"))
    yield draft.text("opening")
    yield Facts(tuple(_particulars(p, vacancy)))
    yield from legal.legal_basis(certain(law.notice_of_vacancy), law.adviser_attendance)
    yield draft.text("asking")
    yield draft.bullets("requests")
    yield draft.text("next")
    yield draft.need(people.clerk(p), "clerk_to_the_governing_body").signs()
    yield copies(people.chair(p))


def _particulars(p: Position, vacancy: Vacancy) -> Iterator[tuple[str, str]]:
    yield "School", p.school.name
    if p.school.urn:
        yield "Unique reference number", str(p.school.urn)
    yield "Post", p.case.post_in_full
    yield "Reason for the vacancy", vacancy.get_reason_display()
    if vacancy.notice_received_on:
        yield "Notice received", written(vacancy.notice_received_on)
    if vacancy.reason != Vacancy.Reason.NEW_POST:
        yield "Last day of the outgoing head", written(vacancy.outgoing_last_day)
    yield "Post vacant from", written(vacancy.outgoing_last_day + timedelta(days=1))


NOTICE_OF_VACANCY = HeadshipLetter[Vacancy](
    key="notice_of_vacancy",
    number="2",
    name="Notice of vacancy",
    phase="opening",
    called="vacancy",
    rows=lambda p: {"": p.case} if p.regime.notice_of_vacancy else {},
    label=lambda _: "",
    facts=_facts,
    body=_body,
    to=lambda p, _: [people.authority(p)],
    approvers=("clerk", "chair"),
    seen_with="see_documents",
    files=frozenset({SELECTION_FILE, AUTHORITY_FILE}),
)

OPENING = (NOTICE_OF_VACANCY,)
