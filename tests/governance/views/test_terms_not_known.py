"""A school in Wales whose recorded terms end too soon: nothing breaks; what is missing is said."""

from datetime import date

import pytest

from casework.action import Refused
from schools.models import TermDates
from schools.models.choices import Nation
from tests.governance.cycle import Year, year
from tests.recruitment.headship import on_day
from tests.recruitment.views.browser import sign_in
from tests.recruitment.views.words import words

pytestmark = pytest.mark.django_db
TODAY = date(2026, 10, 6)
SAID = "Record the school's term dates for 2026."
PAGES = ["/", "/cycles/", "/cycles/{}/", "/cycles/{}/dates/", "/cycles/{}/review/"]


@pytest.fixture
def given() -> Year:
    """A cycle whose statement was given, before the terms of the autumn were lost."""
    made = year("given", nation=Nation.WALES)
    _lose_the_autumn()
    return made


def _lose_the_autumn() -> None:
    TermDates.objects.filter(first__gte=date(2026, 9, 1)).delete()


@pytest.mark.parametrize("role", ["clerk", "first", "head"])
@pytest.mark.parametrize("address", PAGES)
def test_every_page_still_opens(given: Year, address: str, role: str) -> None:
    with on_day(TODAY):
        page = sign_in(given.people[role]).get(address.format(given.cycle.reference))
    assert page.status_code in (200, 403)


@pytest.mark.parametrize("address", ["/", "/cycles/{}/", "/cycles/{}/dates/"])
def test_what_cannot_be_counted_is_said_with_what_is_missing(given: Year, address: str) -> None:
    with on_day(TODAY):
        page = words(sign_in(given.people["clerk"]).get(address.format(given.cycle.reference)))
    assert "An appeal by the head: the last day cannot be counted." in page
    assert SAID in page


@pytest.mark.parametrize(("role", "action"), [("head", "comment"), ("head", "appeal")])
def test_a_form_says_that_its_last_day_cannot_be_counted(
    given: Year, role: str, action: str
) -> None:
    with on_day(TODAY):
        address = f"/cycles/{given.cycle.reference}/act/{action}/"
        form = sign_in(given.people[role]).get(address, follow=True)
    assert form.status_code == 200
    assert SAID in words(form)


def test_notice_over_days_that_are_not_known_is_refused_with_the_way_out() -> None:
    made = year("set", nation=Nation.WALES).on(date(2026, 9, 7))
    _lose_the_autumn()
    with pytest.raises(Refused) as refused:
        made.notice(date(2026, 9, 28))
    assert refused.value.keys == ("days_not_known",)
    assert SAID in str(refused.value)
    assert made.fresh().review_notice_on is None
