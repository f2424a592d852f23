"""Each letter as it reads, as a Word file, and as the days go by."""

import re
from copy import copy
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from casework.documents.blocks import DATE, ON_ISSUE, Reference, digest, text_of
from casework.documents.word import render
from casework.documents.wording import wording
from recruitment.documents import KINDS, LETTERS
from recruitment.documents.letter import of_every_paper
from tests.casework.documents.checks import pages_of, problems, to_pdf
from tests.recruitment.documents import golden
from tests.recruitment.documents.steps import Papers

pytestmark = pytest.mark.django_db

each_letter = pytest.mark.parametrize("name", golden.names())


def test_every_letter_of_the_cases_is_kept_as_it_should_read(papers: Papers) -> None:
    if golden.WRITE:
        golden.write({name: read.paper for name, read in papers.items()})
        pytest.fail("The letters are written: read the difference, then run the tests again.")
    assert sorted(papers) == golden.names()


@each_letter
def test_a_letter_reads_as_it_should(name: str, papers: Papers) -> None:
    assert golden.written(papers[name].paper) == golden.kept(name)


@each_letter
def test_a_letter_has_no_errors_as_a_word_file(name: str, papers: Papers) -> None:
    assert problems(render(papers[name].paper)) == ([], [])


@each_letter
def test_a_letter_is_dated_by_its_issue_and_by_nothing_else(name: str, papers: Papers) -> None:
    paper = papers[name].paper
    dates = [
        value
        for block in paper.blocks
        if isinstance(block, Reference)
        for label, value in block.pairs
        if label == DATE
    ]
    assert (dates, paper.dated) == ([ON_ISSUE], None)


@each_letter
def test_no_letter_changes_because_a_day_has_passed(name: str, papers: Papers) -> None:
    read = papers[name]
    later = replace(read.position, on=read.position.on + timedelta(days=40))
    assert digest(KINDS[read.kind].compose(later, read.about)) == digest(read.paper)


@each_letter
def test_a_letter_carries_its_reference_its_title_and_whoever_signs_it(
    name: str, papers: Papers
) -> None:
    read, kind = papers[name], KINDS[papers[name].kind]
    paper, case = read.paper, read.position.case
    assert paper.reference.startswith(f"{case.reference}/{kind.number}")
    assert paper.title.startswith(kind.name)
    assert paper.title.endswith(case.school.name)
    said = text_of(paper)
    assert paper.author in ("\n".join(said) if LETTERS[read.kind].maker else said)


@each_letter
def test_no_title_names_a_candidate(name: str, papers: Papers) -> None:
    read = papers[name]
    assert [c.name for c in read.position.candidates if c.name in read.paper.title] == []


@pytest.mark.parametrize("kind", KINDS)
def test_the_wording_asks_for_what_is_known_and_for_all_of_it(kind: str, papers: Papers) -> None:
    read = next(read for read in papers.values() if read.kind == kind)
    letter = LETTERS[kind]
    facts = letter.facts(read.position, letter.row(read.position, read.about))
    assert wording(kind).fields() - set(of_every_paper(read.position)) == set(facts)


@pytest.mark.parametrize("kind", KINDS)
def test_every_paragraph_of_the_wording_is_read_in_some_letter(kind: str, papers: Papers) -> None:
    said = "\n".join(
        line for read in papers.values() if read.kind == kind for line in text_of(read.paper)
    )
    unread = [
        paragraph
        for section in wording(kind).sections.values()
        for paragraph in section
        if not re.search(pattern(paragraph), said, re.DOTALL)
    ]
    assert unread == []


@pytest.mark.parametrize("name", [n for n in golden.names() if n.startswith("reservations")])
def test_a_letter_of_reservations_is_signed_on_its_second_page(
    name: str, papers: Papers, tmp_path: Path
) -> None:
    paper = papers[name].paper
    (tmp_path / "paper.docx").write_bytes(render(paper))
    pages = pages_of(to_pdf(tmp_path / "paper.docx", tmp_path))
    assert len(pages) == 2
    assert "Yours sincerely" in pages[1]
    assert paper.author in pages[1]


