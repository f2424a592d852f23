"""Who may appraise and who advises, and what the head says to it."""

from collections.abc import Iterator

from accounts.models import User
from casework.action import Facts
from casework.rules import entry, required
from casework.words import written
from governance.models import Appraiser, Objection
from governance.position import Position
from governance.rules.base import Rule, after_opening, in_order
from law.base import Obstacle
from law.base import Rule as LawRule
from schools.models.choices import MemberKind, OfficeKind

Capacity = Appraiser.Capacity


def one_adviser(p: Position, f: Facts) -> Iterator[Obstacle]:
    """One adviser at a time: the next is engaged once the last engagement has ended."""
    if p.adviser:
        yield entry(
            "adviser_engaged",
            f"{p.adviser} is engaged already.",
            "End that engagement first.",
        )


def adviser_from_outside(p: Position, f: Facts) -> Iterator[Obstacle]:
    """The external adviser is neither a governor of the school nor paid to work at it."""
    person, rule = f.get("person"), p.scheme.external_adviser
    if person and rule and p.membership_of(person, f.get("on") or p.on):
        yield rule.obstacle(
            "adviser_not_external",
            f"{person} sits on the governing body, so is no external adviser.",
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
    appraiser: Appraiser | None = f.get("appraiser")
    if appraiser and appraiser.capacity != Capacity.GOVERNOR:
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


def enough_governors(p: Position, f: Facts) -> Iterator[Obstacle]:
    """There are at least so many governors, and in England usually no more than three."""
    members = f.get("members")
    if members is None:
        return
    least, most = p.scheme.governors_minimum, p.scheme.governors_maximum
    if len(members) < least.value:
        yield least.obstacle(
            "too_few_appraisers",
            f"{len(members)} would appraise; there are to be at least {least.value}.",
            "Appoint more.",
        )
    if most and len(members) > most.value:
        yield most.obstacle(
            "many_appraisers",
            f"{len(members)} would appraise; usually no more than {most.value} do.",
            "Appoint fewer, unless there is a reason.",
        )


def foundation_governor_among_them(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Where the law asks for a foundation governor among the appraisers, there is one."""
    rule, members = p.scheme.foundation_governor, f.get("members")
    if rule is None or members is None:
        return
    day = f.get("on") or p.on
    kinds = [seat.kind for person in members if (seat := p.membership_of(person, day))]
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
    """Nobody is appointed twice."""
    for person in _proposed(f):
        if any(a.person_id == person.pk for a in p.appraisers_now) and f.get("members") is None:
            yield entry("already_appraises", f"{person} appraises already.", "Nothing is needed.")


def appraises_now(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Whoever is replaced, or objected to, appraises now."""
    appraiser: Appraiser | None = f.get("appraiser")
    if appraiser and appraiser not in p.appraisers_now:
        yield entry("appraises_no_longer", f"{appraiser} appraises no longer.", "Choose another.")


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


def has_cause(p: Position, f: Facts) -> Iterator[Obstacle]:
    """A part is given only with the cause on the record, and not to the head."""
    person = f.get("person")
    if person and person.pk == p.case.head_id:
        yield entry("part_of_the_head", "The head has a part already.", "Choose somebody else.")


PARTS = {"decider": None, "officer": None, "clerk": OfficeKind.CLERK, "chair": OfficeKind.CHAIR}
"""The parts that can be given, each with the office that it goes with, if it does."""


def part_fits(p: Position, f: Facts) -> Iterator[Obstacle]:
    """A part that goes with an office or a post is given to whoever holds it."""
    role, person = f.get("role"), f.get("person")
    if role is None or person is None:
        return
    if role not in PARTS:
        yield entry("part_unknown", "That part is not given so.", "Choose another part.")
    elif (office := PARTS[role]) and not p.holds_office(person, office, p.on):
        yield entry(
            "not_in_office",
            f"{person} is not entered as {OfficeKind(office).label.lower()}.",
            "Have the office entered first.",
        )
    elif role == "officer" and p.post_at_authority(person) is None:
        yield entry(
            "not_of_the_authority",
            f"{person} is not entered as one who acts for the authority.",
            "Have them entered first.",
        )


def decider_took_no_part(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Pay is decided by others than those who appraise."""
    rule, person = p.scheme.pay_decided_by_others, f.get("person")
    if rule and person and f.get("role") == "decider" and p.is_appraiser(person):
        yield rule.obstacle(
            "decider_appraises",
            f"{person} appraises the head, so does not decide on pay.",
            "Let others decide.",
        )


def _proposed(f: Facts) -> list[User]:
    given = f.get("person")
    return [*(f.get("members") or ()), *([given] if isinstance(given, User) else [])]


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
        nobody_paid_by_the_school,
        enough_governors,
        foundation_governor_among_them,
        required(("meeting", "The meeting that appointed them")),
    ),
    "add_appraiser": (
        after_opening,
        others_within_their_number,
        nobody_paid_by_the_school,
        not_appraising_yet,
        required(("evidence", "How it is known")),
    ),
    "change_appraiser": (
        after_opening,
        appraises_now,
        governors_to_appraise,
        nobody_paid_by_the_school,
        not_appraising_yet,
        required(("why", "The reason"), ("meeting", "The meeting that appointed the other")),
    ),
    "object_to_appraiser": (after_opening, appraises_now, required(("reason", "The reason"))),
    "decide_objection": (objection_undecided, refused_with_reasons),
    "give_part": (has_cause, part_fits, decider_took_no_part, required(("cause", "The cause"))),
}
