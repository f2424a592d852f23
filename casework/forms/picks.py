"""Choices of rows of the case: what is offered depends on the case and on who asks."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django import forms

from casework.forms import Option


@dataclass(frozen=True, slots=True)
class Choice:
    """One row that is offered: its key in the form, the row, its name, and a hint below it."""

    key: str
    row: Any
    label: str
    hint: str = ""


Offer = Callable[[Any], Iterable[Choice]]


class Pick(forms.ChoiceField):
    """One of the rows offered. Its value is the row, or None where none had to be chosen.

    `offer` says what there is for a desk, `nothing` what to say where there is nothing. `none`
    names the answer that chooses no row: with it, an answer is not required.
    """

    def __init__(self, *, offer: Offer, nothing: str = "", none: str = "", **kwargs: Any) -> None:
        super().__init__(widget=forms.RadioSelect, required=not none, **kwargs)
        self.offer, self.nothing, self.none = offer, nothing, none
        self.rows: dict[str, Choice] = {}

    def fill(self, desk: Any) -> None:
        """Offer what there is for this desk."""
        self.rows = {choice.key: choice for choice in self.offer(desk)}
        first = [("", self.none)] if self.none else []
        self.choices = [*first, *_labels(self.rows)]

    def clean(self, value: Any) -> Any:
        """Return the row whose key was sent."""
        key = super().clean(value)
        return self.rows[key].row if key else None


class PickMany(forms.MultipleChoiceField):
    """Any number of the rows offered, as checkboxes. Its value is the list of the rows."""

    def __init__(self, *, offer: Offer, nothing: str = "", **kwargs: Any) -> None:
        super().__init__(widget=forms.CheckboxSelectMultiple, **kwargs)
        self.offer, self.nothing = offer, nothing
        self.rows: dict[str, Choice] = {}

    def fill(self, desk: Any) -> None:
        """Offer what there is for this desk."""
        self.rows = {choice.key: choice for choice in self.offer(desk)}
        self.choices = _labels(self.rows)

    def clean(self, value: Any) -> list[Any]:
        """Return the rows whose keys were sent."""
        return [self.rows[key].row for key in super().clean(value)]


def _labels(rows: dict[str, Choice]) -> list[tuple[str, str]]:
    return [(key, Option(choice.label, choice.hint)) for key, choice in rows.items()]
