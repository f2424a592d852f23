"""Pay: recommended where the policy asks, decided by others than the appraisers, told in time."""

from collections.abc import Iterator
from datetime import date

from casework.action import Facts
from casework.rules import entry, not_before, practice, required
from casework.words import written
from governance.position import Position
from governance.rules.base import Rule, since_review
from law.base import Obstacle


def pay_where_the_policy_asks(p: Position, f: Facts) -> Iterator[Obstacle]:
    """A recommendation on pay is made where the school's policy asks for one."""
    if not p.case.pay:
        yield practice(
            "policy_asks_for_no_pay",
            "It is not recorded that the school's pay policy asks for a recommendation.",
            "Go on if the policy does.",
            p.provision("pay_recommendation") or "Practice",
        )


def recommended_once(p: Position, f: Facts) -> Iterator[Obstacle]:
    """One recommendation at a time: decided, told, and no appeal open before there is another."""
    if p.pay is None:
        return
    if not p.pay.decided_on:
        yield entry(
            "pay_recommended", "A recommendation waits to be decided.", "Let it be decided first."
        )
    elif not p.pay.told_on:
        yield entry(
            "pay_not_told",
            "The head has not been told what was decided on the last recommendation.",
            "Record that the head was told first.",
        )
    elif p.pay.is_appealed:
        yield entry(
            "pay_appeal_open",
            "The head's appeal on the last decision is open.",
            "Record how it ended first.",
        )


def recommended_first(p: Position, f: Facts) -> Iterator[Obstacle]:
    """What is decided was recommended, and is decided once."""
    if p.pay is None:
        yield entry("no_recommendation", "Nothing is recommended on pay.", "Record that first.")
    elif p.pay.decided_on:
        yield entry("pay_decided", "Pay is decided.", "Nothing is needed.")


def deciders_named(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Somebody decides, and they are governors in post."""
    deciders, rule = f.get("deciders"), p.scheme.pay_decided_by_others
    if deciders is None:
        return
    if not deciders:
        yield entry("no_deciders", "It is not said who decided.", "Name those who did.")
    governors = {seat.user_id for seat in p.governors_on(f.get("on") or p.on)}
    for person in deciders:
        if rule and person.pk not in governors:
            yield rule.obstacle(
                "decider_not_a_governor",
                f"{person} was not a governor on that day.",
                "Let governors in post decide.",
            )


def decided_by_others(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Pay is decided by others than the appraisers."""
    rule = p.scheme.pay_decided_by_others
    for person in f.get("deciders") or ():
        if rule and p.is_appraiser(person):
            yield rule.obstacle(
                "appraiser_decides_pay",
                f"{person} appraised the head, so does not decide on pay.",
                "Let others decide.",
            )
        if person.pk == p.case.head_id:
            yield entry("head_decides_pay", "The head does not decide.", "Let others decide.")


def paid_by_the_school_withdraws(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Nobody who works at the school decides on the pay of its head."""
    day = f.get("on") or p.on
    for person in f.get("deciders") or ():
        if person.pk != p.case.head_id and p.is_paid_by_school(person, day):
            yield p.scheme.appraisers_exclude.obstacle(
                "staff_decide_pay",
                f"{person} works at the school, so does not decide on its head's pay.",
                "Let others decide.",
            )


def decided_first(p: Position, f: Facts) -> Iterator[Obstacle]:
    """The head is told once of what is decided."""
    if p.pay is None or not p.pay.decided_on:
        yield entry("pay_not_decided", "Pay is not decided.", "Record the decision first.")
    elif p.pay.told_on:
        yield entry("pay_told", "The head has been told.", "Nothing is needed.")


def told_in_time(p: Position, f: Facts) -> Iterator[Obstacle]:
    """The written statement of pay comes within a month."""
    rule, day = p.scheme.pay_statement, f.get("on")
    if rule and day and p.pay and p.pay.decided_on:
        last = rule.value.last_day(p.pay.decided_on)
        if day > last:
            yield rule.obstacle(
                "pay_statement_late",
                f"The written statement was due by {written(last)}.",
                "Give it at once.",
            ).as_practice()


def pay_appeal_open(p: Position, f: Facts) -> Iterator[Obstacle]:
    """An appeal on pay is against a decision, and is decided once."""
    if p.pay is None or not p.pay.decided_on:
        yield entry("pay_not_decided", "Pay is not decided.", "Wait for the decision.")
    elif p.pay.appeal_on:
        yield entry("pay_appealed", "The head has appealed on pay.", "Nothing is needed.")


def pay_appeal_made(p: Position, f: Facts) -> Iterator[Obstacle]:
    """What is decided is an appeal that was made."""
    if p.pay is None or not p.pay.appeal_on or p.pay.appeal_decided_on:
        yield entry("no_pay_appeal", "No appeal on pay is open.", "Nothing is needed.")


def _recommended_on(p: Position, _: Facts) -> date | None:
    return p.pay.recommended_on if p.pay else None


since_recommended = not_before("on", "the day of the recommendation", _recommended_on)


def _decided_on(p: Position, _: Facts) -> date | None:
    return p.pay.decided_on if p.pay else None


def _appealed_on(p: Position, _: Facts) -> date | None:
    return p.pay.appeal_on if p.pay else None


since_decided = not_before("on", "the day of the decision", _decided_on)
since_appealed = not_before("on", "the day of the appeal", _appealed_on)
RULES: dict[str, tuple[Rule, ...]] = {
    "recommend_pay": (
        since_review,
        recommended_once,
        pay_where_the_policy_asks,
        required(("recommended", "The recommendation"), ("reasons", "The reasons")),
    ),
    "decide_pay": (
        since_recommended,
        recommended_first,
        deciders_named,
        decided_by_others,
        paid_by_the_school_withdraws,
        required(("decided", "The decision"), ("reasons", "The reasons")),
    ),
    "tell_pay": (since_decided, decided_first, told_in_time),
    "appeal_pay": (since_decided, pay_appeal_open, required(("grounds", "The grounds"))),
    "decide_pay_appeal": (
        since_appealed,
        pay_appeal_made,
        required(("outcome", "The outcome")),
    ),
}
