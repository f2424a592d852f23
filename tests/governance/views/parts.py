"""People with one part in a cycle and no other, people with none, and a year that says much."""

from collections.abc import Callable
from datetime import date

from accounts.models import User
from casework import access
from casework.action import certain
from governance.actions import objectives, papers, pay, people, review
from governance.models import Appraiser, Cycle, Objection, Pay, Point, Progress
from governance.models.cycle import ROLES
from schools.models import Authority, AuthorityStaff, Membership, Office, School
from schools.models.choices import MemberKind, Nation, StaffRole
from tests.governance.cycle import Year, year
from tests.recruitment.headship import person, school_with_governors

SINCE = date(2024, 9, 1)
TODAY = date(2026, 10, 5)
WORDS = {
    "see_objectives": ("Fluent readers", "the library corner"),
    "see_advice": ("Keep to two objectives", "the kestrel question"),
    "see_system_advice": ("the lapwing policy",),
    "see_review": ("A strong year", "The June checks show it"),
    "see_objections": ("the quarrel of the swans", "swans are quiet now"),
    "see_pay": ("one point for herons", "L21 it is"),
}
"""What is written in the year, by the capability that lets a person read it."""


def told(nation: Nation = Nation.ENGLAND) -> Year:
    """A year in which something was written of everything, and the report is given."""
    made = year("set", nation=nation)
    by, on = made.actor("first"), made.day
    object_in_vain(made)
    objectives.note_progress(
        made.cycle, objective=made.position().objectives_now[0], mark=Progress.Mark.ON_TRACK,
        note="Seen in the library corner", by=by, on=on,
    )  # fmt: skip
    if not made.wales:
        advise(made)
        made.advise_on_system(policy="Nobody has read the lapwing policy")
    made.on(date(2026, 9, 7))
    if made.wales:
        made.notice(date(2026, 9, 28))
    made.evidence()
    consulted = made if made.wales else made.consult(Point.REVIEW)
    consulted.on(date(2026, 9, 28)).review().after(2).report()
    pay_it(made)
    papers.draft_document(made.cycle, kind="test_letter", by=made.actor("clerk"), on=made.day)
    document = made.cycle.documents.get()
    for step in (papers.approve_document, papers.issue_document):
        step(made.cycle, document=document, by=made.actor("clerk"), on=made.day)
    return made


def advise(made: Year) -> None:
    objectives.give_advice(
        made.cycle, point=Point.OBJECTIVES, visited_on=made.day, seen="The plan",
        not_seen="Nothing", questions="Is the kestrel question settled?", for_governors="All",
        conclusion="Go on", by=made.actor("adviser"), on=made.day,
    )  # fmt: skip


def object_in_vain(made: Year) -> None:
    if made.wales:
        return
    people.object_to_appraiser(
        made.cycle, appraiser=made.position().appraisers_now[0], reason="the quarrel of the swans",
        by=made.actor("head"), on=made.day,
    )  # fmt: skip
    people.decide_objection(
        made.cycle, objection=made.position().objections[0], outcome=Objection.Outcome.NOT_UPHELD,
        reasons="swans are quiet now", by=made.actor("chair"), on=made.day,
    )  # fmt: skip


def pay_it(made: Year) -> None:
    if made.wales:
        return
    pay.recommend_pay(
        made.cycle, recommended="one point for herons", reasons="Met", by=made.actor("first"),
        on=made.day,
    )  # fmt: skip
    pay.decide_pay(
        made.cycle, outcome=Pay.Outcome.AS_RECOMMENDED, decided="L21 it is", reasons="The report",
        deciders=[made.people["other"]], by=made.actor("chair"), on=made.day,
    )  # fmt: skip
    pay.tell_pay(made.cycle, by=made.actor("clerk"), on=made.day)
    review.assure_governors(made.cycle, by=made.actor("chair"), on=made.day)


