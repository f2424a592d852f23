"""Forms of the review, its report or statement, and who is given it."""

from typing import Any

from django import forms

from casework.forms import DateField
from casework.forms.action import Answer, Section
from casework.forms.fields import line, prose
from casework.forms.when import when
from casework.record import name_of
from casework.words import written
from governance.actions.review import Judged
from governance.forms.base import CycleForm
from governance.forms.rows import ByObjective
from governance.models import Handing, Objective
from governance.rules.review import entitling
from law.base import Rule

CAPACITY = 60  # characters: what the column keeps


class GiveNoticeOfReview(CycleForm):
    action = "give_notice_of_review"
    lead = "The head is told in writing on which day the review is held."
    done = "The notice is recorded."
    review_on = DateField(label="Day of the review")
    on = when("Date of the notice")

    def notes(self) -> list[str]:
        """Say from which day on the review can be held, and how that is counted."""
        p, rule = self.position, self.position.scheme.review_notice
        if rule is None:
            return []
        first = rule.value.earliest(p.on, p.calendar)
        return [
            f"With notice given today, the review can be held from {written(first)} on.",
            rule.value.explain(p.on, p.calendar),
        ]


class Review(ByObjective):
    action = "review"
    lead = (
        "What the appraisers found. Each objective is judged, with the reasons. It is seen by the "
        "head once the report is given."
    )
    done = "The review is recorded."
    button = "Record the review"
    final = True
    keeps_draft = True
    on_standards = prose("Performance against the standards", rows=6)
    overall = prose("Overall assessment", rows=6)
    needs = prose("Needs for development")
    development = prose("What is to be done about them")
    on = when("Date of the review")

    def build(self) -> None:
        """Ask for a judgement on each objective."""
        self.add_judgements(self.judgement_fields)

    def judgement_fields(self, objective: Objective) -> dict[str, forms.Field]:
        """Return a judgement to choose, and its reasons."""
        return {
            "judgement": forms.ChoiceField(
                label=f"Judgement on objective {objective.number}",
                choices=Objective.Judgement.choices,
                widget=forms.RadioSelect,
            ),
            "reasons": prose(f"Reasons for it (objective {objective.number})", rows=4),
        }

    def facts(self) -> dict[str, Any]:
        """Return the facts with the judgements by number in the place of their fields."""
        data, rows = self.cleaned_data, set(self.fields) - set(type(self).base_fields)
        plain = {name: value for name, value in data.items() if name not in rows}
        numbers = [o.number for o in self.position.objectives_now]
        judged = {
            str(n): Judged(Objective.Judgement(data[f"judgement_{n}"]), data[f"reasons_{n}"])
            for n in numbers
        }
        return {**plain, "judgements": judged}

    def sections(self) -> list[Section]:
        """Return the objectives, the standards and the whole, then development."""
        return [
            *self.objective_sections(),
            Section(self.named("on_standards", "overall"), "The standards and the whole"),
            Section(self.named("needs", "development"), "Development"),
            Section(self.named("on")),
        ]

    def law(self) -> list[Rule[Any]]:
        """Return what is assessed, and whom to consult first."""
        s = self.position.scheme
        return [rule for rule in (s.assessed, s.adviser_consulted_on_appraisal) if rule]


class GiveReport(CycleForm):
    action = "give_report"
    lead = "Record the day on which the head had it in writing. Then the head can read it here."
    done = "It is recorded that the head has the report or statement."
    final = True
    on = when("Date the head received it")

    def notes(self) -> list[str]:
        """Say by when it is due."""
        p, review = self.position, self.position.review
        rule = p.scheme.statement_copy or p.scheme.statement
        if rule is None or review is None:
            return []
        return [rule.value.explain(review.held_on, p.calendar)]


class Comment(CycleForm):
    action = "comment"
    lead = "Your comments become part of the statement. They are made once."
    done = "Your comments are recorded."
    button = "Record the comments"
    final = True
    keeps_draft = True
    comments = prose("Comments", rows=10)
    on = when("Date of the comments")

    def notes(self) -> list[str]:
        """Say until when there is time."""
        p, review, rule = self.position, self.position.review, self.position.scheme.comments
        if rule is None or review is None or review.given_on is None:
            return []
        return [rule.value.explain(review.given_on, p.calendar)]


class HandOver(CycleForm):
    action = "hand_over"
    lead = "A paper on the head's performance goes to those entitled to it, and to nobody else."
    done = "It is recorded that the paper was given."
    final = True
    what = forms.ChoiceField(
        label="Which paper?", choices=Handing.What.choices, widget=forms.RadioSelect
    )
    to = line("To whom it was given", help_text="Their name.")
    capacity: forms.Field = line("In what capacity", CAPACITY)
    because = prose("Why it was given", rows=3)
    on = when("Date it was given")

    def build(self) -> None:
        """Offer those whom the law names, each with the paper, where it names any."""
        named = {
            key: f"{name_of(key).capitalize()} ({what.label[:1].lower()}{what.label[1:]})"
            for what in Handing.What
            for rule in entitling(self.position.scheme, what)
            for key in sorted(rule.value)
        }
        if named:
            self.fields["capacity"] = forms.ChoiceField(
                label="In what capacity", choices=list(named.items()), widget=forms.RadioSelect
            )


class AssureGovernors(CycleForm):
    action = "assure_governors"
    lead = (
        "The governing body is told that the review was done and the rules were kept. It is told "
        "nothing of what was found."
    )
    done = "It is recorded that the governing body was assured."
    on = when("Date of the meeting")

    def shown(self) -> list[Answer]:
        """Return what the governing body may be told."""
        return [Answer("What may be said", "That the review has taken place, and when.")]
