"""Appointment: from the panel's recommendation to the new head in post."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from accounts.models import User
from casework.action import Actor, Step, certain
from casework.models import Event, Meeting
from recruitment.actions.meetings import take_item
from recruitment.actions.outcomes import chosen_of, decide, decided, end_the_field, let_go
from recruitment.models import Appointee, Candidate, Check, Decision, Vacancy
from recruitment.position import Position
from recruitment.process import action, step
from recruitment.rules.posts import leaving_day

Kind = Decision.Kind


@action
def recommend(
    vacancy: Vacancy, *, candidate: Candidate, by: Actor, on: date, reasons: str = ""
) -> Event:
    """Record that the panel recommends a candidate for appointment."""
    with step(vacancy, "recommend", by=by, on=on, candidate=candidate, reasons=reasons) as s:
        row: Candidate = s["candidate"]
        row.recommend()
        decided(row, on)
        row.save()
        decide(s, Kind.RECOMMEND, on, candidate=row, reasons=reasons)
        s.case.recommend()
    return s.done


@action
def recommend_nobody(vacancy: Vacancy, *, why: str, by: Actor, on: date) -> Event:
    """Record that the panel recommends nobody."""
    with step(vacancy, "recommend_nobody", by=by, on=on, why=why) as s:
        decide(s, Kind.RECOMMEND_NOBODY, on, reasons=why)
        end_the_field(s, on)
        s.case.recommend_nobody()
    return s.done


@action
def approve(
    vacancy: Vacancy,
    *,
    meeting: Meeting,
    votes_for: int,
    votes_against: int,
    abstained: int,
    by: Actor,
    on: date,
    casting: str = "",
    withdrew: Sequence[User] = (),
    candidate: Candidate | None = None,
    minute: str = "",
) -> Event:
    """Record that the governing body, in a quorate meeting, approved the panel's recommendation."""
    with step(
        vacancy, "approve", by=by, on=on, meeting=meeting, votes_for=votes_for,
        votes_against=votes_against, abstained=abstained, casting=casting,
        withdrew=list(withdrew), candidate=candidate, minute=minute,
    ) as s:  # fmt: skip
        chosen = chosen_of(s)
        take_item(s, "The panel's recommendation", minute=minute, confidential=True)
        chosen.approve()
        chosen.save()
        decide(s, Kind.APPROVE, on, candidate=chosen, meeting=s["meeting"])
        s.case.approve()
        if s.position.regime.approval_appoints:
            appointed(s, chosen, on, by="the governing body")
    return s.done


def appointed(s: Step[Vacancy, Position], chosen: Candidate, on: date, *, by: str) -> None:
    """The person is appointed, and nobody else is still waiting."""
    chosen.appoint()
    chosen.save()
    decide(s, Kind.APPOINT, on, candidate=chosen, detail={"appointed_by": by})
    end_the_field(s, on)
    s.case.appoint()


@action
def decline(
    vacancy: Vacancy,
    *,
    meeting: Meeting,
    why: str,
    votes_for: int,
    votes_against: int,
    abstained: int,
    by: Actor,
    on: date,
    casting: str = "",
    withdrew: Sequence[User] = (),
    minute: str = "",
) -> Event:
    """Record that the governing body, in a quorate meeting, declined the recommendation."""
    with step(
        vacancy, "decline", by=by, on=on, why=why, meeting=meeting, votes_for=votes_for,
        votes_against=votes_against, abstained=abstained, casting=casting,
        withdrew=list(withdrew), minute=minute,
    ) as s:  # fmt: skip
        chosen = chosen_of(s)
        take_item(s, "The panel's recommendation", minute=minute or why, confidential=True)
        let_go(chosen, on)
        decide(s, Kind.DECLINE, on, candidate=chosen, meeting=s["meeting"], reasons=why)
        s.case.decline()
    return s.done


@action
def notify_approval(vacancy: Vacancy, *, how: str, by: Actor, on: date) -> Event:
    """Record that the authority was told of the approval: decided and told are two facts."""
    with step(vacancy, "notify_approval", by=by, on=on, how=how) as s:
        decision = certain(s.position.decision(Kind.APPROVE))
        decision.told_on, decision.told_how = on, how
        decision.save()
    return s.done


