"""Who is who on one vacancy: governing body, authority, panel, interests, and who met when."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from accounts.models import User
from casework import clock
from casework.models import Attendance, Meeting, MeetingItem
from casework.roster import SchoolRoster
from law.appointment.regime import Regime
from recruitment.governing_law import GoverningLaw
from recruitment.models import (
    ActingHead,
    Candidate,
    Handover,
    Interest,
    PanelSeat,
    Undertaking,
    Vacancy,
)
from schools.models.choices import MemberKind, OfficeKind

CLERK = "clerk"
BY_OFFICE = {CLERK: OfficeKind.CLERK, "chair": OfficeKind.CHAIR}
STANDS_ASIDE = frozenset({Interest.Effect.WITHDRAW, Interest.Effect.SUBSTITUTE})
ON_THE_PANEL = frozenset({"panel", "panel_chair"})
ONE_DAY = timedelta(days=1)
OFFICER = "officer"
OF_THE_AUTHORITY = frozenset({OFFICER, "adviser"})


@dataclass(frozen=True, kw_only=True)
class Roster(SchoolRoster):
    """The people of a vacancy on the day `on`. Part of a `Position`, which adds the case itself."""

    case: Vacancy
    law: GoverningLaw
    regime: Regime
    seats: Sequence[PanelSeat] = ()
    interests: Sequence[Interest] = ()
    undertakings: Sequence[Undertaking] = ()
    handovers: Sequence[Handover] = ()
    acting_heads: Sequence[ActingHead] = ()
    meetings: Sequence[Meeting] = ()
    attendance: Sequence[Attendance] = ()
    items: Sequence[MeetingItem] = ()

    def roles_left(self, user: User, granted: frozenset[str]) -> frozenset[str]:
        """Return what is left of the granted roles after what takes them away.

        The outgoing head has no part at all, nor has whoever acts as head now. Somebody who has
        withdrawn from this appointment keeps no role that decides or that sees candidates. A role
        ends with the office or the seat behind it, whatever was granted.
        """
        if user.pk == self.case.outgoing_head_id or self.is_acting_head(user, clock.today()):
            return frozenset()
        held = frozenset(role for role in granted if self.still_holds(user, role))
        return held & {"governor"} if self.has_withdrawn(user, clock.today()) else held

    def still_holds(self, user: User, role: str) -> bool:
        """Whether the office or seat behind a role is the person's today."""
        today = clock.today()
        if role == CLERK and self.handed_over_on(today):
            return user == self.handed_over_on(today)
        if role in BY_OFFICE:
            return self.holds_office(user, BY_OFFICE[role], today)
        if role == OFFICER and self.law.on(today).notice_of_vacancy is None:
            return False
        if role in OF_THE_AUTHORITY:
            return any(s.user_id == user.pk and s.is_in_force(today) for s in self.authority_staff)
        if role in ON_THE_PANEL:
            return any(s.person_id == user.pk for s in self._seats_held(today))
        return any(m.user_id == user.pk for m in self.governors_on(today))

    def handed_over_on(self, day: date) -> User | None:
        """Whoever the clerk had handed this appointment over to by `day`, if to anybody."""
        return next((h.person for h in reversed(self.handovers) if h.since <= day), None)

    @property
    def clerk(self) -> User | None:
        """The clerk of this appointment: of the governing body, or whoever it was handed to."""
        return self.handed_over_on(self.on) or super().clerk

    def is_outgoing_head(self, user: User, day: date) -> bool:
        """Whether the person is the head who leaves: as the case names them, or by their seat."""
        if user.pk == self.case.outgoing_head_id:
            return True
        seat = self.membership_of(user, day)
        return seat is not None and seat.kind == MemberKind.HEAD

    def acting_on(self, day: date) -> tuple[ActingHead, ...]:
        """Whoever acts as head on `day`."""
        return tuple(acting for acting in self.acting_heads if acting.is_in_place(day))

    def is_acting_head(self, user: User, day: date) -> bool:
        """Whether the person acts as head on `day`: one who did before, or will, does not count."""
        return any(acting.person_id == user.pk for acting in self.acting_on(day))

    def to_act_after(self, day: date) -> tuple[ActingHead, ...]:
        """Whoever is to act as head from a day after `day`, and was not let off before it."""
        ahead = (acting for acting in self.acting_heads if acting.since > day)
        return tuple(acting for acting in ahead if acting.is_in_place(acting.since))

    def to_act_from(self, user: User, day: date) -> date | None:
        """Return the first day, after `day`, from which the person is to act as head; else None."""
        days = (a.since for a in self.to_act_after(day) if a.person_id == user.pk)
        return min(days, default=None)

    def takes_no_part(self, user: User, day: date) -> bool:
        """Whether the person is the head who leaves, or acts as head on `day`."""
        return self.is_outgoing_head(user, day) or self.is_acting_head(user, day)

    # Panel and interests

    def panel_on(self, day: date) -> tuple[PanelSeat, ...]:
        """The panel on `day`, without those who had withdrawn, acted as head or had left."""
        return tuple(
            s
            for s in self._seats_held(day)
            if not (self.has_withdrawn(s.person, day) or self.is_acting_head(s.person, day))
        )

    def _seats_held(self, day: date) -> Iterator[PanelSeat]:
        """The seats on `day` of those who were governors all the time since they took them."""
        for seat in self.seats:
            sits = seat.since <= day and (seat.until is None or day <= seat.until)
            if sits and self._governor_throughout(seat.person, seat.since, day):
                yield seat

    def _governor_throughout(self, user: User, first: date, last: date) -> bool:
        """Whether one term of office after another kept the person a governor, without a gap."""
        terms = [m for m in self.memberships if m.user_id == user.pk and m.is_governor]
        day = first
        for term in sorted(terms, key=lambda m: m.since):
            if term.since <= day <= (term.until or last):
                day = term.until + ONE_DAY if term.until else last + ONE_DAY
        return day > last

    @property
    def panel(self) -> tuple[PanelSeat, ...]:
        """The panel as it sits now."""
        return self.panel_on(self.on)

    @property
    def panel_chair(self) -> User | None:
        """The chair of the panel."""
        return next((s.person for s in self.panel if s.is_chair), None)

    def interests_on(self, day: date) -> tuple[Interest, ...]:
        """The interests that stood on `day`: declared by then, and not yet ended."""
        return tuple(
            i
            for i in self.interests
            if i.declared_on <= day and (i.ended_on is None or day < i.ended_on)
        )

    @property
    def standing_interests(self) -> tuple[Interest, ...]:
        """The interests that stand now."""
        return self.interests_on(self.on)

    def has_withdrawn(self, user: User, day: date | None = None) -> bool:
        """Whether an interest keeps the person out of the whole appointment, now or on `day`."""
        return any(
            i.person_id == user.pk and i.effect in STANDS_ASIDE
            for i in self.interests_on(day or self.on)
        )

    def is_conflicted(self, user: User, candidate: Candidate, day: date | None = None) -> bool:
        """Whether the person takes no part where this candidate is concerned, now or on `day`.

        An interest in a name of the roster keeps the person from every candidate until the clerk
        has said which of them that is.
        """
        then = day or self.on
        declared = any(
            i.person_id == user.pk
            and (i.candidate_id == candidate.pk or i.awaits_mapping)
            and i.effect == Interest.Effect.LEAVE_ITEM
            for i in self.interests_on(then)
        )
        return (
            declared or self.has_withdrawn(user, then) or self.could_succeed(user, candidate, then)
        )

    def could_succeed(self, user: User, candidate: Candidate, day: date) -> bool:
        """Whether a staff governor could seek the post that an internal appointment opens.

        It is so where the law of the day has the rule, unless they undertook not to.
        """
        if self.law.on(day).staff_governors is None or not candidate.internal:
            return False
        seat = self.membership_of(user, day)
        undertook = any(u.person_id == user.pk and u.given_on <= day for u in self.undertakings)
        return seat is not None and seat.kind == MemberKind.STAFF and not undertook

    def speaks_not_of(self, user: User, candidate: Candidate) -> bool:
        """Whether an interest keeps the person, as they act today, from this candidate.

        What is entered today about an earlier day is still entered by whoever they are today.
        """
        return any(self.is_conflicted(user, candidate, day) for day in (self.on, clock.today()))

    # Meetings

    def meeting(self, number: int) -> Meeting | None:
        """The meeting of that number."""
        return next((m for m in self.meetings if m.number == number), None)

    def attendance_at(self, meeting: Meeting) -> tuple[Attendance, ...]:
        """Everybody who was at the meeting."""
        return tuple(a for a in self.attendance if a.meeting_id == meeting.pk)

    def voters_at(self, meeting: Meeting, withdrew: Iterable[User] = ()) -> tuple[User, ...]:
        """The members present for an item: those who withdrew, or had to, are not counted."""
        away = {u.pk for u in withdrew}
        return tuple(
            a.person
            for a in self.attendance_at(meeting)
            if a.capacity == Attendance.Capacity.MEMBER and a.person_id not in away
        )

    def quorum_for(self, day: date) -> int:
        """How many governors make a quorum on `day`: a share of those in post, rounded up."""
        share = self.regime.quorum.value
        members = len(self.governors_on(day))
        return -(-members * share.numerator // share.denominator)

    def items_of(self, meeting: Meeting) -> tuple[MeetingItem, ...]:
        """What was taken at the meeting."""
        return tuple(i for i in self.items if i.meeting_id == meeting.pk)
