"""Scoring: what may be given, when it stands, and when what others gave may be seen."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from accounts.models import User
from casework.action import Facts
from casework.rules import entry, not_before, required
from casework.words import written
from law.appointment.scoring import ALONE, EVIDENCE, SEALED, TOGETHER
from law.base import Obstacle
from recruitment import scores
from recruitment.models import Candidate, ScoreSheet
from recruitment.position import Position
from recruitment.rules.applications import applied_by_then
from recruitment.rules.base import Rule, after_opening
from recruitment.stages import CandidateState

HIGHEST_SCALE = 10


def scale_runs_up(p: Position, f: Facts) -> Iterator[Obstacle]:
    """A scale has a few points, from the lowest to the highest, and one from which it is met."""
    if "lowest" not in f:
        return
    lowest, highest, meets = f["lowest"], f["highest"], f["meets_from"]
    if not 0 <= lowest < highest <= HIGHEST_SCALE:
        yield entry(
            "scale_out_of_bounds",
            f"A scale from {lowest} to {highest} is none to score on.",
            f"Let it run up from 0 or 1 to at most {HIGHEST_SCALE}.",
        )
    elif not lowest < meets <= highest:
        yield entry(
            "met_off_the_scale",
            f"{meets} is not a point of the scale from which a criterion can be met.",
            f"Choose one from {lowest + 1} to {highest}.",
        )


def nobody_has_scored(p: Position, f: Facts) -> Iterator[Obstacle]:
    """How to score is chosen before anybody does."""
    if any(x.round == p.case.round for x in p.sheets):
        yield ALONE.obstacle(
            "scoring_begun",
            "Members have begun to score, so how they score cannot be changed.",
            "Go on as it was chosen; names and sealed scores can be opened, with a reason.",
        ).as_fixed()


def opened_with_a_reason(p: Position, f: Facts) -> Iterator[Obstacle]:
    """What is hidden or sealed is opened by a step of its own, with a reason, and stays open."""
    kept = p.scoring
    if kept is None or "names_hidden" not in f or p.sheets_now:
        return
    by_the_way = (kept.names_hidden and not f["names_hidden"]) or (kept.sealed and not f["sealed"])
    if (by_the_way and p.nameless) or kept.names_opened_on or kept.scores_opened_on:
        yield ALONE.obstacle(
            "opened_by_the_way",
            "Applications are in: what was to be hidden or sealed is not changed by the way.",
            "Open the names, or the scores, with a reason that stands beside them.",
        ).as_fixed()


def names_known_already(p: Position, f: Facts) -> Iterator[Obstacle]:
    """A name that was seen is not hidden by a later choice."""
    hide = f.get("names_hidden") and not p.names_hidden
    seen = [c for c in p.candidates if c.in_field]
    if hide and seen:
        yield ALONE.obstacle(
            "names_seen_already",
            f"{len(seen)} applications are entered, and the panel could see their names.",
            "Say to the panel that some may be known; what comes from now on is hidden.",
        ).as_practice()


def internal_may_be_known(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Hiding a name does not hide who somebody of the school is."""
    internal = [c.code for c in p.candidates if c.internal and c.in_field]
    if f.get("names_hidden") and internal:
        yield ALONE.obstacle(
            "internal_may_be_known",
            f"{', '.join(internal)} works at this school, and may be known without a name.",
            "Say so to the panel.",
        ).as_practice()


def names_are_hidden(p: Position, f: Facts) -> Iterator[Obstacle]:
    """There is something to open."""
    if not p.names_hidden:
        yield entry("names_not_hidden", "The names are not hidden.", "Nothing is needed.")


