"""Equality answers of a round as they may be shown: no count by which somebody is recognised."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from law.applicants import FEWEST_FORMS, SMALL_COUNT
from law.equality import ASKED, Question
from recruitment.position import Position

SMALL = SMALL_COUNT.value
NOT_SHOWN = "Not shown"


@dataclass(frozen=True, slots=True)
class Shown:
    """A question with its answers: each in words, with its count or why there is none."""

    question: Question
    rows: tuple[tuple[str, str], ...]


def counts(p: Position) -> dict[str, dict[str, int]]:
    """Return how many gave each answer to each question in this round, without any suppressed."""
    found = {q.key: dict.fromkeys(q.answers, 0) for q in ASKED}
    for row in p.equality:
        if row.round == p.case.round and row.answer in found.get(row.question, {}):
            found[row.question][row.answer] = row.number
    return found


def forms_counted(p: Position) -> int:
    """Return how many forms were counted in this round."""
    return max(sum(of_one.values()) for of_one in counts(p).values())


def shown(p: Position) -> list[Shown]:
    """Return each question of this round with what may be shown of its answers: of few, none."""
    if forms_counted(p) < FEWEST_FORMS.value:
        return []
    counted = counts(p)
    return [Shown(q, tuple(_rows(q, counted[q.key]))) for q in ASKED]


def _rows(question: Question, numbers: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    said = suppressed(numbers)
    for key, answer in question.answers.items():
        yield answer, said[key]


def suppressed(numbers: Mapping[str, int]) -> dict[str, str]:
    """Return each count as it may be shown beside their total.

    One below the figure of the law is not shown. Others are not shown either while it could be
    worked out from the total: the smallest first, and all that are equal together, or which of
    them is shown would tell. What is not shown looks alike, whether it is small or not.
    """
    few = {key for key, number in numbers.items() if number < SMALL}
    hidden, more = set(few), sorted(set(numbers.values()) - {numbers[key] for key in few})
    while more and _can_be_worked_out(numbers, few, hidden):
        following = more.pop(0)
        hidden |= {key for key, number in numbers.items() if number == following}
    return {key: NOT_SHOWN if key in hidden else str(n) for key, n in numbers.items()}


def _can_be_worked_out(numbers: Mapping[str, int], few: set[str], hidden: set[str]) -> bool:
    """Whether the rest of the total is so small, or so large, that it tells of the small counts.

    Where it is below the figure, somebody could be alone in it. Where small counts are all that is
    hidden, and each is as large as a small count can be, the rest is the sum of just these.
    """
    rest = sum(numbers[key] for key in hidden)
    as_large_as_can_be = hidden == few and rest == (SMALL - 1) * len(few)
    return bool(few) and (rest < SMALL or as_large_as_can_be)
