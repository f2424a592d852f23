"""A fact that is missing is named, and no letter is written without it."""

from collections.abc import Callable
from copy import copy
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from casework.documents.missing import MissingFact
from recruitment.documents import KINDS
from recruitment.models import Vacancy
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
NO_ANSWER = but("notices", corroborated_on=None, contested_to=None, none_made_on=None)
NO_DETAIL = but("decisions", detail={})
NO_REASONS = but("decisions", reasons="")

MISSING = [
    ("letter_to_acting_head", without(acting_heads=()), "acting_head"),
    ("letter_to_acting_head", NO_STAFF, "somebody_who_writes_for_the_employer"),
    ("notice_of_acting_head", NO_OFFICES, "clerk_to_the_governing_body"),
    ("notice_of_acting_head", but("acting_heads", decided_on=None), "decided_on"),
    ("pay_determination", without(pay=()), "determination_of_pay"),
    ("pay_determination", but("pay", reasons=""), "reasons"),
    ("business_case_for_pay", but("pay", advised_by=""), "advised_by"),
    ("letter_reserve", NO_SEATS, "chair_of_the_selection_panel"),
    ("letter_reserve", but("candidates", interviewed_on=None), "interviewed_on"),
    ("risk_assessment", but("risks", supervision=""), "supervision"),
    ("risk_assessment", NO_STAFF, "somebody_who_writes_for_the_employer"),
    (
        "resignation_acknowledgement",
        of_case(reason=Vacancy.Reason.DEATH),
        "notice_of_the_outgoing_head",
    ),
    ("resignation_acknowledgement", of_case(outgoing_head=None), "outgoing_head"),
    ("resignation_acknowledgement", of_case(notice_received_on=None), "received_on"),
    ("resignation_acknowledgement", NO_OFFICES, "chair_of_the_governing_body"),
    ("advertisement", of_case(criteria_settled_on=None), "settled_person_specification"),
    ("advertisement", without(advertisements=(), plans=()), "closing_on"),
    ("advertisement", NO_OFFICES, "clerk"),
    ("letter_of_the_chair", NO_OFFICES, "clerk"),
    ("job_description", without(specification=()), "settled_person_specification"),
    ("person_specification", without(specification=()), "settled_person_specification"),
    ("privacy_notice", NO_OFFICES, "clerk"),
    ("equality_form", NO_OFFICES, "clerk"),
    ("equality_summary", without(equality=()), "equality_answers"),
    ("equality_summary", NO_OFFICES, "clerk_to_the_governing_body"),
    ("notice_of_vacancy", no_authority, "authority"),
    ("notice_of_vacancy", NO_OFFICES, "clerk_to_the_governing_body"),
    ("agenda_of_first_meeting", without(meetings=()), "meeting_of_the_governing_body"),
    ("agenda_of_first_meeting", NO_OFFICES, "clerk_to_the_governing_body"),
    ("minute_of_governing_body", but("meetings", held=False), "meeting_of_the_governing_body"),
    ("minute_of_governing_body", but("meetings", chaired_by=None), "chair_of_the_meeting"),
    ("minute_of_governing_body", no_authority, "authority"),
    ("declaration_of_interests", NO_SEATS, "selection_panel"),
    ("declaration_of_interests", NO_OFFICES, "clerk_to_the_governing_body"),
    ("declaration_form", NO_SEATS, "member_of_the_panel"),
    ("declaration_form", NO_OFFICES, "clerk_to_the_governing_body"),
    ("score_sheet", without(scorings=()), "member_with_somebody_to_score"),
    ("score_sheet", without(candidates=()), "member_with_somebody_to_score"),
    ("score_sheet", without(specification=()), "criterion_tested_by_the_application"),
    ("evening_pack", NO_SEATS, "member_with_somebody_to_score"),
    ("evening_pack", without(specification=()), "person_specification"),
    ("evening_pack", of_case(criteria_settled_on=None), "settled_on"),
    ("evening_pack", NO_OFFICES, "clerk_to_the_governing_body"),
    ("scores_given", without(sheets=()), "scores_of_the_member"),
    ("scores_given", without(scorings=()), "lowest"),
    ("scores_given", without(specification=()), "criterion_tested_by_the_application"),
    ("shortlisting_record", of_case(shortlisted_on=None), "shortlist"),
    ("shortlisting_record", without(specification=()), "person_specification"),
    ("shortlisting_record", of_case(criteria_settled_on=None), "settled_on"),
    ("shortlisting_record", NO_SEATS, "selection_panel"),
    ("shortlisting_record", but("scorings", decided_on=None), "decided_on"),
    ("notice_of_names", no_authority, "authority"),
    ("notice_of_names", NO_OFFICES, "clerk_to_the_governing_body"),
    ("notice_of_names", without(candidates=(), notices=()), "shortlist"),
    ("invitation_to_interview", without(candidates=()), "shortlisted_candidate"),
    ("invitation_to_interview", NO_SEATS, "selection_panel"),
    ("invitation_to_interview", without(specification=()), "criterion_tested_on_the_day"),
    ("invitation_to_interview", NO_OFFICES, "clerk_to_the_governing_body"),
    ("letter_not_shortlisted", without(candidates=()), "candidate_not_shortlisted"),
    ("letter_not_shortlisted", but("candidates", decided_on=None), "decided_on"),
    ("letter_not_shortlisted", NO_OFFICES, "clerk_to_the_governing_body"),
    ("letter_unsuccessful", without(candidates=()), "unsuccessful_candidate"),
    ("letter_unsuccessful", but("candidates", decided_on=None), "decided_on"),
    ("letter_unsuccessful", NO_SEATS, "chair_of_the_selection_panel"),
    ("note_of_advice", without(all_advice=()), "advice"),
    ("note_of_advice", but("all_advice", text=" "), "text"),
    ("note_of_advice", but("all_advice", consideration=""), "consideration"),
    ("note_of_advice", NO_OFFICES, "clerk_to_the_governing_body"),
    ("adviser_opinions", without(opinions=()), "opinion_of_an_adviser"),
    ("adviser_opinions", no_authority, "authority"),
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
    ("conditional_offer", no_authority, "employer"),
    ("conditional_offer", NO_DETAIL, "start_date"),
    ("conditional_offer", but("decisions", detail={"starts_on": "2027-01-01"}), "salary"),
    ("conditional_offer", NO_STAFF, "somebody_who_writes_for_the_employer"),
    ("checks_record", without(checks=()), "check"),
    ("checks_record", but("checks", undone_on=date(2026, 11, 1)), "check_that_stands"),
    ("confirmation_of_appointment", without(decisions=()), "confirmation"),
    ("confirmation_of_appointment", no_authority, "employer"),
    ("confirmation_of_appointment", NO_STAFF, "somebody_who_writes_for_the_employer"),
    ("decision_to_readvertise", without(items=()), "decision_to_advertise_again"),
    ("decision_to_readvertise", but("items", minute=""), "why"),
    ("decision_to_readvertise", NO_OFFICES, "chair_of_the_governing_body"),
    ("extract_constituting_panel", NO_SEATS, "meeting_that_appointed_the_panel"),
    ("extract_constituting_panel", without(items=()), "vote_on_the_panel"),
    ("extract_constituting_panel", NO_OFFICES, "clerk_to_the_governing_body"),
    ("minute_of_panel", but("meetings", held=False), "meeting_of_the_panel"),
    ("minute_of_panel", but("meetings", chaired_by=None), "chair_of_the_meeting"),
    ("minute_of_panel", NO_REASONS, "reasons"),
    ("confidential_minute", without(items=()), "item_taken_in_confidence"),
    ("confidential_minute", but("meetings", chaired_by=None), "chair_of_the_meeting"),
    ("contents_of_selection_file", without(documents=()), "paper_in_the_file"),
    ("contents_of_appointee_file", without(documents=()), "paper_in_the_file"),
    ("contents_of_authority_file", without(documents=()), "paper_in_the_file"),
    ("contents_of_authority_file", no_authority, "authority"),
    ("receipt_of_names", NO_ANSWER, "authoritys_word_on_the_receipt"),
    ("receipt_of_names", NO_RECEIPT, "received_on"),
    ("receipt_of_names", no_authority, "authority"),
    ("receipt_of_names", NO_SEATS, "chair_of_the_selection_panel"),
    ("receipt_of_names", NO_STAFF, "officer_of_the_authority"),
    ("no_representations", NO_ANSWER, "authoritys_word_that_it_makes_none"),
    ("no_representations", but("notices", none_made_by=""), "none_made_by"),
    ("no_representations", NO_RECEIPT, "last_day"),
    ("no_representations", no_authority, "authority"),
    ("no_representations", NO_SEATS, "chair_of_the_selection_panel"),
    ("no_representations", NO_STAFF, "officer_of_the_authority"),
    (
        "withdrawal_of_representations",
        but("representations", withdrawn_on=None),
        "representation_withdrawn",
    ),
    ("withdrawal_of_representations", but("representations", withdrawn_why=""), "why"),
    ("withdrawal_of_representations", no_authority, "authority"),
    ("withdrawal_of_representations", NO_SEATS, "chair_of_the_selection_panel"),
    ("withdrawal_of_representations", NO_STAFF, "officer_of_the_authority"),
    ("offer_declined", without(candidates=()), "candidate_who_declined_the_offer"),
    ("offer_declined", but("candidates", decided_on=None), "decided_on"),
    ("offer_declined", without(decisions=()), "offered_on"),
    ("offer_declined", no_authority, "employer"),
    ("offer_declined", NO_STAFF, "somebody_who_writes_for_the_employer"),
    ("offer_withdrawn", without(candidates=()), "candidate_whose_offer_was_withdrawn"),
    ("offer_withdrawn", without(decisions=()), "appointed_on"),
    ("offer_withdrawn", NO_REASONS, "reason"),
    ("offer_withdrawn", no_authority, "employer"),
    ("offer_withdrawn", NO_STAFF, "somebody_who_writes_for_the_employer"),
    ("resignation_withdrawn", of_case(withdrawn_because=""), "resignation_that_was_withdrawn"),
    ("resignation_withdrawn", of_case(outgoing_head=None), "outgoing_head"),
    ("resignation_withdrawn", no_authority, "employer"),
    ("resignation_withdrawn", NO_OFFICES, "chair_of_the_governing_body"),
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


def test_an_invitation_waits_for_a_meeting_of_the_panel(papers: Papers) -> None:
    read = papers["invitation_to_interview"]
    uncalled = without(meetings=())(read.position)
    kind = KINDS[read.kind]
    assert [s.about for s in kind.subjects(uncalled)] == ["C1", "C2"]
    with pytest.raises(MissingFact, match="meeting of the panel for the interviews is not known"):
        kind.compose(uncalled, "C1")


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
