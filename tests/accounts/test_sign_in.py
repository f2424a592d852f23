"""Signing in by e-mail and password, and all that may not come of it."""

import re
from http import HTTPStatus

import pytest
from allauth.account.adapter import get_adapter
from django.contrib.auth import get_user
from django.contrib.sessions.models import Session
from django.core import mail
from django.core.cache import caches
from django.http import HttpRequest
from django.test import Client
from django.urls import NoReverseMatch, reverse

from accounts.models import User
from tests.accounts.conftest import PASSWORD

SIGN_IN = "/account/sign-in/"
RESET = "/account/password/reset/"


def attempt(client: Client, email: str, password: str) -> bool:
    """Whether the browser is signed in after this attempt."""
    client.post(SIGN_IN, {"login": email, "password": password})
    return "_auth_user_id" in client.session


def test_the_right_password_signs_in(client: Client, ann: User) -> None:
    response = client.post(SIGN_IN, {"login": "Ann@Example.org", "password": PASSWORD})
    assert (response.status_code, response.headers["Location"]) == (HTTPStatus.FOUND, "/")
    assert client.session["_auth_user_id"] == str(ann.pk)


def test_a_wrong_password_does_not_and_does_not_say_which_was_wrong(
    client: Client, ann: User
) -> None:
    wrong = client.post(SIGN_IN, {"login": "ann@example.org", "password": "wrong"})
    unknown = client.post(SIGN_IN, {"login": "nobody@example.org", "password": "wrong"})
    assert wrong.context["form"].non_field_errors() == unknown.context["form"].non_field_errors()
    assert "_auth_user_id" not in client.session


def test_somebody_made_inactive_cannot_sign_in(client: Client, ann: User) -> None:
    User.objects.filter(pk=ann.pk).update(is_active=False)
    assert not attempt(client, "ann@example.org", PASSWORD)


def test_after_five_failures_even_the_right_password_must_wait(client: Client, ann: User) -> None:
    for _ in range(5):
        assert not attempt(client, "ann@example.org", "wrong")
    assert not attempt(client, "ann@example.org", PASSWORD)


def test_after_four_failures_the_right_password_signs_in(client: Client, ann: User) -> None:
    for _ in range(4):
        assert not attempt(client, "ann@example.org", "wrong")
    assert attempt(client, "ann@example.org", PASSWORD)


def test_one_persons_failures_do_not_lock_out_another(client: Client, ann: User) -> None:
    for _ in range(5):
        attempt(client, "tom@example.org", "wrong")
    assert attempt(client, "ann@example.org", PASSWORD)


def test_failures_are_counted_where_every_process_sees_them(client: Client, ann: User) -> None:
    """In the database, not in the memory of the process that happened to answer."""
    attempt(client, "ann@example.org", "wrong")
    assert type(caches["default"]).__name__ == "DatabaseCache"


def test_an_address_in_a_forged_header_does_not_escape_the_limit(client: Client, ann: User) -> None:
    for number in range(10):
        forged = f"203.0.113.{number}"
        data = {"login": f"person{number}@example.org", "password": "wrong"}
        client.post(SIGN_IN, data, headers={"x-forwarded-for": forged})
    response = client.post(
        SIGN_IN,
        {"login": "ann@example.org", "password": PASSWORD},
        headers={"x-forwarded-for": "203.0.113.99"},
    )
    assert response.context["form"].non_field_errors() == [
        "Too many failed login attempts. Try again later."
    ]


def test_sign_up_has_no_address_and_is_closed(client: Client, db: None) -> None:
    with pytest.raises(NoReverseMatch):
        reverse("account_signup")
    assert client.get("/account/signup/").status_code == HTTPStatus.NOT_FOUND
    assert get_adapter().is_open_for_signup(HttpRequest()) is False


def test_an_unknown_address_gets_no_mail_and_the_page_does_not_tell(
    client: Client, ann: User
) -> None:
    unknown = client.post(RESET, {"email": "nobody@example.org"})
    assert mail.outbox == []
    known = client.post(RESET, {"email": "ann@example.org"})
    assert [message.to for message in mail.outbox] == [["ann@example.org"]]
    assert (unknown.status_code, unknown.headers["Location"]) == (
        known.status_code,
        known.headers["Location"],
    )


def test_a_person_who_never_had_a_password_sets_one_by_mail(client: Client, db: None) -> None:
    tom = User.objects.create_user("tom@example.org", "Tom Hale")
    client.post(RESET, {"email": "tom@example.org"})
    link = re.search(r"http://testserver(/\S+)", str(mail.outbox[0].body))
    assert link
    page = client.get(link[1], follow=True)
    new = {"password1": PASSWORD, "password2": PASSWORD}
    client.post(page.redirect_chain[-1][0], new)
    assert attempt(client, tom.email, PASSWORD)


def test_a_changed_password_signs_out_every_other_browser(client: Client, ann: User) -> None:
    other = Client()
    assert attempt(other, ann.email, PASSWORD)
    assert attempt(client, ann.email, PASSWORD)
    new = "nine-loud-bitterns"
    client.post("/account/password/", {"oldpassword": PASSWORD, "password1": new, "password2": new})
    assert get_user(client).is_authenticated
    assert not get_user(other).is_authenticated


def test_signing_out_takes_a_post(client: Client, ann: User) -> None:
    client.force_login(ann)
    client.get("/account/sign-out/")
    assert Session.objects.count() == 1
    client.post("/account/sign-out/")
    assert Session.objects.count() == 0


def test_a_visitor_is_sent_to_sign_in_first(client: Client, db: None) -> None:
    response = client.get("/account/password/")
    assert response.headers["Location"] == f"{SIGN_IN}?next=/account/password/"


def test_after_sign_in_nobody_is_sent_to_another_site(client: Client, ann: User) -> None:
    credentials = {"login": ann.email, "password": PASSWORD, "next": "https://elsewhere.example/"}
    assert client.post(SIGN_IN, credentials).headers["Location"] == "/"
