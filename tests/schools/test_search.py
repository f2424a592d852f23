"""Finding a school by what someone remembers of it."""

import pytest

from schools.models import School
from schools.models.choices import Category, Status
from schools.search import search_schools
from tests.schools.register_file import Register, a_school

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _schools() -> None:
    for urn, name, town, postcode, status in [
        (100001, "St Mary's Catholic Primary School", "Woking", "GU22 8JD", Status.OPEN),
        (100002, "St Mary\u2019s CofE Primary School", "Folkestone", "CT19 6QH", Status.CLOSED),
        (100003, "St Thomas \u00e0 Becket School", "Woking", "GU21 4AB", Status.CLOSING),
        (200104, "All Saints (100%) Junior_School", "Newquay", "TR7 3BH", Status.NOT_STATED),
    ]:
        School.objects.create(
            urn=urn,
            name=name,
            town=town,
            postcode=postcode,
            status=status,
            category=Category.COMMUNITY,
        )


def found(text: str) -> list[int | None]:
    return [school.urn for school in search_schools(text)]


@pytest.mark.parametrize(
    ("text", "urns"),
    [
        ("St Marys", [100001, 100002]),
        ("st mary's", [100001, 100002]),
        ("ST MARY\u2019S", [100001, 100002]),
        ("primary mary", [100001, 100002]),
        ("thomas a becket", [100003]),
        ("THOMAS \u00c0 BECKET", [100003]),
        ("beck", [100003]),
        ("woking", [100001, 100003]),
        ("mary woking", [100001]),
        ("GU22 8JD", [100001]),
        ("gu228jd", [100001]),
        ("GU2", [100001, 100003]),
        ("100003", [100003]),
        ("200", [200104]),
        ("100%", [100001, 100003, 200104, 100002]),
        ("junior_school", [200104]),
        ("all saints (100%)", [200104]),
        ("ary", []),
        ("mary newquay", []),
        ("", []),
        ("  - % ", []),
    ],
)
def test_a_school_is_found_by_the_beginnings_of_its_words(text: str, urns: list[int]) -> None:
    assert found(text) == urns


def test_open_schools_come_first_then_by_name() -> None:
    School.objects.filter(urn=100002).update(name="A St Mary's")
    assert found("st mary") == [100001, 100002]
    School.objects.filter(urn=100002).update(status=Status.OPEN)
    assert found("st mary") == [100002, 100001]


def test_a_school_is_found_by_its_new_name_after_it_is_saved_in_part() -> None:
    school = School.objects.get(urn=100003)
    school.name = "Trinity School"
    school.save(update_fields=["name"])
    assert found("trinity") == [100003]
    assert found("becket") == []


def test_an_imported_school_is_found_as_one_that_was_entered(register: Register) -> None:
    register.brings(a_school(123456, {"EstablishmentName": "Kings\u2019 \u00c9cole"}))
    assert found("kings ecole wc1h9eg") == [123456]
    imported = School.objects.get(urn=123456)
    as_imported = imported.search_text
    imported.save()
    assert imported.search_text == as_imported
