"""Papers of the approval: the meeting's agenda and minute, and the notice to the authority."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta
from itertools import groupby

from casework import words
from casework.documents import legal
from casework.documents.blocks import Block, Heading, Reference, Table, Title
from casework.documents.blocks import Facts as FactsTable
from casework.documents.letter import Facts
from casework.documents.party import copies
from casework.documents.registry import APPOINTEE_FILE, AUTHORITY_FILE, SELECTION_FILE
from casework.models import Document, Meeting, MeetingItem, Sending
from casework.words import written
from law.base import Rule
from recruitment.documents import meetings, parts, people
from recruitment.documents.letter import Draft, HeadshipLetter
from recruitment.documents.withdrawn import withdrawn
from recruitment.models import Decision
from recruitment.position import Position

Kind = Decision.Kind

# 25a. The agenda


def _called(p: Position) -> Mapping[str, Meeting]:
    """The meetings of the governing body after the one that appointed the panel."""
    seated = meetings.first_seated(p)
    return meetings.by_number(
        [m for m in meetings.of_governors(p) if seated and m.held_on > seated]
    )


AGENDA_OF_APPROVING_MEETING = HeadshipLetter[Meeting](
    key="agenda_of_approving_meeting",
    number="25a",
    name="Agenda of the approving meeting",
    phase="appointment",
    called="meeting_of_the_governing_body",
    rows=_called,
    label=lambda meeting: written(meeting.held_on),
    facts=meetings.agenda_facts,
    body=meetings.agenda,
    to=meetings.readers,
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
        "appointer": people.body_of_trust(p.regime.appointer),
        "candidate": parts.name_of(decision),
        "reasons": decision.reasons,
        "minute": item.minute if item else None,
        "withdrew": "; ".join(map(str, item.withdrew.all())) if item else None,
        "absent": meetings.absent(p, meeting) if meeting else None,
        "interests": meetings.interests(p, meeting) if meeting else None,
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
    yield Reference.of(draft.reference)
    yield draft.marking("marking")
    yield Title(draft.line("title"))
    yield FactsTable(tuple(_held(p, meeting, item)))
    yield _attendance(p, meeting, item)
    if meetings.absent(p, meeting):
        yield draft.text("absent")
    if item.withdrew.all():
        yield draft.text("withdrew")
    yield draft.text("interests" if meetings.interests(p, meeting) else "no_interests")
    yield from legal.legal_basis(*_law(p, decision, item))
    yield from _sent(draft, decision)
    yield from _considered(draft, decision, meeting)
    if item.minute and item.minute != decision.reasons:
        yield from draft.part("discussion")
    yield from _vote(draft, item)
    yield from _resolution(draft, decision)
    yield parts.signed_minute(draft.need(meeting.chaired_by, "chair_of_the_meeting"), p)


def _held(p: Position, meeting: Meeting, item: MeetingItem) -> Iterator[tuple[str, str]]:
    yield "Held on", f"{written(meeting.held_on)}, at {meeting.at:%H:%M}"
    yield "Held at", meeting.place
    yield "In the chair", str(meeting.chaired_by or "")
    yield "Notice given", written(meeting.notice_on)
    if meeting.urgent:
        yield "Why notice was shortened", meeting.urgent
    yield "Quorum", meetings.quorum(p, meeting)
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
    """Whether it is the panel's report or reasons, or reservations, on what was decided.

    In one round the panel can have reported on one person, and then on another.
    """
    if document.status == Document.Status.REVOKED or decision.candidate is None:
        return False
    if document.kind == "reservations":
        return document.about.partition("-")[0] == decision.candidate.code
    of_the_panel = document.kind in {"panel_report", "reasons_for_recommending"}
    on_them = decision.candidate.code in document.names
    return of_the_panel and on_them and document.about == parts.of_round(decision.round)


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
        yield draft.text(_approved(draft.p), strong=True)
    else:
        yield draft.text("declined", strong=True)
        yield draft.text("reasons")


def _approved(p: Position) -> str:
    """Name the section that says who appoints upon the approval."""
    if p.regime.approval_appoints:
        return "approved_and_appointed"
    return "approved_for_the_trust" if people.trust_employs(p) else "approved"


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


MINUTE_OF_APPROVING_MEETING = HeadshipLetter[Decision](
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
        "decided_on": words.day(decision.decided_on),
    }


def _notice(draft: Draft, decision: Decision) -> Iterator[Block]:
    p, law = draft.p, draft.p.regime
    reader = draft.need(people.authority(p), "authority")
    yield parts.from_governors(p)
    yield Reference.of(draft.reference)
    yield draft.marking("marking")
    yield reader.address
    yield reader.greeting
    yield Heading(draft.line("subject"))
    yield draft.text("opening")
    yield FactsTable(tuple(_particulars(draft, decision)))
    yield from legal.legal_basis(law.approval, law.appointer)
    if law.approval_appoints:
        yield draft.text("appointed")
    else:
        yield draft.text("asking")
        yield draft.text("offer")
    yield draft.need(people.clerk(p), "clerk_to_the_governing_body").signs()
    yield copies(people.chair(p))


def _particulars(draft: Draft, decision: Decision) -> Iterator[tuple[str, str]]:
    vacant = draft.p.case.outgoing_last_day + timedelta(days=1)
    yield "Post", parts.post(draft.p)
    yield "Person", draft.need(parts.name_of(decision), "person_approved")
    yield "Approved on", written(decision.decided_on)
    yield "Post vacant from", written(vacant)


def _to_be_told(p: Position) -> dict[str, Decision]:
    """The approval of this round, where the authority has a part in the appointment."""
    return parts.decision_now(p, Kind.APPROVE) if p.regime.notice_of_vacancy else {}


NOTICE_OF_APPROVAL = HeadshipLetter[Decision](
    key="notice_of_approval",
    number="26",
    name="Notice of approval",
    phase="appointment",
    called="approval_of_the_governing_body",
    rows=_to_be_told,
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
