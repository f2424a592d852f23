"""Selection: longlist, shortlist, names to the authority and their receipt, interviews."""

from collections.abc import Mapping, Sequence
from datetime import date

from accounts.models import User
from casework.action import Actor, Step, certain
from casework.models import Attachment, Event
from recruitment.actions.advice import keep_late_ones
from recruitment.actions.outcomes import decided, fall_through
from recruitment.models import Candidate, NamesNotice, Vacancy
from recruitment.position import Position
from recruitment.process import action, step
from recruitment.stages import CHOSEN, CandidateState, Stage


@action
def withdraw_candidate(
    vacancy: Vacancy, *, candidate: Candidate, why: str, by: Actor, on: date
) -> Event:
    """Record that a candidate withdrew, at whatever point.

    When it is the person chosen, the choice has fallen through.
    """
    with step(vacancy, "withdraw_candidate", by=by, on=on, why=why, candidate=candidate) as s:
        row: Candidate = s["candidate"]
        row.withdraw()
        decided(row, on)
        row.save()
        if s.case.stage in CHOSEN and row == s.position.chosen:
            fall_through(s, on, why)
    return s.done


@action
def longlist(
    vacancy: Vacancy,
    *,
    candidates: Sequence[Candidate],
    reasons: Mapping[str, str],
    by: Actor,
    on: date,
) -> Event:
    """Record the longlist: who is considered further. `reasons` gives one for everybody else.

    Those left off it are not shortlisted. They are told so, as the others who are not.
    """
    with step(
        vacancy, "longlist", by=by, on=on, candidates=list(candidates), reasons=dict(reasons)
    ) as s:
        on_it = {c.pk for c in s["candidates"]}
        for candidate in s.position.candidates_in(CandidateState.APPLIED):
            candidate.reason = reasons.get(candidate.code, "")
            if candidate.pk in on_it:
                candidate.longlisted_on = on
            else:
                candidate.leave_off_shortlist()
                decided(candidate, on)
            candidate.save()
        s.case.moved_on = on
    return s.done


@action
def shortlist(
    vacancy: Vacancy,
    *,
    candidates: Sequence[Candidate],
    reasons: Mapping[str, str],
    shortlisters: Sequence[User],
    by: Actor,
    on: date,
) -> Event:
    """Record the shortlist. `reasons` gives one for every applicant, by code."""
    with step(
        vacancy, "shortlist", by=by, on=on, candidates=list(candidates), reasons=dict(reasons),
        shortlisters=list(shortlisters),
    ) as s:  # fmt: skip
        _sort(s, reasons, on)
        s.case.shortlist()
        s.case.shortlisted_on = on
        s.case.shortlisted_by = [person.pk for person in s["shortlisters"]]
        open_names_of(s.position, on)
        s.case.moved_on = on
    return s.done


def open_names_of(p: Position, on: date, why: str = "") -> None:
    """Open the names that are hidden: of this round, and of an earlier one that never had them."""
    for scoring in p.hiding:
        scoring.names_opened_on, scoring.names_opened_why = on, why
        scoring.save()


def _sort(s: Step[Vacancy, Position], reasons: Mapping[str, str], on: date) -> None:
    """Put on the shortlist those who are to be on it, and off it whoever else had applied."""
    on_it = {c.pk for c in s["candidates"]}
    for candidate in s.position.candidates:
        if candidate.pk in on_it:
            candidate.shortlist()
            candidate.shortlisted_on = on
        elif candidate.state == CandidateState.APPLIED:
            candidate.leave_off_shortlist()
        else:
            continue
        candidate.reason = reasons.get(candidate.code, "")
        decided(candidate, on)
        candidate.save()


@action
def extend_shortlist(
    vacancy: Vacancy,
    *,
    candidates: Sequence[Candidate],
    reasons: Mapping[str, str],
    shortlisters: Sequence[User],
    by: Actor,
    on: date,
) -> Event:
    """Add candidates to the shortlist: late applicants, or some who had been left off it.

    `reasons` gives one for each of them, and for every late applicant who is left off. The new
    names are then given to the authority, whose period for them is their own.
    """
    with step(
        vacancy, "extend_shortlist", by=by, on=on, candidates=list(candidates),
        reasons=dict(reasons), shortlisters=list(shortlisters),
    ) as s:  # fmt: skip
        _sort(s, reasons, on)
        s.case.moved_on = on
    return s.done


