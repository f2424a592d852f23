"""What a walk offers to the actions of the panel's evening: mostly what is lawful."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from recruitment import gaps, scores
from recruitment.actions.scoring import Agreed, Mark
from recruitment.applicants import Applicant, Applicants, Post
from recruitment.models import Candidate, Criterion
from tests.recruitment.headship import person

Facts = dict[str, Any]


def some_applicants(w: Any) -> Facts:
    number = len(w.position.candidates)
    names = [f"Applicant{number} Xandrel{number}", f"Applicant{number} Ostrik{number}"]
    day = w.day - timedelta(days=w.one([0, 0, 1, 400]))
    return {"applicants": Applicants(tuple(Applicant(name, day) for name in w.some(names)))}


def a_history(w: Any) -> Facts:
    first = Post("Teacher", date(2015, 9, 1), date(2019, 8, 31))
    later = Post("Deputy", w.one([date(2019, 9, 1), date(2020, 3, 1), date(2031, 1, 1)]))
    return {"candidate": w.any_candidate(), "history": w.some([first, later])}


def a_gap(w: Any) -> Facts:
    found = [(c, gap) for c in w.position.candidates for gap in gaps.of_candidate(w.position, c)]
    candidate, gap = w.one(found)
    return {"candidate": candidate, "since": gap.since, "explanation": w.text("Cared for a child")}


def a_way_of_scoring(w: Any) -> Facts:
    return {
        "names_hidden": w.chance(5),
        "sealed": w.chance(3),
        "lowest": w.one([0, 0, 1, 5]),
        "meets_from": w.one([3, 3, 0]),
    }


def some_marks(w: Any) -> Facts:
    criteria = scores.criteria(w.position)
    points = [9] if w.chance(1) else [0, 2, 3, 4, None]
    w.one(criteria)
    marks = [Mark(c.number, w.one(points), w.text("Page 2")) for c in w.some(criteria)]
    return {"candidate": _undecided(w), "marks": marks, **_whose(w)}


def _undecided(w: Any) -> Candidate:
    found: Candidate = w.one(
        scores.undecided(w.position) if w.chance(9) else list(w.position.candidates)
    )
    return found


def _whose(w: Any) -> Facts:
    """Whose scores they are: the member's who acts or, of the clerk, one on paper."""
    if w.chance(5) or not w.position.members:
        return {}
    return {"member": w.one(list(w.position.members))}


def an_agreement(w: Any) -> Facts:
    criteria: list[Criterion] = w.some(scores.criteria(w.position))
    agreed = [Agreed(c.number, w.one([3, 4]), w.text("Seen again")) for c in criteria]
    return {"candidate": _undecided(w), "agreed": agreed}


def a_longlist(w: Any) -> Facts:
    applied = scores.undecided(w.position)
    return {
        "candidates": w.some(applied),
        "reasons": {c.code: w.text("Criterion 1 is not shown") for c in applied},
    }


def an_interest_to_map(w: Any) -> Facts:
    return {"interest": w.one(list(w.position.interests)), "candidate": w.any_candidate()}


EVENING: dict[str, Callable[[Any], Facts]] = {
    "add_candidates": some_applicants,
    "record_history": a_history,
    "explain_gap": a_gap,
    "decide_scoring": a_way_of_scoring,
    "open_names": lambda w: {"why": w.text("The panel prefers to know")},
    "score_candidate": some_marks,
    "hand_in_scores": _whose,
    "confirm_scores": lambda w: {},
    "open_scores": lambda w: {"why": w.text("The chair is away")},
    "agree_scores": an_agreement,
    "longlist": a_longlist,
    "map_interest": an_interest_to_map,
    "hand_over": lambda w: {
        "person": w.one([w.case.people["officer"], person("Ida Grundle"), *w.governors]),
        "why": w.text("C1 manages me"),
    },
}  # fmt: skip
