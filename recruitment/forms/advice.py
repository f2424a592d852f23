"""Forms of advice, opinions and representations, and of what is done with each."""

from typing import Any, cast

from django import forms

from casework.forms import DateField, Option, YesNoField
from casework.forms.action import Answer, Section
from casework.forms.fields import line, prose
from casework.forms.picks import Pick
from casework.forms.when import when
from casework.models import Meeting
from casework.words import written
from recruitment.forms import offers
from recruitment.forms.base import Desk, VacancyForm
from recruitment.forms.point_rows import PointsForm
from recruitment.forms.selection import NO_FILE
from recruitment.models import Advice, Candidate, Opinion
from recruitment.position import Position

POINTS = (
    "One point for each published criterion that this rests on, five at most. Leave those you do "
    "not need. Fact and inference are kept apart."
)
VERDICTS = {
    Opinion.Verdict.SUITABLE: "",
    Opinion.Verdict.WITH_RESERVATIONS: "Name the criteria below, with what was seen.",
    Opinion.Verdict.NOT_SUITABLE: "Name the criteria below, with what was seen.",
    Opinion.Verdict.NO_OPINION: "You were not there, or did not see enough to judge.",
}


READERS = {
    Meeting.Body.GOVERNING_BODY: "Every governor will read it, at once. Name no candidate in it.",
    Meeting.Body.PANEL: "The panel, the clerk and the authority will read it.",
}
PANEL_ALONE = "The panel, the clerk and the adviser will read it."


def readers(position: Position) -> dict[Meeting.Body, str]:
    """Return who will read advice to each body, under the law of the school."""
    if position.regime.notice_of_vacancy is None:
        return {**READERS, Meeting.Body.PANEL: PANEL_ALONE}
    return READERS


def title_of(desk: Desk) -> str:
    """Return what the person is at the authority, in words, or an empty string."""
    post = desk.position.post_at_authority(desk.user)
    return (post.title or post.get_role_display()) if post else ""


def own_name(desk: Desk) -> str:
    """Return the person's name if they act for the authority, or an empty string."""
    return desk.user.full_name if desk.position.post_at_authority(desk.user) else ""


def last_days(desk: Desk) -> list[str]:
    """Return a sentence for each last day for representations that is known."""
    p = desk.position
    days = {c.code: last for c in desk.candidates if (last := p.last_day_for(c))}
    return [
        f"The last day for representations on {', '.join(c for c in days if days[c] == day)} "
        f"{'is' if day >= p.on else 'was'} {written(day)}."
        for day in sorted(set(days.values()))
    ]


class GiveAdvice(VacancyForm):
    action = "give_advice"
    lead = (
        "Advice can be given at any stage, in writing or aloud. Those who decide must consider it."
    )
    done = "The advice is recorded. It now has to be considered."
    final = True
    given_by = line("Name of whoever gave it")
    capacity = line("Capacity", help_text="Such as “School adviser, Fictional Borough”.")
    form = forms.ChoiceField(
        label="How was it given?", choices=Advice.Form.choices, widget=forms.RadioSelect
    )
    to = forms.ChoiceField(
        label="To whom was it given?",
        choices=Meeting.Body.choices,
        widget=forms.RadioSelect,
    )
    text = prose("Advice", rows=8)
    on = when("Date it was given")

    def build(self) -> None:
        """Say beside each body who will read what is given to it."""
        read_by = readers(self.position)
        cast(forms.ChoiceField, self.fields["to"]).choices = [
            (body, Option(body.label, read_by[body])) for body in Meeting.Body
        ]

    def defaults(self) -> dict[str, Any]:
        """Take it that an adviser gives their own advice."""
        return {"given_by": own_name(self.desk), "capacity": title_of(self.desk)}


class ConsiderAdvice(VacancyForm):
    action = "consider_advice"
    lead = (
        "To consider advice is not to follow it. Record what was said of it, in the minute's words."
    )
    done = "It is recorded that the advice was considered."
    final = True
    about = "advice"
    advice = Pick(
        label="Advice", offer=offers.advice_waiting, nothing="No advice waits to be considered."
    )
    minute = prose("Minute")
    on = when("Date it was considered")


class RecordOpinion(PointsForm):
    action = "record_opinion"
    lead = "Your own opinion, at this stage. It adds no number to anybody's score."
    done = "Your opinion is recorded."
    final = True
    keeps_draft = True
    about = "candidate"
    candidate = Pick(
        label="Candidate", offer=offers.in_the_field, nothing="No candidate is in the field."
    )
    verdict = forms.ChoiceField(
        label="Opinion",
        choices=[(v, Option(v.label, hint)) for v, hint in VERDICTS.items()],
        widget=forms.RadioSelect,
    )
    summary = prose("Summary", required=False, help_text="It may be left empty.")
    on = when("Date you formed it")

    def sections(self) -> list[Section]:
        """Return the opinion, then its points."""
        opinion = tuple(self[name] for name in ("candidate", "verdict", "summary", "on"))
        first, *others = self.point_sections()
        return [Section(opinion), Section((), "Points", POINTS), first, *others]

    def notes(self) -> list[str]:
        """Say what an opinion is not."""
        if not self.position.names_matter:
            return []
        return ["An opinion is not a representation.", *last_days(self.desk)]


