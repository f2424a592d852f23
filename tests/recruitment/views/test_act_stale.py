"""Two people at once, a second click, a page left open: one wins, the other is told."""

from html import unescape
from http import HTTPStatus
from urllib.parse import parse_qsl, urlsplit

import pytest

from recruitment.actions import opening
from recruitment.policies import TABLE
from tests.recruitment.headship import Headship, headship
from tests.recruitment.views.all_rows import BY_ACTION
from tests.recruitment.views.browser import Visit, visit
from tests.recruitment.views.rows import TODAY

pytestmark = pytest.mark.django_db


def at(case: Headship, action: str, by: str = "clerk") -> Visit:
    return visit(case.people[by], "act", case.vacancy.reference, action)


def somebody_else_acts(case: Headship) -> None:
    opening.notify_authority(case.vacancy, how="by post", by=case.actor("chair"), on=TODAY)


def test_the_second_person_is_told_what_changed_and_can_decide_again() -> None:
    case = headship("recorded")
    page = at(case, "withdraw_vacancy")
    somebody_else_acts(case)
    answer = page.send({"because": "abandoned", "why": "The resignation is withdrawn"})

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Joy Dean has since recorded “Tell the authority of the vacancy”" in page.text
    assert page.fields["why"] == ["The resignation is withdrawn"]

    page.send()
    assert page.confirm().status_code == HTTPStatus.FOUND
    assert case.fresh().stage == "withdrawn"


def test_a_change_while_the_answers_are_being_checked_is_told_too() -> None:
    case = headship("recorded")
    page = at(case, "withdraw_vacancy")
    page.send({"because": "abandoned", "why": "The resignation is withdrawn"})
    somebody_else_acts(case)
    answer = page.confirm()

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Joy Dean has since recorded “Tell the authority of the vacancy”" in page.text
    assert page.fields["why"] == ["The resignation is withdrawn"]
    assert case.fresh().stage == "recorded"


@pytest.mark.parametrize("action", ["add_criterion", "send_names", "recommend", "approve"])
def test_a_second_click_does_nothing_twice(action: str) -> None:
    row = BY_ACTION[action]
    case = row.case()
    page = row.visit(case)
    first = {**page.filled(row.answers(case)), "confirmed": "yes"}
    assert page.client.post(page.address, first).status_code == HTTPStatus.FOUND
    done = case.fresh().event_count
    second = page.client.post(page.address, first)

    assert second.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert f"you have since recorded “{TABLE[action].sentence}”" in unescape(
        second.content.decode()
    )
    assert case.fresh().event_count == done


def test_the_form_asked_for_again_at_its_address_is_as_old_as_it_was() -> None:
    case = headship("recorded")
    page = at(case, "notify_authority", "chair")
    [(address, _)] = page.page.redirect_chain
    somebody_else_acts(case)
    again = page.client.get(address).content.decode()

    assert "you have since recorded “Tell the authority of the vacancy”" in again
    assert f'name="seen" value="{case.fresh().event_count - 1}"' in again


@pytest.mark.parametrize("seen", ["", "-1", "99", "²", "nonsense"])
def test_an_address_that_does_not_say_what_was_seen_leads_to_one_that_does(seen: str) -> None:
    case = headship("recorded")
    page = at(case, "notify_authority")
    answer = page.client.get(page.address, {"seen": seen, "about": "x"})

    assert answer.status_code == HTTPStatus.FOUND
    asked = dict(parse_qsl(urlsplit(answer["Location"]).query))
    assert asked == {"seen": str(case.fresh().event_count), "about": "x"}


@pytest.mark.parametrize("seen", ["", "-1", "99", "²", "nonsense"])
def test_a_form_that_does_not_say_what_was_seen_is_refused(seen: str) -> None:
    case = headship("recorded")
    page = at(case, "notify_authority")
    before = case.fresh().event_count
    answer = page.client.post(page.address, {**page.filled({"how": "by post"}), "seen": seen})

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert case.fresh().event_count == before


def test_a_mistake_on_a_page_left_open_does_not_pass_over_what_changed() -> None:
    case = headship("recorded")
    page = at(case, "withdraw_vacancy")
    somebody_else_acts(case)
    page.send({"why": ""})

    assert "Joy Dean has since recorded “Tell the authority of the vacancy”" in page.text
