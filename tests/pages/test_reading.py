"""The pages that a journey does not come to: where there is little or nothing to read."""

from datetime import timedelta

import pytest
from playwright.sync_api import expect

from casework import clock
from tests.pages.conftest import Arrive
from tests.recruitment.headship import Headship, headship, person

pytestmark = pytest.mark.usefixtures("width")
OPEN_TO_ALL = [
    "Task list",
    "Timeline",
    "Timetable",
    "People",
    "Person specification",
    "Advice",
    "Meetings",
    "Documents",
]


@pytest.fixture
def case(live_server: object) -> Headship:
    """A case of today of which the authority knows, and in which nothing else was done."""
    return headship("recorded", start=clock.today() - timedelta(days=1)).notify()


def test_a_case_that_has_just_begun_can_be_read(case: Headship, signed_in: Arrive) -> None:
    reference = case.vacancy.reference
    pages = {
        role: signed_in(case.people[role], reference).look_round(role.capitalize())
        for role in ("clerk", "governor", "adviser")
    }
    assert pages["governor"] == OPEN_TO_ALL
    assert set(pages["clerk"]) - set(pages["adviser"]) == {"Checks", "Equality answers", "Record"}


def test_who_may_not_read_a_page_is_told_who_may(case: Headship, signed_in: Arrive) -> None:
    governor = signed_in(case.people["governor"], case.vacancy.reference)
    governor.open(governor.case("candidates/"))
    expect(governor.page.get_by_role("heading", level=1)).to_have_text(
        "Candidates: not open to you"
    )
    governor.open(governor.case("act/advertise/"))
    expect(governor.page.get_by_role("main")).to_contain_text("It can be done by: clerk.")


def test_a_stranger_finds_an_empty_house(case: Headship, signed_in: Arrive) -> None:
    stranger = signed_in(person("Zoe Stranger"), case.vacancy.reference)
    stranger.open("/")
    expect(stranger.page.get_by_role("main")).to_contain_text("Nothing is waiting for you")
    stranger.follow("Change your password")
    stranger.open("/vacancies/")
    expect(stranger.page.get_by_role("main")).to_contain_text("You have no part in any vacancy")
    stranger.open("/schools/?q=nowhere")
    expect(stranger.page.get_by_role("status")).to_contain_text("No school was found")
    stranger.open(f"/schools/{case.school.pk}/vacancy/new/")
    expect(stranger.page.get_by_role("main")).to_contain_text("is opened by the clerk")
    stranger.open(stranger.case())
    expect(stranger.page.get_by_role("heading", level=1)).to_have_text("Page not found")


@pytest.mark.usefixtures("live_server")
def test_the_doors_can_be_read(arrive: Arrive) -> None:
    visitor = arrive(person("Zoe Stranger"))
    visitor.open("/")
    visitor.press("Sign in")
    assert visitor.problems() == ["Enter your email address", "Enter your password"]
    visitor.follow("Set a password, or a new one")
    visitor.page.get_by_label("Email").fill("zoe.stranger@example.org")
    visitor.page.locator("main form button").click()
    visitor.see()
    expect(visitor.page.get_by_role("heading", level=1)).to_have_text("Look in your mail")
