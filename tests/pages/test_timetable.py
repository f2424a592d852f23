"""The timetable on a desk, on a telephone and on paper; and the term dates that it rests on."""

from datetime import date, timedelta

import pytest
from playwright.sync_api import ViewportSize, expect

from casework import clock
from recruitment.actions import planning
from recruitment.models import Appointee
from recruitment.timetable import starts
from schools import terms
from schools.models import TermDates, TermKind
from tests.pages.conftest import Arrive
from tests.pages.screen import OVERFLOW
from tests.recruitment.headship import Headship, headship

A4: ViewportSize = {"width": 673, "height": 986}  # pixels between the margins


@pytest.fixture
def case(live_server: object) -> Headship:
    """A case of today with terms and a plan: some of it done, some late, some impossible."""
    case = headship("recorded", start=clock.today() - timedelta(days=1)).notify()
    first = clock.today() - timedelta(days=60)
    stretches = [(first + timedelta(days=56 * n), 45) for n in range(9)]
    terms.enter(
        case.school,
        [
            TermDates(kind=TermKind.TERM, name="", first=day, last=day + timedelta(days=length))
            for day, length in stretches
        ],
        by=case.people["clerk"],
        on=case.day,
    )
    p = case.position()
    days = [start.day for start in starts(p.case.outgoing_last_day, p.calendar, ())]
    planning.keep_plan(
        case.vacancy, start=days[-1], appointee=Appointee.TEACHER, by=case.clerk, on=case.day
    )
    return case


@pytest.mark.usefixtures("width")
def test_the_timetable_and_every_other_start_can_be_read(case: Headship, signed_in: Arrive) -> None:
    clerk = signed_in(case.people["clerk"], case.vacancy.reference)
    clerk.open(clerk.case("timetable/"), "clerk")
    expect(clerk.page.get_by_role("img", name="The steps of the table below")).to_be_visible()
    expect(clerk.page.get_by_role("main")).to_contain_text("The plan was kept on")
    links = clerk.page.get_by_role("link", name="elsewhere").all()
    for address in [str(link.get_attribute("href")) for link in links][:3]:
        clerk.open(address, "clerk")
    clerk.follow("Keep this timetable as the plan")
    clerk.send()


@pytest.mark.usefixtures("width")
def test_term_dates_that_overlap_are_refused_on_the_page(case: Headship, signed_in: Arrive) -> None:
    clerk = signed_in(case.people["clerk"], case.vacancy.reference)
    clerk.open(f"/schools/{case.school.pk}/")
    clerk.follow("Keep the term dates")
    today: date = clock.today()
    clerk.answer(name="Another term", first=today, last=today + timedelta(days=9))
    clerk.press("Enter the dates")
    assert "overlap. Correct the dates" in clerk.problems()[0]


def test_on_paper_the_timetable_keeps_its_width_and_leaves_out_what_is_clicked(
    case: Headship, signed_in: Arrive
) -> None:
    clerk = signed_in(case.people["clerk"], case.vacancy.reference)
    clerk.open(clerk.case("timetable/"))
    clerk.page.set_viewport_size(A4)
    clerk.page.emulate_media(media="print")
    assert clerk.page.evaluate(OVERFLOW) <= 0
    expect(clerk.page.get_by_text("Keep this timetable as the plan")).not_to_be_visible()
    picture = clerk.page.locator(".headship-ladder__picture").bounding_box()
    assert picture
    assert picture["height"] < A4["height"]
    assert clerk.page.pdf(format="A4").startswith(b"%PDF")
