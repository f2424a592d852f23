"""The tables: authorities, schools, governing bodies, and dated service on them."""

from schools.models.authority import Authority, AuthorityStaff
from schools.models.choices import (
    IN_USE,
    Category,
    MemberKind,
    Nation,
    OfficeKind,
    StaffRole,
    Status,
)
from schools.models.governing_body import GoverningBody, Membership, Office
from schools.models.school import School

__all__ = [
    "IN_USE",
    "Authority",
    "AuthorityStaff",
    "Category",
    "GoverningBody",
    "MemberKind",
    "Membership",
    "Nation",
    "Office",
    "OfficeKind",
    "School",
    "StaffRole",
    "Status",
]
