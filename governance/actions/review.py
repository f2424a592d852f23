"""The review, its report or statement, and who is given it."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date

from casework.action import Actor, certain
from casework.models import Event
from governance.models import Cycle, Handing, Objective
from governance.process import action, step


@dataclass(frozen=True, slots=True)
class Judged:
    """How far an objective was met, and on what that rests."""

    judgement: Objective.Judgement
    reasons: str


@action
def give_notice_of_review(cycle: Cycle, *, review_on: date, by: Actor, on: date) -> Event:
    """Give the head notice, in writing, of the day of the review."""
    with step(cycle, "give_notice_of_review", by=by, on=on, review_on=review_on) as s:
        s.case.review_notice_on, s.case.review_to_be_on = on, review_on
    return s.done


@action
def review(
    cycle: Cycle,
    *,
    judgements: Mapping[str, Judged],
    overall: str,
    on_standards: str,
    needs: str,
    development: str,
    by: Actor,
    on: date,
) -> Event:
    """Record the review: each objective by its number, the standards, the needs, what is done."""
    with step(
        cycle, "review", by=by, on=on, judgements=dict(judgements), overall=overall,
        on_standards=on_standards, needs=needs, development=development,
    ) as s:  # fmt: skip
        s.facts["judgements"] = {number: asdict(each) for number, each in judgements.items()}
        for objective in s.position.objectives_now:
            judged = judgements[str(objective.number)]
            objective.judgement = Objective.Judgement(judged.judgement)
            objective.judgement_reasons = judged.reasons
            objective.save()
        s.case.reviews.create(
            held_on=on,
            overall=overall,
            on_standards=on_standards,
            needs=needs,
            development=development,
        )
        s.case.review()
        s.case.moved_on = on
    return s.done


@action
def give_report(cycle: Cycle, *, by: Actor, on: date) -> Event:
    """Give the head the report, in Wales the statement with its annex."""
    with step(cycle, "give_report", by=by, on=on) as s:
        found = certain(s.position.review)
        found.given_on = on
        found.save()
        s.case.report()
        s.case.moved_on = on
    return s.done


@action
def comment(cycle: Cycle, *, comments: str, by: Actor, on: date) -> Event:
    """Record the head's written comments: they become part of the statement."""
    with step(cycle, "comment", by=by, on=on, comments=comments) as s:
        found = certain(s.position.review)
        found.comments, found.commented_on = comments, on
        found.save()
    return s.done


@action
def hand_over(
    cycle: Cycle,
    *,
    what: Handing.What,
    to: str,
    capacity: str,
    because: str,
    by: Actor,
    on: date,
) -> Event:
    """Record that a paper was given to somebody entitled to it, on what ground."""
    with step(
        cycle, "hand_over", by=by, on=on, what=what, to=to, capacity=capacity, because=because
    ) as s:
        s.case.handings.create(
            what=Handing.What(what), to=to, capacity=capacity, because=because, given_on=on
        )
    return s.done


@action
def assure_governors(cycle: Cycle, *, by: Actor, on: date) -> Event:
    """Record that the governing body was assured that the review was done, without detail."""
    with step(cycle, "assure_governors", by=by, on=on) as s:
        s.case.assured_on = on
    return s.done
