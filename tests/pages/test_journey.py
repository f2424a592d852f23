"""The whole of an appointment of an imported school, by seven people at seven browsers."""

from pathlib import Path

import pytest
from playwright.sync_api import expect
from pytest_django.live_server_helper import LiveServer

from casework import record
from recruitment.models import Vacancy
from recruitment.stages import CandidateState, Stage
from schools.models import School
from tests.pages import cast as who
from tests.pages import journey
from tests.pages.cast import Cast, enter_people
from tests.pages.conftest import Arrive
from tests.pages.ways import WITH_RESERVATIONS
from tests.schools.register_file import Register, a_school

SCHOOL = "Larkspur Hollow Primary School"
PLACE = {
    "EstablishmentName": SCHOOL,
    "LA (name)": "Fictional Borough",
    "Street": "Larkspur Hollow",
    "Town": "Fictown",
    "Postcode": "ZZ1 1AA",
}
OTHER = {"EstablishmentName": "Larkspur Infant School"}


@pytest.fixture
def cast(live_server: LiveServer, tmp_path: Path) -> Cast:
    """An imported school with its people."""
    Register(tmp_path).brings(a_school(100022, PLACE), a_school(100023, OTHER))
    return enter_people(School.objects.get(urn=100022))


@pytest.mark.long
@pytest.mark.usefixtures("width")
def test_seven_people_take_a_headship_from_recorded_to_in_post(cast: Cast, arrive: Arrive) -> None:
    company = {name: arrive(user) for name, user in cast.people.items()}
    company[who.CLERK].sign_in()
    for name in set(company) - {who.CLERK}:
        company[name].sign_in_as_invented()

    journey.find_the_school(company[who.CLERK], SCHOOL)
    vacancy = Vacancy.objects.get()
    for visitor in company.values():
        visitor.reference = vacancy.reference
    for step in WITH_RESERVATIONS:
        step(company)

    vacancy = Vacancy.objects.get()
    assert vacancy.stage == Stage.IN_POST
    states = {c.code: c.state for c in vacancy.candidates.all()}
    assert states["C2"] == CandidateState.IN_POST
    assert list(record.verify(vacancy)) == []
    company[who.CLERK].look_round("Clerk, in post")
    expect(company[who.CLERK].page.get_by_role("main")).to_contain_text("took up the post")
    head = company[who.HEAD]
    head.open(head.case())
    expect(head.page.get_by_role("heading", level=1)).to_have_text("Page not found")