@action
def appoint(vacancy: Vacancy, *, by: Actor, on: date, appointed_by: str = "") -> Event:
    """Record that the authority appointed the person whom the governing body approved."""
    with step(vacancy, "appoint", by=by, on=on, appointed_by=appointed_by) as s:
        appointed(s, chosen_of(s), on, by=appointed_by)
    return s.done


@action
def refuse(vacancy: Vacancy, *, ground: str, evidence: str, by: Actor, on: date) -> Event:
    """Record that the authority refused for want of a qualification: the only ground it has."""
    with step(vacancy, "refuse", by=by, on=on, ground=ground, evidence=evidence) as s:
        chosen = chosen_of(s)
        let_go(chosen, on)
        decide(s, Kind.REFUSE, on, candidate=chosen, reasons=evidence, detail={"ground": ground})
        s.case.refuse()
    return s.done


@action
def make_offer(
    vacancy: Vacancy,
    *,
    starts_on: date,
    salary: str,
    by: Actor,
    on: date,
    notice: Appointee | None = None,
    resigns_on: date | None = None,
    early_release: str = "",
) -> Event:
    """Record the conditional offer: by or for the employer, subject to the checks.

    By `notice` the person is bound where they are, and resigns on the day `resigns_on`; if they
    are to start sooner than that lets them leave, `early_release` says who agreed, and when.
    """
    own: dict[str, Any] = {
        "notice": notice,
        "resigns_on": resigns_on,
        "early_release": early_release,
    }
    given = {name: value for name, value in own.items() if value}
    with step(
        vacancy, "make_offer", by=by, on=on, starts_on=starts_on, salary=salary, **given
    ) as s:
        chosen = chosen_of(s)
        chosen.offer()
        chosen.save()
        leaves = leaving_day(s.position, notice, resigns_on)
        detail = {
            "starts_on": starts_on.isoformat(),
            "salary": salary,
            **{name: str(value) for name, value in given.items()},
            **({"leaves_on": leaves.isoformat()} if leaves else {}),
        }
        decide(s, Kind.OFFER, on, candidate=chosen, detail=detail)
        s.case.make_offer()
    return s.done


@action
def accept_offer(vacancy: Vacancy, *, by: Actor, on: date, how: str = "") -> Event:
    """Record that the person accepted the offer."""
    with step(vacancy, "accept_offer", by=by, on=on, how=how) as s:
        chosen = chosen_of(s)
        chosen.accept()
        chosen.save()
        decide(s, Kind.ACCEPT, on, candidate=chosen, detail={"how": how})
        s.case.accept_offer()
    return s.done


@action
def record_check(
    vacancy: Vacancy,
    *,
    check: str,
    done_by: str,
    evidence: str,
    by: Actor,
    on: date,
    satisfactory: bool = True,
    applies: bool = True,
) -> Event:
    """Record one check made on `on`, or (`applies` false) why it does not apply."""
    with step(
        vacancy, "record_check", by=by, on=on, check=check, done_by=done_by, evidence=evidence,
        satisfactory=satisfactory, applies=applies,
    ) as s:  # fmt: skip
        Check.objects.create(
            vacancy=s.case,
            candidate=chosen_of(s),
            key=check,
            done_on=on,
            done_by=done_by,
            evidence=evidence,
            satisfactory=satisfactory,
            applies=applies,
        )
    return s.done


@action
def undo_check(vacancy: Vacancy, *, check: str, why: str, by: Actor, on: date) -> Event:
    """Undo a check that was recorded wrongly. Both stay on the record."""
    with step(vacancy, "undo_check", by=by, on=on, why=why, check=check) as s:
        done = certain(s.position.check_done(check))
        done.undone_on, done.undone_why = on, why
        done.save()
    return s.done


@action
def confirm(vacancy: Vacancy, *, by: Actor, on: date) -> Event:
    """Confirm the appointment: every check that must come before it is in."""
    with step(vacancy, "confirm", by=by, on=on) as s:
        decide(s, Kind.CONFIRM, on, candidate=chosen_of(s))
        s.case.confirm()
    return s.done


@action
def take_up_post(vacancy: Vacancy, *, by: Actor, on: date) -> Event:
    """Record that the new head took up the post."""
    with step(vacancy, "take_up_post", by=by, on=on) as s:
        chosen = chosen_of(s)
        chosen.take_up_post()
        chosen.save()
        decide(s, Kind.START, on, candidate=chosen)
        s.case.take_up_post()
    return s.done
