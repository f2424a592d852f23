"""The shape of a body of rules for appointing a head: every regime fills in the same table."""

from calendar import month_name, monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import Any, Self

from law.base import Rule
from law.periods import Period
from law.table import Edition, Table


@dataclass(frozen=True, slots=True)
class NoticeDuty:
    """Whom the governing body must tell of the vacancy, and how."""

    to: str
    in_writing: bool
    before_any_step: bool

    def __str__(self) -> str:
        """Say the duty in words."""
        how = "in writing" if self.in_writing else "in any form"
        return f"to the {self.to}, {how}{', before any other step' if self.before_any_step else ''}"


@dataclass(frozen=True, slots=True)
class AdvertisementDuty:
    """Whether the vacancy must be advertised, and what excuses it; no excuse if empty.

    `only_reorganisation` says that nothing excuses it but proposals to reorganise schools, with
    the written application of somebody from a school that they name.
    """

    required: bool
    excuse: str
    only_reorganisation: bool = False

    def __str__(self) -> str:
        """Say the duty in words."""
        duty = "required" if self.required else "not required"
        return f"{duty}, unless there is {self.excuse}" if self.excuse else duty


@dataclass(frozen=True, slots=True)
class ByCategory:
    """What differs between the categories of school in one table: each category and its word."""

    words: tuple[tuple[str, str], ...]

    def of(self, category: str) -> str:
        """Return the word for the category, empty if there is none."""
        return dict(self.words).get(category, "")

    def __str__(self) -> str:
        """Say each category with its word."""
        return "; ".join(f"{category}: {word}" for category, word in self.words)


@dataclass(frozen=True, slots=True)
class QualificationGround:
    """A ground on which the appointer may refuse: the sentence completes "the person ..."."""

    key: str
    sentence: str

    def __str__(self) -> str:
        """Say the ground in words."""
        return self.sentence


@dataclass(frozen=True, slots=True)
class ResignationDate:
    """By the last day of which month to resign, to leave on the last day of which in that year."""

    resign_by: int
    leave_at_end_of: int

    def deadline(self, year: int) -> date:
        """Return the last day to resign in the year."""
        return _last_of(year, self.resign_by)

    def leaving_day(self, year: int) -> date:
        """Return the day of leaving in the year."""
        return _last_of(year, self.leave_at_end_of)

    def __str__(self) -> str:
        """Say the two dates in words; February's last day moves."""
        return f"by {_end_of(self.resign_by)} to leave on {_end_of(self.leave_at_end_of)}"


@dataclass(frozen=True, slots=True)
class ResignationDates:
    """The dates that bind a head, and those that bind a teacher or a deputy."""

    head: tuple[ResignationDate, ...]
    teacher: tuple[ResignationDate, ...]

    def first_leaving_day(self, resigned_on: date, *, a_head: bool) -> date:
        """Return the earliest day someone who resigns on `resigned_on` can leave."""
        dates = self.head if a_head else self.teacher
        years = (resigned_on.year, resigned_on.year + 1)
        return min(
            each.leaving_day(year)
            for year in years
            for each in dates
            if resigned_on <= each.deadline(year)
        )

    def __str__(self) -> str:
        """Say the dates in words."""
        head, teacher = ("; ".join(map(str, dates)) for dates in (self.head, self.teacher))
        return f"a head: {head}. A teacher or deputy head: {teacher}"


@dataclass(frozen=True, slots=True)
class Check:
    """A check on the person to be appointed.

    `required` is "always" or "if_applicable"; `before` is "confirmation" or "start"; `after` is
    "shortlist" or "offer" where the check may not be made earlier.
    """

    key: str
    name: str
    required: str
    before: str
    after: str = ""

    def __str__(self) -> str:
        """Say when the check is required."""
        return f"{self.required.replace('_', ' ')}, before {self.before}"


@dataclass(frozen=True, slots=True)
class LateCertificate:
    """The check that may come after the start, and those that must then have come before it."""

    check: str
    first: frozenset[str]

    def __str__(self) -> str:
        """Name the certificate and what comes first, by the keys of the checks."""
        return f"{self.check}, once there is: {', '.join(sorted(self.first))}"


