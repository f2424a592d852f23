"""The selection panel: who may sit on it, and how many, as the governing body votes it."""

from collections.abc import Iterator
from datetime import date

from accounts.models import User
from casework.action import Facts
from casework.rules import entry, house, not_before, required
from casework.words import written
from law.base import Obstacle
from recruitment.position import Position
from recruitment.rules.base import Rule, in_order
from recruitment.rules.delegation import scheme_entered
from recruitment.rules.opening import authority_to_be_told
from recruitment.rules.votes import VOTE, carried
from schools.models.choices import MemberKind


def panel_large_enough(p: Position, f: Facts) -> Iterator[Obstacle]:
    """The panel has at least the number that the regulations ask for."""
    members = f.get("members")
    if members is not None and len({u.pk for u in members}) < p.regime.panel_minimum.value:
        yield p.regime.panel_minimum.obstacle(
            "panel_too_small",
            f"The panel has {len({u.pk for u in members})}; it must have at least "
            f"{p.regime.panel_minimum.value} governors.",
            "Appoint more governors to it.",
        )
    own = p.regime.rule("own_panel_minimum")
    if members is not None and own and len({u.pk for u in members}) < int(str(own.value)):
        yield own.obstacle(
            "own_panel_too_small",
            f"The authority asks for a panel of at least {own.value}.",
            "Appoint more governors to it.",
        )
    most = p.regime.panel_maximum.value
    if members is not None and most and len(members) > most:
        yield p.regime.panel_maximum.obstacle(
            "panel_too_large",
            f"The panel has {len(members)} members; the most is {most}.",
            "Appoint fewer.",
        )


