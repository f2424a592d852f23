"""The papers of an academy: none speaks of what the law of an academy does not have."""

from collections.abc import Iterator
from datetime import date

import pytest

from casework.documents.blocks import text_of
from casework.documents.registry import APPOINTEE_FILE, AUTHORITY_FILE, SELECTION_FILE
from recruitment.actions import advice
from recruitment.documents import FILING, KINDS
from recruitment.models import Opinion, Vacancy
from schools.models.choices import Category
from tests.recruitment.documents.filed import file_paper
from tests.recruitment.documents.steps import advise_panel, meet_panel
from tests.recruitment.headship import Headship, headship, on_day, person

pytestmark = pytest.mark.django_db

PAPERS = (
    "resignation_acknowledgement", "agenda_of_first_meeting", "minute_of_governing_body",
    "letter_unsuccessful", "note_of_advice", "adviser_opinions", "checks_record",
    "extract_constituting_panel", "minute_of_panel", "contents_of_selection_file",
    "contents_of_appointee_file",
)  # fmt: skip


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with on_day(date(2027, 3, 1)):
        yield


def academy() -> Headship:
    """An academy whose headship came as far as the checks, with advice and papers on file."""
    case = headship("interviewed", category=Category.ACADEMY)
    Vacancy.objects.filter(pk=case.vacancy.pk).update(
        outgoing_head=person("Mona Frith"), notice_received_on=date(2026, 8, 31)
    )
    advise_panel(case)
    advice.record_opinion(
        case.vacancy,
        candidate=case.candidate("C1"),
        verdict=Opinion.Verdict.SUITABLE,
        by=case.actor("adviser"),
        on=case.day,
    )
    meet_panel(case)
    for each in case.position().unconsidered_advice:
        advice.consider_advice(
            case.vacancy, advice=each, minute="Heard", by=case.clerk, on=case.day
        )
    case.recommend().approve().appoint().offer().accept().check()
    file_paper(case, "extract_constituting_panel", "1")
    file_paper(case, "conditional_offer", role="clerk")
    return case


def said(case: Headship, key: str) -> list[str]:
    position = case.position()
    papers = (KINDS[key].compose(position, s.about) for s in KINDS[key].subjects(position))
    return ["\n".join((paper.title, *text_of(paper))) for paper in papers]


def test_the_papers_of_an_academy_know_no_representations_and_no_part_of_the_authority() -> None:
    case = academy()
    for key in PAPERS:
        papers = said(case, key)
        assert papers, key
        for text in papers:
            assert "representation" not in text.lower(), key
            assert "(SI 2009/2680)" not in text, key
    for key in ("receipt_of_names", "no_representations", "contents_of_authority_file"):
        assert said(case, key) == []


def test_an_academy_keeps_no_file_of_the_authority() -> None:
    case = academy()
    held = {
        file: [d.kind for d in FILING.documents(case.position(), file)]
        for file in (SELECTION_FILE, APPOINTEE_FILE, AUTHORITY_FILE)
    }
    assert held == {
        SELECTION_FILE: ["extract_constituting_panel"],
        APPOINTEE_FILE: ["conditional_offer"],
        AUTHORITY_FILE: [],
    }


def test_the_minute_says_who_approves_as_the_law_of_the_school_has_it() -> None:
    maintained = headship("panel_appointed", "Weir Lane Primary School")
    trust = headship("panel_appointed", category=Category.ACADEMY)
    assert "Only the full governing body, in a meeting, can approve" in _minute(maintained)
    assert "the body that the scheme of delegation names" in _minute(trust)
    assert "gives Fictional Borough, in writing, the names" in _minute(maintained)
    assert "Fictional Borough" not in _minute(trust)


def _minute(case: Headship) -> str:
    return said(case, "minute_of_governing_body")[0]
