"""Forms of who appraises, who advises, who else has a part, and what the head objects to."""

from typing import Any, cast

from django import forms

from casework import access
from casework.forms.account import account
from casework.forms.action import Answer
from casework.forms.fields import line, prose
from casework.forms.picks import Pick, PickMany
from casework.forms.when import when
from governance.forms import offers
from governance.forms.base import CycleForm
from governance.models import Appraiser, Objection
from governance.models.cycle import ROLES
from governance.rules.parts import PARTS
from law.base import Rule

MEETING = "Such as “Minute 7 of the meeting of 2 September 2026”."
OUTSIDE = "Somebody outside the governing body"


class EngageAdviser(CycleForm):
    action = "engage_adviser"
    lead = (
        "Whoever advises comes from outside the school, and has a part in this cycle until the "
        "engagement ends."
    )
    done = "The engagement is recorded. The adviser can now see this cycle."
    person = account("E-mail address of the adviser")
    of = line(
        "For whom the adviser works",
        required=False,
        help_text="A provider or an authority. Leave it empty for whoever works alone.",
    )
    skills = prose("What fits the adviser for it", rows=3)
    interests = prose(
        "Interests declared",
        rows=3,
        help_text="Such as other work for the school. Write “None to declare” if there was none.",
    )
    on = when("Date of the engagement")


class EndEngagement(CycleForm):
    action = "end_engagement"
    lead = "What was advised stays. The adviser sees nothing more of this cycle."
    done = "The engagement has ended."
    final = True
    why = prose("Reason", rows=3)
    on = when("Last day of the engagement")

    def shown(self) -> list[Answer]:
        """Return whose engagement it is."""
        adviser = self.position.adviser
        return [Answer("Adviser", str(adviser))] if adviser else []


class AppointAppraisers(CycleForm):
    action = "appoint_appraisers"
    lead = "The governing body appoints, in a meeting, the governors who appraise the head."
    done = "The appraisers are recorded. They can now see this cycle."
    members = PickMany(
        label="Who appraises",
        offer=offers.governors,
        nothing="No governor is entered for this school.",
    )
    meeting = line("Meeting that appointed them", help_text=MEETING)
    on = when("Date of the meeting")

    def law(self) -> list[Rule[Any]]:
        """Return how many governors there are to be, and who is none of them."""
        s = self.position.scheme
        found = (s.governors_minimum, s.governors_maximum, s.foundation_governor)
        return [*(rule for rule in found if rule), s.appraisers_exclude]


class AppointAnother(CycleForm):
    action = "appoint_another"
    lead = (
        "The governing body appoints one more governor beside those who appraise, such as in the "
        "place of one to whom the head's objection was upheld."
    )
    done = "The appraiser is recorded, and can now see this cycle."
    person = Pick(
        label="Who appraises too",
        offer=offers.who_could_appraise,
        nothing="Every governor who could appraises already.",
    )
    meeting = line("Meeting that appointed the governor", help_text=MEETING)
    on = when("Date of the meeting")


class AddAppraiser(CycleForm):
    action = "add_appraiser"
    lead = "The authority, and for some schools the diocese, appoints appraisers of its own."
    done = "The appraiser is recorded, and can now see this cycle."
    capacity = forms.ChoiceField(label="Appointed by whom", widget=forms.RadioSelect)
    person = account("E-mail address of the appraiser")
    evidence = line("How the appointment is known", help_text="Such as “letter of 4 September”.")
    on = when("Date of the appointment")

    def build(self) -> None:
        """Offer those whom the law of the school provides for."""
        s, kinds = self.position.scheme, Appraiser.Capacity
        known = [(kinds.AUTHORITY, s.authority_appraisers), (kinds.DIOCESE, s.diocesan_appraiser)]
        choices = [(kind.value, kind.label) for kind, rule in known if rule]
        cast(forms.ChoiceField, self.fields["capacity"]).choices = choices
        self.fields["capacity"].initial = choices[0][0] if len(choices) == 1 else None


