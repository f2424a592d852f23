"""What a trust's scheme of delegation asks for, and what staff governors may undertake."""

from collections.abc import Iterator

from casework.action import Facts
from casework.rules import entry, required
from casework.words import written
from law.base import Obstacle
from recruitment.known import SCHEME_FIRST
from recruitment.models import Decision
from recruitment.position import Position
from recruitment.rules.advice import no_part_where_interested
from recruitment.rules.base import Rule, after_opening
from schools.models.choices import MemberKind


def scheme_entered(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Who approves and who appoints in an academy is not to be guessed."""
    if p.scheme_wanting:
        yield SCHEME_FIRST


def consents_sourced(p: Position, f: Facts) -> Iterator[Obstacle]:
    """A consent that is asked for is asked for somewhere."""
    if f.get("consents") and not str(f.get("consents_source") or "").strip():
        yield entry(
            "consents_source_missing",
            "Consents are named without the place that asks for them.",
            "Give the article, the deed or the paragraph of the scheme.",
        )


def some_panel(p: Position, f: Facts) -> Iterator[Obstacle]:
    """A panel has members, however few the scheme asks for."""
    size = f.get("panel_minimum")
    if size is not None and size < 1:
        yield entry("panel_of_nobody", "A panel has at least one member.", "Check the scheme.")


def consent_asked_for(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Consents are those of the scheme, each given once to the person chosen."""
    name = f.get("consent")
    if name is not None and name not in p.consents_wanting:
        yield entry(
            "consent_not_wanting",
            f"The consent of “{name}” is not wanting.",
            "Wanting are: " + (", ".join(p.consents_wanting) or "none") + ".",
        )
    elif name is None and not p.consents_wanting:
        yield entry("consent_not_wanting", "No consent is wanting.", "Nothing is needed.")


def consent_to_this_choice(p: Position, f: Facts) -> Iterator[Obstacle]:
    """A consent is to the recommendation that stands: one given before it was to another choice."""
    choice, on = p.decision(Decision.Kind.RECOMMEND), f.get("on")
    if choice and on and on < choice.decided_on:
        yield entry(
            "consent_before_choice",
            f"{written(on)} is before the recommendation that stands, "
            f"{written(choice.decided_on)}: a consent of that day was to another choice.",
            "Ask for consent to this choice, and record the day on which it is given.",
        )


def consents_in(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Nobody is appointed without the consents that the scheme asks for."""
    rule = p.regime.consents
    if rule and p.consents_wanting:
        yield rule.obstacle(
            "consent_wanting",
            f"Consent is wanting: {', '.join(p.consents_wanting)}.",
            "Record each consent, with its date and evidence.",
        ).as_fixed()


def consents_in_if_it_appoints(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Where the approval appoints, the consents come before it."""
    if p.regime.approval_appoints and f.get("approved") is not False:
        yield from consents_in(p, f)


def why_not(p: Position, f: Facts) -> Iterator[Obstacle]:
    """What is declined is declined with a reason."""
    if f.get("approved") is False and not str(f.get("why") or "").strip():
        yield entry("why_missing", "No reason for declining is given.", "Give the reason.")


def of_the_staff(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Undertakings are given by teacher and staff governors."""
    person = f.get("person")
    seat = p.membership_of(person, f.get("on") or p.on) if person else None
    if person and (seat is None or seat.kind != MemberKind.STAFF):
        yield entry(
            "not_a_staff_governor",
            f"{person.full_name} is not a staff governor.",
            "Only staff governors undertake this; others declare an interest.",
        )


RULES: dict[str, tuple[Rule, ...]] = {
    "enter_scheme": (
        after_opening,
        some_panel,
        consents_sourced,
        required(
            ("panel_minimum_source", "Where the scheme says how many"),
            ("approval_source", "Where the scheme says who approves"),
            ("appointer_source", "Where the scheme says who appoints"),
        ),
    ),
    "record_consent": (
        consent_asked_for,
        after_opening,
        consent_to_this_choice,
        no_part_where_interested,
        required(("evidence", "The evidence")),
    ),
    "record_undertaking": (after_opening, of_the_staff, required(("text", "The undertaking"))),
}
