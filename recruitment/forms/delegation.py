"""Forms of what a trust lays down and decides, and of staff governors' undertakings."""

from typing import Any

from django import forms

from casework.forms import YesNoField
from casework.forms.fields import count, line, prose
from casework.forms.picks import Pick
from casework.forms.when import when
from recruitment.forms import offers
from recruitment.forms.appointment import AboutTheChoice
from recruitment.forms.base import LONG_LINE, VacancyForm
from recruitment.models.delegation import DecidingBody


def body(label: str) -> forms.ChoiceField:
    """Return the field for the body that a scheme names."""
    return forms.ChoiceField(
        label=label,
        choices=DecidingBody.choices,
        widget=forms.RadioSelect,
    )


def source(label: str, **kwargs: Any) -> Any:
    """Return the field for the place in the scheme."""
    return line(label, LONG_LINE, help_text="Such as “Scheme of delegation 2026, 4.2”.", **kwargs)


class EnterScheme(VacancyForm):
    action = "enter_scheme"
    lead = (
        "Enter what the trust's scheme of delegation lays down for the appointment of a head. It "
        "applies from the date you give until another is entered."
    )
    done = "The scheme of delegation is entered."
    panel_minimum = count("Smallest panel", help_text="How many members it must have.")
    panel_minimum_source = source("Where it says how many")
    approval = body("Who approves the panel's recommendation")
    approval_source = source("Where it says who approves")
    appointer = body("Who appoints")
    appointer_source = source("Where it says who appoints")
    consents = prose(
        "Whose consent is needed",
        rows=3,
        required=False,
        help_text="One on each line, such as the bishop. Leave empty if nobody's is.",
    )
    consents_source = source("Where it asks for their consent", required=False)
    on = when("Date from which it applies")

    def facts(self) -> dict[str, Any]:
        """Return the consents one by one."""
        names = self.cleaned_data["consents"].split("\n")
        return {**self.cleaned_data, "consents": [n.strip() for n in names if n.strip()]}


class RecordConsent(AboutTheChoice):
    action = "record_consent"
    lead = "The scheme of delegation asks for this consent before the person is appointed."
    done = "The consent is recorded."
    about = "consent"
    consent = Pick(
        label="Whose consent", offer=offers.consents_wanting, nothing="No consent is wanting."
    )
    evidence = prose("Evidence", rows=3, help_text="Such as a letter and its date.")
    on = when("Date it was given")


class RecordTrustDecision(AboutTheChoice):
    action = "record_trust_decision"
    lead = "Record what the body that the scheme of delegation names decided."
    done = "The trust's decision is recorded."
    approved = YesNoField(label="Did it approve the recommendation?")
    why = prose("Reason, where it did not", rows=3, required=False)
    evidence = prose("Evidence", rows=3, help_text="Such as a minute and its date.")
    on = when("Date of the decision")


class RecordUndertaking(VacancyForm):
    action = "record_undertaking"
    lead = (
        "A staff governor who could seek the post that an internal appointment opens withdraws, "
        "unless they undertake in writing not to apply for it or benefit."
    )
    done = "The undertaking is recorded."
    about = "person"
    person = Pick(
        label="Staff governor",
        offer=offers.staff_governors,
        nothing="No staff governor sits on the governing body.",
    )
    text = prose("The undertaking, in their words", rows=3)
    on = when("Date it was given")
