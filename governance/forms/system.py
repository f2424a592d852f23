"""The form of the yearly advice on the whole system: it leads through, and can be put by."""

from typing import Any

from casework.forms import DateField
from casework.forms.action import Answer, Section
from casework.forms.fields import line, prose
from casework.forms.when import when
from casework.words import iso_day
from governance.actions.system import Became, Recommendation
from governance.forms import guidance
from governance.forms.base import CycleForm
from law.base import Rule

RECOMMENDED = range(1, 7)
PARTS = (
    guidance.POLICY,
    guidance.CALENDAR,
    guidance.ACROSS_THE_STAFF,
    guidance.USE_OF_EVIDENCE,
    guidance.PAY,
    guidance.APPRAISERS,
    guidance.DEVELOPMENT,
    guidance.STRENGTHS,
)


class AdviseOnSystem(CycleForm):
    action = "advise_on_system"
    lead = (
        "Your advice to the governing body on how the school's performance management works as a "
        "whole. The clerk, the chair, the appraisers and the head read it once it is given, so "
        "leave out everything of the head's own objectives and findings. It can be saved and "
        "finished later."
    )
    done = "Your advice on the whole system is given."
    button = "Give the advice"
    final = True
    keeps_draft = True
    marks_optional = False
    beside_heading = "Last year's recommendations"
    evidence_seen = prose("Evidence seen", rows=6)
    not_seen = prose("Evidence not seen", rows=4, help_text="Write “Nothing” if all was seen.")
    policy = prose("Adopted, up to date, followed", rows=6)
    calendar = prose("Was the calendar kept?", rows=4)
    objectives = prose("How objectives are set and moderated", rows=6)
    evidence = prose("How evidence is used", rows=4)
    pay = prose("How pay follows", rows=4)
    appraisers = prose("How appraisers are trained and supported", rows=4)
    development = prose("How needs lead to action", rows=4)
    strengths = prose("What works", rows=4)
    for_governors = prose("What the governors alone decide", rows=4)
    conclusion = prose("Conclusion", rows=6)
    on = when("Date of the advice")

    def build(self) -> None:
        """Add rows for recommendations, and for what became of last year's."""
        for number, each in self._last_year():
            self.fields[f"became_{number}"] = prose(
                f"What became of recommendation {number}",
                rows=2,
                required=False,
                help_text=each["text"],
            )
        for number in RECOMMENDED:
            self.fields |= {
                f"recommendation_{number}": prose(
                    f"Recommendation ({number})", rows=3, required=False
                ),
                f"who_{number}": line(f"Who would act ({number})", required=False),
                f"by_{number}": DateField(label=f"By when ({number})", required=False),
            }

    def clean(self) -> dict[str, Any]:
        """Ask for all three of a recommendation where there is any of them."""
        for number in RECOMMENDED:
            names = [f"{part}_{number}" for part in ("recommendation", "who", "by")]
            given = [name for name in names if self.cleaned_data.get(name)]
            for name in names if given else ():
                if not self.cleaned_data.get(name, "?"):
                    label = self.fields[name].label
                    self.add_error(name, f"Enter “{label}” too, or leave all three empty")
        return self.cleaned_data

    def facts(self) -> dict[str, Any]:
        """Return the facts with the rows in the place of their fields.

        A field called `seen` would be taken for the page's own: which event was seen last.
        """
        plain = {name: self.cleaned_data[name] for name in type(self).base_fields}
        plain["seen"] = plain.pop("evidence_seen")
        return {**plain, "recommendations": self._recommended(), "became": self._became()}

    def _last_year(self) -> list[tuple[int, dict[str, Any]]]:
        return list(enumerate(self.position.carried_in, start=1))

    def _recommended(self) -> list[Recommendation]:
        data = self.cleaned_data
        return [
            Recommendation(data[f"recommendation_{n}"], data[f"who_{n}"], data[f"by_{n}"])
            for n in RECOMMENDED
            if data[f"recommendation_{n}"]
        ]

    def _became(self) -> list[Became]:
        said = ((n, self.cleaned_data[f"became_{n}"]) for n, _ in self._last_year())
        return [Became(number, became) for number, became in said if became]

    def sections(self) -> list[Section]:
        """Return the parts of the advice, in the order in which it is read."""
        last_year = [f"became_{n}" for n, _ in self._last_year()]
        return [
            self._part(guidance.EVIDENCE),
            *([self._part(guidance.LAST_YEAR, *last_year)] if last_year else []),
            *map(self._part, PARTS),
            self._part(guidance.RECOMMENDATIONS),
            *self._recommendations(),
            self._part(guidance.GOVERNING_BODY_ALONE),
            Section((self["on"],)),
        ]

    def _part(self, part: guidance.Part, *more: str) -> Section:
        fields = tuple(self[name] for name in (*part.fields, *more))
        return Section(fields, part.heading, part.guidance, part.example)

    def _recommendations(self) -> list[Section]:
        return [
            Section(
                tuple(self[f"{part}_{n}"] for part in ("recommendation", "who", "by")),
                f"Recommendation {n}",
                folded=True,
                first=n == 1,
            )
            for n in RECOMMENDED
        ]

    def beside(self) -> list[Answer]:
        """Return last year's recommendations, each with who was to act and by when."""
        return [
            Answer(f"{n}. {each['text']}", f"{each['who']}, by {iso_day(each['by'])}")
            for n, each in self._last_year()
        ]

    def law(self) -> list[Rule[Any]]:
        """Return what is said of this advice, and of what does not belong in it."""
        s = self.position.scheme
        return [rule for rule in (s.system_advice, s.assurance_without_detail) if rule]
