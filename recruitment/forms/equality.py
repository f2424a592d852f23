"""The form by which the clerk adds up equality answers: a box for each answer."""

from typing import Any

from django import forms

from casework.forms.action import Section
from casework.forms.when import when
from law.equality import ASKED, Question
from recruitment.forms.base import VacancyForm

MOST = 999  # forms: far more than applications ever come


class CountEqualityAnswers(VacancyForm):
    action = "count_equality_answers"
    lead = (
        "Collect the forms until the closing date, shuffle them, and enter how many gave each "
        "answer. You read the numbers over before they are kept. Then destroy the forms. Nothing "
        "is kept of who answered what, or in which order."
    )
    done = "The answers are counted. Destroy the forms now."
    button = "Add them up"
    final = True
    on = when("Date they were counted")

    def build(self) -> None:
        """Ask how many gave each answer to each question."""
        self.fields |= {
            _field(question, key): _count(question, answer)
            for question in ASKED
            for key, answer in question.answers.items()
        }

    def sections(self) -> list[Section]:
        """Return a part for each question."""
        guidance = "How many gave each answer. Count a question left open as “Prefer not to say”."
        parts = [
            Section(
                tuple(self[_field(question, key)] for key in question.answers),
                question.text,
                "" if number else guidance,
            )
            for number, question in enumerate(ASKED)
        ]
        return [*parts, Section((self["on"],))]

    def facts(self) -> dict[str, Any]:
        """Return the counts by question and answer."""
        given = self.cleaned_data
        answers = {
            question.key: {key: given[_field(question, key)] for key in question.answers}
            for question in ASKED
        }
        return {"answers": answers, "on": given["on"]}


def _count(question: Question, answer: str) -> forms.IntegerField:
    """Return the box for an answer. What is wrong in it is said with its question."""
    wrong = f"{question}, “{answer}”: enter a whole number from 0 to {MOST}"
    messages = dict.fromkeys(("required", "invalid", "min_value", "max_value"), wrong)
    return forms.IntegerField(
        label=answer, min_value=0, max_value=MOST, initial=0, error_messages=messages
    )


def _field(question: Question, answer: str) -> str:
    return f"{question.key}_is_{answer}"
