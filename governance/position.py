"""Position: all that rules, pages and documents need to know of one cycle on one day."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any, Self

from accounts.models import User
from casework import clock
from casework.load import as_loaded
from casework.models import Document
from casework.roster import SchoolRoster
from governance import known
from governance.models import (
    Advice,
    Appeal,
    AppealsOfficer,
    Appraiser,
    Consultation,
    Cycle,
    Engagement,
    Handing,
    Information,
    Objection,
    Objective,
    Pay,
    Point,
    Progress,
    Review,
    SystemAdvice,
)
from governance.stages import Stage
from law.appraisal import Scheme
from law.base import Obstacle, Rule, Strength
from schools.governing_law import SchoolLaw
from schools.models.choices import MemberKind, OfficeKind


def _stood(row: Engagement | Appraiser, day: date) -> bool:
    """Whether it held on `day`: from its first day until, not including, the day it ended."""
    return row.since <= day and (row.until is None or day < row.until)


BY_OFFICE = {"clerk": OfficeKind.CLERK, "chair": OfficeKind.CHAIR}


@dataclass(frozen=True, kw_only=True)
class Position(SchoolRoster):
    """One cycle as it stands, judged on the day `on` by the law of that day.

    Loaded in a fixed number of queries by `governance.load.position`. Every list holds all rows of
    the cycle, past ones included; the questions below pick those that count on `on`. `earlier` are
    the objectives of the cycle before, with what became of them, `earlier_system_advice` what was
    advised in it on the whole system, and `next_closed_on` the day on which the one after closed.
    `others` are the other cycles of the same head at the school that did not end before their time.
    """

    case: Cycle
    law: SchoolLaw
    scheme: Scheme
    engagements: Sequence[Engagement] = ()
    appraisers: Sequence[Appraiser] = ()
    objections: Sequence[Objection] = ()
    objectives: Sequence[Objective] = ()
    earlier: Sequence[Objective] = ()
    others: Sequence[Cycle] = ()
    progress: Sequence[Progress] = ()
    information: Sequence[Information] = ()
    consultations: Sequence[Consultation] = ()
    advice: Sequence[Advice] = ()
    system_advice: Sequence[SystemAdvice] = ()
    earlier_system_advice: Sequence[SystemAdvice] = ()
    reviews: Sequence[Review] = ()
    pay_rows: Sequence[Pay] = ()
    handings: Sequence[Handing] = ()
    appeals: Sequence[Appeal] = ()
    appeals_officers: Sequence[AppealsOfficer] = ()
    documents: Sequence[Document] = ()
    next_closed_on: date | None = None

    def judged_on(self, day: date) -> Self:
        """Return the same rows judged on another day, by the law of that day."""
        return replace(self, on=day, scheme=self.law.scheme_on(day))

    # What the machinery asks

    @property
    def stage(self) -> str:
        """The stage that the cycle has reached."""
        return str(self.case.stage)

    @property
    def stage_name(self) -> str:
        """The stage, in words."""
        return Stage(self.case.stage).label

    @property
    def law_version(self) -> str:
        """Which table of the law, in which edition, this position is judged by."""
        return f"{self.scheme.key} {self.scheme.version}"

    def provision(self, name: str) -> str:
        """Return the citation of the rule called `name`, or nothing where there is none."""
        rule = self.rule(name)
        return rule.citation if rule else ""

    def rule(self, name: str) -> Rule[Any] | None:
        """Return the rule called `name`, or nothing where the law of this school has none."""
        return self.scheme.rule(name)

    def unknown_step(self, action: str) -> Obstacle | None:
        """What to say of a step that the law of this school does not know; nothing if it does."""
        return known.unknown_step(self.scheme, action)

    def never_known_step(self, action: str) -> Obstacle | None:
        """What to say of a step that the law knew neither when the cycle began nor today."""
        first = self.judged_on(self.case.opened_on).unknown_step(action)
        return self.unknown_step(action) if first else None

    def roles_left(self, user: User, granted: frozenset[str]) -> frozenset[str]:
        """Return what is left of the granted roles after what takes them away.

        A role ends with the office, the appointment or the engagement behind it. The head of this
        cycle has no other part in it. Of a cycle whose papers are disposed of, only the clerk and
        the chair know.
        """
        if self.case.stage == Stage.DISPOSED:
            granted &= set(BY_OFFICE)
        if user.pk == self.case.head_id:
            return granted & {"head"}
        return frozenset(role for role in granted if self._still_holds(user, role))

    def _still_holds(self, user: User, role: str) -> bool:
        today = clock.today()
        if role in BY_OFFICE:
            return self.holds_office(user, BY_OFFICE[role], today)
        if role == "appraiser":
            return any(
                a.person_id == user.pk and self.may_appraise_on(a, today)
                for a in self.appraisers_on(today)
            )
        if role == "adviser":
            return any(e.person_id == user.pk for e in self.engagements_on(today))
        if role == "officer":
            return any(s.user_id == user.pk and s.is_in_force(today) for s in self.authority_staff)
        if role == "decider":
            return self.may_decide_pay(user, today)
        return role == "appeals_officer"

    def current(self, value: Any) -> Any:
        """Return `value` with every row of this cycle in it replaced by the row as loaded here.

        Whoever calls an action may hold rows read before the lock. Raises NotInThisCase for a
        row of another cycle.
        """
        return as_loaded(value, self.case, {
            Engagement: self.engagements, Appraiser: self.appraisers,
            Objection: self.objections, Objective: self.objectives,
            Consultation: self.consultations, Advice: self.advice, Review: self.reviews,
            Pay: self.pay_rows, Appeal: self.appeals, Document: self.documents,
        })  # fmt: skip

    @cached_property
    def open_documents(self) -> tuple[Document, ...]:
        """The documents that are not yet issued."""
        return tuple(d for d in self.documents if d.is_open)

    # People

    @property
    def head(self) -> User:
        """The head who is appraised."""
        return self.case.head

    def engagements_on(self, day: date) -> tuple[Engagement, ...]:
        """The engagements of advisers that stood on `day`."""
        return tuple(e for e in self.engagements if _stood(e, day))

    @property
    def adviser(self) -> Engagement | None:
        """The engagement of the external adviser now."""
        return next(reversed(self.engagements_on(self.on)), None)

    def appraisers_on(self, day: date) -> tuple[Appraiser, ...]:
        """The appraisers on `day`."""
        return tuple(a for a in self.appraisers if _stood(a, day))

    @property
    def appraisers_now(self) -> tuple[Appraiser, ...]:
        """Those who appraise now."""
        return self.appraisers_on(self.on)

    def may_appraise_on(self, appraiser: Appraiser, day: date) -> bool:
        """Whether what the appraiser sits there by holds on `day`: a governor's seat, for one."""
        if appraiser.capacity != Appraiser.Capacity.GOVERNOR:
            return True
        return any(seat.user_id == appraiser.person_id for seat in self.governors_on(day))

    def may_decide_pay(self, user: User, day: date) -> bool:
        """Whether the person is a governor who does not work at the school, on `day`.

        In an academy its trust says who decides, who may sit on no governing body.
        """
        if self.is_paid_by_school(user, day):
            return False
        rule = self.scheme.pay_decided_by_others
        by_choice = rule is None or rule.strength == Strength.PRACTICE
        return by_choice or any(seat.user_id == user.pk for seat in self.governors_on(day))

    def is_appraiser(self, user: User) -> bool:
        """Whether the person has appraised the head in this cycle, now or earlier."""
        return any(a.person_id == user.pk for a in self.appraisers)

    def is_paid_by_school(self, user: User, day: date) -> bool:
        """Whether the person works at the school: its head, or a staff governor, on `day`."""
        seat = self.membership_of(user, day)
        if user.pk == self.case.head_id:
            return True
        return seat is not None and seat.kind in (MemberKind.HEAD, MemberKind.STAFF)

    @property
    def open_objections(self) -> tuple[Objection, ...]:
        """The objections of the head that are not decided."""
        return tuple(o for o in self.objections if not self.has_come(o.decided_on))

    # Objectives and advice

    @property
    def objectives_now(self) -> tuple[Objective, ...]:
        """The objectives that stand: those not dropped."""
        return tuple(o for o in self.objectives if not self.has_come(o.dropped_on))

    def consulted(self, point: Point) -> Consultation | None:
        """The last consultation of the adviser at that point of the year."""
        held = (c for c in self.consultations if c.point == point and self.has_come(c.held_on))
        return max(held, key=lambda c: (c.held_on, c.pk), default=None)

    @property
    def unanswered(self) -> tuple[Consultation, ...]:
        """The advice of which it is not recorded whether the governors followed it."""
        return tuple(c for c in self.consultations if c.followed is None)

    @property
    def carried_in(self) -> tuple[dict[str, Any], ...]:
        """What the adviser recommended last year for the whole system."""
        last = self.earlier_system_advice[-1:]
        return tuple(each for advice in last for each in advice.recommendations)

    # The review and what follows

    @property
    def review(self) -> Review | None:
        """The review that stands: the last one that no appeal has set aside."""
        standing = [r for r in self.reviews if not self.has_come(r.set_aside_on)]
        return standing[-1] if standing else None

    @property
    def pay(self) -> Pay | None:
        """What was last recommended on pay."""
        return self.pay_rows[-1] if self.pay_rows else None

    @property
    def appeal(self) -> Appeal | None:
        """The last appeal against the review that stands."""
        mine = [a for a in self.appeals if self.review and a.review_id == self.review.pk]
        return mine[-1] if mine else None

    def officers_of(self, appeal: Appeal) -> tuple[AppealsOfficer, ...]:
        """Those who hear an appeal."""
        return tuple(o for o in self.appeals_officers if o.appeal_id == appeal.pk)
