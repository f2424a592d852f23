"""The numbers of criteria: papers rest on them, so one never comes to stand for another."""

import re
from collections.abc import Iterator
from datetime import date

import pytest

from casework.action import Refused
from recruitment.actions import advice, appointment, specification, turns
from recruitment.models import Criterion, Opinion
from recruitment.stages import AgainFrom
from tests.recruitment.headship import Headship, headship, on_day, refusal
from tests.recruitment.views.browser import Visit, visit
from tests.recruitment.views.rows import POINT
from tests.recruitment.views.words import words

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _late() -> Iterator[None]:
    with on_day(date(2027, 2, 1)):
        yield


def add(case: Headship, text: str) -> None:
    specification.add_criterion(
        case.vacancy,
        text=text,
        tested_by=[Criterion.TestedBy.INTERVIEW],
        by=case.clerk,
        on=case.day,
    )


def remove(case: Headship, number: int) -> None:
    criterion = Criterion.objects.get(vacancy=case.vacancy, number=number)
    specification.remove_criterion(case.vacancy, criterion=criterion, by=case.clerk, on=case.day)


def criteria_of(case: Headship) -> list[str]:
    return [str(c) for c in case.position().criteria]


def opine(case: Headship) -> None:
    """The adviser's opinion, on criterion 1."""
    advice.record_opinion(
        case.vacancy,
        candidate=case.candidate("C1"),
        verdict=Opinion.Verdict.WITH_RESERVATIONS,
        points=[POINT],
        by=case.actor("adviser"),
        on=case.day,
    )


@pytest.fixture
def again() -> Headship:
    """A second round, to be advertised anew, after an opinion that rests on criterion 1."""
    case = headship("interviewed")
    opine(case)
    appointment.recommend_nobody(case.vacancy, why="None met them all", by=case.clerk, on=case.day)
    meeting = case.meet("To decide what follows")
    turns.repeat_steps(
        case.vacancy,
        meeting=meeting,
        again_from=AgainFrom.ADVERTISEMENT,
        why="A wider field",
        by=case.clerk,
        on=case.day,
    )
    return case


def test_before_it_is_published_the_specification_is_numbered_without_gaps() -> None:
    case = headship("recorded")
    for text in ("Teaching", "Safeguarding", "Budgets"):
        add(case, text)
    remove(case, 2)
    add(case, "Governance")
    assert criteria_of(case) == ["1. Teaching", "2. Budgets", "3. Governance"]


def test_once_it_was_published_a_number_is_not_given_again(again: Headship) -> None:
    remove(again, 3)
    add(again, "Governance")
    assert criteria_of(again) == [
        "1. Leads teaching",
        "2. Leads safeguarding",
        "4. Governance",
    ]


def test_an_earlier_paper_still_says_what_its_criterion_was(again: Headship) -> None:
    remove(again, 1)
    criterion = again.position().criterion(1)
    assert criterion is not None
    assert str(criterion) == "1. Leads teaching"


def test_a_later_paper_does_not_rest_on_a_criterion_that_was_removed(again: Headship) -> None:
    remove(again, 1)
    specification.settle_criteria(again.vacancy, by=again.clerk, on=again.day)
    again.advertise()
    with pytest.raises(Refused) as refused:
        opine(again)
    assert refused.value.keys == ("criterion_not_published",)


def test_the_same_criterion_is_not_entered_twice() -> None:
    case = headship("recorded")
    add(case, "Leads teaching well")
    assert refusal(case, lambda: add(case, " leads  Teaching well ")) == (
        "criterion_stands_already",
    )
    remove(case, 1)
    add(case, "Leads teaching well")
    assert criteria_of(case) == ["1. Leads teaching well"]


def test_after_a_criterion_the_others_are_seen_and_the_next_is_within_reach() -> None:
    case = headship("recorded")
    page = visit(case.people["clerk"], "act", case.vacancy.reference, "add_criterion")
    sent = page.send({"text": "Leads teaching well", "tested_by": "interview", "on": case.day})
    page = Visit(page.client, sent.url)
    assert "Leads teaching well" in words(page.page)
    [another] = re.findall(r'href="([^"]+)"[^>]*>Add another criterion<', page.text)
    assert Visit(page.client, another).fields["text"] == [""]


def test_what_is_said_after_a_start_from_the_standards_can_be_done() -> None:
    case = headship("recorded")
    page = visit(case.people["clerk"], "act", case.vacancy.reference, "start_specification")
    page = Visit(page.client, page.send({"on": case.day}).url)
    assert "remove it and add it again in your own words" in words(page.page)
    assert "Change" not in words(page.page)
    assert len(re.findall(r"/act/remove_criterion/\?about=", page.text)) == 12
