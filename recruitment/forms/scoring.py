"""Forms of scoring: how, alone, handed in, opened, and agreed together."""

from collections.abc import Iterator
from typing import Any

from django import forms

from casework.forms import Option, YesNoField
from casework.forms.action import Answer, Section
from casework.forms.fields import line, prose
from casework.forms.picks import Choice, Pick
from casework.forms.when import when
from recruitment import scores
from recruitment.actions.scoring import Agreed, Mark
from recruitment.forms import offers
from recruitment.forms.base import LONG_LINE, Desk, VacancyForm
from recruitment.models import Criterion, Scoring
from recruitment.models.scoring import HIGHEST, LOWEST, MEETS

SCALES = {f"{low}-{high}": (low, high) for low, high in ((0, 5), (1, 5), (0, 4), (0, 3), (0, 10))}
ABSTAINED = "abstained"


class DecideScoring(VacancyForm):
    action = "decide_scoring"
    lead = (
        "The panel chooses how it scores before anybody does. Each member scores alone, hands in, "
        "and then sees what the others gave."
    )
    done = "It is recorded how the panel scores."
    goes_to = "scores"
    scale = forms.ChoiceField(
        label="Scale",
        choices=[(key, f"{low} to {high}") for key, (low, high) in SCALES.items()],
        initial=f"{LOWEST}-{HIGHEST}",
        widget=forms.RadioSelect,
    )
    meets_from = forms.IntegerField(
        label="Points from which a criterion is met", min_value=1, max_value=10, initial=MEETS
    )
    names_hidden = YesNoField(
        label="Are names hidden while the panel scores?",
        help_text="The panel then reads papers that the clerk has opened, without names, until the "
        "shortlist is recorded. Somebody of the school may be known all the same.",
    )
    sealed = YesNoField(
        label="Do all scores stay sealed until the panel meets?",
        help_text="If not, each member sees those of the others once their own are in.",
    )
    on = when("Date the panel chose this")

    def build(self) -> None:
        """Ask what each point of the scale stands for."""
        self.fields |= {
            f"anchor_{point}": line(
                f"What {point} stands for", LONG_LINE, required=False,
                initial=scores.USUAL_ANCHORS[str(point)],
            )
            for point in range(LOWEST, HIGHEST + 1)
        }  # fmt: skip

    def sections(self) -> list[Section]:
        """Return the choices, then the points of the scale, folded."""
        points = tuple(self[f"anchor_{point}"] for point in range(LOWEST, HIGHEST + 1))
        asked = ("scale", "meets_from", "names_hidden", "sealed", "on")
        return [
            Section(tuple(self[name] for name in asked[:2])),
            Section(points, "What the points stand for", folded=True),
            Section(tuple(self[name] for name in asked[2:])),
        ]

    def facts(self) -> dict[str, Any]:
        """Return the ends of the scale, and the anchors of its points as one."""
        data = dict(self.cleaned_data)
        lowest, highest = SCALES[data.pop("scale")]
        anchors = {str(n): data.pop(f"anchor_{n}") for n in range(LOWEST, HIGHEST + 1)}
        on_it = {n: words for n, words in anchors.items() if lowest <= int(n) <= highest and words}
        return {**data, "lowest": lowest, "highest": highest, "anchors": on_it}


class OpenNames(VacancyForm):
    action = "open_names"
    lead = "From then on the panel and the adviser see the names of all who applied."
    done = "The names are open."
    button = "Open the names"
    final = True
    why = prose("Reason", rows=3)
    on = when("Date they are opened")


def members_on_paper(desk: Desk) -> Iterator[Choice]:
    """Offer the other members of the panel, whose scores the clerk keys in from paper."""
    clerk = "clerk" in desk.roles
    return (choice for choice in offers.panel(desk) if clerk and choice.row != desk.user)


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
            (str(n), Option(str(n), self._stands_for(criterion, n)))
            for n in (self.scale.points if self.scale else ())
        ]
        return forms.ChoiceField(
            label=f"Score for criterion {criterion.number}",
            choices=[*choices, *more],
            widget=forms.RadioSelect,
            required=False,
        )

    def _stands_for(self, criterion: Criterion, points: int) -> str:
        own = criterion.anchors.get(str(points), "")
        return str(own or (self.scale.anchor(points) if self.scale else ""))

    def shown(self) -> list[Answer]:
        """Return the candidate for whom the page was opened."""
        candidate = self.known().get("candidate")
        return [Answer("Candidate", offers.named(candidate))] if candidate else []


