"""Papers of the approval: the meeting's agenda and minute, and the notice to the authority."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta
from itertools import groupby

from casework.documents.blocks import Block, Heading, Numbered, Table, Title
from casework.documents.blocks import Facts as FactsTable
from casework.documents.registry import APPOINTEE_FILE, AUTHORITY_FILE, SELECTION_FILE
from casework.models import Document, Meeting, MeetingItem, Sending
from law.base import Rule
from recruitment.documents import parts, people
from recruitment.documents.letter import Draft, Facts, Letter
from recruitment.documents.withdrawn import withdrawn
from recruitment.models import Decision
from recruitment.position import Position
from recruitment.rules.base import written
from schools.models import Membership

Kind = Decision.Kind

# 25a. The agenda


def _called(p: Position) -> Mapping[str, Meeting]:
    """The meetings of the governing body after the one that appointed the panel."""
    seated = min((seat.since for seat in p.seats), default=None)
    return {
        str(meeting.number): meeting
        for meeting in p.meetings
        if meeting.body == Meeting.Body.GOVERNING_BODY and seated and meeting.held_on > seated
    }


def _agenda_facts(p: Position, meeting: Meeting) -> Facts:
    return {"school": p.school.name, "urgent": meeting.urgent}


def _agenda(draft: Draft, meeting: Meeting) -> Iterator[Block]:
    p, law = draft.p, draft.p.regime
    yield parts.from_governors(p)
    yield parts.reference(draft.reference)
    yield Title(draft.line("title"))
    yield draft.text("opening")
    yield FactsTable(tuple(_meeting(p, meeting)))
    if meeting.urgent:
        yield draft.text("urgent")
    yield from parts.legal_basis(law.meeting_notice, law.quorum, law.conflicts_withdraw)
    yield draft.heading("agenda")
    yield Numbered(tuple(meeting.agenda))
    yield draft.heading("before")
    yield draft.bullets("before")
    clerk = draft.need(people.clerk(p), "clerk_to_the_governing_body")
    yield clerk.signs(closing=draft.line("closing"))


def _meeting(p: Position, meeting: Meeting) -> Iterator[tuple[str, str]]:
    yield "Date and time", f"{written(meeting.held_on)}, at {meeting.at:%H:%M}"
    yield "Place", meeting.place
    yield "Purpose", meeting.purpose
    yield "Notice given", written(meeting.notice_on)
    yield "Quorum", _quorum(p, meeting)


def _quorum(p: Position, meeting: Meeting) -> str:
    governors = len(p.governors_on(meeting.held_on))
    return f"{p.quorum_for(meeting.held_on)} of the {governors} governors in post"


def _members(p: Position, meeting: Meeting) -> list[people.Party]:
    """Everybody to whom notice of a meeting is given: governors and associate members."""
    return [
        people.Party(member.user.full_name, member.get_kind_display())
        for member in p.memberships
        if member.is_in_force(meeting.held_on) and member.user_id != p.case.outgoing_head_id
    ]


AGENDA_OF_APPROVING_MEETING = Letter[Meeting](
    key="agenda_of_approving_meeting",
    number="25a",
    name="Agenda of the approving meeting",
    phase="appointment",
    called="meeting_of_the_governing_body",
    rows=_called,
    label=lambda meeting: written(meeting.held_on),
    facts=_agenda_facts,
    body=_agenda,
    to=_members,
    approvers=("clerk", "chair"),
    seen_with="see_meetings",
    files=frozenset({SELECTION_FILE}),
)

# 25b. The minute


def _decided(p: Position) -> Mapping[str, Decision]:
    """The governing body's decisions on a recommendation, by the number of their meeting."""
    decisions = (d for d in p.decisions if d.kind in {Kind.APPROVE, Kind.DECLINE})
    return {str(m.number): d for d in decisions if (m := _meeting_of(p, d))}


def _decided_on(p: Position, about: str) -> set[str]:
    """The code of whoever was decided on at the meeting of that number."""
    decision = _decided(p).get(about)
    return {decision.candidate.code} if decision and decision.candidate else set()


def _meeting_of(p: Position, decision: Decision) -> Meeting | None:
    return next((m for m in p.meetings if m.pk == decision.meeting_id), None)


def _minute_facts(p: Position, decision: Decision) -> Facts:
    item, meeting = _item(p, decision), _meeting_of(p, decision)
    return {
        "school": p.school.name,
        "authority": p.authority_name,
        "candidate": parts.name_of(decision),
        "reasons": decision.reasons,
        "minute": item.minute if item else None,
        "withdrew": "; ".join(map(str, item.withdrew.all())) if item else None,
        "absent": _named(p, meeting, _absent(p, meeting)) if meeting else None,
        "interests": "; ".join(_interests(p, meeting)) if meeting else None,
        "in_the_chair": str(meeting.chaired_by) if meeting and meeting.chaired_by else None,
        "casting": item.get_casting_display().lower() if item else None,
    }


