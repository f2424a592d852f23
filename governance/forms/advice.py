"""Forms of the adviser's part: consultations, their answers, and the advice in writing."""

from typing import Any

from django import forms

from casework.forms import DateField, YesNoField
from casework.forms.action import Answer, Section
from casework.forms.fields import line, prose
from casework.forms.picks import Pick
from casework.forms.when import when
from governance.actions.objectives import OnObjective, Suggested
from governance.forms import guidance, offers
from governance.forms.base import CycleForm
from governance.forms.rows import ByObjective
from governance.models import Consultation, Objective, Point
from governance.position import Position
from law.base import Rule

SUGGESTED = range(1, 5)


def point_of(position: Position) -> Point:
    """Return the point of the year at which the cycle is."""
    return Point.REVIEW if position.case.objectives_set_on else Point.OBJECTIVES


def which_point() -> forms.ChoiceField:
    """Return the field for the point of the year."""
    return forms.ChoiceField(
        label="At which point?", choices=Point.choices, widget=forms.RadioSelect
    )


class ConsultAdviser(CycleForm):
    action = "consult_adviser"
    lead = (
        "The adviser is consulted twice: before the objectives are set, and for the review. Record "
        "what was said, whether or not it was followed."
    )
    done = "The consultation is recorded."
    point = which_point()
    how = forms.ChoiceField(
        label="How was the advice given?",
        choices=Consultation.How.choices,
        widget=forms.RadioSelect,
    )
    advice = prose("What the adviser said", rows=8)
    on = when("Date of the consultation")

    def defaults(self) -> dict[str, Any]:
        """Take it that it is about what comes next, and that written advice was given."""
        point = point_of(self.position)
        given = [a for a in self.position.advice if a.point == point]
        written = {"how": Consultation.How.WRITTEN, "advice": given[-1].conclusion} if given else {}
        return {"point": point, **(written if self.desk.may("see_advice") else {})}


class AnswerAdvice(CycleForm):
    action = "answer_advice"
    lead = "The governors decide. Where they go another way than their adviser's, they say why."
    done = "It is recorded what became of the advice."
    final = True
    about = "consultation"
    consultation = Pick(
        label="Consultation", offer=offers.consultations, nothing="No advice waits for an answer."
    )
    followed = YesNoField(label="Was the advice followed?")
    departed = prose("Reasons for going another way", required=False)
    on = when("Date it was decided")


class GiveAdvice(ByObjective):
    action = "give_advice"
    lead = (
        "Your advice to the governors who appraise. They and nobody else read it here. It can be "
        "saved and finished later."
    )
    done = "Your advice is given to the governors."
    button = "Give the advice"
    final = True
    keeps_draft = True
    marks_optional = False
    point = which_point()
    visited_on = DateField(label="Date of the visit")
    evidence_seen = prose("Evidence seen", rows=6)
    not_seen = prose(
        "Evidence not seen",
        rows=4,
        required=False,
        help_text="What you asked for and did not see. Leave it empty if you saw it all.",
    )
    on_standards = prose("Performance against the standards", rows=6, required=False)
    questions = prose("Questions", rows=6, help_text="One on each line.")
    for_governors = prose("What the governors alone decide", rows=4)
    conclusion = prose("Conclusion", rows=6)
    on = when("Date of the advice")

    def judgement_fields(self, objective: Objective) -> dict[str, forms.Field]:
        """Return a judgement in the adviser's own few words, and its reasons."""
        number = objective.number
        return {
            "judgement": line(
                f"Your judgement on objective {number}",
                required=False,
                help_text="In a few words, such as “met in reading, not yet in writing”.",
            ),
            "reasons": prose(f"Reasons for it (objective {number})", rows=4, required=False),
        }

    def build(self) -> None:
        """Add the objectives as they are, and rows for those suggested."""
        self.add_judgements(self.judgement_fields)
        for number in SUGGESTED:
            self.fields[f"suggested_{number}"] = prose(
                f"Objective suggested ({number})", rows=3, required=False
            )
            self.fields[f"measure_{number}"] = prose(
                f"How it would be measured ({number})", rows=2, required=False
            )

    def defaults(self) -> dict[str, Any]:
        """Take it that it is about what comes next."""
        return {"point": point_of(self.position)}

    def clean(self) -> dict[str, Any]:
        """Ask for reasons where there is a judgement, and for a measure where one is suggested."""
        for o in self.position.objectives_now:
            self._ask_both(f"judgement_{o.number}", f"reasons_{o.number}", o.number)
        for number in SUGGESTED:
            self._ask_both(f"suggested_{number}", f"measure_{number}", number)
        return self.cleaned_data

    def _ask_both(self, first: str, second: str, number: int) -> None:
        for given, lacking in ((first, second), (second, first)):
            if self.cleaned_data.get(given) and not self.cleaned_data.get(lacking, "?"):
                label = str(self.fields[lacking].label)
                self.add_error(lacking, f"Enter “{label}” too, or leave both empty")

    def facts(self) -> dict[str, Any]:
        """Return the facts with the judgements and suggestions in the place of their fields.

        A field called `seen` would be taken for the page's own: which event was seen last.
        """
        data, rows = self.cleaned_data, set(self.fields) - set(type(self).base_fields)
        plain = {name: value for name, value in data.items() if name not in rows}
        plain["seen"] = plain.pop("evidence_seen")
        return {**plain, "on_objectives": self._judged(), "suggested": self._suggested()}

    def _judged(self) -> list[OnObjective]:
        numbers = [o.number for o in self.position.objectives_now]
        data = self.cleaned_data
        return [
            OnObjective(n, data[f"judgement_{n}"], data[f"reasons_{n}"])
            for n in numbers
            if data[f"judgement_{n}"]
        ]

    def _suggested(self) -> list[Suggested]:
        data = self.cleaned_data
        return [
            Suggested(data[f"suggested_{n}"], data[f"measure_{n}"])
            for n in SUGGESTED
            if data[f"suggested_{n}"]
        ]

    def sections(self) -> list[Section]:
        """Return the parts of the advice, in the order in which it is read."""
        return [
            Section(self.named("point", "visited_on")),
            self._part(guidance.EVIDENCE),
            *self.objective_sections(),
            self._part(guidance.STANDARDS),
            self._part(guidance.QUESTIONS),
            self._part(guidance.SUGGESTIONS),
            *self._suggestions(),
            self._part(guidance.GOVERNORS_ALONE),
            Section(self.named("on")),
        ]

    def _part(self, part: guidance.Part) -> Section:
        return Section(self.named(*part.fields), part.heading, part.guidance, part.example)

    def _suggestions(self) -> list[Section]:
        return [
            Section(
                self.named(f"suggested_{n}", f"measure_{n}"),
                f"Objective {n} that you suggest",
                folded=True,
                first=n == 1,
            )
            for n in SUGGESTED
        ]

    def law(self) -> list[Rule[Any]]:
        """Return what is said of advice in writing, and by when it comes."""
        s = self.position.scheme
        return [rule for rule in (s.advice_in_writing, s.advice_covers, s.adviser_paper) if rule]

    def shown(self) -> list[Answer]:
        """Return what the head was told, and what evidence is recorded as in."""
        case = self.position.case
        told = [("Standards told", case.standards), ("Evidence recorded as in", case.evidence)]
        return [Answer(key, value) for key, value in told if value]
