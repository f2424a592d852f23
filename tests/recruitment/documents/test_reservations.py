"""Reservations have their letter from the day they are put, and it stays with whom it is for."""

from collections.abc import Iterator
from http import HTTPStatus

import pytest

from casework.documents.blocks import text_of
from casework.papers.forms import to_draft
from recruitment import load
from recruitment.actions import advice, papers
from recruitment.documents import KINDS
from recruitment.forms.base import Desk
from recruitment.models import Reservations
from recruitment.position import Position
from tests.recruitment.headship import Headship, headship, on_day
from tests.recruitment.views.browser import visit
from tests.recruitment.views.rows import LETTER, POINT, TODAY, the_document

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with on_day(TODAY):
        yield


def put(case: Headship, code: str) -> None:
    advice.put_reservations(
        case.vacancy,
        candidate=case.candidate(code),
        before_decision=True,
        points=[POINT],
        by=case.actor("adviser"),
        on=case.day,
        **LETTER,
    )


def consider(case: Headship) -> None:
    advice.consider_reservations(
        case.vacancy,
        reservations=Reservations.objects.get(vacancy=case.vacancy),
        minute="Considered",
        by=case.clerk,
        on=case.day,
    )


def offered(case: Headship, role: str) -> set[str]:
    position = load.position(case.fresh(), case.day)
    return {choice.key for choice in to_draft(Desk(position, case.people[role], frozenset({role})))}


def issue(case: Headship, code: str) -> None:
    by = case.actor("adviser")
    papers.draft_document(case.vacancy, kind="reservations", about=code, by=by, on=case.day)
    document = the_document(case)
    papers.approve_document(case.vacancy, document=document, by=by, on=case.day)
    papers.issue_document(case.vacancy, document=document, by=by, on=case.day)


def test_the_letter_can_be_drafted_before_the_panel_has_recommended() -> None:
    case = headship("interviewed")
    assert "reservations:C2" not in offered(case, "adviser")
    put(case, "C2")
    assert "reservations:C2" in offered(case, "adviser")
    issue(case, "C2")
    where = ("document", case.vacancy.reference, the_document(case).pk)
    assert visit(case.people["panel"], *where).page.status_code == HTTPStatus.OK


def test_put_before_the_recommendation_it_is_advice_to_the_panel_and_stays_so() -> None:
    case = headship("interviewed")
    put(case, "C1")
    consider(case)
    before = said(case.position())
    case.day = case.after(1).day
    case.recommend("C1")
    assert "This is advice to the selection panel" in before
    assert said(case.position()) == before


def said(position: Position) -> str:
    return "\n".join(text_of(KINDS["reservations"].compose(position, "C1")))


def test_once_another_is_recommended_governors_outside_the_panel_do_not_hear_of_it() -> None:
    case = headship("interviewed")
    put(case, "C2")
    issue(case, "C2")
    consider(case)
    case.recommend("C1")
    where = ("document", case.vacancy.reference, the_document(case).pk)
    assert visit(case.people["governor"], *where).page.status_code == HTTPStatus.NOT_FOUND
    assert visit(case.people["panel"], *where).page.status_code == HTTPStatus.OK
    assert "reservations" not in {key.partition(":")[0] for key in offered(case, "adviser")}
