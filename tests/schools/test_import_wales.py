"""What import_schools makes of the Welsh Government's list, in English and in Welsh."""

from itertools import permutations

import pytest
from django.db import IntegrityError, connection
from django.test.utils import CaptureQueriesContext

from schools.models import Authority, School
from schools.models.choices import Category, Nation, Status
from schools.register.welsh_codes import IN_BOTH_LANGUAGES, in_english
from schools.search import search_schools
from tests.schools.register_file import (
    Register,
    a_school,
    all_that_is_held,
    laid_out,
    of_authority,
    of_type,
)
from tests.schools.test_import import READING
from tests.schools.welsh_lists import ENGLISH, WELSH, changed, only, rows_of

ENGLAND = laid_out(
    [
        a_school(100022),
        a_school(401234, of_authority("681", "Cardiff"), of_type("30", "Welsh establishment")),
    ]
).encode("cp1252")
ORDERS = list(permutations([ENGLISH, WELSH, ENGLAND]))
CONWY = "6622993"  # another name in each language
ABERFUG = "6602991"
SPECIAL = "6707991"  # no governance given


def facts() -> list[tuple[object, ...]]:
    """Return all that is held, whatever the order in which it came."""
    schools = School.objects.order_by("number").values()
    authorities = Authority.objects.order_by("code").values()
    codes = {row["id"]: row["code"] for row in authorities}
    return [
        tuple({**row, "id": 0, "authority_id": codes[row["authority_id"]]}.values())
        for row in schools
    ] + [tuple({**row, "id": 0}.values()) for row in authorities]


def test_a_school_is_kept_as_the_english_list_has_it(register: Register) -> None:
    said = register.brings_file(only(ENGLISH, ABERFUG))
    assert said.startswith("This is the Welsh Government's list of maintained schools, in English.")
    kept = School.objects.values().get()
    assert kept == {
        "id": kept["id"],
        "urn": None,
        "name": "Ysgol Gynradd Aberffug",
        "welsh_name": "",
        "authority_id": Authority.objects.get(code="660", name="Isle of Anglesey").pk,
        "number": "6602991",
        "category": Category.COMMUNITY,
        "register_category": Category.COMMUNITY,
        "type_name": "Nursery, Infants & Juniors",
        "status": Status.OPEN,
        "phase": "Primary",
        "language_medium": "Welsh medium",
        "opened_on": None,
        "closed_on": None,
        "street": "Aberffug",
        "locality": "Ynys Môn",
        "address3": "",
        "town": "",
        "county": "",
        "postcode": "LL99 9AA",
        "religious_character": "---",
        "diocese": "",
        "trust": "",
        "federation": "",
        "low_age": None,
        "high_age": None,
        "pupils": 278,
        "nation": Nation.WALES,
        "governing_body_id": None,
        "search_text": " ysgol gynradd aberffug aberffug ynys mon ll99 9aa ll999aa 6602991",
    }


def test_the_welsh_list_says_the_same_with_the_welsh_name(register: Register) -> None:
    said = register.brings_file(only(WELSH, CONWY))
    assert said.startswith("This is the Welsh Government's list of maintained schools, in Welsh.")
    school = School.objects.get()
    assert (school.name, school.welsh_name) == ("Ysgol Fabanod Sant Ffuglen",) * 2
    assert (school.category, school.phase) == (Category.VOLUNTARY_CONTROLLED, "Primary")
    assert (school.type_name, school.language_medium) == ("Nursery & Infants", "English medium")
    assert (school.religious_character, school.pupils) == ("Church in Wales", 88)


@pytest.mark.parametrize("order", ORDERS, ids=range(len(ORDERS)))
def test_the_files_can_come_in_any_order_and_come_to_the_same(
    register: Register, order: tuple[bytes, ...]
) -> None:
    for content in (ENGLISH, WELSH, ENGLAND):
        register.brings_file(content)
    in_this_order = facts()
    School.objects.all().delete()
    Authority.objects.all().delete()
    for content in order:
        register.brings_file(content)
    assert facts() == in_this_order
    assert School.objects.count() == len(rows_of(ENGLISH)) + 1


@pytest.mark.parametrize("order", ORDERS, ids=range(len(ORDERS)))
def test_a_second_run_of_each_file_writes_nothing(
    register: Register, order: tuple[bytes, ...]
) -> None:
    for content in order:
        register.brings_file(content)
    held = all_that_is_held()
    with CaptureQueriesContext(connection) as second:
        said = [register.brings_file(content) for content in order]
    assert all("Created: 0" in each and "Updated: 0" in each for each in said)
    assert not any("renamed" in each for each in said)
    assert [query for query in second if not query["sql"].startswith(READING)] == []
    assert all_that_is_held() == held


