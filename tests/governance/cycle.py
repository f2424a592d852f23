"""Builds a cycle of performance management for a test, and takes it as far as the test needs."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pytest

from accounts.models import User
from casework.action import Actor, Refused
from governance import load
from governance.actions import objectives, opening, people, review, system
from governance.actions.review import Judged
from governance.models import Appraiser, Consultation, Cycle, Objective, Point
from governance.position import Position
from schools import terms
from schools.models import AuthorityStaff, Membership, School, TermDates
from schools.models.choices import Category, MemberKind, Nation, StaffRole, TermKind
from tests.recruitment.headship import person, school_with_governors

START = date(2025, 9, 2)
TERMS = (
    (date(2025, 9, 2), date(2025, 10, 24)),
    (date(2025, 11, 3), date(2025, 12, 19)),
    (date(2026, 1, 5), date(2026, 2, 13)),
    (date(2026, 2, 23), date(2026, 3, 27)),
    (date(2026, 4, 13), date(2026, 5, 22)),
    (date(2026, 6, 1), date(2026, 7, 21)),
    (date(2026, 9, 2), date(2026, 10, 23)),
    (date(2026, 11, 2), date(2026, 12, 18)),
)
WHOLE = {
    "text": "Pupils read more fluently by the end of Year 2",
    "success": "80% read at the expected speed in June",
    "evidence": "The school's own reading checks",
    "pupils": "Fluent readers learn more in every subject",
    "plan": "Priority 1 of the improvement plan",
}
ON_SYSTEM: dict[str, Any] = {
    "seen": "The policy; the dates of all appraisals; the staff handbook",
    "not_seen": "Nothing",
    "policy": "Adopted in June, up to date, and followed",
    "calendar": "12 of 14 reviews were held in time",
    "objectives": "The senior leaders read them all together",
    "evidence": "Agreed with each teacher in October",
    "pay": "Recommended by one group and decided by another",
    "appraisers": "All were trained in the last two years",
    "development": "A plan with money behind it",
    "strengths": "Trust between those who appraise and those who are appraised",
    "for_governors": "Whether to adopt the policy again",
    "conclusion": "It works as it should",
}
MET = Judged(Objective.Judgement.MET, "The June checks show it")


@dataclass
class Year:
    """A school with its people, and the cycle of its head: of England unless said."""

    school: School
    people: dict[str, User]
    cycle: Cycle
    day: date = START

    def actor(self, role: str) -> Actor:
        """Return whoever has the role, as an actor."""
        return Actor(self.people[role])

    @property
    def wales(self) -> bool:
        return self.school.nation == Nation.WALES

    def fresh(self) -> Cycle:
        """Return the cycle as the database has it."""
        return load.cycles().get(pk=self.cycle.pk)

    def position(self, on: date | None = None) -> Position:
        return load.position(self.fresh(), on or self.day)

    def after(self, days: int) -> "Year":
        """Let some days pass."""
        self.day += timedelta(days=days)
        return self

    def on(self, day: date) -> "Year":
        """Let it become that day."""
        self.day = day
        return self

    @property
    def appraisers(self) -> list[User]:
        return [self.people["first"], self.people["second"]]

    # Steps, each on the present day

    def advise_on_system(self, **given: Any) -> "Year":
        """Let the adviser advise on the whole system, in these words where none are given."""
        system.advise_on_system(
            self.cycle, **{**ON_SYSTEM, **given}, by=self.actor("adviser"), on=self.day
        )
        return self

    def close(self) -> "Year":
        opening.close(self.cycle, by=self.actor("clerk"), on=self.day)
        return self

    def dispose(self, **given: Any) -> "Year":
        """Let the clerk dispose of the papers."""
        told = {"decided_by": "The governing body, minute 4", "why": "The time is over", **given}
        opening.dispose_of_papers(self.cycle, **told, by=self.actor("clerk"), on=self.day)
        return self

    def engage(self) -> "Year":
        if not self.wales:
            people.engage_adviser(
                self.cycle, person=self.people["adviser"], of="Advice for Schools",
                skills="Headship of two schools", interests="None to declare",
                by=self.actor("clerk"), on=self.day,
            )  # fmt: skip
        return self

    def appoint(self) -> "Year":
        people.appoint_appraisers(
            self.cycle, members=self.appraisers, meeting="Minute 7 of 2 September",
            by=self.actor("clerk"), on=self.day,
        )  # fmt: skip
        return self

    def join(self, role: str = "officer") -> "Year":
        """Let the authority or, as `diocesan`, the diocese appoint an appraiser."""
        capacity = (
            Appraiser.Capacity.DIOCESE if role == "diocesan" else Appraiser.Capacity.AUTHORITY
        )
        people.add_appraiser(
            self.cycle, person=self.people[role], capacity=capacity, evidence="A letter",
            by=self.actor("clerk"), on=self.day,
        )  # fmt: skip
        return self

    def write(self) -> "Year":
        objectives.add_objective(self.cycle, **WHOLE, by=self.actor("first"), on=self.day)
        return self

    def prepare(self) -> "Year":
        """Do what must come before the objectives: in England the adviser, in Wales a meeting."""
        if self.wales:
            present = [*(a.person for a in self.position().appraisers_now), self.people["head"]]
            objectives.hold_planning_meeting(
                self.cycle, present=present, by=self.actor("first"), on=self.day
            )
            return self
        objectives.tell_standards(
            self.cycle, standards="Teachers' Standards and Headteachers' Standards 2020",
            by=self.actor("chair"), on=self.day,
        )  # fmt: skip
        return self.consult(Point.OBJECTIVES)

    def consult(self, point: Point) -> "Year":
        objectives.consult_adviser(
            self.cycle, point=point, how=Consultation.How.WRITTEN, advice="Keep to two objectives",
            by=self.actor("first"), on=self.day,
        )  # fmt: skip
        return self

    def settle(self) -> "Year":
        objectives.set_objectives(self.cycle, agreed=True, by=self.actor("first"), on=self.day)
        return self

    def evidence(self) -> "Year":
        objectives.receive_evidence(
            self.cycle, evidence="Reading checks, June", by=self.actor("head"), on=self.day
        )
        return self

    def notice(self, review_on: date) -> "Year":
        review.give_notice_of_review(
            self.cycle, review_on=review_on, by=self.actor("clerk"), on=self.day
        )
        return self

    def review(self) -> "Year":
        numbers = [str(o.number) for o in self.position().objectives_now]
        review.review(
            self.cycle, judgements=dict.fromkeys(numbers, MET), overall="A strong year",
            on_standards="Met", needs="Leading a larger staff", development="A mentor until Easter",
            by=self.actor("first"), on=self.day,
        )  # fmt: skip
        return self

    def report(self) -> "Year":
        review.give_report(self.cycle, by=self.actor("first"), on=self.day)
        return self


def year(
    upto: str = "recorded",
    *,
    category: Category = Category.COMMUNITY,
    nation: Nation = Nation.ENGLAND,
    **school: str,
) -> Year:
    """Return a cycle that has come to be recorded, appointed, set, reviewed or given."""
    made = _recorded(category, nation, school)
    steps: dict[str, Callable[[], object]] = {
        "appointed": lambda: made.engage().appoint(),
        "set": lambda: made.write().prepare().settle(),
        "reviewed": lambda: _until_review(made),
        "given": lambda: made.after(3).report(),
    }
    for stage, take in steps.items():
        if upto == "recorded":
            break
        take()
        if stage == upto:
            break
    return made


def _until_review(made: Year) -> Year:
    made.on(date(2026, 9, 7))
    if made.wales:
        made.notice(date(2026, 9, 28)).after(3).evidence()
        return made.on(date(2026, 9, 28)).review()
    return made.evidence().after(7).consult(Point.REVIEW).after(7).review()


def _recorded(category: Category, nation: Nation, changed: dict[str, str]) -> Year:
    school, found = school_with_governors(category=category, nation=nation)
    School.objects.filter(pk=school.pk).update(**changed)
    school.refresh_from_db()
    head, staff = person("Nan Pryce"), person("Sid Rowe")
    since, body, authority = date(2024, 9, 1), school.governing_body, school.authority
    assert body
    assert authority
    for user, kind in ((head, MemberKind.HEAD), (staff, MemberKind.STAFF)):
        Membership.objects.create(governing_body=body, user=user, kind=kind, since=since)
    if category == Category.VOLUNTARY_AIDED:
        Membership.objects.filter(governing_body=body, user=person("Uma Shah")).update(
            kind=MemberKind.FOUNDATION
        )
    found |= {
        "head": head, "staff": staff, "first": person("Uma Shah"), "second": person("Lee Ward"),
        "other": person("Kit Moss"), "diocesan": person("Fr Ives"), "adviser": person("Ada Finch"),
    }  # fmt: skip
    if not AuthorityStaff.objects.filter(user=found["officer"]).exists():
        AuthorityStaff.objects.create(
            authority=authority, user=found["officer"], role=StaffRole.OFFICER, since=since
        )
    dates = [TermDates(kind=TermKind.TERM, name="", first=a, last=b) for a, b in TERMS]
    terms.enter(school, dates, by=found["clerk"], on=since)
    cycle = opening.open_cycle(
        school, head=head, starts_on=START, by=Actor(found["clerk"]), on=START, pay=True
    )
    return Year(school, found, cycle)


def refusal(do: Callable[[], object]) -> tuple[str, ...]:
    """Return the keys for which something is refused; fail if it is done."""
    with pytest.raises(Refused) as refused:
        do()
    return refused.value.keys


def warned(made: Year) -> list[str]:
    """Return what the last event was warned of."""
    found: list[str] = made.fresh().events.latest("number").data.get("warned_of", [])
    return found
