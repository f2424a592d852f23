"""The review and its report or statement: consulted on, noticed, judged, given, commented on."""

from collections.abc import Iterator

from casework.action import Facts
from casework.record import name_of
from casework.rules import entry, practice, required
from casework.words import written
from governance.models import Handing, Point
from governance.position import Position
from governance.rules.base import Rule, in_order, since_given, since_review
from governance.rules.objectives import since_set
from governance.rules.people import enough_governors, foundation_governor_among_them
from law.appraisal import Scheme
from law.base import Obstacle
from law.base import Rule as LawRule

What = Handing.What


def adviser_consulted_again(p: Position, f: Facts) -> Iterator[Obstacle]:
    """The adviser is consulted a second time, for the review."""
    rule = p.scheme.adviser_consulted_on_appraisal
    if rule and p.consulted(Point.REVIEW) is None:
        yield rule.obstacle(
            "adviser_not_consulted_on_review",
            "The external adviser has not been consulted on the appraisal: the consultation on "
            "the objectives was another.",
            "Consult the adviser and record when and what was said.",
        )


def long_enough_notice(p: Position, f: Facts) -> Iterator[Obstacle]:
    """The head has at least so many school days' notice of the review."""
    rule, notice, day = p.scheme.review_notice, f.get("on"), f.get("review_on")
    if rule is None or notice is None or day is None:
        return
    first = rule.value.earliest(notice, p.calendar)
    if day < first:
        yield rule.obstacle(
            "review_too_soon",
            f"With notice given on {written(notice)} the review can be held from "
            f"{written(first)} on. {rule.value.explain(notice, p.calendar)}",
            f"Hold it on {written(first)} or later.",
        )


def notice_given(p: Position, f: Facts) -> Iterator[Obstacle]:
    """No review without notice, and none before the day of which notice was given."""
    rule = p.scheme.review_notice
    if rule is None:
        return
    if not p.has_come(p.case.review_notice_on):
        yield rule.obstacle(
            "no_notice_of_review",
            "The head has not been given notice of the review.",
            "Give notice first.",
        )
        return
    day, noticed = f.get("on"), p.case.review_to_be_on
    if day and noticed and day < noticed:
        yield rule.obstacle(
            "before_the_day_noticed",
            f"Notice was given of a review on {written(noticed)}.",
            "Hold it on that day, or give notice anew.",
        )


def record_in_time(p: Position, f: Facts) -> Iterator[Obstacle]:
    """The head's record is in some school days before; the evidence, usually, a week before."""
    rule, day = p.scheme.record_before_review, f.get("on")
    received = p.case.evidence_in_on
    if rule is None or day is None or not p.has_come(p.case.review_notice_on):
        return
    last = rule.value.latest_notice(day, p.calendar)
    if received is None or received > last:
        yield rule.obstacle(
            "record_not_in_time",
            f"The head's record was to be in by {written(last)}; "
            + (f"it came on {written(received)}." if received else "none is in."),
            "Go on if the head did not hand one in, and say so.",
        ).as_practice()


def evidence_is_in(p: Position, f: Facts) -> Iterator[Obstacle]:
    """A review without evidence rests on little."""
    if p.scheme.record_before_review is None and not p.has_come(p.case.evidence_in_on):
        yield practice(
            "no_evidence_in",
            "It is not recorded that evidence is in.",
            "Record what was handed in, and when.",
            p.scheme.evidence.citation,
        )


