"""What stands in the way is shown with its sentence, what was typed is kept, drafts too."""

from datetime import date
from http import HTTPStatus
from typing import Any

import pytest

from casework.models import FormDraft
from governance.actions import opening
from governance.forms import FORMS
from governance.forms.advice import GiveAdvice
from governance.forms.pay import TellPay
from governance.models import Advice
from schools.models.choices import Category, Nation
from tests.governance.cycle import WHOLE, Year, year
from tests.governance.documents.steps import after_last_year
from tests.governance.views.rows import ADVICE, BY_ACTION, REVIEW, SYSTEM, WORDING, appealed
from tests.recruitment.headship import on_day
from tests.recruitment.views.browser import Visit, visit
from tests.recruitment.views.words import words

pytestmark = pytest.mark.django_db
PUPILS = "How it helps to improve the pupils' education"
PLAN = "Which part of the improvement plan it carries out"


def at_form(made: Year, role: str, action: str, about: object = "") -> Visit:
    return visit(made.people[role], "cycle_act", made.cycle.reference, action, about=about)


def sent(made: Year, role: str, action: str, answers: dict[str, Any]) -> Visit:
    with on_day(made.day):
        page = at_form(made, role, action)
        page.send(answers)
    return page


def refused(page: Visit) -> str:
    assert page.page.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    return words(page.page)


def test_an_address_without_an_account_is_said_plainly_and_stays_typed() -> None:
    made = year("recorded")
    answers = {"person": "nobody@example.org", "of": "Herself", "skills": "Many", "interests": "No"}
    page = sent(made, "clerk", "engage_adviser", answers)

    assert "Nobody has an account with the address nobody@example.org." in refused(page)
    assert page.fields["person"] == ["nobody@example.org"]


def test_a_closed_account_is_no_account() -> None:
    made = year("recorded")
    adviser = made.people["adviser"]
    adviser.is_active = False
    adviser.save()
    answers = {"person": adviser.email, "of": "Herself", "skills": "Many", "interests": "No"}
    assert "Nobody has an account" in refused(sent(made, "clerk", "engage_adviser", answers))


def test_an_adviser_who_is_a_governor_is_refused_with_the_rule() -> None:
    made = year("recorded")
    answers = {
        "person": made.people["other"].email, "of": "Herself", "skills": "Many", "interests": "No",
    }  # fmt: skip
    page = refused(sent(made, "clerk", "engage_adviser", answers))
    assert "so is no external adviser" in page


def test_a_staff_governor_as_appraiser_is_refused_by_law() -> None:
    made = year("recorded")
    answers = {"members": [made.people["first"], made.people["staff"]], "meeting": "Minute 7"}
    page = refused(sent(made, "clerk", "appoint_appraisers", answers))
    assert "Sid Rowe works at the school, so cannot appraise its head." in page


def test_objectives_are_not_set_before_the_standards_and_the_adviser() -> None:
    made = year("appointed").write()
    with on_day(made.day):
        page = words(at_form(made, "first", "set_objectives").page)
    assert "The head has not been told the standards" in page
    assert "has not been consulted on the objectives" in page


def test_a_review_too_soon_after_its_notice_is_refused_with_how_it_is_counted() -> None:
    made = year("set", nation=Nation.WALES).on(date(2026, 9, 7))
    page = refused(sent(made, "clerk", "give_notice_of_review", {"review_on": date(2026, 9, 14)}))
    assert "the review can be held from 22 September 2026 on" in page
    assert "10 clear school days between notice and review" in page


def test_the_form_of_an_appeal_says_until_when() -> None:
    made = year("given", nation=Nation.WALES)
    with on_day(made.day):
        page = words(at_form(made, "head", "appeal").page)
    assert "the last day is Thursday 15 October 2026" in page


def test_too_few_appeals_officers_are_refused_with_how_many_hear_it() -> None:
    made = appealed()
    answers = {"governors": [made.people["other"]], "authority_1": "gwen.ash@example.org"}
    page = refused(sent(made, "clerk", "name_appeals_officers", answers))
    assert "An appeal at this school is heard by 2 governors, 2 of the authority." in page


def test_appraisers_are_not_offered_as_appeals_officers_or_deciders() -> None:
    made = appealed()
    with on_day(made.day):
        page = at_form(made, "clerk", "name_appeals_officers").text
    assert "Kit Moss" in page
    for name in ("Uma Shah", "Lee Ward", "Sid Rowe", "Nan Pryce"):
        assert f"{name}</label>" not in page.replace("\n", "")


