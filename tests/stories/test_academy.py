"""In an academy's whole case, on pages, papers and record, nothing speaks of representations."""

import re
import zipfile
from collections.abc import Iterable, Iterator
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from accounts.models import User
from casework import access, clock
from casework.models import Document
from recruitment import load
from recruitment.forms import FORMS
from recruitment.models import Vacancy
from recruitment.models.vacancy import ROLES
from recruitment.policies import TABLE
from recruitment.site import PAGES
from recruitment.stages import Stage
from tests.recruitment.views.browser import sign_in

pytestmark = [pytest.mark.django_db, pytest.mark.long]

WORD = re.compile("representation", re.IGNORECASE)
STORY = "academy_with_a_bishops_consent.yaml"


def everybody(case: Vacancy) -> Iterator[User]:
    """Yield each person with a part in the case."""
    for user in User.objects.filter(is_active=True):
        if access.roles_of(user, case):
            yield user


def forms(case: Vacancy, actions: Iterable[str]) -> Iterator[str]:
    """Yield the address of the form of each action."""
    for action in actions:
        yield reverse("act", args=[case.reference, action])


def pages(case: Vacancy) -> Iterator[str]:
    """Yield the address of each page of the case, and of the lists that it is in."""
    for name in PAGES:
        yield reverse(name, args=[case.reference])
    yield reverse("waiting")
    yield reverse("vacancies")


def single_things(case: Vacancy) -> Iterator[str]:
    """Yield where one candidate, meeting or paper is read, and the school: alike at any stage."""
    for candidate in case.candidates.all():
        yield reverse("candidate", args=[case.reference, candidate.code])
    for meeting in load.position(case, clock.today()).meetings:
        yield reverse("meeting", args=[case.reference, meeting.number])
    for document in Document.objects.filter(case=case):
        yield reverse("document", args=[case.reference, document.pk])
    yield reverse("school", args=[case.school_id])
    yield reverse("school_law", args=[case.school_id])


def read(client: Client, address: str) -> str:
    """Return the page as it is shown, without the addresses in its links."""
    page = client.get(address, follow=True).content.decode()
    return re.sub(r'(href|action|src|value|id|for)="[^"]*"', "", page)


@pytest.mark.parametrize(
    "stage",
    [Stage.RECORDED, Stage.SHORTLISTED, Stage.INTERVIEWED, Stage.RECOMMENDED, Stage.IN_POST],
)
def test_no_page_or_form_of_an_academys_case_has_the_word(case: Vacancy, stage: Stage) -> None:
    Vacancy.objects.filter(pk=case.pk).update(stage=stage)
    people = list(everybody(case))
    assert len(people) >= 5
    for user in people:
        seen = [*pages(case), *forms(case, open_to(user, case, stage))]
        assert with_the_word(user, seen) == [], user


def test_nothing_that_is_read_by_itself_in_an_academys_case_has_the_word(case: Vacancy) -> None:
    for user in everybody(case):
        assert with_the_word(user, single_things(case)) == [], user


def with_the_word(user: User, addresses: Iterable[str]) -> list[str]:
    """Return those of the addresses at which the person reads the word."""
    client = sign_in(user)
    return [address for address in addresses if WORD.search(read(client, address))]


def open_to(user: User, case: Vacancy, stage: Stage) -> list[str]:
    """Return the actions that the table opens to somebody at this stage."""
    roles = set(access.roles_of(user, case))
    return [key for key in FORMS if roles & {*TABLE[key].roles} and stage in TABLE[key].stages]


def test_nor_has_a_form_at_a_stage_where_it_is_not_open(case: Vacancy) -> None:
    (clerk,) = (user for user in everybody(case) if "clerk" in access.roles_of(user, case))
    assert with_the_word(clerk, forms(case, FORMS)) == []


def test_no_file_of_an_academys_case_has_the_word(case: Vacancy, tmp_path: Path) -> None:
    folder = tmp_path / "case"
    call_command("export_case", case.reference, str(folder), stdout=StringIO())
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert len(files) > 6
    found = {path.name for path in files if WORD.search(path.name) or WORD.search(text(path))}
    assert found == set()


def text(path: Path) -> str:
    """Return all the text in a file, of a Word file that of every part."""
    if path.suffix != ".docx":
        return path.read_bytes().decode("utf-8", "ignore")
    with zipfile.ZipFile(path) as parts:
        return "".join(
            re.sub(r"<[^>]+>", "", parts.read(name).decode("utf-8", "ignore"))
            for name in parts.namelist()
        )


def test_no_event_of_an_academys_case_has_the_word(case: Vacancy) -> None:
    for event in case.events.all():
        assert not WORD.search(f"{event.action} {event.data} {event.provision}")


def test_the_roles_in_an_academy_are_the_same_but_for_the_officer(case: Vacancy) -> None:
    held = {role for user in everybody(case) for role in access.roles_of(user, case)}
    assert held == set(ROLES) - {"officer"}
