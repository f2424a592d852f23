"""A meeting as one person may read it: notice, attendance, quorum and votes item by item."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from accounts.models import User
from casework.models import Attendance, Meeting, MeetingItem
from recruitment.forms.base import Desk
from recruitment.position import Position
from recruitment.rules.votes import result_of
from recruitment.visible import free_of_the_chosen, names_unseen


@dataclass(frozen=True, slots=True)
class ShownItem:
    """An item as it was taken: who left, who was counted, and whether they were enough."""

    item: MeetingItem
    withdrew: Sequence[User]
    counted: int
    quorate: bool
    result: str
    confidential: bool
    open: bool


@dataclass(frozen=True, slots=True)
class ShownMeeting:
    """A meeting in full. `quorum` is 0 where no quorum is laid down, as for a panel.

    `open` is whether the person may read what it was called for.
    """

    meeting: Meeting
    open: bool
    notice: str
    earliest: date | None
    attendance: list[tuple[str, list[User]]]
    governors: int
    quorum: int
    items: list[ShownItem]


def show(desk: Desk, meeting: Meeting) -> ShownMeeting:
    """Return the meeting as the person may read it."""
    p = desk.position
    full = meeting.body == Meeting.Body.GOVERNING_BODY
    rule = p.regime.meeting_notice.value
    quorum = p.quorum_for(meeting.held_on) if full else 0
    return ShownMeeting(
        meeting,
        full or _told(desk, meeting),
        rule.explain(meeting.notice_on, p.calendar) if full else "",
        rule.earliest(meeting.notice_on, p.calendar) if full else None,
        _attendance(p, meeting),
        len(p.governors_on(meeting.held_on)),
        quorum,
        [_item(desk, meeting, item, quorum) for item in p.items_of(meeting)],
    )


def _told(desk: Desk, meeting: Meeting) -> bool:
    """Whether the person may read what a meeting of the panel is called for."""
    text = "\n".join([meeting.purpose, *meeting.agenda])
    unseen = names_unseen(desk.position, desk.candidates, text)
    return desk.may("see_candidates") and not unseen


def _attendance(p: Position, meeting: Meeting) -> list[tuple[str, list[User]]]:
    there = p.attendance_at(meeting)
    groups = (
        (capacity.label, [a.person for a in there if a.capacity == capacity])
        for capacity in Attendance.Capacity
    )
    return [(label, people) for label, people in groups if people]


def _item(desk: Desk, meeting: Meeting, item: MeetingItem, quorum: int) -> ShownItem:
    withdrew = list(item.withdrew.all())
    counted = len(desk.position.voters_at(meeting, withdrew))
    return ShownItem(
        item,
        withdrew,
        counted,
        counted >= quorum,
        _result(item),
        _confidential(meeting, item),
        may_read(desk, meeting, item),
    )


def _result(item: MeetingItem) -> str:
    if item.votes_for is None or item.votes_against is None:
        return ""
    outcomes = {"for": "Carried", "against": "Lost", "": "Tied: nothing was decided"}
    return outcomes[result_of(item.votes_for, item.votes_against, item.casting)]


def _confidential(meeting: Meeting, item: MeetingItem) -> bool:
    """Whatever a panel takes is confidential, however it was recorded."""
    return item.confidential or meeting.body == Meeting.Body.PANEL


def may_read(desk: Desk, meeting: Meeting, item: MeetingItem) -> bool:
    """Return whether the person may read the title and the minute of the item.

    A confidential item is about candidates: the panel's about any of them, the governing body's
    about the person chosen. It is not for whoever withdrew from it.
    """
    if not _confidential(meeting, item):
        return True
    p, seen = desk.position, desk.candidates
    if desk.user in item.withdrew.all():
        return False
    if meeting.body == Meeting.Body.PANEL:
        return desk.may("see_candidates") and len(seen) == len(p.candidates)
    if desk.may("see_chosen"):
        return free_of_the_chosen(p, desk.user)
    return desk.may("see_candidates") and len(seen) == len(p.candidates)
