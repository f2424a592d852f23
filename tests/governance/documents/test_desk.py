"""Who draws up which paper of a cycle, and who reads it when."""

from datetime import date

import pytest

from casework.action import roles_now
from governance.actions import papers
from governance.desk import Desk
from governance.documents import KINDS
from governance.models import Appeal, Pay, Point
from tests.governance.cycle import Year, refusal, year
from tests.governance.documents import words
from tests.governance.documents.cases import appealed
from tests.governance.documents.steps import (
    advise,
    appeal_and_name,
    decide_appeal,
    decide_pay,
    recommend,
)
from tests.recruitment.headship import on_day

pytestmark = pytest.mark.django_db


def desk(made: Year, role: str) -> Desk:
    """Return the desk of whoever has the role."""
    position, user = made.position(), made.people[role]
    return Desk(position, user, roles_now(position.case, position, user))


def reads(made: Year, role: str) -> set[str]:
    """Return the kinds of the papers that somebody reads."""
    return {document.kind for document in desk(made, role).documents}


def drafts(made: Year, role: str) -> set[str]:
    """Return the kinds that somebody is offered to draft."""
    mine = desk(made, role)
    offered = (k for k in KINDS.values() if mine.may_open(k) and mine.works_on(k))
    return {kind.key for kind in offered if kind.subjects(mine.position)}


def draft(made: Year, kind: str, role: str) -> None:
    papers.draft_document(made.cycle, kind=kind, by=made.actor(role), on=made.day)


def issue(made: Year, kind: str, role: str) -> None:
    draft(made, kind, role)
    for step in (papers.approve_document, papers.issue_document):
        document = made.cycle.documents.filter(kind=kind).latest("pk")
        step(made.cycle, document=document, by=made.actor(role), on=made.day)


def test_the_report_is_written_before_the_head_can_read_it() -> None:
    made = year("reviewed")
    assert "appraisal_report" in drafts(made, "first")
    draft(made, "appraisal_report", "first")
    assert reads(made, "first") == {"appraisal_report"}
    assert reads(made, "head") == reads(made, "chair") == reads(made, "adviser") == set()
    issue(made, "appraisal_report", "first")
    assert reads(made, "head") == set()
    made.after(3).report()
    assert reads(made, "head") == {"appraisal_report"}


def test_the_advice_is_for_those_who_appraise() -> None:
    made = year("appointed")
    advise(made, Point.OBJECTIVES, fully=False)
    issue(made, "advice_on_objectives", "adviser")
    assert reads(made, "first") == reads(made, "adviser") == {"advice_on_objectives"}
    assert reads(made, "head") == reads(made, "clerk") == reads(made, "chair") == set()


def test_the_clerk_draws_up_no_letter_on_pay() -> None:
    with on_day(date(2027, 2, 1)):
        made = year("given")
        recommend(made)
        decide_pay(made, Pay.Outcome.AS_RECOMMENDED, "L21", "The report bears it out.")
        assert "letter_on_pay" in drafts(made, "chair")
        assert "letter_on_pay" not in drafts(made, "clerk")


@pytest.mark.parametrize("role", ["clerk", "chair", "head", "adviser"])
def test_nobody_but_an_appraiser_draws_up_the_statement_of_objectives(role: str) -> None:
    made = year("set")
    assert refusal(lambda: draft(made, "statement_of_objectives", role)) == ("not_your_paper",)
    draft(made, "statement_of_objectives", "second")


def test_a_decision_on_an_appeal_is_read_though_another_review_is_to_come() -> None:
    made = appealed("Ysgol Sant Dychmygol")
    appeal_and_name(made.after(6))
    decide_appeal(made, Appeal.Outcome.UPHELD, words.REASONS)
    issue(made, "decision_on_appeal", "clerk")
    assert reads(made, "head") == reads(made, "first") == {"decision_on_appeal"}
    assert reads(made, "diocesan") == {"decision_on_appeal"}


def test_a_draft_goes_stale_when_an_objective_changes() -> None:
    made = year("set")
    draft(made, "statement_of_objectives", "first")
    made.write()
    document = made.cycle.documents.get()
    assert document.stale_since is not None
