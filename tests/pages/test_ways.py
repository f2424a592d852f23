"""An appointment of each other kind of school, and an offer declined, by those who take it there.

The schools and the people are entered by code, and the people are signed in as they arrive.
"""

import pytest
from pytest_django.live_server_helper import LiveServer

from casework import record
from recruitment.models import Vacancy
from tests.pages import cast as who
from tests.pages import journey
from tests.pages.conftest import Arrive
from tests.pages.screen import Screen
from tests.pages.ways import WAYS, Way

SCHOOL = "Larkspur Hollow Primary School"
SEEN: dict[int, set[str]] = {}  # at each width: a page that another way came to is not new


@pytest.fixture(params=WAYS.values(), ids=list(WAYS))
def way(request: pytest.FixtureRequest) -> Way:
    """A kind of school, and how its headship goes."""
    assert isinstance(request.param, Way)
    return request.param


@pytest.fixture
def screen(way: Way) -> Screen:
    """A screen of the width of the way, on which its words are watched."""
    return Screen(way.width, judged=SEEN.setdefault(way.width, set()), never=way.never)


@pytest.mark.long
def test_a_headship_goes_the_way_of_its_kind_of_school(
    live_server: LiveServer, way: Way, signed_in: Arrive
) -> None:
    cast = who.enter_people(who.enter_school(SCHOOL, way.category, way.nation))
    company = {name: signed_in(cast.people[name]) for name in way.seats}
    clerk = company[who.CLERK]
    clerk.open("/")
    journey.find_the_school(clerk, SCHOOL)
    reference = Vacancy.objects.get().reference
    for visitor in company.values():
        visitor.reference = reference
    for step in way.steps:
        step(company)

    vacancy = Vacancy.objects.get()
    assert vacancy.stage == way.ends
    states = {c.code: c.state for c in vacancy.candidates.all()}
    assert {code: states[code] for code in way.outcome} == way.outcome
    assert list(record.verify(vacancy)) == []
    clerk.open(clerk.case(), "Clerk, at the end")
