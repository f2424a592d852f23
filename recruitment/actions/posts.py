"""The post itself: who acts as head meanwhile, what it pays, a start before the certificate."""

from datetime import date
from typing import Any

from accounts.models import User
from casework.action import Actor
from casework.models import Event, Meeting
from recruitment.actions.meetings import take_item
from recruitment.actions.outcomes import chosen_of
from recruitment.models import ActingHead, PayDetermination, RiskAssessment, Vacancy
from recruitment.models.vacancy import WHOLE
from recruitment.process import action, step


@action
def name_acting_head(
    vacancy: Vacancy,
    *,
    kind: ActingHead.Kind,
    since: date,
    arranged: str,
    evidence: str,
    by: Actor,
    on: date,
    person: User | None = None,
    name: str = "",
    until: date | None = None,
    share: int = WHOLE,
    meeting: Meeting | None = None,
) -> Event:
    """Record that somebody is to act as head from `since`, decided by the governing body on `on`.

    `person` is whoever it is, if Headship knows them, and `name` their name if not; `until` their
    last day, if it is known; `share` a percentage of full time.
    """
    facts: dict[str, Any] = {
        "kind": kind,
        "person": person,
        "name": person.full_name if person else name,
        "since": since,
        "until": until,
        "share": share,
        "arranged": arranged,
        "evidence": evidence,
        "meeting": meeting,
    }
    with step(vacancy, "name_acting_head", by=by, on=on, **facts) as s:
        if meeting:
            take_item(s, "Acting head", minute=arranged)
        s.case.acting_heads.create(**{**facts, "meeting": s["meeting"]}, decided_on=on)
    return s.done


@action
def end_acting_head(
    vacancy: Vacancy, *, acting: ActingHead, why: str, by: Actor, on: date
) -> Event:
    """Record that `on` is or was the last day on which somebody acts as head."""
    with step(vacancy, "end_acting_head", by=by, on=on, why=why, acting=acting) as s:
        row: ActingHead = s["acting"]
        row.until, row.ended_why = on, why
        row.save()
    return s.done


@action
def determine_pay(
    vacancy: Vacancy,
    *,
    minimum: int,
    maximum: int,
    reasons: str,
    by: Actor,
    on: date,
    meeting: Meeting | None = None,
    group: int | None = None,
    group_maximum: int | None = None,
    business_case: str = "",
    advised_by: str = "",
) -> Event:
    """Record the pay range of the post, in pounds a year, and why it is what it is.

    Beyond the limit above `group_maximum` it takes the `business_case`, the external independent
    advice (`advised_by`: whose, and of what date) and a meeting of the full governing body.
    """
    facts: dict[str, Any] = {
        "group": group,
        "minimum": minimum,
        "maximum": maximum,
        "group_maximum": group_maximum,
        "reasons": reasons,
        "business_case": business_case,
        "advised_by": advised_by,
        "meeting": meeting,
    }
    with step(vacancy, "determine_pay", by=by, on=on, **facts) as s:
        if meeting:
            take_item(s, "The pay range of the post", minute=reasons, confidential=True)
        PayDetermination.objects.create(
            vacancy=s.case, decided_on=on, **{**facts, "meeting": s["meeting"]}
        )
    return s.done


@action
def assess_risk(
    vacancy: Vacancy,
    *,
    supervision: str,
    supervised_by: str,
    until: date,
    reasons: str,
    by: Actor,
    on: date,
) -> Event:
    """Record why the person may start before the certificate comes, and how they are supervised.

    It holds until the day `until`, on which it is looked at again.
    """
    facts: dict[str, Any] = {
        "supervision": supervision,
        "supervised_by": supervised_by,
        "until": until,
        "reasons": reasons,
    }
    with step(vacancy, "assess_risk", by=by, on=on, **facts) as s:
        RiskAssessment.objects.create(
            vacancy=s.case, candidate=chosen_of(s), assessed_on=on, **facts
        )
    return s.done
