"""What the forms about one candidate, criterion by criterion, have in common."""

from collections.abc import Iterator

from django import forms
from django.urls import reverse

from casework.forms.action import Answer, Link
from casework.forms.picks import Choice
from recruitment import scores
from recruitment.forms import offers
from recruitment.forms.base import Desk, VacancyForm
from recruitment.models import Candidate, Criterion, Scoring


def to_be_scored(desk: Desk) -> Iterator[Choice]:
    """Offer the candidates still to be decided on, whom the person may see."""
    undecided = scores.undecided(desk.position)
    return (choice for choice in offers.in_the_field(desk) if choice.row in undecided)


class ByCriterion(VacancyForm):
    """A form about one candidate, with a part for each criterion that is scored."""

    about = "candidate"
    settles_about = True
    goes_to = "scores"
    marks_optional = False

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """The criteria that are scored."""
        return scores.criteria(self.position)

    @property
    def scale(self) -> Scoring | None:
        """How the panel scores in this round."""
        return self.position.scoring

    def points(self, criterion: Criterion, *more: tuple[str, str]) -> forms.ChoiceField:
        """Return the field for the points on a criterion, each with what it stands for."""
        choices = [
            (str(n), self._stands_for(criterion, n))
            for n in (self.scale.points if self.scale else ())
        ]
        return forms.ChoiceField(
            label=f"Score for criterion {criterion.number}",
            choices=[*choices, *more],
            widget=forms.RadioSelect(attrs={"class": "govuk-radios--small headship-points"}),
            required=False,
        )

    def _stands_for(self, criterion: Criterion, points: int) -> str:
        own = criterion.anchors.get(str(points), "")
        words = own or (self.scale.anchor(points) if self.scale else "")
        return f"{points}: {words}" if words else str(points)

    @property
    def one(self) -> Candidate | None:
        """The candidate for whom the page was opened."""
        return self.known().get("candidate")

    def shown(self) -> list[Answer]:
        """Return the candidate for whom the page was opened."""
        return [Answer("Candidate", offers.named(self.one))] if self.one else []

    def links(self) -> list[Link]:
        """Return the papers of the candidate that the person may read."""
        reference = self.position.case.reference
        return [
            Link(
                f"Read the {x.get_kind_display().lower()} ({x.number})",
                reverse("application_paper", args=[reference, x.candidate.code, x.number]),
            )
            for x in self.position.papers
            if x.candidate == self.one and self.desk.may_read(x)
        ]


def heading_of(criterion: Criterion) -> str:
    kind = "essential" if criterion.essential else "desirable"
    weight = f", counts {criterion.weight} times" if criterion.weight > 1 else ""
    return f"{criterion} ({kind}{weight})"
