"""Minutes: of the governing body, open and confidential, of the panel; the certified extract."""

from collections.abc import Collection, Iterator, Mapping

from casework import words
from casework.documents import legal
from casework.documents.blocks import Block, Heading, Reference, Table, Title
from casework.documents.blocks import Facts as FactsTable
from casework.documents.letter import Facts
from casework.documents.registry import AUTHORITY_FILE, SELECTION_FILE
from casework.models import Meeting, MeetingItem
from casework.words import written
from recruitment.documents import meetings, parts, people
from recruitment.documents.letter import Draft, HeadshipLetter
from recruitment.models import Advice, Decision
from recruitment.models.panel import SEATING
from recruitment.position import Position

Items = Collection[MeetingItem]


def _held(p: Position, body: Meeting.Body) -> list[Meeting]:
    return [m for m in p.meetings if m.body == body and m.held]


def _head(draft: Draft) -> Iterator[Block]:
    yield parts.from_governors(draft.p)
    yield Reference.of(draft.reference)


def _signed(draft: Draft, meeting: Meeting) -> Block:
    return parts.signed_minute(draft.need(meeting.chaired_by, "chair_of_the_meeting"), draft.p)


# 3b. The open minute of the governing body


def _open(p: Position, meeting: Meeting) -> Items:
    return [item for item in p.items_of(meeting) if not item.confidential]


def _minute_facts(p: Position, meeting: Meeting) -> Facts:
    there = {a.person_id for a in p.attendance_at(meeting)}
    held = (i.person for i in p.interests_on(meeting.held_on) if i.person_id in there)
    return {
        "held_on": words.day(meeting.held_on),
        "authority": p.authority_name,
        "absent": meetings.absent(p, meeting),
        "interests": "; ".join(dict.fromkeys(map(str, held))),
        "approval": p.regime.approval.says,
        "change_of_panel": p.regime.panel_changed_by_governing_body.says,
    }


def _minute(draft: Draft, meeting: Meeting) -> Iterator[Block]:
    p, law = draft.p, draft.p.regime
    yield from _head(draft)
    yield Title(draft.line("title"))
    yield FactsTable(tuple(_sitting(p, meeting)))
    if draft.facts["absent"]:
        yield draft.text("absent")
    yield draft.text("interests" if draft.facts["interests"] else "no_interests")
    yield from legal.legal_basis(law.meeting_notice, law.quorum)
    yield from _items(draft, meeting)
    yield from _panel(draft, meeting)
    yield _signed(draft, meeting)


def _sitting(p: Position, meeting: Meeting) -> Iterator[tuple[str, str]]:
    yield from parts.sitting(p, meeting)
    yield "Notice given", written(meeting.notice_on)
    if meeting.urgent:
        yield "Why notice was shortened", meeting.urgent
    yield "Quorum", meetings.quorum(p, meeting)


def _items(draft: Draft, meeting: Meeting) -> Iterator[Block]:
    taken = draft.p.items_of(meeting)
    for item in taken:
        if item.confidential:
            yield Heading(f"{item.number}. {draft.line('confidential_item')}", 2)
            yield draft.text("confidential")
        else:
            yield from meetings.items(draft.p, [item])
    if not taken:
        yield draft.text("nothing")


def _panel(draft: Draft, meeting: Meeting) -> Iterator[Block]:
    """Who sits on the panel, where this meeting appointed it, and what the law asks of it."""
    p, law = draft.p, draft.p.regime
    seats = meetings.seated_at(p, meeting)
    if not seats:
        return
    yield from draft.part("panel")
    yield meetings.panel(seats)
    yield draft.heading("task")
    yield draft.bullets("task")
    names = [law.names.names_to_authority] if law.names else []
    if names:
        yield draft.text("names")
    for section in meetings.outgoing(p):
        yield draft.text(section)
    yield draft.text("limits")
    yield from legal.legal_basis(law.panel_minimum, *names, law.approval)


MINUTE_OF_GOVERNING_BODY = HeadshipLetter[Meeting](
    key="minute_of_governing_body",
    number="3b",
    name="Minute of the governing body",
    phase="opening",
    called="meeting_of_the_governing_body",
    rows=lambda p: meetings.by_number(_held(p, Meeting.Body.GOVERNING_BODY)),
    label=lambda meeting: written(meeting.held_on),
    facts=_minute_facts,
    body=_minute,
    to=lambda p, _: [people.chair(p), people.clerk(p)],
    approvers=("chair", "clerk"),
    seen_with="see_meetings",
    files=frozenset({SELECTION_FILE}),
    names=lambda p, about: _named_in(p, about, confidential=False),
)


