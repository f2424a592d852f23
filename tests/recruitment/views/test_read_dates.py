"""On the timeline and in the list of documents: what became of advice, and of papers withdrawn."""

import pytest

from recruitment.actions import advice, papers
from recruitment.models import Representation, Reservations
from tests.recruitment.headship import Headship
from tests.recruitment.views.full_case import full_case
from tests.recruitment.views.rows import TODAY
from tests.recruitment.views.words import read

pytestmark = pytest.mark.django_db


@pytest.fixture
def full() -> Headship:
    return full_case()


def withdraw(case: Headship, code: str) -> None:
    paper = Representation.objects.get(vacancy=case.vacancy, candidate__code=code)
    advice.withdraw_representations(
        case.vacancy,
        representation=paper,
        why="It rested on a misreading",
        by=case.actor("officer"),
        on=TODAY,
    )


def settle_reservations(case: Headship) -> None:
    put = Reservations.objects.get(vacancy=case.vacancy)
    advice.acknowledge_reservations(case.vacancy, reservations=put, by=case.clerk, on=TODAY)
    advice.consider_reservations(
        case.vacancy, reservations=put, minute="Considered", by=case.clerk, on=TODAY
    )


def test_the_timeline_says_when_each_paper_was_considered_and_answered(full: Headship) -> None:
    settle_reservations(full)
    text = read(full, full.people["clerk"], "timeline")
    for label in (
        "Advice to the selection panel",
        "Advice to the selection panel considered",
        "Representation on C1 considered",
        "Panel's reasons on C1 to the governing body",
        "Panel's reasons on C1 to the authority",
        "Reservations about C1 acknowledged",
        "Reservations about C1 considered",
    ):
        assert text.count(label) >= 2, label  # in the picture, and in the table


def test_the_timeline_says_when_a_representation_was_withdrawn(full: Headship) -> None:
    assert "withdrawn" not in read(full, full.people["panel"], "timeline")
    withdraw(full, "C1")
    assert "Representation on C1 withdrawn" in read(full, full.people["panel"], "timeline")
    assert "withdrawn" not in read(full, full.people["governor"], "timeline")


def test_the_timeline_and_the_list_say_when_reservations_were_withdrawn(full: Headship) -> None:
    put = Reservations.objects.get(vacancy=full.vacancy)
    papers.draft_document(
        full.vacancy, kind="reservations", about="C1", by=full.actor("adviser"), on=TODAY
    )
    advice.withdraw_reservations(
        full.vacancy, reservations=put, why="A mentor is named", by=full.actor("adviser"), on=TODAY
    )
    person = full.people["adviser"]
    assert "Reservations about C1 withdrawn" in read(full, person, "timeline")
    assert "Withdrawn on 1 February 2027: A mentor is named" in read(full, person, "documents")


def test_governors_outside_the_panel_read_of_the_reasons_and_of_no_representation(
    full: Headship,
) -> None:
    text = read(full, full.people["governor"], "timeline")
    assert "Panel's reasons on C1 to the governing body" in text
    assert "Representation on" not in text
    assert "Advice to" not in text


def test_the_list_of_documents_says_which_paper_was_withdrawn(full: Headship) -> None:
    papers.draft_document(
        full.vacancy, kind="representations", about="C1", by=full.actor("officer"), on=TODAY
    )
    assert "Withdrawn" not in read(full, full.people["officer"], "documents")
    withdraw(full, "C1")
    text = read(full, full.people["officer"], "documents")
    assert "Withdrawn on 1 February 2027: It rested on a misreading" in text
