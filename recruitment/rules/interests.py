"""Interests: who may declare and end one, and what it must say."""

from collections.abc import Iterator
from datetime import date

from casework import clock
from casework.action import Facts
from casework.rules import entry, not_before, required
from casework.words import written
from law.appointment.scoring import NAMELESS
from law.base import Obstacle
from recruitment.models import Interest
from recruitment.policies import TABLE
from recruitment.position import Position
from recruitment.roster import STANDS_ASIDE
from recruitment.rules.base import Rule, after_opening
from schools.models.choices import MemberKind


def interest_ends_after_it_counted(p: Position, f: Facts) -> Iterator[Obstacle]:
    """An interest is not ended back beyond what was done while it stood."""
    on, by, interest = f.get("on"), f.get("by"), f.get("interest")
    if on is None or interest is None:
        return
    last = max([p.case.moved_on, *(m.held_on for m in p.meetings if m.held)])
    if interest.declared_on <= on < last:
        yield entry(
            "date_before_what_it_follows",
            f"{written(on)} is before the last step or meeting, {written(last)}, at which the "
            "interest stood.",
            "Give a later day.",
        )
    elif by == interest.person and not p.still_holds(by, "clerk") and on < clock.today():
        yield entry(
            "interest_ended_in_the_past",
            "You can end your own interest from today, not from an earlier day.",
            "Give today's date; the clerk can record an earlier one.",
        )


