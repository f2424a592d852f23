"""Who may appraise and who advises, and what the head says to it."""

from collections.abc import Iterator
from datetime import date
from functools import wraps

from accounts.models import User
from casework.action import Facts
from casework.rules import entry, not_before, required
from casework.words import written
from governance.models import Appraiser, Objection
from governance.position import Position
from governance.rules.base import Rule, after_opening, in_order
from law.base import Obstacle
from law.base import Rule as LawRule
from schools.models.choices import MemberKind

Capacity = Appraiser.Capacity


def one_adviser(p: Position, f: Facts) -> Iterator[Obstacle]:
    """One adviser at a time: the next is engaged once the last engagement has ended."""
    day = f.get("on") or p.on
    for engagement in p.engagements:
        if engagement.until is None or day < engagement.until:
            yield entry(
                "adviser_engaged",
                f"{engagement} is engaged on that day or from a later one.",
                "End that engagement first, or engage the other from the day it ended.",
            )


def adviser_from_outside(p: Position, f: Facts) -> Iterator[Obstacle]:
    """The external adviser is neither the head, nor of the governing body, nor an appraiser."""
    person, rule, day = f.get("person"), p.scheme.external_adviser, f.get("on") or p.on
    if person is None or rule is None:
        return
    if p.membership_of(person, day) or p.is_paid_by_school(person, day) or p.is_appraiser(person):
        yield rule.obstacle(
            "adviser_not_external",
            f"{person} is of the school, its governing body or its appraisers, so is no external "
            "adviser.",
            "Engage somebody from outside the school.",
        )


def interests_declared(p: Position, f: Facts) -> Iterator[Obstacle]:
    """What interests the adviser has is recorded, if only that there are none."""
    if "interests" in f and not str(f["interests"]).strip():
        yield entry(
            "interests_missing",
            "It is not said what interests the adviser declared.",
            "Write what was declared, or that there was none to declare.",
        )


def somebody_engaged(p: Position, f: Facts) -> Iterator[Obstacle]:
    """An engagement that ends had begun."""
    later = [e.since for e in p.engagements if e.until is None and e.since > p.on]
    if p.adviser is None and later:
        yield entry(
            "not_begun",
            f"The engagement began on {written(later[0])}.",
            "Give that day or a later one.",
        )
    elif p.adviser is None:
        yield entry("no_adviser", "No adviser is engaged.", "Nothing is needed.")


