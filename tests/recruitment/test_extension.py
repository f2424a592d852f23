"""The shortlist is extended after the names were sent: a new notice, and a period of its own."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from casework.action import Actor
from recruitment import impossible
from recruitment.actions import advice, papers, selection
from recruitment.models import NamesNotice
from recruitment.stages import CandidateState, Stage
from tests.recruitment.headship import Headship, headship, on_day, refusal
from tests.recruitment.test_panel_and_checks import warned
from tests.recruitment.views.rows import represent

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
State = CandidateState


@pytest.fixture(autouse=True)
def _late() -> Iterator[None]:
    with on_day(date(2027, 2, 1)):
        yield


def sound(case: Headship) -> Headship:
    """Return the case, in which nothing is impossible."""
    assert list(impossible.find(case.position())) == []
    return case


def extend(case: Headship, *codes: str, reason: str = "Late, and posted in time") -> None:
    selection.extend_shortlist(
        case.vacancy,
        candidates=[case.candidate(code) for code in codes],
        reasons=dict.fromkeys([*codes, "C4"], reason),
        shortlisters=case.panel,
        by=case.clerk,
        on=case.day,
    )


def receive(case: Headship, *codes: str) -> None:
    selection.record_receipt(
        case.vacancy,
        names=[case.candidate(code) for code in codes],
        received_on=case.day,
        evidence="Signed for",
        by=case.clerk,
    )


def none(case: Headship, notice: NamesNotice | None = None) -> None:
    advice.make_no_representations(
        case.vacancy, said_by="Joan Beck", notice=notice, by=case.actor("officer"), on=case.day
    )


def interview(case: Headship, code: str) -> None:
    selection.record_interviews(
        case.vacancy,
        candidates=[case.candidate(code)],
        present=case.panel,
        by=case.clerk,
        on=case.day,
    )


def extended(stage: str = "interviewed") -> Headship:
    """A late applicant is on the shortlist, two days after what the stage says."""
    case = headship(stage).after(2).apply("Dan Eade")
    extend(case, "C4")
    return case


def test_the_new_names_alone_are_sent_and_have_a_receipt_and_a_period_of_their_own() -> None:
    case = extended()
    first = case.position().last_day_for(case.candidate("C1"))
    case.send_names()
    assert [n.names for n in case.position().notices_now] == [["C1", "C2", "C3"], ["C4"]]
    case.after(1)
    receive(case, "C4")
    p = sound(case).position()
    assert p.last_day_for(case.candidate("C4")) == case.day + 6 * DAY
    assert p.last_day_for(case.candidate("C1")) == first
    assert p.stage == Stage.INTERVIEWED


def test_a_recommendation_waits_for_the_period_of_every_name_whoever_is_recommended() -> None:
    case = extended().send_names()
    assert refusal(case, case.recommend) == ("representations_period_not_begun",)
    receive(case, "C4")
    assert refusal(case, case.recommend) == ("representations_period_open",)
    case.after(7).recommend()
    assert sound(case).fresh().stage == Stage.RECOMMENDED


def test_the_authority_makes_none_on_the_new_names_and_the_way_is_open() -> None:
    case = extended().send_names()
    receive(case, "C4")
    none(case)
    first, second = case.position().notices_now
    assert (first.none_made_on, second.none_made_on) == (None, case.day)
    interview(case, "C4")
    case.recommend("C4")
    assert sound(case).candidate("C4").state == State.RECOMMENDED


def test_an_answer_on_one_notice_does_not_answer_another() -> None:
    case = headship("names_sent").apply("Dan Eade")
    extend(case, "C4")
    case.send_names()
    receive(case, "C4")
    none(case)
    first = case.position().notices_now[0]
    none(case, first)
    assert all(n.none_made_on for n in case.position().notices_now)
    assert refusal(case, lambda: none(case, first)) == ("none_already_made",)


def test_when_the_late_candidate_withdraws_nothing_is_waited_for_any_more() -> None:
    case = extended().send_names()
    selection.withdraw_candidate(
        case.vacancy, candidate=case.candidate("C4"), why="Ill", by=case.clerk, on=case.day
    )
    case.recommend()
    assert sound(case).fresh().stage == Stage.RECOMMENDED


def test_nobody_is_interviewed_or_recommended_while_a_name_was_not_given() -> None:
    case = extended()
    assert refusal(case, lambda: interview(case, "C4")) == ("name_not_given",)
    assert refusal(case, case.recommend) == ("name_not_given",)


def test_what_was_said_of_the_others_stands() -> None:
    case = headship("names_sent")
    represent(case)
    case.apply("Dan Eade")
    extend(case, "C4")
    case.send_names()
    receive(case, "C4")
    assert len(case.position().representations_on(case.candidate("C1"))) == 1


def test_names_are_not_sent_twice() -> None:
    case = headship("names_sent")
    assert refusal(case, case.send_names) == ("names_already_sent",)


def test_one_who_was_left_off_can_be_put_on_and_waits_to_be_told() -> None:
    case = headship("advertised").apply().after(15)
    selection.shortlist(
        case.vacancy,
        candidates=[case.candidate("C1")],
        reasons=dict.fromkeys(("C1", "C2", "C3"), "Against every criterion"),
        shortlisters=case.panel,
        by=case.clerk,
        on=case.day,
    )
    extend(case, "C2")
    assert warned(case) == []
    case.send_names()
    assert case.position().notices_now[0].names == ["C1", "C2"]
    assert sound(case).candidate("C3").state == State.NOT_SHORTLISTED


def test_a_late_application_that_is_not_accepted_is_decided_and_its_applicant_told() -> None:
    case = headship("interviewed").after(1).apply("Dan Eade")
    extend(case, reason="Came a week after the closing date")
    assert sound(case).candidate("C4").state == State.NOT_SHORTLISTED
    case.recommend()
    assert warned(case) == []


def test_a_late_application_that_nobody_considered_is_warned_of() -> None:
    case = headship("interviewed").after(1).apply("Dan Eade")
    case.recommend()
    assert warned(case) == ["application_undecided"]
    assert sound(case).fresh().stage == Stage.RECOMMENDED


def test_the_shortlist_gains_only_those_who_are_not_on_it_each_with_a_reason() -> None:
    case = headship("names_sent")
    assert "nobody_to_add" in refusal(case, lambda: extend(case, "C1"))
    case.apply("Dan Eade")
    assert refusal(case, lambda: extend(case, "C1")) == ("not_an_applicant",)
    assert refusal(case, lambda: extend(case, "C4", reason="")) == ("reason_missing",)


def test_the_new_notice_is_named_in_the_warning_and_after_it_the_letter_is_its_own() -> None:
    case = extended("names_sent")
    assert warned(case) == ["new_names_to_send"]
    papers.draft_document(
        case.vacancy, kind="notice_of_names", about="R1-2", by=case.clerk, on=case.day
    )
    assert "Dan Eade" in str(case.vacancy.documents.get().paper)
    assert "Ada Brook" not in str(case.vacancy.documents.get().paper)


def test_the_receipt_of_either_notice_is_corrected_by_itself() -> None:
    case = extended().send_names().after(2)
    receive(case, "C4")
    papers.correct(
        case.vacancy,
        what="received_on",
        which="C4",
        to=(case.day - DAY).isoformat(),
        why="The day before",
        by=Actor(case.clerk.user),
        on=case.day,
    )
    first, second = case.position().notices_now
    assert second.received_on == case.day - DAY
    assert first.received_on
    assert first.received_on < second.received_on