def _item(p: Position, decision: Decision) -> MeetingItem | None:
    """The item on which the decision was voted."""
    items = [i for i in p.items if i.meeting_id == decision.meeting_id]
    voted = (i for i in reversed(items) if i.confidential and i.votes_for is not None)
    return next(voted, None)


def _minute(draft: Draft, decision: Decision) -> Iterator[Block]:
    p = draft.p
    meeting = draft.need(_meeting_of(p, decision), "meeting_of_the_governing_body")
    item = draft.need(_item(p, decision), "vote")
    yield parts.from_governors(p)
    yield parts.reference(draft.reference)
    yield draft.marking("marking")
    yield Title(draft.line("title"))
    yield FactsTable(tuple(_held(p, meeting, item)))
    yield _attendance(p, meeting, item)
    if _absent(p, meeting):
        yield draft.text("absent")
    if item.withdrew.all():
        yield draft.text("withdrew")
    yield draft.text("interests" if _interests(p, meeting) else "no_interests")
    yield from parts.legal_basis(*_law(p, decision, item))
    yield from _sent(draft, decision)
    yield from _considered(draft, decision, meeting)
    if item.minute and item.minute != decision.reasons:
        yield from draft.part("discussion")
    yield from _vote(draft, item)
    yield from _resolution(draft, decision)
    yield parts.signed_minute(draft.need(meeting.chaired_by, "chair_of_the_meeting"), p)


def _interests(p: Position, meeting: Meeting) -> list[str]:
    """The interests on record that day of those who were there, with what follows from each."""
    there = {attendance.person_id for attendance in p.attendance_at(meeting)}
    return [
        f"{i.person}, {i.get_kind_display().lower()} ({i.get_effect_display().lower()})"
        for i in p.interests_on(meeting.held_on)
        if i.person_id in there
    ]


def _held(p: Position, meeting: Meeting, item: MeetingItem) -> Iterator[tuple[str, str]]:
    yield "Held on", f"{written(meeting.held_on)}, at {meeting.at:%H:%M}"
    yield "Held at", meeting.place
    yield "In the chair", str(meeting.chaired_by or "")
    yield "Notice given", written(meeting.notice_on)
    if meeting.urgent:
        yield "Why notice was shortened", meeting.urgent
    yield "Quorum", _quorum(p, meeting)
    yield "Present for this item", f"{len(p.voters_at(meeting, item.withdrew.all()))} governors"


def _attendance(p: Position, meeting: Meeting, item: MeetingItem) -> Table:
    withdrew = {user.pk for user in item.withdrew.all()}
    rows = (
        (
            attendance.person.full_name,
            people.office_on(meeting.held_on, attendance.person, p),
            attendance.get_capacity_display(),
            "Withdrew" if attendance.person_id in withdrew else "Present",
        )
        for attendance in p.attendance_at(meeting)
    )
    headers = ("Name", "Office", "Capacity", "For this item")
    return Table("Attendance", headers, tuple(rows), (3, 4, 4, 2))


def _absent(p: Position, meeting: Meeting) -> list[Membership]:
    """The governors in post on the day who are not recorded as present."""
    there = {attendance.person_id for attendance in p.attendance_at(meeting)}
    return [m for m in p.governors_on(meeting.held_on) if m.user_id not in there]


def _named(p: Position, meeting: Meeting, members: list[Membership]) -> str:
    named = ((m.user.full_name, people.office_on(meeting.held_on, m.user, p)) for m in members)
    return "; ".join(", ".join(filter(None, pair)) for pair in named)


def _sent(draft: Draft, decision: Decision) -> Iterator[Block]:
    """The papers on the person recommended that were sent out by the day of the decision."""
    rows, day = [], decision.decided_on
    for document in draft.p.documents:
        sent = [s for s in document.sendings.all() if s.sent_on <= day]
        if sent and _bears_on(document, decision):
            told = filter(None, (*_sendings(sent), withdrawn(draft.p, document, day)))
            rows.append((document.title, written(document.issued_on), "\n".join(told)))
    if rows:
        yield draft.heading("sent")
        headers = ("Paper", "Issued", "Sent to")
        yield Table("Sent out by the day of the vote", headers, tuple(rows), (4, 3, 7))


def _sendings(sent: list[Sending]) -> Iterator[str]:
    """Yield when and how a paper was sent, and to whom that day."""
    for (day, how), together in groupby(sent, key=lambda s: (s.sent_on, s.how)):
        yield f"On {written(day)}, {how}: {'; '.join(s.to for s in together)}"


def _bears_on(document: Document, decision: Decision) -> bool:
    """Whether it is the panel's report or reasons, or reservations, on what was decided."""
    if document.status == Document.Status.REVOKED or decision.candidate is None:
        return False
    if document.kind == "reservations":
        return document.about.partition("-")[0] == decision.candidate.code
    of_the_panel = document.kind in {"panel_report", "reasons_for_recommending"}
    return of_the_panel and document.about == parts.of_round(decision.round)


