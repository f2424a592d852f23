"""Every action of a cycle has a form, and its form does it: opened, filled in, checked, sent."""

from http import HTTPStatus

import pytest

from casework.views.act import CONTROLS
from governance.actions import ACTIONS
from governance.forms import FORMS
from governance.policies import TABLE
from tests.governance.cycle import warned
from tests.governance.views.rows import BY_ACTION, ROWS, Answers, Row
from tests.recruitment.headship import on_day

pytestmark = pytest.mark.django_db


def test_every_action_has_a_form_but_the_one_that_has_no_case_yet() -> None:
    assert set(ACTIONS) - set(FORMS) == {"open_cycle"}
    assert set(FORMS) == {key for key in TABLE if not key.startswith("see_")}


def test_no_form_has_a_field_that_the_page_takes_for_its_own() -> None:
    own = CONTROLS | {"seen", "override"}
    assert {name for name, form in FORMS.items() if own & set(form.base_fields)} == set()


def test_every_form_is_tried_here() -> None:
    assert {row.action for row in ROWS} == set(FORMS)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_the_form_does_the_action(row: Row) -> None:
    made = row.case()
    before = made.fresh().event_count
    with on_day(made.day):
        seen = row.visit(made)
        assert seen.page.status_code == HTTPStatus.OK

        sent = seen.send(row.answers(made))
        if FORMS[row.action].final or row.action == "change_dates":  # its row warns
            assert sent.status_code == HTTPStatus.OK
            assert made.fresh().event_count == before
            assert "Check before you send" in seen.text
            sent = seen.confirm()

    assert sent.status_code == HTTPStatus.FOUND, seen.text
    event = made.fresh().events.get(number=before + 1)
    assert (event.action, event.by) == (row.action, made.people[row.role])
    assert made.fresh().event_count == before + 1


WARNED = [
    ("appoint_appraisers", lambda y: {"members": [y.people["first"]], "meeting": "Minute 7"},
     "Governors who appraise: 1. There are to be at least 2."),
    ("consult_adviser", lambda y: {"how": "oral", "advice": "Keep to two"},
     "The advice was given orally."),
]  # fmt: skip


@pytest.mark.parametrize(("action", "answers", "warning"), WARNED, ids=lambda each: str(each)[:20])
def test_a_warning_is_read_before_the_step_is_recorded_with_it(
    action: str, answers: Answers, warning: str
) -> None:
    row = BY_ACTION[action]
    made = row.case()
    before = made.fresh().event_count
    with on_day(made.day):
        page = row.visit(made)
        page.send(answers(made))
        assert "Check before you send" in page.text
        assert warning in page.text
        assert made.fresh().event_count == before
        assert page.confirm().status_code == HTTPStatus.FOUND

    assert made.fresh().event_count == before + 1
    assert warned(made)
