"""The form for one stretch of a school's year, filled in by the clerk."""

from typing import Any

from django import forms

from casework.forms import DateField, HeadshipForm
from casework.forms.fields import line
from schools.models import TermDates, TermKind

NAME = 100  # characters


class TermDatesForm(HeadshipForm):
    """A term, or days within one on which the school is closed."""

    kind = forms.ChoiceField(
        label="What the dates are",
        choices=TermKind.choices,
        initial=TermKind.TERM,
        widget=forms.RadioSelect,
    )
    name = line("Name", NAME, required=False, help_text="Such as “Autumn, first half”.")
    first = DateField(label="First day")
    last = DateField(label="Last day")

    def dates(self) -> TermDates:
        """Return what was typed as a row that is not yet kept."""
        typed: dict[str, Any] = self.cleaned_data
        return TermDates(**typed)
