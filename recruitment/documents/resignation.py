"""The acknowledgement of the outgoing head's notice: no secret, and no part of the selection."""

from collections.abc import Iterator
from datetime import date

from accounts.models import User
from casework import words
from casework.documents.blocks import Block, Heading, Reference
from casework.documents.letter import Facts
from casework.documents.party import Party, copies
from casework.documents.registry import SELECTION_FILE
from recruitment.documents import parts, people
from recruitment.documents.letter import Draft, HeadshipLetter
from recruitment.models import Vacancy
from recruitment.position import Position
from schools.models.choices import MemberKind

OF_THEIR_OWN = frozenset({Vacancy.Reason.RESIGNATION, Vacancy.Reason.RETIREMENT})


def _given(p: Position) -> dict[str, Vacancy]:
    """The vacancy, where it is the head who gave notice."""
    return {"": p.case} if p.case.reason in OF_THEIR_OWN else {}


def _head(p: Position) -> User | None:
    """Return the outgoing head: as the case names them or, if it does not, by their seat."""
    seats = (m for m in p.governors_on(p.case.opened_on) if m.kind == MemberKind.HEAD)
    return p.case.outgoing_head or next((m.user for m in seats), None)


def reader(p: Position) -> Party | None:
    """Return the outgoing head as the reader of a letter, if they are known."""
    head = _head(p)
    return Party(head.full_name, _office(p), p.school.name) if head else None


def _office(p: Position) -> str:
    """What the outgoing head is: not known where the post to be filled may be another."""
    return str(Vacancy.Post.HEAD.label) if p.case.post == Vacancy.Post.HEAD else ""


def _usual_day(p: Position) -> date | None:
    """The first day on which the notice ends the employment, by the dates that bind a head."""
    received = p.case.notice_received_on
    dates = p.regime.resignation_dates.value
    return dates.first_leaving_day(received, a_head=True) if received else None


def _facts(p: Position, vacancy: Vacancy) -> Facts:
    return {
        "school": p.school.name,
        "received_on": words.day(vacancy.notice_received_on),
        "last_day": words.day(vacancy.outgoing_last_day),
        "usual_day": words.day(_usual_day(p)),
        "employer": people.employer_name(p),
    }


def _body(draft: Draft, vacancy: Vacancy) -> Iterator[Block]:
    p, usual = draft.p, _usual_day(draft.p)
    head = draft.need(reader(p), "outgoing_head")
    yield parts.from_governors(p)
    yield Reference.of(draft.reference)
    yield head.address
    yield head.greeting
    yield Heading(draft.line("subject"))
    yield draft.text(str(vacancy.reason))
    yield draft.text("last_day")
    if usual and vacancy.outgoing_last_day < usual:
        yield draft.text("early")
    yield from draft.part("next")
    yield draft.text("thanks")
    yield draft.need(people.chair(p), "chair_of_the_governing_body").signs()
    yield copies(people.clerk(p))


RESIGNATION_ACKNOWLEDGEMENT = HeadshipLetter[Vacancy](
    key="resignation_acknowledgement",
    number="1",
    name="Acknowledgement of resignation",
    phase="opening",
    called="notice_of_the_outgoing_head",
    rows=_given,
    label=lambda _: "",
    facts=_facts,
    body=_body,
    to=lambda p, _: [reader(p)],
    approvers=("clerk", "chair"),
    seen_with="see_documents",
    files=frozenset({SELECTION_FILE}),
)
