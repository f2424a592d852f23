"""Who draws up, approves and issues a paper: its own side, its own signatories, no interest."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest

from casework.action import Actor, Refused
from casework.models import Document
from recruitment.actions import papers
from recruitment.documents import KINDS, LETTERS
from schools.models.choices import Category, Nation
from tests.recruitment.headship import Headship, headship, on_day
from tests.recruitment.views.full_case import befriend, choose_again

pytestmark = pytest.mark.django_db
STATUS = Document.Status


@pytest.fixture(autouse=True)
def _late() -> Iterator[None]:
    with on_day(date(2027, 2, 1)):
        yield


def draft(case: Headship, kind: str, by: str, about: str = "") -> None:
    papers.draft_document(case.vacancy, kind=kind, about=about, by=case.actor(by), on=case.day)


def sign(case: Headship, do: Callable[..., object], by: Actor) -> STATUS:
    """Approve or issue the last document, and return where it then stands."""
    document = Document.objects.filter(case=case.vacancy).latest("pk")
    do(case.vacancy, document=document, by=by, on=case.day)
    document.refresh_from_db()
    return STATUS(document.status)


def refusal(case: Headship, do: Callable[..., object], *args: Any) -> tuple[str, ...]:
    """The keys of the refusal, once it is seen that nothing was recorded."""
    before = list(Document.objects.values_list("pk", "status")), case.fresh().event_count
    with pytest.raises(Refused) as refused:
        do(case, *args)
    assert (list(Document.objects.values_list("pk", "status")), case.fresh().event_count) == before
    return refused.value.keys


def test_the_report_of_the_panel_is_approved_and_issued_by_its_chair_alone() -> None:
    case = headship("recommended")
    draft(case, "panel_report", "clerk")
    chair = case.actor("panel_chair")
    for do, reached in (
        (papers.approve_document, STATUS.APPROVED),
        (papers.issue_document, STATUS.ISSUED),
    ):
        for other in ("clerk", "chair", "officer", "adviser"):
            assert refusal(case, sign, do, case.actor(other)) == ("not_your_paper",), other
        for other in ("panel", "governor"):
            assert refusal(case, sign, do, case.actor(other)) == ("not_permitted",), other
        assert sign(case, do, chair) == reached


def test_no_reason_lets_somebody_sign_what_is_not_theirs() -> None:
    case = headship("recommended")
    draft(case, "panel_report", "clerk")
    clerk = Actor(case.people["clerk"], override="The chair is away")

    assert refusal(case, sign, papers.approve_document, clerk) == ("not_your_paper",)


def test_a_paper_is_drawn_up_on_the_side_that_signs_it() -> None:
    case = headship("recommended")

    for other in ("officer", "adviser"):
        assert refusal(case, draft, "panel_report", other) == ("not_your_paper",)
    draft(case, "panel_report", "clerk")
    assert Document.objects.get().kind == "panel_report"


def test_whoever_has_an_interest_in_somebody_named_has_no_hand_in_the_paper() -> None:
    case = headship("names_sent")
    draft(case, "notice_of_names", "clerk")
    befriend(case, "C2", case.people["clerk"])
    clerk, chair = case.actor("clerk"), case.actor("panel_chair")

    assert refusal(case, draft, "notice_of_names", "clerk") == ("you_have_an_interest",)
    assert refusal(case, sign, papers.approve_document, clerk) == ("you_have_an_interest",)
    assert sign(case, papers.approve_document, chair) == STATUS.APPROVED
    assert refusal(case, sign, papers.issue_document, clerk) == ("you_have_an_interest",)
    assert sign(case, papers.issue_document, chair) == STATUS.ISSUED


def test_an_interest_in_the_choice_of_an_earlier_round_leaves_the_papers_of_this_one() -> None:
    case = choose_again(headship("recommended"), "C2")
    befriend(case, "C1", case.people["panel_chair"])
    draft(case, "panel_report", "panel_chair", "R2")

    assert sign(case, papers.approve_document, case.actor("panel_chair")) == STATUS.APPROVED


# A paper of the employer

OFFICER, GOVERNORS = ("officer",), ("clerk", "chair")
TWO_SIDES = [
    (Category.COMMUNITY, Nation.ENGLAND, OFFICER, GOVERNORS),
    (Category.PUPIL_REFERRAL_UNIT, Nation.ENGLAND, OFFICER, GOVERNORS),
    (Category.VOLUNTARY_AIDED, Nation.ENGLAND, GOVERNORS, OFFICER),
    (Category.COMMUNITY, Nation.WALES, OFFICER, GOVERNORS),
    (Category.VOLUNTARY_AIDED, Nation.WALES, GOVERNORS, OFFICER),
]
ONE_SIDE = (Category.ACADEMY, Nation.ENGLAND, GOVERNORS, ())
FOUR = ("category", "nation", "employer", "others")


@pytest.mark.parametrize(FOUR, [*TWO_SIDES, ONE_SIDE])
def test_a_paper_of_the_employer_is_signed_for_whoever_employs_here(
    category: Category, nation: Nation, employer: tuple[str, ...], others: tuple[str, ...]
) -> None:
    position = headship("recorded", category=category, nation=nation).position()
    of_employer = {key for key, letter in LETTERS.items() if letter.of_employer}
    assert "conditional_offer" in of_employer
    assert {KINDS[key].signatories(position) for key in of_employer} == {employer}


@pytest.mark.parametrize(FOUR, TWO_SIDES)
def test_the_offer_is_drawn_up_and_signed_on_the_employers_side_alone(
    category: Category, nation: Nation, employer: tuple[str, ...], others: tuple[str, ...]
) -> None:
    case = headship("offered", category=category, nation=nation)
    assert refusal(case, draft, "conditional_offer", others[0]) == ("not_your_paper",)
    draft(case, "conditional_offer", employer[0])
    for do, reached in (
        (papers.approve_document, STATUS.APPROVED),
        (papers.issue_document, STATUS.ISSUED),
    ):
        for other in others:
            assert refusal(case, sign, do, case.actor(other)) == ("not_your_paper",), other
        assert sign(case, do, case.actor(employer[-1])) == reached
