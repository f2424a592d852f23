"""Forms of the post: acting heads, the pay range, the risk assessment."""

from typing import Any

from django import forms

from casework.forms import DateField
from casework.forms.fields import line, prose
from casework.forms.picks import Pick
from casework.forms.when import when
from law.appointment.pay import GROUPS
from law.base import Rule
from recruitment.forms import offers
from recruitment.forms.appointment import AboutTheChoice
from recruitment.forms.base import LONG_LINE, VacancyForm, share_of_full_time
from recruitment.forms.meetings import IN_NO_MEETING, IN_WHICH_MEETING, likely_meeting
from recruitment.meanwhile import nobody_from
from recruitment.models import ActingHead


def pounds(label: str, **kwargs: Any) -> forms.IntegerField:
    """Return the field for pounds a year."""
    return forms.IntegerField(
        label=f"{label}, in pounds a year", min_value=1, max_value=999_999, **kwargs
    )


class NameActingHead(VacancyForm):
    action = "name_acting_head"
    final = True
    lead = (
        "Somebody acts as head while the post is vacant, or in an absence. No advertisement and "
        "no panel are needed for it, and acting gives no claim to the post. Whoever acts takes no "
        "part in the choice of the new head, and cannot see this vacancy meanwhile."
    )
    done = "The acting head is recorded."
    kind = forms.ChoiceField(
        label="Acting or interim?", choices=ActingHead.Kind.choices, widget=forms.RadioSelect,
        help_text="Acting: from the school's own staff, such as a deputy. Interim: from outside.",
    )  # fmt: skip
    person = Pick(
        label="Person", offer=offers.could_act, none="Not a governor: give the name below"
    )
    name = line("Name, where it is not a governor", required=False)
    since = DateField(label="First day")
    until = DateField(label="Last day, if it is known", required=False)
    share = share_of_full_time()
    arranged = prose(
        "How it was arranged", rows=3,
        help_text="Who proposed and who appointed, and on what terms.",
    )  # fmt: skip
    evidence = line("Evidence", LONG_LINE, help_text="Such as a letter and its date.")
    meeting = Pick(label=IN_WHICH_MEETING, offer=offers.deciding_meetings, none=IN_NO_MEETING)
    on = when("Date it was decided")

    def defaults(self) -> dict[str, Any]:
        """Take it that the last meeting decided it, from the first day without a head."""
        return {**likely_meeting(self.desk), "since": nobody_from(self.position)}

    def clean(self) -> dict[str, Any]:
        """Take one person: a name typed beside another who was chosen would be lost."""
        if self.cleaned_data.get("person") and self.cleaned_data.get("name"):
            self.add_error("name", "Choose the person, or type the name: not both")
        return self.cleaned_data


class EndActingHead(VacancyForm):
    action = "end_acting_head"
    lead = (
        "Whoever is appointed ceases to act the day before taking up the post. For somebody who is "
        "not to begin, give a day before the first."
    )
    done = "The last day of the acting head is recorded."
    about = "acting"
    acting = Pick(label="Acting head", offer=offers.acting_heads, nothing="Nobody acts as head.")
    why = prose("Reason", rows=2)
    on = when("Last day")


class DeterminePay(VacancyForm):
    action = "determine_pay"
    lead = "The range is determined before the post is advertised, and reasons are given for it."
    done = "The pay range is recorded."
    group = forms.IntegerField(
        label="Head's group",
        min_value=1,
        max_value=GROUPS,
        required=False,
        help_text=f"From 1 to {GROUPS}.",
    )
    group_maximum = pounds("Maximum of the group", required=False)
    minimum = pounds("Lower end of the range")
    maximum = pounds("Upper end of the range")
    reasons = prose("Reasons", rows=3)
    business_case = prose("Business case", required=False)
    advised_by = line(
        "External independent advice", LONG_LINE, required=False,
        help_text="Whose, and of what date.",
    )  # fmt: skip
    meeting = Pick(label=IN_WHICH_MEETING, offer=offers.deciding_meetings, none=IN_NO_MEETING)
    on = when("Date it was determined")

    def build(self) -> None:
        """Ask for the group and for a business case only where the law has them."""
        limit = self.position.regime.pay_limit
        if limit is None:
            for name in ("group", "group_maximum", "business_case", "advised_by"):
                del self.fields[name]
            return
        self.fields["business_case"].help_text = (
            f"Where the range goes more than {float(limit.value):.0%} above the maximum of the "
            "group: what is exceptional, and why less would not do."
        )

    def defaults(self) -> dict[str, Any]:
        """Take it that the last meeting determined it."""
        return likely_meeting(self.desk)

    def law(self) -> list[Rule[Any]]:
        """Return the rule of the range, and that of its limit where there is one."""
        limit = self.position.regime.pay_limit
        return [*super().law(), *([limit] if limit else [])]


class AssessRisk(AboutTheChoice):
    action = "assess_risk"
    lead = (
        "Somebody may start before the enhanced certificate comes, if the barred list was checked "
        "apart, the risk is assessed and they are supervised until then."
    )
    done = "The risk assessment is recorded."
    reasons = prose("Why the person is to start before the certificate comes", rows=3)
    supervision = prose("How the person is supervised", rows=3)
    supervised_by = line("Who supervises", help_text="The name and the office.")
    until = DateField(label="Last day on which it holds", help_text="It is then looked at again.")
    on = when("Date of the assessment")
