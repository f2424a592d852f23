"""Forms of scoring: how, alone, handed in, opened, and agreed together."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any

from django import forms
from django.urls import reverse

from accounts.models import User
from casework.forms import YesNoField
from casework.forms.action import Answer, Section
from casework.forms.fields import line, prose
from casework.forms.picks import Choice, Pick
from casework.forms.when import when
from recruitment import scores, tally
from recruitment.actions.scoring import Agreed, Mark
from recruitment.forms import offers
from recruitment.forms.base import LONG_LINE, Desk, VacancyForm
from recruitment.forms.by_criterion import ByCriterion, heading_of, to_be_scored
from recruitment.models import Criterion
from recruitment.models.scoring import HIGHEST, LOWEST, MEETS

SCALES = {f"{low}-{high}": (low, high) for low, high in ((0, 5), (1, 5), (0, 4), (0, 3), (0, 10))}
ABSTAINED = "abstained"


class DecideScoring(VacancyForm):
    action = "decide_scoring"
    lead = (
        "The panel chooses how it scores before anybody does. Each member scores alone and hands "
        "in. Here it is chosen, too, from when members see what the others gave."
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
        help_text="If they do, nobody sees what another gave before the panel meets. If not, each "
        "member sees it once their own are in.",
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
        if highest != HIGHEST:
            usual = scores.USUAL_ANCHORS
            on_it = {n: words for n, words in on_it.items() if words != usual[n]}
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


def ask_whose(form: VacancyForm) -> None:
    """Ask whose the scores are of the clerk alone, who has none of their own off the panel."""
    member = form.fields["member"]
    if "clerk" not in form.desk.roles:
        del form.fields["member"]
    elif isinstance(member, Pick) and not scores.is_member(form.position, form.desk.user):
        member.required, member.none = True, ""


def on_behalf(form: VacancyForm, owing: Sequence[User]) -> dict[str, User]:
    """Return the first who still owes scores, where it is asked whose they are.

    What stands in the way is then that of a member, and not of a clerk who has none to give.
    """
    asked = "member" in form.fields and not scores.is_member(form.position, form.desk.user)
    return {"member": owing[0]} if asked and owing else {}


class ScoreCandidate(ByCriterion):
    action = "score_candidate"
    lead = (
        "Nobody sees this before you hand in. You can come back and change it until then. Say in "
        "a few words on what evidence. A criterion left open is not scored yet, which is not zero."
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
            abstain = (ABSTAINED, "I abstain: it counts for nothing, and is not zero")
            self.fields[f"points_{c.number}"] = self.points(c, abstain)
            self.fields[f"evidence_{c.number}"] = prose(
                f"Evidence for criterion {c.number}", rows=2, required=False, limit=2_000
            )
        ask_whose(self)

    def shown(self) -> list[Answer]:
        """Return the candidate, and how far the person is with all of them."""
        mine = scores.to_score(self.position, self.desk.user)
        if not self.one or not scores.is_member(self.position, self.desk.user):
            return super().shown()
        done = len(mine) - len(scores.unfinished(self.position, self.desk.user))
        return [*super().shown(), Answer("Scored so far", f"{done} of {len(mine)} candidates")]

    def sections(self) -> list[Section]:
        """Return a part for each criterion."""
        whose = tuple(self[name] for name in ("candidate", "member") if name in self.fields)
        rows = [
            Section((self[f"points_{c.number}"], self[f"evidence_{c.number}"]), heading_of(c))
            for c in self.criteria
        ]
        shown = tuple(field for field in whose if not field.is_hidden)
        return [*([Section(shown)] if shown else []), *rows, Section((self["on"],))]

    def defaults(self) -> dict[str, Any]:
        """Begin with what the person gave so far; for a clerk, with the member keyed in last."""
        if not scores.is_member(self.position, self.desk.user):
            last = self._keyed_last()
            return {"member": str(last.pk)} if last else {}
        kept = scores.sheet(self.position, self.desk.user, self.one) if self.one else None
        found: dict[str, Any] = {}
        for number, mark in (kept.marks if kept else {}).items():
            points = mark["points"]
            found[f"points_{number}"] = ABSTAINED if points is None else str(points)
            found[f"evidence_{number}"] = mark["evidence"]
        return found

    def _keyed_last(self) -> User | None:
        sheets = self.position.sheets_now.values()
        keyed = [x for x in sheets if x.keyed_by_id == self.desk.user.pk and not x.handed_in_on]
        return max(keyed, key=lambda x: x.pk).person if keyed else None

    def known_facts(self) -> dict[str, Any]:
        """Return the candidate and, for a clerk off the panel, a member, if one can a late one."""
        p = self.position
        owing = [m for m in scores.waiting_for(p) if self.one in (None, *scores.outstanding(p, m))]
        return {**self.known(), **on_behalf(self, owing or p.members)}

    def onward(self) -> str:
        """Return the form for the next candidate whom the same member has still to score."""
        person = self.cleaned_data.get("member") or self.desk.user
        mine = scores.to_score(self.position, person)
        here = mine.index(self.cleaned_data["candidate"])
        left = scores.unfinished(self.position, person)
        following = next((c for c in mine[here + 1 :] + mine[:here] if c in left), None)
        address = reverse("act", args=[self.position.case.reference, self.action])
        return f"{address}?about={following.code}" if following else ""

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
        if data.get("candidate"):
            self.done = f"The scores of {data['candidate'].code} are kept."
        for c in self.criteria:
            if data.get(f"evidence_{c.number}") and not data.get(f"points_{c.number}"):
                self.add_error(f"points_{c.number}", f"Choose a score for criterion {c.number}")
        return data


SEALED = "All scores are sealed: you see what the others gave when the panel meets, not before."
OPEN = "You then see what the others gave."


class HandIn(VacancyForm):
    """A form on a whole set of scores."""

    goes_to = "scores"
    final = True


class HandInScores(HandIn):
    action = "hand_in_scores"
    lead = (
        "Handed in, your scores stand. {} What the panel thinks of it together is kept beside "
        "yours, and changes none."
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
        """Say from when members see what the others gave; ask whose they are of the clerk alone."""
        self.lead = self.lead.format(SEALED if scores.are_sealed(self.position) else OPEN)
        ask_whose(self)

    def known_facts(self) -> dict[str, Any]:
        """Return, for a clerk off the panel, a member who could hand in."""
        p = self.position
        owing = scores.waiting_for(p)
        return on_behalf(self, sorted(owing, key=lambda m: len(scores.unfinished(p, m))))

    def shown(self) -> list[Answer]:
        """Return what each candidate was given by whoever hands in, once that is known."""
        answered = getattr(self, "cleaned_data", {})
        given = scores.sheets_of(self.position, answered.get("member") or self.desk.user)
        return [Answer(x.candidate.code, said(x.marks)) for x in given if x.handed_in_on is None]

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
    lead = (
        "The clerk keyed these in from your paper. Confirm them if they are what you gave. If they "
        "are not, tell the clerk, who can put them right until you confirm them."
    )
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
        rows = [
            Section(
                (self[f"points_{c.number}"], self[f"reason_{c.number}"]), heading_of(c),
                self._given(c), folded=True, first=c == self._widest,
            )
            for c in self.criteria
        ]  # fmt: skip
        first = () if self["candidate"].is_hidden else (Section((self["candidate"],)),)
        return [*first, *rows, Section((self["on"],))]

    @property
    def _widest(self) -> Criterion | None:
        """The criterion on which members are furthest apart: the first, where that is not seen."""
        widest = max(self._cells, key=lambda cell: cell.spread, default=None)
        return widest.criterion if widest else next(iter(self.criteria), None)

    @cached_property
    def _cells(self) -> list[tally.Cell]:
        """What was given on each criterion, if the person may see it."""
        p, one = self.position, self.one
        if one is None or not scores.may_see(p, self.desk.user, one):
            return []
        return [tally.cell(p, one, criterion) for criterion in self.criteria]

    def _given(self, criterion: Criterion) -> str:
        """Say what each member gave, and on what evidence."""
        found = (cell.given for cell in self._cells if cell.criterion == criterion)
        return "\n".join(
            f"{each.member}: {each}{f' ({each.evidence})' if each.evidence else ''}"
            for each in next(found, ())
        )

    def facts(self) -> dict[str, Any]:
        """Return what was agreed: nothing of a criterion that was left open."""
        data = self.cleaned_data
        given = [(c.number, data[f"points_{c.number}"]) for c in self.criteria]
        agreed = [Agreed(n, int(points), data[f"reason_{n}"]) for n, points in given if points]
        return {"candidate": data["candidate"], "agreed": agreed, "on": data["on"]}
