"""In what the regimes differ, and that they differ in nothing else that was not meant."""

from dataclasses import replace
from datetime import date

import pytest

from law.appointment import Regime, regime_for
from law.appointment.scheme import Body, Laid, Scheme
from law.base import Confidence, Strength
from law.periods import Counting, Period, Unit

TODAY = date(2026, 10, 1)
ENGLAND = regime_for("community", "england", TODAY)
ENGLAND_AIDED = regime_for("voluntary_aided", "england", TODAY)
UNIT = regime_for("pupil_referral_unit", "england", TODAY)
ACADEMY = regime_for("academy", "england", TODAY)
WALES = regime_for("community", "wales", TODAY)
WALES_AIDED = regime_for("voluntary_aided", "wales", TODAY)

MAINTAINED = (ENGLAND, ENGLAND_AIDED, UNIT, WALES, WALES_AIDED)

SCHEME = Scheme(
    since=date(2026, 1, 1),
    panel_minimum=Laid(5, "Scheme of delegation 2026, paragraph 4.2"),
    approval=Laid(Body.TRUST_BOARD, "Scheme of delegation 2026, paragraph 4.3"),
    appointer=Laid(Body.CHIEF_EXECUTIVE, "Scheme of delegation 2026, paragraph 4.4"),
    consents=Laid(("the bishop",), "Articles of association, article 59"),
)


def differing(one: Regime, other: Regime) -> set[str]:
    """Return the keys of the rules that two tables do not share."""
    mine = {rule.key: rule for rule in one.rules()}
    theirs = {rule.key: rule for rule in other.rules()}
    return {key for key in mine | theirs if mine.get(key) != theirs.get(key)}


@pytest.mark.parametrize(
    ("regime", "days"),
    [(ENGLAND, 7), (ENGLAND_AIDED, 7), (UNIT, 7), (WALES, 14), (WALES_AIDED, 14)],
)
def test_the_authority_has_seven_days_in_england_and_fourteen_in_wales(
    regime: Regime, days: int
) -> None:
    assert regime.names
    period = Period(days, Unit.CALENDAR_DAYS, Counting.BEGINNING_WITH, event="receipt")
    assert regime.names.representations.value == period
    assert regime.names.representations.confidence.must_check


def test_in_an_academy_the_authority_is_told_nothing_and_says_nothing() -> None:
    assert ACADEMY.notice_of_vacancy is None
    assert ACADEMY.names is None
    assert ACADEMY.refusal_grounds is None
    assert not any("representation" in f"{r.says} {r.note}".lower() for r in ACADEMY.rules())


def test_who_appoints() -> None:
    assert [regime.appointer.value for regime in (*MAINTAINED, ACADEMY)] == [
        "authority",
        "governing_body",
        "authority",
        "authority",
        "governing_body",
        "trust_board",
    ]
    assert [r.key for r in (*MAINTAINED, ACADEMY) if r.approval_appoints] == [
        "england-foundation",
        "wales-foundation",
    ]


def test_only_an_authority_that_appoints_has_grounds_to_refuse() -> None:
    assert [r.key for r in (*MAINTAINED, ACADEMY) if r.refusal_grounds] == [
        "england-community",
        "england-unit",
        "wales-community",
    ]
    assert WALES.refusal_grounds
    assert "registration" in {ground.key for ground in WALES.refusal_grounds.value}


def test_who_attends_by_right_by_agreement_or_by_invitation() -> None:
    attends = [regime.adviser_attendance.value for regime in (*MAINTAINED, ACADEMY)]
    assert attends == ["right", "agreement", "right", "right", "right", "invitation"]


def test_the_diocese_attends_in_wales_by_right_only_in_an_aided_school() -> None:
    assert WALES.diocese_attendance
    assert WALES_AIDED.diocese_attendance
    assert WALES.diocese_attendance.value.of("voluntary_controlled") == "agreement"
    assert WALES.diocese_attendance.value.of("community") == ""
    assert WALES_AIDED.diocese_attendance.value.of("voluntary_aided") == "right"
    assert WALES_AIDED.diocese_attendance.value.of("foundation") == "agreement"


def test_wales_puts_the_notice_before_every_other_step() -> None:
    before = {
        r.key: r.notice_of_vacancy.value.before_any_step for r in MAINTAINED if r.notice_of_vacancy
    }
    assert before == {
        "england-community": False,
        "england-foundation": False,
        "england-unit": False,
        "wales-community": True,
        "wales-foundation": True,
    }


