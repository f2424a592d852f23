"""Which paper is kept in which file, and that the appointee's holds nothing of anybody else."""

from collections.abc import Iterator
from datetime import date

import pytest

from casework.documents.blocks import text_of
from casework.documents.registry import APPOINTEE_FILE, AUTHORITY_FILE, FILES, SELECTION_FILE
from recruitment.actions import appointment, turns
from recruitment.documents import FILING, KINDS
from recruitment.documents.contents import key_of
from recruitment.models import Candidate
from recruitment.stages import AgainFrom, CandidateState
from tests.recruitment.documents.filed import file_paper, fill
from tests.recruitment.headship import Headship, headship, on_day, person

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with on_day(date(2027, 2, 1)):
        yield


def held(case: Headship, file: str) -> list[str]:
    return [f"{d.kind} v{d.version}" for d in FILING.documents(case.position(), file)]


def listed(case: Headship, file: str) -> str:
    return "\n".join(text_of(KINDS[key_of(file)].compose(case.position(), "")))


def test_each_file_holds_what_its_reader_should_hold() -> None:
    case = headship("accepted")
    fill(case)
    assert held(case, SELECTION_FILE) == [
        "notice_of_vacancy v1", "notice_of_names v1", "reservations v1", "notice_of_approval v1",
        "authority_appointment v1", "letter_unsuccessful v1",
    ]  # fmt: skip
    assert held(case, APPOINTEE_FILE) == [
        "notice_of_approval v1", "authority_appointment v1", "conditional_offer v1",
        "conditional_offer v2",
    ]  # fmt: skip
    assert held(case, AUTHORITY_FILE) == [
        "notice_of_vacancy v1", "notice_of_names v1", "reservations v1", "notice_of_approval v1",
        "authority_appointment v1", "conditional_offer v1", "conditional_offer v2",
    ]  # fmt: skip


def test_the_list_says_what_was_taken_back_and_gives_no_reason() -> None:
    case = headship("accepted")
    fill(case)
    selection, appointee = listed(case, SELECTION_FILE), listed(case, APPOINTEE_FILE)
    assert f"Withdrawn on {case.day:%-d %B %Y}" in selection
    assert f"{case.day:%-d %B %Y} | Revoked" in appointee
    assert "budget" not in selection
    assert "salary" not in appointee


def test_a_draft_is_in_no_file_and_an_empty_file_has_no_list() -> None:
    case = headship("accepted")
    for file in FILES:
        assert held(case, file) == []
        assert KINDS[key_of(file)].subjects(case.position()) == []


def test_there_is_no_appointees_file_before_there_is_an_appointee() -> None:
    case = headship("approved")
    file_paper(case, "notice_of_approval")
    assert held(case, APPOINTEE_FILE) == []
    assert held(case, AUTHORITY_FILE) == ["notice_of_approval v1"]


def test_papers_of_an_earlier_choice_stay_out_of_the_file_of_a_later_one() -> None:
    case = headship("approved")
    file_paper(case, "notice_of_approval")
    appointment.refuse(
        case.vacancy, ground="qualifications", evidence="None", by=case.clerk, on=case.day
    )
    evening = case.meet("To consider how to go on")
    turns.repeat_steps(
        case.vacancy,
        meeting=evening,
        again_from=AgainFrom.SHORTLISTING,
        why="To look again",
        by=case.clerk,
        on=case.day,
    )
    case.shortlist().send_names().receive().after(8).interview().recommend("C2").approve()
    file_paper(case, "notice_of_approval", "R2")
    case.appoint()
    documents = FILING.documents(case.position(), APPOINTEE_FILE)
    assert [(d.kind, d.about) for d in documents] == [("notice_of_approval", "R2")]


@pytest.mark.parametrize("words", ["Ben Carr came second.", "Carr was close.", "C2 was close."])
def test_a_paper_into_which_somebody_wrote_of_a_rival_stays_out(words: str) -> None:
    case = headship("offered")
    file_paper(case, "conditional_offer", role="officer", also=words)
    assert held(case, APPOINTEE_FILE) == []
    assert held(case, AUTHORITY_FILE) == ["conditional_offer v1"]


def test_a_rival_who_shares_a_surname_with_the_appointee_or_a_governor_keeps_nothing_out() -> None:
    case = headship("offered", "Carr Lane Primary School")
    assert person("Joy Dean").full_name == "Joy Dean"
    Candidate.objects.filter(vacancy=case.vacancy, code="C2").update(name="Ben Brook")
    Candidate.objects.filter(vacancy=case.vacancy, code="C3").update(name="Cat Dean")
    file_paper(case, "conditional_offer", role="officer")
    assert held(case, APPOINTEE_FILE) == ["conditional_offer v1"]


def test_an_appointee_who_goes_again_takes_the_file_with_them() -> None:
    case = headship("offered")
    file_paper(case, "conditional_offer", role="officer")
    Candidate.objects.filter(vacancy=case.vacancy, code="C1").update(state=CandidateState.WITHDRAWN)
    assert held(case, APPOINTEE_FILE) == []