def _heading(criterion: Criterion) -> str:
    kind = "essential" if criterion.essential else "desirable"
    weight = f", counts {criterion.weight} times" if criterion.weight > 1 else ""
    return f"{criterion} ({kind}{weight})"


class ScoreCandidate(ByCriterion):
    action = "score_candidate"
    lead = (
        "Nobody sees this before you hand in. You can come back and change it until then. A "
        "criterion that you leave open is not scored yet, which is not zero."
    )
    done = "The scores are kept."
    button = "Keep the scores"
    candidate = Pick(
        label="Candidate",
        offer=to_be_scored,
        nothing="No candidate is left whom you could score.",
    )
    member = Pick(
        label="Whose scores these are",
        offer=members_on_paper,
        nothing="Nobody sits on the panel.",
        none="My own",
    )
    on = when("Date they were given")

    def build(self) -> None:
        """Ask for points and evidence on each criterion; and whose they are, of the clerk."""
        for c in self.criteria:
            abstain = (ABSTAINED, Option("I abstain", "It counts for nothing, and is not zero."))
            self.fields[f"points_{c.number}"] = self.points(c, abstain)
            self.fields[f"evidence_{c.number}"] = prose(
                f"Evidence for criterion {c.number}", rows=2, required=False, limit=2_000
            )
        if "clerk" not in self.desk.roles:
            del self.fields["member"]
        elif not scores.is_member(self.position, self.desk.user):
            self.fields["member"].required, member = True, self.fields["member"]
            if isinstance(member, Pick):
                member.none = ""

    def sections(self) -> list[Section]:
        """Return a part for each criterion."""
        whose = tuple(self[name] for name in ("candidate", "member") if name in self.fields)
        rows = [
            Section((self[f"points_{c.number}"], self[f"evidence_{c.number}"]), _heading(c))
            for c in self.criteria
        ]
        shown = tuple(field for field in whose if not field.is_hidden)
        return [*([Section(shown)] if shown else []), *rows, Section((self["on"],))]

    def defaults(self) -> dict[str, Any]:
        """Begin with what the person gave so far."""
        candidate = self.known().get("candidate")
        kept = scores.sheet(self.position, self.desk.user, candidate) if candidate else None
        found: dict[str, Any] = {}
        for number, mark in (kept.marks if kept else {}).items():
            points = mark["points"]
            found[f"points_{number}"] = ABSTAINED if points is None else str(points)
            found[f"evidence_{number}"] = mark["evidence"]
        return found

    def facts(self) -> dict[str, Any]:
        """Return the marks given: nothing of a criterion that was left open."""
        data = self.cleaned_data
        given = [(c.number, data[f"points_{c.number}"]) for c in self.criteria]
        marks = [
            Mark(n, None if points == ABSTAINED else int(points), data[f"evidence_{n}"])
            for n, points in given
            if points
        ]
        whose = {"member": data["member"]} if data.get("member") else {}
        return {"candidate": data["candidate"], "marks": marks, "on": data["on"], **whose}

    def clean(self) -> dict[str, Any]:
        """Ask for a score wherever evidence is written: it would be lost."""
        data = self.cleaned_data
        for c in self.criteria:
            if data.get(f"evidence_{c.number}") and not data.get(f"points_{c.number}"):
                self.add_error(f"points_{c.number}", f"Choose a score for criterion {c.number}")
        return data


class HandIn(VacancyForm):
    """A form on a whole set of scores."""

    goes_to = "scores"
    final = True


