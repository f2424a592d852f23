"""The panel's evening at the browser: papers without names, scores alone, then together."""

from typing import Any

import pytest
from playwright.sync_api import expect

from recruitment.models import Candidate
from recruitment.stages import CandidateState
from tests.pages import evening_steps as steps
from tests.pages.conftest import Arrive
from tests.pages.evening_steps import Company, points
from tests.recruitment.headship import Headship


@pytest.fixture
def case(live_server: object) -> Headship:
    return steps.advertised()


@pytest.fixture
def company(case: Headship, signed_in: Arrive) -> Company:
    people = [case.people["clerk"], *case.panel]
    clerk, *panel = [signed_in(user, case.vacancy.reference) for user in people]
    return Company(case, clerk, *panel)


@pytest.mark.usefixtures("width")
def test_the_whole_evening(company: Company) -> None:
    clerk, chair, second, third = company.clerk, company.chair, company.second, company.third
    clerk.does("decide_scoring", names_hidden=True, sealed=True)
    steps.enter_applications(clerk)

    # Interests and papers
    steps.declare_from_the_roster(third, steps.NAMES[1])
    third.open(third.case("candidates/"), "third")
    expect(third.page.get_by_role("main")).to_contain_text("no candidate whom you can see")
    expect(third.page.get_by_role("main")).to_contain_text("once the clerk has found the")
    steps.map_the_interest(clerk, steps.NAMES[1])
    one, known, other = map(steps.code_of, steps.NAMES)
    steps.open_papers(clerk)
    company.see_no_name(chair, "", "candidates/", f"candidates/{one}/", "scores/", "people/")
    chair.open(chair.case(f"candidates/{one}/"))
    assert steps.read_the_letter(chair, "Letter of application (1)") == steps.BLACKENED

    # Each alone
    alone = {one: points(4, 3, None), known: points(2, 3, 3), other: points(3, 3, 3)}
    chair.open(chair.case(f"act/score_candidate/?about={one}"))
    assert steps.read_the_letter(chair, "Read the letter of application (1)") == steps.BLACKENED
    steps.score_all(chair, alone)
    steps.hand_in(chair)
    steps.key_in(clerk, second, {c: points(1, 5, 5) for c in alone})
    second.does("confirm_scores")
    steps.score_all(third, {one: points(5, 5, 5), other: points(1, 2, 3)})
    steps.hand_in(third)
    company.see_no_name(third, "scores/", "candidates/", f"candidates/{other}/")
    sealed(company)

    # Together
    steps.call_the_panel(company.case)
    chair.does("open_scores")
    company.see_no_name(chair, "scores/")
    matrix = chair.page.get_by_role("region", name="The matrix")
    expect(matrix.get_by_role("rowheader")).to_have_count(3)
    chair.page.get_by_role("link", name=f"Agree {one}").click()
    chair.see()
    expect(chair.page.get_by_role("main")).to_contain_text("Tom Hale: 4 (Page 2)")
    chair.answer(points_1=steps.POINTS["5"])
    chair.page.get_by_role("button", name="Record what was agreed").click()
    chair.see()
    assert any("reason" in each.lower() for each in chair.problems())
    chair.answer(reason_1="The letter shows it on page 3.")
    chair.send()
    expect(chair.page.get_by_role("main")).to_contain_text("The letter shows it on page 3.")
    decide(company)


def sealed(company: Company) -> None:
    """Nobody sees a score, whoever has handed in."""
    for who in (company.chair, company.third, company.clerk):
        who.open(who.case("scores/"), f"{who.user} sealed")
        expect(who.page.get_by_role("region", name="The matrix")).to_have_count(0)
        expect(who.page.get_by_role("main")).to_contain_text("The scores are sealed")


def decide(company: Company) -> None:
    """The longlist, then the shortlist: from then on names are read again."""
    clerk, chair = company.clerk, company.chair
    one, known, other = map(steps.code_of, steps.NAMES)
    on_it: dict[str, Any] = {f"is_{one}": True, f"is_{known}": False, f"is_{other}": True}
    clerk.does("longlist", **on_it, **{f"why_{known}": "No evidence on criterion 1"})
    assert Candidate.objects.get(code=known).state == CandidateState.NOT_SHORTLISTED
    on_it = {f"is_{one}": True, f"is_{other}": False}
    reasons = {f"why_{one}": "Criteria 1 to 3", f"why_{other}": "Criterion 1 is not met"}
    members = [user.full_name for user in company.case.panel]
    clerk.does("shortlist", shortlisters=members, **on_it, **reasons)
    chair.open(chair.case("scores/"), "chair after")
    expect(chair.page.get_by_role("main")).to_contain_text(steps.NAMES[0])
    expect(chair.page.get_by_role("link", name="Agree")).to_have_count(0)
    expect(chair.page.get_by_role("heading", name="The panel", exact=True)).to_have_count(0)
