"""In what the schemes differ, and what of each is law, house rule or practice."""

from datetime import date

import pytest

from law.appraisal import Scheme, scheme_for
from law.appraisal.scheme import AppealsOfficers, Cycle, DayOfYear
from law.arrangements import ARRANGEMENTS, Arrangement
from law.base import Confidence, Rule, Strength
from law.periods import Counting, Period, Unit

TODAY = date(2026, 10, 1)
ENGLAND = scheme_for("community", "england", TODAY, religious=False)
ACADEMY = scheme_for("academy", "england", TODAY, religious=False)
WALES = scheme_for("community", "wales", TODAY, religious=False)
AIDED = scheme_for("voluntary_aided", "wales", TODAY, religious=False)
RELIGIOUS = scheme_for("voluntary_aided", "wales", TODAY, religious=True)
ALL_OF_WALES = (WALES, AIDED, RELIGIOUS)


def keys(scheme: Scheme, strength: Strength) -> set[str]:
    """Return the keys of the rules of one strength."""
    return {rule.key for rule in scheme.rules() if rule.strength is strength}


def differing(one: Scheme, other: Scheme) -> set[str]:
    """Return the keys of the rules that two tables do not share."""
    mine = {rule.key: rule for rule in one.rules()}
    theirs = {rule.key: rule for rule in other.rules()}
    return {key for key in mine | theirs if mine.get(key) != theirs.get(key)}


def test_what_is_only_practice_in_a_maintained_school_of_england() -> None:
    assert keys(ENGLAND, Strength.PRACTICE) == {
        "governors_minimum",
        "governors_maximum",
        "objection",
        "standards_for_heads",
        "evidence",
        "evidence_before",
        "advice_in_writing",
        "advice_covers",
        "adviser_paper",
        "reasons_for_departing",
        "system_advice",
        "appeal_by_policy",
    }


def test_what_is_a_house_rule() -> None:
    assert keys(ENGLAND, Strength.HOUSE) == {
        "pay_decided_by_others",
        "assurance_without_detail",
        "retention",
    }
    assert keys(WALES, Strength.HOUSE) == {"assurance_without_detail"}


def test_the_adviser_is_consulted_twice_as_law_in_england_and_there_is_none_in_wales() -> None:
    for scheme, there in ((ENGLAND, True), *((each, False) for each in ALL_OF_WALES)):
        rules = (
            scheme.external_adviser,
            scheme.adviser_consulted_on_objectives,
            scheme.adviser_consulted_on_appraisal,
        )
        assert [rule is not None and rule.strength is Strength.LAW for rule in rules] == [there] * 3


def test_neither_head_nor_staff_appraise_and_for_england_that_is_recalled() -> None:
    assert {"head", "staff_governor"} <= ENGLAND.appraisers_exclude.value
    assert ENGLAND.appraisers_exclude.strength is Strength.LAW
    assert ENGLAND.appraisers_exclude.confidence is Confidence.RECALLED_MEDIUM
    assert {"head", "staff_governor"} <= WALES.appraisers_exclude.value
    assert WALES.appraisers_exclude.confidence is Confidence.READ


def test_two_governors_are_practice_in_england_and_law_in_wales() -> None:
    assert (ENGLAND.governors_minimum.value, WALES.governors_minimum.value) == (2, 2)
    assert ENGLAND.governors_minimum.strength is Strength.PRACTICE
    assert WALES.governors_minimum.strength is Strength.LAW
    assert ENGLAND.governors_maximum
    assert ENGLAND.governors_maximum.value == 3
    assert WALES.governors_maximum is None


def test_an_academy_has_the_same_rules_and_none_of_them_binds() -> None:
    assert {rule.strength for rule in ACADEMY.rules()} == {Strength.PRACTICE}
    assert [rule.key for rule in ACADEMY.rules()] == [rule.key for rule in ENGLAND.rules()]
    assert [rule.value for rule in ACADEMY.rules()] == [rule.value for rule in ENGLAND.rules()]


def test_every_law_that_an_academy_follows_by_choice_says_that_it_does_not_bind() -> None:
    theirs = {rule.key: rule for rule in ACADEMY.rules()}
    for key in keys(ENGLAND, Strength.LAW):
        assert theirs[key].citation.startswith("By choice, after "), key
        assert theirs[key].citation.endswith(", which does not bind an academy"), key


def test_an_aided_school_without_a_religious_character_has_only_the_foundation_governor() -> None:
    assert differing(WALES, AIDED) == {"foundation_governor"}
    assert differing(AIDED, RELIGIOUS) == {"diocesan_appraiser", "appeals_officers"}


def test_who_hears_an_appeal() -> None:
    plain, religious = AppealsOfficers(2, 2), AppealsOfficers(1, 2, 1)
    for scheme, officers in ((WALES, plain), (AIDED, plain), (RELIGIOUS, religious)):
        assert scheme.appeals_officers
        assert scheme.appeals_officers.value == officers
        assert scheme.appeals_officers.value.total == 4
    assert ENGLAND.appeals_officers is None
    assert str(plain) == "2 governors, 2 of the authority"
    assert str(religious) == "1 governor, 2 of the authority, 1 of the diocese"


WITHIN = ("statement", "statement_copy", "comments", "appeal", "appeal_papers", "appeal_decided")
BACK = ("review_notice", "record_before_review")
LENGTHS = {
    "review_notice": 10,
    "record_before_review": 5,
    "statement": 10,
    "statement_copy": 10,
    "comments": 10,
    "appeal": 10,
    "appeal_papers": 5,
    "appeal_decided": 10,
}


