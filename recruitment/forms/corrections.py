"""The form by which a slip in the record is corrected."""

from typing import Any, cast

from django import forms

from casework.forms import DateField
from casework.forms.action import Answer
from casework.forms.fields import line, prose
from casework.forms.picks import Pick
from casework.forms.when import when
from recruitment.corrections import CORRECTABLE, correctable
from recruitment.forms import offers
from recruitment.forms.base import VacancyForm

RIGHT = {"to_date": "Right date", "to_text": "Right name or share"}


class Correct(VacancyForm):
    action = "correct"
    lead = (
        "The first entry stays as it was made. This one says what it should have been, and what "
        "depends on it moves: a clock, a draft."
    )
    done = "The correction is recorded."
    final = True
    marks_optional = False
    what = forms.ChoiceField(
        label="What was recorded wrongly",
        choices=[],
        widget=forms.RadioSelect,
    )
    which = Pick(
        label="Candidate, where it is about one",
        offer=offers.candidates(),
        none="Not about a candidate",
    )
    to_date = DateField(label=RIGHT["to_date"], required=False, help_text="Where it is a date.")
    to_text = line(
        RIGHT["to_text"], required=False, help_text="Where it is a name, or a percentage."
    )
    why = prose("What was wrong", rows=3)
    on = when("Date of the correction")

    def build(self) -> None:
        """Ask only what there is to ask: by the law, and where it is for one kind of slip."""
        about = self.desk.about
        cast(forms.ChoiceField, self.fields["what"]).choices = [
            (key, slip.name) for key, slip in correctable(self.position).items()
        ]
        if about in CORRECTABLE:
            self.fields["what"].widget = forms.HiddenInput()
            del self.fields["to_text" if CORRECTABLE[about].is_date else "to_date"]
            one_of_several = about == "received_on" and len(self.position.notices_now) > 1
            if not about.startswith("candidate_") and not one_of_several:
                del self.fields["which"]

    def defaults(self) -> dict[str, Any]:
        """Begin with what the page was opened for."""
        return {"what": self.desk.about}

    def shown(self) -> list[Answer]:
        """Return the kind of slip that the page was opened for."""
        about = CORRECTABLE.get(self.desk.about)
        return [Answer("What was recorded wrongly", about.name)] if about else []

    def clean(self) -> dict[str, Any]:
        """Ask for the right value in the form that the fact has."""
        what = CORRECTABLE.get(self.cleaned_data.get("what", ""))
        wanted = "to_date" if what and what.is_date else "to_text"
        where = wanted if wanted in self.fields else None
        if what and not self.cleaned_data.get(wanted) and wanted not in self.errors:
            self.add_error(where, f"Enter the {RIGHT[wanted].lower()}")
        return self.cleaned_data

    def facts(self) -> dict[str, Any]:
        """Return the right value as text: a date as year-month-day."""
        data = self.cleaned_data
        day, which = data.get("to_date"), data.get("which")
        is_date = CORRECTABLE[data["what"]].is_date
        return {
            "what": data["what"],
            "to": day.isoformat() if day and is_date else data.get("to_text", ""),
            "which": which.code if which else "",
            "why": data["why"],
            "on": data["on"],
        }
