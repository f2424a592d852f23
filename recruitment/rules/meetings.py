"""Meetings: the notice of one, its agenda, who was there, what is minuted."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from accounts.models import User
from casework.action import Facts
from casework.models import Meeting
from casework.rules import entry, house, required
from casework.words import written
from law.base import Obstacle, Strength
from law.base import Rule as LawRule
from law.periods import Period
from recruitment.position import Position
from recruitment.rules.base import Rule

ONE_DAY = timedelta(days=1)


def notice_long_enough(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Clear days between the notice and the governing body's meeting, unless it is urgent."""
    notice, held = f.get("notice_on", f.get("on")), f.get("held_on")
    if f.get("body") != Meeting.Body.GOVERNING_BODY or not notice or not held or f.get("urgent"):
        return
    law, *own = p.regime.notices
    earliest = law.value.earliest(notice, p.calendar)
    if held < earliest:
        yield law.obstacle(
            "notice_too_short",
            f"With notice on {written(notice)} the meeting can be held from {written(earliest)}: "
            f"{law.value.describe()}.",
            "Choose a later day, or record why the chair shortened the notice as urgent.",
        )
    for rule in own:
        earliest = rule.value.earliest(notice, p.calendar)
        if held < earliest:
            yield rule.obstacle(
                "own_notice_too_short",
                f"The authority asks for {rule.value.describe()}: from {written(earliest)}.",
                "Choose a later day.",
            )


def notice_kept(p: Position, meeting: Meeting) -> LawRule[Period] | None:
    """Return the longest notice asked for that this one satisfied when it was given, if any.

    It may be the law's or the authority's own, of the day of the notice.
    """
    known = p.calendar.known_on(meeting.notice_on - ONE_DAY)
    rules = p.law.on(meeting.notice_on).notices
    kept = [r for r in rules if r.value.earliest(meeting.notice_on, known) <= meeting.held_on]
    return kept[-1] if kept else None