def test_wales_must_advertise_but_for_a_reorganisation() -> None:
    assert WALES.advertisement.value.only_reorganisation
    assert not ENGLAND.advertisement.value.only_reorganisation
    assert not ACADEMY.advertisement.value.required
    assert WALES.advertisement.citation.endswith("regulation 10(8) and (8A)")
    assert WALES_AIDED.advertisement.citation.endswith("regulation 24(7) and (7A)")


def test_a_panel_in_wales_has_three_to_seven() -> None:
    assert (WALES.panel_minimum.value, WALES.panel_maximum.value) == (3, 7)
    assert (ENGLAND.panel_minimum.value, ENGLAND.panel_maximum.value) == (3, None)


def test_a_trained_member_is_law_in_the_maintained_schools_of_england_only() -> None:
    strengths = [regime.trained_member.strength for regime in (*MAINTAINED, ACADEMY)]
    law, practice = Strength.LAW, Strength.PRACTICE
    assert strengths == [law, law, law, practice, practice, practice]


def test_notice_of_a_meeting_in_wales_is_in_working_days_and_goes_to_the_authority() -> None:
    assert WALES.meeting_notice.value == Period(5, Unit.WORKING_DAYS, Counting.CLEAR, "notice")
    assert WALES.meeting_notice_to_authority
    assert ENGLAND.meeting_notice_to_authority is None


def test_a_head_in_wales_serves_only_once_qualified_and_registered() -> None:
    before_start = {r.value.key: r.strength for r in WALES.checks if r.value.before == "start"}
    assert before_start["npqh"] is Strength.LAW
    assert before_start["registration"] is Strength.LAW
    assert "section_128" not in {rule.value.key for rule in WALES.checks}


def test_section_128_is_law_in_an_academy_and_a_house_rule_in_a_maintained_school() -> None:
    def strength(regime: Regime) -> Strength:
        return next(r.strength for r in regime.checks if r.value.key == "section_128")

    assert strength(ACADEMY) is Strength.LAW
    assert strength(ENGLAND) is Strength.HOUSE


def test_the_two_parts_in_england_differ_only_in_who_appoints_and_who_attends() -> None:
    numbered = {rule.key for rule in ENGLAND.rules() if "2009/2680" in rule.citation}
    others = differing(ENGLAND, ENGLAND_AIDED) - numbered
    assert others == {"panel_deputy_head"}  # its note names the regulation
    assert ENGLAND_AIDED.notice_of_vacancy
    assert ENGLAND_AIDED.notice_of_vacancy.citation.endswith("regulation 27(1)")


def test_no_citation_is_left_without_its_number() -> None:
    for regime in (*MAINTAINED, ACADEMY):
        assert not any("{" in f"{r.citation}{r.note}{r.says}" for r in regime.rules())


def test_a_unit_is_never_surer_than_recalled() -> None:
    law = [r for r in UNIT.rules() if r.strength is Strength.LAW]
    assert not any(rule.confidence is Confidence.READ for rule in law)


def test_a_scheme_of_delegation_puts_its_values_and_sources_in_place_of_ours() -> None:
    regime = SCHEME.applied_to(ACADEMY)
    assert regime.panel_minimum.value == 5
    assert regime.approval.value == "trust_board"
    assert regime.appointer.value == "chief_executive"
    assert regime.appointer.citation == "Scheme of delegation 2026, paragraph 4.4"
    assert regime.appointer.confidence is Confidence.READ
    assert regime.consents
    assert regime.consents.value == ("the bishop",)
    assert not regime.approval_appoints
    assert differing(regime, ACADEMY) == {"panel_minimum", "approval", "appointer", "consents"}


def test_a_scheme_in_which_one_body_approves_and_appoints_has_one_step() -> None:
    one = replace(SCHEME, appointer=Laid(Body.TRUST_BOARD, "paragraph 4.4"))
    assert one.applied_to(ACADEMY).approval_appoints


def test_a_scheme_without_consents_asks_for_none() -> None:
    none = replace(SCHEME, consents=Laid((), ""))
    assert none.applied_to(ACADEMY).consents is None


@pytest.mark.parametrize("regime", [*MAINTAINED, ACADEMY], ids=lambda regime: regime.key)
def test_to_recommend_again_is_inferred_and_is_not_the_rule_on_repeating_all(
    regime: Regime,
) -> None:
    assert regime.recommend_again.confidence is Confidence.INFERRED
    assert regime.recommend_again.strength is regime.repeat_steps.strength
    assert regime.recommend_again.says != regime.repeat_steps.says
