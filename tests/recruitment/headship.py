"""Builds a headship for a test and takes it, through the actions, as far as the test needs."""

from collections.abc import Callable, Hashable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import date, time, timedelta

import pytest

from accounts.models import User
from casework import clock
from casework.action import Actor, Refused
from casework.models import Meeting
from law.appointment import Regime
from recruitment import load
from recruitment.actions import (
    applications,
    appointment,
    delegation,
    meetings,
    opening,
    selection,
    specification,
)
from recruitment.governing_law import GoverningLaw
from recruitment.models import Candidate, Criterion, Vacancy
from recruitment.models.delegation import DecidingBody
from recruitment.position import Position
from schools.governing_law import law_of
from schools.models import Authority, AuthorityStaff, GoverningBody, Membership, Office, School
from schools.models.choices import (
    Category,
    MemberKind,
    Nation,
    OfficeKind,
    StaffRole,
    Status,
)
from tests.recruitment import rebuilt

START = date(2026, 9, 1)
LAST_TERM = timedelta(days=121)  # until the outgoing head's last day
NAMES = ("Tom Hale", "Uma Shah", "Lee Ward", "Kit Moss", "Joy Dean")


def person(name: str) -> User:
    """Return the person of that name, made if need be."""
    email = f"{name.lower().replace(' ', '.')}@example.org"
    found = User.objects.filter(email=email).first()
    return found or User.objects.create_user(email, name)


