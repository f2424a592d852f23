"""Forms of pay: recommended, decided by others, told, appealed."""

from django import forms

from casework.forms.action import Answer
from casework.forms.fields import line, prose
from casework.forms.picks import PickMany
from casework.forms.when import when
from governance.forms import offers
from governance.forms.base import CycleForm
from governance.forms.objectives import LONG_LINE
from governance.models import Pay
from governance.pages.events import PAY


class RecommendPay(CycleForm):
    action = "recommend_pay"
    lead = "The appraisers recommend. Others decide."
    done = "The recommendation is recorded."
    final = True
    recommended = line(
        "Recommendation", LONG_LINE, help_text="Such as “one point, to L21, from 1 September 2026”."
    )
    reasons = prose("Reasons")
    on = when("Date of the recommendation")


class DecidePay(CycleForm):
    action = "decide_pay"
    lead = "Pay is decided by governors who did not appraise and do not work at the school."
    done = "The decision is recorded."
    final = True
    outcome = forms.ChoiceField(
        label="Decision", choices=Pay.Outcome.choices, widget=forms.RadioSelect
    )
    decided = line("What was decided", LONG_LINE)
    reasons = prose("Reasons")
    deciders = PickMany(
        label="Who decided",
        offer=offers.who_did_not_appraise,
        nothing="Every governor appraised or works at the school.",
    )
    on = when("Date of the decision")

    def shown(self) -> list[Answer]:
        """Return what was recommended."""
        pay = self.position.pay
        if pay is None or not any(map(self.desk.may, PAY)):
            return []
        return [Answer("Recommended", pay.recommended), Answer("Because", pay.reasons)]


class TellPay(CycleForm):
    action = "tell_pay"
    lead = "The head is told in writing what was decided on pay."
    done = "It is recorded that the head was told."
    on = when("Date the head received the statement")


class AppealPay(CycleForm):
    action = "appeal_pay"
    lead = "An appeal on pay follows the school's own policy. Give the grounds in writing."
    done = "Your appeal is recorded."
    final = True
    keeps_draft = True
    grounds = prose("Grounds", rows=8)
    on = when("Date of the appeal")


class DecidePayAppeal(CycleForm):
    action = "decide_pay_appeal"
    lead = "How the appeal ended under the school's policy."
    done = "The outcome is recorded."
    final = True
    outcome = prose("Outcome", rows=4)
    on = when("Date of the outcome")