def panel_of_governors(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Governors only: no associate member, not the head, nobody who acts as head."""
    day: date = f.get("on") or p.on
    for person in f.get("members", ()):
        membership = p.membership_of(person, day)
        if person.pk == p.case.outgoing_head_id:
            yield _excluded(p, person, "is the outgoing head")
        elif p.is_acting_head(person, day):
            yield _excluded(p, person, "acts as head")
        elif later := p.to_act_from(person, day):
            yield house(
                "is_to_act_as_head",
                f"{person.full_name} is to act as head from {written(later)}, and has no seat on "
                "the panel from then on.",
                "Appoint another governor; or say why the panel will have done by then.",
                p.regime.panel_excludes.citation,
            )
        elif membership is None:
            yield _excluded(p, person, f"was not a governor on {written(day)}")
        elif membership.kind == MemberKind.ASSOCIATE:
            yield _excluded(p, person, "is an associate member, not a governor")
        elif membership.kind == MemberKind.HEAD:
            yield _excluded(p, person, "is the head")
        elif any(handover.person_id == person.pk for handover in p.handovers):
            yield _excluded(p, person, "has clerked this appointment")
        elif p.has_withdrawn(person):
            yield p.regime.conflicts_withdraw.obstacle(
                "member_has_withdrawn",
                f"{person.full_name} has declared an interest and takes no part.",
                "Appoint another governor.",
            )


def _excluded(p: Position, person: User, why: str) -> Obstacle:
    return p.regime.panel_excludes.obstacle(
        "cannot_sit_on_panel",
        f"{person.full_name} {why} and cannot sit on the panel.",
        "Appoint another governor.",
    )


def panel_chair_is_on_it(p: Position, f: Facts) -> Iterator[Obstacle]:
    """The chair of the panel is one of its members, and so is whoever is trained."""
    members = {u.pk for u in f.get("members", ())}
    chair, trained = f.get("chair"), f.get("trained", ())
    if members and chair and chair.pk not in members:
        yield entry(
            "panel_chair_not_a_member",
            f"{chair.full_name} is not among the members of the panel.",
            "Choose the chair from the members.",
        )
    if members and any(u.pk not in members for u in trained):
        yield entry(
            "trained_person_not_a_member",
            "A person recorded as trained is not among the members of the panel.",
            "Name only members.",
        )


def somebody_trained(p: Position, f: Facts) -> Iterator[Obstacle]:
    """The trained member must be there at the interviews; at appointment the lack of one warns."""
    if "trained" in f and len(f["trained"]) < p.regime.trained_member.value:
        yield p.regime.trained_member.obstacle(
            "nobody_trained",
            "No member of the panel is recorded as trained in safer recruitment.",
            "One must be by the interviews: record the training, or change the panel.",
        ).as_practice()


def _seated_since(p: Position, f: Facts) -> date | None:
    return max((seat.since for seat in p.seats if seat.until is None), default=None)


after_the_seats_it_ends = not_before("on", "the last change of the panel", _seated_since)

PANEL: tuple[Rule, ...] = (
    panel_large_enough,
    panel_of_governors,
    panel_chair_is_on_it,
    somebody_trained,
)


def on_the_panel(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Only a member can leave, and not from the day on which they took their seat."""
    person, on = f.get("person"), f.get("on")
    seat = next((s for s in p.seats if s.until is None and s.person == person), None)
    if person and seat is None:
        yield entry(
            "not_on_the_panel", f"{person.full_name} is not on the panel.", "Nothing is needed."
        )
    elif seat and on and on <= seat.since:
        yield entry(
            "date_before_what_it_follows",
            f"{written(on)} is not after {written(seat.since)}, when {seat.person} took the seat.",
            "Check the date.",
        )


def leaves_or_is_left(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Nobody is put off the panel but by the governing body: a member stands down."""
    person, by = f.get("person"), f.get("by")
    if person and by and by != person and not p.still_holds(by, "clerk"):
        yield p.regime.panel_changed_by_governing_body.obstacle(
            "not_yours_to_leave",
            f"Only {person.full_name} can stand down from this seat.",
            "The clerk can record it; the governing body can change the panel.",
        )


def chair_taken_over(p: Position, f: Facts) -> Iterator[Obstacle]:
    """When the chair leaves, another member takes the chair; and only then."""
    person, chair, left = f.get("person"), f.get("chair"), _left(p, f)
    if "chair" not in f or person is None:
        return
    if chair and chair not in left:
        yield entry(
            "panel_chair_not_a_member",
            f"{chair.full_name} is not among those who stay on the panel.",
            "Choose the chair from the members who stay.",
        )
    elif chair and person != p.panel_chair:
        yield entry(
            "panel_has_a_chair",
            f"{p.panel_chair} is in the chair of the panel.",
            "Name a new chair only when the chair leaves.",
        )
    elif chair is None and person == p.panel_chair and left:
        yield house(
            "panel_without_a_chair",
            "The chair of the panel leaves, and nobody takes the chair.",
            "Name the member who does.",
        )


def able_without_them(p: Position, f: Facts) -> Iterator[Obstacle]:
    """The others go on if they are still enough, with one who is trained: otherwise all stops."""
    person, rule = f.get("person"), p.regime.panel_acts_with
    staying = [s for s in p.panel_on(f.get("on") or p.on) if s.person != person]
    trained = sum(s.is_trained for s in staying)
    if person and (len(staying) < rule.value or trained < p.regime.trained_member.value):
        yield rule.obstacle(
            "panel_cannot_go_on",
            f"{len(staying)} members are left who can act, {trained} of them trained: the panel "
            "cannot go on.",
            "The governing body reconstitutes the panel, and its steps are repeated from the "
            "shortlisting.",
        ).as_practice()


def _left(p: Position, f: Facts) -> list[User]:
    return [s.person for s in p.panel_on(f.get("on") or p.on) if s.person != f.get("person")]


RULES: dict[str, tuple[Rule, ...]] = {
    "leave_panel": (
        in_order,
        on_the_panel,
        leaves_or_is_left,
        chair_taken_over,
        able_without_them,
        required(("why", "The reason")),
    ),
    "appoint_panel": (in_order, scheme_entered, authority_to_be_told, *VOTE, carried, *PANEL),
    "change_panel": (in_order, after_the_seats_it_ends, *VOTE, carried, *PANEL),
}
