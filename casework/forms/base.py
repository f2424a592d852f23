"""The form that all forms are made from, and what is wrong with one, in plain sentences."""

from typing import Any, NamedTuple

from django import forms
from django.forms.boundfield import BoundField
from django.forms.widgets import ChoiceWidget

NO_ARTICLE = {
    "a",
    "an",
    "any",
    "each",
    "for",
    "how",
    "the",
    "their",
    "what",
    "when",
    "where",
    "which",
    "who",
    "why",
    "your",
}


class Problem(NamedTuple):
    """One thing that is wrong: the sentence, and the id of the input to go to ("" for none)."""

    sentence: str
    target: str


class HeadshipForm(forms.Form):
    """A form whose errors are sentences about its own fields.

    `marks_optional` says "(optional)" after the label of what may be left empty. An
    `error_messages` given to a field wins over the sentence made here.
    """

    use_required_attribute = False
    marks_optional = True

    def full_clean(self) -> None:
        """Check everything, with sentences made from the labels that the fields have by now."""
        for name, field in self.fields.items():
            field.label = str(self[name].label)
            _give_sentences(field)
        super().full_clean()


def problems(form: forms.BaseForm) -> list[Problem]:
    """Everything wrong with the form: what concerns it whole, then field by field."""
    whole = [Problem(str(sentence), "") for sentence in form.non_field_errors()]
    return whole + [
        Problem(str(sentence), first_input(field)) for field in form for sentence in field.errors
    ]


def first_input(field: BoundField) -> str:
    """The id of the field's input, or of the first of several, one in error before the others.

    "" if the field shows none.
    """
    if field.is_hidden or field.id_for_label or not field.subwidgets:
        return "" if field.is_hidden else str(field.id_for_label)
    shown: dict[str, Any] = field.subwidgets[0].data
    parts = shown.get("subwidgets", [shown])
    wrong = [part for part in parts if "aria-invalid" in part["attrs"]]
    return str((wrong or parts)[0]["attrs"].get("id", ""))


def subject(label: str) -> str:
    """A label as it stands inside a sentence.

    >>> subject("Date the names were received")
    'the date the names were received'
    >>> subject("DBS certificate"), subject("Your name")
    ('the DBS certificate', 'your name')
    """
    words = label if label[1:2].isupper() else label[:1].lower() + label[1:]
    return words if words.split(" ")[0] in NO_ARTICLE else f"the {words}"


def _give_sentences(field: forms.Field) -> None:
    usual = _usual_messages(field)
    for code, sentence in _sentences(field, str(field.label)).items():
        if field.error_messages.get(code) == usual.get(code):
            field.error_messages[code] = sentence


def _usual_messages(field: forms.Field) -> dict[str, Any]:
    usual: dict[str, Any] = {}
    for ancestor in reversed(type(field).__mro__):
        usual |= getattr(ancestor, "default_error_messages", {})
    return usual


def _sentences(field: forms.Field, label: str) -> dict[str, str]:
    doubled = label.replace("%", "%%")  # all but the first are filled in with what was passed
    return {
        "required": _missing(field, label),
        "too_long": f"{doubled} must be %(limit)s characters or fewer: it is %(over)s too long",
        "min_value": f"{doubled} must be %(limit_value)s or more",
        "max_value": f"{doubled} must be %(limit_value)s or less",
        "invalid_choice": f"Choose {subject(doubled)} from those offered",
    }


def _missing(field: forms.Field, label: str) -> str:
    if label.endswith("?"):
        return f"Answer “{label}”"
    if isinstance(field.widget, forms.CheckboxInput):
        return f"Tick “{label}” to go on"
    if isinstance(field.widget, ChoiceWidget | forms.FileInput):
        return f"Choose {subject(label)}"
    example = getattr(field, "example", "")
    return f"Enter {subject(label)}{f', such as {example}' if example else ''}"
