"""Forms of interests: declared, and ended."""

from typing import Any

from django import forms

from casework.forms import Option
from casework.forms.fields import prose
from casework.forms.picks import Pick
from casework.forms.when import when
from recruitment.forms import offers
from recruitment.forms.base import VacancyForm
from recruitment.models import Interest

EFFECTS = {
    Interest.Effect.NONE: "It is noted, and nothing follows.",
    Interest.Effect.LEAVE_ITEM: "The person does not see that candidate's papers, and leaves when "
    "the candidate is interviewed or discussed.",
    Interest.Effect.WITHDRAW: "The person sees no candidate and takes no part from now on.",
}


class DeclareInterest(VacancyForm):
    action = "declare_interest"
    lead = (
        "Declare any connection that could be thought to bear on this appointment. When in doubt, "
        "declare it."
    )
    done = "The interest is declared."
    about = "person"
    person = Pick(label="Person with the interest", offer=offers.declarers)
    kind = forms.ChoiceField(
        label="Kind of interest", choices=Interest.Kind.choices, widget=forms.RadioSelect
    )
    candidate = Pick(
        label="Candidate concerned", offer=offers.candidates(), none="No particular candidate"
    )
    detail = prose("Details of the interest", help_text="What the connection is, and since when.")
    effect = forms.ChoiceField(
        label="What follows from it",
        choices=[(e, Option(e.label, hint)) for e, hint in EFFECTS.items()],
        widget=forms.RadioSelect,
    )
    pinned = forms.BooleanField(
        label="Only the clerk may end it",
        help_text="The declarer then cannot take it back.",
        initial=True,
        required=False,
    )
    on = when("Date it was declared")

    def build(self) -> None:
        """Leave out what the person has no choice in."""
        if "clerk" not in self.desk.roles:
            del self.fields["pinned"]
        if not self.desk.candidates:
            del self.fields["candidate"]

    def defaults(self) -> dict[str, Any]:
        """Take it that people declare their own interests."""
        return {"person": str(self.desk.user.pk)}


class EndInterest(VacancyForm):
    action = "end_interest"
    lead = "The declaration stays in the record, with the day on which it ended."
    done = "The interest is ended."
    about = "interest"
    interest = Pick(
        label="Interest",
        offer=offers.interests,
        nothing="There is no interest here that you can end.",
    )
    why = prose("Reason it no longer holds", rows=3)
    on = when("Date it ended")
