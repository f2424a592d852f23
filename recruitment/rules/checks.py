"""Checks of the person appointed: what is recorded, and what must be in by when."""

from collections.abc import Iterator
from datetime import date

from casework.action import Facts
from casework.rules import entry, practice, required
from casework.words import written
from law.appointment.regime import Check
from law.base import Obstacle, Strength
from law.base import Rule as LawRule
from recruitment.models import Decision
from recruitment.position import Position
from recruitment.rules.base import Rule, for_the_employer


def check_known(p: Position, f: Facts) -> Iterator[Obstacle]:
    """The checks are those of the law for this school."""
    key = f.get("check")
    rule = next((r for r in p.regime.checks if r.value.key == key), None)
    if key is None:
        return
    if rule is None:
        yield entry(
            "unknown_check",
            f"“{key}” is not one of the checks for this school.",
            "Choose from: " + ", ".join(r.value.key for r in p.regime.checks) + ".",
        )
    elif f.get("applies") is False and rule.value.required == "always":
        yield rule.obstacle(
            "check_always_applies",
            f"“{rule.value.name}” is required of everybody appointed.",
            "Make the check and record it.",
        )
    elif p.check_standing(key):
        yield entry(
            "check_already_recorded",
            f"“{rule.value.name}” is recorded.",
            "Undo it first, with the reason, if it was wrong.",
        )


def check_in_its_time(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Some checks may not be made before the shortlist or the offer; old ones are warned of."""
    rule = next((r for r in p.regime.checks if r.value.key == f.get("check")), None)
    day, chosen = f.get("on"), p.chosen
    if rule is None or day is None or chosen is None:
        return
    first = {"shortlist": chosen.shortlisted_on, "offer": _offered_on(p)}.get(rule.value.after)
    if first and day < first:
        yield rule.obstacle(
            "check_too_early",
            f"“{rule.value.name}” is not made before the {rule.value.after}, {written(first)}.",
            "Check the date; or make the check now.",
        )
    elif day < chosen.applied_on:
        yield practice(
            "check_older_than_application",
            f"{written(day)} is before {chosen.code} applied, {written(chosen.applied_on)}.",
            "Check the date, or say under the evidence why an older check still serves.",
        )


def _offered_on(p: Position) -> date | None:
    offer = p.decision(Decision.Kind.OFFER)
    return offer.decided_on if offer else None


def check_before_an_offer(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Before an offer nobody is asked what may be asked only after it."""
    rule = next((r for r in p.regime.checks if r.value.key == f.get("check")), None)
    if rule and rule.value.after == "offer":
        yield rule.obstacle(
            "check_too_early",
            f"“{rule.value.name}” is not made before the offer.",
            "Make the offer, which depends on it, and then the check.",
        )
    elif rule and rule.strength is not Strength.LAW:
        yield practice(
            "no_bar_in_law",
            f"“{rule.value.name}” is asked for, and no law bars whoever it does not satisfy. The "
            "person has been appointed.",
            "Take legal advice before the person is told.",
            rule.citation,
        )


def check_recorded(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Only what was recorded can be undone."""
    key = f.get("check")
    if key is not None and p.check_done(key) is None:
        yield entry("check_not_recorded", f"No check “{key}” is recorded.", "Nothing to undo.")


def _strongest(missing: list[LawRule[Check]]) -> LawRule[Check]:
    """Return the rule that can least be set aside: a house rule must not carry law away."""
    return min(missing, key=lambda rule: list(Strength).index(rule.strength))


NO_REFUSAL = " This is not a refusal by the authority."


def checks_complete(before: frozenset[str]) -> Rule:
    """Return a rule that every check to be made before these points is done and satisfactory."""

    def rule(p: Position, f: Facts) -> Iterator[Obstacle]:
        late = p.regime.start_before_certificate.value
        due = [r for r in p.regime.checks if r.value.before in before]
        missing = [
            r for r in due if p.check_done(r.value.key) is None and r.value.key != late.check
        ]
        if missing:
            names = "; ".join(r.value.name for r in missing)
            yield _strongest(missing).obstacle(
                "checks_incomplete",
                f"These checks are not recorded: {names}.",
                "Record each with its date, who made it and the evidence, or that it does not "
                "apply.",
            )
        for r in (rule for rule, _ in p.checks_failed if rule in due):
            yield r.obstacle(
                "check_failed",
                f"“{r.value.name}” was not satisfactory. The appointment cannot proceed."
                f"{NO_REFUSAL if p.regime.refusal_grounds else ''}",
                "Withdraw the offer; or, if the check was recorded wrongly, undo it with the "
                "reason.",
            )

    return rule


def certificate_in(p: Position, f: Facts) -> Iterator[Obstacle]:
    """The certificate comes first, unless the risk of a start without it was assessed."""
    rule = p.regime.start_before_certificate
    if p.check_done(rule.value.check) is None and p.risk is None:
        yield rule.obstacle(
            "certificate_not_in",
            "The enhanced certificate has not come.",
            "Record it; or make the separate check of the barred list and record the risk "
            "assessment, or give as the reason how the person is supervised until it comes.",
        )


def barred_list_first(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Nobody starts without the certificate who was not checked against the barred list."""
    late = p.regime.start_before_certificate.value
    if p.check_done(late.check):
        return
    for first in (r for r in p.regime.checks if r.value.key in late.first):
        done = p.check_done(first.value.key)
        if done is None or not done.applies:
            yield first.obstacle(
                "barred_list_not_checked",
                f"The enhanced certificate has not come, and “{first.value.name}” is not recorded.",
                "Make that check and record it, or wait for the certificate.",
            )


BEFORE_CONFIRMATION: tuple[Rule, ...] = (
    checks_complete(frozenset({"confirmation"})),
    certificate_in,
)
BEFORE_START: tuple[Rule, ...] = (
    checks_complete(frozenset({"confirmation", "start"})),
    certificate_in,
    barred_list_first,
)

RULES: dict[str, tuple[Rule, ...]] = {
    "record_check": (
        for_the_employer,
        check_known,
        check_in_its_time,
        required(("done_by", "Who made the check"), ("evidence", "The evidence")),
    ),
    "undo_check": (for_the_employer, check_recorded, required(("why", "The reason"))),
}