def holder(role: str, cycle: Cycle) -> User:
    """Return somebody with that part in the cycle and no other, and what stands behind it."""
    user = person(f"Only {role.replace('_', ' ').title()}")
    body = certain(cycle.school.governing_body)
    if role in ("clerk", "chair"):
        Office.objects.create(governing_body=body, user=user, office=role, since=SINCE)
    elif role == "officer":
        AuthorityStaff.objects.create(
            authority=certain(cycle.school.authority), user=user, role=role, since=SINCE
        )
    elif role == "head":
        Cycle.objects.filter(pk=cycle.pk).update(head=user)
    elif role == "adviser":
        cycle.engagements.create(person=user, of="Themselves", since=SINCE)
    elif role in ("appraiser", "decider"):
        kind = MemberKind.CO_OPTED
        Membership.objects.create(governing_body=body, user=user, kind=kind, since=SINCE)
    if role == "appraiser":
        capacity = Appraiser.Capacity.GOVERNOR
        cycle.appraisers.create(person=user, capacity=capacity, since=SINCE)
    access.grant(role, user, cycle)
    return user


def _another_adviser(made: Year) -> User:
    user = person("Another Adviser")
    school, _ = school_with_governors("Far Away Primary School")
    far = Cycle.objects.create(
        reference="PM-2025-99999", school=school, opened_on=SINCE, moved_on=SINCE,
        head=person("Far Head"), starts_on=SINCE, ends_on=TODAY,
    )  # fmt: skip
    far.engagements.create(person=user, of="Themselves", since=SINCE)
    access.grant("adviser", user, far)
    return user


def _whose_engagement_ended(made: Year) -> User:
    people.end_engagement(made.cycle, why="Moved", by=made.actor("clerk"), on=made.day)
    return made.people["adviser"]


def _who_appraises_no_longer(made: Year) -> User:
    Cycle.objects.filter(pk=made.cycle.pk).update(stage="objectives_set")
    people.change_appraiser(
        made.cycle, appraiser=made.position().appraisers_now[0], person=made.people["other"],
        meeting="Minute 9", why="Ill", by=made.actor("clerk"), on=made.day,
    )  # fmt: skip
    Cycle.objects.filter(pk=made.cycle.pk).update(stage="reported")
    return made.people["first"]


def _officer_who_left(made: Year) -> User:
    user = holder("officer", made.cycle)
    AuthorityStaff.objects.filter(user=user).update(until=date(2026, 1, 1))
    return user


def _adviser_of_the_authority(made: Year) -> User:
    user = person("Authority Adviser")
    authority = Authority.objects.get()
    AuthorityStaff.objects.create(
        authority=authority, user=user, role=StaffRole.ADVISER, since=SINCE
    )
    return user


def _clerk_of_another_school(made: Year) -> User:
    school, _ = school_with_governors("Another Primary School")
    user = person("Another Clerk")
    body = certain(School.objects.get(pk=school.pk).governing_body)
    Office.objects.filter(governing_body=body, office="clerk").update(user=user)
    return user


def _governor_off_the_panel(made: Year) -> User:
    user = person("Off Panel")
    body = certain(made.school.governing_body)
    Membership.objects.create(governing_body=body, user=user, kind=MemberKind.CO_OPTED, since=SINCE)
    return user


STRANGERS: dict[str, Callable[[Year], User]] = {
    "a stranger": lambda made: person("Zoe Stranger"),
    "a staff governor": lambda made: made.people["staff"],
    "another adviser": _another_adviser,
    "a governor off the panel": _governor_off_the_panel,
    "an officer without cause": lambda made: made.people["officer"],
    "an officer who left": _officer_who_left,
    "an adviser of the authority": _adviser_of_the_authority,
    "an adviser whose engagement ended": _whose_engagement_ended,
    "an appraiser who was replaced": _who_appraises_no_longer,
    "the clerk of another school": _clerk_of_another_school,
}
ALL_ROLES = tuple(ROLES)
