"""The cycle is recorded, its dates are changed, it ends; long after, its papers are destroyed."""

from datetime import date
from uuid import uuid4

from django.db import transaction

from accounts.models import User
from casework import access, clock, record
from casework.action import Actor, Refused
from casework.documents import issue
from casework.models import Event
from casework.rules import entry
from casework.words import written
from governance import load
from governance.models import Cycle
from governance.process import action, step
from governance.rules.ending import overlapping
from law.base import NoRegime, Obstacle
from schools.governing_law import law_of
from schools.models import School
from schools.models.choices import IN_USE


@action
def open_cycle(
    school: School,
    *,
    head: User,
    starts_on: date,
    by: Actor,
    on: date,
    ends_on: date | None = None,
    post: Cycle.Post = Cycle.Post.HEAD,
    pay: bool = False,
    previous: Cycle | None = None,
) -> Cycle:
    """Record that a cycle of the head's performance management begins, by the clerk or the chair.

    Without `ends_on` it lasts as long as the law has it. `previous` is the cycle whose objectives
    and outcomes are carried in. Returns the cycle, with its first event. Raises Refused, with
    nothing written, when the school cannot have one.
    """
    with transaction.atomic():
        school = School.objects.select_for_update(of=("self",)).get(pk=school.pk)
        cycle = Cycle(
            reference=uuid4().hex[:20],
            school=school,
            opened_on=on,
            moved_on=on,
            head=head,
            post=Cycle.Post(post),
            starts_on=starts_on,
            ends_on=ends_on or _usual_end(school, starts_on, on),
            pay=pay,
            previous=previous,
        )
        found = _cannot_open(cycle, by.user)
        if any(o.blocks for o in found):
            raise Refused(found)
        cycle.save()
        cycle.reference = f"PM-{on.year}-{cycle.pk:05d}"
        cycle.save(update_fields=["reference"])
        _grant_from_office(cycle)
        _record_opening(cycle, by.user, on, tuple(found))
        return cycle


def _usual_end(school: School, starts_on: date, on: date) -> date:
    """Return the last day that the law gives; the first where no law is held: that is refused."""
    try:
        return law_of(school).scheme_on(on).cycle.value.last_day(starts_on)
    except NoRegime:
        return starts_on


def _record_opening(cycle: Cycle, by: User, on: date, warned: tuple[Obstacle, ...]) -> None:
    position = load.position(cycle, on)
    facts = {
        "school": cycle.school,
        "head": cycle.head,
        "post": cycle.post,
        "starts_on": cycle.starts_on,
        "ends_on": cycle.ends_on,
        "pay": cycle.pay,
        "previous": cycle.previous.reference if cycle.previous else None,
    }
    record.append(
        cycle,
        record.Entry(
            action="open_cycle",
            by=by,
            role=next(role for role, user in _keepers(cycle.school).items() if user == by),
            happened_on=on,
            data={name: value for name, value in facts.items() if value is not None},
            obstacles=warned,
            provision=position.provision("cycle"),
            law_version=position.law_version,
        ),
    )


def _keepers(school: School) -> dict[str, User | None]:
    """Return who holds office today, whatever day is recorded: roles go with it."""
    body, today = school.governing_body, clock.today()
    return {"clerk": body.clerk_on(today), "chair": body.chair_on(today)} if body else {}


def _grant_from_office(cycle: Cycle) -> None:
    """Give the clerk, the chair and the head their roles: nobody else learns of the cycle."""
    for role, holder in {**_keepers(cycle.school), "head": cycle.head}.items():
        if holder:
            access.grant(role, holder, cycle)


def not_a_keeper(school: School, user: User) -> list[Obstacle]:
    """Return what stands in the way of whoever is neither clerk nor chair of the school today."""
    if user in _keepers(school).values():
        return []
    return [
        entry(
            "not_clerk_or_chair",
            f"A cycle at {school} is recorded by its clerk or its chair of governors.",
            "Ask one of them, or have them entered.",
        )
    ]