@pytest.mark.parametrize("key", [*WITHIN, *BACK])
def test_every_clock_of_wales_is_in_school_days_counted_as_the_rule_on_counting_says(
    key: str,
) -> None:
    assert WALES.counting
    assert WALES.counting_back
    rule = WALES.rule(key)
    assert rule
    assert isinstance(rule.value, Period)
    convention = WALES.counting_back if key in BACK else WALES.counting
    assert rule.value.counting is convention.value
    assert (rule.value.length, rule.value.unit) == (LENGTHS[key], Unit.SCHOOL_DAYS)


def test_no_other_clock_of_wales_is_in_school_days() -> None:
    in_school_days = {
        rule.key
        for rule in WALES.rules()
        if isinstance(rule.value, Period) and rule.value.unit is Unit.SCHOOL_DAYS
    }
    assert in_school_days == {*WITHIN, *BACK}


def test_how_school_days_are_counted_is_inferred_and_says_so() -> None:
    for rule, counting in (
        (WALES.counting, Counting.AFTER),
        (WALES.counting_back, Counting.CLEAR),
    ):
        assert rule
        assert (rule.value, rule.confidence) == (counting, Confidence.INFERRED)
        assert rule.caution == "This rule is inferred, not read: check the regulation."


@pytest.mark.parametrize("rule", [WALES.appeal_decided, WALES.retention], ids=lambda r: str(r.key))
def test_what_is_recalled_with_little_confidence_is_marked_so(rule: Rule[object]) -> None:
    assert rule.confidence is Confidence.RECALLED_LOW


@pytest.mark.parametrize(
    ("day", "lawful"),
    [
        (date(2026, 9, 1), False),
        (date(2026, 9, 2), True),
        (date(2026, 12, 30), True),
        (date(2026, 12, 31), False),
        (date(2027, 1, 4), False),
    ],
)
def test_a_cycle_in_wales_begins_after_1_september_and_before_31_december(
    day: date, lawful: bool
) -> None:
    assert WALES.cycle.value.may_begin(day) is lawful
    assert ENGLAND.cycle.value.may_begin(day)


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (date(2026, 9, 1), date(2027, 8, 31)),
        (date(2026, 11, 2), date(2027, 11, 1)),
        (date(2028, 2, 29), date(2029, 2, 28)),
    ],
)
def test_a_cycle_of_a_year_ends_the_day_before_the_next_would_begin(
    first: date, last: date
) -> None:
    assert Cycle(12).last_day(first) == last


@pytest.mark.parametrize(
    ("day", "due"),
    [
        (date(2026, 8, 31), date(2026, 12, 31)),
        (date(2026, 12, 31), date(2026, 12, 31)),
        (date(2027, 1, 1), date(2027, 12, 31)),
    ],
)
def test_the_salary_is_reviewed_by_the_next_31_december(day: date, due: date) -> None:
    assert ENGLAND.salary_review
    assert ENGLAND.salary_review.value == DayOfYear(12, 31)
    assert ENGLAND.salary_review.value.next_from(day) == due


def test_a_written_statement_of_pay_comes_within_a_month() -> None:
    assert ENGLAND.pay_statement
    assert ENGLAND.pay_statement.value.last_day(date(2026, 12, 14)) == date(2027, 1, 14)
    assert ENGLAND.pay_statement.caution.startswith("This figure is recalled")


def test_the_practice_of_advisers_in_days() -> None:
    assert ENGLAND.evidence_before
    assert ENGLAND.adviser_paper
    a_week_before = ENGLAND.evidence_before.value.latest_notice(date(2026, 11, 16))
    assert a_week_before == date(2026, 11, 9)
    paper = ENGLAND.adviser_paper.value.last_day(date(2026, 12, 18))
    assert paper == date(2026, 12, 31)  # 21 to 24 and 29 to 31 December


def test_papers_are_kept_six_years_in_england_and_three_from_the_next_in_wales() -> None:
    assert str(ENGLAND.retention.value) == "6 years from the end of the cycle"
    assert str(WALES.retention.value) == "3 years from the next statement"
    assert ENGLAND.retention.value.last_day(date(2027, 8, 31)) == date(2033, 8, 31)


@pytest.mark.parametrize("arrangement", ARRANGEMENTS.values(), ids=lambda each: each.key)
@pytest.mark.parametrize("scheme", [ENGLAND, RELIGIOUS], ids=lambda each: each.key)
def test_what_an_arrangement_leaves_without_effect_only_warns_and_nothing_else_changes(
    scheme: Scheme, arrangement: Arrangement
) -> None:
    applied = arrangement.applied_to(scheme)
    assert differing(scheme, applied) == arrangement.in_appraisal & {r.key for r in scheme.rules()}
    for key in differing(scheme, applied):
        rule = applied.rule(key)
        assert rule
        assert rule.strength is Strength.PRACTICE
        assert arrangement.known in rule.note


def test_two_members_of_an_interim_executive_board_are_not_a_question_of_law() -> None:
    board = ARRANGEMENTS["interim_executive_board"].applied_to(RELIGIOUS)
    assert board.governors_minimum.strength is Strength.PRACTICE
    assert board.appraisers_exclude.strength is Strength.LAW
