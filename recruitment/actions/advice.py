"""Advice, opinions, representations and reservations, and what is done with each."""

from collections.abc import Iterable, Sequence
from datetime import date

from casework.action import Actor, certain
from casework.models import Attachment, Event, Meeting
from recruitment.models import (
    Advice,
    Candidate,
    NamesNotice,
    Opinion,
    Representation,
    Reservations,
    Vacancy,
)
from recruitment.points import Point
from recruitment.position import Position
from recruitment.process import action, step


@action
def give_advice(
    vacancy: Vacancy,
    *,
    given_by: str,
    capacity: str,
    form: Advice.Form,
    to: Meeting.Body,
    text: str,
    by: Actor,
    on: date,
) -> Event:
    """Record advice, oral or written, to the panel or the governing body."""
    with step(
        vacancy, "give_advice", by=by, on=on, given_by=given_by, capacity=capacity, form=form,
        to=to, text=text,
    ) as s:  # fmt: skip
        Advice.objects.create(
            vacancy=s.case,
            given_by=given_by,
            capacity=capacity,
            given_on=on,
            stage=s.case.stage,
            form=Advice.Form(form),
            to=Meeting.Body(to),
            text=text,
        )
    return s.done


@action
def consider_advice(vacancy: Vacancy, *, advice: Advice, minute: str, by: Actor, on: date) -> Event:
    """Record that those who decide considered the advice, in the words of the minute."""
    with step(vacancy, "consider_advice", by=by, on=on, advice=advice, minute=minute) as s:
        row: Advice = s["advice"]
        row.considered_on, row.consideration = on, minute
        row.save()
    return s.done


@action
def record_opinion(
    vacancy: Vacancy,
    *,
    candidate: Candidate,
    verdict: Opinion.Verdict,
    by: Actor,
    on: date,
    summary: str = "",
    points: Sequence[Point] = (),
) -> Event:
    """Record the adviser's opinion of a candidate at this stage. It is not a representation."""
    with step(
        vacancy, "record_opinion", by=by, on=on, candidate=candidate, verdict=verdict,
        summary=summary, points=list(points),
    ) as s:  # fmt: skip
        stored = s.facts["points"] = [point.to_json() for point in points]
        Opinion.objects.create(
            vacancy=s.case,
            candidate=s["candidate"],
            adviser=by.user,
            stage=s.case.stage,
            formed_on=on,
            verdict=Opinion.Verdict(verdict),
            summary=summary,
            points=stored,
        )
    return s.done


@action
def make_no_representations(
    vacancy: Vacancy, *, said_by: str, by: Actor, on: date, notice: NamesNotice | None = None
) -> Event:
    """Record that the authority makes none on the names of a notice: the last, if none is given.

    It opens the way early and waives nothing.
    """
    with step(
        vacancy, "make_no_representations", by=by, on=on, said_by=said_by, notice=notice
    ) as s:
        notice = certain(s["notice"] or s.position.notice)
        notice.none_made_on, notice.none_made_by = on, said_by
        notice.save()
    return s.done


@action
def make_representations(
    vacancy: Vacancy,
    *,
    candidate: Candidate,
    made_by: str,
    received_on: date,
    text: str,
    by: Actor,
    office: str = "",
    addressed_to: str = "The selection panel",
    signed: bool = True,
    points: Sequence[Point] = (),
    attachment: Attachment | None = None,
) -> Event:
    """Record the authority's written representation that the candidate is not suitable.

    `received_on` is the day on which it reached the panel. A late one is kept, and is advice.
    """
    with step(
        vacancy, "make_representations", by=by, on=received_on, candidate=candidate,
        made_by=made_by, office=office, received_on=received_on, text=text,
        addressed_to=addressed_to, signed=signed, points=list(points), attachment=attachment,
    ) as s:  # fmt: skip
        stored = s.facts["points"] = [point.to_json() for point in points]
        paper = Representation.objects.create(
            vacancy=s.case,
            candidate=s["candidate"],
            made_by=made_by,
            office=office,
            received_on=received_on,
            text=text,
            addressed_to=addressed_to,
            signed=signed,
            points=stored,
            attachment=attachment,
        )
        keep_late_ones(s.position, [paper])
    return s.done


def keep_late_ones(position: Position, papers: Iterable[Representation]) -> None:
    """Keep those of the papers that are late as advice too, which has to be considered.

    To be called after whatever can make a paper late: the paper itself, a receipt, a correction.
    """
    for paper in papers:
        if not position.is_in_time(paper):
            Advice.objects.get_or_create(
                late_paper=paper,
                defaults={
                    "vacancy": paper.vacancy,
                    "given_by": paper.made_by,
                    "capacity": f"{paper.office or 'for the authority'}, in a late representation",
                    "given_on": paper.received_on,
                    "form": Advice.Form.WRITTEN,
                    "to": Meeting.Body.PANEL,
                    "text": paper.text,
                    "stage": position.stage,
                },
            )


