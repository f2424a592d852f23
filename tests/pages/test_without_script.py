"""What is done with script is done without it: reading, a form and its errors, the check."""

import re

import pytest
from playwright.sync_api import expect

from casework import clock
from tests.pages.conftest import Arrive
from tests.pages.visitor import Visitor
from tests.recruitment.headship import Headship, headship


@pytest.fixture
def case(live_server: object) -> Headship:
    return headship("recorded", start=clock.today()).notify()


@pytest.fixture
def clerk(case: Headship, signed_in: Arrive) -> Visitor:
    """The clerk, at a browser that runs no script."""
    user, reference = case.people["clerk"], case.vacancy.reference
    return signed_in(user, reference, java_script_enabled=False)


def test_the_task_list_is_read_and_what_else_can_be_done_unfolds(clerk: Visitor) -> None:
    page = clerk.page
    page.goto(clerk.case())
    expect(page.get_by_role("heading", name="Task list")).to_be_visible()
    expect(page.locator("body.govuk-frontend-supported")).to_have_count(0)
    link = page.get_by_role("link", name="Add a criterion to the person specification")
    expect(link).to_be_hidden()
    page.get_by_text("What else you can do").click()
    link.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Add a criterion")


def test_a_form_with_errors_says_so_in_its_title_and_links_to_its_fields(clerk: Visitor) -> None:
    page = clerk.page
    page.goto(clerk.case("act/add_criterion/"))
    page.get_by_role("button", name="Add the criterion").click()
    assert page.title().startswith("Error: Add a criterion")
    page.get_by_role("link", name="Choose where it is tested").click()
    expect(page.get_by_label("Application")).to_be_focused()
    page.get_by_role("link", name="Enter the criterion").click()
    expect(page.get_by_label("Criterion", exact=True)).to_be_focused()


def test_a_criterion_is_added_and_settled_once_it_was_read_over(clerk: Visitor) -> None:
    page = clerk.page
    page.goto(clerk.case("act/add_criterion/"))
    page.get_by_label("Criterion", exact=True).fill("Leads teaching & <learning>")
    page.get_by_label("Interview").check()
    page.get_by_role("button", name="Add the criterion").click()
    expect(page.get_by_role("alert")).to_contain_text("The criterion is added.")

    page.goto(clerk.case("act/settle_criteria/"))
    page.get_by_role("button", name="Continue").click()
    expect(page).to_have_title(re.compile("^Check before you send: "))
    expect(page.get_by_role("main")).to_contain_text("Leads teaching & <learning>")
    page.get_by_role("button", name="Settle the person specification").click()
    expect(page.get_by_role("alert")).to_contain_text("The person specification is settled.")
