"""Which rules of appraisal apply on a day, and what holds of every rule in every scheme."""

import re
from dataclasses import fields
from datetime import date

import pytest

from law.appraisal import SCHEMES, Scheme, scheme_for
from law.base import Confidence, NoRegime, Rule, Strength
from law.shown import shown

SOURCE = re.compile(r"regulations? \d|section \d|Practice of|which have no appeal")
CODE_NAME = re.compile(r"\b[a-z]+_[a-z_]+\b")
BEGAN = {
    "SI 2012/115": date(2012, 9, 1),
    "SI 2011/2940": date(2012, 1, 1),
    "SI 2013/1624": date(2013, 9, 1),
    "School Teachers' Pay and Conditions Document": date(2003, 8, 1),
}
"""When the instruments began that are cited."""
TODAY = date(2026, 10, 1)

every_scheme = pytest.mark.parametrize(
    "scheme", SCHEMES, ids=lambda each: f"{each.key} {each.version}"
)


@every_scheme
def test_every_rule_has_a_sentence_a_citation_a_strength_a_confidence_and_a_date(
    scheme: Scheme,
) -> None:
    for rule in scheme.rules():
        assert re.fullmatch(r"[A-Z].*\.", rule.says), rule.key
        assert rule.note == "" or re.fullmatch(r"[A-Z].*\.", rule.note), rule.key
        assert rule.strength in Strength, rule.key
        assert rule.confidence in Confidence, rule.key
        assert rule.since <= scheme.since, rule.key


@every_scheme
def test_every_citation_names_a_provision_or_says_that_the_rule_is_practice_or_ours(
    scheme: Scheme,
) -> None:
    for rule in scheme.rules():
        ours = "House rule of Headship, for " in rule.citation
        assert ours or SOURCE.search(rule.citation), rule.key
        assert not ours or rule.strength is not Strength.LAW, rule.key


@every_scheme
def test_no_rule_is_older_than_the_instrument_it_cites(scheme: Scheme) -> None:
    for rule in scheme.rules():
        for instrument, began in BEGAN.items():
            assert instrument not in rule.citation or rule.since >= began, rule.key


@every_scheme
def test_a_rule_is_called_what_its_field_is_called(scheme: Scheme) -> None:
    named = {field.name: getattr(scheme, field.name) for field in fields(scheme)}
    rules = {name: rule for name, rule in named.items() if isinstance(rule, Rule)}
    assert {name: rule.key for name, rule in rules.items()} == {name: name for name in rules}
    assert [rule.key for rule in scheme.rules()] == list(rules)


@every_scheme
def test_no_rule_shows_a_name_of_the_code(scheme: Scheme) -> None:
    for each in map(shown, scheme.rules()):
        texts = (each.name, each.value, each.rule.says, each.rule.note, each.rule.citation)
        assert [text for text in texts if CODE_NAME.search(text)] == []


@every_scheme
def test_every_figure_that_was_not_read_warns_of_it(scheme: Scheme) -> None:
    figures = [rule for rule in scheme.rules() if rule.is_figure]
    assert figures
    for rule in figures:
        unread = rule.confidence is not Confidence.READ
        assert rule.caution.startswith("This figure is") == unread, rule.key


def test_no_two_editions_of_a_scheme_begin_on_one_day() -> None:
    editions = [(scheme.key, scheme.version) for scheme in SCHEMES]
    assert len(editions) == len(set(editions))


@pytest.mark.parametrize(
    ("category", "nation", "religious", "key"),
    [
        ("community", "england", False, "england-maintained"),
        ("voluntary_aided", "england", True, "england-maintained"),
        ("voluntary_controlled", "england", True, "england-maintained"),
        ("foundation", "england", False, "england-maintained"),
        ("community_special", "england", False, "england-maintained"),
        ("foundation_special", "england", False, "england-maintained"),
        ("nursery", "england", False, "england-maintained"),
        ("academy", "england", True, "england-academy"),
        ("free_school", "england", False, "england-academy"),
        ("studio_school", "england", False, "england-academy"),
        ("university_technical_college", "england", False, "england-academy"),
        ("city_technology_college", "england", False, "england-academy"),
        ("community", "wales", False, "wales-maintained"),
        ("community", "wales", True, "wales-maintained"),
        ("community_special", "wales", False, "wales-maintained"),
        ("nursery", "wales", False, "wales-maintained"),
        ("voluntary_controlled", "wales", False, "wales-maintained"),
        ("voluntary_controlled", "wales", True, "wales-religious"),
        ("foundation", "wales", False, "wales-maintained"),
        ("foundation", "wales", True, "wales-religious"),
        ("foundation_special", "wales", False, "wales-maintained"),
        ("foundation_special", "wales", True, "wales-religious"),
        ("voluntary_aided", "wales", False, "wales-aided"),
        ("voluntary_aided", "wales", True, "wales-religious"),
    ],
)
def test_every_kind_of_school_has_its_scheme(
    category: str, nation: str, religious: bool, key: str
) -> None:
    assert scheme_for(category, nation, TODAY, religious=religious).key == key


@pytest.mark.parametrize("key", ["england-maintained", "england-academy"])
@pytest.mark.parametrize(
    ("on", "version", "by_performance"),
    [
        (date(2021, 9, 1), "2021-09-01", True),
        (date(2024, 8, 31), "2021-09-01", True),
        (date(2024, 9, 1), "2024-09-01", False),
        (date(2031, 1, 1), "2024-09-01", False),
    ],
)
def test_pay_had_to_follow_performance_until_the_end_of_august_2024(
    key: str, on: date, version: str, by_performance: bool
) -> None:
    category = "academy" if key == "england-academy" else "community"
    scheme = scheme_for(category, "england", on, religious=False)
    assert (scheme.key, scheme.version) == (key, version)
    assert scheme.pay_follows_performance
    assert scheme.pay_follows_performance.value is by_performance


def test_a_day_before_the_first_edition_is_refused_with_the_day_it_begins() -> None:
    with pytest.raises(NoRegime, match="from Wednesday 1 September 2021, and none for an earlier"):
        scheme_for("community", "wales", date(2021, 8, 31), religious=False)


@pytest.mark.parametrize(
    ("category", "nation", "who"),
    [
        ("pupil_referral_unit", "england", "The management committee and the authority decide"),
        ("pupil_referral_unit", "wales", "by the local authority, under Part 4"),
        ("academy", "wales", "does not know by whose rules such a head is appraised: academy"),
        ("city_academy", "england", r"appraised: city academy \(england\)"),
    ],
)
def test_where_no_rules_are_held_it_is_said_who_decides(
    category: str, nation: str, who: str
) -> None:
    with pytest.raises(NoRegime, match=who):
        scheme_for(category, nation, TODAY, religious=False)