def governors_to_appraise(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Only governors in post appraise for the governing body; others replace their own."""
    if not _for_the_governors(f):
        return
    governors = {m.user_id for m in p.governors_on(f.get("on") or p.on)}
    for person in _proposed(f):
        if person.pk not in governors:
            yield entry(
                "not_a_governor",
                f"{person} was not a governor on that day.",
                "Appoint a governor in post.",
            )


def nobody_paid_by_the_school(p: Position, f: Facts) -> Iterator[Obstacle]:
    """No head, and no governor who works at the school, appraises its head."""
    day = f.get("on") or p.on
    for person in _proposed(f):
        if p.is_paid_by_school(person, day):
            yield p.scheme.appraisers_exclude.obstacle(
                "works_at_the_school",
                f"{person} works at the school, so cannot appraise its head.",
                "Appoint a governor who does not work there.",
            )


def took_no_other_part(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Nobody appraises who advises in this cycle or has heard an appeal in it."""
    others = {e.person_id: "advises or advised" for e in p.engagements}
    others |= {o.person_id: "is to hear or heard an appeal" for o in p.appeals_officers}
    for person in _proposed(f):
        if person.pk in others:
            yield entry(
                "has_another_part",
                f"{person} {others[person.pk]} in this cycle, so does not appraise in it.",
                "Appoint somebody else.",
            )


def nobody_named_twice(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Whoever is appointed is one person, and counts once."""
    members = f.get("members") or ()
    if len({person.pk for person in members}) < len(members):
        yield entry("named_twice", "Somebody is named twice.", "Name each appraiser once.")


def enough_governors(p: Position, f: Facts) -> Iterator[Obstacle]:
    """There are at least so many governors."""
    number, least = len(_governors(p, f)), p.scheme.governors_minimum
    if number < least.value:
        yield least.obstacle(
            "too_few_appraisers",
            f"Governors who appraise: {number}. There are to be at least {least.value}.",
            "Appoint more, or add one.",
        )


def not_too_many_governors(p: Position, f: Facts) -> Iterator[Obstacle]:
    """In England there are usually no more than three governors."""
    number, most = len(_governors(p, f)), p.scheme.governors_maximum
    if most and number > most.value:
        yield most.obstacle(
            "many_appraisers",
            f"{number} would appraise; usually no more than {most.value} do.",
            "Appoint fewer, unless there is a reason.",
        )


def foundation_governor_among_them(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Where the law asks for a foundation governor among the appraisers, there is one."""
    rule = p.scheme.foundation_governor
    if rule is None:
        return
    day = f.get("on") or p.on
    kinds = [seat.kind for person in _governors(p, f) if (seat := p.membership_of(person, day))]
    if kinds.count(MemberKind.FOUNDATION) < rule.value:
        yield rule.obstacle(
            "no_foundation_governor",
            "None of the appraisers is a foundation governor.",
            "Appoint a foundation governor among them.",
        )


def others_within_their_number(p: Position, f: Facts) -> Iterator[Obstacle]:
    """The authority may appoint one or two appraisers, the diocese one where it has the right."""
    capacity = f.get("capacity")
    if capacity is None:
        return
    rule = _rule_of(p, capacity)
    if rule is None:
        yield entry(
            "no_such_appraiser",
            f"The law of this school knows no appraiser “{Capacity(capacity).label.lower()}”.",
            "Record only those whom the law provides for.",
        )
        return
    held = sum(a.capacity == capacity for a in p.appraisers_now)
    if held >= rule.value:
        yield rule.obstacle(
            "no_more_of_them",
            f"{Capacity(capacity).label}: {rule.value} at most; recorded so far: {held}.",
            "End the appointment of another first.",
        )


def _rule_of(p: Position, capacity: str) -> LawRule[int] | None:
    rules = {
        Capacity.AUTHORITY: p.scheme.authority_appraisers,
        Capacity.DIOCESE: p.scheme.diocesan_appraiser,
    }
    return rules.get(Capacity(capacity))


def not_appraising_yet(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Nobody is appointed who appraises already."""
    for person in _proposed(f):
        if any(a.person_id == person.pk for a in p.appraisers_now):
            yield entry("already_appraises", f"{person} appraises already.", "Nothing is needed.")


def appraises_now(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Whoever is replaced, or objected to, appraises now."""
    appraiser: Appraiser | None = f.get("appraiser")
    if appraiser and appraiser not in p.appraisers_now:
        yield entry("appraises_no_longer", f"{appraiser} appraises no longer.", "Choose another.")


def objection_provided_for(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Where the law has no objection, none is made to a governor: another body can be asked."""
    appraiser: Appraiser | None = f.get("appraiser")
    if appraiser and p.scheme.objection is None and appraiser.capacity == Capacity.GOVERNOR:
        yield entry(
            "no_objection_to_a_governor",
            f"Nothing provides for an objection to {appraiser}, whom the governing body appointed.",
            "Put it to the chair in writing: the governing body can replace a governor.",
        )


def decided_by_whoever_appointed(p: Position, f: Facts) -> Iterator[Obstacle]:
    """On an appraiser whom another body appointed, that body decides; it is said how it is known.

    For the authority, the law says so; for the diocese it follows from its right to appoint.
    """
    objection: Objection | None = f.get("objection")
    if objection is None or objection.appraiser.capacity == Capacity.GOVERNOR:
        return
    if not str(f.get("evidence") or "").strip():
        yield entry(
            "other_body_has_not_decided",
            f"{objection.appraiser} was not appointed by the governing body, so it is for whoever "
            "did to decide, and it is not said how that decision is known.",
            "Ask that body, and name its letter.",
        )


def objection_undecided(p: Position, f: Facts) -> Iterator[Obstacle]:
    """An objection is decided once."""
    objection: Objection | None = f.get("objection")
    if objection is not None and objection.decided_on:
        yield entry("objection_decided", "This objection is decided.", "Nothing is needed.")
    elif objection is None and not p.open_objections:
        yield entry("no_objection", "The head has objected to nobody.", "Nothing is needed.")


def refused_with_reasons(p: Position, f: Facts) -> Iterator[Obstacle]:
    """An objection or a request is refused only with written reasons."""
    if f.get("outcome") == Objection.Outcome.NOT_UPHELD and not str(f.get("reasons") or "").strip():
        rule = p.scheme.authority_appraiser_changed or p.scheme.objection
        if rule:
            yield rule.obstacle(
                "refusal_without_reasons",
                "No reasons are given for which the objection is not upheld.",
                "Give the reasons in writing.",
            ).as_fixed()


def once_named(rule: Rule) -> Rule:
    """Return the rule asked only once it is said who is to appraise."""

    @wraps(rule)
    def asked(p: Position, f: Facts) -> Iterator[Obstacle]:
        if _proposed(f):
            yield from rule(p, f)

    return asked


def _for_the_governors(f: Facts) -> bool:
    """Whether whoever is appointed appraises for the governing body, and for nobody else."""
    appraiser: Appraiser | None = f.get("appraiser")
    capacity = appraiser.capacity if appraiser else f.get("capacity") or Capacity.GOVERNOR
    return capacity == Capacity.GOVERNOR


def _governors(p: Position, f: Facts) -> list[User]:
    """Return the governors in post who appraise, as they would be after the step."""
    day = f.get("on") or p.on
    if "members" in f:
        return list(f["members"] or ())
    leaves: Appraiser | None = f.get("appraiser")
    stay = [
        a.person
        for a in p.appraisers_on(day)
        if a.capacity == Capacity.GOVERNOR and a != leaves and p.may_appraise_on(a, day)
    ]
    return [*stay, *(_proposed(f) if _for_the_governors(f) else ())]


def _proposed(f: Facts) -> list[User]:
    given = f.get("person")
    return [*(f.get("members") or ()), *([given] if isinstance(given, User) else [])]


def _objected_on(_: Position, f: Facts) -> date | None:
    objection: Objection | None = f.get("objection")
    return objection.made_on if objection else None


since_objection = not_before("on", "the day of the objection", _objected_on)
RULES: dict[str, tuple[Rule, ...]] = {
    "engage_adviser": (
        after_opening,
        one_adviser,
        adviser_from_outside,
        interests_declared,
        required(("skills", "What fits them for it")),
    ),
    "end_engagement": (somebody_engaged, required(("why", "The reason"))),
    "appoint_appraisers": (
        in_order,
        governors_to_appraise,
        nobody_named_twice,
        nobody_paid_by_the_school,
        took_no_other_part,
        once_named(enough_governors),
        not_too_many_governors,
        once_named(foundation_governor_among_them),
        required(("meeting", "The meeting that appointed them")),
    ),
    "appoint_another": (
        after_opening,
        governors_to_appraise,
        not_too_many_governors,
        nobody_paid_by_the_school,
        took_no_other_part,
        not_appraising_yet,
        required(("meeting", "The meeting that appointed the governor")),
    ),
    "add_appraiser": (
        after_opening,
        others_within_their_number,
        nobody_paid_by_the_school,
        took_no_other_part,
        not_appraising_yet,
        required(("evidence", "How it is known")),
    ),
    "change_appraiser": (
        after_opening,
        appraises_now,
        governors_to_appraise,
        nobody_paid_by_the_school,
        took_no_other_part,
        not_appraising_yet,
        once_named(foundation_governor_among_them),
        required(("why", "The reason"), ("meeting", "The meeting that appointed the other")),
    ),
    "object_to_appraiser": (
        after_opening,
        appraises_now,
        objection_provided_for,
        required(("reason", "The reason")),
    ),
    "decide_objection": (
        since_objection,
        objection_undecided,
        decided_by_whoever_appointed,
        refused_with_reasons,
    ),
}
