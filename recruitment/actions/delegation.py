"""What a trust lays down and decides for an academy; the undertakings of staff governors."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from accounts.models import User
from casework.action import Actor
from casework.models import Event
from recruitment.actions.appointment import Kind, appointed
from recruitment.actions.outcomes import chosen_of, decide, let_go
from recruitment.models import Consent, Delegation, Undertaking, Vacancy
from recruitment.models.delegation import DecidingBody
from recruitment.process import action, step


@action
def enter_scheme(
    vacancy: Vacancy,
    *,
    panel_minimum: int,
    panel_minimum_source: str,
    approval: DecidingBody,
    approval_source: str,
    appointer: DecidingBody,
    appointer_source: str,
    by: Actor,
    on: date,
    consents: Sequence[str] = (),
    consents_source: str = "",
) -> Event:
    """Enter what the trust's scheme of delegation lays down, from `on`: each with its source."""
    fields: dict[str, Any] = {
        "panel_minimum": panel_minimum,
        "panel_minimum_source": panel_minimum_source,
        "approval": approval,
        "approval_source": approval_source,
        "appointer": appointer,
        "appointer_source": appointer_source,
        "consents": [name.strip() for name in consents if name.strip()],
        "consents_source": consents_source,
    }
    with step(vacancy, "enter_scheme", by=by, on=on, **fields) as s:
        Delegation.objects.create(vacancy=s.case, since=on, **fields)
    return s.done


@action
def record_consent(vacancy: Vacancy, *, consent: str, evidence: str, by: Actor, on: date) -> Event:
    """Record that one whose consent the scheme asks for consented to the person chosen."""
    with step(vacancy, "record_consent", by=by, on=on, consent=consent, evidence=evidence) as s:
        Consent.objects.create(
            vacancy=s.case,
            candidate=chosen_of(s),
            name=consent,
            given_on=on,
            evidence=evidence,
        )
    return s.done


@action
def record_trust_decision(
    vacancy: Vacancy, *, approved: bool, evidence: str, by: Actor, on: date, why: str = ""
) -> Event:
    """Record what the body that the scheme names decided on the recommendation, as it told it."""
    with step(
        vacancy, "record_trust_decision", by=by, on=on, why=why, approved=approved,
        evidence=evidence,
    ) as s:  # fmt: skip
        chosen, regime = chosen_of(s), s.position.regime
        detail = {"decided_by": DecidingBody(regime.approval.value).label, "evidence": evidence}
        if approved:
            chosen.approve()
            chosen.save()
            decide(s, Kind.APPROVE, on, candidate=chosen, detail=detail)
            s.case.approve()
        else:
            let_go(chosen, on)
            decide(s, Kind.DECLINE, on, candidate=chosen, reasons=why, detail=detail)
            s.case.decline()
        if approved and regime.approval_appoints:
            appointed(s, chosen, on, by=detail["decided_by"])
    return s.done


@action
def record_undertaking(vacancy: Vacancy, *, person: User, text: str, by: Actor, on: date) -> Event:
    """Record a staff governor's written undertaking not to seek the post that may fall free."""
    with step(vacancy, "record_undertaking", by=by, on=on, person=person, text=text) as s:
        Undertaking.objects.create(vacancy=s.case, person=person, given_on=on, text=text)
    return s.done