def scoring_decided(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Nobody scores before it is settled how."""
    if p.scoring is None:
        yield ALONE.obstacle(
            "scoring_not_decided",
            "How the panel scores has not been recorded.",
            "Record the scale, and whether names are hidden and scores sealed.",
        ).as_fixed()
    elif not scores.criteria(p):
        yield entry(
            "nothing_to_score_by",
            "No criterion of the person specification is tested by the application.",
            "Shortlist with a reason for each, or publish again with such a criterion.",
        )


def _scorer(f: Facts) -> User | None:
    """Whose scores they are: the member's named, or of whoever acts."""
    return f.get("member") or f.get("by")


def candidate_of(f: Facts) -> Candidate | None:
    return f.get("candidate")


def on_the_panel_now(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Only whoever sits on the panel now scores; one who has left does not."""
    person = _scorer(f)
    if person and not scores.is_member(p, person):
        yield p.regime.panel_changed_by_governing_body.obstacle(
            "not_on_the_panel",
            f"{person.full_name} is not on the panel, or has withdrawn from it.",
            "Only members score. The clerk keys in what a member gave on paper, by their name.",
        ).as_fixed()


def own_or_on_paper(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Nobody scores for another, but the clerk who keys in what a member gave on paper."""
    member, by = f.get("member"), f.get("by")
    if member and by and member != by and not p.still_holds(by, "clerk"):
        yield ALONE.obstacle(
            "not_your_scores",
            f"Only {member.full_name} gives these scores.",
            "Give your own. The clerk keys in what somebody gave on paper.",
        ).as_fixed()


def still_undecided(p: Position, f: Facts) -> Iterator[Obstacle]:
    """No score changes after the decision."""
    candidate: Candidate | None = f.get("candidate")
    if candidate and candidate.state != CandidateState.APPLIED:
        yield TOGETHER.obstacle(
            "already_decided",
            f"{candidate.code} stands at “{CandidateState(candidate.state).label}”: no score "
            "changes after the decision.",
            "What was given stays as it is.",
        ).as_fixed()


def no_interest_in_them(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Whoever has an interest in a candidate does not score that candidate."""
    person, candidate = _scorer(f), f.get("candidate")
    if person and candidate and p.speaks_not_of(person, candidate):
        yield p.regime.conflicts_withdraw.obstacle(
            "scorer_has_an_interest",
            f"{person.full_name} has an interest in {candidate.code} and does not score that "
            "candidate.",
            "Leave that sheet out: it counts as conflicted, which is not zero.",
        )


def on_the_scale(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Points are on the scale, for criteria that are scored, each once."""
    asked = {c.number for c in scores.criteria(p)}
    marks = [*(f.get("marks") or ()), *(f.get("agreed") or ())]
    for mark in marks:
        if mark.criterion not in asked:
            yield _not_scored(p, mark.criterion)
        elif p.scoring and mark.points is not None and mark.points not in p.scoring.points:
            yield entry(
                "off_the_scale",
                f"{mark.points} is not a score: the scale runs from {p.scoring.lowest} to "
                f"{p.scoring.highest}.",
                f"Give criterion {mark.criterion} points on the scale, or abstain.",
            )
    if len({mark.criterion for mark in marks}) < len(marks):
        yield entry(
            "scored_twice", "One criterion has two scores.", "Give each criterion one score."
        )


def _not_scored(p: Position, number: int) -> Obstacle:
    named = ", ".join(str(c.number) for c in scores.criteria(p))
    return entry(
        "not_a_scored_criterion",
        f"Criterion {number} is not scored at the shortlisting.",
        f"The application tests these: {named}.",
    )


def says_on_what_evidence(p: Position, f: Facts) -> Iterator[Obstacle]:
    """A number without evidence explains nothing to the candidate who asks."""
    person = _scorer(f)
    kept = scores.sheets_of(p, person) if person else []
    bare = [x.candidate.code for x in kept if any(map(_is_bare, x.marks.values()))]
    if bare:
        yield EVIDENCE.obstacle(
            "evidence_missing",
            f"Points are given without evidence to {', '.join(bare)}.",
            "Say in a few words where in the application it is.",
        ).as_practice()


def _is_bare(mark: Mapping[str, Any]) -> bool:
    return mark["points"] is not None and not mark["evidence"]


def not_handed_in(p: Position, f: Facts) -> Iterator[Obstacle]:
    """What was handed in stands: others have seen theirs against it."""
    person, candidate = _scorer(f), candidate_of(f)
    kept = scores.sheet(p, person, candidate) if person and candidate else None
    if candidate and kept and kept.handed_in_on and not _mends_what_was_keyed(kept, f):
        yield ALONE.obstacle(
            "handed_in",
            f"The scores of {candidate.code} were handed in on {written(kept.handed_in_on)}.",
            "They stand. What the panel thinks of it together is an agreed score.",
        ).as_fixed()


def _mends_what_was_keyed(kept: ScoreSheet, f: Facts) -> bool:
    """Whether the clerk corrects what was keyed in from paper and is not confirmed yet."""
    of_another = f.get("member") is not None and f["member"] != f.get("by")
    return of_another and kept.keyed_by_id is not None and kept.confirmed_on is None


def only_from_paper(p: Position, f: Facts) -> Iterator[Obstacle]:
    """The clerk keys in and hands in what a member gave on paper, and not what they typed."""
    member, by, candidate = f.get("member"), f.get("by"), candidate_of(f)
    if member is None or by is None or member == by:
        return
    typed = [x for x in scores.sheets_of(p, member) if not x.keyed_by_id and not x.handed_in_on]
    if [x for x in typed if candidate is None or x.candidate_id == candidate.pk]:
        yield ALONE.obstacle(
            "given_by_the_member",
            f"{member.full_name} gave these scores at a screen of their own.",
            "Only they change them and hand them in.",
        ).as_fixed()


def more_than_abstentions(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Whoever abstains on everything sees what others gave for nothing."""
    person = _scorer(f)
    kept = scores.sheets_of(p, person) if person else []
    if kept and all(m["points"] is None for x in kept for m in x.marks.values()):
        yield ALONE.obstacle(
            "abstained_on_everything",
            "Every mark is an abstention: nothing of it counts, and the others' scores open all "
            "the same.",
            "Say to the panel why, or score.",
        ).as_practice()


def _last_scored(p: Position, f: Facts) -> date | None:
    person = _scorer(f)
    days = [x.scored_on for x in scores.sheets_of(p, person)] if person else []
    return max(days, default=None)


def _last_handed_in(p: Position, f: Facts) -> date | None:
    days = [x.handed_in_on for x in p.sheets_now.values() if x.handed_in_on]
    return max([*days, *([p.scoring.decided_on] if p.scoring else [])], default=None)


def all_of_it_scored(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Scores are handed in whole: everybody scored or abstained on, on every criterion."""
    person = _scorer(f)
    if person is None or not scores.is_member(p, person):
        return
    if left := scores.unfinished(p, person):
        yield ALONE.obstacle(
            "scores_unfinished",
            f"{len(left)} of {len(scores.to_score(p, person))} candidates have still something "
            f"without a score: {', '.join(c.code for c in left)}.",
            "Score each criterion, or abstain on it.",
        ).as_fixed()
    elif not scores.outstanding(p, person):
        yield entry("nothing_to_hand_in", "Every score is handed in.", "Nothing is needed.")


def something_to_confirm(p: Position, f: Facts) -> Iterator[Obstacle]:
    """There are scores from paper, keyed in by the clerk, for the member to confirm."""
    by = f.get("by")
    if by and not scores.to_confirm(p, by):
        yield entry(
            "nothing_to_confirm",
            "No scores that the clerk keyed in for you wait to be confirmed.",
            "Nothing is needed.",
        )


def scores_are_sealed(p: Position, f: Facts) -> Iterator[Obstacle]:
    """There is a seal to open."""
    if not scores.are_sealed(p):
        yield entry("scores_not_sealed", "The scores are not sealed.", "Nothing is needed.")


def reason_before_the_meeting(p: Position, f: Facts) -> Iterator[Obstacle]:
    """To open scores early needs a reason, which shows."""
    on = f.get("on")
    if on and "why" in f and not str(f["why"] or "").strip() and not scores.panel_meets_on(p, on):
        yield SEALED.obstacle(
            "opened_early_without_reason",
            f"The panel does not meet on {written(on)}: to open the scores then is early.",
            "Give the reason, which stands beside the scores; or wait for the meeting.",
        ).as_fixed()


ALONE_RULES: tuple[Rule, ...] = (scoring_decided, on_the_panel_now, own_or_on_paper)

RULES: dict[str, tuple[Rule, ...]] = {
    "decide_scoring": (
        after_opening,
        scale_runs_up,
        nobody_has_scored,
        opened_with_a_reason,
        names_known_already,
        internal_may_be_known,
    ),
    "open_names": (after_opening, names_are_hidden, required(("why", "The reason"))),
    "score_candidate": (
        after_opening,
        *ALONE_RULES,
        still_undecided,
        applied_by_then,
        no_interest_in_them,
        not_handed_in,
        only_from_paper,
        on_the_scale,
    ),
    "hand_in_scores": (
        after_opening,
        not_before("on", "the day on which the last of them was given", _last_scored),
        *ALONE_RULES,
        only_from_paper,
        all_of_it_scored,
        says_on_what_evidence,
        more_than_abstentions,
    ),
    "confirm_scores": (after_opening, something_to_confirm),
    "open_scores": (
        after_opening,
        scoring_decided,
        not_before("on", "the day on which scores were last handed in", _last_handed_in),
        scores_are_sealed,
        reason_before_the_meeting,
    ),
}
