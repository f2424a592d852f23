"""Equality answers: that what is counted was asked, adds up, and gives nobody away."""

from collections.abc import Iterator

from casework.action import Facts
from casework.rules import entry, practice
from law.applicants import SMALL_COUNT
from law.base import Obstacle
from law.equality import QUESTIONS
from recruitment import equality
from recruitment.position import Position
from recruitment.rules.base import Rule, after_opening


def was_asked(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Only the answers on the form are counted, and nobody is taken away again."""
    unknown = sorted(
        f"{question}: {answer}"
        for question, numbers in f.get("answers", {}).items()
        for answer, number in numbers.items()
        if question not in QUESTIONS or answer not in QUESTIONS[question].answers or number < 0
    )
    if unknown:
        yield entry(
            "answer_not_asked",
            f"These are no counts of answers on the form: {', '.join(unknown)}.",
            "Count only the answers that the form offers.",
        )


def adds_up(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Whoever left a question open is counted as one who would rather not say."""
    sums = {key: sum(numbers.values()) for key, numbers in f.get("answers", {}).items()}
    if "answers" in f and not any(sums.values()):
        yield entry(
            "nothing_counted", "No answer is counted.", "Enter how many gave each of the answers."
        )
    elif "answers" in f and len({sums.get(k, 0) for k in QUESTIONS}) > 1:
        told = "; ".join(f"{q}: {sums.get(key, 0)}" for key, q in QUESTIONS.items())
        yield entry(
            "answers_do_not_add_up",
            f"Each question should have one answer from each form, and they differ. {told}.",
            "Count the forms again. Where a question was left open, count “Prefer not to say”.",
        )


def enough_at_once(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Whoever saw the counts before could work out what a few more people answered."""
    counted = any(row.round == p.case.round for row in p.equality)
    forms = max((sum(numbers.values()) for numbers in f.get("answers", {}).values()), default=0)
    if counted and 0 < forms < SMALL_COUNT.value:
        yield SMALL_COUNT.obstacle(
            "few_forms_at_once",
            f"Forms were counted in this round before. If only {forms} more are counted, whoever "
            "compares the counts can work out what was answered.",
            f"Wait until {SMALL_COUNT.value} forms or more can be counted together.",
        )


def no_more_than_applied(p: Position, f: Facts) -> Iterator[Obstacle]:
    """More forms than applications came: some were counted twice, or an application is missing."""
    forms = max((sum(numbers.values()) for numbers in f.get("answers", {}).values()), default=0)
    counted = equality.forms_counted(p)
    came = sum(c.round == p.case.round for c in p.candidates)
    if forms and forms + counted > came:
        before = f", {counted} of them before," if counted else ""
        yield practice(
            "more_forms_than_applications",
            f"{forms + counted} forms{before} are counted in this round, and {came} applications "
            "are entered.",
            "Check that no form is counted twice. It does not matter if applications are still to "
            "be entered.",
        )


RULES: dict[str, tuple[Rule, ...]] = {
    "count_equality_answers": (
        after_opening,
        was_asked,
        adds_up,
        enough_at_once,
        no_more_than_applied,
    ),
}
