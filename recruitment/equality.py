"""Equality answers of a round as they may be shown: no count by which somebody is recognised."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from law.applicants import SMALL_COUNT
from law.equality import ASKED, Question
from recruitment.position import Position

SMALL = SMALL_COUNT.value
FEW, NOT_SHOWN = f"Fewer than {SMALL}", "Not shown"


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
    """Return each question of this round with what may be shown of its answers."""
    counted = counts(p)
    return [Shown(q, tuple(_rows(q, counted[q.key]))) for q in ASKED]


def _rows(question: Question, numbers: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    said = suppressed(numbers)
    for key, answer in question.answers.items():
        yield answer, said[key]


def suppressed(numbers: Mapping[str, int]) -> dict[str, str]:
    """Return each count as it may be shown beside their total.

    One below the figure of the law is not shown. If it could be worked out from the total, others
    are not shown either, the smallest first.
    """
    few = {key for key, number in numbers.items() if number < SMALL}
    more = sorted(numbers.keys() - few, key=lambda key: numbers[key])
    hidden: set[str] = set()
    while few and more and _can_be_worked_out(numbers, few, hidden):
        hidden.add(more.pop(0))
    if few and _can_be_worked_out(numbers, few, hidden):
        few, hidden = set(), set(numbers)
    return {key: _said(key, number, few, hidden) for key, number in numbers.items()}


def _said(key: str, number: int, few: set[str], hidden: set[str]) -> str:
    if key in few:
        return FEW
    return NOT_SHOWN if key in hidden else str(number)


def _can_be_worked_out(numbers: Mapping[str, int], few: set[str], hidden: set[str]) -> bool:
    """Whether what is left of the total leaves some count that is not shown no choice.

    A reader knows of each whether it is below the figure (`few`) or not (`hidden`).
    """
    rest = sum(numbers[key] for key in few | hidden)
    least, most = SMALL * len(hidden), (SMALL - 1) * len(few)
    highest = min(SMALL - 1, rest - least)
    lowest = 0 if hidden else max(0, rest - (most - (SMALL - 1)))
    return lowest >= highest
