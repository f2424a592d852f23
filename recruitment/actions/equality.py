"""Equality answers: forms that came apart from the applications are added up, and destroyed."""

from collections.abc import Mapping
from datetime import date

from casework.action import Actor
from casework.models import Event
from law.equality import ASKED
from recruitment.models import EqualityCount, Vacancy
from recruitment.process import action, step


@action
def count_equality_answers(
    vacancy: Vacancy, *, answers: Mapping[str, Mapping[str, int]], by: Actor, on: date
) -> Event:
    """Add how many gave each answer to each question, by their keys, to the counts of this round.

    The record says how many forms were counted and nothing of what was answered. The rows are all
    made at once, so that their order says nothing.
    """
    with step(vacancy, "count_equality_answers", by=by, on=on, answers=answers) as s:
        given = s.facts.pop("answers")
        s.facts["forms"] = max(sum(numbers.values()) for numbers in given.values())
        for question in ASKED:
            for answer in question.answers:
                _add(s.case, question.key, answer, given[question.key].get(answer, 0))
    return s.done


def _add(vacancy: Vacancy, question: str, answer: str, number: int) -> None:
    row, _ = EqualityCount.objects.get_or_create(
        vacancy=vacancy, round=vacancy.round, question=question, answer=answer,
        defaults={"number": 0},
    )  # fmt: skip
    row.number += number
    row.save()
