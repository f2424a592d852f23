"""What the panel makes of its scores together: agreed scores, and what a shortlist rests on."""

from collections.abc import Iterator

from accounts.models import User
from casework.action import Facts
from casework.rules import entry
from law.appointment.scoring import ALONE, EVIDENCE, SEALED, TOGETHER
from law.base import Obstacle
from recruitment import scores
from recruitment.position import Position
from recruitment.rules.base import Rule, after_opening
from recruitment.rules.scoring import candidate_of, on_the_scale, scoring_decided, still_undecided


def handed_in_by_all(p: Position, f: Facts) -> Iterator[Obstacle]:
    """What is agreed is agreed once each has given their own."""
    candidate = candidate_of(f)
    waiting = [u for u in p.members if candidate and scores.owes(p, u, candidate)]
    if candidate and waiting:
        yield ALONE.obstacle(
            "scores_to_come",
            f"{_names(waiting)} {'has' if len(waiting) == 1 else 'have'} still to hand in scores "
            f"of {candidate.code}.",
            "Wait for them, or say why the panel goes on without.",
        )


def open_to_agree_on(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Nothing is agreed of what nobody has seen."""
    if scores.are_sealed(p):
        yield SEALED.obstacle(
            "scores_still_sealed",
            "The scores are sealed until the panel's meeting.",
            "Open them at the meeting or, with a reason, before it.",
        ).as_fixed()


def reason_for_each_agreed(p: Position, f: Facts) -> Iterator[Obstacle]:
    """An agreed score says why it is that."""
    for each in f.get("agreed") or ():
        if not each.reason.strip():
            yield TOGETHER.obstacle(
                "agreed_without_reason",
                f"No reason is given for the score agreed on criterion {each.criterion}.",
                "Say why the panel agreed on it.",
            ).as_fixed()


def something_agreed(p: Position, f: Facts) -> Iterator[Obstacle]:
    """An agreement is on at least one criterion."""
    if "agreed" in f and not f["agreed"]:
        yield entry(
            "nothing_agreed", "No agreed score is given.", "Give one, with the panel's reason."
        )


def sheets_in(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Where the panel scores, the shortlist is drawn from what everybody handed in."""
    if waiting := scores.waiting_for(p):
        yield ALONE.obstacle(
            "scores_to_come",
            f"{_names(waiting)} {'has' if len(waiting) == 1 else 'have'} still to hand in scores.",
            "Wait for them, or say why the panel goes on without.",
        )
    if scores.are_sealed(p):
        yield SEALED.obstacle(
            "scores_still_sealed",
            "The scores are sealed until the panel's meeting.",
            "Open them at the meeting or, with a reason, before it.",
        )


def interests_are_found(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Whoever waits for the clerk to find their interest scores nobody, and is not left out."""
    waiting = [i.person for i in p.standing_interests if i.awaits_mapping]
    if of_the_panel := [person for person in p.members if person in waiting]:
        yield ALONE.obstacle(
            "interest_not_mapped",
            f"{_names(of_the_panel)} declared an interest in a name, and can score nobody before "
            "it is said whose application that is.",
            "Say which candidate it is, or why the panel goes on without.",
        )


def keyed_scores_confirmed(p: Position, f: Facts) -> Iterator[Obstacle]:
    """A shortlist that rests on scores from paper rests on what the member says of them."""
    if waiting := [person for person in p.members if scores.to_confirm(p, person)]:
        yield ALONE.obstacle(
            "scores_not_confirmed",
            f"The scores that the clerk keyed in for {_names(waiting)} are not confirmed.",
            "Let each member confirm them, or say what is wrong: they cannot be put right after "
            "the shortlist.",
        ).as_practice()


def _names(people: list[User]) -> str:
    names = [person.full_name for person in people]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def essential_criteria_met(p: Position, f: Facts) -> Iterator[Obstacle]:
    """To shortlist somebody below an essential criterion is to be explained."""
    for candidate in f.get("candidates") or ():
        unmet = [str(c.number) for c in scores.unmet(p, candidate)]
        if unmet:
            yield EVIDENCE.obstacle(
                "essential_not_met",
                f"{candidate.code} is scored below what meets essential "
                f"{'criterion' if len(unmet) == 1 else 'criteria'} {', '.join(unmet)}.",
                "Say in the reason why the candidate is shortlisted all the same.",
            ).as_practice()


RULES: dict[str, tuple[Rule, ...]] = {
    "agree_scores": (
        after_opening,
        scoring_decided,
        still_undecided,
        open_to_agree_on,
        handed_in_by_all,
        something_agreed,
        on_the_scale,
        reason_for_each_agreed,
    ),
}
