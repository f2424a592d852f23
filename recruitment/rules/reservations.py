"""Reservations: what they must be, whose they are, and what makes a lawyer wince."""

import re
from collections.abc import Iterator

from casework.action import Facts
from casework.rules import entry, house, practice, required
from casework.words import written
from law.base import Obstacle
from recruitment.models import Decision
from recruitment.position import Position
from recruitment.rules.advice import (
    no_part_where_interested,
    not_withdrawn,
    not_yet_considered,
    paper_date,
    points_sound,
    what_makes_a_lawyer_wince,
)
from recruitment.rules.base import Rule, after_opening
from recruitment.stages import FALLEN, CandidateState


def own_reservations(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Only the adviser who put reservations withdraws them."""
    paper, by = f.get("reservations"), f.get("by")
    if paper and by and paper.adviser_id != by.pk:
        yield entry(
            "not_your_reservations",
            f"These reservations were put by {paper.adviser.full_name}.",
            "Only whoever put them can withdraw them.",
        )


def candidate_is_the_choice(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Reservations are about a decision that is about to be taken, or was."""
    candidate = f.get("candidate")
    if candidate and candidate.state in FALLEN:
        yield entry(
            "candidate_withdrew",
            f"{candidate.code} stands at “{CandidateState(candidate.state).label}”: no decision "
            "about them is to be taken.",
            "Nothing is needed.",
        )
    elif candidate and p.chosen and candidate.pk != p.chosen.pk:
        yield entry(
            "not_the_person_chosen",
            f"The panel has recommended {p.chosen.code}.",
            "Reservations are about the decision: name the person whom it is about.",
        )


def a_point_at_least(p: Position, f: Facts) -> Iterator[Obstacle]:
    """A conclusion without a criterion is only a preference."""
    if "points" in f and not f["points"]:
        yield house(
            "no_criterion_engaged",
            "The reservations name no published criterion.",
            "Add a point for each criterion of the person specification that they rest on.",
        )


def called_what_it_is(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Reservations that call themselves representations claim a standing that they do not have."""
    if not p.names_matter:
        return
    texts = (str(value) for value in f.values() if isinstance(value, str))
    if found := CALLED_REPRESENTATIONS.search("\n".join(texts)):
        yield practice(
            "called_representations",
            f"“{found.group(0)}”: these are reservations. Representations are the authority's, to "
            "the panel, within the period.",
            "Call them reservations.",
            p.names_law.representations.citation,
        )


CALLED_REPRESENTATIONS = re.compile(
    r"\b(?:these(?: are)?|this(?: is a)?|my|our|formal|makes?|making) representations?\b"
    r"|\b(?:I|we) represent\b",
    re.IGNORECASE,
)


def a_point_for_each_criterion_concluded_on(p: Position, f: Facts) -> Iterator[Obstacle]:
    """A criterion that the conclusion names, and no point bears out, is a bare assertion."""
    named = CRITERIA_NAMED.findall(f.get("conclusion") or "")
    numbers = {int(number) for phrase in named for number in re.findall(r"\d+", phrase)}
    bare = sorted(numbers - {point.criterion for point in f.get("points") or ()})
    if "points" in f and bare:
        yield practice(
            "conclusion_without_point",
            f"The conclusion names criterion {', '.join(map(str, bare))}, and no point says what "
            "was seen of it.",
            "Add a point for it, or leave it out of the conclusion.",
        )


CRITERIA_NAMED = re.compile(r"criteri(?:on|a)((?:\s*(?:,|and|or)?\s*\d+)+)", re.IGNORECASE)


def decision_known(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Before: on the recommendation. After: on the governing body's approval."""
    before, on = f.get("before_decision"), f.get("on")
    decided = p.decision(Decision.Kind.APPROVE)
    if before is False and decided is None:
        yield entry(
            "no_decision_yet",
            "The governing body has not yet decided.",
            "Put the reservations as made before the decision: they are then also advice.",
        )
    day = f.get("decision_on")
    if before and day and on and day < on:
        yield entry(
            "decision_before_the_letter",
            f"The letter, {written(on)}, is after the decision that it is said to come before, "
            f"{written(day)}.",
            "Check both dates, or put the reservations as made after the decision.",
        )
    if before and decided and on and on > decided.decided_on:
        yield entry(
            "decision_already_taken",
            f"The governing body decided on {written(decided.decided_on)}.",
            "Put the reservations as made after the decision.",
        )


def not_acknowledged(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Reservations are acknowledged once."""
    paper = f.get("reservations")
    if paper and paper.acknowledged_on:
        yield entry(
            "already_acknowledged",
            f"They were acknowledged on {written(paper.acknowledged_on)}.",
            "Nothing is needed.",
        )


RESERVATION_PARTS = (
    ("not_disputed", "What is not disputed"),
    ("conclusion", "The conclusion in one sentence"),
    ("same_yardstick", "What was sought of every candidate"),
    ("earlier_advice", "The advice given earlier and how it was answered"),
    ("why_it_matters", "Why it matters for this school's pupils now"),
    ("limits", "What the adviser did not see, and how sure they are"),
    ("what_would_settle_it", "What would settle it or lessen the risk"),
    ("what_governors_must_do", "What the governors must now do"),
    ("interests", "The adviser's own interests"),
    ("capacity", "The capacity in which it is signed"),
    ("authority_to_sign", "The authority by which it is signed"),
    ("copies", "Who receives copies"),
)


RULES: dict[str, tuple[Rule, ...]] = {
    "put_reservations": (
        after_opening,
        no_part_where_interested,
        candidate_is_the_choice,
        decision_known,
        a_point_at_least,
        points_sound,
        a_point_for_each_criterion_concluded_on,
        called_what_it_is,
        what_makes_a_lawyer_wince,
        required(*RESERVATION_PARTS),
    ),
    "withdraw_reservations": (
        own_reservations,
        not_withdrawn,
        paper_date("reservations", "put_on"),
        required(("why", "The reason")),
    ),
    "acknowledge_reservations": (
        not_withdrawn,
        not_acknowledged,
        paper_date("reservations", "put_on"),
    ),
    "consider_reservations": (
        not_withdrawn,
        no_part_where_interested,
        not_yet_considered("reservations"),
        paper_date("reservations", "put_on"),
        required(("minute", "The minute")),
    ),
}
