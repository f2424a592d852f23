"""Each paper as it reads, as a Word file, and as the days go by."""

import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from casework.documents.blocks import DATE, ON_ISSUE, Marking, Reference, digest, text_of
from casework.documents.word import render
from casework.documents.wording import wording
from governance.documents import KINDS, PAPERS
from governance.documents.letter import of_every_paper
from tests.casework.documents.checks import pages_of, problems, to_pdfs
from tests.governance.documents import golden
from tests.governance.documents.steps import Papers, Read

pytestmark = pytest.mark.django_db

each_paper = pytest.mark.parametrize("name", golden.names())
TO_ALL = {
    "assurance_to_governors": "For the governing body: no findings are given",
    "advice_on_system": "For the governing body: nothing of the head's own appraisal is in it",
}
NATIONS = {"(England)": "(Wales)", "(Wales)": "(England)"}


def said(read: Read) -> str:
    return "\n".join(text_of(read.paper))


def test_every_paper_of_the_cycles_is_kept_as_it_should_read(papers: Papers) -> None:
    if golden.WRITE:
        golden.write({name: read.paper for name, read in papers.items()})
        pytest.fail("The papers are written: read the difference, then run the tests again.")
    assert sorted(papers) == golden.names()


@each_paper
def test_a_paper_reads_as_it_should(name: str, papers: Papers) -> None:
    assert golden.written(papers[name].paper) == golden.kept(name)


@each_paper
def test_a_paper_has_no_errors_as_a_word_file(name: str, papers: Papers) -> None:
    assert problems(render(papers[name].paper)) == ([], [])


def test_libreoffice_opens_every_paper_and_signs_under_some_text(
    papers: Papers, tmp_path: Path
) -> None:
    for name, read in papers.items():
        (tmp_path / f"{name}.docx").write_bytes(render(read.paper))
    made = to_pdfs(sorted(tmp_path.glob("*.docx")), tmp_path)
    assert {pdf.stem for pdf in made} == set(papers)
    for pdf in made:
        pages = pages_of(pdf)
        assert all(page.strip() for page in pages), pdf.stem
        assert any(papers[pdf.stem].paper.author in page for page in pages), pdf.stem
        assert not any(page.lstrip().startswith("Signed__") for page in pages), pdf.stem


@each_paper
def test_a_paper_is_dated_by_its_issue_and_by_nothing_else(name: str, papers: Papers) -> None:
    paper = papers[name].paper
    pairs = [pair for block in paper.blocks if isinstance(block, Reference) for pair in block.pairs]
    assert [value for label, value in pairs if label == DATE] == [ON_ISSUE]
    assert paper.dated is None


@each_paper
def test_no_paper_changes_because_a_day_has_passed(name: str, papers: Papers) -> None:
    read = papers[name]
    later = replace(read.position, on=read.position.on + timedelta(days=40))
    assert digest(KINDS[read.kind].compose(later, read.about)) == digest(read.paper)


@each_paper
def test_a_paper_says_at_its_head_that_it_is_confidential(name: str, papers: Papers) -> None:
    marks = [block.text for block in papers[name].paper.blocks if isinstance(block, Marking)]
    assert marks[0] == TO_ALL.get(papers[name].kind, "Private and confidential")


@each_paper
def test_no_paper_cites_the_law_of_the_other_nation(name: str, papers: Papers) -> None:
    nation = "(Wales)" if papers[name].position.scheme.nation == "wales" else "(England)"
    assert NATIONS[nation] not in said(papers[name])


@each_paper
def test_a_paper_carries_its_reference_and_no_title_names_the_head(
    name: str, papers: Papers
) -> None:
    read, kind = papers[name], KINDS[papers[name].kind]
    paper, case = read.paper, read.position.case
    assert paper.reference.startswith(f"{case.reference}/{kind.number}")
    assert paper.title.startswith(kind.name)
    assert paper.title.endswith(case.school.name)
    assert case.head.full_name not in paper.title


