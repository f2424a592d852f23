"""A fact that is missing is named, and no letter is written without it."""

from collections.abc import Callable
from copy import copy
from dataclasses import replace
from typing import Any

import pytest

from casework.documents.wording import MissingFact
from recruitment.documents import KINDS
from recruitment.position import Position
from tests.recruitment.documents.steps import Papers

pytestmark = pytest.mark.django_db

Change = Callable[[Position], Position]


def without(**lists: Any) -> Change:
    """Take every row of some lists away."""
    return lambda p: replace(p, **lists)


def but(name: str, **fields: Any) -> Change:
    """Give every row of one list other values."""
    return lambda p: without(**{name: tuple(_with(r, fields) for r in getattr(p, name))})(p)


def of_case(**fields: Any) -> Change:
    """Give the vacancy other values."""
    return lambda p: replace(p, case=_with(p.case, fields))


def _with(row: Any, fields: dict[str, Any]) -> Any:
    changed = copy(row)
    for field, value in fields.items():
        setattr(changed, field, value)
    return changed


def no_authority(p: Position) -> Position:
    return replace(p, case=_with(p.case, {"school": _with(p.school, {"authority": None})}))


NO_OFFICES = without(offices=())
NO_SEATS = without(seats=())
NO_STAFF = without(authority_staff=())
NO_RECEIPT = but("notices", received_on=None, contested_to=None)
NO_DETAIL = but("decisions", detail={})
NO_REASONS = but("decisions", reasons="")

MISSING = [
    ("notice_of_vacancy", no_authority, "authority"),
    ("notice_of_vacancy", NO_OFFICES, "clerk_to_the_governing_body"),
    ("notice_of_names", no_authority, "authority"),
    ("notice_of_names", NO_OFFICES, "clerk_to_the_governing_body"),
    ("notice_of_names", without(candidates=(), notices=()), "shortlist"),
    ("representations", without(representations=()), "representation"),
    ("representations", no_authority, "authority"),
    ("representations", NO_SEATS, "chair_of_the_selection_panel"),
    ("representations", NO_RECEIPT, "receipt_of_the_names"),
    ("representations", but("representations", text=" "), "text"),
    (
        "minute_of_consideration",
        but("representations", considered_on=None),
        "consideration_by_the_panel",
    ),
    ("minute_of_consideration", without(meetings=()), "meeting_of_the_panel_that_day"),
    ("minute_of_consideration", but("meetings", chaired_by=None), "chair_of_the_meeting"),
    ("minute_of_consideration", NO_RECEIPT, "receipt_of_the_names"),
    ("minute_of_consideration", no_authority, "authority"),
    (
        "reasons_for_recommending",
        without(representations=()),
        "representation_on_the_person_recommended",
    ),
    ("reasons_for_recommending", NO_OFFICES, "chair_of_the_governing_body"),
    ("reasons_for_recommending", no_authority, "authority"),
    ("reasons_for_recommending", NO_SEATS, "chair_of_the_selection_panel"),
    ("reasons_for_recommending", NO_RECEIPT, "receipt_of_the_names"),
    (
        "reasons_for_recommending",
        but("representations", considered_on=None),
        "considered_on",
    ),
    ("reasons_for_recommending", NO_REASONS, "reasons"),
    ("reservations", without(reservations=()), "paper_of_the_adviser"),
    ("reservations", no_authority, "authority"),
    ("reservations", NO_OFFICES, "chair_of_the_governing_body"),
    ("reservations", but("reservations", limits=""), "limits"),
    ("reservations", but("reservations", conclusion=""), "conclusion"),
    ("reservations", but("reservations", not_disputed=""), "not_disputed"),
    ("reservations", but("reservations", same_yardstick=""), "same_yardstick"),
    ("reservations", but("reservations", earlier_advice=""), "earlier_advice"),
    ("reservations", but("reservations", why_it_matters=""), "why_it_matters"),
    ("reservations", but("reservations", what_would_settle_it=""), "what_would_settle_it"),
    ("reservations", but("reservations", what_governors_must_do=""), "what_governors_must_do"),
    ("reservations", but("reservations", interests=""), "interests"),
    ("reservations", but("reservations", authority_to_sign=""), "authority_to_sign"),
    (
        "acknowledgement_of_reservations",
        without(reservations=()),
        "paper_of_the_adviser",
    ),
    ("acknowledgement_of_reservations", NO_OFFICES, "chair_of_the_governing_body"),
    ("panel_report", without(decisions=()), "recommendation"),
    ("panel_report", without(advertisements=()), "advertisement"),
    ("panel_report", without(notices=()), "notice_of_names"),
    ("panel_report", NO_RECEIPT, "receipt_of_the_names"),
    ("panel_report", NO_SEATS, "chair_of_the_selection_panel"),
    ("panel_report", NO_REASONS, "reasons"),
    ("panel_report", of_case(criteria_settled_on=None), "settled_on"),
    ("panel_report", but("representations", considered_on=None), "considered_on"),
    ("panel_report", no_authority, "authority"),
    ("agenda_of_approving_meeting", without(meetings=()), "meeting_of_the_governing_body"),
    ("agenda_of_approving_meeting", NO_OFFICES, "clerk_to_the_governing_body"),
    ("minute_of_approving_meeting", without(decisions=()), "decision_of_the_governing_body"),
    ("minute_of_approving_meeting", without(items=()), "vote"),
    ("minute_of_approving_meeting", but("meetings", chaired_by=None), "chair_of_the_meeting"),
    ("minute_of_approving_meeting", no_authority, "authority"),
    ("notice_of_approval", without(decisions=()), "approval_of_the_governing_body"),
    ("notice_of_approval", no_authority, "authority"),
    ("notice_of_approval", NO_OFFICES, "clerk_to_the_governing_body"),
    ("authority_appointment", without(decisions=()), "appointment_by_the_authority"),
    ("authority_appointment", no_authority, "authority"),
    ("authority_appointment", NO_OFFICES, "chair_of_the_governing_body"),
    ("authority_appointment", NO_STAFF, "officer_of_the_authority"),
    ("authority_refusal", without(decisions=()), "refusal_by_the_authority"),
    ("authority_refusal", NO_DETAIL, "ground_of_refusal"),
    ("authority_refusal", but("decisions", detail={"ground": "merit"}), "ground_of_refusal"),
    ("authority_refusal", NO_REASONS, "evidence"),
    ("authority_refusal", no_authority, "authority"),
    ("authority_refusal", NO_OFFICES, "chair_of_the_governing_body"),
    ("authority_refusal", NO_STAFF, "officer_of_the_authority"),
    ("conditional_offer", without(decisions=()), "offer"),
    ("conditional_offer", no_authority, "authority"),
    ("conditional_offer", NO_DETAIL, "start_date"),
    ("conditional_offer", but("decisions", detail={"starts_on": "2027-01-01"}), "salary"),
    ("conditional_offer", NO_STAFF, "officer_of_the_authority"),
    ("confirmation_of_appointment", without(decisions=()), "confirmation"),
    ("confirmation_of_appointment", no_authority, "authority"),
    ("confirmation_of_appointment", NO_STAFF, "officer_of_the_authority"),
]


