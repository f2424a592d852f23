"""The permission table of performance management, its page in docs/, and the law that it names."""

from pathlib import Path

import pytest

from governance import known
from governance.actions import ACTIONS
from governance.policies import TABLE
from governance.report import performance_management
from governance.rules import RULES
from law.appraisal import SCHEMES, Scheme

PAGE = Path(__file__).parents[2] / "docs" / "performance-management.md"


def test_the_page_in_docs_is_made_from_the_table() -> None:
    assert PAGE.read_text(encoding="utf-8") == performance_management()


def test_every_action_has_a_row_and_every_row_is_an_action_or_something_to_see() -> None:
    rows = {key for key in TABLE if not key.startswith("see_")}
    assert rows == set(ACTIONS) - {"open_cycle"}


def test_every_action_has_rules() -> None:
    assert set(ACTIONS) - {"open_cycle"} == set(RULES)


def test_every_provision_is_a_rule_of_some_scheme() -> None:
    rules = {rule.key for scheme in SCHEMES for rule in scheme.rules()}
    assert {row.provision for row in TABLE.values()} - {""} <= rules


@pytest.mark.parametrize("scheme", SCHEMES, ids=lambda s: f"{s.key} {s.version}")
def test_what_takes_the_place_of_an_unknown_step_is_said(scheme: Scheme) -> None:
    unknown = [known.unknown_step(scheme, action) for action in known.NEEDS]
    assert all(o.clears_by and o.key == "step_not_known" for o in unknown if o)
