"""What forms say and offer fits the law of the school: the authority has a part, or has none."""

from collections.abc import Iterator
from datetime import date, time
from typing import Any

import pytest
from django.utils.datastructures import MultiValueDict

from casework.action import Refused
from casework.forms.action import ActionForm
from casework.models import Meeting
from recruitment import rules
from recruitment.actions import meetings, turns
from recruitment.forms import FORMS
from recruitment.forms.base import Desk
from schools.models.choices import Category
from tests.recruitment.headship import Headship, headship, on_day

pytestmark = pytest.mark.django_db
ALONE = ("admit", "correct", "give_advice", "withdraw_offer", "withdraw_appointment")


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with on_day(date(2027, 3, 1)):
        yield


def form(case: Headship, action: str, about: str = "", data: Any = None) -> ActionForm:
    """The form of the action as the clerk of the case meets it."""
    desk = Desk(case.position(), case.people["clerk"], frozenset({"clerk"}), about)
    return FORMS[action](desk, data)


def words(shown: ActionForm) -> str:
    """All that the form says: its lead, notes, labels, hints and choices."""
    said = [shown.lead, *shown.notes()]
    for field in shown.fields.values():
        said += [str(field.label), str(field.help_text), *_choices(field)]
    return "\n".join(said)


def _choices(field: Any) -> list[str]:
    offered = [label for _, label in getattr(field, "choices", ())]
    return [f"{label} {getattr(label, 'hint', '')}" for label in offered]


@pytest.mark.parametrize("action", ALONE)
def test_no_form_of_an_academy_speaks_of_the_authority(action: str) -> None:
    case = headship("appointed", category=Category.ACADEMY)
    assert "authority" not in words(form(case, action)).lower()


@pytest.mark.parametrize("action", ALONE)
def test_the_forms_of_a_community_school_do(action: str) -> None:
    assert "authority" in words(form(headship("appointed"), action)).lower()


def test_nobody_of_the_authority_is_offered_a_role_in_an_academy() -> None:
    case = headship(category=Category.ACADEMY)
    assert "Joan Beck" not in words(form(case, "admit"))
    assert "Joan Beck" in words(form(headship(name="Oak Primary School"), "admit"))


def test_the_record_of_a_meeting_says_nothing_of_a_notice_that_no_law_asks_for() -> None:
    case = headship(category=Category.ACADEMY)
    event = meetings.call_meeting(
        case.vacancy, body=Meeting.Body.GOVERNING_BODY, purpose="To begin",
        held_on=date(2026, 9, 20), at=time(18), place="The hall", agenda=["To begin"],
        by=case.clerk, on=case.day,
    )  # fmt: skip
    assert "notice_to_authority" not in event.data


@pytest.mark.parametrize(
    ("stage", "action", "field", "sentence"),
    [
        ("names_sent", "make_no_representations", "notice", "Choose the names that it is about"),
        ("accepted", "assess_risk", "until", "Enter the last day on which it holds"),
    ],
)
def test_what_is_missing_is_said_in_english(
    stage: str, action: str, field: str, sentence: str
) -> None:
    empty = form(headship(stage), action, data=MultiValueDict())
    assert str(empty.errors[field][0]).startswith(sentence)


def test_an_empty_reason_is_refused_in_english() -> None:
    case = headship()
    with pytest.raises(Refused) as refused:
        turns.pause(case.vacancy, why=" ", by=case.clerk, on=case.day)
    assert refused.value.obstacles[0].sentence == "Nothing is given for “The reason”."


def test_a_scheme_that_is_not_entered_says_what_to_enter_and_counts_nothing() -> None:
    case = headship(category=Category.ACADEMY)
    found = rules.obstacles(case.position(), "appoint_panel", {})
    scheme = next(o for o in found if o.key == "scheme_not_entered")
    assert "who approves and who appoints" in scheme.clears_by
    assert "four" not in scheme.clears_by
