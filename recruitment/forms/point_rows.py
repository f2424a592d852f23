"""Rows of a form for points against published criteria, what was seen apart from inference."""

from typing import Any

from django import forms

from casework.forms import DateField
from casework.forms.action import Section
from casework.forms.fields import line, prose
from recruitment.forms.base import VacancyForm
from recruitment.points import Point
from recruitment.position import Position

ROWS = range(1, 6)
PARTS = ("criterion", "seen", "seen_by", "seen_on", "source", "explanation", "inference")


class PointsForm(VacancyForm):
    """A form with up to five points. A row in which nothing is typed is no point."""

    marks_optional = False

    def build(self) -> None:
        """Add the rows."""
        for number in ROWS:
            parts = _parts(number, self.position)
            self.fields |= {_name(number, part): each for part, each in parts.items()}

    def clean(self) -> dict[str, Any]:
        """Ask of each row that is begun for what makes it a point."""
        for number, row in self._begun():
            for part, what in (
                ("criterion", "Choose the criterion"),
                ("seen_on", "Enter the date"),
            ):
                if row[part] in (None, "") and _name(number, part) not in self.errors:
                    self.add_error(_name(number, part), f"{what} of point {number}")
        return self.cleaned_data

    def facts(self) -> dict[str, Any]:
        """Return the facts with the points in the place of their rows."""
        rows = {_name(number, part) for number in ROWS for part in PARTS}
        others = {name: value for name, value in self.cleaned_data.items() if name not in rows}
        return {**others, "points": [Point(**row) for _, row in self._begun()]}

    def point_sections(self) -> list[Section]:
        """Return a part that can be folded for each row."""
        return [
            Section(
                tuple(self[_name(number, part)] for part in PARTS),
                f"Point {number}",
                folded=True,
                first=number == 1,
            )
            for number in ROWS
        ]

    def _begun(self) -> list[tuple[int, dict[str, Any]]]:
        rows = ((n, {p: self.cleaned_data.get(_name(n, p)) for p in PARTS}) for n in ROWS)
        return [(number, row) for number, row in rows if any(row.values())]


def _name(number: int, part: str) -> str:
    return f"point_{number}_{part}"


def _parts(number: int, p: Position) -> dict[str, forms.Field]:
    criteria = [(c.number, str(c)) for c in p.criteria]
    return {
        "criterion": forms.TypedChoiceField(
            label="Published criterion",
            choices=[("", "Choose a criterion"), *criteria],
            coerce=int,
            empty_value=None,
            required=False,
        ),
        "seen": prose(
            "What was seen",
            rows=4,
            required=False,
            help_text="Only what happened: what was said, done or written.",
        ),
        "seen_by": line("Who saw it", required=False),
        "seen_on": DateField(label=f"Date of what was seen (point {number})", required=False),
        "source": line(
            "Source", required=False, help_text="Such as “interview, question 3” or “the task”."
        ),
        "explanation": prose(
            "The candidate's own explanation",
            rows=3,
            required=False,
            help_text="What the candidate said when asked, or that nobody asked.",
        ),
        "inference": prose(
            "What you infer from it",
            rows=3,
            required=False,
            help_text="Your judgement. The paper labels it as such.",
        ),
    }