@pytest.mark.parametrize("kind", KINDS)
def test_the_wording_asks_for_what_is_known_and_for_all_of_it(kind: str, papers: Papers) -> None:
    read = next(read for read in papers.values() if read.kind == kind)
    paper = PAPERS[kind]
    facts = paper.facts(read.position, paper.row(read.position, read.about))
    assert wording(kind).fields() - set(of_every_paper(read.position)) == set(facts)


@pytest.mark.parametrize("kind", KINDS)
def test_every_paragraph_of_the_wording_is_read_in_some_paper(kind: str, papers: Papers) -> None:
    text = "\n".join(said(read) for read in papers.values() if read.kind == kind)
    unread = [
        paragraph
        for section in wording(kind).sections.values()
        for paragraph in section
        if not re.search(_pattern(paragraph), text, re.DOTALL)
    ]
    assert unread == []


def _pattern(paragraph: str) -> str:
    """The paragraph with anything in the place of its fields."""
    return ".+?".join(map(re.escape, re.split(r"\{[a-z_]+\}", paragraph)))


# What single papers say, and do not


@pytest.mark.parametrize(
    "name", [n for n in golden.names() if n.startswith("assurance_to_governors")]
)
def test_the_assurance_names_nobody_but_whoever_signs_it(name: str, papers: Papers) -> None:
    read, p = papers[name], papers[name].position
    people = {p.head, *(a.person for a in p.appraisers), *(e.person for e in p.engagements)}
    people |= {m.user for m in p.memberships} | {o.user for o in p.offices}
    people -= {p.chair}
    assert len(people) > 5
    assert [each.full_name for each in people if each.full_name in said(read)] == []


@pytest.mark.parametrize(
    "name", [n for n in golden.names() if n.startswith("assurance_to_governors")]
)
def test_the_assurance_gives_no_finding(name: str, papers: Papers) -> None:
    read, p = papers[name], papers[name].position
    found = p.review
    assert found
    secrets = [found.overall, found.on_standards, found.needs, found.development]
    secrets += [text for o in p.objectives for text in (o.text, o.success, o.judgement_reasons)]
    secrets += [text for pay in p.pay_rows for text in (pay.recommended, pay.reasons)]
    assert [secret for secret in secrets if secret in said(read)] == []


@pytest.mark.parametrize("name", [n for n in golden.names() if n.startswith("pay_recommendation")])
def test_no_finding_of_the_report_goes_with_the_recommendation_on_pay(
    name: str, papers: Papers
) -> None:
    read, found = papers[name], papers[name].position.review
    assert found
    for secret in (found.overall, found.on_standards, found.needs, found.development):
        assert secret not in said(read)


def test_in_an_academy_the_law_is_said_not_to_bind(papers: Papers) -> None:
    academy = {n: said(r) for n, r in papers.items() if n.endswith(".academy")}
    assert [n for n, text in academy.items() if "Legal basis" in text] == []
    by_choice = {n for n, text in academy.items() if "it does not bind an academy" in text}
    assert set(academy) - by_choice == {"mid_year_note.academy", "assurance_to_governors.academy"}


def test_the_advice_says_that_the_decision_is_the_governors(papers: Papers) -> None:
    for name, read in papers.items():
        if read.kind.startswith("advice_on"):
            assert "This is advice: the decision is the governors'." in said(read), name


def test_the_last_days_of_the_statement_are_given_once_it_is_given(papers: Papers) -> None:
    before, given = said(papers["appraisal_statement"]), said(papers["appraisal_statement.given"])
    assert "10 school days after the day of receipt of the statement" in before
    assert "15 October 2026" not in before
    assert given.count("until 15 October 2026") == 2


def test_the_notice_of_the_review_counts_its_days(papers: Papers) -> None:
    text = said(papers["notice_of_review"])
    assert "Your record in by: Sunday 20 September 2026" in text
    assert "the first lawful day for the review is Tuesday 22 September 2026" in text


def test_what_is_recalled_or_inferred_says_so(papers: Papers) -> None:
    assert "recalled, not read; check the regulation" in said(papers["appraisal_report"])
    assert "inferred, not read; check the regulation" in said(papers["notice_of_review"]).lower()
    assert "recalled, not read; check the regulation" in said(papers["acknowledgement_of_appeal"])