@dataclass
class Headship:
    """A school with five governors, and its vacancy: a community school in England unless said."""

    school: School
    people: dict[str, User]
    vacancy: Vacancy
    day: date = START
    evening: Meeting | None = field(default=None)

    def actor(self, role: str) -> Actor:
        """Return whoever has the role, as an actor."""
        return Actor(self.people[role])

    @property
    def clerk(self) -> Actor:
        return self.actor("clerk")

    @property
    def panel(self) -> list[User]:
        return [person(name) for name in NAMES[:3]]

    def fresh(self) -> Vacancy:
        """Return the vacancy as the database has it."""
        return load.vacancies().get(pk=self.vacancy.pk)

    def position(self, on: date | None = None) -> Position:
        return load.position(self.fresh(), on or self.day)

    def candidate(self, code: str) -> Candidate:
        return Candidate.objects.get(vacancy=self.vacancy, code=code)

    def after(self, days: int) -> "Headship":
        """Let some days pass."""
        self.day += timedelta(days=days)
        return self

    # Steps, each on the present day

    @property
    def regime(self) -> Regime:
        vacancy = self.fresh()
        return GoverningLaw(law_of(vacancy.school), tuple(vacancy.delegations.all())).on(self.day)

    def notify(self) -> "Headship":
        if self.regime.notice_of_vacancy:
            opening.notify_authority(self.vacancy, how="by e-mail", by=self.clerk, on=self.day)
        opening.name_adviser(
            self.vacancy,
            adviser=self.people["adviser"],
            agreement="A letter of 1 September 2026",
            by=self.clerk,
            on=self.day,
        )
        return self

    def delegate(self, approval: DecidingBody = DecidingBody.GOVERNING_BODY) -> "Headship":
        """Enter the scheme of delegation of an academy."""
        if self.regime.key == "england-academy":
            delegation.enter_scheme(
                self.vacancy,
                panel_minimum=3,
                panel_minimum_source="Scheme of delegation, 4.2",
                approval=approval,
                approval_source="Scheme of delegation, 4.3",
                appointer=DecidingBody.TRUST_BOARD,
                appointer_source="Scheme of delegation, 4.4",
                by=self.clerk,
                on=self.day,
            )
        return self

    def meet(self, purpose: str, present: list[User] | None = None) -> Meeting:
        """Call a meeting of the governing body, let its notice pass, and hold it."""
        meetings.call_meeting(
            self.vacancy,
            body=Meeting.Body.GOVERNING_BODY,
            purpose=purpose,
            held_on=self.day + timedelta(days=10),
            at=time(18),
            place="The school hall",
            agenda=[purpose],
            notice_to_authority=True,
            by=self.clerk,
            on=self.day,
        )
        self.after(10)
        meeting = Meeting.objects.filter(case=self.vacancy).latest("number")
        meetings.hold_meeting(
            self.vacancy,
            meeting=meeting,
            present=present or [person(name) for name in NAMES],
            chaired_by=self.people["chair"],
            by=self.clerk,
            on=self.day,
        )
        return meeting

    def appoint_panel(self) -> "Headship":
        meeting = self.meet("To appoint the selection panel")
        meetings.appoint_panel(
            self.vacancy,
            meeting=meeting,
            members=self.panel,
            chair=self.panel[0],
            trained=[self.panel[1]],
            votes_for=5,
            votes_against=0,
            abstained=0,
            by=self.clerk,
            on=self.day,
        )
        return self

    def settle(self) -> "Headship":
        there = {criterion.text for criterion in self.position().criteria}
        for text in ("Leads teaching", "Leads safeguarding", "Manages a budget"):
            if text in there:
                continue
            specification.add_criterion(
                self.vacancy,
                text=text,
                tested_by=[Criterion.TestedBy.INTERVIEW],
                by=self.clerk,
                on=self.day,
            )
        specification.settle_criteria(self.vacancy, by=self.clerk, on=self.day)
        return self

    def advertise(self) -> "Headship":
        opening.advertise(
            self.vacancy,
            where="the authority's vacancies page",
            closing_on=self.day + timedelta(days=14),
            by=self.clerk,
            on=self.day,
        )
        return self

    def apply(self, *names: str) -> "Headship":
        for name in names or ("Ada Brook", "Ben Carr", "Cat Dunn"):
            applications.add_candidate(self.vacancy, name=name, by=self.clerk, on=self.day)
        return self

    def shortlist(self) -> "Headship":
        everybody = list(Candidate.objects.filter(vacancy=self.vacancy))
        selection.shortlist(
            self.vacancy,
            candidates=everybody,
            reasons={c.code: "Meets every essential criterion on paper" for c in everybody},
            shortlisters=self.panel,
            by=self.clerk,
            on=self.day,
        )
        return self

    def send_names(self) -> "Headship":
        if self.regime.names:
            selection.send_names(self.vacancy, how="by hand", by=self.clerk, on=self.day)
        return self

    def receive(self) -> "Headship":
        if self.regime.names is None:
            return self
        selection.record_receipt(
            self.vacancy,
            names=list(Candidate.objects.filter(vacancy=self.vacancy)),
            received_on=self.day,
            evidence="Handed over at the panel's table",
            by=self.clerk,
        )
        return self

    def interview(self) -> "Headship":
        selection.record_interviews(
            self.vacancy,
            candidates=list(Candidate.objects.filter(vacancy=self.vacancy)),
            present=self.panel,
            by=self.clerk,
            on=self.day,
        )
        return self

    def recommend(self, code: str = "C1") -> "Headship":
        appointment.recommend(
            self.vacancy,
            candidate=self.candidate(code),
            reasons="The strongest evidence against every essential criterion",
            by=self.clerk,
            on=self.day,
        )
        return self

    def approve(self) -> "Headship":
        self.evening = self.meet("To consider the panel's recommendation")
        appointment.approve(
            self.vacancy,
            meeting=self.evening,
            votes_for=4,
            votes_against=1,
            abstained=0,
            by=self.clerk,
            on=self.day,
        )
        return self

    def appoint(self) -> "Headship":
        if not self.regime.approval_appoints:
            appointment.appoint(self.vacancy, by=self.clerk, on=self.day)
        return self

    def offer(self) -> "Headship":
        appointment.make_offer(
            self.vacancy,
            starts_on=self.vacancy.outgoing_last_day + timedelta(days=1),
            salary="L20",
            by=self.clerk,
            on=self.day,
        )
        return self

    def accept(self) -> "Headship":
        appointment.accept_offer(self.vacancy, by=self.clerk, on=self.day)
        return self

    def check(self) -> "Headship":
        for rule in self.regime.checks:
            appointment.record_check(
                self.vacancy,
                check=rule.value.key,
                done_by="Joan Beck",
                evidence="Seen",
                applies=rule.value.required == "always",
                by=self.clerk,
                on=self.day,
            )
        return self

    def confirm(self) -> "Headship":
        appointment.confirm(self.vacancy, by=self.clerk, on=self.day)
        return self

    def start(self) -> "Headship":
        self.day = max(self.day, self.vacancy.outgoing_last_day + timedelta(days=1))
        appointment.take_up_post(self.vacancy, by=self.clerk, on=self.day)
        return self


