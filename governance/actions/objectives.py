"""Standards, objectives and the advice on them; how they go in the year."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from accounts.models import User
from casework.action import Actor
from casework.models import Event
from governance.models import Consultation, Cycle, Information, Objective, Point, Progress
from governance.process import action, step


@dataclass(frozen=True, slots=True)
class OnObjective:
    """What an adviser says of one objective: a judgement in a few words, and its reasons."""

    number: int
    judgement: str
    reasons: str


@dataclass(frozen=True, slots=True)
class Suggested:
    """An objective that an adviser suggests, with how it would be measured."""

    text: str
    measure: str


@action
def tell_standards(cycle: Cycle, *, standards: str, by: Actor, on: date) -> Event:
    """Record that the head was told against which standards performance is assessed."""
    with step(cycle, "tell_standards", by=by, on=on, standards=standards) as s:
        s.case.standards, s.case.standards_told_on = standards, on
    return s.done


@action
def add_objective(
    cycle: Cycle,
    *,
    text: str,
    success: str,
    evidence: str,
    pupils: str,
    plan: str,
    by: Actor,
    on: date,
    monitoring: str = "",
) -> Event:
    """Write an objective: how it will be known to be met, what shows it, and what it serves."""
    with step(
        cycle, "add_objective", by=by, on=on, text=text, success=success, evidence=evidence,
        pupils=pupils, plan=plan, monitoring=monitoring,
    ) as s:  # fmt: skip
        number = max((o.number for o in s.position.objectives), default=0) + 1
        s.facts["objective"] = s.case.objectives.create(
            number=number, text=text, success=success, evidence=evidence, pupils=pupils,
            plan=plan, monitoring=monitoring, since=on,
        )  # fmt: skip
    return s.done


@action
def change_objective(
    cycle: Cycle,
    *,
    objective: Objective,
    text: str,
    success: str,
    evidence: str,
    pupils: str,
    plan: str,
    by: Actor,
    on: date,
    monitoring: str = "",
) -> Event:
    """Change the words of an objective. What it said before stays in the record."""
    with step(
        cycle, "change_objective", by=by, on=on, objective=objective, text=text, success=success,
        evidence=evidence, pupils=pupils, plan=plan, monitoring=monitoring,
    ) as s:  # fmt: skip
        changed = s["objective"]
        changed.text, changed.success, changed.evidence = text, success, evidence
        changed.pupils, changed.plan, changed.monitoring = pupils, plan, monitoring
        changed.save()
    return s.done


@action
def drop_objective(cycle: Cycle, *, objective: Objective, why: str, by: Actor, on: date) -> Event:
    """Drop an objective. It stays in the record, and is not judged."""
    with step(cycle, "drop_objective", by=by, on=on, why=why, objective=objective) as s:
        dropped = s["objective"]
        dropped.dropped_on, dropped.dropped_because = on, why
        dropped.save()
    return s.done


@action
def consult_adviser(
    cycle: Cycle, *, point: Point, how: Consultation.How, advice: str, by: Actor, on: date
) -> Event:
    """Record that the adviser was consulted, how, and what the adviser said."""
    with step(cycle, "consult_adviser", by=by, on=on, point=point, how=how, advice=advice) as s:
        s.case.consultations.create(
            point=Point(point),
            adviser=s.position.engagements_on(on)[-1].person,
            held_on=on,
            how=Consultation.How(how),
            advice=advice,
        )
    return s.done


@action
def answer_advice(
    cycle: Cycle,
    *,
    consultation: Consultation,
    followed: bool,
    by: Actor,
    on: date,
    departed: str = "",
) -> Event:
    """Record whether the governors followed the advice, and why not where they did not."""
    with step(
        cycle, "answer_advice", by=by, on=on, consultation=consultation, followed=followed,
        departed=departed,
    ) as s:  # fmt: skip
        answered = s["consultation"]
        answered.followed, answered.departed, answered.answered_on = followed, departed, on
        answered.save()
    return s.done


def _with_words(
    judged: Sequence[dict[str, Any]], objectives: Sequence[Objective]
) -> list[dict[str, Any]]:
    """Return judgements, each with the words of its objective as it stands."""
    stand = {o.number: {"text": o.text, "success": o.success} for o in objectives}
    return [{**said, **stand.get(said["number"], {})} for said in judged]


@action
def give_advice(
    cycle: Cycle,
    *,
    point: Point,
    visited_on: date,
    seen: str,
    not_seen: str,
    questions: str,
    for_governors: str,
    conclusion: str,
    by: Actor,
    on: date,
    on_objectives: Sequence[OnObjective] = (),
    on_standards: str = "",
    suggested: Sequence[Suggested] = (),
) -> Event:
    """Give the governors advice in writing: evidence, judgements, questions, objectives."""
    with step(
        cycle, "give_advice", by=by, on=on, point=point, visited_on=visited_on, seen=seen,
        not_seen=not_seen, questions=questions, for_governors=for_governors,
        conclusion=conclusion, on_objectives=[asdict(each) for each in on_objectives],
        on_standards=on_standards, suggested=[asdict(each) for each in suggested],
    ) as s:  # fmt: skip
        s.case.advice.create(
            point=Point(point), adviser=by.user, given_on=on, visited_on=visited_on, seen=seen,
            not_seen=not_seen, on_objectives=_with_words(s["on_objectives"], s.position.objectives),
            on_standards=on_standards,
            questions=questions, suggested=s["suggested"], for_governors=for_governors,
            conclusion=conclusion,
        )  # fmt: skip
    return s.done


@action
def hold_planning_meeting(cycle: Cycle, *, present: Sequence[User], by: Actor, on: date) -> Event:
    """Record the planning meeting of all the appraisers with the head."""
    with step(cycle, "hold_planning_meeting", by=by, on=on, present=list(present)) as s:
        s.case.planning_met_on = on
    return s.done


@action
def set_objectives(
    cycle: Cycle, *, agreed: bool, by: Actor, on: date, head_comments: str = ""
) -> Event:
    """Set the objectives, agreed with the head or not, with what the head said to them."""
    with step(
        cycle, "set_objectives", by=by, on=on, agreed=agreed, head_comments=head_comments
    ) as s:
        s.case.objectives_set_on, s.case.objectives_agreed = on, agreed
        s.case.head_on_objectives = head_comments
        s.case.set_objectives()
        s.case.moved_on = on
    return s.done


@action
def settle_support(cycle: Cycle, *, support: str, by_authority: bool, by: Actor, on: date) -> Event:
    """Record the support for the head, agreed, or determined by the authority."""
    with step(
        cycle, "settle_support", by=by, on=on, support=support, by_authority=by_authority
    ) as s:
        s.case.support, s.case.support_settled_on = support, on
        s.case.support_by_authority = by_authority
    return s.done


@action
def settle_monitoring(
    cycle: Cycle, *, monitoring: str, by: Actor, on: date, agreed: bool | None = None
) -> Event:
    """Record the procedures by which the head's performance is monitored in the year.

    `agreed` says whether the head agreed to them, or the appraisers set them down.
    """
    with step(cycle, "settle_monitoring", by=by, on=on, monitoring=monitoring, agreed=agreed) as s:
        s.case.monitoring, s.case.monitoring_settled_on = monitoring, on
        s.case.monitoring_agreed = agreed
    return s.done


@action
def note_progress(
    cycle: Cycle, *, objective: Objective, mark: Progress.Mark, note: str, by: Actor, on: date
) -> Event:
    """Note how an objective goes, at mid-year or at another time."""
    with step(cycle, "note_progress", by=by, on=on, objective=objective, mark=mark, note=note) as s:
        s["objective"].progress.create(seen_on=on, mark=Progress.Mark(mark), note=note)
    return s.done


@action
def seek_information(
    cycle: Cycle, *, source: str, ground: Information.Ground, by: Actor, on: date
) -> Event:
    """Record that information about the head was sought of others, and on what ground."""
    with step(cycle, "seek_information", by=by, on=on, source=source, ground=ground) as s:
        s.case.information.create(
            source=source, ground=Information.Ground(ground), sought_on=on, by=by.user
        )
    return s.done


@action
def receive_evidence(cycle: Cycle, *, evidence: str, by: Actor, on: date) -> Event:
    """Record that the evidence for the review, in Wales the head's record, is in."""
    with step(cycle, "receive_evidence", by=by, on=on, evidence=evidence) as s:
        s.case.evidence, s.case.evidence_in_on = evidence, on
    return s.done
