"""The tables: authorities, schools, governing bodies, and dated service on them."""

from schools.models.authority import Authority, AuthorityRule, AuthorityStaff
from schools.models.choices import (
    IN_USE,
    Arrangement,
    Category,
    MemberKind,
    Nation,
    OfficeKind,
    StaffRole,
    Status,
    TermChange,
    TermKind,
)
from schools.models.governing_body import GoverningBody, Membership, Office
from schools.models.history import FormerCategory, SchoolArrangement
from schools.models.school import School
from schools.models.term_dates import BankHoliday, TermDates, TermDatesChange

__all__ = [
    "IN_USE",
    "Arrangement",
    "Authority",
    "AuthorityRule",
    "AuthorityStaff",
    "BankHoliday",
    "Category",
    "FormerCategory",
    "GoverningBody",
    "MemberKind",
    "Membership",
    "Nation",
    "Office",
    "OfficeKind",
    "School",
    "SchoolArrangement",
    "StaffRole",
    "Status",
    "TermChange",
    "TermDates",
    "TermDatesChange",
    "TermKind",
]
