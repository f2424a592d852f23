"""The registry of documents: that nothing was forgotten, and that no file holds too much."""

from copy import copy
from dataclasses import replace
from pathlib import Path

import pytest

from casework.documents.blocks import text_of
from casework.documents.registry import APPOINTEE_FILE, FILES, Kind
from governance.documents import KINDS as OF_A_CYCLE
from recruitment.documents import KINDS
from recruitment.documents.report import documents
from recruitment.models.vacancy import ROLES
from recruitment.pages.task_list import PHASES
from recruitment.policies import TABLE
from recruitment.position import Position
from tests.recruitment.documents import golden
from tests.recruitment.documents.steps import Papers

PACK = {
    "advertisement", "letter_of_the_chair", "job_description", "person_specification",
    "equality_form", "privacy_notice",
}  # fmt: skip
ROOT = Path(__file__).parents[3]
WORDING = ROOT / "templates" / "letters"
PAGE = ROOT / "docs" / "documents.md"


def keys() -> list[str]:
    """Every key of a letter that anything at all is called by."""
    worded = {path.name.partition(".")[0] for path in WORDING.glob("*.txt")} - set(OF_A_CYCLE)
    return sorted({*KINDS, *worded, *(name.partition(".")[0] for name in golden.names())})


def forgotten(key: str) -> list[str]:
    """What was not done for a letter."""
    there = {
        "its row in the registry": key in KINDS,
        "its wording in templates/letters": (WORDING / f"{key}.en.txt").is_file(),
        "how it should read in tests/letters": key in golden.names(),
        "its row in docs/documents.md": f"| `{key}` |" in PAGE.read_text(encoding="utf-8"),
    }
    return [part for part, is_there in there.items() if not is_there]


@pytest.mark.parametrize("key", keys())
def test_no_part_of_a_letter_was_forgotten(key: str) -> None:
    assert forgotten(key) == []


def test_what_was_forgotten_is_named() -> None:
    assert forgotten("letter_of_condolence") == [
        "its row in the registry",
        "its wording in templates/letters",
        "how it should read in tests/letters",
        "its row in docs/documents.md",
    ]


def test_the_page_in_docs_is_the_report() -> None:
    assert PAGE.read_text(encoding="utf-8") == documents()


def test_the_documents_are_those_of_the_first_headship() -> None:
    assert [kind.number for kind in KINDS.values()] == [
        "1", "2", "3a", "3b", "4", "4a", "5", "6a", "6b", "6c", "7a", "7b", "8", "8a", "8b", "9",
        "10", "11", "12", "17", "18", "19", "20", "21", "22", "23", "24",
        "25a", "25b", "26", "27a", "27b", "28", "29", "30", "31", "32a", "32b", "33", "34a", "34b1",
        "34b2", "34b3", "34c1", "34c2", "34c3", "34d1", "34d2", "34e", "34f",
        "34e2", "34e3", "34e4", "34.1", "34.2", "34.3",
    ]  # fmt: skip


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_whoever_approves_a_letter_may_read_it_and_approve_it(kind: Kind[Position]) -> None:
    for role in kind.approvers:
        assert role in ROLES
        assert role in TABLE[kind.seen_with].roles
        assert role in TABLE["approve_document"].roles
        assert role in TABLE["issue_document"].roles


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_a_letter_is_of_a_phase_and_is_kept_in_files_that_there_are(kind: Kind[Position]) -> None:
    assert kind.phase in PHASES
    assert kind.files
    assert kind.files <= set(FILES)


def test_the_appointees_file_holds_six_papers_and_their_list() -> None:
    assert {key for key, kind in KINDS.items() if APPOINTEE_FILE in kind.files} == {
        "contents_of_appointee_file",
        "notice_of_approval",
        "authority_appointment",
        "conditional_offer",
        "checks_record",
        "confirmation_of_appointment",
        "risk_assessment",
    }


@pytest.mark.django_db
def test_nothing_in_the_appointees_file_speaks_of_doubts_or_of_rivals(papers: Papers) -> None:
    kept = [n for n, read in papers.items() if APPOINTEE_FILE in KINDS[read.kind].files]
    for name in kept:
        said = golden.written(papers[name].paper).lower()
        for word in ("reservation", "representation", "advice", "ben carr", "cat dunn", "against"):
            assert word not in said


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        (
            "notice_of_names.shortlist",
            {
                "notice_of_vacancy", "agenda_of_first_meeting", "minute_of_governing_body",
                "extract_constituting_panel", "notice_of_names", "invitation_to_interview", *PACK,
                "declaration_of_interests", "declaration_form", "shortlisting_record",
            },
        ),
        (
            "authority_refusal",
            {
                "resignation_acknowledgement", "notice_of_vacancy", "agenda_of_first_meeting",
                "minute_of_governing_body", "extract_constituting_panel", "notice_of_names",
                "panel_report", "letter_unsuccessful",
                "declaration_of_interests", "declaration_form", "shortlisting_record",
                "agenda_of_approving_meeting", "minute_of_approving_meeting",
                "notice_of_approval", "authority_refusal", *PACK,
            },
        ),
    ],
)  # fmt: skip
def test_a_case_offers_the_letters_that_it_has_something_to_say_for(
    name: str, kinds: set[str], papers: Papers
) -> None:
    position = papers[name].position
    assert {key for key, kind in KINDS.items() if kind.subjects(position)} == kinds


@pytest.mark.django_db
def test_there_is_a_letter_for_each_paper_and_each_meeting(papers: Papers) -> None:
    position = papers["confirmation_of_appointment"].position
    offered = {
        key: [subject.about for subject in KINDS[key].subjects(position)]
        for key in ("representations", "reservations", "minute_of_approving_meeting")
    }
    assert offered == {
        "representations": ["C1"],
        "reservations": ["C1", "C1-2"],
        "minute_of_approving_meeting": ["3"],
    }


@pytest.mark.django_db
def test_a_paper_of_a_later_round_is_told_from_that_of_the_first(papers: Papers) -> None:
    position = papers["notice_of_names.shortlist"].position
    again = copy(position.case)
    again.round = 2
    kind, later = KINDS["notice_of_names"], replace(position, case=again)
    assert [s.label for s in kind.subjects(later)] == ["Notice of shortlisted names (round 2)"]
    assert kind.compose(later, "R2").title.startswith("Notice of shortlisted names (round 2), ")


@pytest.mark.django_db
def test_no_choice_of_a_letter_names_a_candidate(papers: Papers) -> None:
    for read in papers.values():
        for subject in KINDS[read.kind].subjects(read.position):
            assert [c for c in read.position.candidates if c.name in subject.label] == []


def test_each_paper_says_which_candidates_it_names(papers: Papers) -> None:
    for name, read in papers.items():
        text, position = text_of(read.paper), read.position
        said = {c.code for c in position.candidates if c.name in text}
        assert said <= set(KINDS[read.kind].names(position, read.about)), name
