"""Selection: applications, shortlist, names to the authority and their receipt, interviews."""

from collections.abc import Mapping, Sequence
from datetime import date

from accounts.models import User
from casework.action import Actor, certain
from casework.models import Attachment, Event
from recruitment.actions.advice import keep_late_ones
from recruitment.models import Candidate, NamesNotice, Vacancy
from recruitment.process import action, step
from recruitment.stages import CandidateState


def decided(candidate: Candidate, on: date) -> None:
    """Note that something was decided about a candidate, who is yet to be told of it."""
    candidate.decided_on, candidate.told_on, candidate.told_how = on, None, ""


@action
def add_candidate(
    vacancy: Vacancy,
    *,
    name: str,
    by: Actor,
    on: date,
    post: str = "",
    internal: bool = False,
) -> Event:
    """Enter an application received on `on`; the candidate gets the next code (C1, C2, ...)."""
    with step(vacancy, "add_candidate", by=by, on=on, name=name, post=post, internal=internal) as s:
        advert = s.position.advertisement
        candidate = Candidate.objects.create(
            vacancy=s.case,
            code=f"C{len(s.position.candidates) + 1}",
            name=name.strip(),
            post=post,
            internal=internal,
            applied_on=on,
            late=bool(advert and advert.closing_on and on > advert.closing_on),
        )
        s.facts["code"] = candidate.code
    return s.done


@action
def withdraw_candidate(
    vacancy: Vacancy, *, candidate: Candidate, why: str, by: Actor, on: date
) -> Event:
    """Record that a candidate withdrew, at whatever point."""
    with step(vacancy, "withdraw_candidate", by=by, on=on, why=why, candidate=candidate) as s:
        row: Candidate = s["candidate"]
        row.withdraw()
        decided(row, on)
        row.save()
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
        on_it = {c.pk for c in s["candidates"]}
        for candidate in s.position.candidates_in(CandidateState.APPLIED):
            candidate.reason = reasons.get(candidate.code, "")
            decided(candidate, on)
            if candidate.pk in on_it:
                candidate.shortlist()
            else:
                candidate.leave_off_shortlist()
            candidate.save()
        s.case.shortlist()
        s.case.shortlisted_on = on
        s.case.moved_on = on
    return s.done


@action
def send_names(vacancy: Vacancy, *, how: str, by: Actor, on: date) -> Event:
    """Record that the names on the shortlist were given to the authority in writing."""
    with step(vacancy, "send_names", by=by, on=on, how=how) as s:
        names = [c.code for c in s.position.candidates_in(CandidateState.SHORTLISTED)]
        NamesNotice.objects.create(
            vacancy=s.case, round=s.case.round, names=names, sent_on=on, how=how
        )
        s.facts["names"] = names
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
        notice = certain(s.position.notice)
        notice.received_on, notice.evidence = received_on, evidence
        notice.attachment = attachment
        notice.save()
        keep_late_ones(s.position, s.position.representations)
    return s.done


@action
def corroborate_receipt(vacancy: Vacancy, *, by: Actor, on: date) -> Event:
    """Record that the authority confirms the date of receipt."""
    with step(vacancy, "corroborate_receipt", by=by, on=on) as s:
        notice = certain(s.position.notice)
        notice.corroborated_on, notice.corroborated_by = on, by.user.full_name
        notice.save()
    return s.done


@action
def contest_receipt(vacancy: Vacancy, *, received_on: date, why: str, by: Actor, on: date) -> Event:
    """Record the date of receipt that the authority claims: both stand, the later one holds."""
    with step(vacancy, "contest_receipt", by=by, on=on, why=why, received_on=received_on) as s:
        notice = certain(s.position.notice)
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
            candidate.save()
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
