"""A vacancy is opened by the clerk, from the school's own page."""

from datetime import date
from http import HTTPStatus

import pytest
from django.test import Client
from django.urls import reverse

from recruitment.models import Vacancy
from schools.models import GoverningBody, Membership, School
from schools.models.choices import MemberKind, Status
from tests.recruitment.headship import headship, person, school_with_governors
from tests.recruitment.views.browser import Visit, visit

pytestmark = pytest.mark.django_db
LEAVES = {"reason": "retirement", "outgoing_last_day": date(2027, 8, 31)}


@pytest.fixture
def school() -> School:
    return school_with_governors()[0]


def clerk(school: School) -> Visit:
    return visit(person("Ann Rees"), "open_vacancy", school.pk)


def test_the_clerk_opens_the_vacancy_and_comes_to_it(school: School) -> None:
    answer = clerk(school).send(LEAVES)

    vacancy = Vacancy.objects.get()
    assert answer.headers["Location"] == reverse("vacancy", args=[vacancy.reference])
    assert (vacancy.reason, vacancy.outgoing_last_day) == ("retirement", date(2027, 8, 31))


def test_looking_at_the_form_opens_nothing(school: School) -> None:
    page = clerk(school)

    assert page.page.status_code == HTTPStatus.OK
    assert "What stands in the way" not in page.text
    assert not Vacancy.objects.exists()


def test_the_head_of_the_governing_body_is_taken_to_be_the_one_who_leaves(school: School) -> None:
    head = person("Ivy Head")
    Membership.objects.create(
        governing_body=GoverningBody.objects.get(schools=school),
        user=head,
        kind=MemberKind.HEAD,
        since=date(2024, 9, 1),
    )
    clerk(school).send(LEAVES)

    assert Vacancy.objects.get().outgoing_head == head


def test_a_second_click_opens_no_second_vacancy(school: School) -> None:
    page = clerk(school)
    filled = page.filled(LEAVES)
    assert page.client.post(page.address, filled).status_code == HTTPStatus.FOUND
    answer = page.client.post(page.address, filled)

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "is being filled" in answer.content.decode()
    assert Vacancy.objects.count() == 1


def test_what_stands_in_the_way_is_said_before_anything_is_typed(school: School) -> None:
    School.objects.filter(pk=school.pk).update(status=Status.CLOSED)

    assert "Mill Lane Primary School is not open." in clerk(school).text


def test_whoever_is_not_the_clerk_is_told_so_and_nothing_of_a_vacancy_that_runs() -> None:
    case = headship("recorded")
    page = visit(person("Nobody Here"), "open_vacancy", case.school.pk)

    assert page.page.status_code == HTTPStatus.FORBIDDEN
    assert "is opened by the clerk to its governing body" in page.text
    answer = page.client.post(page.address, {"reason": "retirement"})
    for text in (page.text, answer.content.decode()):
        assert case.vacancy.reference not in text


def test_a_form_left_empty_says_what_is_missing(school: School) -> None:
    page = clerk(school)
    answer = page.send({"reason": [], "outgoing_last_day_day": ""})

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "<title>Error: " in page.text
    assert "Enter the last day of the outgoing head in post" in page.text


def test_there_is_no_form_for_a_school_that_does_not_exist() -> None:
    assert visit(person("Ann Rees"), "open_vacancy", 404).page.status_code == 404


def test_a_visitor_is_asked_to_sign_in(client: Client, school: School) -> None:
    where = reverse("open_vacancy", args=[school.pk])

    assert client.get(where).headers["Location"] == f"/account/sign-in/?next={where}"
