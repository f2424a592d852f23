"""A long form is put by and taken up again, by the person who wrote it and by nobody else."""

from http import HTTPStatus

import pytest

from casework import access
from casework.models import FormDraft
from recruitment.forms import FORMS
from tests.recruitment.headship import Headship, headship, person
from tests.recruitment.views.all_rows import BY_ACTION
from tests.recruitment.views.browser import Visit, visit
from tests.recruitment.views.rows import LETTER

pytestmark = pytest.mark.django_db


def letter(case: Headship) -> Visit:
    return visit(case.people["adviser"], "act", case.vacancy.reference, "put_reservations")


def test_the_forms_of_an_adviser_can_be_put_by() -> None:
    kept = {name for name, form in FORMS.items() if form.keeps_draft}

    assert kept == {"put_reservations", "record_opinion", "make_representations"}


def test_what_was_written_is_there_again_unfinished_as_it_was() -> None:
    case = headship("recommended")
    begun = {"limits": LETTER["limits"], "point_2_seen": "A lesson", "on_day": "31", "on_month": ""}
    before = case.fresh().event_count
    answer = letter(case).send(begun, keep="yes")

    assert answer.status_code == HTTPStatus.FOUND
    assert case.fresh().event_count == before
    again = letter(case)
    assert "This is the draft that you saved on 1 February 2027 at 12:00. Only you" in again.text
    assert {name: again.fields[name] for name in begun} == {n: [v] for n, v in begun.items()}
    assert "<title>Error" not in again.text


def test_a_page_with_a_mistake_shows_what_was_sent_and_not_what_was_put_by() -> None:
    case = headship("recommended")
    letter(case).send({"limits": "I am not sure"}, keep="yes")
    page = letter(case)
    page.send({"limits": "I am quite sure"})

    assert page.fields["limits"] == ["I am quite sure"]
    assert "This is the draft" not in page.text


def test_nobody_else_sees_the_draft() -> None:
    case = headship("recommended")
    letter(case).send({"limits": "I am not sure"}, keep="yes")
    other = person("Another Adviser")
    access.grant("adviser", other, case.vacancy)

    assert (
        "I am not sure" not in visit(other, "act", case.vacancy.reference, "put_reservations").text
    )
    assert (
        "I am not sure"
        not in visit(case.people["adviser"], "act", case.vacancy.reference, "record_opinion").text
    )


def test_a_draft_is_gone_once_the_letter_is_put() -> None:
    row = BY_ACTION["put_reservations"]
    case = row.case()
    letter(case).send({"limits": "I am not sure"}, keep="yes")
    page = letter(case)
    page.send(row.answers(case))
    page.confirm()

    assert not FormDraft.objects.exists()


def test_a_draft_can_be_thrown_away() -> None:
    case = headship("recommended")
    letter(case).send({"limits": "I am not sure"}, keep="yes")
    page = letter(case)
    page.client.post(page.address, {"drop": "yes"})

    assert not FormDraft.objects.exists()


def test_other_forms_keep_no_draft() -> None:
    case = headship("interviewed")
    page = visit(case.people["clerk"], "act", case.vacancy.reference, "recommend")
    page.send({"candidate": "C1", "reasons": "x"}, keep="yes")

    assert not FormDraft.objects.exists()