@dataclass(frozen=True, kw_only=True)
class NamesLaw(Table):
    """What follows from giving the authority the names of those to be interviewed."""

    names_to_authority: Rule[bool]
    representations: Rule[Period]
    representations_considered: Rule[bool]
    hold_for_representations: Rule[bool]
    reasons_for_recommending: Rule[bool]
    reasons_before_meeting: Rule[bool]


@dataclass(frozen=True, kw_only=True)
class Regime(Edition):
    """One dated edition of the rules for appointing a head.

    A rule's key is the name of its field, save for the checks, which are "check_" and their own.
    A field that is None is a rule that this body of law does not have; where `names` is None, the
    authority is given no names and has no say in the choice. `local` are the rules that an
    authority has made beside the law, their keys those of the law with "own_" before them.
    """

    notice_of_vacancy: Rule[NoticeDuty] | None
    advertisement: Rule[AdvertisementDuty]
    panel_minimum: Rule[int]
    panel_maximum: Rule[int | None]
    panel_acts_with: Rule[int]
    panel_excludes: Rule[frozenset[str]]
    panel_deputy_head: Rule[str] | None = None
    panel_changed_by_governing_body: Rule[bool]
    whole_governing_body: Rule[bool] | None = None
    staff_governors: Rule[bool] | None = None
    trained_member: Rule[int]
    criteria_frozen: Rule[bool]
    religion: Rule[ByCategory] | None = None
    shortlisters: Rule[int]
    references_before_interview: Rule[bool]
    names: NamesLaw | None
    adviser_attendance: Rule[str]
    diocese_attendance: Rule[ByCategory] | None = None
    advice_considered: Rule[bool]
    meeting_notice: Rule[Period]
    meeting_notice_to_authority: Rule[bool] | None = None
    quorum: Rule[Fraction]
    casting_vote: Rule[bool]
    conflicts_withdraw: Rule[bool]
    clerk_not_governor: Rule[frozenset[str]]
    outgoing_head_takes_no_part: Rule[bool]
    approval: Rule[str]
    consents: Rule[tuple[str, ...]] | None = None
    appointer: Rule[str]
    refusal_grounds: Rule[tuple[QualificationGround, ...]] | None = None
    repeat_steps: Rule[frozenset[str]]
    recommend_again: Rule[bool]
    decided_in_meeting: Rule[bool]
    offer_after_appointment: Rule[bool]
    offer_conditional: Rule[bool]
    acting_head: Rule[bool]
    pay_range: Rule[tuple[str, ...]]
    pay_limit: Rule[Fraction] | None = None
    resignation_dates: Rule[ResignationDates]
    start_before_certificate: Rule[LateCertificate]
    checks: tuple[Rule[Check], ...]
    local: tuple[Rule[Any], ...] = ()

    @property
    def authority_employs(self) -> bool:
        """Say whether the local authority appoints the head, and so is the employer."""
        return self.appointer.value == "authority"

    @property
    def approval_appoints(self) -> bool:
        """Say whether whoever approves the recommendation appoints by doing so."""
        return self.approval.value == self.appointer.value

    @property
    def notices(self) -> tuple[Rule[Period], ...]:
        """The notice of a meeting by the law, and after it the authority's own, which is longer."""
        return (self.meeting_notice, *self._own("meeting_notice"))

    @property
    def waits(self) -> tuple[Rule[Period], ...]:
        """The authority's period once it has the names, and after it its own, which is longer.

        Empty where it is given no names.
        """
        if self.names is None:
            return ()
        return (self.names.representations, *self._own("representations"))

    def rules(self) -> Iterator[Rule[object]]:
        """Yield every rule in the order of the fields, the checks last."""
        yield from super().rules()
        yield from self.local
        yield from self.checks

    def _own(self, key: str) -> list[Rule[Any]]:
        return [rule for rule in self.local if rule.key == f"own_{key}"]

    def changed(self, change: Callable[[Rule[Any]], Rule[Any]]) -> Self:
        """Return the same table with every rule put through `change`, save those of `local`."""
        return replace(super().changed(change), checks=tuple(map(change, self.checks)))


def _last_of(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _end_of(month: int) -> str:
    """Name the last day of a month in any year: in February there are two."""
    days = sorted({monthrange(year, month)[1] for year in (2027, 2028)})
    return f"{' or '.join(map(str, days))} {month_name[month]}"
