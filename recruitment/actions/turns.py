"""Turns: a choice that falls through, steps repeated, decisions taken back, a pause, the end."""

from collections.abc import Sequence
from datetime import date

from accounts.models import User
from casework.action import Actor, Step
from casework.models import Event, Meeting
from recruitment.actions.meetings import take_item
from recruitment.actions.outcomes import (
    chosen_of,
    decided,
    end_decisions,
    end_the_field,
    fall_through,
    let_go,
)
from recruitment.models import Candidate, Check, Decision, Vacancy
from recruitment.models.appointment import READVERTISED, REPEATED
from recruitment.position import Position
from recruitment.process import action, step
from recruitment.stages import AgainFrom, CandidateState

Kind = Decision.Kind
State = CandidateState

NOT_YET_APPOINTED = (State.RECOMMENDED, State.APPROVED)
CONSIDERED_AGAIN = (State.NOT_SHORTLISTED, State.SHORTLISTED, State.INTERVIEWED, State.UNSUCCESSFUL)


@action
def decline_offer(vacancy: Vacancy, *, why: str, by: Actor, on: date) -> Event:
    """Record that the person declined the offer: the choice has fallen through."""
    with step(vacancy, "decline_offer", by=by, on=on, why=why) as s:
        row = chosen_of(s)
        row.decline_offer()
        _fall(s, row, on, why)
    return s.done


@action
def withdraw_offer(vacancy: Vacancy, *, why: str, by: Actor, on: date, check: str = "") -> Event:
    """Withdraw the offer for the employer: because `check` failed, or for another reason.

    That nobody may employ the person is no refusal by the authority to appoint them.
    """
    with step(vacancy, "withdraw_offer", by=by, on=on, why=why, check=check) as s:
        row = chosen_of(s)
        row.lose_offer()
        _fall(s, row, on, why, check=check)
    return s.done


@action
def withdraw_appointment(
    vacancy: Vacancy, *, check: str, done_by: str, evidence: str, why: str, by: Actor, on: date
) -> Event:
    """Withdraw the appointment, before an offer, of one whom a check shows cannot be employed.

    The check is recorded as made on `on` and not satisfactory. That is no refusal by the authority.
    """
    with step(
        vacancy, "withdraw_appointment", by=by, on=on, why=why, check=check, done_by=done_by,
        evidence=evidence,
    ) as s:  # fmt: skip
        s.provision = s.position.provision(f"check_{check}")
        row = chosen_of(s)
        Check.objects.create(
            vacancy=s.case, candidate=row, key=check, done_on=on, done_by=done_by,
            evidence=evidence, satisfactory=False,
        )  # fmt: skip
        row.lose_appointment()
        _fall(s, row, on, why, check=check)
    return s.done


def _fall(s: Step[Vacancy, Position], row: Candidate, on: date, why: str, **detail: str) -> None:
    decided(row, on)
    row.save()
    fall_through(s, on, why, **detail)


@action
def repeat_steps(
    vacancy: Vacancy,
    *,
    again_from: AgainFrom,
    why: str,
    by: Actor,
    on: date,
    meeting: Meeting | None = None,
) -> Event:
    """Repeat the panel's steps from a new advertisement, the shortlisting or the recommendation.

    The governing body requires it, in `meeting`. From the recommendation it is the same round,
    and those who were interviewed can be recommended; otherwise a new round, in which those who
    applied before can be considered again. Nobody who left is.
    """
    with step(
        vacancy, "repeat_steps", by=by, on=on, why=why, again_from=again_from, meeting=meeting
    ) as s:
        if meeting:
            anew = again_from == AgainFrom.ADVERTISEMENT
            take_item(s, READVERTISED if anew else REPEATED, minute=why, confidential=True)
        if again_from == AgainFrom.RECOMMENDATION:
            s.provision = s.position.provision("recommend_again")
            end_decisions(s, on, why)
            _stand_again(s)
            s.case.repeat_from_recommendation()
        else:
            _begin_round(s, readvertise=again_from == AgainFrom.ADVERTISEMENT)
        s.case.moved_on = on
    return s.done


def _stand_again(s: Step[Vacancy, Position]) -> None:
    """Let those who were interviewed in this round, and were unsuccessful, stand as they did."""
    for candidate in s.position.interviewed_and_let_go:
        candidate.stand_as_interviewed()
        _undecide(candidate)
        candidate.save()


def _wait_again(s: Step[Vacancy, Position]) -> None:
    """Let those who had not been interviewed when nobody was recommended wait as they did."""
    for candidate in s.position.candidates_in(State.UNSUCCESSFUL):
        candidate.be_considered_again()
        if candidate.shortlisted_on:
            candidate.shortlist()
        _undecide(candidate)
        candidate.save()


