"""Meetings, what the governing body decides about its panel in one, and who leaves it."""

from collections.abc import Sequence
from datetime import date, time, timedelta
from typing import Any

from accounts.models import User
from casework import access
from casework.action import Actor, Step
from casework.models import Attendance, Event, Meeting, MeetingItem
from recruitment.models import PanelSeat, Vacancy
from recruitment.models.panel import APPOINTED, CHANGED
from recruitment.position import Position
from recruitment.process import action, step


@action
def call_meeting(
    vacancy: Vacancy,
    *,
    body: Meeting.Body,
    purpose: str,
    held_on: date,
    at: time,
    place: str,
    agenda: Sequence[str],
    by: Actor,
    on: date,
    urgent: str = "",
    notice_to_authority: bool = False,
) -> Event:
    """Call a meeting: `on` is the day of the notice, `urgent` why the chair shortened it."""
    with step(
        vacancy, "call_meeting", by=by, on=on, body=body, purpose=purpose, held_on=held_on, at=at,
        place=place, notice_on=on, agenda=list(agenda), urgent=urgent,
        notice_to_authority=notice_to_authority,
    ) as s:  # fmt: skip
        if body == Meeting.Body.PANEL:
            s.provision = ""  # the Regulations lay down notice and quorum for the governing body
        if s.position.regime.meeting_notice_to_authority is None and not notice_to_authority:
            del s.facts["notice_to_authority"]
        Meeting.objects.create(
            case=s.case,
            number=len(s.position.meetings) + 1,
            body=Meeting.Body(body),
            purpose=purpose,
            held_on=held_on,
            at=at,
            place=place,
            notice_on=on,
            agenda=[line for line in agenda if line.strip()],
            urgent=urgent,
            notice_to_authority=notice_to_authority,
        )
    return s.done


@action
def hold_meeting(
    vacancy: Vacancy,
    *,
    meeting: Meeting,
    present: Sequence[User],
    chaired_by: User,
    by: Actor,
    on: date,
    advisers: Sequence[User] = (),
    in_attendance: Sequence[User] = (),
) -> Event:
    """Record who was at a meeting: members, advisers, and others in attendance."""
    with step(
        vacancy, "hold_meeting", by=by, on=on, meeting=meeting, present=list(present),
        chaired_by=chaired_by, advisers=list(advisers), in_attendance=list(in_attendance),
    ) as s:  # fmt: skip
        held: Meeting = s["meeting"]
        if held.body == Meeting.Body.PANEL:
            s.provision = ""
        held.held, held.chaired_by = True, chaired_by
        held.save()
        _attend(held, present, Attendance.Capacity.MEMBER)
        _attend(held, advisers, Attendance.Capacity.ADVISER)
        _attend(held, in_attendance, Attendance.Capacity.IN_ATTENDANCE)
    return s.done


def _attend(meeting: Meeting, people: Sequence[User], capacity: Attendance.Capacity) -> None:
    for person in people:
        Attendance.objects.create(meeting=meeting, person=person, capacity=capacity)


@action
def minute_item(
    vacancy: Vacancy,
    *,
    meeting: Meeting,
    title: str,
    minute: str,
    by: Actor,
    on: date,
    withdrew: Sequence[User] = (),
    confidential: bool = False,
) -> Event:
    """Minute an item on which nothing was voted."""
    with step(
        vacancy, "minute_item", by=by, on=on, meeting=meeting, title=title, minute=minute,
        withdrew=list(withdrew), confidential=confidential,
    ) as s:  # fmt: skip
        take_item(s, title, minute=minute, confidential=confidential)
    return s.done


def take_item(s: Step[Vacancy, Position], title: str, **fields: Any) -> MeetingItem:
    """Add an item to the meeting that the step is about, with its votes where there were any."""
    meeting: Meeting = s["meeting"]
    votes = {
        name: s.facts[name]
        for name in ("votes_for", "votes_against", "abstained", "casting")
        if name in s.facts
    }
    number = len(s.position.items_of(meeting)) + 1
    item = MeetingItem.objects.create(
        meeting=meeting, number=number, title=title, **votes, **fields
    )
    item.withdrew.set(s.facts.get("withdrew", []))
    return item


