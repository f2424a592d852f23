"""The evening by keyboard, without script, and how quickly many are scored."""

import pytest
from playwright.sync_api import expect

from recruitment.models import ScoreSheet
from tests.pages import evening_steps as steps
from tests.pages.conftest import Arrive
from tests.pages.test_keyboard import tab_to
from tests.recruitment import crowd, evening
from tests.recruitment.headship import Headship, headship

AWAY = "What others gave opens to you once your own scores are in."


@pytest.fixture
def case(live_server: object) -> Headship:
    return evening.begin(headship("panel_appointed", start=steps.begun()))


def marks(code: str) -> dict[str, int | None]:
    return {
        n: mark["points"] for n, mark in ScoreSheet.objects.get(candidate__code=code).marks.items()
    }


def test_a_candidate_is_scored_by_keyboard_alone(case: Headship, signed_in: Arrive) -> None:
    member = signed_in(case.panel[1], case.vacancy.reference)
    member.open(member.case("scores/"))
    page = member.page
    tab_to(page, "Score C1")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Score a candidate")
    for number, downs in ((1, 4), (2, 6), (3, 2)):
        tab_to(page, steps.POINTS["0"])
        page.keyboard.press("Space")
        for _ in range(downs):
            page.keyboard.press("ArrowDown")
        tab_to(page, f"Evidence for criterion {number}")
        page.keyboard.type("Page 2")
    tab_to(page, "Keep the scores")
    page.keyboard.press("Enter")

    expect(page.get_by_role("alert")).to_contain_text("The scores of C1 are kept.")
    expect(page.get_by_role("main")).to_contain_text("C2, Name hidden")
    assert marks("C1") == {"1": 4, "2": None, "3": 2}


def test_without_script_a_member_scores_all_hands_in_and_then_sees_the_others(
    case: Headship, signed_in: Arrive
) -> None:
    for code in evening.codes(case):
        evening.score(case, case.panel[2], code, 2, 2, 2)
    evening.hand_in(case, case.panel[2])
    member = signed_in(case.panel[1], case.vacancy.reference, java_script_enabled=False)
    page = member.page
    page.goto(member.case("scores/"))
    expect(page.get_by_text(AWAY)).to_be_visible()
    page.get_by_role("button", name="Score C1").click()
    for code in evening.codes(case):
        expect(page.locator(".govuk-summary-list").first).to_contain_text(code)
        member.answer(**steps.points(4, 1, None))
        page.get_by_role("button", name="Keep the scores").click()
    page.get_by_role("button", name="Hand in your scores").click()
    page.get_by_role("button", name="Continue").click()
    page.get_by_role("button", name="Hand in", exact=True).click()

    expect(page.get_by_role("alert")).to_contain_text("The scores are handed in.")
    expect(page.get_by_text(AWAY)).to_have_count(0)
    matrix = page.get_by_role("region", name="The matrix")
    expect(matrix.get_by_role("row", name="C1")).to_contain_text("2 to 4")


@pytest.mark.usefixtures("width")
def test_what_a_criterion_and_each_point_of_the_scale_say_stands_beside_the_score(
    live_server: object, signed_in: Arrive
) -> None:
    case = crowd.crowd(3, start=steps.begun())
    member = signed_in(case.panel[0], case.vacancy.reference)
    member.open(member.case("act/score_candidate/?about=C2"))
    for number, text in enumerate(crowd.TEXTS, start=1):
        group = member.page.get_by_role("group", name=f"Score for criterion {number}")
        assert group.get_by_role("radio").count() == len(steps.POINTS) + 1
        expect(group.get_by_label(steps.POINTS["2"])).to_be_visible()
        expect(member.page.get_by_role("heading", name=text)).to_be_visible()
    thumb = member.page.locator(".headship-points label").first.bounding_box()
    assert thumb
    assert thumb["height"] >= 44


@pytest.mark.usefixtures("width")
def test_evidence_without_a_score_is_asked_about(case: Headship, signed_in: Arrive) -> None:
    member = signed_in(case.panel[0], case.vacancy.reference)
    member.open(member.case("act/score_candidate/?about=C1"))
    member.answer(evidence_2="Page 4")
    member.press("Keep the scores")
    assert member.problems() == ["Choose a score for criterion 2"]
    member.answer(points_1=steps.POINTS["3"], points_2=steps.POINTS["3"])
    member.press("Keep the scores")
    member.see()
    assert marks("C1") == {"1": 3, "2": 3}
    member.open(member.case("scores/"), "one left")
    expect(member.page.get_by_text("1 criterion left")).to_be_visible()
