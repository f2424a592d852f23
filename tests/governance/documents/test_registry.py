"""The registry of papers: nothing forgotten, each signed and read by those whose it is."""

from pathlib import Path

import pytest

from casework.documents.registry import Kind
from governance.documents import IN_ORDER, KINDS
from governance.models.cycle import ROLES
from governance.policies import TABLE
from governance.position import Position
from schools.models.choices import Category
from tests.governance.documents import golden
from tests.governance.documents.steps import Papers

WORDING = Path(__file__).parents[3] / "templates" / "letters"
PHASES = ("people", "objectives", "year", "review", "pay", "appeal")
each_kind = pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)

OF_ENGLAND = {
    "engagement_of_adviser", "advice_on_objectives", "advice_on_system", "advice_on_review",
    "appraisal_report", "pay_recommendation", "letter_on_pay",
}  # fmt: skip
OF_WALES = {
    "notice_of_review", "appraisal_statement", "acknowledgement_of_appeal",
    "notice_to_appeals_officers", "decision_on_appeal",
}  # fmt: skip


@pytest.mark.parametrize("key", KINDS)
def test_no_part_of_a_paper_was_forgotten(key: str) -> None:
    assert (WORDING / f"{key}.en.txt").is_file()
    assert key in golden.names()


def test_no_paper_is_registered_twice() -> None:
    assert len(KINDS) == len(IN_ORDER)
    numbers = [kind.number for kind in KINDS.values()]
    assert sorted(set(numbers)) == sorted(numbers)


@each_kind
def test_whoever_approves_a_paper_may_read_it_and_approve_it(kind: Kind[Position]) -> None:
    assert kind.phase in PHASES
    for role in kind.approvers:
        assert role in ROLES
        assert role in TABLE[kind.seen_with].roles
        assert role in TABLE["approve_document"].roles


def kinds_of(papers: Papers, nation: str, *, academy: bool = False) -> set[str]:
    """Return the kinds that the cycles of schools of one sort gave."""
    found = set()
    for each in papers.values():
        school = each.position.school
        if school.nation == nation and (school.category == Category.ACADEMY) == academy:
            found.add(each.kind)
    return found


@pytest.mark.django_db
def test_each_nation_has_the_papers_of_its_law_and_no_other(papers: Papers) -> None:
    both = set(KINDS) - OF_ENGLAND - OF_WALES
    assert kinds_of(papers, "england") == OF_ENGLAND | both
    assert kinds_of(papers, "england", academy=True) == OF_ENGLAND | both - {"outcome_of_objection"}
    assert kinds_of(papers, "wales") == OF_WALES | both


@pytest.mark.django_db
def test_a_cycle_offers_the_papers_that_it_has_something_to_say_for(papers: Papers) -> None:
    def offered(name: str) -> set[str]:
        return {key for key, kind in KINDS.items() if kind.subjects(papers[name].position)}

    assert offered("engagement_of_adviser") == {"engagement_of_adviser"}
    assert offered("appraisal_report") == OF_ENGLAND - {"letter_on_pay"} | {
        "notice_of_standards", "statement_of_objectives", "mid_year_note",
    }  # fmt: skip
    gone = {"appraisal_statement", "notice_of_review"}
    left = OF_WALES - gone | {"statement_of_objectives"}
    assert offered("decision_on_appeal.upheld") == left


@pytest.mark.django_db
def test_no_cycle_offers_a_paper_of_the_other_nation(papers: Papers) -> None:
    for name, each in papers.items():
        foreign = OF_ENGLAND if each.position.scheme.nation == "wales" else OF_WALES
        found = {key for key in foreign if KINDS[key].subjects(each.position)}
        assert found == set(), name