def _named_in(p: Position, about: str, *, confidential: bool) -> set[str]:
    """Whom the open, or the confidential, items of the meeting of that number name."""
    taken = [i for i in p.items if str(i.meeting.number) == about]
    return parts.named_in(
        p, *meetings.said_in(p, [i for i in taken if i.confidential == confidential])
    )


# 34b. The certified extract


def _seating(p: Position) -> Mapping[str, Meeting]:
    """The meetings at which the panel was appointed or changed."""
    return meetings.by_number([m for m in p.meetings if meetings.seated_at(p, m)])


def _resolved(p: Position, meeting: Meeting) -> MeetingItem | None:
    """The item on which the panel was voted."""
    return next((i for i in p.items_of(meeting) if i.title in SEATING), None)


def _extract_facts(p: Position, meeting: Meeting) -> Facts:
    item = _resolved(p, meeting)
    present = len(p.voters_at(meeting, item.withdrew.all())) if item else None
    return {
        "school": p.school.name,
        "held_on": words.day(meeting.held_on),
        "present": present,
        "quorum": p.quorum_for(meeting.held_on),
    }


def _extract(draft: Draft, meeting: Meeting) -> Iterator[Block]:
    p, law = draft.p, draft.p.regime
    item = draft.need(_resolved(p, meeting), "vote_on_the_panel")
    yield from _head(draft)
    yield Title(draft.line("title"))
    yield draft.text("certificate")
    yield from meetings.items(p, [item])
    yield from draft.part("panel")
    yield meetings.panel(meetings.seated_at(p, meeting))
    yield from legal.legal_basis(law.panel_minimum, law.panel_changed_by_governing_body, law.quorum)
    clerk = draft.need(people.clerk(p), "clerk_to_the_governing_body")
    yield clerk.signs(closing=draft.line("closing"))


EXTRACT_CONSTITUTING_PANEL = HeadshipLetter[Meeting](
    key="extract_constituting_panel",
    number="34b1",
    name="Certified extract constituting the panel",
    phase="opening",
    called="meeting_that_appointed_the_panel",
    rows=_seating,
    label=lambda meeting: written(meeting.held_on),
    facts=_extract_facts,
    body=_extract,
    to=lambda p, _: [people.panel_chair(p), people.clerk(p)],
    approvers=("clerk",),
    seen_with="see_meetings",
    files=frozenset({SELECTION_FILE, AUTHORITY_FILE}),
    names=lambda *_: (),
)

# 34b. The minute of the panel


def _decided(p: Position, meeting: Meeting) -> Decision | None:
    """What the panel decided that day: whom to recommend, or nobody."""
    kinds = {Decision.Kind.RECOMMEND, Decision.Kind.RECOMMEND_NOBODY}
    days = (d for d in p.decisions if d.kind in kinds and d.decided_on == meeting.held_on)
    return next(days, None)


def _advice(p: Position, meeting: Meeting) -> list[Advice]:
    """The advice to the panel that it considered that day."""
    return [
        a for a in p.advice if a.to == Meeting.Body.PANEL and a.considered_on == meeting.held_on
    ]


def _panel_names(p: Position, about: str) -> set[str]:
    """Whom the minute of the panel's meeting of that number names."""
    meeting = p.meeting(int(about)) if about.isdecimal() else None
    if meeting is None:
        return set()
    decision = _decided(p, meeting)
    typed = [a.consideration for a in _advice(p, meeting)]
    typed += [decision.reasons] if decision else []
    chosen = {decision.candidate.code} if decision and decision.candidate else set()
    return chosen | parts.named_in(p, *meetings.said_in(p, p.items_of(meeting)), *typed)


def _panel_facts(p: Position, meeting: Meeting) -> Facts:
    decision = _decided(p, meeting)
    return {
        "school": p.school.name,
        "authority": p.authority_name,
        "interests": meetings.interests(p, meeting),
        "candidate": parts.name_of(decision),
        "reasons": decision.reasons if decision else None,
    }


