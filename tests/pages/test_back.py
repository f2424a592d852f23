"""Back in the browser, and sending again: nothing is recorded twice."""

from datetime import timedelta

import pytest
from playwright.sync_api import expect

from casework import clock
from tests.pages.conftest import Arrive
from tests.pages.visitor import Visitor
from tests.recruitment.headship import Headship, headship

ADDED = "Add a criterion to the person specification"
SINCE = "you have since recorded “%s”"


@pytest.fixture
def case(live_server: object) -> Headship:
    return headship("recorded", start=clock.today() - timedelta(days=3)).notify()


@pytest.fixture
def clerk(case: Headship, signed_in: Arrive) -> Visitor:
    return signed_in(case.people["clerk"], case.vacancy.reference)


def back(visitor: Visitor) -> None:
    visitor.page.go_back()
    visitor.see()


def test_what_was_done_is_refused_after_going_back_and_done_when_meant(
    case: Headship, clerk: Visitor
) -> None:
    clerk.does("add_criterion", text="Leads teaching well", tested_by="Interview")
    done = case.fresh().event_count
    back(clerk)
    expect(clerk.page.get_by_role("main")).to_contain_text(SINCE % ADDED)
    expect(clerk.page.locator("[name=text]")).to_have_value("Leads teaching well")

    clerk.press("Add the criterion")
    assert SINCE % ADDED in clerk.problems()[0]
    assert case.fresh().event_count == done

    clerk.answer(text="Plans a budget")
    clerk.send()
    assert [c.text for c in case.vacancy.criteria.all()] == [
        "Leads teaching well",
        "Plans a budget",
    ]


def test_what_was_read_over_before_it_was_done_is_refused_from_both_pages(
    case: Headship, clerk: Visitor
) -> None:
    clerk.does("correct", "authority_told_on", to_date=clock.today(), why="A slip of the pen")
    done = case.fresh().event_count
    back(clerk)
    clerk.press("Record it")
    assert SINCE % "Correct a slip in the record" in clerk.problems()[0]
    clerk.page.go_back()
    back(clerk)
    clerk.press("Continue")
    assert SINCE % "Correct a slip in the record" in clerk.problems()[0]
    assert case.fresh().event_count == done


def test_a_reload_of_the_result_or_of_the_refusal_records_nothing(
    case: Headship, clerk: Visitor
) -> None:
    clerk.does("add_criterion", text="Leads teaching well", tested_by="Interview")
    done = case.fresh().event_count
    clerk.page.reload()
    clerk.see()
    back(clerk)
    clerk.press("Add the criterion")
    clerk.page.reload()
    clerk.see()
    assert SINCE % ADDED in clerk.problems()[0]
    assert case.fresh().event_count == done
