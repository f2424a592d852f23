"""Interests declared by those with a part in the appointment, and what ends them."""

from datetime import date

from accounts.models import User
from casework import access
from casework.action import Actor
from casework.models import Event
from recruitment.models import Candidate, Handover, Interest, Vacancy
from recruitment.process import action, step


@action
def declare_interest(
    vacancy: Vacancy,
    *,
    person: User,
    kind: Interest.Kind,
    detail: str,
    effect: Interest.Effect,
    by: Actor,
    on: date,
    candidate: Candidate | None = None,
    named: str = "",
    pinned: bool = False,
) -> Event:
    """Record an interest and its effect. The clerk may declare for another, and pin it.

    While names are hidden the declarer gives one of the roster, `named`, and the clerk says which
    candidate that is (`map_interest`). Such an interest is pinned, or to end it would tell which
    application the name is.
    """
    with step(
        vacancy, "declare_interest", by=by, on=on, person=person, interest_kind=kind,
        detail=detail, effect=effect, candidate=candidate, named=named, pinned=pinned,
    ) as s:  # fmt: skip
        s.case.interests.create(
            person=person,
            kind=Interest.Kind(kind),
            detail=detail,
            effect=Interest.Effect(effect),
            candidate=s["candidate"],
            named=named,
            declared_on=on,
            pinned=bool(named) or (pinned and s.position.still_holds(by.user, "clerk")),
        )
    return s.done


@action
def end_interest(vacancy: Vacancy, *, interest: Interest, why: str, by: Actor, on: date) -> Event:
    """End an interest that no longer holds. One that the clerk pinned is ended by the clerk."""
    with step(vacancy, "end_interest", by=by, on=on, why=why, interest=interest) as s:
        row: Interest = s["interest"]
        row.ended_on, row.ended_why = on, why
        row.save()
    return s.done


@action
def map_interest(
    vacancy: Vacancy, *, interest: Interest, candidate: Candidate, by: Actor, on: date
) -> Event:
    """Say which candidate an interest is in, that was declared in a name of the roster."""
    with step(vacancy, "map_interest", by=by, on=on, interest=interest, candidate=candidate) as s:
        row: Interest = s["interest"]
        row.candidate = s["candidate"]
        row.save()
    return s.done


@action
def hand_over(vacancy: Vacancy, *, person: User, why: str, by: Actor, on: date) -> Event:
    """Hand this appointment over from its clerk to somebody who clerks it from now on."""
    with step(vacancy, "hand_over", by=by, on=on, why=why, person=person) as s:
        Handover.objects.create(vacancy=s.case, person=person, since=on, why=why)
        access.grant("clerk", person, s.case)
    return s.done
