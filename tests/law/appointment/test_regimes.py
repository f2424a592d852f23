"""Which edition of which rules applies on a day, and what holds of every rule in every edition."""

import re
from dataclasses import fields
from datetime import date

import pytest

from law.appointment import REGIMES, Regime, regime_for
from law.appointment.regime import NamesLaw
from law.base import Confidence, NoRegime, Rule, Strength

SOURCE = re.compile(
    r"regulations? \d|sections? \d|paragraph \d|Part three|Burgundy Book|\(number not known\)"
    r"|Keeping learners safe|The trust's articles|^Practice of|Safeguarding Vulnerable Groups Act"
    r"|instrument of government|Pay and Conditions|^Good practice"
)

every_edition = pytest.mark.parametrize(
    "regime", REGIMES, ids=lambda each: f"{each.key} {each.version}"
)


@every_edition
def test_every_rule_has_a_sentence_a_citation_a_strength_a_confidence_and_a_date(
    regime: Regime,
) -> None:
    for rule in regime.rules():
        assert re.fullmatch(r"[A-Z].*\.", rule.says), rule.key
        assert rule.citation, rule.key
        assert rule.strength in Strength, rule.key
        assert rule.confidence in Confidence, rule.key
        assert rule.since <= regime.since, rule.key


@every_edition
def test_every_citation_names_an_instrument_or_says_that_the_rule_is_ours(regime: Regime) -> None:
    for rule in regime.rules():
        house = rule.strength is Strength.HOUSE
        ours = house and rule.citation.startswith("House rule of Headship")
        assert ours or SOURCE.search(rule.citation), rule.key


@every_edition
def test_a_note_is_empty_or_sentences(regime: Regime) -> None:
    for rule in regime.rules():
        assert rule.note == "" or re.fullmatch(r"[A-Z].*\.", rule.note), rule.key


@every_edition
def test_no_figure_is_without_a_provision(regime: Regime) -> None:
    figures = [rule for rule in regime.rules() if rule.is_figure]
    named = {rule.key for rule in figures} - {"panel_maximum"}
    assert named == {
        "panel_minimum",
        "panel_acts_with",
        "trained_member",
        "shortlisters",
        *(["representations"] if regime.names else []),
        "meeting_notice",
        "quorum",
        *(["pay_limit"] if regime.pay_limit else []),
    }
    assert all(SOURCE.search(rule.citation) for rule in figures)


@every_edition
def test_the_keys_of_an_edition_are_unique(regime: Regime) -> None:
    keys = [rule.key for rule in regime.rules()]
    assert len(keys) == len(set(keys))


@every_edition
def test_a_rule_is_called_what_its_field_is_called(regime: Regime) -> None:
    tables: list[Regime | NamesLaw] = [regime, *([regime.names] if regime.names else [])]
    named = {field.name: getattr(t, field.name) for t in tables for field in fields(t)}
    rules = {name: rule for name, rule in named.items() if isinstance(rule, Rule)}
    assert {name: rule.key for name, rule in rules.items()} == {name: name for name in rules}
    assert [rule.key for rule in regime.checks] == [
        f"check_{rule.value.key}" for rule in regime.checks
    ]


@every_edition
def test_every_rule_of_an_edition_is_listed_once_and_the_checks_last(regime: Regime) -> None:
    listed = list(regime.rules())
    assert tuple(listed[-len(regime.checks) :]) == regime.checks
    tables: list[Regime | NamesLaw] = [regime, *([regime.names] if regime.names else [])]
    assert len(listed) == len(regime.checks) + sum(
        isinstance(getattr(table, field.name), Rule) for table in tables for field in fields(table)
    )


def test_no_two_editions_of_a_regime_begin_on_one_day() -> None:
    editions = [(regime.key, regime.version) for regime in REGIMES]
    assert len(editions) == len(set(editions))


@pytest.mark.parametrize(
    "category", ["community", "voluntary_controlled", "community_special", "nursery"]
)
@pytest.mark.parametrize(
    ("on", "version"),
    [
        (date(2018, 9, 1), "2018-09-01"),
        (date(2021, 8, 31), "2018-09-01"),
        (date(2021, 9, 1), "2021-09-01"),
        (date(2024, 2, 29), "2022-09-01"),
        (date(2025, 8, 31), "2022-09-01"),
        (date(2025, 9, 1), "2025-09-01"),
        (date(2026, 8, 31), "2025-09-01"),
        (date(2026, 9, 1), "2026-09-01"),
        (date(2031, 1, 1), "2026-09-01"),
    ],
)
def test_the_law_at_the_date_of_the_step_applies(category: str, on: date, version: str) -> None:
    regime = regime_for(category, "england", on)
    assert (regime.key, regime.version) == ("england-community", version)


def test_a_day_before_the_first_edition_is_refused_with_the_day_it_begins() -> None:
    with pytest.raises(NoRegime) as refusal:
        regime_for("community", "england", date(2018, 8, 31))
    assert str(refusal.value) == (
        "Community, voluntary controlled, community special and nursery schools in England: "
        "Headship holds their rules from Saturday 1 September 2018, and none for an earlier day."
    )


@pytest.mark.parametrize(
    ("category", "nation", "key"),
    [
        ("voluntary_aided", "england", "england-foundation"),
        ("foundation", "england", "england-foundation"),
        ("foundation_special", "england", "england-foundation"),
        ("academy", "england", "england-academy"),
        ("free_school", "england", "england-academy"),
        ("studio_school", "england", "england-academy"),
        ("university_technical_college", "england", "england-academy"),
        ("city_technology_college", "england", "england-academy"),
        ("pupil_referral_unit", "england", "england-unit"),
        ("community", "wales", "wales-community"),
        ("voluntary_controlled", "wales", "wales-community"),
        ("community_special", "wales", "wales-community"),
        ("nursery", "wales", "wales-community"),
        ("voluntary_aided", "wales", "wales-foundation"),
        ("foundation", "wales", "wales-foundation"),
        ("foundation_special", "wales", "wales-foundation"),
    ],
)
def test_every_category_of_both_nations_has_its_regime(
    category: str, nation: str, key: str
) -> None:
    assert regime_for(category, nation, date(2026, 10, 1)).key == key


def test_of_a_unit_in_wales_it_is_said_who_decides_instead() -> None:
    with pytest.raises(NoRegime) as refusal:
        regime_for("pupil_referral_unit", "wales", date(2026, 10, 1))
    assert "the local authority, which staffs the unit itself" in str(refusal.value)


@pytest.mark.parametrize(("category", "nation"), [("independent", "england"), ("academy", "wales")])
def test_a_school_of_an_unknown_kind_is_refused(category: str, nation: str) -> None:
    with pytest.raises(NoRegime) as refusal:
        regime_for(category, nation, date(2026, 10, 1))
    assert str(refusal.value) == (
        f"Headship does not know whose rules apply to such a school: {category} ({nation})."
    )
