"""What is minuted in the open, what in confidence, and who may read which."""

from datetime import date

import pytest

from casework.documents.blocks import text_of
from recruitment import load
from recruitment.actions import appointment, interests, meetings, papers, turns
from recruitment.documents import KINDS
from recruitment.models import Interest
from recruitment.position import Position
from recruitment.stages import AgainFrom
from recruitment.visible import documents_for
from tests.recruitment.documents import words
from tests.recruitment.documents.governed import minute
from tests.recruitment.documents.steps import Papers, meet_panel
from tests.recruitment.headship import NAMES, Headship, headship, on_day, person

pytestmark = pytest.mark.django_db

TODAY = date(2027, 2, 1)


def about(position: Position, key: str) -> list[str]:
    return [subject.about for subject in KINDS[key].subjects(position)]


def said(position: Position, key: str, which: str) -> str:
    return "\n".join(text_of(KINDS[key].compose(position, which)))


def test_what_was_taken_in_confidence_is_not_in_the_open_minute(papers: Papers) -> None:
    position = papers["minute_of_governing_body.approving"].position
    open_minute = said(position, "minute_of_governing_body", "3")
    assert "This item was taken in confidence, and is minuted apart." in open_minute
    for secret in ("Ada Brook", words.DISCUSSION, "The panel's recommendation", "For 3"):
        assert secret not in open_minute


def test_the_vote_on_the_recommendation_has_its_own_minute_and_no_second(papers: Papers) -> None:
    position = papers["minute_of_governing_body.approving"].position
    assert about(position, "minute_of_approving_meeting") == ["3"]
    assert about(position, "confidential_minute") == []


def test_what_else_was_taken_in_confidence_has_a_minute_apart(papers: Papers) -> None:
    position = papers["confidential_minute"].position
    assert about(position, "confidential_minute") == ["4"]
    assert words.AGAIN in said(position, "confidential_minute", "4")
    assert words.AGAIN not in said(position, "minute_of_governing_body", "4")


def test_steps_repeated_without_a_new_advertisement_are_no_decision_to_advertise_again() -> None:
    with on_day(TODAY):
        case = headship("advertised").apply()
        appointment.recommend_nobody(case.vacancy, why="None", by=case.clerk, on=case.day)
        evening = case.meet("To consider how to go on")
        turns.repeat_steps(
            case.vacancy,
            meeting=evening,
            again_from=AgainFrom.SHORTLISTING,
            why="To look again",
            by=case.clerk,
            on=case.day,
        )
    assert about(case.position(), "decision_to_readvertise") == []
    assert about(case.position(), "confidential_minute") == ["2"]


def test_a_panel_that_was_changed_has_an_extract_for_each_resolution() -> None:
    with on_day(TODAY):
        case = headship("advertised")
        evening = case.meet("To change the panel")
        members = [person(name) for name in NAMES[1:4]]
        meetings.change_panel(
            case.vacancy,
            meeting=evening,
            members=members,
            chair=members[0],
            trained=members[:1],
            votes_for=5,
            votes_against=0,
            abstained=0,
            by=case.clerk,
            on=case.day,
        )
        position = case.position()
    assert about(position, "extract_constituting_panel") == ["1", "2"]
    first, second = (said(position, "extract_constituting_panel", which) for which in "12")
    assert "Tom Hale | Chair of the panel" in first
    assert "Kit Moss" not in first
    assert "Uma Shah | Chair of the panel | Yes" in second
    assert "Kit Moss | Member" in second


def test_the_panels_minute_names_whom_it_speaks_of() -> None:
    with on_day(TODAY):
        case = headship("interviewed")
        meet_panel(case)
        evening = case.position().meetings[-1]
        minute(case, evening, "The field", "The panel spoke of Ben Carr at length.")
        spoken_of = KINDS["minute_of_panel"].names(case.position(), "2")
        case.recommend("C1")
        with_choice = KINDS["minute_of_panel"].names(case.position(), "2")
    assert (spoken_of, with_choice) == ({"C2"}, {"C1", "C2"})


def issued(case: Headship, key: str, which: str, role: str) -> None:
    by = case.actor(role)
    papers.draft_document(case.vacancy, kind=key, about=which, by=case.clerk, on=case.day)
    document = case.position().documents[-1]
    papers.approve_document(case.vacancy, document=document, by=by, on=case.day)
    papers.issue_document(case.vacancy, document=document, by=by, on=case.day)


def readers(case: Headship, key: str) -> set[str]:
    position = load.position(case.fresh(), case.day)
    return {
        role
        for role, user in case.people.items()
        for document in documents_for(position, frozenset({role}), user)
        if document.kind == key
    }


def test_the_panels_minute_is_read_by_those_who_see_the_candidates() -> None:
    with on_day(TODAY):
        case = headship("interviewed")
        meet_panel(case)
        minute(case, case.position().meetings[-1], "The field", "Nobody is named.")
        issued(case, "minute_of_panel", "2", "panel_chair")
        assert readers(case, "minute_of_panel") == {
            "clerk", "panel_chair", "panel", "adviser", "officer",
        }  # fmt: skip


def test_nobody_reads_a_minute_that_names_somebody_they_have_an_interest_in() -> None:
    with on_day(TODAY):
        case = headship("interviewed")
        meet_panel(case)
        minute(case, case.position().meetings[-1], "The field", "Ben Carr was spoken of.")
        issued(case, "minute_of_panel", "2", "panel_chair")
        interests.declare_interest(
            case.vacancy,
            person=case.people["panel"],
            kind=Interest.Kind.FRIENDSHIP,
            detail="A friend",
            effect=Interest.Effect.LEAVE_ITEM,
            candidate=case.candidate("C2"),
            by=case.clerk,
            on=case.day,
        )
        assert "panel" not in readers(case, "minute_of_panel")


def test_everybody_reads_the_open_minute_and_the_extract() -> None:
    with on_day(TODAY):
        case = headship("panel_appointed")
        issued(case, "minute_of_governing_body", "1", "chair")
        issued(case, "extract_constituting_panel", "1", "clerk")
        everybody = set(case.people)
        assert readers(case, "minute_of_governing_body") == everybody
        assert readers(case, "extract_constituting_panel") == everybody