@action
def withdraw_representations(
    vacancy: Vacancy, *, representation: Representation, why: str, by: Actor, on: date
) -> Event:
    """Record that the authority withdrew its representation: nobody else can."""
    with step(
        vacancy, "withdraw_representations", by=by, on=on, why=why, representation=representation
    ) as s:
        row: Representation = s["representation"]
        row.withdrawn_on, row.withdrawn_why = on, why
        row.save()
    return s.done


@action
def consider_representations(
    vacancy: Vacancy, *, candidate: Candidate, minute: str, by: Actor, on: date
) -> Event:
    """Record that the panel considered what was represented on a candidate."""
    with step(
        vacancy, "consider_representations", by=by, on=on, candidate=candidate, minute=minute
    ) as s:
        for paper in s.position.unconsidered:
            if paper.candidate_id == s["candidate"].pk:
                paper.considered_on, paper.consideration = on, minute
                paper.save()
    return s.done


@action
def give_reasons(
    vacancy: Vacancy,
    *,
    reasons: str,
    to_governing_body_on: date,
    to_authority_on: date,
    by: Actor,
    on: date,
) -> Event:
    """Record the panel's written reasons for recommending the person, and when each had them."""
    with step(
        vacancy, "give_reasons", by=by, on=on, reasons=reasons,
        to_governing_body_on=to_governing_body_on, to_authority_on=to_authority_on,
    ) as s:  # fmt: skip
        for paper in s.position.awaiting_reasons:
            paper.reasons = reasons
            paper.reasons_to_governing_body_on = to_governing_body_on
            paper.reasons_to_authority_on = to_authority_on
            paper.save()
    return s.done


@action
def put_reservations(
    vacancy: Vacancy,
    *,
    candidate: Candidate,
    before_decision: bool,
    not_disputed: str,
    conclusion: str,
    points: Sequence[Point],
    same_yardstick: str,
    earlier_advice: str,
    why_it_matters: str,
    limits: str,
    what_would_settle_it: str,
    what_governors_must_do: str,
    interests: str,
    capacity: str,
    authority_to_sign: str,
    copies: str,
    by: Actor,
    on: date,
    decision_on: date | None = None,
) -> Event:
    """Put the adviser's reservations in writing, before or after the governors decide.

    Each text is one part of a good letter: `recruitment.forms.reservations` says what of.
    """
    parts = {
        "not_disputed": not_disputed,
        "conclusion": conclusion,
        "same_yardstick": same_yardstick,
        "earlier_advice": earlier_advice,
        "why_it_matters": why_it_matters,
        "limits": limits,
        "what_would_settle_it": what_would_settle_it,
        "what_governors_must_do": what_governors_must_do,
        "interests": interests,
        "capacity": capacity,
        "authority_to_sign": authority_to_sign,
        "copies": copies,
    }
    with step(
        vacancy, "put_reservations", by=by, on=on, candidate=candidate,
        before_decision=before_decision, points=list(points), decision_on=decision_on, **parts,
    ) as s:  # fmt: skip
        stored = s.facts["points"] = [point.to_json() for point in points]
        Reservations.objects.create(
            vacancy=s.case,
            candidate=s["candidate"],
            adviser=by.user,
            put_on=on,
            before_decision=before_decision,
            decision_on=decision_on,
            points=stored,
            **parts,
        )
    return s.done


@action
def withdraw_reservations(
    vacancy: Vacancy, *, reservations: Reservations, why: str, by: Actor, on: date
) -> Event:
    """Record that the adviser withdrew their own reservations. They stay, marked withdrawn."""
    with step(
        vacancy, "withdraw_reservations", by=by, on=on, why=why, reservations=reservations
    ) as s:
        row: Reservations = s["reservations"]
        row.withdrawn_on, row.withdrawn_why = on, why
        row.save()
    return s.done


@action
def acknowledge_reservations(
    vacancy: Vacancy, *, reservations: Reservations, by: Actor, on: date
) -> Event:
    """Acknowledge the adviser's reservations. It blocks nothing."""
    with step(vacancy, "acknowledge_reservations", by=by, on=on, reservations=reservations) as s:
        row: Reservations = s["reservations"]
        row.acknowledged_on, row.acknowledged_by = on, by.user.full_name
        row.save()
    return s.done


@action
def consider_reservations(
    vacancy: Vacancy, *, reservations: Reservations, minute: str, by: Actor, on: date
) -> Event:
    """Record that reservations put before the decision were considered: they are also advice."""
    with step(
        vacancy, "consider_reservations", by=by, on=on, reservations=reservations, minute=minute
    ) as s:
        row: Reservations = s["reservations"]
        row.considered_on, row.consideration = on, minute
        row.save()
    return s.done
