"""Forms of interests: declared, and ended."""

from collections.abc import Iterator
from typing import Any

from django import forms

from casework.forms import Option
from casework.forms.account import account
from casework.forms.action import Answer
from casework.forms.fields import prose
from casework.forms.picks import Choice, Pick
from casework.forms.when import when
from law.base import Rule
from recruitment import blind
from recruitment.forms import offers
from recruitment.forms.base import Desk, VacancyForm
from recruitment.models import Interest


def on_the_roster(desk: Desk) -> Iterator[Choice]:
    """The names of those who applied, by their place in the alphabet and by nothing else."""
    for place, name in enumerate(blind.roster(desk.position)):
        yield Choice(str(place), name, name)


def interests_to_map(desk: Desk) -> Iterator[Choice]:
    """The interests declared in a name of the roster, which the clerk has still to find."""
    for interest in desk.position.standing_interests:
        if interest.awaits_mapping:
            yield Choice(str(interest.pk), interest, f"{interest}: {interest.named}")


EFFECTS = {
    Interest.Effect.NONE: "It is noted, and nothing follows.",
    Interest.Effect.LEAVE_ITEM: "The person does not see that candidate's papers, and leaves when "
    "the candidate is interviewed or discussed.",
    Interest.Effect.WITHDRAW: "The person sees no candidate and takes no part from now on.",
    Interest.Effect.SUBSTITUTE: "The person takes no part from now on, and the governing body is "
    "asked to appoint another to the seat.",
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
    named = Pick(
        label="Name on the roster",
        offer=on_the_roster,
        none="No name on the roster",
        help_text="The clerk finds the application. Nothing here tells which one it is.",
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
        if not self.desk.may("see_roster") or not blind.roster(self.position):
            del self.fields["named"]
        if not self.desk.candidates:
            del self.fields["candidate"]

    def facts(self) -> dict[str, Any]:
        """Return the facts, without a name where none was asked for."""
        data = dict(self.cleaned_data)
        named = data.pop("named", None)
        return {**data, "named": named} if named else data

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


class MapInterest(VacancyForm):
    action = "map_interest"
    lead = (
        "Somebody declared an interest in a name of the roster. Until you say whose application "
        "that is, the declarer opens and scores nobody's."
    )
    done = "It is recorded which candidate the interest is in."
    goes_to = "people"
    about = "interest"
    settles_about = True
    interest = Pick(label="Interest", offer=interests_to_map, nothing="No interest waits for this.")
    candidate = Pick(
        label="Candidate", offer=offers.candidates(), nothing="No application is entered."
    )
    on = when("Date")

    def shown(self) -> list[Answer]:
        """Return the interest as it was declared."""
        interest = self.known().get("interest")
        return [Answer(str(interest.person), interest.named)] if interest else []

    def defaults(self) -> dict[str, Any]:
        """Take it that it is the candidate of that name."""
        interest = self.known().get("interest")
        of_the_name = [c for c in self.desk.candidates if interest and c.name == interest.named]
        return {"candidate": of_the_name[0].code} if len(of_the_name) == 1 else {}


class HandOver(VacancyForm):
    action = "hand_over"
    lead = (
        "A clerk who is managed by a candidate, or has another interest that keeps them away, "
        "hands the appointment over. You can then no longer see it as its clerk. Give it to "
        "somebody who has no seat on the governing body, does not act as head and has declared no "
        "interest, such as the clerk of another school or of a clerking service. While names are "
        "hidden it cannot be somebody who acts for the authority."
    )
    done = "The appointment is handed over."
    final = True
    person = account(
        "E-mail address of whoever clerks it from now on",
        help_text="The address with which they sign in to Headship. They need an account and no "
        "office at this school. Whoever runs Headship adds people: ask them first.",
    )
    why = prose("Reason", rows=3)
    on = when("Date it is handed over")

    def law(self) -> list[Rule[Any]]:
        """Return the rules on interests, and on who may be the clerk."""
        return [*super().law(), self.position.regime.clerk_not_governor]
