"""What a reader of the rules sees: no names of the code, and nothing that rules deny each other."""

import re
from datetime import date

import pytest

from law.appointment import REGIMES, Regime, regime_for
from law.appointment.local import LENGTHENED, LocalRule
from law.shown import shown

CODE_NAME = re.compile(r"\b[a-z]+_[a-z_]+\b")
BEGAN = {"SI 2009/2680": date(2009, 11, 2), "SI 2014/3283": date(2015, 1, 5)}
"""When instruments came into force that are cited."""


def every() -> list[object]:
    return [pytest.param(regime, id=f"{regime.key} {regime.since}") for regime in REGIMES]


@pytest.mark.parametrize("regime", every())
def test_no_rule_shows_a_name_of_the_code(regime: Regime) -> None:
    texts = [
        text for r in map(shown, regime.rules()) for text in (r.name, r.rule.says, r.rule.note)
    ]
    assert [text for text in texts if CODE_NAME.search(text)] == []


@pytest.mark.parametrize("regime", every())
def test_no_rule_is_older_than_the_instrument_it_cites(regime: Regime) -> None:
    for rule in regime.rules():
        for instrument, began in BEGAN.items():
            assert instrument not in rule.citation or rule.since >= began, rule.key


def test_a_school_that_is_its_own_employer_appoints_whom_it_identified() -> None:
    note = regime_for("voluntary_aided", "england", date(2026, 9, 1)).advertisement.note
    assert "regulation 27(7)" in note
    assert "authority" not in note


@pytest.mark.parametrize("key", LENGTHENED)
def test_an_authoritys_own_rule_is_named_as_its_own(key: str) -> None:
    regime = regime_for("community", "england", date(2026, 9, 1))
    longer = LocalRule(key, 20, "Standing order 3", date(2026, 1, 1)).added_to(regime)
    (own,) = map(shown, longer.local)
    assert own.name == f"{key.replace('_', ' ').capitalize()}: the authority's own"
