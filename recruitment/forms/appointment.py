"""Forms of the appointment, from the panel's recommendation to the new head in post."""

from datetime import timedelta
from typing import Any

from django import forms

from casework.forms import DateField, YesNoField
from casework.forms.action import Answer
from casework.forms.fields import line, prose
from casework.forms.picks import Pick
from casework.forms.when import when
from casework.words import written
from law.base import Rule
from recruitment.forms import offers
from recruitment.forms.advice import recommended
from recruitment.forms.base import LONG_LINE, VacancyForm
from recruitment.forms.meetings import VoteForm
from recruitment.models import Appointee
from recruitment.rules.posts import BOUND, leaving_day
from recruitment.stages import CandidateState


class AboutTheChoice(VacancyForm):
    """A step about the person whom the panel recommended."""

    final = True

    def shown(self) -> list[Answer]:
        """Return the person recommended."""
        chosen = self.position.chosen
        return [recommended(c) for c in self.desk.candidates if c == chosen]


class Recommend(VacancyForm):
    action = "recommend"
    lead = "The panel recommends one of those it interviewed to the governing body."
    done = "The panel's recommendation is recorded."
    final = True
    about = "candidate"
    candidate = Pick(
        label="Candidate recommended",
        offer=offers.candidates(CandidateState.INTERVIEWED),
        nothing="No candidate who was interviewed is still in the field.",
    )
    reasons = prose("The panel's reasons", help_text="Against the person specification.")
    on = when("Date of the recommendation")


class RecommendNobody(VacancyForm):
    action = "recommend_nobody"
    lead = "The panel's steps can then be repeated, with or without a new advertisement."
    done = "It is recorded that the panel recommends nobody."
    final = True
    why = prose("Reason")
    on = when("Date the panel decided it")


class Decision(VoteForm, AboutTheChoice):
    """The governing body's decision on the recommendation."""

    minute = prose("Minute", required=False)

    def build(self) -> None:
        """Put the minute last."""
        super().build()
        self.order_fields([name for name in self.fields if name != "minute"])


class Approve(Decision):
    action = "approve"
    lead = "The governing body approves the recommendation, by a vote in a quorate meeting."
    done = "The governing body's approval is recorded."

    def build(self) -> None:
        """Say that it appoints by this, where it is the employer."""
        super().build()
        if self.position.regime.approval_appoints:
            self.lead = (
                "The governing body approves the recommendation, by a vote in a quorate meeting. "
                "By that it appoints."
            )


class Decline(Decision):
    action = "decline"
    lead = "The governing body declines the recommendation. The panel's steps are then repeated."
    done = "It is recorded that the governing body declined."
    why = prose("The governing body's reason")


class NotifyApproval(AboutTheChoice):
    action = "notify_approval"
    lead = "The authority appoints the person whom the governing body has approved."
    done = "It is recorded that the authority was told of the approval."
    how = line("How it was sent", help_text="Such as “by e-mail”.")
    on = when("Date it was sent")

    def build(self) -> None:
        """Say who has appointed, where it is not for the authority to do."""
        if self.position.regime.approval_appoints:
            self.lead = (
                "The governing body has appointed by its approval. The authority is told of it, "
                "and has nothing to decide."
            )


class Appoint(AboutTheChoice):
    action = "appoint"
    lead = "The authority appoints the person whom the governing body approved."
    done = "The appointment is recorded."
    appointed_by = line("Name and office of whoever appointed for the authority", required=False)
    on = when("Date of the appointment")

    def build(self) -> None:
        """Speak of the trust where it is the employer."""
        if not self.position.regime.authority_employs:
            self.lead = (
                "The body that the scheme of delegation names appoints the person who was approved."
            )
            self.fields["appointed_by"].label = "Name and office of whoever appointed for the trust"


class Refuse(AboutTheChoice):
    action = "refuse"
    lead = "The authority can refuse for want of a qualification only. Disagreement is no ground."
    done = "The authority's refusal is recorded."
    ground = Pick(label="Ground of the refusal", offer=offers.grounds)
    evidence = prose("Evidence for it")
    on = when("Date of the refusal")


