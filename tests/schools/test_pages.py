"""Finding a school and reading what Headship knows of it."""

from html import unescape

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from schools.models import School
from schools.models.choices import Category, Status
from tests.recruitment.headship import headship, on_day, person, school_with_governors
from tests.recruitment.views.browser import sign_in
from tests.recruitment.views.rows import TODAY
from tests.recruitment.views.words import words

pytestmark = pytest.mark.django_db
MANY = 25


def found(text: str, client: Client | None = None, **more: int) -> str:
    reader = client or sign_in(person("A Reader"))
    query: dict[str, str | int] = {"q": text, **more}
    return words(reader.get(reverse("schools"), query))


def shown(school: School, user: User) -> str:
    return words(sign_in(user).get(reverse("school", args=[school.pk])))


def a_school(name: str, **facts: object) -> School:
    given = {"category": Category.COMMUNITY, "status": Status.OPEN, **facts}
    return School.objects.create(name=name, **given)


@pytest.mark.parametrize("text", ["mill la", "fictown", "zz1 1zz", "zz11zz", "100001", "o'hare"])
def test_a_school_is_found_by_name_town_postcode_and_number(text: str) -> None:
    a_school("O\u2019Hare Mill Lane School", town="Fictown", postcode="ZZ1 1ZZ", urn=100001)
    a_school("Another School", town="Elsewhere", postcode="YY1 1YY", urn=200002)

    assert "1 school found" in found(text)
    assert "O\u2019Hare Mill Lane School" in found(text)


def test_open_schools_come_first() -> None:
    a_school("Ash School", status=Status.CLOSED)
    a_school("Birch School")

    page = found("school")
    assert page.index("Birch School") < page.index("Ash School")
    assert "Closed" in page


def test_nothing_typed_finds_nothing_and_nothing_found_says_what_to_try() -> None:
    a_school("Ash School")

    assert "found" not in found("")
    assert "No school was found for “oak & elm”. Try fewer words" in found("oak & elm")


def test_what_is_found_goes_on_to_a_second_page_that_keeps_what_was_typed() -> None:
    School.objects.bulk_create(
        School(
            name=f"Ash School {n}",
            category=Category.COMMUNITY,
            status=Status.OPEN,
            search_text=f" ash school {n}",
        )
        for n in range(MANY)
    )
    client = sign_in(person("A Reader"))

    assert found("ash", client).count("Ash School") == 20
    assert found("ash", client, page=2).count("Ash School") == 5
    assert "?q=ash&amp;page=2" in client.get("/schools/?q=ash").content.decode()


def test_hostile_text_in_the_search_comes_out_as_typed() -> None:
    page = sign_in(person("A Reader")).get("/schools/", {"q": '"><script>alert(1)</script>'})

    assert b"<script>alert" not in page.content
    assert '“"><script>alert(1)</script>”' in unescape(page.content.decode())


def test_a_school_has_its_facts_governing_body_and_law() -> None:
    school, people = school_with_governors()
    School.objects.filter(pk=school.pk).update(low_age=3, high_age=11, pupils=210)
    page = shown(school, people["governor"])

    assert "Local authority Fictional Borough" in page
    assert "Ages 3 to 11 Pupils 210" in page
    assert "Chair Joy Dean Clerk Ann Rees Governors in post 5" in page
    assert "Community, voluntary controlled, community special and nursery schools" in page
    assert "of these rules are recalled or inferred, not read" in page


def test_a_school_whose_law_is_not_held_says_whose_rules_apply_and_opens_nothing() -> None:
    school, people = school_with_governors()
    School.objects.filter(pk=school.pk).update(category=Category.ACADEMY)
    page = shown(school, people["clerk"])

    assert "Headship does not hold those rules yet." in page
    assert "Record that the headship falls vacant" not in page


def test_a_school_without_a_governing_body_says_so() -> None:
    assert "No governing body is entered" in shown(a_school("Ash School"), person("A Reader"))


def test_only_its_clerk_is_offered_to_record_a_vacancy_and_only_while_none_runs() -> None:
    school, people = school_with_governors()
    offer = "Record that the headship falls vacant"
    offered = {role for role, user in people.items() if offer in shown(school, user)}
    assert offered == {"clerk"}

    with on_day(TODAY):
        case = headship("recorded", "Other Primary School")
        assert offer not in shown(case.school, case.people["clerk"])


def test_a_closed_school_is_marked_and_offers_no_vacancy() -> None:
    school, people = school_with_governors()
    School.objects.filter(pk=school.pk).update(status=Status.CLOSED)
    page = shown(school, people["clerk"])

    assert "The register does not give this school as open." in page
    assert "Record that the headship falls vacant" not in page


def test_vacancies_are_told_only_to_those_with_a_part_in_them() -> None:
    with on_day(TODAY):
        case = headship("names_sent")
        assert case.vacancy.reference in shown(case.school, case.people["governor"])
        page = shown(case.school, person("A Reader"))
        assert case.vacancy.reference not in page
        assert "You have no part in a vacancy at this school." in page


def test_a_school_that_is_not_there_is_not_found() -> None:
    assert sign_in(person("A Reader")).get("/schools/99/").status_code == 404
