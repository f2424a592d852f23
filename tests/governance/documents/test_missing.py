"""A fact that is missing is named, and no paper is written without it."""

from collections.abc import Callable
from copy import copy
from dataclasses import replace
from typing import Any

import pytest

from casework.documents.missing import MissingFact
from governance.documents import KINDS
from governance.position import Position
from law.calendars import EnglandAndWales
from tests.governance.documents.steps import Papers

pytestmark = pytest.mark.django_db

Change = Callable[[Position], Position]


def without(**lists: Any) -> Change:
    """Take every row of some lists away."""
    return lambda p: replace(p, **lists)


def but(name: str, **fields: Any) -> Change:
    """Give every row of one list other values."""
    return lambda p: without(**{name: tuple(_with(r, fields) for r in getattr(p, name))})(p)


def of_case(**fields: Any) -> Change:
    """Give the cycle other values."""
    return lambda p: replace(p, case=_with(p.case, fields))


def _with(row: Any, fields: dict[str, Any]) -> Any:
    changed = copy(row)
    for field, value in fields.items():
        setattr(changed, field, value)
    return changed


NO_OFFICES = without(offices=())
NO_APPRAISERS = without(appraisers=())
NO_ENGAGEMENT = without(engagements=())
NO_TERMS = without(calendar=EnglandAndWales())

