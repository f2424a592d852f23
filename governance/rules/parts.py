"""Parts that are given for a cause, and taken back: who decides pay, an officer, a new chair."""

from collections.abc import Iterator

from casework import access
from casework.action import Facts
from casework.rules import entry, required
from governance.position import Position
from governance.rules.base import Rule
from law.base import Obstacle
from schools.models.choices import OfficeKind


def has_cause(p: Position, f: Facts) -> Iterator[Obstacle]:
    """A part is given only with the cause on the record, and not to the head."""
    person = f.get("person")
    if person and person.pk == p.case.head_id:
        yield entry("part_of_the_head", "The head has a part already.", "Choose somebody else.")


PARTS = {"decider": None, "officer": None, "clerk": OfficeKind.CLERK, "chair": OfficeKind.CHAIR}
"""The parts that can be given, each with the office that it goes with, if it does."""
TAKEN_BACK = ("decider", "officer")


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
    """Pay is decided by governors who do not work at the school, others than those who appraise."""
    person, rule = f.get("person"), p.scheme.pay_decided_by_others
    if person is None or f.get("role") != "decider":
        return
    if rule is None:
        yield entry("no_pay_here", "Pay is not decided in this cycle.", "Choose another part.")
    elif p.is_appraiser(person):
        yield rule.obstacle(
            "decider_appraises",
            f"{person} appraises the head, so does not decide on pay.",
            "Let others decide.",
        )
    elif not p.may_decide_pay(person, p.on):
        yield entry(
            "decider_not_a_governor",
            f"{person} is not a governor, or works at the school, so does not decide on its "
            "head's pay.",
            "Give the part to a governor in post who does not work there.",
        )


def part_to_end(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Only a part that was given, and goes with nothing else, is taken back."""
    role = f.get("role")
    person = f.get("person")
    if role is None or person is None:
        return
    if role not in TAKEN_BACK:
        yield entry(
            "part_not_taken_back",
            "That part goes with an office, an appointment or an engagement.",
            "End that: the part ends with it.",
        )
    elif role not in access.roles_of(person, p.case):
        yield entry("part_not_held", f"{person} does not have that part.", "Choose another.")


RULES: dict[str, tuple[Rule, ...]] = {
    "give_part": (has_cause, part_fits, decider_took_no_part, required(("cause", "The cause"))),
    "end_part": (part_to_end, required(("why", "The reason"))),
}