def pattern(paragraph: str) -> str:
    """The paragraph with anything in the place of its fields."""
    return ".+?".join(map(re.escape, re.split(r"\{[a-z_]+\}", paragraph)))


def test_the_authoritys_letter_counts_no_defect_against_itself(papers: Papers) -> None:
    read = papers["representations"]
    (paper,) = read.position.representations
    unsigned = copy(paper)
    unsigned.signed, unsigned.addressed_to = False, "The chair"
    position = replace(read.position, representations=(unsigned,))
    assert KINDS[read.kind].compose(position, read.about) == read.paper


def test_an_agenda_and_an_acknowledgement_name_no_candidate(papers: Papers) -> None:
    for name in papers:
        if name.startswith(("agenda", "acknowledgement")):
            assert "Ada Brook" not in golden.written(papers[name].paper)


def test_an_adverse_letter_says_what_it_is_and_what_it_is_not(papers: Papers) -> None:
    late, before, after = (
        golden.written(papers[name].paper)
        for name in ("representations.late", "reservations", "reservations.after")
    )
    assert "This is advice. It is not a representation under regulation 15(4)" in late
    assert "represents to the selection panel" not in late
    assert "This is advice to the governing body" in before
    assert "not a representation under regulation 15(4)" in before
    assert "This is advice" not in after
    assert "This letter is not a representation under regulation 15(4)" in after


def test_the_notice_of_names_warns_that_its_period_rests_on_recall(papers: Papers) -> None:
    notice = golden.written(papers["notice_of_names"].paper)
    assert "Regulation 15(4): recalled, not read; check the regulation." in notice


APPLICANTS = {"All who ask for the candidate pack", "Whoever may wish to apply"}
HOW_SURE = re.compile(r"recalled|inferred|not read|not known|check the (source|regulation)")


@each_letter
def test_no_paper_tells_an_applicant_how_sure_we_are_of_the_law(name: str, papers: Papers) -> None:
    read = papers[name]
    kind = KINDS[read.kind]
    applicants = APPLICANTS | {c.name for c in read.position.candidates}
    if applicants & set(kind.to(read.position, read.about)):
        assert kind.to_applicants
    if kind.to_applicants:
        assert HOW_SURE.findall(golden.written(read.paper)) == []


@pytest.mark.parametrize("name", ["privacy_notice", "equality_form", "advertisement"])
def test_an_applicant_reads_which_law_and_the_clerk_how_sure_we_are(
    name: str, papers: Papers
) -> None:
    read = papers[name]
    rules = KINDS[read.kind].law(read.position, read.about)
    assert {rule.confidence.must_check for rule in rules} & {True}
    assert "Legal basis: " in golden.written(read.paper)


def test_thanks_are_the_last_word_of_the_equality_form(papers: Papers) -> None:
    assert text_of(papers["equality_form"].paper)[-1] == "Thank you."


def test_a_specification_claims_nothing_that_the_panel_has_not_decided(papers: Papers) -> None:
    decided, open_still = (
        golden.written(papers[name].paper)
        for name in ("person_specification", "person_specification.wales")
    )
    for said in (decided, open_still):
        assert "it is the panel's rule to recommend nobody who does not show it" in said
        assert "cannot be recommended" not in said
    assert "The panel decides on what scale" in open_still
    assert "The panel decides on what scale" not in decided


def test_of_a_number_that_is_not_known_an_applicant_reads_the_act_alone(papers: Papers) -> None:
    notice = golden.written(papers["privacy_notice"].paper)
    assert "Data (Use and Access) Act 2025." in notice


RIVALS = ("Ben Carr", "Cat Dunn")


OF_THE_FIELD = (
    "notice_of_names", "adviser_opinions", "shortlisting_record", "declaration_of_interests",
)  # fmt: skip


@pytest.mark.parametrize("name", [n for n in golden.names() if not n.startswith(OF_THE_FIELD)])
def test_a_letter_about_one_candidate_names_no_rival(name: str, papers: Papers) -> None:
    read = papers[name]
    about = {c.name for c in read.position.candidates if c.code == read.about.partition("-")[0]}
    named = {rival for rival in RIVALS if rival in golden.written(read.paper)}
    assert named <= about
