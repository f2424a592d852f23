"""A school that becomes another in the middle of a case: nothing that was begun is lost."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from recruitment.actions import appointment, delegation
from recruitment.actions.holidays import add_bank_holiday
from recruitment.forms import FORMS
from recruitment.models.delegation import DecidingBody
from recruitment.policies import TABLE
from recruitment.stages import Stage
from recruitment.tasks import TASKS
from schools.changes import change_category
from schools.models.choices import Category
from tests.recruitment.headship import Headship, headship, on_day, person, refusal
from tests.recruitment.views.browser import Visit, sign_in

pytestmark = pytest.mark.django_db
TODAY = date(2027, 3, 1)
DAY = timedelta(days=1)
PAGES = ("vacancy", "timeline", "timetable", "advice", "candidates", "documents", "people")


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with on_day(TODAY):
        yield


def converted(stage: str, category: Category, before: timedelta = timedelta()) -> Headship:
    """A headship at a community school that became another, `before` the day it stands at."""
    case = headship(stage)
    case.school = change_category(case.school, category, case.day - before)
    return case


# Names that were sent before anybody knew of the conversion


@pytest.mark.parametrize("page", PAGES)
def test_names_sent_after_a_conversion_leave_every_page_standing(page: str) -> None:
    case = converted("names_sent", Category.ACADEMY, 3 * DAY)
    address = f"/vacancies/{case.vacancy.reference}/{'' if page == 'vacancy' else f'{page}/'}"
    assert sign_in(case.clerk.user).get(address).status_code == 200


@pytest.mark.parametrize("address", ["/", "/vacancies/"])
def test_names_sent_after_a_conversion_leave_the_lists_standing(address: str) -> None:
    case = converted("names_sent", Category.ACADEMY, 3 * DAY)
    assert sign_in(case.clerk.user).get(address).status_code == 200


@pytest.mark.parametrize("before", [timedelta(), 3 * DAY, 300 * DAY])
def test_the_period_is_that_of_the_last_law_that_had_one(before: timedelta) -> None:
    case = converted("names_sent", Category.ACADEMY, before)
    assert case.position().last_day_for(case.candidate("C1")) == case.day + 6 * DAY


def test_a_bank_holiday_is_added_although_the_names_were_sent_after_a_conversion() -> None:
    case = converted("names_sent", Category.ACADEMY, 3 * DAY)
    with on_day(case.day):
        assert not add_bank_holiday(case.day + DAY, "A day of thanks", by=person("Kay Calendar"))


# An approval that did not appoint, and a law by which approvals do


@pytest.mark.parametrize("category", [Category.FOUNDATION, Category.VOLUNTARY_AIDED])
def test_whom_the_governing_body_approved_is_appointed_after_the_school_changed(
    category: Category,
) -> None:
    case = converted("approved", category, -DAY).after(2)
    assert case.position().regime.approval_appoints
    selected = appoint_on(case, case.day)
    assert (selected, case.fresh().stage) == ("C1", Stage.APPOINTED)


def appoint_on(case: Headship, day: date) -> str:
    appointment.appoint(case.vacancy, by=case.clerk, on=day)
    chosen = case.position(day).chosen
    return chosen.code if chosen else ""


def test_whom_the_trust_approved_is_appointed_after_its_scheme_made_one_body_do_both() -> None:
    case = headship("approved", category=Category.ACADEMY)
    case.after(1)
    delegation.enter_scheme(
        case.vacancy,
        panel_minimum=3,
        panel_minimum_source="Scheme of delegation, 4.2",
        approval=DecidingBody.TRUST_BOARD,
        approval_source="Scheme of delegation, 4.3",
        appointer=DecidingBody.TRUST_BOARD,
        appointer_source="Scheme of delegation, 4.4",
        by=case.clerk,
        on=case.day,
    )
    assert case.position().regime.approval_appoints
    assert appoint_on(case, case.day) == "C1"
    assert case.fresh().stage == Stage.APPOINTED


def test_the_appointment_is_on_the_task_list_after_the_school_changed() -> None:
    case = converted("approved", Category.FOUNDATION, -DAY).after(2)
    assert "appoint" in {
        task.action
        for task in TASKS.waiting(case.position(), frozenset({"clerk"}), case.people["clerk"])
    }


def test_before_an_approval_there_is_no_appointment_apart_from_it() -> None:
    case = headship("recommended", category=Category.FOUNDATION)
    assert refusal(case, lambda: appoint_on(case, case.day)) == ("step_not_known",)


# A step of an earlier day, which the law of today does not know


def act(case: Headship, action: str) -> Visit:
    return Visit(sign_in(case.clerk.user), f"/vacancies/{case.vacancy.reference}/act/{action}/")


def test_an_appointment_of_the_day_before_the_conversion_is_recorded_on_its_page() -> None:
    case = converted("approved", Category.ACADEMY, -DAY)
    at = act(case, "appoint")
    assert at.page.status_code == 200
    at.send({"on": case.day})
    at.confirm()
    assert case.fresh().stage == Stage.APPOINTED


def test_a_receipt_of_the_day_before_the_conversion_is_recorded_on_its_page() -> None:
    case = headship("shortlisted").send_names()
    change_category(case.school, Category.ACADEMY, case.day + DAY)
    at = act(case, "record_receipt")
    assert "The law of this school knows no such step today." in at.text
    notice = case.position().notices[0]
    at.send({"notice": notice, "received_on": case.day, "evidence": "Handed over"})
    at.confirm()
    assert case.position().notices[0].received_on == case.day


def test_a_receipt_after_the_conversion_is_refused_on_its_page() -> None:
    case = headship("shortlisted").send_names()
    change_category(case.school, Category.ACADEMY, case.day + DAY)
    at = act(case, "record_receipt")
    notice = case.position().notices[0]
    at.send({"notice": notice, "received_on": case.day + DAY, "evidence": "Handed over"})
    assert at.page.status_code == 422
    assert "The law of this school knows no such step." in at.text
    assert case.position().notices[0].received_on is None


@pytest.mark.parametrize(
    ("stage", "before", "after"),
    [
        ("shortlisted", Category.COMMUNITY, Category.ACADEMY),
        ("recommended", Category.COMMUNITY, Category.ACADEMY),
        ("approved", Category.COMMUNITY, Category.FOUNDATION),
        ("recommended", Category.ACADEMY, Category.COMMUNITY),
    ],
)
def test_the_page_of_every_step_that_the_law_knew_before_can_be_read(
    stage: str, before: Category, after: Category
) -> None:
    case = headship(stage, category=before)
    known = {a for a in FORMS if case.position().unknown_step(a) is None}
    change_category(case.school, after, case.day + DAY)
    lost = {a for a in known if case.position(TODAY).unknown_step(a)}
    for action in sorted(a for a in lost if stage in TABLE[a].stages):
        page = act(case, action).page
        assert page.status_code in {200, 403}, action


def test_a_step_that_the_law_knew_on_no_day_of_the_case_is_refused_at_the_door() -> None:
    case = converted("approved", Category.FOUNDATION, -DAY)
    assert act(case, "enter_scheme").page.status_code == 422
