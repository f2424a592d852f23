"""The way by keyboard alone: past the menu, along the list, through a form and its check."""

from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from casework import clock
from recruitment.models import Candidate
from recruitment.stages import CandidateState
from tests.pages.conftest import Arrive
from tests.pages.visitor import Visitor
from tests.recruitment.headship import Headship, headship

MOST = 60  # stops of the tabulator: a page on which more are needed is no way for anybody


@pytest.fixture
def case(live_server: object) -> Headship:
    return headship("advertised", start=clock.today() - timedelta(days=10)).apply("Ada Brook")


@pytest.fixture
def page(case: Headship, signed_in: Arrive) -> Page:
    """The clerk's browser, at the task list."""
    visitor: Visitor = signed_in(case.people["clerk"], case.vacancy.reference)
    visitor.open(visitor.case())
    return visitor.page


def tab_to(page: Page, words: str) -> None:
    """Press the tabulator until what has these words has the focus, and shows that it has."""
    there = page.locator(":focus")
    for _ in range(MOST):
        page.keyboard.press("Tab")
        said = there.evaluate(
            "e => (e.labels && e.labels.length ? e.labels[0] : e).innerText.trim()"
        )
        assert there.evaluate("e => e.matches(':focus-visible')"), said
        if said == words:
            return
    raise AssertionError(f"“{words}” was not reached in {MOST} stops.")


def test_the_first_stop_leads_past_the_menu_to_the_content(page: Page) -> None:
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to main content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_be_focused()


def test_a_withdrawal_is_recorded_without_a_mouse(page: Page, case: Headship) -> None:
    tab_to(page, "What else you can do")
    page.keyboard.press("Enter")
    tab_to(page, "Record that a candidate withdrew")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Record that a candidate withdrew")

    tab_to(page, "C1, Ada Brook")
    page.keyboard.press("Space")
    tab_to(page, "What the candidate said")
    page.keyboard.type("She has taken another post.")
    tab_to(page, "Continue")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Check before you send")
    tab_to(page, "Record it")
    page.keyboard.press("Enter")

    expect(page.get_by_role("alert")).to_be_focused()
    assert Candidate.objects.get(code="C1").state == CandidateState.WITHDRAWN


def test_after_a_form_with_errors_the_focus_is_at_what_is_wrong(page: Page) -> None:
    page.goto(page.url + "act/withdraw_candidate/")
    tab_to(page, "Continue")
    page.keyboard.press("Enter")
    expect(page.locator(".govuk-error-summary")).to_be_focused()
    tab_to(page, "Enter what the candidate said")
    page.keyboard.press("Enter")
    expect(page.get_by_label("What the candidate said")).to_be_focused()
