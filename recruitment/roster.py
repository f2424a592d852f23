"""Who is who on one vacancy: governing body, authority, panel, interests, and who met when."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from accounts.models import User
from casework import clock
from casework.models import Attendance, Meeting, MeetingItem
from law.appointment.regime import Regime
from law.calendars import Calendar
from recruitment.models import Candidate, Interest, PanelSeat, Vacancy
from schools.models import AuthorityStaff, Membership, Office, School
from schools.models.choices import MemberKind, OfficeKind, StaffRole

BY_OFFICE = {"clerk": OfficeKind.CLERK, "chair": OfficeKind.CHAIR}
ON_THE_PANEL = frozenset({"panel", "panel_chair"})
ONE_DAY = timedelta(days=1)
OF_THE_AUTHORITY = frozenset({"officer", "adviser"})


@dataclass(frozen=True, kw_only=True)
class Roster:
    """The people of a vacancy on the day `on`. Part of a `Position`, which adds the case itself."""

    case: Vacancy
    on: date
    regime: Regime
    calendar: Calendar
    memberships: tuple[Membership, ...] = ()
    offices: tuple[Office, ...] = ()
    authority_staff: tuple[AuthorityStaff, ...] = ()
    seats: tuple[PanelSeat, ...] = ()
    interests: tuple[Interest, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    attendance: tuple[Attendance, ...] = ()
    items: tuple[MeetingItem, ...] = ()

    def has_come(self, day: date | None) -> bool:
        """Whether something dated `day` had happened by the day on which this is judged."""
        return day is not None and day <= self.on

    def roles_left(self, user: User, granted: frozenset[str]) -> frozenset[str]:
        """Return what is left of the granted roles after what takes them away.

        The outgoing head has no part at all. Somebody who has withdrawn from this appointment
        keeps no role that decides or that sees candidates. A role ends with the office or the
        seat behind it, whatever was granted.
        """
        if user.pk == self.case.outgoing_head_id:
            return frozenset()
        held = frozenset(role for role in granted if self.still_holds(user, role))
        return held & {"governor"} if self.has_withdrawn(user, clock.today()) else held

    def still_holds(self, user: User, role: str) -> bool:
        """Whether the office or seat behind a role is the person's today."""
        today = clock.today()
        if role in BY_OFFICE:
            rows = [o for o in self.offices if o.office == BY_OFFICE[role]]
            return any(o.user_id == user.pk and o.is_in_force(today) for o in rows)
        if role in OF_THE_AUTHORITY:
            return any(s.user_id == user.pk and s.is_in_force(today) for s in self.authority_staff)
        if role in ON_THE_PANEL:
            return any(s.person_id == user.pk for s in self._seats_held(today))
        return any(m.user_id == user.pk for m in self.governors_on(today))

    def is_outgoing_head(self, user: User, day: date) -> bool:
        """Whether the person is the head who leaves: as the case names them, or by their seat."""
        if user.pk == self.case.outgoing_head_id:
            return True
        seat = self.membership_of(user, day)
        return seat is not None and seat.kind == MemberKind.HEAD

    # School and governing body

    @property
    def school(self) -> School:
        """The school whose headship it is."""
        return self.case.school

    @property
    def authority_name(self) -> str:
        """The name of the local authority, or an empty string."""
        return self.school.authority.name if self.school.authority else ""

    def governors_on(self, day: date) -> tuple[Membership, ...]:
        """The governors in post on `day`: associate members are not governors."""
        return tuple(
            m for m in self.memberships if m.kind != MemberKind.ASSOCIATE and m.is_in_force(day)
        )

    def membership_of(self, user: User, day: date) -> Membership | None:
        """The person's membership of the governing body on `day`, associate or not."""
        return next(
            (m for m in self.memberships if m.user_id == user.pk and m.is_in_force(day)), None
        )

    def _in_office(self, kind: OfficeKind, day: date) -> User | None:
        return next((o.user for o in self.offices if o.office == kind and o.is_in_force(day)), None)

    @property
    def chair(self) -> User | None:
        """The chair of the governing body."""
        return self._in_office(OfficeKind.CHAIR, self.on)

    @property
    def clerk(self) -> User | None:
        """The clerk to the governing body."""
        return self._in_office(OfficeKind.CLERK, self.on)

    def staff_of_authority(self, role: StaffRole) -> tuple[AuthorityStaff, ...]:
        """Those who act for the authority in that role."""
        return tuple(s for s in self.authority_staff if s.role == role and s.is_in_force(self.on))

    def post_at_authority(self, user: User) -> AuthorityStaff | None:
        """What the person is at the authority, if anything."""
        return next(
            (s for s in self.authority_staff if s.user_id == user.pk and s.is_in_force(self.on)),
            None,
        )

    # Panel and interests

    def panel_on(self, day: date) -> tuple[PanelSeat, ...]:
        """The panel on `day`, without those who had withdrawn or were governors no more."""
        return tuple(s for s in self._seats_held(day) if not self.has_withdrawn(s.person, day))

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
            i.person_id == user.pk and i.effect == Interest.Effect.WITHDRAW
            for i in self.interests_on(day or self.on)
        )

    def is_conflicted(self, user: User, candidate: Candidate, day: date | None = None) -> bool:
        """Whether the person takes no part where this candidate is concerned, now or on `day`."""
        return self.has_withdrawn(user, day) or any(
            i.person_id == user.pk
            and i.candidate_id == candidate.pk
            and i.effect == Interest.Effect.LEAVE_ITEM
            for i in self.interests_on(day or self.on)
        )

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