def _undecide(candidate: Candidate) -> None:
    """How it had ended for the candidate, and that they were told, is over; the record keeps it."""
    candidate.decided_on, candidate.told_on, candidate.told_how = None, None, ""


def _forget_the_round(candidate: Candidate) -> None:
    """What was found and decided of a candidate belongs to its round; the record keeps it."""
    _undecide(candidate)
    candidate.longlisted_on = candidate.shortlisted_on = candidate.interviewed_on = None
    candidate.reason, candidate.late = "", False


def _begin_round(s: Step[Vacancy, Position], *, readvertise: bool) -> None:
    for candidate in s.position.candidates_in(*CONSIDERED_AGAIN):
        candidate.be_considered_again()
    for candidate in s.position.candidates_in(State.APPLIED):
        _forget_the_round(candidate)
        candidate.save()
    s.case.round += 1
    s.case.shortlisted_on = s.case.interviewed_on = None
    s.case.shortlisted_by = []
    if readvertise:
        s.case.criteria_settled_on = None
        s.case.repeat_with_new_advertisement()
    else:
        s.case.repeat_from_shortlisting()


@action
def withdraw_recommendation(vacancy: Vacancy, *, why: str, by: Actor, on: date) -> Event:
    """Record that the panel took back its recommendation, or that it recommends nobody."""
    with step(vacancy, "withdraw_recommendation", by=by, on=on, why=why) as s:
        end_decisions(s, on, why, Kind.RECOMMEND, Kind.RECOMMEND_NOBODY)
        _stand_again(s)
        _wait_again(s)
        for candidate in s.position.candidates_in(State.RECOMMENDED):
            candidate.stand_as_interviewed()
            candidate.save()
        s.case.moved_on = on
        s.case.withdraw_recommendation()
    return s.done


@action
def rescind_decision(
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
    """Record that the governing body, in a quorate meeting, rescinded what it had decided.

    That is its approval, before the appointment, or that it declined the recommendation. The
    recommendation stands, and it can decide on it afresh.
    """
    with step(
        vacancy, "rescind_decision", by=by, on=on, why=why, meeting=meeting, votes_for=votes_for,
        votes_against=votes_against, abstained=abstained, casting=casting,
        withdrew=list(withdrew), minute=minute,
    ) as s:  # fmt: skip
        take_item(s, "The decision taken earlier", minute=minute or why, confidential=True)
        _undecided_again(s, on, why)
    return s.done


@action
def record_trust_reversal(
    vacancy: Vacancy, *, evidence: str, why: str, by: Actor, on: date
) -> Event:
    """Record that the body that the scheme names reversed its decision, as it told it.

    That is its approval, before the appointment, or that it declined. The recommendation stands.
    """
    with step(vacancy, "record_trust_reversal", by=by, on=on, why=why, evidence=evidence) as s:
        _undecided_again(s, on, why)
    return s.done


def _undecided_again(s: Step[Vacancy, Position], on: date, why: str) -> None:
    """The recommendation stands as it did before whoever decides had decided on it."""
    row = chosen_of(s)
    end_decisions(s, on, why, Kind.APPROVE, Kind.DECLINE)
    row.stand_as_recommended()
    row.save()
    s.case.moved_on = on
    s.case.rescind_decision()


@action
def pause(vacancy: Vacancy, *, why: str, by: Actor, on: date, until: date | None = None) -> Event:
    """Pause the headship, perhaps `until` a day. What comes from outside is recorded as ever."""
    with step(vacancy, "pause", by=by, on=on, why=why, until=until) as s:
        s.case.paused_on, s.case.paused_until, s.case.paused_why = on, until, why
    return s.done


@action
def resume(vacancy: Vacancy, *, why: str, by: Actor, on: date) -> Event:
    """Go on with a headship that was paused."""
    with step(vacancy, "resume", by=by, on=on, why=why) as s:
        _end_pause(s.case)
    return s.done


def _end_pause(case: Vacancy) -> None:
    case.paused_on, case.paused_until, case.paused_why = None, None, ""


@action
def withdraw_vacancy(
    vacancy: Vacancy, *, because: Vacancy.Ending, why: str, by: Actor, on: date
) -> Event:
    """Withdraw the vacancy: the resignation is withdrawn, or the post is not to be filled."""
    with step(vacancy, "withdraw_vacancy", by=by, on=on, why=why, because=because) as s:
        end_the_field(s, on)
        for candidate in s.position.candidates_in(*NOT_YET_APPOINTED):
            let_go(candidate, on)
        _end_pause(s.case)
        s.case.withdrawn_because = Vacancy.Ending(because)
        s.case.moved_on = on
        s.case.withdraw_vacancy()
    return s.done
