"""Which rows import_schools does not keep, and the reason that it gives."""

import pytest

from schools.models import School
from schools.models.choices import Category
from schools.register.categories import Kind, Skip, kind_of
from tests.schools.register_file import (
    CLOSED,
    NO_TYPE,
    Register,
    a_school,
    all_that_is_held,
    of_authority,
    of_type,
)

TYPES: list[tuple[str, str, Kind]] = [
    ("1", "Community school", Category.COMMUNITY),
    ("01", "Community school", Category.COMMUNITY),
    ("1", "", Category.COMMUNITY),
    ("07", "", Category.COMMUNITY_SPECIAL),
    ("", "Community School", Category.COMMUNITY),
    ("99", "Community school", Category.COMMUNITY),
    ("2", "Voluntary aided school", Category.VOLUNTARY_AIDED),
    ("3", "Voluntary controlled school", Category.VOLUNTARY_CONTROLLED),
    ("5", "Foundation school", Category.FOUNDATION),
    ("6", "City technology college", Category.CITY_TECHNOLOGY_COLLEGE),
    ("7", "Community special school", Category.COMMUNITY_SPECIAL),
    ("12", "Foundation special school", Category.FOUNDATION_SPECIAL),
    ("14", "Pupil referral unit", Category.PUPIL_REFERRAL_UNIT),
    ("15", "Local authority nursery school", Category.NURSERY),
    ("28", "Academy sponsor led", Category.ACADEMY),
    ("33", "Academy special sponsor led", Category.ACADEMY),
    ("34", "Academy converter", Category.ACADEMY),
    ("42", "Academy alternative provision converter", Category.ACADEMY),
    ("43", "Academy alternative provision sponsor led", Category.ACADEMY),
    ("44", "Academy special converter", Category.ACADEMY),
    ("45", "Academy 16-19 converter", Category.ACADEMY),
    ("", "Academy 16-19 sponsor led", Category.ACADEMY),
    ("35", "Free schools", Category.FREE_SCHOOL),
    ("36", "Free schools special", Category.FREE_SCHOOL),
    ("", "Free Schools - Alternative Provision", Category.FREE_SCHOOL),
    ("", "Free Schools - 16-19", Category.FREE_SCHOOL),
    ("", "Free school  16-19", Category.FREE_SCHOOL),
    ("40", "University technical college", Category.UNIVERSITY_TECHNICAL_COLLEGE),
    ("41", "Studio schools", Category.STUDIO_SCHOOL),
    ("", "Studio school", Category.STUDIO_SCHOOL),
    ("30", "Welsh establishment", Skip.WELSH),
    ("25", "Offshore schools", Skip.OFFSHORE),
    ("37", "British schools overseas", Skip.OFFSHORE),
    ("", "Service Childrens Education", Skip.OFFSHORE),
    ("", "Service childrens education", Skip.OFFSHORE),
    ("26", "Service children\u2019s education", Skip.OFFSHORE),
    ("10", "Other independent special school", Skip.INDEPENDENT),
    ("11", "Other independent school", Skip.INDEPENDENT),
    ("8", "Non-maintained special school", Skip.NON_MAINTAINED),
    ("18", "Further education", Skip.COLLEGE),
    ("29", "Higher education institutions", Skip.COLLEGE),
    ("31", "Sixth form centres", Skip.COLLEGE),
    ("32", "Special post 16 institution", Skip.COLLEGE),
    ("", "Sixth form centre/consortia", Skip.COLLEGE),
    ("", "Agriculture and horticulture college", Skip.COLLEGE),
    ("", "Art, design and performing art college", Skip.COLLEGE),
    ("", "Specialist designated college", Skip.COLLEGE),
    ("24", "Secure units", Skip.OTHER),
    ("27", "Miscellaneous", Skip.OTHER),
    ("56", "Institution funded by other government department", Skip.OTHER),
    ("", "", Skip.NO_TYPE),
    ("99", "School of magic", Skip.UNKNOWN_TYPE),
    ("", "School of magic", Skip.UNKNOWN_TYPE),
    ("12", "Other independent school", Skip.TYPES_DISAGREE),
    ("7", "Other independent school", Skip.TYPES_DISAGREE),
    ("1", "Voluntary aided school", Skip.TYPES_DISAGREE),
]


@pytest.mark.parametrize(("code", "name", "kind"), TYPES)
def test_each_type_is_a_category_or_a_reason(code: str, name: str, kind: Kind) -> None:
    assert kind_of(code, name, "Camden") == kind


@pytest.mark.parametrize(("code", "name", "kind"), TYPES)
def test_a_school_is_kept_in_its_category_or_skipped_with_the_reason(
    register: Register, code: str, name: str, kind: Kind
) -> None:
    said = register.brings(a_school(100029, of_type(code, name)))
    if isinstance(kind, Skip):
        assert f"{kind}: 1 (URN 100029)" in said
        assert not School.objects.exists()
    else:
        assert School.objects.get().category == kind


@pytest.mark.parametrize(
    ("authority", "reason"),
    [
        ("Jersey Offshore Establishments", Skip.OFFSHORE),
        ("BFPO Overseas Establishments", Skip.OFFSHORE),
        ("Cardiff", Skip.WELSH),
        ("Vale of Glamorgan", Skip.WELSH),
    ],
)
def test_a_school_of_another_place_is_skipped_whatever_its_type(
    register: Register, authority: str, reason: Skip
) -> None:
    said = register.brings(
        a_school(1, of_authority("", authority)), a_school(2, of_authority("", authority), NO_TYPE)
    )
    assert f"{reason}: 2 (URN 1, 2)" in said
    assert not School.objects.exists()


def test_skips_are_listed_by_reason_the_commonest_first_with_the_first_few(
    register: Register,
) -> None:
    said = register.brings(
        a_school(1, of_type("24", "Secure units")),
        *[a_school(urn, of_type("11", "Other independent school")) for urn in range(10, 17)],
        a_school(20, NO_TYPE),
        a_school(21, NO_TYPE),
    )
    listed = said[said.index("Skipped") : said.index("Authorities")].splitlines()
    assert listed == [
        "Skipped: 10",
        "  not state-funded: independent school: 7 (URN 10, 11, 12, 13, 14, …)",
        "  no category: the register gives no type: 2 (URN 20, 21)",
        "  not a school: secure unit, miscellaneous or another department's: 1 (URN 1)",
    ]


def test_a_skipped_row_makes_no_authority(register: Register) -> None:
    said = register.brings(a_school(1, NO_TYPE, of_authority("702", "Elsewhere")))
    assert "Authorities created: 0" in said


def test_a_school_without_a_name_is_skipped(register: Register) -> None:
    said = register.brings(a_school(149843, {"EstablishmentName": " "}))
    assert "the register gives no name: 1 (URN 149843)" in said
    assert not School.objects.exists()


def test_a_school_of_unknown_status_is_skipped(register: Register) -> None:
    cells = {"EstablishmentStatus (code)": "9", "EstablishmentStatus (name)": "Quarantined"}
    said = register.brings(a_school(1, cells))
    assert "a status that is not known here: 1 (URN 1)" in said
    assert not School.objects.exists()


def test_a_held_school_that_left_the_state_is_left_as_it_was_and_listed(
    register: Register,
) -> None:
    register.brings(a_school(1))
    held = all_that_is_held()
    said = register.brings(a_school(1, of_type("11", "Other independent school"), CLOSED))
    assert "held here, and skipped now: left as it was: 1 (URN 1)" in said
    assert all_that_is_held() == held
