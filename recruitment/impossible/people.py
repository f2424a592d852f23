"""Impossible panels and meetings."""

from datetime import date

from law.base import Strength
from recruitment.impossible.base import Sentences, in_words
from recruitment.position import Position
from schools.models.choices import MemberKind


def panel_is_lawful(p: Position) -> Sentences:
    """As many governors as the law of the day asks for, once each, and never the outgoing head."""
    for seat in p.seats:
        together = [s for s in p.seats if s.since <= seat.since and _not_over(s.until, seat.since)]
        if len(together) != len({s.person_id for s in together}):
            yield f"{seat.person} sits on the panel twice on {in_words(seat.since)}."
        minimum = p.law.on(seat.since).panel_minimum
        if minimum.strength is Strength.LAW and len(together) < minimum.value:
            yield f"the panel of {in_words(seat.since)} has {len(together)} members."
        membership = p.membership_of(seat.person, seat.since)
        if seat.person_id == p.case.outgoing_head_id:
            yield f"the outgoing head, {seat.person}, sits on the panel."
        elif membership is None or membership.kind in {MemberKind.ASSOCIATE, MemberKind.HEAD}:
            yield f"{seat.person} sits on the panel and is no governor who can."


def _not_over(until: date | None, day: date) -> bool:
    return until is None or day <= until


def meetings_add_up(p: Position) -> Sentences:
    """A meeting follows its notice, is chaired by somebody there, and counts only their votes."""
    for meeting in p.meetings:
        here = {a.person_id for a in p.attendance_at(meeting)}
        if meeting.notice_on > meeting.held_on:
            yield f"meeting {meeting.number} was held before its notice."
        if meeting.held and meeting.chaired_by_id not in here:
            yield f"meeting {meeting.number} was chaired by somebody who was not there."
        if here and not meeting.held:
            yield f"meeting {meeting.number} was attended and not held."
        if p.case.outgoing_head_id in here:
            yield f"the outgoing head was at meeting {meeting.number}."
        for item in p.items_of(meeting):
            votes = (item.votes_for, item.votes_against, item.abstained)
            voters = p.voters_at(meeting, item.withdrew.all())
            if item.votes_for is not None and sum(v or 0 for v in votes) != len(voters):
                yield f"the votes of meeting {meeting.number} on “{item}” do not add up."