@action
def appoint_panel(
    vacancy: Vacancy,
    *,
    meeting: Meeting,
    members: Sequence[User],
    chair: User,
    trained: Sequence[User],
    votes_for: int,
    votes_against: int,
    abstained: int,
    by: Actor,
    on: date,
    casting: str = "",
    withdrew: Sequence[User] = (),
) -> Event:
    """Record that the governing body appointed its selection panel, in a meeting, by a vote."""
    with step(
        vacancy, "appoint_panel", by=by, on=on, meeting=meeting, members=list(members),
        chair=chair, trained=list(trained), votes_for=votes_for, votes_against=votes_against,
        abstained=abstained, casting=casting, withdrew=list(withdrew),
    ) as s:  # fmt: skip
        take_item(s, APPOINTED, minute=_seated(members))
        _seat(s.case, members, chair, trained, on)
        s.case.appoint_panel()
        s.case.moved_on = on
    return s.done


@action
def change_panel(
    vacancy: Vacancy,
    *,
    meeting: Meeting,
    members: Sequence[User],
    chair: User,
    trained: Sequence[User],
    votes_for: int,
    votes_against: int,
    abstained: int,
    by: Actor,
    on: date,
    casting: str = "",
    withdrew: Sequence[User] = (),
) -> Event:
    """Record that the governing body changed its panel: `members` is the whole panel from `on`."""
    with step(
        vacancy, "change_panel", by=by, on=on, meeting=meeting, members=list(members),
        chair=chair, trained=list(trained), votes_for=votes_for, votes_against=votes_against,
        abstained=abstained, casting=casting, withdrew=list(withdrew),
    ) as s:  # fmt: skip
        take_item(s, CHANGED, minute=_seated(members))
        for seat in s.position.seats:
            if seat.until is None:
                _unseat(s.case, seat, on)
        _seat(s.case, members, chair, trained, on)
    return s.done


@action
def leave_panel(
    vacancy: Vacancy, *, person: User, why: str, by: Actor, on: date, chair: User | None = None
) -> Event:
    """Record that a member stood down: from `on` they sit no more. Nobody takes their place.

    `chair` is the member who takes the chair, where it was the chair who left.
    """
    with step(vacancy, "leave_panel", by=by, on=on, why=why, person=person, chair=chair) as s:
        for seat in (seat for seat in s.position.seats if seat.until is None):
            if seat.person_id == person.pk:
                _unseat(s.case, seat, on)
            elif chair and seat.person_id == chair.pk:
                _take_the_chair(s.case, seat)
    return s.done


def _take_the_chair(vacancy: Vacancy, seat: PanelSeat) -> None:
    seat.is_chair = True
    seat.save()
    access.revoke("panel", seat.person, vacancy)
    access.grant("panel_chair", seat.person, vacancy)


def _seated(members: Sequence[User]) -> str:
    return "The panel is: " + ", ".join(str(person) for person in members) + "."


def _seat(
    vacancy: Vacancy, members: Sequence[User], chair: User, trained: Sequence[User], on: date
) -> None:
    for person in dict.fromkeys(members):
        PanelSeat.objects.create(
            vacancy=vacancy,
            person=person,
            is_chair=person == chair,
            is_trained=person in trained,
            since=on,
        )
        access.grant("panel_chair" if person == chair else "panel", person, vacancy)


def _unseat(vacancy: Vacancy, seat: PanelSeat, on: date) -> None:
    """End a seat on the day before the change, and the access that came with it."""
    seat.until = on - timedelta(days=1)
    seat.save()
    access.revoke("panel_chair", seat.person, vacancy)
    access.revoke("panel", seat.person, vacancy)
