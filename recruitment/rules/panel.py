"""The selection panel: who may sit on it, and how many, as the governing body votes it."""

from collections.abc import Iterator
from datetime import date

from accounts.models import User
from casework.action import Facts
from law.base import Obstacle
from recruitment.position import Position
from recruitment.rules.base import Rule, entry, in_order, not_before, written
from recruitment.rules.meetings import VOTE, carried
from recruitment.rules.opening import authority_to_be_told
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
    most = p.regime.panel_maximum.value
    if members is not None and most and len(members) > most:
        yield p.regime.panel_maximum.obstacle(
            "panel_too_large",
            f"The panel has {len(members)} members; the most is {most}.",
            "Appoint fewer.",
        )


def panel_of_governors(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Governors only: no associate member, not the head."""
    day: date = f.get("on") or p.on
    for person in f.get("members", ()):
        membership = p.membership_of(person, day)
        if person.pk == p.case.outgoing_head_id:
            yield _excluded(p, person, "is the outgoing head")
        elif membership is None:
            yield _excluded(p, person, f"was not a governor on {written(day)}")
        elif membership.kind == MemberKind.ASSOCIATE:
            yield _excluded(p, person, "is an associate member, not a governor")
        elif membership.kind == MemberKind.HEAD:
            yield _excluded(p, person, "is the head")
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


RULES: dict[str, tuple[Rule, ...]] = {
    "appoint_panel": (in_order, authority_to_be_told, *VOTE, carried, *PANEL),
    "change_panel": (in_order, after_the_seats_it_ends, *VOTE, carried, *PANEL),
}
