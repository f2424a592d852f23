"""Who decides has the scores before their eyes: places, totals and what is not met."""

import re

import pytest
from django.urls import reverse

from tests.recruitment import evening as e
from tests.recruitment.headship import Headship
from tests.recruitment.views.browser import Visit, visit
from tests.recruitment.views.words import read, words

pytestmark = pytest.mark.django_db

THIRD_IS_BEST: dict[str, tuple[int | None, ...]] = {
    "C1": (2, 3, 3),
    "C2": (1, 3, 3),
    "C3": (5, 5, 5),
}


def form_of(case: Headship, action: str, about: str = "", by: str = "panel_chair") -> Visit:
    return visit(case.people[by], "act", case.vacancy.reference, action, about=about)


def in_order(page: Visit) -> list[str]:
    """The codes asked about, from the top of the page."""
    return re.findall(r'name="why_(C\d+)"', page.text)


@pytest.mark.parametrize("action", ["longlist", "shortlist"])
@pytest.mark.parametrize("by", ["panel_chair", "clerk"])
def test_beside_each_stand_place_total_and_what_is_not_met(action: str, by: str) -> None:
    case = e.all_score(e.evening(), THIRD_IS_BEST)
    page = form_of(case, action, by=by)
    assert in_order(page) == ["C3", "C1", "C2"]
    told = words(page.page)
    assert "Place 1, total 20 of 20. Essential criteria not met: none." in told
    assert "Place 2, total 10 of 20. Essential criteria not met: 1." in told
    assert f'href="{reverse("scores", args=[case.vacancy.reference])}"' in page.text


@pytest.mark.parametrize("action", ["longlist", "shortlist"])
def test_a_candidate_is_called_as_everywhere(action: str) -> None:
    told = words(form_of(e.evening(), action).page)
    assert "Is C1, Name hidden, " in told
    assert "(C1)" not in told


@pytest.mark.parametrize("sealed", [False, True])
def test_nobody_sees_more_there_than_on_the_page_of_the_scores(sealed: bool) -> None:
    case = e.evening(sealed=sealed)
    second = case.panel[1]
    for code in e.codes(case):
        e.score(case, second, code, 5, 5, 5)
    e.hand_in(case, second)
    page = form_of(case, "shortlist")
    assert in_order(page) == ["C1", "C2", "C3"]
    told = words(page.page)
    assert "Place" not in told
    assert told.count("No scores that you can see yet.") == 3


def test_the_criterion_on_which_members_are_furthest_apart_is_open() -> None:
    case = e.evening()
    chair, second, third = case.panel
    for member, on_third in ((chair, 5), (second, 2), (third, 5)):
        for code in e.codes(case):
            e.score(case, member, code, 3, 4, on_third)
        e.hand_in(case, member)
    text = form_of(case, "agree_scores", "C1").text
    opened = re.findall(r"<details[^>]* open>.*?</details>", text, re.DOTALL)
    assert [re.findall(r'name="reason_(\d)"', part) for part in opened] == [["3"]]


@pytest.mark.parametrize("sealed", [False, True])
def test_whoever_hands_in_is_told_truly_when_they_see_what_others_gave(sealed: bool) -> None:
    case = e.evening(sealed=sealed)
    member = case.people["panel"]
    for code in e.codes(case):
        e.score(case, member, code, 3, 3, 3)
    form = words(form_of(case, "hand_in_scores", by="panel").page)
    page = read(case, member, "scores")
    assert ("You then see what the others gave." in form) is not sealed
    assert ("you then see what the others gave" in page) is not sealed
    assert ("All scores are sealed" in form) is sealed
    assert ("all scores stay sealed until the panel meets" in page) is sealed


def test_how_the_panel_scores_says_that_the_seal_is_chosen_there() -> None:
    case = e.specified().advertise()
    told = words(form_of(case, "decide_scoring").page)
    assert "Here it is chosen, too, from when members see what the others gave." in told


def test_the_letters_of_the_matrix_are_said_in_words() -> None:
    case = e.all_score(e.evening())
    told = read(case, case.panel[0], "scores")
    assert "E means that the criterion is essential, and \u00d72 that it counts twice." in told
    assert "Candidates in the same place C1, C2, C3 share place 1." in told


def test_a_member_whose_interest_is_still_to_be_mapped_is_not_said_to_score_nobody() -> None:
    case = e.evening()
    e.declare_named(case, case.panel[2], "Owen Quandrit")
    told = read(case, case.panel[0], "scores")
    assert "Scores once the clerk has found whom a declared interest is in" in told
    assert "Scores nobody" not in told
