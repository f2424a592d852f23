"""Who is who at the school of a case: its governing body, and those who act for the authority."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from accounts.models import User
from law.calendars import Calendar
from schools.models import AuthorityStaff, Membership, Office, School
from schools.models.choices import MemberKind, OfficeKind, StaffRole


@dataclass(frozen=True, kw_only=True)
class SchoolRoster:
    """The people of the school on the day `on`. Part of a position, which adds the case itself."""

    case: Any
    on: date
    calendar: Calendar
    memberships: Sequence[Membership] = ()
    offices: Sequence[Office] = ()
    authority_staff: Sequence[AuthorityStaff] = ()

    def has_come(self, day: date | None) -> bool:
        """Whether something dated `day` had happened by the day on which this is judged."""
        return day is not None and day <= self.on

    @property
    def school(self) -> School:
        """The school whose case it is."""
        school: School = self.case.school
        return school

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

    def holds_office(self, user: User, office: OfficeKind, day: date) -> bool:
        """Whether the person holds the office on `day`."""
        held = (o for o in self.offices if o.office == office and o.user_id == user.pk)
        return any(o.is_in_force(day) for o in held)

    def in_office(self, office: OfficeKind, day: date) -> User | None:
        """Who holds the office on `day`."""
        held = (o.user for o in self.offices if o.office == office and o.is_in_force(day))
        return next(held, None)

    @property
    def chair(self) -> User | None:
        """The chair of the governing body."""
        return self.in_office(OfficeKind.CHAIR, self.on)

    @property
    def clerk(self) -> User | None:
        """The clerk to the governing body."""
        return self.in_office(OfficeKind.CLERK, self.on)

    def staff_of_authority(self, role: StaffRole) -> tuple[AuthorityStaff, ...]:
        """Those who act for the authority in that role."""
        return tuple(s for s in self.authority_staff if s.role == role and s.is_in_force(self.on))

    def post_at_authority(self, user: User) -> AuthorityStaff | None:
        """What the person is at the authority, if anything."""
        return next(
            (s for s in self.authority_staff if s.user_id == user.pk and s.is_in_force(self.on)),
            None,
        )
