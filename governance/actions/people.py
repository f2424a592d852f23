"""Who appraises, who advises, who else has a part, and what the head objects to."""

from collections.abc import Sequence
from datetime import date

from accounts.models import User
from casework import access
from casework.action import Actor
from casework.models import Event
from governance.models import Appraiser, Cycle, Objection
from governance.process import action, step


@action
def engage_adviser(
    cycle: Cycle, *, person: User, of: str, skills: str, interests: str, by: Actor, on: date
) -> Event:
    """Record that the governing body engaged its external adviser, and what was declared."""
    with step(
        cycle, "engage_adviser", by=by, on=on, person=person, of=of, skills=skills,
        interests=interests,
    ) as s:  # fmt: skip
        s.case.engagements.create(
            person=person, of=of, skills=skills, interests=interests, since=on
        )
        access.grant("adviser", person, s.case)
    return s.done


@action
def end_engagement(cycle: Cycle, *, why: str, by: Actor, on: date) -> Event:
    """End the engagement of the adviser. What was advised stays."""
    with step(cycle, "end_engagement", by=by, on=on, why=why) as s:
        for engagement in s.position.engagements_on(on):
            engagement.until, engagement.ended_because = on, why
            engagement.save()
    return s.done


@action
def appoint_appraisers(
    cycle: Cycle, *, members: Sequence[User], meeting: str, by: Actor, on: date
) -> Event:
    """Record which governors the governing body appointed, in which meeting, to appraise.

    They take the place of governors appointed before, not of those whom others appointed.
    """
    with step(
        cycle, "appoint_appraisers", by=by, on=on, members=list(members), meeting=meeting
    ) as s:
        for appraiser in s.position.appraisers_on(on):
            if appraiser.capacity == Appraiser.Capacity.GOVERNOR:
                _leaves(appraiser, on, "Others were appointed")
        for person in members:
            _appraises(s.case, person, Appraiser.Capacity.GOVERNOR, meeting, on)
        s.case.appoint_appraisers()
        s.case.moved_on = on
    return s.done


@action
def appoint_another(cycle: Cycle, *, person: User, meeting: str, by: Actor, on: date) -> Event:
    """Record that the governing body appointed one more governor, beside those who appraise."""
    with step(cycle, "appoint_another", by=by, on=on, person=person, meeting=meeting) as s:
        _appraises(s.case, person, Appraiser.Capacity.GOVERNOR, meeting, on)
    return s.done


@action
def add_appraiser(
    cycle: Cycle, *, person: User, capacity: Appraiser.Capacity, evidence: str, by: Actor, on: date
) -> Event:
    """Record an appraiser whom the authority or the diocese appointed, and how it is known."""
    with step(
        cycle, "add_appraiser", by=by, on=on, person=person, capacity=capacity, evidence=evidence
    ) as s:
        _appraises(s.case, person, Appraiser.Capacity(capacity), evidence, on)
    return s.done


@action
def change_appraiser(
    cycle: Cycle,
    *,
    appraiser: Appraiser,
    person: User,
    meeting: str,
    why: str,
    by: Actor,
    on: date,
) -> Event:
    """Put somebody else in the place of an appraiser, who keeps no part in the cycle."""
    with step(
        cycle, "change_appraiser", by=by, on=on, why=why, appraiser=appraiser, person=person,
        meeting=meeting,
    ) as s:  # fmt: skip
        _leaves(s["appraiser"], on, why)
        _appraises(s.case, person, s["appraiser"].capacity, meeting, on)
    return s.done


@action
def object_to_appraiser(
    cycle: Cycle, *, appraiser: Appraiser, reason: str, by: Actor, on: date
) -> Event:
    """Record that the head objects to an appraiser, or asks for another, and why."""
    with step(cycle, "object_to_appraiser", by=by, on=on, appraiser=appraiser, reason=reason) as s:
        s.case.objections.create(appraiser=s["appraiser"], reason=reason, made_on=on)
    return s.done


@action
def decide_objection(
    cycle: Cycle,
    *,
    objection: Objection,
    outcome: Objection.Outcome,
    by: Actor,
    on: date,
    reasons: str = "",
    evidence: str = "",
) -> Event:
    """Record what was decided on an objection. Upheld, the appraiser appraises no longer.

    `evidence` is how the decision of another body, on an appraiser whom it appointed, is known.
    """
    with step(
        cycle, "decide_objection", by=by, on=on, objection=objection, outcome=outcome,
        reasons=reasons, evidence=evidence,
    ) as s:  # fmt: skip
        decided = s["objection"]
        decided.outcome, decided.outcome_reasons = Objection.Outcome(outcome), reasons
        decided.decided_on = on
        decided.save()
        if outcome == Objection.Outcome.UPHELD and decided.appraiser.until is None:
            _leaves(decided.appraiser, on, "The head's objection was upheld")
    return s.done


@action
def give_part(cycle: Cycle, *, person: User, role: str, cause: str, by: Actor, on: date) -> Event:
    """Give a governor who decides pay, or an officer with cause, a part in the cycle."""
    with step(cycle, "give_part", by=by, on=on, person=person, role=role, cause=cause) as s:
        access.grant(role, person, s.case)
    return s.done


@action
def end_part(cycle: Cycle, *, person: User, role: str, why: str, by: Actor, on: date) -> Event:
    """Take back a part that was given: the person learns nothing more of the cycle by it."""
    with step(cycle, "end_part", by=by, on=on, why=why, person=person, role=role) as s:
        access.revoke(role, person, s.case)
    return s.done


def _appraises(cycle: Cycle, person: User, capacity: str, source: str, on: date) -> None:
    cycle.appraisers.create(person=person, capacity=capacity, appointed_at=source, since=on)
    access.grant("appraiser", person, cycle)


def _leaves(appraiser: Appraiser, on: date, why: str) -> None:
    appraiser.until, appraiser.left_because = on, why
    appraiser.save()
    access.revoke("appraiser", appraiser.person, appraiser.cycle)
