"""The governing body's decision to advertise the post again: in which meeting, and why."""

from collections.abc import Iterator, Mapping

from casework import words
from casework.documents import legal
from casework.documents.blocks import Block, Reference, Title
from casework.documents.blocks import Facts as FactsTable
from casework.documents.letter import Facts
from casework.documents.party import copies
from casework.documents.registry import AUTHORITY_FILE, SELECTION_FILE
from casework.models import MeetingItem
from casework.words import written
from recruitment.documents import meetings, parts, people
from recruitment.documents.letter import Draft, HeadshipLetter
from recruitment.models import Decision
from recruitment.models.appointment import READVERTISED
from recruitment.position import Position

CAME_TO_NOTHING = {
    Decision.Kind.RECOMMEND_NOBODY,
    Decision.Kind.DECLINE,
    Decision.Kind.REFUSE,
    Decision.Kind.FALL_THROUGH,
}


def _decided(p: Position) -> Mapping[str, MeetingItem]:
    """The items on which the governing body decided it, by the number of their meeting."""
    return {str(i.meeting.number): i for i in p.items if i.title == READVERTISED}


def _before(p: Position, item: MeetingItem) -> Decision | None:
    """The decision by which the round before came to nothing."""
    day = item.meeting.held_on
    ends = [d for d in p.decisions if d.kind in CAME_TO_NOTHING and d.decided_on <= day]
    return ends[-1] if ends else None


def _names(p: Position, about: str) -> set[str]:
    """Whom the reason names, and whoever had been chosen when it was decided."""
    item = _decided(p).get(about)
    before = _before(p, item) if item else None
    chosen = {before.candidate.code} if before and before.candidate else set()
    return chosen | (parts.named_in(p, item.minute) if item else set())


def _facts(p: Position, item: MeetingItem) -> Facts:
    return {
        "school": p.school.name,
        "held_on": words.day(item.meeting.held_on),
        "why": item.minute,
    }


def _body(draft: Draft, item: MeetingItem) -> Iterator[Block]:
    p = draft.p
    yield parts.from_governors(p)
    yield Reference.of(draft.reference)
    yield draft.marking("marking")
    yield Title(draft.line("title"))
    yield draft.text("decision", strong=True)
    yield FactsTable(tuple(_particulars(p, item)))
    yield from legal.legal_basis(p.regime.repeat_steps, p.regime.quorum)
    yield from draft.part("why")
    yield from draft.part("follows")
    chair = draft.need(people.chair(p), "chair_of_the_governing_body")
    yield chair.signs(closing=draft.line("closing"))
    yield copies(people.panel_chair(p), people.clerk(p))


def _particulars(p: Position, item: MeetingItem) -> Iterator[tuple[str, str]]:
    meeting, before = item.meeting, _before(p, item)
    present = len(p.voters_at(meeting, item.withdrew.all()))
    yield "Decided by", "The governing body, in a meeting"
    yield "Held on", f"{written(meeting.held_on)}, at {meeting.at:%H:%M}"
    yield "Held at", meeting.place
    yield "Present", f"{present} governors; the quorum was {meetings.quorum(p, meeting)}"
    if before:
        yield "The round before", f"{before.get_kind_display()}, on {written(before.decided_on)}"


DECISION_TO_READVERTISE = HeadshipLetter[MeetingItem](
    key="decision_to_readvertise",
    number="33",
    name="Decision to advertise again",
    phase="appointment",
    called="decision_to_advertise_again",
    rows=_decided,
    label=lambda item: written(item.meeting.held_on),
    facts=_facts,
    body=_body,
    to=lambda p, _: [people.panel_chair(p), people.clerk(p)],
    approvers=("chair", "clerk"),
    seen_with="see_record",
    files=frozenset({SELECTION_FILE, AUTHORITY_FILE}),
    names=_names,
)
