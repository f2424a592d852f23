"""Forms of the turns: what falls through, is repeated, taken back, paused or withdrawn."""

from collections.abc import Mapping
from typing import Any

from django import forms

from casework.forms import DateField
from casework.forms.action import Answer
from casework.forms.fields import line, prose
from casework.forms.picks import Pick
from casework.forms.when import when
from casework.words import written
from recruitment.forms import offers
from recruitment.forms.appointment import AboutTheChoice, Decision
from recruitment.forms.base import VacancyForm
from recruitment.forms.meetings import IN_WHICH_MEETING, likely_meeting
from recruitment.models import Vacancy
from recruitment.position import Position
from recruitment.stages import AgainFrom, Stage

THINKS_AGAIN = "In none: it was delegated, or the panel thinks again after its choice fell through"
SAID_TO_THE_PERSON = "The letter to the person gives it. Say what was found, and judge nobody."
RUNS_ON = "The periods laid down by law run on during a pause."


class DeclineOffer(AboutTheChoice):
    action = "decline_offer"
    lead = (
        "The choice has then fallen through. The panel can recommend another of those it "
        "interviewed, to be approved afresh; or its steps are repeated."
    )
    done = "It is recorded that the offer was declined."
    why = prose("What the person said", rows=3)
    on = when("Date it was declined")


def no_refusal(p: Position) -> list[str]:
    """Return that this is not the authority's refusal, where the authority can refuse at all."""
    can_refuse = p.unknown_step("refuse") is None
    return ["This is not a refusal by the authority."] if can_refuse else []


class WithdrawAppointment(AboutTheChoice):
    action = "withdraw_appointment"
    lead = (
        "A check made before the offer shows that nobody may employ the person: they are barred, "
        "prohibited, without the right to work, or not who they said. The choice has then fallen "
        "through."
    )
    done = "It is recorded that the appointment was withdrawn."
    check = Pick(label="Which check was not satisfactory?", offer=offers.checks_before_an_offer)
    done_by = line("Who made the check")
    evidence = prose(
        "Evidence", rows=3, help_text="What was seen, and its number and date where it has one."
    )
    why = prose("Reason", rows=3, help_text=SAID_TO_THE_PERSON)
    on = when("Date it was withdrawn")

    def notes(self) -> list[str]:
        """Say what it is not, where the authority could refuse."""
        return no_refusal(self.position)


class WithdrawOffer(AboutTheChoice):
    action = "withdraw_offer"
    lead = (
        "The offer is withdrawn by or for the employer. When a check has failed, nobody may "
        "employ the person."
    )
    done = "It is recorded that the offer was withdrawn."
    check = Pick(
        label="Which check failed?", offer=offers.checks_failed, none="None: for another reason"
    )
    why = prose("Reason", rows=3, help_text=SAID_TO_THE_PERSON)
    on = when("Date it was withdrawn")

    def notes(self) -> list[str]:
        """Say what it is not, where the authority could refuse."""
        return no_refusal(self.position)

    def defaults(self) -> dict[str, Any]:
        """Take it that a check that failed is the reason."""
        failed = [rule.value.key for rule, _ in self.position.checks_failed]
        return {"check": failed[0] if failed else ""}

    def facts(self) -> dict[str, Any]:
        """Return the facts; no check is an empty key."""
        return {**self.cleaned_data, "check": self.cleaned_data["check"] or ""}


class RepeatSteps(VacancyForm):
    action = "repeat_steps"
    lead = (
        "From the recommendation, the round goes on: the panel recommends another of those it "
        "interviewed. Otherwise a new round begins, in which those who applied before can be "
        "considered again, unless they withdrew."
    )
    done = "The panel's steps are repeated."
    button = "Repeat the steps"
    final = True
    again_from = forms.ChoiceField(
        label="From which step?", choices=AgainFrom.choices, widget=forms.RadioSelect,
        help_text="With a new advertisement the person specification can be changed first.",
    )  # fmt: skip
    meeting = Pick(label=IN_WHICH_MEETING, offer=offers.deciding_meetings, none=THINKS_AGAIN)
    why = prose("Reason", rows=3)
    on = when("Date it was decided")

    def defaults(self) -> dict[str, Any]:
        """Take it that the last meeting decided it, if one was held since the last step."""
        likely = likely_meeting(self.desk)
        return likely if likely and likely["on"] >= self.position.case.moved_on else {}


