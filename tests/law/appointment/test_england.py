"""What the rules for community schools in England come to, and how sure each one is."""

from datetime import date
from fractions import Fraction

import pytest

from law.appointment import Regime, regime_for
from law.appointment.regime import LateCertificate
from law.base import Confidence, Strength
from law.periods import Counting, Period, Unit

OF_2025 = regime_for("community", "england", date(2026, 3, 1))
OF_2026 = regime_for("community", "england", date(2026, 10, 1))
OF_2024 = regime_for("community", "england", date(2024, 10, 1))
OF_2021 = regime_for("community", "england", date(2021, 10, 1))
OF_2019 = regime_for("community", "england", date(2019, 10, 1))

CHECKS = [
    "identity",
    "right_to_work",
    "qualifications",
    "prohibition",
    "section_128",
    "enhanced_dbs",
    "barred_list",
    "fitness",
    "references",
    "self_declaration",
    "online_search",
    "overseas",
    "childcare_disqualification",
]


def checks(regime: Regime) -> list[str]:
    """Return the keys of the checks in an edition, in order."""
    return [rule.value.key for rule in regime.checks]


def keys(regime: Regime, strength: Strength) -> set[str]:
    """Return the keys of the rules of one strength."""
    return {rule.key for rule in regime.rules() if rule.strength is strength}


def test_the_authority_has_seven_days_beginning_with_the_day_it_receives_the_names() -> None:
    assert OF_2026.names
    rule = OF_2026.names.representations
    assert rule.value == Period(7, Unit.CALENDAR_DAYS, Counting.BEGINNING_WITH)
    assert rule.value.last_day(date(2026, 10, 12)) == date(2026, 10, 18)
    assert rule.value.describe() == "7 days beginning with the day of receipt"
    assert rule.citation == (
        "School Staffing (England) Regulations 2009 (SI 2009/2680), regulation 15(4)"
    )
    assert (rule.strength, rule.confidence) == (Strength.LAW, Confidence.RECALLED_HIGH)
    assert rule.caution == "This figure is recalled, not read: check the regulation."


def test_notice_of_the_approving_meeting_is_seven_clear_days() -> None:
    assert OF_2026.meeting_notice.value.earliest(date(2026, 11, 2)) == date(2026, 11, 10)


def test_the_figures_are_those_of_the_regulations() -> None:
    assert OF_2026.panel_minimum.value == 3
    assert OF_2026.panel_maximum.value is None
    assert OF_2026.trained_member.value == 1
    assert OF_2026.shortlisters.value == 2
    assert OF_2026.quorum.value == Fraction(1, 2)


def test_the_authority_appoints_and_may_refuse_on_qualification_only() -> None:
    assert OF_2026.appointer.value == "authority"
    assert OF_2026.approval.value == "governing_body"
    assert OF_2026.refusal_grounds
    assert [ground.key for ground in OF_2026.refusal_grounds.value] == [
        "qualifications",
        "bar_on_teaching",
        "health",
        "fitness",
    ]


def test_what_is_ours_or_only_guidance_asks_for_is_a_house_rule() -> None:
    assert keys(OF_2026, Strength.HOUSE) == {
        "criteria_frozen",
        "hold_for_representations",
        "decided_in_meeting",
        "reasons_before_meeting",
        "offer_conditional",
        "start_before_certificate",
        "check_section_128",
        "check_references",
        "check_self_declaration",
        "check_online_search",
    }


def test_what_is_practice_only_warns() -> None:
    assert keys(OF_2026, Strength.PRACTICE) == {
        "panel_deputy_head",
        "diocese_attendance",
        "shortlisters",
        "references_before_interview",
        "resignation_dates",
    }


def test_the_checks_of_2025_and_2026_are_the_same_list() -> None:
    assert checks(OF_2025) == checks(OF_2026) == CHECKS
    assert [rule.value for rule in OF_2025.checks] == [rule.value for rule in OF_2026.checks]


def test_the_list_of_2025_is_read_and_that_of_2026_inferred_from_it() -> None:
    assert {rule.confidence for rule in OF_2025.checks} == {Confidence.READ}
    assert {rule.confidence for rule in OF_2026.checks} == {Confidence.INFERRED}


def test_the_lists_of_earlier_years_are_recalled() -> None:
    assert {rule.confidence for rule in OF_2024.checks} == {Confidence.RECALLED_HIGH}
    assert {rule.confidence for rule in OF_2021.checks} == {Confidence.RECALLED_HIGH}
    assert {rule.confidence for rule in OF_2019.checks} == {Confidence.RECALLED_MEDIUM}


def test_a_check_is_not_asked_for_before_the_guidance_asked_for_it() -> None:
    assert checks(OF_2024) == CHECKS
    assert set(CHECKS) - set(checks(OF_2021)) == {"online_search"}
    assert set(CHECKS) - set(checks(OF_2019)) == {"online_search", "self_declaration"}


def test_a_recalled_rule_does_not_become_read_because_its_edition_was() -> None:
    assert OF_2025.offer_conditional.confidence is Confidence.RECALLED_HIGH


def test_only_what_guidance_asks_changes_from_one_edition_to_the_next() -> None:
    before = {rule.key: rule for rule in OF_2025.rules()}
    changed = [rule for rule in OF_2026.rules() if rule != before[rule.key]]
    assert all("Keeping children safe in education (2026)" in rule.citation for rule in changed)
    assert len(changed) == 4 + len(CHECKS)


def test_three_checks_apply_only_to_some_people() -> None:
    assert [
        rule.value.key for rule in OF_2026.checks if rule.value.required == "if_applicable"
    ] == ["barred_list", "overseas", "childcare_disqualification"]


def test_only_the_separate_barred_list_check_belongs_to_the_start() -> None:
    assert [rule.value.key for rule in OF_2026.checks if rule.value.before == "start"] == [
        "barred_list"
    ]
    assert OF_2026.start_before_certificate.value == LateCertificate(
        "enhanced_dbs", first=frozenset({"barred_list"})
    )


@pytest.mark.parametrize(
    ("resigned", "a_head", "leaves"),
    [
        (date(2026, 9, 30), True, date(2026, 12, 31)),
        (date(2026, 10, 1), True, date(2027, 4, 30)),
        (date(2027, 1, 31), True, date(2027, 4, 30)),
        (date(2027, 2, 1), True, date(2027, 8, 31)),
        (date(2027, 4, 30), True, date(2027, 8, 31)),
        (date(2027, 5, 1), True, date(2027, 12, 31)),
        (date(2026, 10, 31), False, date(2026, 12, 31)),
        (date(2026, 11, 1), False, date(2027, 4, 30)),
        (date(2027, 3, 1), False, date(2027, 8, 31)),
        (date(2028, 2, 29), False, date(2028, 4, 30)),
        (date(2027, 5, 31), False, date(2027, 8, 31)),
        (date(2027, 6, 1), False, date(2027, 12, 31)),
    ],
)
def test_the_day_of_resigning_settles_the_first_day_of_leaving(
    resigned: date, a_head: bool, leaves: date
) -> None:
    assert OF_2026.resignation_dates.value.first_leaving_day(resigned, a_head=a_head) == leaves