def notice_before_meeting(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Notice is given before the meeting."""
    notice, held = f.get("notice_on"), f.get("held_on")
    if notice and held and notice > held:
        yield entry(
            "notice_after_meeting",
            f"The notice, {written(notice)}, is after the meeting, {written(held)}.",
            "Check both dates.",
        )


def notice_to_authority(p: Position, f: Facts) -> Iterator[Obstacle]:
    """In Wales the authority has notice of the governing body's meetings too."""
    rule = p.regime.meeting_notice_to_authority
    given = f.get("notice_to_authority")
    if rule and given is False and f.get("body") == Meeting.Body.GOVERNING_BODY:
        yield rule.obstacle(
            "no_notice_to_authority",
            "It is not recorded that the authority was given notice of this meeting.",
            "Send the authority the notice, the agenda and the papers too, and say so here.",
        )


def some_agenda(p: Position, f: Facts) -> Iterator[Obstacle]:
    """A meeting is called for something: it has an agenda."""
    if "agenda" in f and not [line for line in f["agenda"] if line.strip()]:
        yield entry("no_agenda", "The agenda is empty.", "Give at least one item.")


def not_yet_held(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Attendance is recorded once, on or after the day."""
    meeting, on = f.get("meeting"), f.get("on")
    if meeting and meeting.held:
        yield entry(
            "already_held",
            "Attendance at this meeting has been recorded.",
            "Record what was decided at it.",
        )
    if meeting and on and on < meeting.held_on:
        yield entry(
            "meeting_not_yet_held",
            f"The meeting is called for {written(meeting.held_on)}.",
            "Record attendance on the day or afterwards.",
        )


def notice_still_long_enough(p: Position, f: Facts) -> Iterator[Obstacle]:
    """A bank holiday added after a notice can leave too few clear days: see decision 11.

    Where the length of the notice is no law, it was warned of when the meeting was called.
    """
    meeting: Meeting | None = f.get("meeting")
    if meeting is None or meeting.body != Meeting.Body.GOVERNING_BODY or meeting.urgent:
        return
    rule = notice_kept(p, meeting)
    if rule is None or rule.strength is Strength.PRACTICE:
        return
    earliest = rule.value.earliest(meeting.notice_on, p.calendar)
    if meeting.held_on < earliest:
        yield house(
            "notice_too_short_since",
            f"Since a bank holiday was added, the notice of {written(meeting.notice_on)} is good "
            f"for a meeting from {written(earliest)}: {rule.value.describe()}.",
            "Call another meeting, for a later day or as one that the chair finds urgent; or say "
            "why this one stands: its notice was long enough on the day on which it was given.",
            rule.citation,
        )


def members_may_sit(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Only governors, or members of the panel, are present as members."""
    meeting: Meeting | None = f.get("meeting")
    if meeting is None:
        return
    allowed = _members(p, meeting)
    for person in f.get("present", ()):
        if person.pk not in allowed:
            yield entry(
                "not_a_member",
                f"{person.full_name} was not a member of the {meeting.get_body_display().lower()} "
                f"on {written(meeting.held_on)}.",
                "Record the person as in attendance.",
            )


def _members(p: Position, meeting: Meeting) -> set[int]:
    if meeting.body == Meeting.Body.PANEL:
        return {s.person_id for s in p.panel_on(meeting.held_on)}
    return {m.user_id for m in p.governors_on(meeting.held_on)}


def nobody_twice(p: Position, f: Facts) -> Iterator[Obstacle]:
    """A person is at a meeting once, in one capacity."""
    everyone = [*f.get("present", ()), *f.get("advisers", ()), *f.get("in_attendance", ())]
    twice = sorted({u.full_name for u in everyone if everyone.count(u) > 1})
    if twice:
        yield entry(
            "recorded_twice",
            f"{', '.join(twice)}: recorded at the meeting more than once.",
            "Record each person once, as a member, an adviser or in attendance.",
        )


def outgoing_head_absent(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Neither the outgoing head nor an acting one takes part, named in the case or not."""
    meeting: Meeting | None = f.get("meeting")
    day = meeting.held_on if meeting else p.on
    everyone: Sequence[User] = [
        person
        for capacity in ("present", "advisers", "in_attendance")
        for person in f.get(capacity, ())
    ]
    if any(p.is_outgoing_head(person, day) for person in everyone):
        yield p.regime.outgoing_head_takes_no_part.obstacle(
            "outgoing_head",
            "The outgoing head takes no part in choosing a successor.",
            "The head must not be at the meeting for this business.",
        )
    for person in everyone:
        if p.is_acting_head(person, day):
            yield p.regime.outgoing_head_takes_no_part.obstacle(
                "acting_head",
                f"{person.full_name} acts as head, and takes no part in choosing the next.",
                "The acting head must not be at the meeting for this business.",
            )


def chaired_by_somebody_present(p: Position, f: Facts) -> Iterator[Obstacle]:
    """A meeting is chaired by a member who is there."""
    chair, present = f.get("chaired_by"), f.get("present")
    if chair and present is not None and chair.pk not in {u.pk for u in present}:
        yield entry(
            "chair_not_present",
            f"{chair.full_name} is not recorded as present.",
            "Name a member who was present as the chair of the meeting.",
        )


def minuted_meeting_held(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Only what was said at a meeting can be minuted."""
    meeting: Meeting | None = f.get("meeting")
    if meeting and not meeting.held:
        yield entry(
            "meeting_not_held",
            "Attendance at this meeting is not recorded.",
            "Record who was at the meeting, then the minute.",
        )


RULES: dict[str, tuple[Rule, ...]] = {
    "call_meeting": (
        notice_before_meeting,
        notice_long_enough,
        notice_to_authority,
        some_agenda,
        required(("place", "The place"), ("purpose", "What the meeting is for")),
    ),
    "hold_meeting": (
        not_yet_held,
        notice_still_long_enough,
        members_may_sit,
        nobody_twice,
        outgoing_head_absent,
        chaired_by_somebody_present,
    ),
    "minute_item": (
        minuted_meeting_held,
        required(("title", "The item"), ("minute", "The minute")),
    ),
}
