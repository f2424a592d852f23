"""The shape of a body of rules for appraising a head: every scheme fills in the same table.

The field's other name for appraisal is performance management.
"""

from calendar import month_name
from dataclasses import dataclass
from datetime import date, timedelta

from law.base import Rule
from law.periods import Counting, Months, Period
from law.table import Edition

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class DayOfYear:
    """A day that comes every year, such as 31 December."""

    month: int
    day: int

    def __str__(self) -> str:
        """Say the day in words."""
        return f"{self.day} {month_name[self.month]}"

    def of(self, year: int) -> date:
        """Return the day in the year."""
        return date(year, self.month, self.day)

    def next_from(self, day: date) -> date:
        """Return the first such day that is not before `day`."""
        this_year = self.of(day.year)
        return this_year if this_year >= day else self.of(day.year + 1)


@dataclass(frozen=True, slots=True)
class Covered:
    """Who is appraised: those employed for at least so many terms, save in what is named."""

    terms: int
    save: frozenset[str]

    def __str__(self) -> str:
        """Say in words who is appraised."""
        terms = "one term" if self.terms == 1 else f"{self.terms} terms"
        return f"employed for {terms} or more, and not in {' or '.join(sorted(self.save))}"


@dataclass(frozen=True, slots=True)
class Cycle:
    """How many months a cycle lasts, and between which two days of the year it begins, if any.

    Neither of the two is itself a day on which it may begin.
    """

    months: int
    after: DayOfYear | None = None
    before: DayOfYear | None = None

    def __str__(self) -> str:
        """Say the cycle in words."""
        begins = f", begun after {self.after} and before {self.before}" if self.after else ""
        return f"{self.months} months{begins}"

    def may_begin(self, day: date) -> bool:
        """Say whether a cycle may begin on the day."""
        late_enough = self.after is None or day > self.after.of(day.year)
        return late_enough and (self.before is None or day < self.before.of(day.year))

    def last_day(self, first: date) -> date:
        """Return the last day of a full cycle that begins on `first`."""
        anniversary = Months(self.months, "the beginning").last_day(first)
        return anniversary - ONE_DAY if anniversary.day == first.day else anniversary


@dataclass(frozen=True, slots=True)
class AppealsOfficers:
    """Who hears an appeal: how many governors, of the authority, and of the diocese.

    The chair is one of the governors, unless the chair took part in the appraisal.
    """

    governors: int
    of_authority: int
    of_diocese: int = 0

    @property
    def total(self) -> int:
        """Return how many hear it in all."""
        return self.governors + self.of_authority + self.of_diocese

    def __str__(self) -> str:
        """Say in words who hears it."""
        governors = "1 governor" if self.governors == 1 else f"{self.governors} governors"
        diocese = f", {self.of_diocese} of the diocese" if self.of_diocese else ""
        return f"{governors}, {self.of_authority} of the authority{diocese}"


@dataclass(frozen=True, kw_only=True)
class Scheme(Edition):
    """One dated edition of the rules for appraising a head.

    The key of a rule is the name of its field. A field that is None is a rule that this body of
    law does not have. `religious_character` says for which schools of its categories it is: those
    with one, those without, or all if it is None.
    """

    religious_character: bool | None = None

    # The frame
    policy: Rule[bool]
    policy_report: Rule[bool] | None = None
    covered: Rule[Covered] | None = None
    cycle: Rule[Cycle]

    # Who
    external_adviser: Rule[bool] | None = None
    governors_minimum: Rule[int]
    governors_maximum: Rule[int] | None = None
    appraisers_exclude: Rule[frozenset[str]]
    foundation_governor: Rule[int] | None = None
    authority_appraisers: Rule[int] | None = None
    authority_appraiser_changed: Rule[bool] | None = None
    diocesan_appraiser: Rule[int] | None = None
    objection: Rule[bool] | None = None

    # Objectives
    standards_told: Rule[bool] | None = None
    standards: Rule[tuple[str, ...]] | None = None
    standards_for_heads: Rule[tuple[str, ...]] | None = None
    objectives_set: Rule[bool] | None = None
    planning_meeting: Rule[bool] | None = None
    adviser_consulted_on_objectives: Rule[bool] | None = None
    objectives_contribute: Rule[tuple[str, ...]]
    objectives_relate: Rule[tuple[str, ...]] | None = None
    performance_information: Rule[bool] | None = None
    objectives_not_agreed: Rule[bool] | None = None
    statement_of_objectives: Rule[bool] | None = None
    support_determined_by: Rule[str] | None = None

    # Through the year
    head_keeps_record: Rule[bool] | None = None
    monitoring_procedures: Rule[bool] | None = None
    information_from_others: Rule[bool] | None = None

    # Advice
    evidence: Rule[tuple[str, ...]]
    evidence_before: Rule[Period] | None = None
    advice_in_writing: Rule[bool] | None = None
    advice_covers: Rule[tuple[str, ...]] | None = None
    adviser_paper: Rule[Period] | None = None
    adviser_consulted_on_appraisal: Rule[bool] | None = None
    reasons_for_departing: Rule[bool] | None = None
    system_advice: Rule[bool] | None = None

    # The review
    assessed: Rule[tuple[str, ...]]
    counting: Rule[Counting] | None = None
    counting_back: Rule[Counting] | None = None
    review_notice: Rule[Period] | None = None
    record_before_review: Rule[Period] | None = None
    statement: Rule[Period] | None = None
    annex: Rule[bool] | None = None
    statement_copy: Rule[Period] | None = None
    comments: Rule[Period] | None = None
    report: Rule[bool] | None = None
    report_contains: Rule[tuple[str, ...]] | None = None

    # Pay
    pay_recommendation: Rule[str] | None = None
    pay_follows_performance: Rule[bool] | None = None
    pay_decided_by_others: Rule[bool] | None = None
    salary_review: Rule[DayOfYear] | None = None
    pay_statement: Rule[Months] | None = None

    # Who is told
    statement_to: Rule[frozenset[str]] | None = None
    statement_on_request: Rule[frozenset[str]] | None = None
    statement_from_chair: Rule[frozenset[str]] | None = None
    objectives_to_new_appraiser: Rule[frozenset[str]] | None = None
    annex_to_planner: Rule[frozenset[str]] | None = None
    assurance_without_detail: Rule[bool]

    # Appeal
    appeal_by_policy: Rule[bool] | None = None
    appeal: Rule[Period] | None = None
    appeals_officers: Rule[AppealsOfficers] | None = None
    appeal_papers: Rule[Period] | None = None
    appeal_decided: Rule[Period] | None = None

    # Keeping
    retention: Rule[Months]

    def is_for(self, category: str, nation: str, *, religious: bool) -> bool:
        """Say whether these are the rules of a school of this kind."""
        fits = self.religious_character is None or self.religious_character == religious
        return fits and self.governs(category, nation)
