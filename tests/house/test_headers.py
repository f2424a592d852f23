"""What the browser is told with every page."""

import pytest
from django.test import Client


@pytest.fixture
def headers(client: Client, db: None) -> dict[str, str]:
    return dict(client.get("/account/sign-in/").headers)


def test_a_page_may_use_our_own_scripts_and_styles_and_nothing_else(
    headers: dict[str, str],
) -> None:
    policy = dict(part.split(" ", 1) for part in headers["Content-Security-Policy"].split("; "))
    assert policy["default-src"] == "'none'"
    assert policy["frame-ancestors"] == "'none'"
    own = ("script-src", "style-src", "img-src", "font-src", "connect-src", "form-action")
    assert {policy[kind] for kind in own} == {"'self'"}


def test_a_page_cannot_be_framed_or_guessed_at(headers: dict[str, str]) -> None:
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
