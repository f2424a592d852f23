"""What papers of meetings share, and the agenda of the meeting that begins the appointment."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date

from casework.documents import legal
from casework.documents.blocks import Block, Heading, Numbered, Paragraph, Reference, Table, Title
from casework.documents.blocks import Facts as FactsTable
from casework.documents.letter import Facts
from casework.documents.party import Party, copies
from casework.documents.registry import SELECTION_FILE
from casework.models import Meeting, MeetingItem
from casework.words import written
from recruitment.documents import parts, people
from recruitment.documents.letter import Draft, HeadshipLetter
from recruitment.models import ActingHead, PanelSeat, Vacancy
from recruitment.position import Position
from recruitment.rules.votes import result_of

RESULTS = {"for": "carried", "against": "lost", "": "tied, so nothing was decided"}

# Which meeting


def of_governors(p: Position) -> list[Meeting]:
    """Return the meetings of the governing body, held or called."""
    return [m for m in p.meetings if m.body == Meeting.Body.GOVERNING_BODY]


def by_number(meetings: Collection[Meeting]) -> Mapping[str, Meeting]:
    """Return meetings by what their papers are about: their numbers."""
    return {str(meeting.number): meeting for meeting in meetings}


def first_seated(p: Position) -> date | None:
    """Return the day on which the panel was first appointed."""
    return min((seat.since for seat in p.seats), default=None)


def seated_at(p: Position, meeting: Meeting) -> tuple[PanelSeat, ...]:
    """Return the panel that the governing body appointed, or changed, at the meeting."""
    ours = meeting.body == Meeting.Body.GOVERNING_BODY and meeting.held
    return tuple(seat for seat in p.seats if ours and seat.since == meeting.held_on)


# Who was there


def quorum(p: Position, meeting: Meeting) -> str:
    """Return the quorum of the governing body on the day, in words."""
    governors = len(p.governors_on(meeting.held_on))
    return f"{p.quorum_for(meeting.held_on)} of the {governors} governors in post"


def outgoing(p: Position) -> tuple[str, ...]:
    """Name the section on the outgoing head, who takes no part; none where the post is new."""
    return ("outgoing",) if p.case.reason != Vacancy.Reason.NEW_POST else ()


def members(p: Position, meeting: Meeting) -> list[Party]:
    """Return everybody to whom notice of a meeting is given: governors and associate members."""
    return [
        Party(member.user.full_name, member.get_kind_display())
        for member in p.memberships
        if member.is_in_force(meeting.held_on) and member.user_id != p.case.outgoing_head_id
    ]


def readers(p: Position, meeting: Meeting) -> list[Party | None]:
    """Return whom an agenda is meant for: those given notice, with the authority in Wales."""
    told = people.authority(p) if p.regime.meeting_notice_to_authority else None
    return [*members(p, meeting), told]


def absent(p: Position, meeting: Meeting) -> str:
    """Name the governors in post on the day who are not recorded as present."""
    there = {attendance.person_id for attendance in p.attendance_at(meeting)}
    away = [m.user for m in p.governors_on(meeting.held_on) if m.user_id not in there]
    named = ((user.full_name, people.office_on(meeting.held_on, user, p)) for user in away)
    return "; ".join(", ".join(filter(None, pair)) for pair in named)


def interests(p: Position, meeting: Meeting) -> str:
    """Name the interests on record that day of those present, with what follows from each."""
    there = {attendance.person_id for attendance in p.attendance_at(meeting)}
    return "; ".join(
        f"{i.person}, {i.get_kind_display().lower()} ({i.get_effect_display().lower()})"
        for i in p.interests_on(meeting.held_on)
        if i.person_id in there
    )


# What was taken


def items(p: Position, taken: Collection[MeetingItem]) -> Iterator[Block]:
    """Yield each item as it was minuted: who withdrew, what was said and decided, the vote."""
    for item in taken:
        yield Heading(f"{item.number}. {item.title}", 2)
        withdrew = "; ".join(str(person) for person in item.withdrew.all())
        if withdrew:
            yield Paragraph(f"Withdrew for this item: {withdrew}.")
        if item.minute:
            yield Paragraph(item.minute)
        if decided := tuple(_decided(p, item)):
            yield FactsTable(decided)
        if item.votes_for is not None:
            yield vote(item)


def _decided(p: Position, item: MeetingItem) -> Iterator[tuple[str, str]]:
    """Yield what was decided on an item whose minute says no more than how it was reasoned."""
    for acting in acting_named(p, item):
        yield acting.get_kind_display(), acting.name
        yield "From", written(acting.since)
        if acting.until:
            yield "Until", written(acting.until)
    for pay in p.pay:
        if pay.meeting_id == item.meeting_id and pay.reasons == item.minute:
            yield "Pay range", str(pay)


def acting_named(p: Position, item: MeetingItem) -> list[ActingHead]:
    """Return whoever was named on an item to act as head."""
    named = (a for a in p.acting_heads if a.meeting_id == item.meeting_id)
    return [acting for acting in named if acting.arranged == item.minute]


def vote(item: MeetingItem) -> FactsTable:
    """Return the vote on an item, and how it came out."""
    ayes, noes = item.votes_for or 0, item.votes_against or 0
    cast = f"For {ayes}; against {noes}; abstained {item.abstained or 0}"
    casting = f"; casting vote {item.get_casting_display().lower()}" if item.casting else ""
    return FactsTable(
        (("Vote", f"{cast}{casting}: {RESULTS[result_of(ayes, noes, item.casting)]}"),)
    )


def said_in(p: Position, taken: Collection[MeetingItem]) -> list[str]:
    """Return all that is said of items: what was typed, and who was named to act as head."""
    typed = [text for item in taken for text in (item.title, item.minute)]
    return typed + [acting.name for item in taken for acting in acting_named(p, item)]


def panel(seats: Collection[PanelSeat]) -> Table:
    """Return a panel as a table."""
    rows = (
        (
            seat.person.full_name,
            "Chair of the panel" if seat.is_chair else "Member",
            "Yes" if seat.is_trained else "Not recorded",
        )
        for seat in seats
    )
    headers = ("Governor", "Part", "Trained in safer recruitment")
    return Table("Its members", headers, tuple(rows), (3, 3, 3))


# Agendas


def agenda_facts(p: Position, meeting: Meeting) -> Facts:
    """Return what the wording of an agenda may use."""
    return {"school": p.school.name, "urgent": meeting.urgent}


def agenda(draft: Draft, meeting: Meeting) -> Iterator[Block]:
    """Yield the blocks of a notice and agenda."""
    p, law = draft.p, draft.p.regime
    yield parts.from_governors(p)
    yield Reference.of(draft.reference)
    yield Title(draft.line("title"))
    yield draft.text("opening")
    yield FactsTable(tuple(_called_for(p, meeting)))
    if meeting.urgent:
        yield draft.text("urgent")
    yield from legal.legal_basis(law.meeting_notice, law.quorum, law.conflicts_withdraw)
    yield draft.heading("agenda")
    yield Numbered(tuple(meeting.agenda))
    yield draft.heading("before")
    yield draft.bullets("before", *outgoing(p))
    clerk = draft.need(people.clerk(p), "clerk_to_the_governing_body")
    yield clerk.signs(closing=draft.line("closing"))
    if law.meeting_notice_to_authority:
        yield copies(people.authority(p))


def _called_for(p: Position, meeting: Meeting) -> Iterator[tuple[str, str]]:
    yield "Date and time", f"{written(meeting.held_on)}, at {meeting.at:%H:%M}"
    yield "Place", meeting.place
    yield "Purpose", meeting.purpose
    yield "Notice given", written(meeting.notice_on)
    yield "Quorum", quorum(p, meeting)


def _before_the_panel(p: Position) -> Mapping[str, Meeting]:
    """The meetings of the governing body up to the one that appointed the panel."""
    seated = first_seated(p)
    return by_number([m for m in of_governors(p) if seated is None or m.held_on <= seated])


AGENDA_OF_FIRST_MEETING = HeadshipLetter[Meeting](
    key="agenda_of_first_meeting",
    number="3a",
    name="Agenda of the first meeting",
    phase="opening",
    called="meeting_of_the_governing_body",
    rows=_before_the_panel,
    label=lambda meeting: written(meeting.held_on),
    facts=agenda_facts,
    body=agenda,
    to=readers,
    approvers=("clerk", "chair"),
    seen_with="see_meetings",
    files=frozenset({SELECTION_FILE}),
)