def _panel_minute(draft: Draft, meeting: Meeting) -> Iterator[Block]:
    p = draft.p
    yield from _head(draft)
    yield draft.marking("marking")
    yield Title(draft.line("title"))
    yield FactsTable((*parts.sitting(p, meeting), ("Called for", meeting.purpose)))
    yield draft.text("interests" if draft.facts["interests"] else "no_interests")
    yield from meetings.items(p, p.items_of(meeting))
    yield from _considered(draft, meeting)
    yield from _decision(draft, meeting)
    yield _signed(draft, meeting)


def _considered(draft: Draft, meeting: Meeting) -> Iterator[Block]:
    """The advice that the panel considered, as minuted; and that it considered representations."""
    p = draft.p
    rows = tuple(
        (f"{a.given_by}, {a.capacity}", written(a.given_on), a.consideration)
        for a in _advice(p, meeting)
    )
    if rows:
        yield draft.heading("considered")
        yield Table("Advice", ("Given by", "Given on", "Consideration"), rows, (4, 3, 6))
    if any(r.considered_on == meeting.held_on for r in p.representations):
        yield from draft.part("representations")


def _decision(draft: Draft, meeting: Meeting) -> Iterator[Block]:
    decision = _decided(draft.p, meeting)
    if decision:
        yield draft.heading("decision")
        yield draft.text("recommended" if decision.candidate else "nobody")
    elif not draft.p.items_of(meeting):
        yield draft.text("nothing")


MINUTE_OF_PANEL = HeadshipLetter[Meeting](
    key="minute_of_panel",
    number="34b2",
    name="Minute of the panel",
    phase="selection",
    called="meeting_of_the_panel",
    rows=lambda p: meetings.by_number(_held(p, Meeting.Body.PANEL)),
    label=lambda meeting: written(meeting.held_on),
    facts=_panel_facts,
    body=_panel_minute,
    to=lambda p, _: [people.panel_chair(p), people.clerk(p)],
    approvers=("panel_chair",),
    seen_with="see_candidates",
    files=frozenset({SELECTION_FILE}),
    names=_panel_names,
)

# 34b. The confidential minute


def _apart(p: Position, meeting: Meeting) -> Items:
    """The confidential items of a meeting, but for the vote that has a minute of its own."""
    kinds = {Decision.Kind.APPROVE, Decision.Kind.DECLINE}
    voted = any(d.meeting_id == meeting.pk and d.kind in kinds for d in p.decisions)
    return [
        item
        for item in p.items_of(meeting)
        if item.confidential and not (voted and item.votes_for is not None)
    ]


def _in_confidence(p: Position) -> Mapping[str, Meeting]:
    return meetings.by_number([m for m in _held(p, Meeting.Body.GOVERNING_BODY) if _apart(p, m)])


def _confidence_names(p: Position, about: str) -> set[str]:
    """Whom the items name, and whoever was ever recommended: they are what it is about."""
    return {c.code for c in p.ever_chosen} | _named_in(p, about, confidential=True)


def _confidential(draft: Draft, meeting: Meeting) -> Iterator[Block]:
    p = draft.p
    yield from _head(draft)
    yield draft.marking("marking")
    yield Title(draft.line("title"))
    yield FactsTable(tuple(_sitting(p, meeting)))
    yield draft.text("opening")
    yield from legal.legal_basis(p.regime.quorum, p.regime.conflicts_withdraw)
    yield from meetings.items(p, _apart(p, meeting))
    yield _signed(draft, meeting)


CONFIDENTIAL_MINUTE = HeadshipLetter[Meeting](
    key="confidential_minute",
    number="34b3",
    name="Confidential minute of the governing body",
    phase="appointment",
    called="item_taken_in_confidence",
    rows=_in_confidence,
    label=lambda meeting: written(meeting.held_on),
    facts=lambda p, meeting: {"school": p.school.name, "held_on": words.day(meeting.held_on)},
    body=_confidential,
    to=lambda p, _: [people.chair(p), people.clerk(p)],
    approvers=("chair",),
    seen_with="see_record",
    files=frozenset({SELECTION_FILE}),
    names=_confidence_names,
)

MINUTES = (EXTRACT_CONSTITUTING_PANEL, MINUTE_OF_PANEL, CONFIDENTIAL_MINUTE)
