"""Which edition of which rules applies on a day, and what holds of every rule in every edition."""

import re
from dataclasses import fields
from datetime import date

import pytest

from law.appointment import REGIMES, NoRegime, Regime, regime_for
from law.base import Confidence, Rule, Strength

RULES = [
    pytest.param(regime, rule, id=f"{regime.key} {regime.version} {rule.key}")
    for regime in REGIMES
    for rule in regime.rules()
]
SOURCE = re.compile(r"regulations? \d|section \d|Part three|Burgundy Book")

every_rule = pytest.mark.parametrize(("regime", "rule"), RULES)
every_edition = pytest.mark.parametrize("regime", REGIMES, ids=lambda each: each.version)


@every_rule
def test_every_rule_has_a_sentence_a_citation_a_strength_a_confidence_and_a_date(
    regime: Regime, rule: Rule[object]
) -> None:
    assert re.fullmatch(r"[A-Z].*\.", rule.says)
    assert rule.citation
    assert rule.strength in Strength
    assert rule.confidence in Confidence
    assert rule.since <= regime.since


@every_rule
def test_every_citation_names_an_instrument_or_says_that_the_rule_is_ours(
    regime: Regime, rule: Rule[object]
) -> None:
    ours = rule.strength is Strength.HOUSE and rule.citation.startswith("House rule of Headship")
    assert ours or SOURCE.search(rule.citation), regime.version


@every_rule
def test_a_note_is_empty_or_sentences(regime: Regime, rule: Rule[object]) -> None:
    assert rule.note == "" or re.fullmatch(r"[A-Z].*\.", rule.note), regime.version


@every_edition
def test_no_figure_is_without_a_provision(regime: Regime) -> None:
    figures = [rule for rule in regime.rules() if rule.is_figure]
    assert {rule.key for rule in figures} == {
        "panel_minimum",
        "panel_acts_with",
        "trained_member",
        "shortlisters",
        "representations",
        "meeting_notice",
        "quorum",
    }
    assert all(SOURCE.search(rule.citation) for rule in figures)


@every_edition
def test_the_keys_of_an_edition_are_unique(regime: Regime) -> None:
    keys = [rule.key for rule in regime.rules()]
    assert len(keys) == len(set(keys))


@every_edition
def test_a_rule_is_called_what_its_field_is_called(regime: Regime) -> None:
    named = {field.name: getattr(regime, field.name) for field in fields(regime)}
    rules = {name: rule for name, rule in named.items() if isinstance(rule, Rule)}
    assert {name: rule.key for name, rule in rules.items()} == {name: name for name in rules}
    assert [rule.key for rule in regime.checks] == [
        f"check_{rule.value.key}" for rule in regime.checks
    ]


@every_edition
def test_every_rule_of_an_edition_is_listed_once_and_the_checks_last(regime: Regime) -> None:
    listed = list(regime.rules())
    assert tuple(listed[-len(regime.checks) :]) == regime.checks
    assert len(listed) == len(regime.checks) + sum(
        isinstance(getattr(regime, field.name), Rule) for field in fields(regime)
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
    ("category", "nation", "whose"),
    [
        ("voluntary_aided", "england", "Part 3 of the School Staffing (England) Regulations 2009"),
        ("foundation", "england", "Part 3 of the School Staffing (England) Regulations 2009"),
        (
            "foundation_special",
            "england",
            "Part 3 of the School Staffing (England) Regulations 2009",
        ),
        ("academy", "england", "the trust's own articles"),
        ("free_school", "england", "the trust's own articles"),
        ("studio_school", "england", "the trust's own articles"),
        ("university_technical_college", "england", "the trust's own articles"),
        ("city_technology_college", "england", "the trust's own articles"),
        ("pupil_referral_unit", "england", "as modified for a management committee"),
        ("community", "wales", "Part 2 of the Staffing of Maintained Schools (Wales)"),
        ("voluntary_controlled", "wales", "Part 2 of the Staffing of Maintained Schools (Wales)"),
        ("voluntary_aided", "wales", "Part 3 of the Staffing of Maintained Schools (Wales)"),
        ("pupil_referral_unit", "wales", "the authority's own arrangements"),
    ],
)
def test_a_school_whose_rules_are_not_held_is_refused_naming_them(
    category: str, nation: str, whose: str
) -> None:
    with pytest.raises(NoRegime) as refusal:
        regime_for(category, nation, date(2026, 10, 1))
    sentence = str(refusal.value)
    assert whose in sentence
    assert category.replace("_", " ") in sentence
    assert sentence.endswith("Headship does not hold those rules yet.")


@pytest.mark.parametrize(("category", "nation"), [("independent", "england"), ("academy", "wales")])
def test_a_school_of_an_unknown_kind_is_refused(category: str, nation: str) -> None:
    with pytest.raises(NoRegime) as refusal:
        regime_for(category, nation, date(2026, 10, 1))
    assert str(refusal.value) == (
        f"Headship does not know whose rules apply to such a school: {category} ({nation})."
    )