@action
def send_names(vacancy: Vacancy, *, how: str, by: Actor, on: date) -> Event:
    """Record that the names on the shortlist were given to the authority in writing.

    Those already given are not given again: a notice after the first is of the new names only.
    """
    with step(vacancy, "send_names", by=by, on=on, how=how) as s:
        names = [c.code for c in s.position.names_to_send]
        NamesNotice.objects.create(
            vacancy=s.case, round=s.case.round, names=names, sent_on=on, how=how
        )
        s.facts["names"] = names
        if s.case.stage == Stage.SHORTLISTED:
            s.case.send_names()
        s.case.moved_on = on
    return s.done


@action
def record_receipt(
    vacancy: Vacancy,
    *,
    names: Sequence[Candidate],
    received_on: date,
    evidence: str,
    by: Actor,
    attachment: Attachment | None = None,
) -> Event:
    """Record when the authority received the names, which starts its period for representations.

    Receipt is a fact with evidence: names handed over at a table are received there and then.
    """
    with step(
        vacancy, "record_receipt", by=by, on=received_on, names=list(names),
        received_on=received_on, evidence=evidence, attachment=attachment,
    ) as s:  # fmt: skip
        notice = certain(s.position.notice_naming(s["names"]))
        notice.received_on, notice.evidence = received_on, evidence
        notice.attachment = attachment
        notice.save()
        keep_late_ones(s.position, s.position.representations)
    return s.done


@action
def corroborate_receipt(
    vacancy: Vacancy, *, by: Actor, on: date, notice: NamesNotice | None = None
) -> Event:
    """Record that the authority confirms when it received a notice: the last, if none is given."""
    with step(vacancy, "corroborate_receipt", by=by, on=on, notice=notice) as s:
        notice = certain(s["notice"] or s.position.notice)
        notice.corroborated_on, notice.corroborated_by = on, by.user.full_name
        notice.save()
    return s.done


@action
def contest_receipt(
    vacancy: Vacancy,
    *,
    received_on: date,
    why: str,
    by: Actor,
    on: date,
    notice: NamesNotice | None = None,
) -> Event:
    """Record the date of receipt that the authority claims: both stand, the later one holds."""
    with step(
        vacancy, "contest_receipt", by=by, on=on, why=why, received_on=received_on, notice=notice
    ) as s:
        notice = certain(s["notice"] or s.position.notice)
        notice.contested_to, notice.contested_why = received_on, why
        notice.contested_by = by.user.full_name
        notice.save()
        keep_late_ones(s.position, s.position.representations)
    return s.done


@action
def record_interviews(
    vacancy: Vacancy,
    *,
    candidates: Sequence[Candidate],
    present: Sequence[User],
    by: Actor,
    on: date,
    advisers: Sequence[User] = (),
) -> Event:
    """Record who was interviewed on `on`, by which members, with which advisers there."""
    with step(
        vacancy, "record_interviews", by=by, on=on, candidates=list(candidates),
        present=list(present), advisers=list(advisers),
    ) as s:  # fmt: skip
        for candidate in s["candidates"]:
            candidate.interview()
            candidate.interviewed_on = on
            candidate.save()
        if s.case.stage != Stage.INTERVIEWED:
            s.case.record_interviews()
        s.case.interviewed_on = on
        s.case.moved_on = on
    return s.done


@action
def tell_candidate(
    vacancy: Vacancy, *, candidate: Candidate, how: str, by: Actor, on: date
) -> Event:
    """Record that a candidate was told the decision, which is another fact than the decision."""
    with step(vacancy, "tell_candidate", by=by, on=on, candidate=candidate, how=how) as s:
        row: Candidate = s["candidate"]
        row.told_on, row.told_how = on, how
        row.save()
    return s.done