MISSING = [
    ("engagement_of_adviser", NO_ENGAGEMENT, "engagement_of_an_adviser"),
    ("engagement_of_adviser", NO_OFFICES, "chair_of_the_governing_body"),
    ("outcome_of_objection", but("objections", decided_on=None), "objection_that_is_decided"),
    ("outcome_of_objection", but("objections", outcome_reasons=" "), "outcome_reasons"),
    ("outcome_of_objection", NO_OFFICES, "chair_of_the_governing_body"),
    ("notice_of_standards", of_case(standards_told_on=None), "standards_told_to_the_head"),
    ("notice_of_standards", of_case(standards=" "), "standards"),
    ("notice_of_standards", NO_OFFICES, "chair_of_the_governing_body"),
    ("advice_on_objectives", without(advice=()), "advice_before_the_objectives"),
    ("advice_on_objectives", NO_ENGAGEMENT, "engagement_of_the_adviser"),
    ("advice_on_objectives", but("advice", on_objectives=[{"number": 7}]), "objective_7"),
    ("advice_on_objectives", but("advice", questions=""), "questions"),
    ("advice_on_objectives", but("advice", for_governors=""), "for_governors"),
    ("advice_on_objectives", but("advice", conclusion=" "), "conclusion"),
    ("advice_on_system", without(system_advice=()), "advice_on_the_whole_system"),
    ("advice_on_system", NO_ENGAGEMENT, "engagement_of_the_adviser"),
    ("advice_on_system", but("system_advice", policy=" "), "policy"),
    ("advice_on_system", but("system_advice", strengths=""), "strengths"),
    ("statement_of_objectives", of_case(objectives_set_on=None), "objectives_that_are_set"),
    ("statement_of_objectives", NO_APPRAISERS, "appraiser"),
    ("statement_of_objectives.wales", of_case(support=""), "support"),
    ("statement_of_objectives.wales", of_case(monitoring=""), "monitoring"),
    ("mid_year_note", without(progress=()), "progress_of_an_objective"),
    ("mid_year_note", NO_APPRAISERS, "appraiser"),
    ("notice_of_review", of_case(review_notice_on=None), "notice_of_the_review"),
    ("notice_of_review", of_case(review_to_be_on=None), "review_on"),
    ("notice_of_review", NO_TERMS, "dates_of_the_school_terms"),
    ("notice_of_review", NO_OFFICES, "clerk_to_the_governing_body"),
    ("advice_on_review", but("advice", on_standards=""), "on_standards"),
    ("advice_on_review", NO_ENGAGEMENT, "engagement_of_the_adviser"),
    ("appraisal_report", without(reviews=()), "review"),
    ("appraisal_report", but("reviews", overall=""), "overall"),
    ("appraisal_report", but("reviews", needs=""), "needs"),
    ("appraisal_report", but("reviews", development=""), "development"),
    ("appraisal_report", but("objectives", judgement=""), "judgement_on_objective_1"),
    (
        "appraisal_report",
        but("objectives", judgement_reasons=" "),
        "reasons_of_the_judgement_on_objective_1",
    ),
    ("appraisal_report", NO_APPRAISERS, "appraiser"),
    ("appraisal_statement", without(reviews=()), "review"),
    ("appraisal_statement", but("reviews", on_standards=""), "on_standards"),
    ("appraisal_statement", but("objectives", judgement=""), "judgement_on_objective_1"),
    ("appraisal_statement.given", NO_TERMS, "dates_of_the_school_terms"),
    ("assurance_to_governors", but("reviews", given_on=None), "report_or_statement_that_is_given"),
    ("assurance_to_governors", of_case(objectives_set_on=None), "set_on"),
    ("assurance_to_governors", NO_OFFICES, "chair_of_the_governing_body"),
    ("pay_recommendation", without(pay_rows=()), "recommendation_on_pay"),
    ("pay_recommendation", but("pay_rows", reasons=""), "reasons"),
    ("pay_recommendation", NO_APPRAISERS, "appraiser"),
    ("letter_on_pay", but("pay_rows", decided_on=None), "decision_on_pay"),
    ("letter_on_pay", but("pay_rows", decided_reasons=""), "reasons"),
    ("letter_on_pay", NO_OFFICES, "chair_of_the_governing_body"),
    ("acknowledgement_of_appeal", without(appeals=()), "appeal"),
    ("acknowledgement_of_appeal", without(appeals_officers=()), "appeals_officers"),
    ("acknowledgement_of_appeal", NO_TERMS, "dates_of_the_school_terms"),
    ("acknowledgement_of_appeal", NO_OFFICES, "clerk_to_the_governing_body"),
    ("notice_to_appeals_officers", without(appeals_officers=()), "appeals_officers"),
    ("notice_to_appeals_officers", but("appeals", grounds=""), "grounds"),
    ("notice_to_appeals_officers", of_case(objectives_set_on=None), "set_on"),
    ("notice_to_appeals_officers", NO_OFFICES, "chair_of_the_governing_body"),
    ("decision_on_appeal", but("appeals", decided_on=None), "appeal_that_is_decided"),
    ("decision_on_appeal", but("appeals", outcome_reasons=""), "reasons"),
    ("decision_on_appeal", without(appeals_officers=()), "appeals_officers"),
]


@pytest.mark.parametrize(("name", "change", "fact"), MISSING)
def test_a_missing_fact_is_named(name: str, change: Change, fact: str, papers: Papers) -> None:
    read = papers[name]
    with pytest.raises(MissingFact) as missing:
        KINDS[read.kind].compose(change(read.position), read.about)
    assert (missing.value.name, missing.value.key) == (fact, read.kind)


def test_every_paper_has_facts_that_it_cannot_do_without() -> None:
    assert {name.partition(".")[0] for name, _, _ in MISSING} == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_paper_is_about_must_be_there(kind: str, papers: Papers) -> None:
    with pytest.raises(MissingFact):
        KINDS[kind].compose(papers[kind].position, "99")


@pytest.mark.parametrize("kind", KINDS)
def test_readers_are_named_as_far_as_they_are_known(kind: str, papers: Papers) -> None:
    read = papers[kind]
    assert KINDS[kind].to(read.position, read.about)
    known = KINDS[kind].to(NO_OFFICES(NO_APPRAISERS(read.position)), read.about)
    assert [name for name in known if not name.strip() or name == "None"] == []
    assert KINDS[kind].to(read.position, "99") == []