def test_names_are_kept_in_both_languages_where_they_differ(register: Register) -> None:
    register.brings_file(WELSH)
    register.brings_file(ENGLISH)
    school = School.objects.get(number=CONWY)
    assert (school.name, school.other_name) == (
        "St Fictitia's Infant School",
        "Ysgol Fabanod Sant Ffuglen",
    )
    assert School.objects.get(number=ABERFUG).other_name == ""
    anglesey = Authority.objects.get(code="660")
    assert (anglesey.name, anglesey.other_name) == ("Isle of Anglesey", "Ynys Môn")
    assert Authority.objects.get(code="661").other_name == ""


def test_a_new_name_in_one_language_leaves_the_other(register: Register) -> None:
    register.brings_file(ENGLISH)
    register.brings_file(WELSH)
    register.brings_file(changed(WELSH, CONWY, {"Enw\u2019r ysgol": "Ysgol y Bae"}))
    school = School.objects.get(number=CONWY)
    assert (school.name, school.welsh_name) == ("St Fictitia's Infant School", "Ysgol y Bae")
    register.brings_file(changed(ENGLISH, CONWY, {"School Name": "Bay Infant School"}))
    school = School.objects.get(number=CONWY)
    assert (school.name, school.welsh_name) == ("Bay Infant School", "Ysgol y Bae")
    assert "Updated: 0" in register.brings_file(
        changed(WELSH, CONWY, {"Enw\u2019r ysgol": "Ysgol y Bae"})
    )


def test_the_22_authorities_are_made_once_as_authorities_of_wales(register: Register) -> None:
    held = Authority.objects.create(code="681", name="Cardiff", nation=Nation.WALES)
    register.brings_file(only(WELSH, ABERFUG))
    said = [register.brings_file(content) for content in (WELSH, ENGLISH, ENGLAND)]
    assert "Authorities created: 20" in said[0]
    assert "Authorities created: 0" in said[1]
    assert Authority.objects.filter(nation=Nation.WALES).count() == 22
    assert Authority.objects.get(code="681") == held
    held.refresh_from_db()
    assert (held.name, held.welsh_name) == ("Cardiff", "Caerdydd")
    assert "renamed" not in said[0]
    assert "renamed: Ynys Môn to Isle of Anglesey" in said[1]


def test_a_coded_value_is_kept_in_one_spelling(register: Register) -> None:
    spelt = {"Welsh Medium Type - see notes": "WELSH  MEDIUM", "Sector": "primary"}
    register.brings_file(changed(ENGLISH, ABERFUG, spelt))
    assert "Updated: 0" in register.brings_file(ENGLISH)


def test_an_address_comes_whole_from_one_list(register: Register) -> None:
    elsewhere = {"Cyfeiriad 1": "Lôn yr Eglwys", "Cyfeiriad 4": "Sir Conwy"}
    register.brings_file(changed(WELSH, CONWY, elsewhere))
    assert School.objects.get(number=CONWY).county == "Sir Conwy"
    register.brings_file(ENGLISH)
    english = School.objects.get(number=CONWY).letter_address()
    assert english[1:] == ["Chapel Road", "Nowhere Bay", "Conwy", "LL99 9AC"]
    assert "Updated: 0" in register.brings_file(changed(WELSH, CONWY, elsewhere))


def test_an_address_that_the_english_list_lacks_is_taken_from_the_welsh(register: Register) -> None:
    none = {f"Address {line}": "" for line in (1, 2, 3, 4)}
    register.brings_file(changed(ENGLISH, CONWY, none))
    register.brings_file(WELSH)
    assert School.objects.get(number=CONWY).street == "Chapel Road"
    assert "Updated: 0" in register.brings_file(changed(ENGLISH, CONWY, none))


@pytest.mark.parametrize("content", [ENGLISH, WELSH], ids=["English", "Welsh"])
@pytest.mark.parametrize(
    ("number", "category"),
    [
        (ABERFUG, Category.COMMUNITY),
        ("6675991", Category.COMMUNITY),
        (CONWY, Category.VOLUNTARY_CONTROLLED),
        ("6643991", Category.VOLUNTARY_AIDED),
        ("6724994", Category.FOUNDATION),
        ("6717992", Category.COMMUNITY_SPECIAL),
        (SPECIAL, Category.COMMUNITY_SPECIAL),
        ("6731991", Category.NURSERY),
    ],
)
def test_the_governance_and_the_sector_make_the_category(
    register: Register, content: bytes, number: str, category: Category
) -> None:
    register.brings_file(content)
    assert School.objects.get(number=number).category == category


def test_a_foundation_special_school_would_be_known(register: Register) -> None:
    register.brings_file(changed(ENGLISH, SPECIAL, {"Governance - see notes": "Foundation"}))
    assert School.objects.get(number=SPECIAL).category == Category.FOUNDATION_SPECIAL


@pytest.mark.parametrize("content", [ENGLISH, WELSH], ids=["English", "Welsh"])
def test_a_special_school_without_a_governance_is_listed(
    register: Register, content: bytes
) -> None:
    said = register.brings_file(content)
    assert (
        "imported as a community special school, since the list gives it no governance: 2 "
        "(number 6707991, 6807993)" in said
    )


