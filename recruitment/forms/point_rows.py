"""Rows of a form for points against published criteria, what was seen apart from inference."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms

from casework.forms import DateField
from recruitment.forms.base import ActionForm, Answer, Section, line, prose
from recruitment.points import Point
from recruitment.position import Position
from recruitment.rules.base import written

ROWS = 5
PARTS = ("criterion", "seen", "seen_by", "seen_on", "source", "explanation", "inference")
GUIDANCE = (
    "A point for each published criterion that the paper rests on. Say what was seen first; what "
    "you infer from it comes last, and is labelled so."
)


class PointsForm(ActionForm):
    """A form with up to five points. A row in which nothing is typed is no point."""

    def build(self) -> None:
        """Add the rows."""
        for number in range(1, ROWS + 1):
            parts = _parts(number, self.position)
            self.fields |= {_name(number, part): field for part, field in parts.items()}

    def clean(self) -> dict[str, Any]:
        """Ask of each row that is begun for what makes it a point."""
        for number in self._begun():
            for part, what in (("criterion", "Choose the criterion"), ("seen_on", "Enter the date")):
                name = _name(number, part)
                if not self.cleaned_data.get(name) and name not in self.errors:
                    self.add_error(name, f"{what} of point {number}")
        return self.cleaned_data

    def facts(self) -> dict[str, Any]:
        """Return the facts with the points in the place of their rows."""
        return {**self._apart_from_points(), "points": self.points()}

    def points(self) -> list[Point]:
        """Return the points of the rows that were filled in."""
        return [_point(self._row(number)) for number in self._begun()]

    def point_sections(self) -> list[Section]:
        """Return a folded part for each row."""
        return [
            Section(
                tuple(self[_name(number, part)] for part in PARTS),
                f"Point {number}",
                folded=True,
            )
            for number in range(1, ROWS + 1)
        ]

    def answers(self) -> list[Answer]:
        """Return the answers with each point in one piece."""
        points = {f"id_{_name(n, 'criterion')}": _point(self._row(n)) for n in self._begun()}
        said = [
            Answer(f"Point {n}", in_words(point, self.position), target)
            for n, (target, point) in enumerate(points.items(), start=1)
        ]
        rows = {self[name].auto_id for name in self.fields if _is_of_a_row(name)}
        others = [answer for answer in super().answers() if answer.target not in rows]
        return _inserted(others, said or [Answer("Points", "None", "id_point_1_criterion")], self)

    def _row(self, number: int) -> dict[str, Any]:
        return {part: self.cleaned_data.get(_name(number, part)) for part in PARTS}

    def _begun(self) -> list[int]:
        return [n for n in range(1, ROWS + 1) if any(self._row(n).values())]

    def _apart_from_points(self) -> dict[str, Any]:
        return {k: v for k, v in self.cleaned_data.items() if not _is_of_a_row(k)}