class GovernorOrAccount(CycleForm):
    """A form that names a governor, or somebody outside the governing body by their address."""

    marks_optional = False

    governor = Pick(label="Who takes the part", offer=offers.governors, none=OUTSIDE)
    address = account(
        "E-mail address, for somebody outside the governing body",
        required=False,
        help_text="Leave it empty for a governor.",
    )

    def clean(self) -> dict[str, Any]:
        """Ask for one person, not two and not none."""
        data = self.cleaned_data
        chosen, typed = data.get("governor"), data.get("address")
        if chosen and typed:
            self.add_error("address", "Choose a governor or give an address, not both")
        elif not chosen and not typed and "address" not in self.errors:
            self.add_error("address", "Choose a governor or give an address")
        return data

    def facts(self) -> dict[str, Any]:
        """Return the facts with the person in the place of the two fields."""
        data = dict(self.cleaned_data)
        chosen, typed = data.pop("governor"), data.pop("address")
        return {**data, "person": chosen or typed}


class ChangeAppraiser(GovernorOrAccount):
    action = "change_appraiser"
    lead = "Whoever leaves keeps no part in this cycle. What they recorded stays."
    done = "The change is recorded."
    final = True
    about = "appraiser"
    appraiser = Pick(label="Who leaves", offer=offers.appraisers, nothing="Nobody appraises yet.")
    meeting = line(
        "Meeting that appointed the other",
        help_text=f"{MEETING} For somebody whom another body appoints, name its letter.",
    )
    why = prose("Reason", rows=3)
    on = when("Date of the change")

    def build(self) -> None:
        """Put who leaves before who comes."""
        self.fields["governor"].label = "Who comes"
        self.order_fields(["appraiser", "governor", "address"])


class ObjectToAppraiser(CycleForm):
    action = "object_to_appraiser"
    lead = "The head may object to an appraiser, or ask for another, and says why."
    done = "The objection is recorded. It now has to be decided."
    final = True
    about = "appraiser"
    appraiser = Pick(label="Appraiser", offer=offers.appraisers, nothing="Nobody appraises yet.")
    reason = prose("Reason")
    on = when("Date of the objection")


class DecideObjection(CycleForm):
    action = "decide_objection"
    lead = "An objection is considered on its reason. If it is not upheld, the head is told why."
    done = "The decision is recorded."
    final = True
    about = "objection"
    objection = Pick(
        label="Objection", offer=offers.objections, nothing="No objection waits to be decided."
    )
    outcome = forms.ChoiceField(
        label="Decision", choices=Objection.Outcome.choices, widget=forms.RadioSelect
    )
    reasons = prose(
        "Reasons", required=False, help_text="They must be given where it is not upheld."
    )
    evidence = line(
        "How the decision of whoever appointed the appraiser is known",
        required=False,
        help_text="Only for an appraiser of the authority or the diocese, which then decides.",
    )
    on = when("Date of the decision")

    def build(self) -> None:
        """Ask for the authority's decision only where it can have one to make."""
        if self.position.scheme.authority_appraiser_changed is None:
            del self.fields["evidence"]


class EndPart(CycleForm):
    action = "end_part"
    lead = "Whoever had the part learns nothing more of this cycle by it."
    done = "The part is taken back."
    final = True
    holder = Pick(
        label="Who has the part", offer=offers.parts_given, nothing="No such part is given."
    )
    why = prose("Reason", rows=3)
    on = when("Date from which they no longer have it")

    def facts(self) -> dict[str, Any]:
        """Return the facts with the person and the part in the place of the choice."""
        data = dict(self.cleaned_data)
        holder = data.pop("holder")
        return {**data, "person": holder.user, "role": access.role_of(holder.permission.codename)}


class GivePart(GovernorOrAccount):
    action = "give_part"
    lead = "Only somebody with cause has a part in a cycle. The cause goes on the record."
    done = "The part is given."
    final = True
    role = forms.ChoiceField(
        label="Part",
        choices=[(role, ROLES[role].capitalize()) for role in PARTS],
        widget=forms.RadioSelect,
    )
    cause = prose("Cause", rows=3, help_text="Such as “member of the pay committee, minute 9”.")
    on = when("Date from which they have it")

    def build(self) -> None:
        """Put the part before the person."""
        self.order_fields(["role", "governor", "address"])

    def notes(self) -> list[str]:
        """Say when an officer's part works."""
        return ["An officer's part works while they are entered as one who acts for the authority."]