@pytest.mark.parametrize(
    ("heading", "value"),
    [
        ("Governance - see notes", "Not Applicable"),
        ("Governance - see notes", "Trust"),
        ("Governance - see notes", ""),
        ("Sector", "Pupil referral unit"),
    ],
)
def test_a_mainstream_school_without_a_known_governance_is_skipped_and_listed(
    register: Register, heading: str, value: str
) -> None:
    said = register.brings_file(changed(ENGLISH, ABERFUG, {heading: value}))
    assert "a governance and sector that are not known here: 1 (number 6602991)" in said
    assert not School.objects.filter(number=ABERFUG).exists()


def test_a_school_without_a_name_is_skipped_unless_it_is_held(register: Register) -> None:
    nameless = changed(ENGLISH, ABERFUG, {"School Name": ""})
    assert "the register gives no name: 1 (number 6602991)" in register.brings_file(nameless)
    register.brings_file(ENGLISH)
    assert "Updated: 0" in register.brings_file(nameless)


@pytest.mark.parametrize(("english", "welsh"), IN_BOTH_LANGUAGES)
def test_each_coded_value_is_known_in_both_languages(english: str, welsh: str) -> None:
    assert in_english(english) == in_english(welsh.upper()) == in_english(english.lower())


def test_every_coded_value_of_the_list_comes_out_alike_from_both_languages() -> None:
    english, welsh = (
        [[in_english(cell) for cell in (*cells[4:6], *cells[7:10])] for cells in map(list, found)]
        for found in ([row.values() for row in rows_of(each)] for each in (ENGLISH, WELSH))
    )
    assert english == welsh
    assert not any(None in row for row in english)


@pytest.mark.parametrize(
    ("content", "heading", "kept"),
    [
        (ENGLISH, "Welsh Medium Type - see notes", "Category 3"),
        (WELSH, "Math o gyfrwng Cymraeg - Gweler y nodiadau", ""),
    ],
    ids=["English", "Welsh"],
)
def test_a_new_language_medium_is_kept_as_written_in_english_only_and_listed(
    register: Register, content: bytes, heading: str, kept: str
) -> None:
    said = register.brings_file(changed(content, ABERFUG, {heading: "Category 3"}))
    assert School.objects.get(number=ABERFUG).language_medium == kept
    assert "not in the list's code lists as Headship has them: 1 (number 6602991)" in said


def test_no_language_medium_is_said_of_a_special_school(register: Register) -> None:
    register.brings_file(ENGLISH)
    assert School.objects.get(number=SPECIAL).language_medium == ""


def test_a_school_that_was_closed_here_and_is_on_the_list_is_open_again(register: Register) -> None:
    register.brings_file(ENGLISH)
    School.objects.filter(number=ABERFUG).update(status=Status.CLOSED)
    assert "opened again: 1" in register.brings_file(WELSH)
    assert School.objects.get(number=ABERFUG).is_open


def test_schools_of_the_other_nation_are_not_missed(register: Register) -> None:
    register.brings_file(ENGLISH)
    assert "not in this file, left as they were: 0" in register.brings_file(ENGLAND)
    assert "not in this file, left as they were: 0" in register.brings_file(WELSH)
    said = register.brings_file(only(WELSH, ABERFUG))
    assert f"not in this file, left as they were: {len(rows_of(WELSH)) - 1}" in said


def test_welsh_establishments_of_the_english_register_stay_out(register: Register) -> None:
    register.brings_file(ENGLISH)
    said = register.brings_file(ENGLAND)
    assert "Welsh establishment: 1 (URN 401234)" in said
    assert School.objects.filter(nation=Nation.WALES).count() == len(rows_of(ENGLISH))


def test_a_school_is_found_by_either_name_its_number_and_any_line_of_its_address(
    register: Register,
) -> None:
    register.brings_file(ENGLISH)
    register.brings_file(WELSH)
    for text in ("fictitia infant", "sant ffuglen", CONWY, "nowhere bay", "ll999ac"):
        assert [school.number for school in search_schools(text)] == [CONWY], text


def test_an_imported_school_is_found_as_one_that_is_saved(register: Register) -> None:
    register.brings_file(ENGLISH)
    register.brings_file(WELSH)
    school = School.objects.get(number=CONWY)
    as_imported = school.search_text
    school.save()
    assert school.search_text == as_imported


@pytest.mark.django_db
def test_the_database_refuses_a_second_welsh_school_of_one_number() -> None:
    facts = {"number": "6602991", "category": Category.COMMUNITY}
    School.objects.create(name="An English school", **facts)
    School.objects.create(name="Another", **facts)
    School.objects.create(name="Ysgol Un", nation=Nation.WALES, **facts)
    with pytest.raises(IntegrityError):
        School.objects.create(name="Ysgol Dau", nation=Nation.WALES, **facts)
