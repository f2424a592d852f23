"""Fields for prose, files, yes or no, and choices with a hint."""

from typing import Any, Self

from django import forms


class Option(str):
    """A choice's label with a hint below it, for radios and checkboxes.

    >>> Option("No opinion", "You were not able to judge").hint
    'You were not able to judge'
    """

    hint: str

    def __new__(cls, label: str, hint: str = "") -> Self:
        option = super().__new__(cls, label)
        option.hint = hint
        return option


class ProseField(forms.CharField):
    """Text of some length, its line breaks kept, in a box of `rows` lines."""

    def __init__(self, *, rows: int = 5, **kwargs: Any) -> None:
        super().__init__(widget=forms.Textarea(attrs={"rows": rows}), **kwargs)

    def to_python(self, value: Any) -> str:
        """The text, with one kind of line break whatever machine it was typed on."""
        return (super().to_python(value) or "").replace("\r\n", "\n").replace("\r", "\n")


class UploadField(forms.FileField):
    """A file of one's own. What is in it is checked by the action that keeps it."""

    widget = forms.FileInput
    default_error_messages = {"empty": "The file you chose is empty"}


class YesNoField(forms.TypedChoiceField):
    """Yes or no, as two radios: True, False, or None where nothing was chosen."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            choices=[("yes", "Yes"), ("no", "No")],
            coerce=lambda answer: answer == "yes",
            empty_value=None,
            widget=forms.RadioSelect(attrs={"class": "govuk-radios--inline"}),
            **kwargs,
        )

    def prepare_value(self, value: Any) -> Any:
        """True and False, where they are the initial value, as the answers they stand for."""
        if isinstance(value, bool):
            return "yes" if value else "no"
        return value
