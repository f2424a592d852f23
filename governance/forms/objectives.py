"""Forms of the objectives: standards, the words of each, how they are set and how they go."""

from typing import Any

from django import forms

from casework.forms import YesNoField
from casework.forms.action import Answer
from casework.forms.fields import line, prose
from casework.forms.picks import Pick, PickMany
from casework.forms.when import when
from governance.forms import offers
from governance.forms.base import CycleForm
from governance.models import Information, Progress
from governance.rules.objectives import served
from law.base import Strength

LONG_LINE = 300  # characters: what a few columns keep of a line
NO_OBJECTIVE = "No objective is written yet."


class TellStandards(CycleForm):
    action = "tell_standards"
    lead = "Before the year starts or soon after, the head is told the standards of the judgement."
    done = "It is recorded that the head was told the standards."
    standards = line("Standards", LONG_LINE)
    on = when("Date the head was told")

    def defaults(self) -> dict[str, Any]:
        """Take it that the standards are those that the law and practice name."""
        s = self.position.scheme
        named = [rule.value for rule in (s.standards, s.standards_for_heads) if rule]
        return {"standards": ", ".join(name for names in named for name in names)}


class Wording(CycleForm):
    """The words of an objective."""

    text = prose("Objective", rows=3)
    success = prose(
        "How it will be known to be met", rows=3, help_text="What can be counted or seen."
    )
    evidence = prose("What will show it", rows=3)
    pupils = prose("How it helps to improve the pupils' education", rows=2, required=False)
    plan = prose("Which part of the improvement plan it carries out", rows=2, required=False)
    monitoring = prose("How and when it is looked at in the year", rows=2, required=False)

    def build(self) -> None:
        """Ask for what the law of the school has an objective serve, where it binds."""
        scheme = self.position.scheme
        for name in served(scheme):
            self.fields[name].required = scheme.objectives_contribute.strength is Strength.LAW


class AddObjective(Wording):
    action = "add_objective"
    lead = (
        "A few objectives, each whole: what is to be reached, how it will be known, what shows it."
    )
    done = "The objective is written."
    keeps_draft = True
    on = when("Date it was written")


class ChangeObjective(Wording):
    action = "change_objective"
    lead = "What it said before stays in the record."
    done = "The objective is changed."
    about = "objective"
    objective = Pick(label="Objective", offer=offers.objectives, nothing=NO_OBJECTIVE)
    on = when("Date of the change")

    def build(self) -> None:
        """Put the objective that is changed first."""
        super().build()
        self.fields["text"].label = "Objective, as it is to read"
        self.order_fields(["objective"])

    def defaults(self) -> dict[str, Any]:
        """Start from the words as they are, where the page was opened for one objective."""
        known = self.known().get("objective")
        return {name: getattr(known, name) for name in Wording.base_fields} if known else {}


class DropObjective(CycleForm):
    action = "drop_objective"
    lead = "A dropped objective stays in the record, and is not judged."
    done = "The objective is dropped."
    final = True
    about = "objective"
    objective = Pick(label="Objective", offer=offers.objectives, nothing=NO_OBJECTIVE)
    why = prose("Reason", rows=3)
    on = when("Date it was dropped")


class HoldPlanningMeeting(CycleForm):
    action = "hold_planning_meeting"
    lead = "All the appraisers meet the head to plan the year, before the objectives are set."
    done = "The planning meeting is recorded."
    present = PickMany(label="Who attended", offer=offers.at_the_planning_meeting)
    on = when("Date of the meeting")


class SetObjectives(CycleForm):
    action = "set_objectives"
    lead = (
        "The objectives are set, agreed with the head or not. What the head says stands with them."
    )
    done = "The objectives are set."
    button = "Set the objectives"
    final = True
    agreed = YesNoField(label="Does the head agree to them?")
    head_comments = prose("What the head says of them", required=False)
    on = when("Date they were set")

    def shown(self) -> list[Answer]:
        """Return the objectives that are set by this."""
        standing = self.position.objectives_now
        return [Answer(f"Objective {o.number}", o.text) for o in standing]


class SettleSupport(CycleForm):
    action = "settle_support"
    lead = "Support is agreed between the appraisers and the head, or determined by the authority."
    done = "The support is recorded."
    support = prose("Support for the head")
    by_authority = YesNoField(label="Did the authority determine it?")
    on = when("Date it was settled")

    def defaults(self) -> dict[str, Any]:
        """Take it that an officer records what the authority determined."""
        return {"by_authority": "appraiser" not in self.desk.roles}


class SettleMonitoring(CycleForm):
    action = "settle_monitoring"
    lead = "How the head's performance is monitored in the year: by whom, when, from what."
    done = "The procedures are recorded."
    monitoring = prose("Monitoring procedures", rows=8)
    agreed = YesNoField(label="Does the head agree to them?")
    on = when("Date they were settled")


class NoteProgress(CycleForm):
    action = "note_progress"
    lead = "How an objective stands, at mid-year or at another time. It is no judgement yet."
    done = "The progress is noted."
    about = "objective"
    objective = Pick(label="Objective", offer=offers.objectives, nothing=NO_OBJECTIVE)
    mark = forms.ChoiceField(
        label="How does it go?", choices=Progress.Mark.choices, widget=forms.RadioSelect
    )
    note = prose("What was seen", help_text="Only what happened: what was said, done or written.")
    on = when("Date it was seen")


class SeekInformation(CycleForm):
    action = "seek_information"
    lead = (
        "An appraiser asks others about the head only with consent, or as the procedures provide."
    )
    done = "It is recorded that information was sought."
    source = line("Who is asked", LONG_LINE)
    ground = forms.ChoiceField(
        label="On what ground?", choices=Information.Ground.choices, widget=forms.RadioSelect
    )
    on = when("Date it was sought")


class ReceiveEvidence(CycleForm):
    action = "receive_evidence"
    lead = "What the review will rest on, with the day on which it came in."
    done = "It is recorded that the evidence is in."
    evidence = prose("What was handed in")
    on = when("Date it came in")

    def build(self) -> None:
        """Call it the head's record where the head keeps one."""
        if self.position.scheme.head_keeps_record:
            self.fields["evidence"].label = "What was handed in, the head's record among it"
