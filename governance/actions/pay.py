"""Pay: recommended by the appraisers, decided by others, told to the head, appealed."""

from collections.abc import Sequence
from datetime import date

from accounts.models import User
from casework.action import Actor, certain
from casework.models import Event
from governance.models import Cycle, Pay
from governance.process import action, step


@action
def recommend_pay(cycle: Cycle, *, recommended: str, reasons: str, by: Actor, on: date) -> Event:
    """Record what the appraisers recommend on the head's pay."""
    with step(cycle, "recommend_pay", by=by, on=on, recommended=recommended, reasons=reasons) as s:
        s.case.pay_rows.create(recommended=recommended, reasons=reasons, recommended_on=on)
    return s.done


@action
def decide_pay(
    cycle: Cycle,
    *,
    outcome: Pay.Outcome,
    decided: str,
    reasons: str,
    deciders: Sequence[User],
    by: Actor,
    on: date,
) -> Event:
    """Record what was decided on pay, by whom, and why."""
    with step(
        cycle, "decide_pay", by=by, on=on, outcome=outcome, decided=decided, reasons=reasons,
        deciders=list(deciders),
    ) as s:  # fmt: skip
        pay = certain(s.position.pay)
        pay.outcome, pay.decided, pay.decided_reasons = Pay.Outcome(outcome), decided, reasons
        pay.decided_on = on
        pay.save()
        pay.deciders.set(deciders)
    return s.done


@action
def tell_pay(cycle: Cycle, *, by: Actor, on: date) -> Event:
    """Record that the head has the written statement of pay."""
    with step(cycle, "tell_pay", by=by, on=on) as s:
        _set(certain(s.position.pay), told_on=on)
    return s.done


@action
def appeal_pay(cycle: Cycle, *, grounds: str, by: Actor, on: date) -> Event:
    """Record the head's appeal against the decision on pay, under the school's policy."""
    with step(cycle, "appeal_pay", by=by, on=on, grounds=grounds) as s:
        _set(certain(s.position.pay), appeal_on=on, appeal_grounds=grounds)
    return s.done


@action
def decide_pay_appeal(cycle: Cycle, *, outcome: str, by: Actor, on: date) -> Event:
    """Record how the appeal on pay ended."""
    with step(cycle, "decide_pay_appeal", by=by, on=on, outcome=outcome) as s:
        _set(certain(s.position.pay), appeal_decided_on=on, appeal_outcome=outcome)
    return s.done


def _set(pay: Pay, **fields: object) -> None:
    for name, value in fields.items():
        setattr(pay, name, value)
    pay.save()
