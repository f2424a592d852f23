"""Finding a school and reading what Headship knows of it."""

from datetime import date
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from schools.changes import change_category, set_arrangement
from schools.models import Authority, School
from schools.models.choices import Arrangement, Category, Nation, Status
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


def a_welsh_school() -> School:
    anglesey = Authority.objects.create(code="660", name="Isle of Anglesey", welsh_name="Ynys Môn")
    return a_school(
        "St Fictitia's School",
        welsh_name="Ysgol Sant Ffuglen",
        number="6602991",
        nation=Nation.WALES,
        authority=anglesey,
        language_medium="Dual Stream",
    )


def test_a_welsh_school_has_its_names_in_both_languages_its_number_and_its_language() -> None:
    page = shown(a_welsh_school(), person("A Reader"))

    assert "St Fictitia's School Ysgol Sant Ffuglen" in page
    assert "School number 6602991" in page
    assert "URN" not in page
    assert "Local authority Isle of Anglesey / Ynys Môn Language medium Dual Stream" in page


def test_a_welsh_name_is_marked_as_welsh_for_those_who_have_it_read_out() -> None:
    school = a_welsh_school()
    reader = sign_in(person("A Reader"))
    for address in (reverse("schools") + "?q=ffuglen", reverse("school", args=[school.pk])):
        assert 'lang="cy">Ysgol Sant Ffuglen<' in reader.get(address).content.decode()


def test_a_name_that_is_the_same_in_both_languages_is_said_once() -> None:
    same = a_school("Ysgol Aberffug", welsh_name="Ysgol Aberffug", nation=Nation.WALES)
    assert 'lang="cy"' not in sign_in(person("A Reader")).get("/schools/?q=ysgol").content.decode()
    assert shown(same, person("B Reader")).count("Ysgol Aberffug") == 1


def test_a_welsh_school_is_found_by_either_name_and_its_number() -> None:
    a_welsh_school()
    reader = sign_in(person("A Reader"))
    for text in ("fictitia", "sant ffuglen", "6602991"):
        page = found(text, reader)
        assert "St Fictitia's School / Ysgol Sant Ffuglen" in page
        assert "School number 6602991, Isle of Anglesey" in page


def test_a_school_has_its_diocese_trust_and_federation_where_there_are_any() -> None:
    belongs = {"diocese": "Diocese of D", "trust": "Trust T", "federation": "Federation F"}
    page = shown(a_school("Ash School", **belongs), person("A Reader"))
    assert "Diocese Diocese of D Trust Trust T Federation Federation F" in page
    assert "Diocese" not in shown(a_school("Birch School"), person("B Reader"))


def test_a_school_has_what_it_was_before_and_what_the_register_has_not_got_yet() -> None:
    school = a_school("Ash School", register_category=Category.COMMUNITY)
    assert "The register still has" not in shown(school, person("A Reader"))

    change_category(school, Category.FOUNDATION, date(2026, 9, 1))
    page = shown(school, person("B Reader"))
    assert "Category until 31 August 2026 Community school" in page
    assert "The register still has Community school" in page


@pytest.mark.parametrize(
    ("category", "phase", "caption"),
    [
        (Category.COMMUNITY, "Primary", "Community school, primary Ash School"),
        (Category.COMMUNITY_SPECIAL, "Special", "Community special school Ash School"),
        (Category.COMMUNITY_SPECIAL, "Not applicable", "Community special school Ash School"),
        (Category.NURSERY, "Nursery", "Maintained nursery school Ash School"),
        (Category.COMMUNITY, "", "Community school Ash School"),
    ],
)
def test_a_phase_is_said_where_it_says_more_than_the_category(
    category: Category, phase: str, caption: str
) -> None:
    school = a_school("Ash School", category=category, phase=phase)
    assert caption in shown(school, person("A Reader"))


def test_a_school_has_its_special_arrangement_while_it_lasts() -> None:
    school = a_school("Ash School")
    assert "Special arrangement" not in shown(school, person("A Reader"))

    set_arrangement(school, Arrangement.SUSPENDED_BUDGET, date(2026, 1, 1))
    page = shown(school, person("B Reader"))
    assert "Special arrangement: delegated budget suspended." in page


def test_a_school_whose_law_is_not_held_says_who_decides_and_opens_nothing() -> None:
    school, people = school_with_governors()
    School.objects.filter(pk=school.pk).update(
        category=Category.PUPIL_REFERRAL_UNIT, nation=Nation.WALES
    )
    page = shown(school, people["clerk"])

    assert "the local authority, which staffs the unit itself" in page
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