def test_a_part_is_given_to_one_person_and_not_to_two() -> None:
    made = year("appointed")
    both = {
        "role": "decider", "cause": "Pay committee", "governor": made.people["other"],
        "address": made.people["adviser"].email,
    }  # fmt: skip
    assert "not both" in refused(sent(made, "clerk", "give_part", both))
    neither = {"role": "officer", "cause": "Asked to attend"}
    assert "Choose a governor or give an address" in refused(
        sent(made, "clerk", "give_part", neither)
    )


@pytest.mark.parametrize(
    ("nation", "action", "said"),
    [
        (Nation.WALES, "advise_on_system", "The law of this school has no external adviser"),
        (Nation.WALES, "engage_adviser", "The law of this school has no external adviser"),
        (Nation.WALES, "recommend_pay", "make no recommendation on pay here"),
        (Nation.ENGLAND, "appeal", "No appeal is laid down"),
        (Nation.ENGLAND, "hold_planning_meeting", "No planning meeting is asked for"),
    ],
)
def test_a_step_that_the_law_does_not_know_has_no_form(
    nation: Nation, action: str, said: str
) -> None:
    made = year("recorded", nation=nation)
    with on_day(made.day):
        page = at_form(made, "clerk", action)
    assert said in refused(page)


def test_in_an_academy_everything_only_warns() -> None:
    made = year("recorded", category=Category.ACADEMY).appoint().write()
    with on_day(made.day):
        page = words(at_form(made, "first", "set_objectives").page)
    assert "Warnings" in page
    assert "What stands in the way" not in page


# Long forms


def test_the_long_forms_can_be_put_by() -> None:
    kept = {name for name, form in FORMS.items() if form.keeps_draft}
    assert kept == {
        "give_advice", "advise_on_system", "review", "add_objective", "comment", "appeal",
        "appeal_pay",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("action", "role", "begun"),
    [
        ("give_advice", "adviser", {"evidence_seen": "The June checks", "suggested_2": "Write"}),
        ("review", "first", {"judgement_1": "partly", "needs": "Budgets"}),
        ("advise_on_system", "adviser", {"policy": "Adopted in June", "who_2": "The clerk"}),
    ],
)
def test_what_was_written_is_there_again_and_nobody_else_sees_it(
    action: str, role: str, begun: dict[str, str]
) -> None:
    made = BY_ACTION[action].case()
    before = made.fresh().event_count
    with on_day(made.day):
        answer = at_form(made, role, action).send(begun, keep="yes")
        again = at_form(made, role, action)
        other = at_form(made, "second", "review")

    assert answer.status_code == HTTPStatus.FOUND
    assert made.fresh().event_count == before
    assert "This is the draft that you saved" in again.text
    assert {name: again.fields[name] for name in begun} == {n: [v] for n, v in begun.items()}
    assert not any(text in other.text for text in begun.values() if len(text) > 6)


def test_a_draft_is_gone_once_the_advice_is_given() -> None:
    made = year("set").on(date(2026, 9, 14))
    with on_day(made.day):
        at_form(made, "adviser", "give_advice").send({"evidence_seen": "Little"}, keep="yes")
        page = at_form(made, "adviser", "give_advice")
        page.send(ADVICE)
        page.confirm()
    assert not FormDraft.objects.exists()
    given = Advice.objects.get()
    assert given.seen == ADVICE["evidence_seen"]
    assert given.on_objectives == [
        {
            "number": 1, "judgement": ADVICE["judgement_1"], "reasons": ADVICE["reasons_1"],
            "text": WHOLE["text"], "success": WHOLE["success"],
        }
    ]  # fmt: skip
    assert given.suggested == [{"text": ADVICE["suggested_1"], "measure": ADVICE["measure_1"]}]


def test_a_judgement_in_advice_asks_for_its_reasons_and_a_suggestion_for_its_measure() -> None:
    made = year("set").on(date(2026, 9, 14))
    page = refused(
        sent(made, "adviser", "give_advice", {**ADVICE, "reasons_1": "", "measure_1": ""})
    )
    assert "Enter “Reasons for it (objective 1)” too, or leave both empty" in page
    assert "Enter “How it would be measured (1)” too, or leave both empty" in page


def test_a_review_judges_each_objective_with_reasons() -> None:
    made = BY_ACTION["review"].case()
    page = refused(sent(made, "first", "review", {**REVIEW, "reasons_1": ""}))
    assert "Enter the reasons for it (objective 1)" in page


