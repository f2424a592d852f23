"""Visitors at real browsers, at the width of a desk or of a telephone."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest
from django.test import Client
from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer

from accounts.models import User
from tests.pages.screen import DESKTOP, HEIGHT, PHONE, Screen
from tests.pages.visitor import Visitor

Arrive = Callable[..., Visitor]
PATIENCE = 10_000  # milliseconds until a page that does not come is a failure


@pytest.fixture(params=[DESKTOP, PHONE], ids=["desktop", "phone"])
def width(request: pytest.FixtureRequest) -> int:
    """The width of the screen, in pixels: the test is run at both."""
    return int(request.param)


@pytest.fixture
def screen(request: pytest.FixtureRequest) -> Screen:
    """A screen of the width that the test asks for, or else that of a desk."""
    asked = "width" in request.fixturenames
    return Screen(request.getfixturevalue("width") if asked else DESKTOP)


@pytest.fixture
def arrive(browser: Browser, live_server: LiveServer, screen: Screen) -> Iterator[Arrive]:
    """Return what gives a person a browser of their own, in which nobody is signed in."""
    with ExitStack() as until_the_end:

        def arriving(user: User, **options: Any) -> Visitor:
            size = {"width": screen.width, "height": HEIGHT}
            settings = {"base_url": live_server.url, "locale": "en-GB", "viewport": size, **options}
            context = until_the_end.enter_context(browser.new_context(**settings))
            context.set_default_timeout(PATIENCE)
            screen.watch(context)
            return Visitor(user, context.new_page(), screen)

        yield arriving


@pytest.fixture
def signed_in(arrive: Arrive, live_server: LiveServer) -> Arrive:
    """Return what gives a person a browser of their own, in which they are signed in."""

    def arriving(user: User, reference: str = "", **options: Any) -> Visitor:
        client = Client()
        client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
        visitor = arrive(user, **options)
        key = client.session.session_key or ""
        visitor.page.context.add_cookies(
            [{"name": "sessionid", "value": key, "url": live_server.url}]
        )
        visitor.reference = reference
        return visitor

    return arriving