def known_person(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Interests are declared by those with a part in the appointment."""
    person = f.get("person")
    if person and person.pk == p.case.outgoing_head_id:
        yield p.regime.outgoing_head_takes_no_part.obstacle(
            "outgoing_head",
            f"{person.full_name} is the outgoing head and takes no part in this appointment.",
            "No declaration is needed.",
        )


def candidate_named(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Leaving for a candidate's item needs the candidate."""
    nobody = f.get("candidate") is None and not f.get("named")
    if f.get("effect") == Interest.Effect.LEAVE_ITEM and nobody:
        yield entry(
            "no_candidate_named",
            "An interest whose effect is to leave for one candidate must name the candidate.",
            "Name the candidate, or choose another effect.",
        )


def on_the_roster(p: Position, f: Facts) -> Iterator[Obstacle]:
    """A name that is declared is one of those who applied, while names are hidden."""
    named, roles = f.get("named"), f.get("roles")
    if named and roles and not TABLE["see_roster"].role_for(roles):
        yield entry(
            "roster_not_for_you",
            "The roster is read by the panel, the clerk and the adviser.",
            "Declare the interest without a name: the clerk finds whom it is in.",
        )
    elif named and not p.names_hidden:
        yield entry(
            "names_not_hidden", "The names are not hidden.", "Choose the candidate instead."
        )
    elif named and named not in {c.name for c in p.nameless}:
        yield entry(
            "not_on_the_roster",
            "That name is not on the roster of those who applied.",
            "Choose a name from the roster.",
        )


def one_or_the_other(p: Position, f: Facts) -> Iterator[Obstacle]:
    """A name and a code together would say which application is whose, rightly or wrongly."""
    if f.get("named") and f.get("candidate"):
        yield entry(
            "name_and_code",
            f"{f['named']} is a name of the roster and {f['candidate'].code} an application: while "
            "names are hidden only the clerk finds whose application is which.",
            "Give the name alone, or the application alone.",
        )


def clerk_hands_over_first(p: Position, f: Facts) -> Iterator[Obstacle]:
    """A clerk whom a candidate manages hands over; one who takes no part hands over before that."""
    person, effect = f.get("person"), f.get("effect")
    managed = f.get("interest_kind") == Interest.Kind.MANAGED
    if person and effect and (managed or effect in STANDS_ASIDE) and person == p.clerk:
        yield p.regime.conflicts_withdraw.obstacle(
            "clerk_hands_over_first",
            f"{person.full_name} clerks this appointment: a clerk who is managed by a candidate, "
            "or takes no part, hands it over first.",
            "Hand the appointment over to another clerk, who then records this interest.",
        ).as_fixed()


def waits_to_be_mapped(p: Position, f: Facts) -> Iterator[Obstacle]:
    """The clerk says once which candidate a name of the roster is."""
    interest, candidate = f.get("interest"), f.get("candidate")
    if interest and not interest.awaits_mapping:
        yield entry(
            "mapped_already",
            "It is known already which candidate this interest is in.",
            "Nothing is needed; end it and declare it anew if it is wrong.",
        )
    elif interest and candidate and candidate.name != interest.named:
        yield entry(
            "another_name",
            f"{candidate.code} does not bear the name that was declared.",
            "Choose the candidate of that name.",
        )


def can_clerk(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Whoever clerks neither scores nor advises, and has no interest of their own."""
    person, on = f.get("person"), f.get("on") or p.on
    if person is None:
        return
    if person == p.clerk:
        yield entry(
            "clerks_already", f"{person.full_name} clerks this already.", "Nothing is needed."
        )
    seated = any(seat.person_id == person.pk for seat in p.panel_on(on))
    interested = any(i.person_id == person.pk for i in p.interests_on(on))
    if seated or interested or p.takes_no_part(person, on):
        yield p.regime.conflicts_withdraw.obstacle(
            "cannot_clerk",
            f"{person.full_name} sits on the panel, has declared an interest, or takes no part in "
            "this appointment.",
            "Hand it over to somebody who does neither.",
        ).as_fixed()
    if p.names_hidden and p.post_at_authority(person):
        yield NAMELESS.obstacle(
            "could_read_no_names",
            f"Names are hidden from those who act for the authority, as {person.full_name} does: "
            "a clerk must be able to read them.",
            "Hand it over to somebody else, or open the names first.",
        ).as_fixed()


def clerk_is_no_governor(p: Position, f: Facts) -> Iterator[Obstacle]:
    """A governor is not the clerk: they would read every name, invited to the panel or not."""
    person, law = f.get("person"), p.regime.clerk_not_governor
    seat = p.membership_of(person, f.get("on") or p.on) if person else None
    if seat and (seat.kind != MemberKind.ASSOCIATE or "associate_member" in law.value):
        yield law.obstacle(
            "clerk_is_governor",
            f"{seat.user.full_name} sits on the governing body ({seat.get_kind_display()}), and so "
            "cannot clerk this appointment.",
            "Hand it over to somebody with no seat on it, such as the clerk of another school.",
        ).as_fixed()


def interest_not_pinned(p: Position, f: Facts) -> Iterator[Obstacle]:
    """What the clerk has pinned stays until the clerk takes it off."""
    interest, by = f.get("interest"), f.get("by")
    if interest and interest.pinned and by and not p.still_holds(by, "clerk"):
        yield entry(
            "interest_pinned",
            "The clerk has set this interest, so the declarer cannot end it.",
            "Ask the clerk.",
        )
    if interest and interest.ended_on:
        yield entry("interest_ended", "This interest has already been ended.", "Nothing is needed.")


def own_or_by_the_clerk(p: Position, f: Facts) -> Iterator[Obstacle]:
    """People speak for their own interests; the clerk records what others declare."""
    interest, by = f.get("interest"), f.get("by")
    person = interest.person if interest else f.get("person")
    if person and by and by != person and not p.still_holds(by, "clerk"):
        yield entry(
            "not_your_interest",
            "You can declare or end only your own interests.",
            "The clerk can record another person's declaration.",
        )


def _declared_on(p: Position, f: Facts) -> date | None:
    interest: Interest | None = f.get("interest")
    return interest.declared_on if interest else None


RULES: dict[str, tuple[Rule, ...]] = {
    "declare_interest": (
        after_opening,
        own_or_by_the_clerk,
        known_person,
        candidate_named,
        on_the_roster,
        one_or_the_other,
        clerk_hands_over_first,
        required(("detail", "The detail of the interest")),
    ),
    "end_interest": (
        not_before("on", "the declaration", _declared_on),
        own_or_by_the_clerk,
        interest_ends_after_it_counted,
        interest_not_pinned,
        required(("why", "The reason")),
    ),
    "map_interest": (after_opening, waits_to_be_mapped),
    "hand_over": (
        after_opening,
        can_clerk,
        clerk_is_no_governor,
        required(("why", "The reason")),
    ),
}
