"""Every kind of paper under every body of law: composed, checked, and opened by LibreOffice."""

from collections.abc import Mapping
from datetime import date

import pytest
from django.db import transaction
from pytest_django.plugin import DjangoDbBlocker

from casework.documents.blocks import Paper, Signature, text_of
from casework.documents.word import render
from law.appointment import REGIMES, Regime, regime_for
from tests.casework.documents.checks import pages_of, problems, to_pdfs
from tests.recruitment.documents.whole import SCHOOLS, Written, known_to, whole
from tests.recruitment.headship import START, on_day

pytestmark = [pytest.mark.django_db, pytest.mark.long]

each_law = pytest.mark.parametrize("law", SCHOOLS)
# What an adviser writes, by invitation, comes from the authority in an academy too.
OFFICES = (
    "Adviser, Fictional Borough",
    "Adviser to the authority",
    "representing the authority",
    "Head of Governor Services\nFictional Borough",
)
OF_THE_ADVISER = {"adviser_opinions", "reservations", "acknowledgement_of_reservations"}


@pytest.fixture(scope="module")
def written(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Mapping[str, Written]:
    """The papers under each body of law, composed before the cases are taken back."""
    with django_db_blocker.unblock(), on_day(date(2027, 2, 1)), transaction.atomic():
        found = {law: whole(*school) for law, school in SCHOOLS.items()}
        transaction.set_rollback(True)
    return found


def said(paper: Paper) -> str:
    return "\n".join(text_of(paper))


def held(law: str) -> Regime:
    _, category, nation = SCHOOLS[law]
    return regime_for(category, nation, START)


def test_each_body_of_law_has_a_school() -> None:
    assert {held(law).key for law in SCHOOLS} == {regime.key for regime in REGIMES}
    assert [held(law).key for law in SCHOOLS] == list(SCHOOLS)


@each_law
def test_every_kind_that_the_law_knows_is_composed_and_no_other(
    law: str, written: Mapping[str, Written]
) -> None:
    assert set(written[law]) == known_to(held(law))


@each_law
def test_no_kind_has_an_error_as_a_word_file(law: str, written: Mapping[str, Written]) -> None:
    found = {kind: problems(render(paper)) for kind, paper in written[law].items()}
    assert {kind: each for kind, each in found.items() if each != ([], [])} == {}


def test_libreoffice_opens_every_kind_and_signs_under_some_text(
    written: Mapping[str, Written], tmp_path_factory: pytest.TempPathFactory
) -> None:
    files, pdfs = tmp_path_factory.mktemp("word"), tmp_path_factory.mktemp("pdf")
    papers = {f"{law}.{kind}": p for law, kinds in written.items() for kind, p in kinds.items()}
    for name, paper in papers.items():
        (files / f"{name}.docx").write_bytes(render(paper))
    made = to_pdfs(sorted(files.glob("*.docx")), pdfs)
    assert {pdf.stem for pdf in made} == set(papers)
    for pdf in made:
        pages = pages_of(pdf)
        assert all(page.strip() for page in pages), pdf.stem
        signed = [b.name for b in papers[pdf.stem].blocks if isinstance(b, Signature)]
        where = (signed[-1], pages[-1]) if signed else (papers[pdf.stem].author, pages[0])
        assert where[0] in where[1], pdf.stem
        assert not any(page.lstrip().startswith("Signed__") for page in pages), pdf.stem


@each_law
def test_no_paper_cites_the_law_of_the_other_nation(
    law: str, written: Mapping[str, Written]
) -> None:
    other = "(Wales)" if law.startswith("england") else "(England)"
    cited = {kind for kind, paper in written[law].items() if other in said(paper)}
    assert cited == set()


def test_no_paper_of_an_academy_gives_the_authority_a_part(
    written: Mapping[str, Written],
) -> None:
    papers = {k: said(p) for k, p in written["england-academy"].items() if k not in OF_THE_ADVISER}
    for office in OFFICES:
        papers = {kind: text.replace(office, "") for kind, text in papers.items()}
    named = {k for k, text in papers.items() if "Fictional Borough" in text}
    assert named | {k for k, text in papers.items() if "the authority " in text} == set()