TAKEN_BACK = {
    Stage.RECOMMENDED: "The panel recommended somebody",
    Stage.NO_RECOMMENDATION: "The panel recommended nobody",
    Stage.APPROVED: "The governing body approved the recommendation",
    Stage.NOT_APPROVED: "The governing body declined the recommendation",
}
BY_THE_TRUST = {
    Stage.APPROVED: "The trust approved the recommendation",
    Stage.NOT_APPROVED: "The trust declined the recommendation",
}


def _taken_back(p: Position, said: Mapping[Stage, str] = TAKEN_BACK) -> list[Answer]:
    """Return the decision that would be taken back: the last step, if it is one that can be."""
    what = said.get(Stage(p.stage))
    return [Answer("What is taken back", f"{what}, {written(p.case.moved_on)}")] if what else []


class WithdrawRecommendation(VacancyForm):
    action = "withdraw_recommendation"
    lead = (
        "The panel takes back its recommendation, or that it recommends nobody, before the "
        "governing body has acted on it. The first decision stays on the record."
    )
    done = "It is recorded that the panel took back its decision."
    final = True
    why = prose("Reason", rows=3)
    on = when("Date the panel decided it")

    def shown(self) -> list[Answer]:
        """Return what is taken back."""
        return _taken_back(self.position)


class RescindDecision(Decision):
    action = "rescind_decision"
    lead = (
        "The governing body rescinds its approval, or that it declined, by a vote in a quorate "
        "meeting. The panel's recommendation stands, to be decided on afresh. After the "
        "appointment or an offer nothing can be rescinded: there is somebody with a contract."
    )
    done = "It is recorded that the governing body rescinded its decision."
    why = prose("The governing body's reason", rows=3)

    def shown(self) -> list[Answer]:
        """Return the person whom it is about and what is taken back."""
        return [*super().shown(), *_taken_back(self.position)]


class RecordTrustReversal(AboutTheChoice):
    action = "record_trust_reversal"
    lead = (
        "The body that the scheme of delegation names reverses what it had decided, before the "
        "appointment. The first decision stays on the record, and the panel's recommendation "
        "stands, to be decided on afresh."
    )
    done = "It is recorded that the trust reversed its decision."
    final = True
    why = prose("The trust's reason", rows=3)
    evidence = prose("Evidence", rows=3, help_text="Such as a minute and its date.")
    on = when("Date it was reversed")

    def shown(self) -> list[Answer]:
        """Return the person whom it is about and what is reversed."""
        return [*super().shown(), *_taken_back(self.position, BY_THE_TRUST)]


class Pause(VacancyForm):
    action = "pause"
    lead = (
        "While the headship is paused its steps wait. What comes from outside is recorded as "
        f"ever. {RUNS_ON}"
    )
    done = "The headship is paused."
    button = "Pause the headship"
    why = prose("Reason", rows=3)
    until = DateField(label="Until when, if that is known", required=False)
    on = when("Date from which it is paused")


class Resume(VacancyForm):
    action = "resume"
    done = "The headship goes on."
    why = prose("Reason", rows=3)
    on = when("Date from which it goes on")

    def shown(self) -> list[Answer]:
        """Return since when, and why, it is paused."""
        case = self.position.case
        if case.paused_on is None:
            return []
        return [
            Answer("Paused since", written(case.paused_on)),
            Answer("Reason for the pause", case.paused_why),
        ]


class WithdrawVacancy(VacancyForm):
    action = "withdraw_vacancy"
    lead = "The vacancy ends here and cannot be opened again. Candidates are then to be told."
    done = "The vacancy is withdrawn."
    button = "Withdraw the vacancy"
    final = True
    because = forms.ChoiceField(
        label="Why is it withdrawn?", choices=Vacancy.Ending.choices, widget=forms.RadioSelect,
        help_text="A resignation is withdrawn only with the employer's agreement.",
    )  # fmt: skip
    why = prose("Reason", rows=3)
    on = when("Date it was withdrawn")