WAY = (
    ("recorded", ()),
    ("panel_appointed", ("notify", "delegate", "appoint_panel")),
    ("advertised", ("settle", "advertise")),
    ("shortlisted", ("apply", "wait_for_closing", "shortlist")),
    ("names_sent", ("send_names", "receive")),
    ("interviewed", ("wait", "interview")),
    ("recommended", ("recommend",)),
    ("approved", ("approve",)),
    ("appointed", ("appoint",)),
    ("offered", ("offer",)),
    ("accepted", ("accept",)),
    ("confirmed", ("check", "confirm")),
    ("in_post", ("start",)),
)


def school_with_governors(
    name: str = "Mill Lane Primary School",
    category: Category = Category.COMMUNITY,
    nation: Nation = Nation.ENGLAND,
) -> tuple[School, dict[str, User]]:
    """Return an open school, its governors in post, and its people by role."""
    authority, _ = Authority.objects.get_or_create(code="999", name="Fictional Borough")
    body = GoverningBody.objects.create(name=f"Governing body of {name}")
    school = School.objects.create(
        name=name,
        authority=authority,
        category=category,
        nation=nation,
        status=Status.OPEN,
        governing_body=body,
        street="1 Mill Lane",
        town="Fictown",
        postcode="ZZ1 1ZZ",
    )
    since = date(2024, 9, 1)
    for governor in NAMES:
        Membership.objects.create(
            governing_body=body, user=person(governor), kind=MemberKind.CO_OPTED, since=since
        )
    people = {"clerk": person("Ann Rees"), "chair": person(NAMES[4])}
    for office, user in ((OfficeKind.CLERK, "clerk"), (OfficeKind.CHAIR, "chair")):
        Office.objects.create(governing_body=body, user=people[user], office=office, since=since)
    people |= {"adviser": person("Ifor Prys"), "officer": person("Joan Beck")}
    for role in (StaffRole.ADVISER, StaffRole.OFFICER):
        AuthorityStaff.objects.get_or_create(
            authority=authority, user=people[role], role=role, since=since
        )
    seats = {"panel_chair": NAMES[0], "panel": NAMES[1], "governor": NAMES[3]}
    people |= {role: person(governor) for role, governor in seats.items()}
    return school, people


def headship(
    stage: str = "recorded",
    name: str = "Mill Lane Primary School",
    start: date = START,
    category: Category = Category.COMMUNITY,
    nation: Nation = Nation.ENGLAND,
) -> Headship:
    """Return a headship begun on `start` that has come, by the shortest lawful way, to `stage`."""
    asked = (stage, name, start, category, nation)
    return once(asked, lambda: build(*asked))


def once(asked: Hashable, built: Callable[[], Headship]) -> Headship:
    """Return what is built or, where the same was built in an empty database before, put it back.

    `asked` is what it is known by, besides today's date.
    """
    if not rebuilt.nothing_yet():
        return built()
    asked = (asked, clock.today())
    if asked not in rebuilt.KEPT:
        case = built()
        rebuilt.keep(asked, (case.people, case.day, case.evening))
        return case
    people, day, evening = rebuilt.put_back(asked)
    vacancy = load.vacancies().get()
    return Headship(vacancy.school, people, vacancy, day, evening)


def build(stage: str, name: str, start: date, category: Category, nation: Nation) -> Headship:
    """Build a headship through the actions."""
    school, people = school_with_governors(name, category, nation)
    vacancy = opening.open_vacancy(
        school,
        reason=Vacancy.Reason.RETIREMENT,
        outgoing_last_day=start + LAST_TERM,
        by=Actor(people["clerk"]),
        on=start,
    )
    built = Headship(school, people, vacancy, start)
    for reached, steps in WAY:
        for step in steps:
            if step == "wait_for_closing":
                built.after(15)
            elif step == "wait":
                built.after(15 if nation == Nation.WALES else 8)
            else:
                getattr(built, step)()
        if reached == stage:
            return built
    raise ValueError(f"There is no stage {stage} on the way.")


def refusal(case: Headship, do: Callable[[], object]) -> tuple[str, ...]:
    """The keys of the refusal that `do` meets, once it is seen that nothing was recorded."""
    before = case.fresh().event_count
    with pytest.raises(Refused) as refused:
        do()
    assert case.fresh().event_count == before
    return refused.value.keys


def on_day(day: date) -> AbstractContextManager[None]:
    """Make it noon on `day`."""
    return clock.set_to(day)
