"""Interests declared by those with a part in the appointment, and what ends them."""

from datetime import date

from accounts.models import User
from casework.action import Actor
from casework.models import Event
from recruitment.models import Candidate, Interest, Vacancy
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
    pinned: bool = False,
) -> Event:
    """Record an interest and its effect. The clerk may declare for another, and pin it."""
    with step(
        vacancy, "declare_interest", by=by, on=on, person=person, interest_kind=kind,
        detail=detail, effect=effect, candidate=candidate, pinned=pinned,
    ) as s:  # fmt: skip
        s.case.interests.create(
            person=person,
            kind=Interest.Kind(kind),
            detail=detail,
            effect=Interest.Effect(effect),
            candidate=s["candidate"],
            declared_on=on,
            pinned=pinned and s.position.still_holds(by.user, "clerk"),
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
