"""Loads the position of one vacancy, in a fixed number of queries."""

from datetime import date

from django.db.models import QuerySet

from casework.models import Attendance, MeetingItem
from law.appointment import regime_for
from law.calendars import ENGLAND_AND_WALES
from recruitment.models import Vacancy
from recruitment.position import Position
from schools.models import AuthorityStaff


def position(vacancy: Vacancy, on: date) -> Position:
    """Return the position of the vacancy, judged on the day `on`.

    The vacancy may hold changes not yet saved: its own fields are taken from it as they are.
    Raises NoRegime where Headship does not hold the law for the school's category.
    """
    school = vacancy.school
    return Position(
        case=vacancy,
        on=on,
        regime=regime_for(school.category, school.nation, on),
        calendar=ENGLAND_AND_WALES,
        memberships=tuple(school.governing_body.memberships.select_related("user"))
        if school.governing_body
        else (),
        offices=tuple(school.governing_body.offices.select_related("user"))
        if school.governing_body
        else (),
        authority_staff=_authority_staff(vacancy),
        seats=tuple(vacancy.seats.select_related("person")),
        interests=tuple(vacancy.interests.select_related("person", "candidate")),
        criteria=tuple(vacancy.criteria.all()),
        advertisements=tuple(vacancy.advertisements.all()),
        candidates=tuple(vacancy.candidates.all()),
        meetings=tuple(vacancy.meetings.select_related("chaired_by")),
        attendance=tuple(
            Attendance.objects.filter(meeting__case=vacancy).select_related("person")
        ),
        items=tuple(
            MeetingItem.objects.filter(meeting__case=vacancy).prefetch_related("withdrew")
        ),
        notices=tuple(vacancy.notices.all()),
        advice=tuple(vacancy.advice.all()),
        opinions=tuple(vacancy.opinions.select_related("candidate", "adviser")),
        representations=tuple(vacancy.representations.select_related("candidate")),
        reservations=tuple(vacancy.reservations.select_related("candidate", "adviser")),
        decisions=tuple(vacancy.decisions.select_related("candidate")),
        checks=tuple(vacancy.checks.all()),
        documents=tuple(vacancy.documents.defer("paper", "content")),
    )


def _authority_staff(vacancy: Vacancy) -> tuple[AuthorityStaff, ...]:
    authority = vacancy.school.authority_id
    staff: QuerySet[AuthorityStaff] = AuthorityStaff.objects.filter(authority_id=authority)
    return tuple(staff.select_related("user")) if authority else ()


def vacancies() -> QuerySet[Vacancy]:
    """Vacancies with all that a list or a page reads of their school, in one query."""
    return Vacancy.objects.select_related(
        "school__authority", "school__governing_body", "outgoing_head"
    )
