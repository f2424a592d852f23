"""What several papers tell an applicant is the same in each, and so."""

import pytest

from law.applicants import RETENTION
from recruitment.documents import KINDS
from tests.recruitment.documents import golden
from tests.recruitment.documents.steps import Papers

pytestmark = pytest.mark.django_db

TELL_HOW_LONG = (
    "advertisement", "privacy_notice", "letter_not_shortlisted", "letter_unsuccessful",
    "offer_declined",
)  # fmt: skip
CONVICTIONS = "convictions and cautions that are not protected"
TELL_OF_CONVICTIONS = ("advertisement", "privacy_notice", "invitation_to_interview")


def said_in(papers: Papers, kind: str) -> dict[str, str]:
    found = {n: golden.written(r.paper) for n, r in papers.items() if r.kind == kind}
    assert found
    return found


@pytest.mark.parametrize("kind", TELL_HOW_LONG)
def test_how_long_papers_are_kept_is_one_rule_of_the_law(kind: str, papers: Papers) -> None:
    for name, said in said_in(papers, kind).items():
        assert str(RETENTION.value) in said, name


def test_no_letter_to_a_candidate_has_another_time_for_it(papers: Papers) -> None:
    for name, read in papers.items():
        if KINDS[read.kind].to_applicants:
            assert "no longer needed" not in golden.written(read.paper), name


@pytest.mark.parametrize("kind", TELL_OF_CONVICTIONS)
def test_what_is_asked_of_convictions_is_told_in_england_and_in_wales(
    kind: str, papers: Papers
) -> None:
    for name, said in said_in(papers, kind).items():
        assert CONVICTIONS in said, name


def test_the_notice_says_what_is_so_of_interests_and_of_the_officer(papers: Papers) -> None:
    for said in said_in(papers, "privacy_notice").values():
        assert "Unless it is noted as making no difference" in said
        assert "it is our own rule" in said
        assert "data protection officer" in said
