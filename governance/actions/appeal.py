"""The appeal against a statement: made, heard by officers who took no part, decided."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from accounts.models import User
from casework import access
from casework.action import Actor, certain
from casework.models import Event
from governance.models import Appeal, AppealsOfficer, Cycle
from governance.process import action, step


@dataclass(frozen=True, slots=True)
class Hearing:
    """Somebody who is to hear the appeal, and for whom."""

    person: User
    capacity: AppealsOfficer.Capacity


@action
def appeal(cycle: Cycle, *, grounds: str, by: Actor, on: date) -> Event:
    """Record the head's appeal, in writing, against the statement."""
    with step(cycle, "appeal", by=by, on=on, grounds=grounds) as s:
        s.case.appeals.create(review=certain(s.position.review), made_on=on, grounds=grounds)
        s.case.appeal()
        s.case.moved_on = on
    return s.done


@action
def name_appeals_officers(
    cycle: Cycle, *, officers: Sequence[Hearing], by: Actor, on: date
) -> Event:
    """Name those who hear the appeal. Whoever was named before no longer does.

    Those now named do not have the papers yet.
    """
    with step(cycle, "name_appeals_officers", by=by, on=on, officers=list(officers)) as s:
        s.facts["officers"] = [
            {"person": each.person, "capacity": each.capacity} for each in officers
        ]
        heard = certain(s.position.appeal)
        for former in s.position.officers_of(heard):
            access.revoke("appeals_officer", former.person, s.case)
            former.delete()
        for each in officers:
            heard.officers.create(
                person=each.person, capacity=AppealsOfficer.Capacity(each.capacity), since=on
            )
            access.grant("appeals_officer", each.person, s.case)
        heard.papers_sent_on = None
        heard.save()
    return s.done


@action
def send_appeal_papers(cycle: Cycle, *, by: Actor, on: date) -> Event:
    """Record that the appeals officers have the statement and the objectives."""
    with step(cycle, "send_appeal_papers", by=by, on=on) as s:
        heard = certain(s.position.appeal)
        heard.papers_sent_on = on
        heard.save()
    return s.done


@action
def decide_appeal(
    cycle: Cycle, *, outcome: Appeal.Outcome, reasons: str, by: Actor, on: date
) -> Event:
    """Record the decision. Upheld, the review is set aside and there is to be another.

    Of that other review those who heard the appeal learn nothing: their part ends.
    """
    with step(cycle, "decide_appeal", by=by, on=on, outcome=outcome, reasons=reasons) as s:
        heard = certain(s.position.appeal)
        heard.outcome, heard.outcome_reasons = Appeal.Outcome(outcome), reasons
        heard.decided_on = on
        heard.save()
        if outcome == Appeal.Outcome.UPHELD:
            _set_aside(s.case, heard, on)
            for officer in s.position.officers_of(heard):
                access.revoke("appeals_officer", officer.person, s.case)
        else:
            s.case.dismiss_appeal()
        s.case.moved_on = on
    return s.done


def _set_aside(cycle: Cycle, heard: Appeal, on: date) -> None:
    """Take back all that the review rested on and led to: the next one begins with its notice.

    What was handed in, and how each objective was judged, stays in the record of the steps.
    """
    heard.review.set_aside_on = on
    heard.review.save()
    cycle.review_notice_on = cycle.review_to_be_on = None
    cycle.evidence, cycle.evidence_in_on, cycle.assured_on = "", None, None
    cycle.objectives.update(judgement="", judgement_reasons="")
    cycle.review_again()
