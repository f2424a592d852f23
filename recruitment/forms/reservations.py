"""The form for reservations: it leads the adviser through every point of the good letter."""

from dataclasses import dataclass
from typing import Any

from django import forms

from casework.forms import DateField, Option
from casework.forms.action import Section
from casework.forms.fields import line, prose
from casework.forms.picks import Pick
from casework.forms.when import when
from recruitment.forms import offers
from recruitment.forms.advice import last_days, title_of
from recruitment.forms.base import LONG_LINE
from recruitment.forms.point_rows import PointsForm
from recruitment.models import Decision


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the letter: its heading, what belongs in it, and how it may be put."""

    heading: str
    guidance: str
    example: str
    fields: tuple[str, ...]


WHICH = Part(
    "The decision",
    "Say whom it is about, and whether the governing body has decided. Put before the decision, "
    "the letter is also advice, which must be considered. Put after it, it blocks nothing.",
    "",
    ("candidate", "before_decision", "decision_on", "on"),
)
NOT_DISPUTED = Part(
    "What you do not dispute",
    "Begin here: that the decision is the governors' to make, that the process was fair, and what "
    "the person does well. Name a test that the person passed.",
    "The choice of a headteacher is the governing body's. The panel's process was open and fair. "
    "I saw C2 teach a class of thirty with skill and warmth.",
    ("not_disputed",),
)
CONCLUSION = Part(
    "Your conclusion, in one sentence",
    "Say which essential criteria have not yet been shown, by their numbers. “Not yet shown” can "
    "be met by evidence; “not up to it” cannot.",
    "In my judgement C2 has not yet been shown to meet essential criteria 4 and 7.",
    ("conclusion",),
)
POINTS = Part(
    "The points",
    "A point for each criterion that you named. Say what was seen, by whom, when and from which "
    "source, and how the candidate explained it; then, apart, what you infer.",
    "Seen: asked how the school would recover its reading results, C2 described assemblies and "
    "displays, and gave no account of teaching. Inference: I infer that C2 has not yet led the "
    "improvement of reading.",
    (),
)
YARDSTICK = Part(
    "The same yardstick for all",
    "Say what was sought of every candidate, in the same way. Name no other candidate, and compare "
    "with none.",
    "Each candidate was set the same task and asked the same eight questions, with the same time.",
    ("same_yardstick",),
)
EARLIER = Part(
    "Advice given earlier",
    "What you or the authority said before, when, and how it was answered. If nothing, say so.",
    "On 12 October I advised the panel to seek further evidence on criterion 7. The minute records "
    "that it was considered and that no more was sought.",
    ("earlier_advice",),
)
WHY = Part(
    "Why it matters here and now",
    "Tie it to the pupils of this school this year, not to schools in general.",
    "Fewer than half of the pupils who leave this year read as well as they should. The next head "
    "will be judged on that within two years.",
    ("why_it_matters",),
)
LIMITS = Part(
    "The limits of what you know",
    "What you did not see, and how sure you are. A limit you state cannot be put to you later.",
    "I did not see the second interview and have not read the references. I am fairly sure of the "
    "first point and less sure of the second.",
    ("limits",),
)
SETTLE = Part(
    "What would settle it, or lessen the risk",
    "Before the decision: the further evidence you would seek. After it: a mentor, early "
    "objectives, a review at half-term.",
    "A visit to C2's present school, to see a plan that C2 has led, would settle the first point.",
    ("what_would_settle_it",),
)
ASKED = Part(
    "What the governors must now do",
    "Consider it and minute that they did, if they are still to decide; acknowledge it, if they "
    "have decided. Ask for nothing that the law does not.",
    "The governing body is asked to consider this letter before it decides, and to minute that it "
    "has done so.",
    ("what_governors_must_do",),
)
INTERESTS = Part(
    "Your own interests",
    "Any connection with the school, the candidates or the outcome. If there is none, say so.",
    "I have no interest in this appointment and no connection with any candidate.",
    ("interests",),
)
SIGNED = Part(
    "In what capacity, and by what authority",
    "As what you sign, and who authorised you to.",
    "School improvement adviser; authorised by the director of education on 3 October.",
    ("capacity", "authority_to_sign"),
)
COPIES = Part(
    "Copies and handling",
    "Who else receives it. It is never kept in the file of the person appointed. The person it is "
    "about may ask to read it.",
    "The director of education; the clerk, for the selection file.",
    ("copies",),
)
BEFORE_POINTS = (WHICH, NOT_DISPUTED, CONCLUSION)
AFTER_POINTS = (
    YARDSTICK, EARLIER, WHY, LIMITS, SETTLE, ASKED, INTERESTS, SIGNED, COPIES,
)  # fmt: skip

BEFORE, AFTER = "before", "after"


class PutReservations(PointsForm):
    action = "put_reservations"
    lead = (
        "A letter of about two pages to the governing body, care of its chair, private and "
        "confidential. Write it to be read by the person it is about, and by a judge."
    )
    done = "Your reservations are put in writing. The letter can now be drafted as a document."
    button = "Put these reservations"
    final = True
    keeps_draft = True
    about = "candidate"
    candidate = Pick(
        label="Person the decision is about",
        offer=offers.being_chosen,
        nothing="There is nobody yet about whom a decision could be taken.",
    )
    before_decision = forms.TypedChoiceField(
        label="When are they put?",
        choices=[
            (BEFORE, Option("Before the governing body decides", "They are then also advice.")),
            (AFTER, Option("After it has decided", "They are acknowledged, and block nothing.")),
        ],
        coerce=lambda answer: answer == BEFORE,
        widget=forms.RadioSelect,
    )
    decision_on = DateField(
        label="Date of the decision",
        required=False,
        help_text="The day on which the governing body decided, or is to decide, if it is known.",
    )
    on = when("Date of the letter")
    not_disputed = prose("What is not disputed")
    conclusion = prose("Conclusion", rows=2)
    same_yardstick = prose("What was sought of every candidate", rows=4)
    earlier_advice = prose("Earlier advice and the answer to it", rows=4)
    why_it_matters = prose("Why it matters for this school's pupils", rows=4)
    limits = prose("What you did not see, and how sure you are", rows=4)
    what_would_settle_it = prose("What would settle it or lessen the risk", rows=4)
    what_governors_must_do = prose("What the governors must do", rows=3)
    interests = prose("Your interests", rows=2)
    capacity = line("Capacity in which you sign")
    authority_to_sign = line("Authority by which you sign", LONG_LINE)
    copies = prose("Who receives copies", rows=2)

    def defaults(self) -> dict[str, Any]:
        """Take it from the stage whether the governing body has decided, and on which day."""
        decided = self.position.decision(Decision.Kind.APPROVE)
        chosen = self.position.chosen
        return {
            "before_decision": AFTER if decided else BEFORE,
            "decision_on": decided.decided_on if decided else None,
            "candidate": chosen.code if chosen else "",
            "capacity": title_of(self.desk),
        }

    def sections(self) -> list[Section]:
        """Return the parts of the letter in order, numbered as they are read."""
        points = [Section((), POINTS.heading, POINTS.guidance, POINTS.example)]
        return [
            *map(self._section, BEFORE_POINTS),
            *points,
            *self.point_sections(),
            *map(self._section, AFTER_POINTS),
        ]

    def notes(self) -> list[str]:
        """Say what reservations are not, and until when they could have been something else."""
        if not self.position.names_matter:
            return []
        return [
            "These are not representations under the regulations, whatever their words.",
            *last_days(self.desk),
        ]

    def _section(self, part: Part) -> Section:
        fields = tuple(self[name] for name in part.fields)
        return Section(fields, part.heading, part.guidance, part.example)
