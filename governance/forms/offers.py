"""What forms of a cycle offer to choose from: people, objectives, consultations, objections.

A row's key is its id.
"""

from collections.abc import Iterator

from accounts.models import User
from casework import access, clock
from casework.forms.picks import Choice
from casework.words import written
from governance.desk import Desk
from governance.models import Objective, Progress
from governance.models.cycle import ROLES
from governance.rules.parts import TAKEN_BACK
from schools.models import School
from schools.models.choices import MemberKind

Offered = Iterator[Choice]


def _person(user: User, hint: str = "") -> Choice:
    return Choice(str(user.pk), user, user.full_name, hint)


def governors(desk: Desk) -> Offered:
    """The governors in post, but for the head."""
    p = desk.position
    for seat in p.governors_on(p.on):
        if seat.kind != MemberKind.HEAD and seat.user_id != p.case.head_id:
            office = ", chair" if seat.user == p.chair else ""
            yield _person(seat.user, f"{seat.get_kind_display()}{office}")


def who_did_not_appraise(desk: Desk) -> Offered:
    """The governors who took no part in the appraisal and do not work at the school."""
    p = desk.position
    for choice in governors(desk):
        if not p.is_appraiser(choice.row) and not p.is_paid_by_school(choice.row, p.on):
            yield choice


def who_could_appraise(desk: Desk) -> Offered:
    """The governors who do not work at the school and do not appraise."""
    p = desk.position
    now = {a.person_id for a in p.appraisers_now}
    for choice in governors(desk):
        if choice.row.pk not in now and not p.is_paid_by_school(choice.row, p.on):
            yield choice


def parts_given(desk: Desk) -> Offered:
    """The parts that were given to somebody and can be taken back."""
    for grant in desk.position.case.grants.select_related("user", "permission"):
        role = access.role_of(grant.permission.codename)
        if role in TAKEN_BACK:
            yield Choice(str(grant.pk), grant, grant.user.full_name, ROLES[role].capitalize())


def appraisers(desk: Desk) -> Offered:
    """Those who appraise now."""
    for a in desk.position.appraisers_now:
        hint = f"{a.get_capacity_display()}, since {written(a.since)}"
        yield Choice(str(a.pk), a, a.person.full_name, hint)


def at_the_planning_meeting(desk: Desk) -> Offered:
    """The appraisers and the head."""
    for a in desk.position.appraisers_now:
        yield _person(a.person, a.get_capacity_display())
    yield _person(desk.position.head, "Head")


def objections(desk: Desk) -> Offered:
    """The objections that are not decided."""
    for o in desk.position.open_objections:
        yield Choice(str(o.pk), o, str(o), o.reason)


def objectives(desk: Desk) -> Offered:
    """The objectives that stand."""
    for o in desk.position.objectives_now:
        yield Choice(str(o.pk), o, str(o), _last_progress(desk, o))


def _last_progress(desk: Desk, objective: Objective) -> str:
    noted: list[Progress] = [
        each for each in desk.position.progress if each.objective_id == objective.pk
    ]
    return f"Last noted: {noted[-1]}" if noted else ""


def consultations(desk: Desk) -> Offered:
    """The consultations of which it is not recorded whether the advice was followed."""
    for c in desk.position.unanswered:
        yield Choice(str(c.pk), c, str(c), c.advice)


def heads(school: School) -> Offered:
    """The head who sits on the school's governing body today."""
    body = school.governing_body
    for seat in body.members_on(clock.today()) if body else ():
        if seat.kind == MemberKind.HEAD:
            yield _person(seat.user, "Head")
