"""Signing in as an invented person: in a demonstration, and nowhere else."""

from http import HTTPStatus

import pytest
from django.test import Client
from pytest_django import Settings

from accounts.demonstration import BEGIN_WITH
from accounts.models import User

ADDRESS = "/account/demonstration/sign-in/"


@pytest.fixture
def demonstration(settings: Settings) -> None:
    settings.DEMONSTRATION = True


@pytest.fixture
def no_demonstration(settings: Settings) -> None:
    settings.DEMONSTRATION = False


@pytest.mark.usefixtures("demonstration")
def test_an_invented_person_signs_in_without_a_password(client: Client, uma: User) -> None:
    response = client.post(ADDRESS, {"person": uma.pk})
    assert (response.status_code, response.headers["Location"]) == (HTTPStatus.FOUND, "/")
    assert client.session["_auth_user_id"] == str(uma.pk)


@pytest.mark.usefixtures("demonstration")
def test_one_who_is_signed_in_changes_to_another(client: Client, ann: User, uma: User) -> None:
    client.force_login(ann)
    client.session["left"] = "behind"
    client.post(ADDRESS, {"person": uma.pk})
    assert client.session["_auth_user_id"] == str(uma.pk)
    assert "left" not in client.session


@pytest.mark.usefixtures("demonstration")
def test_a_real_person_cannot_be_signed_in_as(client: Client, ann: User) -> None:
    assert client.post(ADDRESS, {"person": ann.pk}).status_code == HTTPStatus.NOT_FOUND
    assert "_auth_user_id" not in client.session


@pytest.mark.usefixtures("demonstration")
@pytest.mark.parametrize("person", ["", "0", "clerk", "1; drop table"])
def test_nobody_in_particular_is_not_found(client: Client, uma: User, person: str) -> None:
    assert client.post(ADDRESS, {"person": person}).status_code == HTTPStatus.NOT_FOUND


@pytest.mark.usefixtures("demonstration")
def test_a_link_signs_nobody_in(client: Client, uma: User) -> None:
    response = client.get(ADDRESS, {"person": uma.pk})
    assert response.status_code == HTTPStatus.METHOD_NOT_ALLOWED


@pytest.mark.usefixtures("demonstration")
def test_another_site_signs_nobody_in(uma: User) -> None:
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(ADDRESS, {"person": uma.pk}).status_code == HTTPStatus.FORBIDDEN


@pytest.mark.usefixtures("demonstration")
def test_the_sign_in_page_offers_the_invented_people_only(
    client: Client, ann: User, uma: User
) -> None:
    page = client.get("/account/sign-in/")
    assert list(page.context["demonstration_people"]) == [uma]


@pytest.mark.usefixtures("demonstration")
def test_the_sign_in_page_begins_with_the_people_of_one_case(client: Client, uma: User) -> None:
    for name in reversed(BEGIN_WITH):
        User.objects.create_user(
            f"{name.split()[0].lower()}@demo.headship.example", name, demonstration_role="zebra"
        )
    page = client.get("/account/sign-in/").content.decode()
    places = [page.index(name) for name in BEGIN_WITH]
    assert places == sorted(places)
    assert places[-1] < page.index("Uma Shah")


@pytest.mark.usefixtures("no_demonstration")
def test_without_a_demonstration_the_sign_in_is_not_found(client: Client, uma: User) -> None:
    assert client.post(ADDRESS, {"person": uma.pk}).status_code == HTTPStatus.NOT_FOUND
    assert "_auth_user_id" not in client.session


@pytest.mark.usefixtures("no_demonstration")
def test_without_a_demonstration_the_page_offers_nobody(client: Client, uma: User) -> None:
    page = client.get("/account/sign-in/")
    assert list(page.context["demonstration_people"]) == []
    assert "Uma Shah" not in page.content.decode()