def every_objective_judged(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Some objective stands, and each is judged, with reasons."""
    if not p.objectives_now:
        yield p.scheme.assessed.obstacle(
            "nothing_to_judge",
            "No objective stands, so there is nothing to judge.",
            "Write an objective, or end the cycle before its time.",
        )
    judged = f.get("judgements")
    if judged is None:
        return
    for objective in p.objectives_now:
        judgement = judged.get(str(objective.number))
        if judgement is None or not judgement.judgement:
            yield entry(
                "objective_not_judged",
                f"Objective {objective.number} is not judged.",
                "Judge each objective that stood on that day, or drop it with the reason.",
            )
        elif not judgement.reasons.strip():
            yield entry(
                "judgement_without_reasons",
                f"The judgement on objective {objective.number} has no reasons.",
                "Say on what it rests.",
            )


# The report or statement


def statement_in_time(p: Position, f: Facts) -> Iterator[Obstacle]:
    """The statement is given within so many school days of the review."""
    rule, day, review = p.scheme.statement_copy or p.scheme.statement, f.get("on"), p.review
    if rule is None or day is None or review is None:
        return
    last = rule.value.last_day(review.held_on, p.calendar)
    if day > last:
        yield rule.obstacle(
            "statement_late",
            f"The statement was due by {written(last)}.",
            "Give it at once, and say why it is late.",
        ).as_practice()


def comment_in_time(p: Position, f: Facts) -> Iterator[Obstacle]:
    """The head's comments are made within the period, once."""
    rule, day, review = p.scheme.comments, f.get("on"), p.review
    if review and review.commented_on:
        yield entry("commented_already", "The head has commented.", "Nothing is needed.")
    if rule and day and review and review.given_on:
        last = rule.value.last_day(review.given_on, p.calendar)
        if day > last:
            yield rule.obstacle(
                "comments_late",
                f"Comments could be made until {written(last)}.",
                "Keep them with the statement, as late.",
            ).as_practice()


def entitled(p: Position, f: Facts) -> Iterator[Obstacle]:
    """A paper is given only to somebody whom the law entitles to it, where the law says whom."""
    capacity, what = f.get("capacity"), f.get("what")
    rules = entitling(p.scheme, what) if what else []
    if capacity is None or not rules:
        return
    known = sorted(who for rule in rules for who in rule.value)
    if str(capacity) not in known:
        yield rules[0].obstacle(
            "not_entitled",
            f"Nothing entitles “{name_of(capacity)}” to this paper.",
            f"It can be given to: {', '.join(map(name_of, known))}.",
        )


def entitling(scheme: Scheme, what: str) -> list[LawRule[frozenset[str]]]:
    """Return the rules that say who is entitled to a paper; none where the law does not say."""
    rules: dict[str, tuple[LawRule[frozenset[str]] | None, ...]] = {
        What.STATEMENT: (
            scheme.statement_to,
            scheme.statement_on_request,
            scheme.statement_from_chair,
        ),
        What.ANNEX: (scheme.annex_to_planner,),
        What.OBJECTIVES: (scheme.objectives_to_new_appraiser,),
    }
    return [rule for rule in rules[what] if rule]


def paper_to_give(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Only what the head has been given is given to others."""
    what, day = f.get("what"), f.get("on")
    if what is None or day is None:
        return
    objectives = what == What.OBJECTIVES
    given = p.case.objectives_set_on if objectives else p.review and p.review.given_on
    if given is None or day < given:
        yield entry(
            "paper_not_given_yet",
            "The objectives were not set by then."
            if objectives
            else "The head had not been given the statement by then.",
            "Check the date, or give it to the head first.",
        )


FINDINGS = (
    ("overall", "The overall assessment"),
    ("on_standards", "The assessment against the standards"),
    ("needs", "The needs for development"),
    ("development", "What is to be done about them"),
)
RULES: dict[str, tuple[Rule, ...]] = {
    "give_notice_of_review": (since_set, long_enough_notice),
    "review": (
        in_order,
        enough_governors,
        foundation_governor_among_them,
        adviser_consulted_again,
        notice_given,
        record_in_time,
        evidence_is_in,
        every_objective_judged,
        required(*FINDINGS),
    ),
    "give_report": (in_order, since_review, statement_in_time),
    "comment": (since_given, comment_in_time, required(("comments", "The comments"))),
    "hand_over": (
        paper_to_give,
        entitled,
        required(("to", "To whom"), ("because", "Why it was given")),
    ),
    "assure_governors": (since_review,),
}
