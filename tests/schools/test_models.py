"""Schools, governing bodies and dated service, and what the database refuses of them."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from accounts.models import User
from schools.models import (
    Authority,
    AuthorityStaff,
    GoverningBody,
    Membership,
    Office,
    School,
)
from schools.models.choices import Category, MemberKind, OfficeKind, StaffRole, Status

pytestmark = pytest.mark.django_db
FIRST, LAST = date(2026, 9, 1), date(2027, 8, 31)


def someone(name: str) -> User:
    return User.objects.create_user(f"{name.lower()}@example.org", name)


@pytest.fixture
def body() -> GoverningBody:
    return GoverningBody.objects.create(name="Governing body of Argyle Primary School")


@pytest.fixture
def school() -> School:
    return School.objects.create(name="Argyle Primary School", category=Category.COMMUNITY)


def seat(body: GoverningBody, name: str, kind: MemberKind, until: date | None = LAST) -> Membership:
    return Membership.objects.create(
        governing_body=body, user=someone(name), kind=kind, since=FIRST, until=until
    )


@pytest.mark.parametrize(
    ("day", "in_force"),
    [
        (date(2026, 8, 31), False),
        (FIRST, True),
        (date(2027, 1, 1), True),
        (LAST, True),
        (date(2027, 9, 1), False),
    ],
)
def test_both_days_of_a_membership_count(body: GoverningBody, day: date, in_force: bool) -> None:
    membership = seat(body, "Ann", MemberKind.PARENT)
    assert Membership.objects.on(day).exists() == in_force
    assert membership.is_in_force(day) == in_force


def test_a_membership_without_a_last_day_goes_on(body: GoverningBody) -> None:
    membership = seat(body, "Ann", MemberKind.PARENT, until=None)
    assert list(body.memberships.on(date(2099, 1, 1))) == [membership]
    assert membership.is_in_force(date(2099, 1, 1))


def test_a_membership_of_one_day_is_possible(body: GoverningBody) -> None:
    assert seat(body, "Ann", MemberKind.PARENT, until=FIRST).is_in_force(FIRST)


def test_an_associate_member_sits_on_the_body_and_is_no_governor(body: GoverningBody) -> None:
    parent = seat(body, "Zoe", MemberKind.PARENT)
    head = seat(body, "Hal", MemberKind.HEAD)
    associate = seat(body, "Ann", MemberKind.ASSOCIATE)
    assert list(body.members_on(FIRST)) == [associate, head, parent]
    assert list(body.governors_on(FIRST)) == [head, parent]
    assert [member.is_governor for member in (parent, head, associate)] == [True, True, False]


def test_governors_of_another_day_or_body_are_not_among_them(body: GoverningBody) -> None:
    seat(body, "Ann", MemberKind.PARENT)
    seat(GoverningBody.objects.create(name="Another"), "Bob", MemberKind.PARENT)
    assert not body.governors_on(date(2027, 9, 1)).exists()
    assert [str(member) for member in body.governors_on(FIRST)] == ["Ann, Parent governor"]


def test_each_office_is_held_by_whoever_holds_it_that_day(body: GoverningBody) -> None:
    ann, bob, cat = someone("Ann"), someone("Bob"), someone("Cat")
    for user, office, since, until in [
        (ann, OfficeKind.CHAIR, FIRST, date(2026, 12, 31)),
        (bob, OfficeKind.CHAIR, date(2027, 1, 1), None),
        (ann, OfficeKind.VICE_CHAIR, date(2027, 1, 1), None),
        (cat, OfficeKind.CLERK, FIRST, None),
    ]:
        Office.objects.create(
            governing_body=body, user=user, office=office, since=since, until=until
        )
    assert body.chair_on(date(2026, 8, 31)) is None
    assert body.chair_on(date(2026, 12, 31)) == ann
    assert body.chair_on(date(2027, 1, 1)) == bob
    assert body.vice_chair_on(date(2026, 12, 31)) is None
    assert body.vice_chair_on(date(2027, 1, 1)) == ann
    assert body.clerk_on(FIRST) == cat


def test_where_two_hold_an_office_the_later_holds_it(body: GoverningBody) -> None:
    for name, since in [("Ann", FIRST), ("Bob", date(2027, 1, 1))]:
        Office.objects.create(
            governing_body=body, user=someone(name), office=OfficeKind.CHAIR, since=since
        )
    assert str(body.chair_on(date(2027, 1, 1))) == "Bob"


def test_a_governing_body_can_govern_several_schools(body: GoverningBody) -> None:
    for name in ("Infant", "Junior"):
        School.objects.create(name=name, category=Category.COMMUNITY, governing_body=body)
    assert [str(school) for school in body.schools.all()] == ["Infant", "Junior"]


def dated_rows(body: GoverningBody) -> tuple[Membership, Office, AuthorityStaff]:
    """Return a membership, an office and a post at an authority, each of one day."""
    ann, camden = someone("Ann"), Authority.objects.create(code="202", name="Camden")
    dates = {"since": FIRST, "until": FIRST}
    return (
        Membership.objects.create(governing_body=body, user=ann, kind=MemberKind.PARENT, **dates),
        Office.objects.create(governing_body=body, user=ann, office=OfficeKind.CHAIR, **dates),
        AuthorityStaff.objects.create(authority=camden, user=ann, role=StaffRole.ADVISER, **dates),
    )


@pytest.mark.parametrize("which", [0, 1, 2], ids=["membership", "office", "authority staff"])
def test_the_database_refuses_an_end_before_the_beginning(body: GoverningBody, which: int) -> None:
    row = dated_rows(body)[which]
    row.until = date(2026, 8, 31)
    with pytest.raises(IntegrityError, match="ends_after_it_begins"):
        row.save()


@pytest.mark.parametrize(
    ("which", "field", "constraint"),
    [
        (0, "kind", "membership_kind"),
        (1, "office", "office_kind"),
        (2, "role", "authoritystaff_role"),
    ],
)
def test_the_database_refuses_a_kind_that_does_not_exist(
    body: GoverningBody, which: int, field: str, constraint: str
) -> None:
    row = dated_rows(body)[which]
    setattr(row, field, "monarch")
    with pytest.raises(IntegrityError, match=constraint):
        row.save()


@pytest.mark.parametrize("field", ["category", "status", "nation"])
def test_the_database_refuses_a_school_of_no_known_kind(school: School, field: str) -> None:
    setattr(school, field, "imaginary")
    with pytest.raises(IntegrityError, match=f"school_{field}"):
        school.save()


def test_the_database_refuses_an_authority_of_another_nation() -> None:
    with pytest.raises(IntegrityError, match="authority_nation"):
        Authority.objects.create(code="900", name="Elsewhere", nation="scotland")


def test_the_database_refuses_a_second_school_or_authority_of_one_number() -> None:
    School.objects.create(urn=1, name="One", category=Category.COMMUNITY)
    with pytest.raises(IntegrityError, match="urn"), transaction.atomic():
        School.objects.create(urn=1, name="Two", category=Category.COMMUNITY)
    Authority.objects.create(code="202", name="Camden")
    with pytest.raises(IntegrityError, match="code"):
        Authority.objects.create(code="202", name="Another")


def test_schools_without_a_urn_can_be_many() -> None:
    for name in ("One", "Two"):
        School.objects.create(name=name, category=Category.COMMUNITY)
    assert School.objects.filter(urn=None).count() == 2


def test_nobody_takes_two_seats_on_a_body_on_one_day(body: GoverningBody) -> None:
    membership = seat(body, "Ann", MemberKind.PARENT)
    with pytest.raises(IntegrityError):
        Membership.objects.create(
            governing_body=body, user=membership.user, kind=MemberKind.STAFF, since=FIRST
        )


def test_what_a_case_may_rest_on_cannot_be_deleted(body: GoverningBody) -> None:
    membership = seat(body, "Ann", MemberKind.PARENT)
    with pytest.raises(ProtectedError):
        body.delete()
    with pytest.raises(ProtectedError):
        membership.user.delete()


@pytest.mark.parametrize(
    ("status", "is_open"),
    [
        (Status.OPEN, True),
        (Status.CLOSING, True),
        (Status.PROPOSED, False),
        (Status.CLOSED, False),
        (Status.NOT_STATED, False),
    ],
)
def test_a_school_is_open_until_it_closes(school: School, status: Status, is_open: bool) -> None:
    school.status = status
    assert school.is_open == is_open


@pytest.mark.parametrize(
    ("written", "has_one"),
    [
        ("Church of England", True),
        ("Inter- / non- denominational", True),
        ("Does not apply", False),
        ("None", False),
        ("Unknown", False),
        ("", False),
    ],
)
def test_a_religious_character_is_one_that_the_register_names(
    school: School, written: str, has_one: bool
) -> None:
    school.religious_character = written
    assert school.has_religious_character == has_one


def test_an_address_has_a_line_for_all_that_is_known_once(school: School) -> None:
    assert school.letter_address() == ["Argyle Primary School"]
    school.street = "Tonbridge Street"
    school.town = school.county = "London"
    school.postcode = "WC1H 9EG"
    assert school.letter_address() == [
        "Argyle Primary School",
        "Tonbridge Street",
        "London",
        "WC1H 9EG",
    ]
    school.locality, school.address3, school.county = "King's Cross", "Camden", "Middlesex"
    assert school.letter_address() == [
        "Argyle Primary School",
        "Tonbridge Street",
        "King's Cross",
        "Camden",
        "London",
        "Middlesex",
        "WC1H 9EG",
    ]


def test_everything_is_called_by_its_name(body: GoverningBody, school: School) -> None:
    _, office, staff = dated_rows(body)
    assert str(school) == "Argyle Primary School"
    assert str(body) == "Governing body of Argyle Primary School"
    assert str(office) == "Ann, Chair of governors"
    assert (str(staff.authority), str(staff)) == ("Camden", "Ann, Adviser")
    staff.title = "Senior adviser"
    assert str(staff) == "Ann, Senior adviser"