OWN_NOTICE = [("", "Not known"), *Appointee.choices]


class MakeOffer(AboutTheChoice):
    action = "make_offer"
    lead = (
        "The offer is made by or for the employer, on condition that every check is satisfactory."
    )
    done = "The conditional offer is recorded."
    starts_on = DateField(label="First day in post")
    salary = line("Salary", help_text="Such as “leadership point 20”.")
    notice = forms.ChoiceField(
        label="Whose notice must the person give?", choices=OWN_NOTICE, required=False,
        widget=forms.RadioSelect,
    )  # fmt: skip
    resigns_on = DateField(
        label="Day on which they have resigned, or will",
        help_text="From it the first day of leaving is worked out.",
        required=False,
    )
    early_release = line(
        "Early release: who agreed, and when", LONG_LINE, required=False,
        help_text="Only where the start is sooner than their notice lets them leave.",
    )  # fmt: skip
    on = when("Date of the offer")

    def defaults(self) -> dict[str, Any]:
        """Take it that the post is taken up on the day after it falls vacant."""
        return {"starts_on": self.position.case.outgoing_last_day + timedelta(days=1)}

    def facts(self) -> dict[str, Any]:
        """Return the facts; where no notice is chosen there is none."""
        return {**self.cleaned_data, "notice": self.cleaned_data["notice"] or None}

    def shown(self) -> list[Answer]:
        """Return the person, the pay range, and when whoever resigns now can leave."""
        p = self.position
        pay = [Answer("Pay range", str(p.pay_range))] if p.pay_range else []
        return [*super().shown(), *pay, *self._leaving()]

    def _leaving(self) -> list[Answer]:
        """Work out the last day elsewhere: of the day given, or else of today."""
        given = self.cleaned_data if self.is_bound and self.is_valid() else {}
        day = given.get("resigns_on") or self.position.on
        whose = [given["notice"]] if given.get("notice") in BOUND else list(BOUND)
        leaves = [(Appointee(each), leaving_day(self.position, each, day)) for each in whose]
        said = [f"{who.label}: {written(last)}" for who, last in leaves]
        return [Answer(f"Last day elsewhere of one who resigns on {written(day)}", "\n".join(said))]


class AcceptOffer(AboutTheChoice):
    action = "accept_offer"
    done = "The acceptance is recorded."
    how = line("How it was accepted", required=False)
    on = when("Date it was accepted")


class RecordCheck(VacancyForm):
    action = "record_check"
    lead = "Each check is recorded with its date, who made it and the evidence."
    done = "The check is recorded."
    about = "check"
    settles_about = True
    check = Pick(
        label="Check", offer=offers.checks_to_make, nothing="Every check is recorded already."
    )
    applies = YesNoField(
        label="Does the check apply?",
        initial=True,
        help_text="If not, say why under “Evidence”.",
    )
    done_by = line("Who made the check")
    evidence = prose(
        "Evidence", help_text="What was seen, and its number and date where it has one."
    )
    satisfactory = YesNoField(label="Was it satisfactory?", initial=True)
    on = when("Date of the check")

    def law(self) -> list[Rule[Any]]:
        """Return the rule of the check that the page was opened for."""
        key = self.known().get("check")
        return [rule for rule in self.position.regime.checks if rule.value.key == key]

    @property
    def heading(self) -> str:
        """Name the check."""
        return ": ".join([super().heading, *(rule.value.name for rule in self.law())])


class UndoCheck(VacancyForm):
    action = "undo_check"
    lead = "The check as it was recorded stays on the record, with the reason it was undone."
    done = "The check is undone. Record it again."
    final = True
    about = "check"
    check = Pick(label="Check", offer=offers.checks_made, nothing="No check is recorded.")
    why = prose("What was wrong", rows=3)
    on = when("Date this is recorded")


class Confirm(AboutTheChoice):
    action = "confirm"
    lead = "The appointment is confirmed once every check that must come before it is in."
    done = "The appointment is confirmed."
    button = "Confirm the appointment"
    on = when("Date of the confirmation")


class TakeUpPost(AboutTheChoice):
    action = "take_up_post"
    done = "The new head is in post."
    on = when("First day in post")
