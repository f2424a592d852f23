"""The appeal against a statement: in time, and heard by those who took no part."""

from collections.abc import Iterator
from datetime import date

from casework.action import Facts
from casework.rules import entry, not_before, required
from casework.words import written
from governance.models import Appeal, AppealsOfficer
from governance.position import Position
from governance.rules.base import Rule, in_order
from law.base import Obstacle

Capacity = AppealsOfficer.Capacity


def appeal_in_time(p: Position, f: Facts) -> Iterator[Obstacle]:
    """The appeal is made within the period from the day on which the head had the statement."""
    rule, day, review = p.scheme.appeal, f.get("on"), p.review
    if rule is None or day is None or review is None or review.given_on is None:
        return
    last = rule.value.last_day(review.given_on, p.calendar)
    if day > last:
        yield rule.obstacle(
            "appeal_late",
            f"An appeal could be made until {written(last)}. "
            f"{rule.value.explain(review.given_on, p.calendar)}",
            "Take advice: nothing here extends the time.",
        )


def officers_took_no_part(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Nobody hears an appeal who appraised, and nobody who works at the school."""
    rule = p.scheme.appeals_officers
    day = f.get("on") or p.on
    for officer in f.get("officers") or ():
        if rule and p.is_appraiser(officer.person):
            yield rule.obstacle(
                "officer_took_part",
                f"{officer.person} appraised the head, so cannot hear the appeal.",
                "Name somebody who took no part.",
            )
        if rule and p.is_paid_by_school(officer.person, day):
            yield rule.obstacle(
                "officer_works_at_the_school",
                f"{officer.person} works at the school, so cannot hear the appeal.",
                "Name somebody who does not work there.",
            )


def right_number_of_officers(p: Position, f: Facts) -> Iterator[Obstacle]:
    """The appeal is heard by so many governors, of the authority, and of the diocese."""
    rule, officers = p.scheme.appeals_officers, f.get("officers")
    if rule is None or officers is None:
        return
    wanted = {
        "governor": rule.value.governors,
        "authority": rule.value.of_authority,
        "diocese": rule.value.of_diocese,
    }
    found = [str(officer.capacity) for officer in officers]
    if any(found.count(capacity) != number for capacity, number in wanted.items()):
        yield rule.obstacle(
            "wrong_appeals_officers",
            f"An appeal at this school is heard by {rule.value}.",
            "Name just those.",
        )


def each_hears_once(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Those who hear an appeal are so many people: nobody sits for two."""
    people = [officer.person.pk for officer in f.get("officers") or ()]
    if len(set(people)) < len(people):
        yield entry("named_twice", "Somebody is named twice.", "Name a person for each place.")


def governors_hear_it(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Those who sit for the governing body are governors, the chair one of them if free to."""
    rule, officers = p.scheme.appeals_officers, f.get("officers")
    if rule is None or officers is None:
        return
    day = f.get("on") or p.on
    seats = {seat.user_id for seat in p.governors_on(day)}
    sitting = [each.person for each in officers if each.capacity == Capacity.GOVERNOR]
    for person in sitting:
        if person.pk not in seats:
            yield rule.obstacle(
                "officer_not_a_governor",
                f"{person} was not a governor on that day.",
                "Name a governor in post.",
            )
    chair = p.chair
    if chair and chair not in sitting and not p.is_appraiser(chair):
        yield rule.obstacle(
            "chair_does_not_hear_it",
            f"{chair} chairs the governing body and took no part in the appraisal, so hears the "
            "appeal.",
            "Name the chair.",
        )


def appealed_once(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Of one statement there is one appeal."""
    if p.appeal:
        yield entry(
            "appealed_already",
            "There has been an appeal against this statement.",
            "Nothing here provides for another.",
        )


def officers_named(p: Position, f: Facts) -> Iterator[Obstacle]:
    """There is somebody to have the papers, and to decide."""
    if p.appeal is None or not p.officers_of(p.appeal):
        yield entry("no_appeals_officers", "No appeals officers are named.", "Name them first.")


def papers_in_time(p: Position, f: Facts) -> Iterator[Obstacle]:
    """The appeals officers have the statement and the objectives within so many school days."""
    rule, day = p.scheme.appeal_papers, f.get("on")
    if rule and day and p.appeal:
        last = rule.value.last_day(p.appeal.made_on, p.calendar)
        if day > last:
            yield rule.obstacle(
                "appeal_papers_late",
                f"The papers were due by {written(last)}.",
                "Give them at once, and say why they are late.",
            ).as_practice()


def papers_with_officers(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Nothing is decided before the papers are read."""
    rule = p.scheme.appeal_papers
    if rule and p.appeal and not p.has_come(p.appeal.papers_sent_on):
        yield rule.obstacle(
            "officers_without_papers",
            "The appeals officers do not have the papers.",
            "Give them the papers first.",
        )


def outcome_with_reasons(p: Position, f: Facts) -> Iterator[Obstacle]:
    """A decision on an appeal is given with its reasons."""
    if f.get("outcome") in Appeal.Outcome.values and not str(f.get("reasons") or "").strip():
        yield entry("outcome_without_reasons", "No reasons are given.", "Give the reasons.")


def _appealed_on(p: Position, _: Facts) -> date | None:
    return p.appeals[-1].made_on if p.appeals else None


since_appeal = not_before("on", "the day of the appeal", _appealed_on)
RULES: dict[str, tuple[Rule, ...]] = {
    "appeal": (in_order, appealed_once, appeal_in_time, required(("grounds", "The grounds"))),
    "name_appeals_officers": (
        since_appeal,
        right_number_of_officers,
        each_hears_once,
        governors_hear_it,
        officers_took_no_part,
    ),
    "send_appeal_papers": (since_appeal, officers_named, papers_in_time),
    "decide_appeal": (
        in_order,
        since_appeal,
        officers_named,
        papers_with_officers,
        outcome_with_reasons,
    ),
}