class MakeNoRepresentations(VacancyForm):
    action = "make_no_representations"
    lead = (
        "The panel may then go on before the period ends. Nothing is waived: a representation that "
        "still comes within the period counts."
    )
    done = "It is recorded that the authority makes no representations."
    final = True
    notice = Pick(
        label="Names that it is about", offer=offers.notices, nothing="No receipt is recorded."
    )
    said_by = line("Name and office of whoever says so for the authority")
    on = when("Date the authority said so")

    def defaults(self) -> dict[str, Any]:
        """Take it that an officer speaks for the authority."""
        names = [own_name(self.desk), title_of(self.desk)]
        return {"said_by": ", ".join(filter(None, names))}

    def notes(self) -> list[str]:
        """Say until when the authority can still speak."""
        return last_days(self.desk)


class MakeRepresentations(PointsForm):
    action = "make_representations"
    lead = (
        "The authority represents, in writing, that a shortlisted candidate is not a suitable "
        "person for the post. The panel must consider it, and give written reasons if it still "
        "recommends that candidate."
    )
    done = "The representations are recorded."
    final = True
    keeps_draft = True
    about = "candidate"
    candidate = Pick(
        label="Candidate",
        offer=offers.named_to_authority,
        nothing="No candidate's name has been sent to the authority.",
    )
    received_on = when("Date the panel received them", help_text="Late ones are kept as advice.")
    made_by = line("Who made them")
    office = line("Office of whoever made them", required=False)
    addressed_to = line("Addressed to", required=False, initial="The selection panel")
    signed = YesNoField(label="Are they signed?", initial=True)
    text = prose("Why the candidate is not suitable", rows=10)
    attachment = Pick(label="The paper as it came", offer=offers.attachments, none=NO_FILE)

    def defaults(self) -> dict[str, Any]:
        """Take it that whoever acts for the authority makes them."""
        return {"made_by": own_name(self.desk), "office": title_of(self.desk)}

    def sections(self) -> list[Section]:
        """Return the paper, its points, then what else is known of it."""
        main = tuple(self[n] for n in ("candidate", "received_on", "made_by", "office", "text"))
        rest = tuple(self[n] for n in ("addressed_to", "signed", "attachment"))
        points = [Section((), "Points", POINTS), *self.point_sections()]
        return [Section(main), *points, Section(rest, "The paper itself")]

    def notes(self) -> list[str]:
        """Say until when there is time."""
        return last_days(self.desk)


class WithdrawRepresentations(VacancyForm):
    action = "withdraw_representations"
    lead = "Only the authority can withdraw what it represented. The paper stays on the record."
    done = "The representations are withdrawn."
    final = True
    about = "representation"
    representation = Pick(
        label="Representations",
        offer=offers.representations,
        nothing="No representations stand that could be withdrawn.",
    )
    why = prose("The authority's reason", rows=3)
    on = when("Date they were withdrawn")


class ConsiderRepresentations(VacancyForm):
    action = "consider_representations"
    lead = "To consider is not to agree. Record what the panel said of each point, in its minute."
    done = "It is recorded that the panel considered the representations."
    final = True
    about = "candidate"
    candidate = Pick(
        label="Candidate",
        offer=offers.represented_against,
        nothing="No representation waits to be considered.",
    )
    minute = prose("Minute of the panel", rows=8)
    on = when("Date the panel considered them")

    def shown(self) -> list[Answer]:
        """Return what was represented."""
        return [
            Answer(f"On {offers.named(r.candidate)}, by {r.made_by}", r.text)
            for r in self.position.unconsidered
            if r.candidate in self.desk.candidates
        ]


class GiveReasons(VacancyForm):
    action = "give_reasons"
    lead = (
        "Where the panel recommends somebody on whom the authority made representations, it gives "
        "its reasons in writing to the governing body and to the authority."
    )
    done = "The panel's reasons are recorded."
    final = True
    reasons = prose("The panel's reasons", rows=10)
    to_governing_body_on = DateField(label="Date the governing body received them")
    to_authority_on = DateField(label="Date the authority received them")
    on = when("Date the reasons were given")

    def shown(self) -> list[Answer]:
        """Return whom the panel recommends, and what was represented."""
        chosen = self.position.chosen
        if chosen is None or chosen not in self.desk.candidates:
            return []
        papers = self.position.representations_on(chosen)
        return [
            recommended(chosen),
            *(Answer(f"Represented by {r.made_by}", r.text) for r in papers),
        ]


def recommended(chosen: Candidate) -> Answer:
    """Return the line that says whom the panel recommended."""
    return Answer("Recommended by the panel", offers.named(chosen))


class WithdrawReservations(VacancyForm):
    action = "withdraw_reservations"
    lead = "They stay on the record, marked as withdrawn, and need be considered no longer."
    done = "Your reservations are withdrawn."
    final = True
    about = "reservations"
    reservations = Pick(
        label="Reservations",
        offer=offers.own_reservations,
        nothing="You have put no reservations that stand.",
    )
    why = prose("Reason", rows=3)
    on = when("Date they were withdrawn")


class AcknowledgeReservations(VacancyForm):
    action = "acknowledge_reservations"
    lead = (
        "To acknowledge is to say that they were received. It blocks nothing and concedes nothing."
    )
    done = "The reservations are acknowledged."
    button = "Acknowledge them"
    about = "reservations"
    reservations = Pick(
        label="Reservations",
        offer=offers.reservations_to_acknowledge,
        nothing="No reservations wait to be acknowledged.",
    )
    on = when("Date they were acknowledged")


class ConsiderReservations(VacancyForm):
    action = "consider_reservations"
    lead = "Reservations put before the decision are also advice: they are considered and minuted."
    done = "It is recorded that the reservations were considered."
    final = True
    about = "reservations"
    reservations = Pick(
        label="Reservations",
        offer=offers.reservations_to_consider,
        nothing="No reservations wait to be considered.",
    )
    minute = prose("Minute", rows=8)
    on = when("Date they were considered")