def test_last_years_objectives_stand_beside_the_advice_with_their_outcomes() -> None:
    made = year("set")
    before = made.cycle
    before.objectives.update(judgement="partly", judgement_reasons="60% in June")
    made.on(date(2026, 9, 7))
    made.cycle = opening.open_cycle(
        made.school, head=made.people["head"], starts_on=made.day, previous=before,
        by=made.actor("clerk"), on=made.day,
    )  # fmt: skip
    made.engage().appoint()
    with on_day(made.day):
        page = words(at_form(made, "adviser", "give_advice").page)
    assert f"{GiveAdvice.beside_heading} 1. Pupils read more fluently" in page
    assert "Partly met. 60% in June" in page


def test_a_recommendation_asks_for_who_and_by_when() -> None:
    made = year("set")
    page = refused(sent(made, "adviser", "advise_on_system", {**SYSTEM, "who_1": ""}))
    assert "Enter “Who would act (1)” too, or leave all three empty" in page
    assert not made.cycle.system_advice.exists()


def test_what_was_recommended_last_year_stands_beside_and_is_answered() -> None:
    made = year("recorded")
    after_last_year(made)
    made.engage()
    with on_day(made.day):
        page = at_form(made, "adviser", "advise_on_system")
        shown = words(page.page)
        page.send({**SYSTEM, "became_1": "Done in September", "became_3": "Not learned"})
        page.confirm()
    assert "Last year's recommendations 1. Put the policy on the website The clerk, by" in shown
    given = made.cycle.system_advice.get()
    assert given.became == [
        {"number": 1, "became": "Done in September"},
        {"number": 3, "became": "Not learned"},
    ]
    assert given.seen == SYSTEM["evidence_seen"]


def test_disposal_too_early_is_refused_with_until_when_and_can_be_set_aside() -> None:
    made = year("given").close()
    with on_day(made.day):
        page = words(at_form(made, "clerk", "dispose_of_papers").page)
    assert (
        "kept for six years from the end of the cycle. Here that is until 1 September 2032" in page
    )
    assert "House rule" in page
    assert "This rule is recalled, not read" in page
    assert "it is sealed and cannot be changed" in page


def test_in_wales_the_day_of_the_next_statement_is_asked_for_and_in_england_not() -> None:
    for nation, asked in ((Nation.WALES, True), (Nation.ENGLAND, False)):
        made = year("given", nation=nation).on(date(2026, 10, 20)).close()
        with on_day(made.day):
            page = words(at_form(made, "clerk", "dispose_of_papers").page)
        assert ("Day on which the next statement became final" in page) == asked


# What a form says it must have is what the law asks for


@pytest.mark.parametrize(
    ("category", "nation", "optional"),
    [
        (Category.COMMUNITY, Nation.ENGLAND, set()),
        (Category.COMMUNITY, Nation.WALES, {PLAN}),
        (Category.ACADEMY, Nation.ENGLAND, {PUPILS, PLAN}),
    ],
)
@pytest.mark.parametrize("action", ["add_objective", "change_objective"])
def test_an_objective_may_leave_out_only_what_its_law_does_not_name(
    action: str, category: Category, nation: Nation, optional: set[str]
) -> None:
    made = year("appointed", category=category, nation=nation).write()
    with on_day(made.day):
        page = words(at_form(made, "first", action).page)
    assert {label for label in (PUPILS, PLAN) if f"{label} (optional)" in page} == optional


def test_what_the_law_names_is_asked_for_in_plain_words() -> None:
    made = year("appointed")
    page = refused(sent(made, "first", "add_objective", {**WORDING, "pupils": "", "plan": ""}))
    assert "Enter how it helps to improve the pupils' education" in page
    assert "Enter which part of the improvement plan it carries out" in page


def test_no_form_says_that_an_academy_must_have_an_adviser() -> None:
    made = year("recorded", category=Category.ACADEMY)
    with on_day(made.day):
        page = words(at_form(made, "clerk", "engage_adviser").page)
    assert page.count("must have an external adviser") == 0
    assert "within a month" not in TellPay.lead


def test_interests_that_are_left_out_are_asked_for_plainly() -> None:
    made = year("recorded")
    page = refused(sent(made, "clerk", "engage_adviser", {"of": "", "skills": "Many"}))
    assert "Enter the interests declared" in page
    assert "For whom the adviser works (optional)" in page