def _considered(draft: Draft, decision: Decision, meeting: Meeting) -> Iterator[Block]:
    """The advice and the reservations that were considered at this meeting, as it minuted them."""
    p = draft.p
    rows: list[tuple[str, str, str]] = [
        (f"Advice of {a.given_by}, {a.capacity}", written(a.given_on), a.consideration)
        for a in p.advice
        if a.considered_on == meeting.held_on and a.to == Meeting.Body.GOVERNING_BODY
    ]
    rows += [
        (f"Reservations of {r.adviser}, {r.capacity}", written(r.put_on), r.consideration)
        for r in p.reservations
        if r.considered_on == meeting.held_on and r.candidate_id == decision.candidate_id
    ]
    if rows:
        yield draft.heading("considered")
        headers = ("Paper", "Dated", "Consideration")
        yield Table("Considered before the vote", headers, tuple(rows), (3, 2, 5))


def _vote(draft: Draft, item: MeetingItem) -> Iterator[Block]:
    yield draft.heading("vote")
    yield FactsTable(
        (
            ("For", str(item.votes_for)),
            ("Against", str(item.votes_against)),
            ("Abstained", str(item.abstained)),
            ("Casting vote", item.get_casting_display()),
        )
    )
    if item.casting:
        yield draft.text("casting")


def _resolution(draft: Draft, decision: Decision) -> Iterator[Block]:
    yield draft.heading("resolution")
    if decision.kind == Kind.APPROVE:
        yield draft.text("approved", strong=True)
    else:
        yield draft.text("declined", strong=True)
        yield draft.text("reasons")


def _law(p: Position, decision: Decision, item: MeetingItem) -> Iterable[Rule[object]]:
    law = p.regime
    yield law.approval
    if decision.kind == Kind.DECLINE:
        yield law.repeat_steps
    yield law.quorum
    if item.casting:
        yield law.casting_vote
    if item.withdrew.all():
        yield law.conflicts_withdraw


MINUTE_OF_APPROVING_MEETING = Letter[Decision](
    key="minute_of_approving_meeting",
    number="25b",
    name="Minute of the approving meeting",
    phase="appointment",
    called="decision_of_the_governing_body",
    rows=_decided,
    label=lambda decision: written(decision.decided_on),
    facts=_minute_facts,
    body=_minute,
    to=lambda p, _: [people.chair(p), people.clerk(p)],
    approvers=("chair",),
    seen_with="see_chosen",
    files=frozenset({SELECTION_FILE}),
    names=_decided_on,
)

# 26. The notice of approval


def _notice_facts(p: Position, decision: Decision) -> Facts:
    return {
        "school": p.school.name,
        "authority": p.authority_name,
        "candidate": parts.name_of(decision),
        "decided_on": parts.day(decision.decided_on),
    }


def _notice(draft: Draft, decision: Decision) -> Iterator[Block]:
    p, law = draft.p, draft.p.regime
    reader = draft.need(people.authority(p), "authority")
    yield parts.from_governors(p)
    yield parts.reference(draft.reference)
    yield draft.marking("marking")
    yield parts.elsewhere(reader)
    yield reader.greeting
    yield Heading(draft.line("subject"))
    yield draft.text("opening")
    yield FactsTable(tuple(_particulars(draft, decision)))
    yield from parts.legal_basis(law.approval, law.appointer)
    yield draft.text("asking")
    yield draft.text("offer")
    yield draft.need(people.clerk(p), "clerk_to_the_governing_body").signs()
    yield parts.copies(people.chair(p))


def _particulars(draft: Draft, decision: Decision) -> Iterator[tuple[str, str]]:
    vacant = draft.p.case.outgoing_last_day + timedelta(days=1)
    yield "Post", f"Headteacher, {draft.p.school.name}"
    yield "Person", draft.need(parts.name_of(decision), "person_approved")
    yield "Approved on", written(decision.decided_on)
    yield "Post vacant from", written(vacant)


NOTICE_OF_APPROVAL = Letter[Decision](
    key="notice_of_approval",
    number="26",
    name="Notice of approval",
    phase="appointment",
    called="approval_of_the_governing_body",
    rows=lambda p: parts.decision_now(p, Kind.APPROVE),
    label=lambda _: "",
    facts=_notice_facts,
    body=_notice,
    to=lambda p, _: [people.authority(p)],
    approvers=("clerk", "chair"),
    seen_with="see_chosen",
    files=frozenset({SELECTION_FILE, AUTHORITY_FILE, APPOINTEE_FILE}),
    names=parts.chosen_in,
)

APPROVAL = (AGENDA_OF_APPROVING_MEETING, MINUTE_OF_APPROVING_MEETING, NOTICE_OF_APPROVAL)