def _cannot_open(asked: Cycle, user: User) -> list[Obstacle]:
    """Return why no such cycle can be recorded, by that person, and what it is warned of."""
    school, on = asked.school, asked.opened_on
    found = not_a_keeper(school, user)
    if on > clock.today():
        found.append(
            entry("date_in_the_future", f"{written(on)} has not come yet.", "Check the date.")
        )
    if user == asked.head:
        found.append(
            entry("own_cycle", "Nobody records a cycle of their own.", "Ask the clerk or chair.")
        )
    if school.status not in IN_USE:
        found.append(
            entry("school_not_open", f"{school} is not open.", "Choose a school that is open.")
        )
    if asked.ends_on < asked.starts_on:
        found.append(
            entry("ends_before_it_starts", "It would end before it begins.", "Check the dates.")
        )
    beside = overlapping(load.others_of([asked]), asked.starts_on, asked.ends_on)
    return [*found, *beside, *_carried_in(asked), *_by_law(asked)]


def _carried_in(asked: Cycle) -> list[Obstacle]:
    """What is carried in is the head's own: nobody reads the appraisal of another."""
    before = asked.previous
    if before is None:
        return []
    if (before.school_id, before.head_id) != (asked.school.pk, asked.head.pk):
        return [
            entry(
                "previous_of_another",
                f"The cycle before is not one of {asked.head} at {asked.school}.",
                "Leave it empty.",
            )
        ]
    if before.starts_on >= asked.starts_on:
        return [
            entry(
                "previous_not_earlier",
                f"The cycle before began on {written(before.starts_on)}, not earlier than this.",
                "Leave it empty, or check the dates.",
            )
        ]
    return []


def _by_law(asked: Cycle) -> list[Obstacle]:
    starts_on = asked.starts_on
    try:
        rule = law_of(asked.school).scheme_on(asked.opened_on).cycle
    except NoRegime as error:
        return [entry("no_scheme", str(error), "Choose a school whose law Headship holds.")]
    if rule.value.may_begin(starts_on):
        return []
    return [
        rule.obstacle(
            "begins_out_of_season",
            f"A cycle that begins on {written(starts_on)} is outside the usual time: {rule.value}.",
            "Begin it then, unless an exception applies.",
        ).as_practice()
    ]


@action
def change_dates(
    cycle: Cycle, *, starts_on: date, ends_on: date, why: str, by: Actor, on: date
) -> Event:
    """Change the dates of the cycle: it becomes shorter or longer than a year, for a reason."""
    with step(
        cycle, "change_dates", by=by, on=on, why=why, starts_on=starts_on, ends_on=ends_on
    ) as s:
        s.case.starts_on, s.case.ends_on = starts_on, ends_on
    return s.done


@action
def close(cycle: Cycle, *, by: Actor, on: date) -> Event:
    """Close the cycle. Who decided pay or heard an appeal has no more cause for a part in it."""
    with step(cycle, "close", by=by, on=on) as s:
        s.case.close()
        _end_parts(s.case)
        s.case.moved_on = on
    return s.done


@action
def end_early(cycle: Cycle, *, because: Cycle.Ending, why: str, by: Actor, on: date) -> Event:
    """End the cycle before its time: the head left, or something else takes its place."""
    with step(cycle, "end_early", by=by, on=on, why=why, because=because) as s:
        s.case.ended_because, s.case.ended_on = Cycle.Ending(because), on
        s.case.end()
        _end_parts(s.case)
        s.case.moved_on = on
    return s.done


@action
def dispose_of_papers(
    cycle: Cycle,
    *,
    decided_by: str,
    why: str,
    by: Actor,
    on: date,
    next_final_on: date | None = None,
) -> Event:
    """Destroy the papers of a cycle that is over, once the time for which they are kept is over.

    The text and the file of every document here are destroyed, and what anybody had put by in a
    form. What was recorded is not: the record of events is sealed and cannot be changed, so from
    now on its cycle is open to the clerk and the chair alone, and to them only in outline. What is
    kept outside Headship is destroyed by those who keep it: the record says that they did.
    """
    with step(
        cycle, "dispose_of_papers", by=by, on=on, why=why, decided_by=decided_by,
        next_final_on=next_final_on,
    ) as s:  # fmt: skip
        documents = list(s.case.documents.all())
        for document in documents:
            issue.destroy(document, on)
        s.case.drafts.all().delete()
        s.facts["documents_destroyed"] = len(documents)
        s.case.disposed_on, s.case.disposal_decided_by = on, decided_by
        s.case.next_final_on = next_final_on
        s.case.dispose()
    return s.done


def _end_parts(cycle: Cycle) -> None:
    for role in ("decider", "appeals_officer"):
        for user in access.holders(role, cycle):
            access.revoke(role, user, cycle)