@pytest.mark.parametrize(("kind", "change", "fact"), MISSING)
def test_a_missing_fact_is_named(kind: str, change: Change, fact: str, papers: Papers) -> None:
    read = papers[kind]
    with pytest.raises(MissingFact) as missing:
        KINDS[kind].compose(change(read.position), read.about)
    assert (missing.value.name, missing.value.key) == (fact, kind)


def test_a_decision_that_was_taken_must_have_a_date(papers: Papers) -> None:
    read = papers["reservations.after"]
    undated = but("reservations", decision_on=None)(replace(read.position, decisions=()))
    with pytest.raises(MissingFact, match="the decision is not known yet"):
        KINDS[read.kind].compose(undated, read.about)


def test_every_letter_has_facts_that_it_cannot_do_without() -> None:
    assert {kind for kind, _, _ in MISSING} == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_letter_is_about_must_be_there(kind: str, papers: Papers) -> None:
    with pytest.raises(MissingFact):
        KINDS[kind].compose(papers[kind].position, "C99")


@pytest.mark.parametrize("kind", KINDS)
def test_readers_are_named_as_far_as_they_are_known(kind: str, papers: Papers) -> None:
    read = papers[kind]
    nobody = NO_OFFICES(NO_SEATS(NO_STAFF(replace(read.position, memberships=()))))
    assert KINDS[kind].to(read.position, read.about)
    known = KINDS[kind].to(nobody, read.about)
    assert [name for name in known if not name.strip() or name == "None"] == []
    assert KINDS[kind].to(read.position, "C99") == []
