"""Refusals as people meet them: what is in the way, by which rule, and nothing typed is lost."""

from datetime import timedelta

import pytest
from playwright.sync_api import expect

from casework import clock
from casework.words import written
from recruitment.models import Criterion
from recruitment.stages import Stage
from tests.pages.conftest import Arrive
from tests.recruitment.headship import Headship, headship

CITATION = "regulation 15"
REASONS = "The fullest evidence.\nShe found both errors."


@pytest.fixture
def within_the_period(live_server: object) -> Headship:
    """A case in which the names were received, and the interviews held, two days ago."""
    begun = clock.today() - timedelta(days=27)
    return headship("names_sent", start=begun).interview()


@pytest.mark.usefixtures("width")
def test_a_recommendation_within_the_period_is_held_up_until_its_last_day(
    within_the_period: Headship, signed_in: Arrive
) -> None:
    case = within_the_period
    last = written(case.day + timedelta(days=6))
    chair = signed_in(case.people["panel_chair"], case.vacancy.reference)
    chair.open(chair.case("act/recommend/"))
    obstacle = chair.page.locator(".headship-obstacle").first
    expect(obstacle).to_contain_text(f"until the end of {last}")
    expect(obstacle).to_contain_text(CITATION)

    chair.answer(candidate="C1, Ada Brook", reasons=REASONS)
    chair.press("Continue")
    assert chair.page.title().startswith("Error: ")
    assert last in chair.problems()[0]
    expect(chair.page.get_by_label("The panel's reasons")).to_have_value(REASONS)
    assert case.fresh().stage == Stage.INTERVIEWED


def test_the_house_rule_is_set_aside_from_the_task_list_by_name_and_with_a_reason(
    within_the_period: Headship, signed_in: Arrive
) -> None:
    case = within_the_period
    chair = signed_in(case.people["panel_chair"], case.vacancy.reference)
    chair.open(chair.case())
    chair.follow("Record the panel's recommendation")
    chair.answer(
        candidate="C1, Ada Brook", reasons=REASONS, override="The candidate must answer elsewhere."
    )
    chair.press("Continue")
    shown = chair.page.get_by_role("main")
    expect(shown).to_contain_text("What you set aside")
    expect(shown).to_contain_text("The candidate must answer elsewhere.")
    chair.press("Record it")
    assert case.fresh().stage == Stage.RECOMMENDED
    clerk = signed_in(case.people["clerk"], case.vacancy.reference)
    clerk.open(clerk.case("record/"))
    entry = clerk.page.get_by_role("listitem").filter(has_text="Rule set aside")
    expect(entry).to_contain_text("Tom Hale, chair of the selection panel")
    expect(entry).to_contain_text("The candidate must answer elsewhere.")


def test_of_two_at_once_the_second_is_told_what_changed_and_keeps_what_was_typed(
    live_server: object, signed_in: Arrive
) -> None:
    case = headship("recorded", start=clock.today())
    reference = case.vacancy.reference
    clerk, chair = (signed_in(case.people[role], reference) for role in ("clerk", "chair"))
    for visitor, text in ((clerk, "Leads teaching"), (chair, "Leads safeguarding")):
        visitor.open(visitor.case("act/add_criterion/"))
        visitor.answer(text=text, tested_by="Interview")
    clerk.press("Add the criterion")

    chair.press("Add the criterion")
    assert "Ann Rees has since recorded" in chair.problems()[0]
    expect(chair.page.get_by_label("Criterion", exact=True)).to_have_value("Leads safeguarding")
    expect(chair.page.get_by_role("main")).to_contain_text("Leads teaching")
    assert [c.text for c in Criterion.objects.all()] == ["Leads teaching"]

    chair.press("Add the criterion")
    assert [c.text for c in Criterion.objects.all()] == ["Leads teaching", "Leads safeguarding"]


def test_a_second_click_does_nothing_twice(live_server: object, signed_in: Arrive) -> None:
    case = headship("recorded", start=clock.today())
    clerk = signed_in(case.people["clerk"], case.vacancy.reference)
    clerk.open(clerk.case("act/add_criterion/"))
    clerk.answer(text="Leads teaching", tested_by="Interview")
    clerk.page.get_by_role("button", name="Add the criterion").dblclick()
    expect(clerk.page.get_by_role("main")).to_contain_text("The criterion is added.")
    assert Criterion.objects.count() == 1
