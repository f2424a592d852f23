"""Appointment: from the panel's recommendation to the new head in post."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from accounts.models import User
from casework.action import Actor, Step, certain
from casework.models import Event, Meeting
from recruitment.actions.meetings import take_item
from recruitment.actions.selection import decided
from recruitment.models import Candidate, Check, Decision, Vacancy
from recruitment.position import Position
from recruitment.process import action, step
from recruitment.stages import CandidateState

Kind = Decision.Kind

NOT_YET_APPOINTED = (CandidateState.RECOMMENDED, CandidateState.APPROVED)


def _decide(s: Step[Vacancy, Position], kind: Kind, on: date, **fields: Any) -> Decision:
    """Keep a decision of this round, and move the date of the last step."""
    s.case.moved_on = on
    return Decision.objects.create(
        vacancy=s.case, round=s.case.round, kind=kind, decided_on=on, **fields
    )


def _chosen(s: Step[Vacancy, Position]) -> Candidate:
    chosen = certain(s.position.chosen)
    return next(c for c in s.position.candidates if c.pk == chosen.pk)


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
        _decide(s, Kind.RECOMMEND, on, candidate=row, reasons=reasons)
        s.case.recommend()
    return s.done


@action
def recommend_nobody(vacancy: Vacancy, *, why: str, by: Actor, on: date) -> Event:
    """Record that the panel recommends nobody."""
    with step(vacancy, "recommend_nobody", by=by, on=on, why=why) as s:
        _decide(s, Kind.RECOMMEND_NOBODY, on, reasons=why)
        _end_the_field(s, on)
        s.case.recommend_nobody()
    return s.done


def _end_the_field(s: Step[Vacancy, Position], on: date) -> None:
    """Whoever is still waiting was unsuccessful: decided now, to be told."""
    waiting = (CandidateState.APPLIED, CandidateState.SHORTLISTED, CandidateState.INTERVIEWED)
    for candidate in s.position.candidates_in(*waiting):
        _let_go(candidate, on)


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
        chosen = _chosen(s)
        take_item(s, "The panel's recommendation", minute=minute, confidential=True)
        chosen.approve()
        chosen.save()
        _decide(s, Kind.APPROVE, on, candidate=chosen, meeting=s["meeting"])
        s.case.approve()
    return s.done


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
        chosen = _chosen(s)
        take_item(s, "The panel's recommendation", minute=minute or why, confidential=True)
        _let_go(chosen, on)
        _decide(s, Kind.DECLINE, on, candidate=chosen, meeting=s["meeting"], reasons=why)
        s.case.decline()
    return s.done


def _let_go(candidate: Candidate, on: date) -> None:
    candidate.be_unsuccessful()
    decided(candidate, on)
    candidate.save()


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
        chosen = _chosen(s)
        chosen.appoint()
        chosen.save()
        _decide(s, Kind.APPOINT, on, candidate=chosen, detail={"appointed_by": appointed_by})
        _end_the_field(s, on)
        s.case.appoint()
    return s.done


@action
def refuse(vacancy: Vacancy, *, ground: str, evidence: str, by: Actor, on: date) -> Event:
    """Record that the authority refused for want of a qualification: the only ground it has."""
    with step(vacancy, "refuse", by=by, on=on, ground=ground, evidence=evidence) as s:
        chosen = _chosen(s)
        _let_go(chosen, on)
        _decide(s, Kind.REFUSE, on, candidate=chosen, reasons=evidence, detail={"ground": ground})
        s.case.refuse()
    return s.done


@action
def repeat_steps(
    vacancy: Vacancy,
    *,
    readvertise: bool,
    why: str,
    by: Actor,
    on: date,
    meeting: Meeting | None = None,
) -> Event:
    """Repeat the panel's steps in a new round, with or without a new advertisement.

    The governing body requires it, in `meeting`. Those who applied before can be considered
    again, unless they withdrew.
    """
    with step(
        vacancy, "repeat_steps", by=by, on=on, why=why, readvertise=readvertise, meeting=meeting
    ) as s:
        if meeting:
            take_item(s, "Repetition of the panel's steps", minute=why, confidential=True)
        back = (
            CandidateState.NOT_SHORTLISTED,
            CandidateState.SHORTLISTED,
            CandidateState.INTERVIEWED,
            CandidateState.UNSUCCESSFUL,
        )
        for candidate in s.position.candidates_in(*back):
            candidate.be_considered_again()
            candidate.save()
        s.case.round += 1
        s.case.shortlisted_on = s.case.interviewed_on = None
        s.case.moved_on = on
        if readvertise:
            s.case.criteria_settled_on = None
            s.case.repeat_with_new_advertisement()
        else:
            s.case.repeat_from_shortlisting()
    return s.done


@action
def make_offer(vacancy: Vacancy, *, starts_on: date, salary: str, by: Actor, on: date) -> Event:
    """Record the conditional offer: by or for the employer, subject to the checks."""
    with step(vacancy, "make_offer", by=by, on=on, starts_on=starts_on, salary=salary) as s:
        chosen = _chosen(s)
        chosen.offer()
        chosen.save()
        detail = {"starts_on": starts_on.isoformat(), "salary": salary}
        _decide(s, Kind.OFFER, on, candidate=chosen, detail=detail)
        s.case.make_offer()
    return s.done


@action
def accept_offer(vacancy: Vacancy, *, by: Actor, on: date, how: str = "") -> Event:
    """Record that the person accepted the offer."""
    with step(vacancy, "accept_offer", by=by, on=on, how=how) as s:
        chosen = _chosen(s)
        chosen.accept()
        chosen.save()
        _decide(s, Kind.ACCEPT, on, candidate=chosen, detail={"how": how})
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
            candidate=_chosen(s),
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
        _decide(s, Kind.CONFIRM, on, candidate=_chosen(s))
        s.case.confirm()
    return s.done


@action
def take_up_post(vacancy: Vacancy, *, by: Actor, on: date) -> Event:
    """Record that the new head took up the post."""
    with step(vacancy, "take_up_post", by=by, on=on) as s:
        chosen = _chosen(s)
        chosen.take_up_post()
        chosen.save()
        _decide(s, Kind.START, on, candidate=chosen)
        s.case.take_up_post()
    return s.done


@action
def withdraw_vacancy(vacancy: Vacancy, *, why: str, by: Actor, on: date) -> Event:
    """Withdraw the vacancy: the resignation is withdrawn, or the post is no longer to be filled."""
    with step(vacancy, "withdraw_vacancy", by=by, on=on, why=why) as s:
        _end_the_field(s, on)
        for candidate in s.position.candidates_in(*NOT_YET_APPOINTED):
            _let_go(candidate, on)
        s.case.moved_on = on
        s.case.withdraw_vacancy()
    return s.done
