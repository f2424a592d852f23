"""A cycle is recorded by the clerk or the chair, from the school's own page."""

from datetime import date
from http import HTTPStatus

import pytest
from django.urls import reverse

from governance.models import Cycle
from schools.models.choices import Category, Nation
from tests.governance.cycle import Year, year
from tests.recruitment.headship import on_day
from tests.recruitment.views.browser import Visit, visit

pytestmark = pytest.mark.django_db
DAY = date(2026, 9, 7)
BEGINS = {"starts_on": date(2026, 9, 7)}


def at_form(made: Year, role: str = "clerk") -> Visit:
    return visit(made.people[role], "open_cycle", made.school.pk)


@pytest.fixture
def made() -> Year:
    """A school with the cycle of last year, which still runs on paper until 1 September."""
    return year("recorded")


@pytest.mark.parametrize("role", ["clerk", "chair"])
def test_clerk_and_chair_record_a_cycle_and_come_to_it(made: Year, role: str) -> None:
    with on_day(DAY):
        answer = at_form(made, role).send(BEGINS)
    cycle = Cycle.objects.exclude(pk=made.cycle.pk).get()

    assert answer.headers["Location"] == reverse("cycle", args=[cycle.reference])
    assert (cycle.head, cycle.previous) == (made.people["head"], made.cycle)
    assert (cycle.ends_on, cycle.pay) == (date(2027, 9, 6), True)


def test_looking_at_the_form_records_nothing(made: Year) -> None:
    with on_day(DAY):
        assert at_form(made).page.status_code == HTTPStatus.OK
    assert Cycle.objects.count() == 1


def test_whoever_keeps_no_cycles_there_is_told_so_and_nothing_else(made: Year) -> None:
    with on_day(DAY):
        page = at_form(made, "staff")
    assert page.page.status_code == HTTPStatus.FORBIDDEN
    assert "is recorded by its clerk or its chair of governors" in page.text
    assert made.cycle.reference not in page.text
    assert "Record the cycle" not in page.text


def test_a_second_cycle_beside_one_that_runs_is_refused_with_what_was_typed(made: Year) -> None:
    with on_day(DAY):
        page = at_form(made)
        page.send({"starts_on": date(2026, 8, 3)})
    assert page.page.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "of the same head, runs from 2 September 2025 until 1 September 2026" in page.text
    assert page.fields["starts_on_day"] == ["3"]


def test_the_head_can_be_somebody_outside_the_governing_body(made: Year) -> None:
    other = made.people["diocesan"]
    with on_day(DAY):
        at_form(made).send({**BEGINS, "head": "", "address": other.email, "previous": ""})
    assert Cycle.objects.latest("pk").head == other


def test_a_head_is_chosen_or_typed_and_not_both(made: Year) -> None:
    before = Cycle.objects.count()
    with on_day(DAY):
        page = at_form(made)
        page.send({**BEGINS, "address": made.people["diocesan"].email})
    assert page.page.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Choose “A head who is not a governor here”, or leave the address empty" in page.text
    assert page.fields["address"] == [made.people["diocesan"].email]
    assert Cycle.objects.count() == before


def test_a_head_is_asked_for(made: Year) -> None:
    with on_day(DAY):
        page = at_form(made)
        page.send({**BEGINS, "head": ""})
    assert page.page.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Choose the head or give an address" in page.text


def test_pay_is_asked_about_only_where_the_law_knows_it() -> None:
    for nation, asked in ((Nation.ENGLAND, True), (Nation.WALES, False)):
        made = year("recorded", nation=nation, category=Category.COMMUNITY)
        with on_day(DAY):
            assert ("pay policy" in at_form(made).text) == asked


def test_a_new_head_is_not_offered_the_cycle_of_another_as_her_own(made: Year) -> None:
    Cycle.objects.filter(pk=made.cycle.pk).update(head=made.people["diocesan"])
    with on_day(DAY):
        page = at_form(made)
        assert f"Fr Ives, 2025-26, {made.cycle.reference}" in page.text
        page.send({**BEGINS, "previous": str(made.cycle.pk)})
        assert "The cycle before is not one of Nan Pryce" in page.text
        at_form(made).send(BEGINS)
    assert Cycle.objects.latest("pk").previous is None


def test_a_mistyped_year_is_refused_and_the_furthest_that_is_taken_has_its_pages(
    made: Year,
) -> None:
    with on_day(DAY):
        page = at_form(made)
        page.send({"starts_on": date(9999, 9, 7)})
        assert page.page.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
        assert "First day of the cycle must have a year from 1990 to 2046" in page.text

        at_form(made).send({"starts_on": date(2046, 9, 7)})
        cycle = Cycle.objects.latest("pk")
        assert cycle.starts_on == date(2046, 9, 7)
        for name in ("cycle", "cycle_dates"):
            shown = visit(made.people["clerk"], name, cycle.reference).page
            assert shown.status_code == HTTPStatus.OK
