"""Forms of the person specification: its criteria, and their settlement."""

from typing import Any, cast

from django import forms

from casework.forms import Option, YesNoField
from casework.forms.action import Answer, Section
from casework.forms.fields import line, prose
from casework.forms.picks import Pick
from casework.forms.when import when
from law.standards import of_nation
from recruitment.forms import offers
from recruitment.forms.base import LONG_LINE, Desk, VacancyForm
from recruitment.models import Criterion
from recruitment.models.scoring import HIGHEST, LOWEST
from recruitment.rules.specification import MOST_WEIGHT

SCALE = range(LOWEST, HIGHEST + 1)


class AddCriterion(VacancyForm):
    action = "add_criterion"
    lead = (
        "Each criterion is something that can be shown: candidates are judged by these words and "
        "by no others."
    )
    done = "The criterion is added."
    goes_to = "specification"
    button = "Add the criterion"
    text = prose("Criterion", rows=3, help_text="Such as “Has led the improvement of a school”.")
    essential = YesNoField(label="Is it essential?", initial=True)
    tested_by = forms.MultipleChoiceField(
        label="Where it is tested",
        choices=Criterion.TestedBy.choices,
        widget=forms.CheckboxSelectMultiple,
        help_text="What is tested by the application is scored at the shortlisting.",
    )
    weight = forms.IntegerField(
        label="Weight",
        min_value=1,
        max_value=MOST_WEIGHT,
        initial=1,
        help_text="Its points count so many times in a total.",
    )
    on = when("Date it was added")

    def build(self) -> None:
        """Ask what the points of the scale stand for, if that is to be said of this criterion."""
        self.fields |= {
            f"anchor_{point}": line(f"What {point} stands for", LONG_LINE, required=False)
            for point in SCALE
        }

    def sections(self) -> list[Section]:
        """Return the criterion, then the points of the scale, folded."""
        points = tuple(self[f"anchor_{point}"] for point in SCALE)
        asked = tuple(self[name] for name in ("text", "essential", "tested_by", "weight"))
        return [
            Section(asked),
            Section(
                points,
                "What the points stand for",
                "Only where it differs from the scale that the panel chooses for all criteria.",
                folded=True,
            ),
            Section((self["on"],)),
        ]

    def facts(self) -> dict[str, Any]:
        """Return the facts with the anchors as one."""
        data = dict(self.cleaned_data)
        anchors = {str(point): data.pop(f"anchor_{point}") for point in SCALE}
        return {**data, "anchors": {point: words for point, words in anchors.items() if words}}

    def shown(self) -> list[Answer]:
        """Return the criteria that are there already."""
        return specification(self.desk)


OTHER = "another"


class StartSpecification(VacancyForm):
    action = "start_specification"
    lead = (
        "All criteria of one source are added. Then remove what this school does not need, and add "
        "what it does: the words should be your own. A criterion cannot be reworded: remove it, "
        "and add it in your own words."
    )
    done = (
        "The criteria are added. Read each of them. Remove what is not this school's, or remove it "
        "and add it again in your own words."
    )
    goes_to = "specification"
    button = "Add these criteria"
    beside_heading = "What the standards would add"
    standards = forms.ChoiceField(label="Start from", widget=forms.RadioSelect)
    like = line(
        "Reference of the other headship",
        required=False,
        help_text="Only for another headship, in which you have a part. Such as HT-2026-00012.",
    )
    on = when("Date they were added")

    def build(self) -> None:
        """Offer the standards of the school's own nation."""
        own = of_nation(self.position.regime.nation)
        hint = "Only the headings are theirs; the criteria under them are worded by Headship."
        choices = [(own.key, Option(f"The {own.name}", hint)), (OTHER, "Another headship")]
        cast(forms.ChoiceField, self.fields["standards"]).choices = choices

    def defaults(self) -> dict[str, Any]:
        """Take it that the standards are wanted."""
        return {"standards": of_nation(self.position.regime.nation).key}

    def facts(self) -> dict[str, Any]:
        """Return no standards where another headship is chosen."""
        data = dict(self.cleaned_data)
        return {**data, "standards": "" if data["standards"] == OTHER else data["standards"]}

    def beside(self) -> list[Answer]:
        """Return what the standards would add."""
        own = of_nation(self.position.regime.nation)
        return [
            Answer(h.name, f"{h.criterion}\n{'Essential' if h.essential else 'Desirable'}")
            for h in own.suggested
        ]

    def shown(self) -> list[Answer]:
        """Return the criteria that are there already."""
        return specification(self.desk)


class RemoveCriterion(VacancyForm):
    action = "remove_criterion"
    done = "The criterion is removed."
    goes_to = "specification"
    button = "Remove the criterion"
    about = "criterion"
    criterion = Pick(
        label="Criterion", offer=offers.criteria, nothing="The person specification is empty."
    )
    on = when("Date it was removed")


class SettleCriteria(VacancyForm):
    action = "settle_criteria"
    lead = (
        "Once settled, the person specification is what the post is advertised with and what "
        "candidates are judged by. A change after that means publishing again, or starting again."
    )
    done = "The person specification is settled."
    button = "Settle the person specification"
    final = True
    on = when("Date it was settled")

    def shown(self) -> list[Answer]:
        """Return the criteria that are about to be settled."""
        return specification(self.desk)


def specification(desk: Desk) -> list[Answer]:
    """Return the person specification, criterion by criterion."""
    return [
        Answer(
            f"{c.number}. {'Essential' if c.essential else 'Desirable'}",
            f"{c.text}\nTested by: {c.tested_in_words.lower()}",
        )
        for c in desk.position.criteria
    ]
