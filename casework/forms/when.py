"""Fields for dates and times, as people write them."""

import re
from collections.abc import Iterable
from datetime import date, time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from casework import clock

PARTS = {"day": 2, "month": 4, "year": 4}  # each with the width of its box in characters
MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
TIME = re.compile(r"(\d{1,2})(?:[:.](\d\d))? ?(?:([ap])\.?m\.?)?", re.ASCII | re.IGNORECASE)
FIRST_YEAR, YEARS_AHEAD = 1990, 20  # no date of a case is further away: its year is mistyped
NAMED_TIMES = {"midday": time(12), "noon": time(12), "midnight": time(0)}


class DateWidget(forms.MultiWidget):
    """Three boxes: day, month and year. Only those that are wrong are marked as wrong."""

    template_name = "django/forms/widgets/date_parts.html"
    use_fieldset = True

    def __init__(self) -> None:
        super().__init__({part: _box(width) for part, width in PARTS.items()})

    def decompress(self, value: date | None) -> list[int | None]:
        """A date as its day, month and year."""
        return [value.day, value.month, value.year] if value else [None, None, None]

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """What the template needs: the three inputs, each with its label."""
        context = super().get_context(name, value, attrs)
        wrong = _wrong_parts(value) if isinstance(value, list) else set()
        for part, box in zip(PARTS, context["widget"]["subwidgets"], strict=True):
            box["label"] = part.capitalize()
            if wrong and part not in wrong:
                box["attrs"].pop("aria-invalid", None)
        return context


class DateField(forms.Field):
    """A date in three boxes; the month as a number, a name or the beginning of a name."""

    widget = DateWidget
    example = "12 10 2026"

    def to_python(self, value: Any) -> date | None:
        """The date that was typed, None if nothing was; ValidationError names what is missing."""
        if value is None or isinstance(value, date):
            return value
        typed = _typed(value)
        if not any(typed.values()):
            return None
        missing = [part for part, text in typed.items() if not text]
        if missing:
            raise self._error(f"must include a {' and a '.join(missing)}")
        day, month, year = _numbers(typed).values()
        if day and month and year is None:
            raise self._error("must have a year of 4 figures")
        try:
            meant = date(year or 0, month or 0, day or 0)
        except ValueError:
            raise self._error("must be a real date") from None
        last = clock.today().year + YEARS_AHEAD
        if not FIRST_YEAR <= meant.year <= last:
            raise self._error(f"must have a year from {FIRST_YEAR} to {last}")
        return meant

    def _error(self, why: str) -> ValidationError:
        return ValidationError(f"{self.label or 'The date'} {why}", "invalid")


class TimeField(forms.Field):
    """A time of day: 2pm, 2.30 pm, 14:30, midday. An hour of one figure must say am or pm."""

    widget = forms.TextInput(attrs={"class": "govuk-input--width-5"})
    example = "2.30pm or 14:30"

    def to_python(self, value: Any) -> time | None:
        """The time that was typed, None if nothing was; ValidationError says how to write it."""
        if value is None or isinstance(value, time):
            return value
        text = " ".join(str(value).lower().split())
        if not text or text in NAMED_TIMES:
            return NAMED_TIMES.get(text)
        try:
            return _time_of_day(text)
        except ValueError:
            raise ValidationError(
                f"{self.label or 'The time'} must be a time, such as {self.example}", "invalid"
            ) from None

    def prepare_value(self, value: Any) -> Any:
        """A time that is the initial value, written as in the example."""
        return f"{value:%-I.%M%p}".lower() if isinstance(value, time) else value


def _box(width: int) -> forms.TextInput:
    return forms.TextInput(attrs={"class": f"govuk-input--width-{width}", "inputmode": "numeric"})


def _typed(value: Iterable[Any]) -> dict[str, str]:
    texts = (str(text if text is not None else "").strip() for text in value)
    return dict(zip(PARTS, texts, strict=True))


def _numbers(typed: dict[str, str]) -> dict[str, int | None]:
    """The parts as numbers, None for each that cannot be one."""
    return {
        "day": _number(typed["day"], 31),
        "month": _number(typed["month"], len(MONTHS)) or _month_named(typed["month"]),
        "year": int(typed["year"]) if re.fullmatch("[0-9]{4}", typed["year"]) else None,
    }


def _number(text: str, most: int) -> int | None:
    number = int(text) if re.fullmatch("[0-9]{1,2}", text) else 0
    return number if number in range(1, most + 1) else None


def _month_named(text: str) -> int | None:
    beginning = text.lower().rstrip(".")
    if not re.match("[a-z]{3}", beginning):
        return None
    numbers = (n for n, name in enumerate(MONTHS, 1) if name.startswith(beginning))
    return next(numbers, None)


def _wrong_parts(value: Iterable[Any]) -> set[str]:
    return {part for part, number in _numbers(_typed(value)).items() if number is None}


def _time_of_day(text: str) -> time:
    """Read a time; ValueError for what is none, or could be morning or afternoon."""
    found = TIME.fullmatch(text)
    if not found:
        raise ValueError(text)
    hour, minute, half = found[1], int(found[2] or 0), found[3]
    if half:
        if int(hour) not in range(1, 13):
            raise ValueError(text)
        return time(int(hour) % 12 + (12 if half == "p" else 0), minute)
    if len(hour) == 1 or not found[2]:
        raise ValueError(text)
    return time(int(hour), minute)


def when(label: str = "On what date?", **kwargs: Any) -> DateField:
    """Return the field for the day on which it happened: today, until somebody says otherwise."""
    return DateField(label=label, initial=clock.today, **kwargs)
