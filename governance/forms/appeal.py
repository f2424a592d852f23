"""Forms of the appeal against a statement: made, heard, decided."""

from typing import Any

from django import forms

from casework.forms.account import account
from casework.forms.action import Answer
from casework.forms.fields import prose
from casework.forms.picks import PickMany
from casework.forms.when import when
from governance.actions.appeal import Hearing
from governance.forms import offers
from governance.forms.base import CycleForm
from governance.models import Appeal, AppealsOfficer
from governance.rules.ending import appeal_until
from law.base import Rule

Capacity = AppealsOfficer.Capacity


class MakeAppeal(CycleForm):
    action = "appeal"
    lead = "You appeal, in writing, against the statement. It is heard by people who took no part."
    done = "Your appeal is recorded."
    button = "Make the appeal"
    final = True
    keeps_draft = True
    grounds = prose("Grounds", rows=10)
    on = when("Date of the appeal")

    def notes(self) -> list[str]:
        """Say until when there is time, and how it is counted."""
        p, rule, review = self.position, self.position.scheme.appeal, self.position.review
        if rule is None or review is None or review.given_on is None or not appeal_until(p):
            return []
        return [rule.value.explain(review.given_on, p.calendar)]


class NameAppealsOfficers(CycleForm):
    action = "name_appeals_officers"
    lead = "None of them took part in the appraisal or works at the school."
    done = "The appeals officers are recorded. They can now see what they need of this cycle."
    final = True
    marks_optional = False
    governors = PickMany(label="Governors who hear it", offer=offers.who_did_not_appraise)
    on = when("Date they were named")

    def build(self) -> None:
        """Add a box for each officer of the authority and of the diocese."""
        for name, label, _ in self.seats():
            self.fields[name] = account(label, required=False)
        self.fields["on"] = self.fields.pop("on")

    def seats(self) -> list[tuple[str, str, Capacity]]:
        """Return the seats that are no governor's: field, label, for whom."""
        rule = self.position.scheme.appeals_officers
        if rule is None:
            return []
        numbers = (
            ("authority", Capacity.AUTHORITY, rule.value.of_authority),
            ("diocese", Capacity.DIOCESE, rule.value.of_diocese),
        )
        return [
            (f"{name}_{n}", f"E-mail address of the officer of the {name} ({n})", capacity)
            for name, capacity, number in numbers
            for n in range(1, number + 1)
        ]

    def facts(self) -> dict[str, Any]:
        """Return the officers, each with for whom they hear the appeal."""
        data = self.cleaned_data
        governors = [Hearing(person, Capacity.GOVERNOR) for person in data["governors"]]
        others = [(data[name], capacity) for name, _, capacity in self.seats()]
        heard = [Hearing(person, capacity) for person, capacity in others if person]
        return {"officers": [*governors, *heard], "on": data["on"]}

    def law(self) -> list[Rule[Any]]:
        """Return who hears an appeal at this school."""
        rule = self.position.scheme.appeals_officers
        return [rule] if rule else []


class SendAppealPapers(CycleForm):
    action = "send_appeal_papers"
    lead = "Each appeals officer is given the statement and the statement of objectives."
    done = "It is recorded that the appeals officers have the papers."
    on = when("Date they had them")

    def notes(self) -> list[str]:
        """Say by when they are due."""
        p, rule = self.position, self.position.scheme.appeal_papers
        return [rule.value.explain(p.appeal.made_on, p.calendar)] if rule and p.appeal else []


class DecideAppeal(CycleForm):
    action = "decide_appeal"
    lead = "If the appeal is upheld, the review is set aside and there is to be another."
    done = "The decision is recorded."
    final = True
    outcome = forms.ChoiceField(
        label="Decision", choices=Appeal.Outcome.choices, widget=forms.RadioSelect
    )
    reasons = prose("Reasons", rows=8)
    on = when("Date of the decision")

    def shown(self) -> list[Answer]:
        """Return the grounds of the appeal."""
        appeal = self.position.appeal
        if appeal is None or not self.desk.may("see_appeal"):
            return []
        return [Answer("Grounds", appeal.grounds)]
