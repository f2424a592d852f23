"""Every action has a form, and its form does it: opened, filled in, checked, sent."""

from http import HTTPStatus

import pytest

from recruitment.actions import ACTIONS
from recruitment.forms import FORMS
from tests.recruitment.views.all_rows import ROWS
from tests.recruitment.views.rows import Row

pytestmark = pytest.mark.django_db


def test_every_action_has_a_form_but_the_one_that_has_no_case_yet() -> None:
    assert set(ACTIONS) - set(FORMS) == {"open_vacancy"}
    assert set(FORMS) <= set(ACTIONS)


def test_every_form_is_tried_here() -> None:
    assert {row.action for row in ROWS} == set(FORMS)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_the_form_does_the_action(row: Row) -> None:
    case = row.case()
    before = case.fresh().event_count
    seen = row.visit(case)
    assert seen.page.status_code == HTTPStatus.OK

    sent = seen.send(row.answers(case))
    if FORMS[row.action].final:
        assert sent.status_code == HTTPStatus.OK
        assert case.fresh().event_count == before
        assert "Check before you send" in seen.text
        sent = seen.confirm()

    assert sent.status_code == HTTPStatus.FOUND, seen.text
    event = case.fresh().events.get(number=before + 1)
    assert (event.action, event.by) == (row.action, case.people[row.role])
    assert case.fresh().event_count == before + 1