class HandInScores(HandIn):
    action = "hand_in_scores"
    lead = (
        "Handed in, your scores stand. You then see what the others gave; what the panel thinks "
        "of it together is kept beside yours, and changes none."
    )
    done = "The scores are handed in."
    button = "Hand in"
    member = Pick(
        label="Whose scores these are",
        offer=members_on_paper,
        nothing="Nobody sits on the panel.",
        none="My own",
    )
    on = when("Date they are handed in")

    def build(self) -> None:
        """Ask whose they are of the clerk alone."""
        if "clerk" not in self.desk.roles:
            del self.fields["member"]

    def shown(self) -> list[Answer]:
        """Return what the person gave each candidate."""
        mine = scores.sheets_of(self.position, self.desk.user)
        return [Answer(x.candidate.code, said(x.marks)) for x in mine if x.handed_in_on is None]

    def facts(self) -> dict[str, Any]:
        """Return whose they are, where it is said, and the date."""
        return {name: value for name, value in self.cleaned_data.items() if value is not None}


def said(marks: dict[str, Any]) -> str:
    """Return what a sheet gives in words, a criterion on each line."""
    lines = []
    for number, mark in sorted(marks.items(), key=lambda item: int(item[0])):
        points = "abstained" if mark["points"] is None else mark["points"]
        evidence = f" ({mark['evidence']})" if mark["evidence"] else ""
        lines.append(f"Criterion {number}: {points}{evidence}")
    return "\n".join(lines)


class ConfirmScores(HandIn):
    action = "confirm_scores"
    lead = "The clerk keyed these in from your paper. Confirm them if they are what you gave."
    done = "You have confirmed the scores."
    button = "Confirm them"
    on = when("Date you confirm them")

    def shown(self) -> list[Answer]:
        """Return what was keyed in."""
        keyed = scores.to_confirm(self.position, self.desk.user)
        return [Answer(x.candidate.code, said(x.marks)) for x in keyed]


class OpenScores(HandIn):
    action = "open_scores"
    lead = "The scores are opened at the panel's meeting: from then on whoever has handed in sees."
    done = "The scores are open."
    button = "Open the scores"
    why = prose(
        "Reason, if it is before the meeting",
        rows=3,
        required=False,
        help_text="It stands beside the scores, where everybody reads it.",
    )
    on = when("Date they are opened")


def seen_by(desk: Desk) -> Iterator[Choice]:
    """Offer the candidates of whom the person sees what was given."""
    for choice in to_be_scored(desk):
        if scores.may_see(desk.position, desk.user, choice.row):
            yield choice


class AgreeScores(ByCriterion):
    action = "agree_scores"
    lead = (
        "Record what the panel agreed, where it is not simply what each gave. What each gave is "
        "kept, and so is how far apart they were."
    )
    done = "The agreed scores are recorded."
    button = "Record what was agreed"
    candidate = Pick(
        label="Candidate", offer=seen_by, nothing="No candidate's scores can be seen by you yet."
    )
    on = when("Date the panel agreed")

    def build(self) -> None:
        """Ask for points and a reason on each criterion."""
        for c in self.criteria:
            self.fields[f"points_{c.number}"] = self.points(c)
            self.fields[f"reason_{c.number}"] = prose(
                f"Reason for criterion {c.number}", rows=2, required=False
            )

    def sections(self) -> list[Section]:
        """Return a part for each criterion, with what was given on it."""
        candidate = self.known().get("candidate")
        rows = [
            Section(
                (self[f"points_{c.number}"], self[f"reason_{c.number}"]), _heading(c),
                self._given(candidate, c), folded=True, first=c == self.criteria[0],
            )
            for c in self.criteria
        ]  # fmt: skip
        first = () if self["candidate"].is_hidden else (Section((self["candidate"],)),)
        return [*first, *rows, Section((self["on"],))]

    def _given(self, candidate: Any, criterion: Criterion) -> str:
        if candidate is None:
            return ""
        given = scores.given(self.position, candidate, criterion)
        return f"Given: {', '.join(map(str, sorted(given)))}." if given else "Nobody gave points."

    def facts(self) -> dict[str, Any]:
        """Return what was agreed: nothing of a criterion that was left open."""
        data = self.cleaned_data
        given = [(c.number, data[f"points_{c.number}"]) for c in self.criteria]
        agreed = [Agreed(n, int(points), data[f"reason_{n}"]) for n, points in given if points]
        return {"candidate": data["candidate"], "agreed": agreed, "on": data["on"]}
