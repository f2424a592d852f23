"""Parts of a form that come once for each objective, and what else is shown beside them."""

from collections.abc import Callable

from django import forms
from django.forms.boundfield import BoundField

from casework.forms.action import Answer, Section
from governance.forms.base import CycleForm
from governance.models import Objective
from governance.previous import outcome


class ByObjective(CycleForm):
    """A form with a judgement and its reasons for each objective that stands."""

    beside_heading = "Last year's objectives"

    def add_judgements(self, fields_of: Callable[[Objective], dict[str, forms.Field]]) -> None:
        """Add the two fields of each objective that stands: `judgement` and `reasons`."""
        for each in self.position.objectives_now:
            for part, field in fields_of(each).items():
                self.fields[f"{part}_{each.number}"] = field

    def objective_sections(self) -> list[Section]:
        """Return a part for each objective, under its words."""
        return [
            Section(
                self.named(f"judgement_{o.number}", f"reasons_{o.number}"), str(o), _shown_by(o)
            )
            for o in self.position.objectives_now
        ]

    def named(self, *names: str) -> tuple[BoundField, ...]:
        """Return the fields of these names."""
        return tuple(self[name] for name in names)

    def beside(self) -> list[Answer]:
        """Return last year's objectives, each with how it ended."""
        return [Answer(f"{o.number}. {o.text}", outcome(o)) for o in self.position.earlier]


def _shown_by(objective: Objective) -> str:
    success, evidence = (text.rstrip(" .") for text in (objective.success, objective.evidence))
    return f"Met when: {success}. Shown by: {evidence}."
