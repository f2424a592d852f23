"""Fields for text, files, yes or no, and choices with a hint."""

from typing import Any, Self

from django import forms
from django.core.exceptions import ValidationError

LINE, PROSE = 200, 10_000  # characters: what a column keeps of a line; about five pages


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


class TextField(forms.CharField):
    """Text of at most `limit` characters.

    The browser is not told the limit: it would cut off what is pasted without a word.
    """

    default_error_messages = {"too_long": "It is %(over)s characters too long"}

    def __init__(self, *, limit: int, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.limit = limit

    def validate(self, value: str) -> None:
        """Refuse what is too long, and say by how much."""
        super().validate(value)
        over = len(value) - self.limit
        if over > 0:
            numbers = {"limit": f"{self.limit:,}", "over": f"{over:,}"}
            raise ValidationError(self.error_messages["too_long"], "too_long", numbers)


class LineField(TextField):
    """A line of text."""

    def __init__(self, *, limit: int = LINE, **kwargs: Any) -> None:
        super().__init__(limit=limit, **kwargs)


class ProseField(TextField):
    """Text of some length, its line breaks kept, in a box of `rows` lines."""

    def __init__(self, *, rows: int = 5, limit: int = PROSE, **kwargs: Any) -> None:
        widget = forms.Textarea(attrs={"rows": rows})
        super().__init__(limit=limit, widget=widget, **kwargs)

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


# Short for the fields that most forms have


def line(label: str, limit: int = LINE, **kwargs: Any) -> LineField:
    """Return the field for a line of text."""
    return LineField(label=label, limit=limit, **kwargs)


def prose(label: str, **kwargs: Any) -> ProseField:
    """Return the field for paragraphs."""
    return ProseField(label=label, **kwargs)


def count(label: str, **kwargs: Any) -> forms.IntegerField:
    """Return the field for a number of people."""
    return forms.IntegerField(label=label, min_value=0, max_value=99, **kwargs)
