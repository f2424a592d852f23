"""That a real browser, under our own policy, gets the style and the script of a page."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page
from pytest_django.live_server_helper import LiveServer


@pytest.fixture
def complaints() -> list[str]:
    """What the browser wrote to its console as an error."""
    return []


@pytest.fixture
def page(browser: Browser, complaints: list[str]) -> Iterator[Page]:
    def note(message: ConsoleMessage) -> None:
        if message.type == "error":
            complaints.append(message.text)

    with browser.new_context(locale="en-GB") as context:
        page = context.new_page()
        page.on("console", note)
        yield page


def test_the_sign_in_page_is_styled_and_its_script_runs(
    page: Page, complaints: list[str], live_server: LiveServer
) -> None:
    page.goto(f"{live_server.url}/account/sign-in/")
    page.wait_for_selector("body.govuk-frontend-supported")
    button = page.get_by_role("button", name="Sign in", exact=True)
    colour = button.evaluate("button => getComputedStyle(button).backgroundColor")
    assert colour not in ("rgba(0, 0, 0, 0)", "rgb(239, 239, 239)")
    assert complaints == []


def test_an_injected_script_is_refused(
    page: Page, complaints: list[str], live_server: LiveServer
) -> None:
    page.goto(f"{live_server.url}/account/sign-in/")
    page.evaluate(
        "() => { const script = document.createElement('script');"
        " script.textContent = 'document.title = \"taken\"'; document.body.append(script) }"
    )
    assert page.title() != "taken"
    assert "Content Security Policy" in complaints[0]
