"""Forms of the selection: longlist, shortlist, names and their receipt, interviews."""

from collections.abc import Iterable
from functools import cached_property
from typing import Any

from django import forms
from django.urls import reverse

from casework.forms import DateField, YesNoField
from casework.forms.action import Answer, Link, Section
from casework.forms.fields import line, prose
from casework.forms.picks import Pick, PickMany
from casework.forms.when import when
from casework.words import written
from recruitment import tally
from recruitment.forms import offers
from recruitment.forms.base import Desk, VacancyForm
from recruitment.models import Candidate
from recruitment.stages import CandidateState

NO_FILE = "No file"
EVIDENCE = "Such as “handed over at the panel's table” or “read receipt of the e-mail”."


class WithdrawCandidate(VacancyForm):
    action = "withdraw_candidate"
    done = "The candidate's withdrawal is recorded."
    final = True
    about = "candidate"
    candidate = Pick(
        label="Candidate", offer=offers.in_the_field, nothing="No candidate is in the field."
    )
    why = prose("What the candidate said", rows=3)
    on = when("Date the candidate withdrew")


class OfEach(VacancyForm):
    """A form that asks of each applicant whether, and why: the best placed first.

    Beside each stands what the person may see of the scores, as the page of the scores has it.
    """

    final = True
    marks_optional = False
    asked = "Is {}, shortlisted?"
    states: tuple[CandidateState, ...] = (CandidateState.APPLIED,)

    def build(self) -> None:
        """Ask about every applicant."""
        for candidate in self.applicants:
            self.fields |= self._row(candidate)

    def rows(self) -> list[Section]:
        """Return a part for each applicant."""
        return [
            Section(
                (self[f"is_{c.code}"], self[f"why_{c.code}"]), offers.named(c), self._standing(c)
            )
            for c in self.applicants
        ]

    def chosen(self) -> list[Candidate]:
        """Return the applicants of whom the answer is yes."""
        return [c for c in self.applicants if self.cleaned_data[f"is_{c.code}"]]

    def reasons(self) -> dict[str, str]:
        """Return what is said of each applicant, by code."""
        return {c.code: self.cleaned_data[f"why_{c.code}"] for c in self.applicants}

    def links(self) -> list[Link]:
        """Return the way to the matrix, where there is one to see."""
        if not self._lines:
            return []
        address = reverse("scores", args=[self.position.case.reference])
        return [Link("See the scores that these places come from", address)]

    @cached_property
    def applicants(self) -> list[Candidate]:
        """Whoever is asked about, the undecided first: by their place, then those without one."""
        places = {code: line.rank for code, line in self._lines.items()}
        return sorted(
            (c for c in self.desk.candidates if c.state in self.states),
            key=lambda c: (c.state != CandidateState.APPLIED, places.get(c.code, len(places) + 1)),
        )

    @cached_property
    def _lines(self) -> dict[str, tally.Line]:
        """The lines of the matrix that the person may see, in its order."""
        if not self.desk.may("see_scores"):
            return {}
        seen = tally.matrix(self.position, self.desk.user, self.desk.candidates)
        return {line.candidate.code: line for line in seen.lines}

    def _standing(self, candidate: Candidate) -> str:
        line = self._lines.get(candidate.code)
        if line is None:
            return "No scores that you can see yet." if self.position.scoring else ""
        unmet = ", ".join(str(c.number) for c in line.unmet) or "none"
        part = "" if line.is_whole else " Not scored on every criterion."
        return (
            f"Place {line.rank}, total {line.total_shown} of {line.possible}. Essential criteria "
            f"not met: {unmet}.{part}"
        )

    def _row(self, candidate: Candidate) -> dict[str, forms.Field]:
        code, named = candidate.code, offers.named(candidate)
        return {
            f"is_{code}": YesNoField(label=self.asked.format(named)),
            f"why_{code}": prose(f"Reason for {code}", rows=3, required=False),
        }


class Longlist(OfEach):
    action = "longlist"
    lead = (
        "Where there are many, the panel first chooses whom it considers further. Give a reason "
        "for everybody who is left off: they are not shortlisted, and are told so."
    )
    done = "The longlist is recorded."
    asked = "Is {}, on the longlist?"
    on = when("Date of the longlisting")

    def sections(self) -> list[Section]:
        """Return a part for each applicant, then the date."""
        return [*self.rows(), Section((self["on"],))]

    def facts(self) -> dict[str, Any]:
        """Return those on the longlist, and the reasons by code."""
        return {
            "candidates": self.chosen(),
            "reasons": self.reasons(),
            "on": self.cleaned_data["on"],
        }


class Shortlist(OfEach):
    action = "shortlist"
    lead = (
        "Give a reason for every applicant, against the person specification: the same yardstick "
        "for those shortlisted and those not."
    )
    done = "The shortlist is recorded."
    shortlisters = PickMany(label="Who shortlisted", offer=offers.panel)
    on = when("Date of the shortlisting")

    def sections(self) -> list[Section]:
        """Return a part for each applicant, then who shortlisted and when."""
        return [*self.rows(), Section((self["shortlisters"], self["on"]), "The shortlisting")]

    def facts(self) -> dict[str, Any]:
        """Return those shortlisted, and a reason for each applicant by code."""
        return {
            "candidates": self.chosen(),
            "reasons": self.reasons(),
            "shortlisters": self.cleaned_data["shortlisters"],
            "on": self.cleaned_data["on"],
        }


class ExtendShortlist(Shortlist):
    action = "extend_shortlist"
    lead = (
        "Late applicants can be put on the shortlist, and so can those who had been left off it. "
        "The authority is then given the new names, and has a new period for them."
    )
    done = "The shortlist is extended."
    states = (CandidateState.APPLIED, CandidateState.NOT_SHORTLISTED)

    def build(self) -> None:
        """Speak of the authority only where it is given the names."""
        super().build()
        if self.position.regime.names is None:
            self.lead = (
                "Late applicants can be put on the shortlist, and so can those who had been left "
                "off it."
            )

    def facts(self) -> dict[str, Any]:
        """Leave out whoever stays off the shortlist as before."""
        facts = super().facts()
        late = {c.code for c in self.applicants if c.state == CandidateState.APPLIED}
        new = {c.code for c in facts["candidates"]} | late
        return {**facts, "reasons": {c: why for c, why in facts["reasons"].items() if c in new}}


def _written_for(desk: Desk, candidates: Iterable[Candidate]) -> str:
    """Return the candidates a line each, by their codes alone those whom the person may not see."""
    seen = desk.candidates
    return "\n".join(
        offers.named(c) if c in seen else f"{c.code}, whom you do not see" for c in candidates
    )


class SendNames(VacancyForm):
    action = "send_names"
    lead = "The authority is given the names on the shortlist in writing: names only, no scores."
    done = "The names are recorded as sent to the authority."
    final = True
    how = line("How they were sent", help_text="Such as “by e-mail” or “by hand”.")
    on = when("Date they were sent")

    def shown(self) -> list[Answer]:
        """Return the names that are about to be sent."""
        listed = self.position.names_to_send
        return [Answer("Names to send", _written_for(self.desk, listed) or "Nobody")]

    def notes(self) -> list[str]:
        """Say what the authority may do with them."""
        period = self.position.names_law.representations.value.describe()
        return [f"The authority may make representations within {period}."]


class RecordReceipt(VacancyForm):
    action = "record_receipt"
    lead = (
        "The authority's period for representations begins with the day on which it received the "
        "names, not the day on which they were sent."
    )
    done = "The authority's receipt of the names is recorded."
    final = True
    notice = Pick(
        label="Notice received",
        offer=offers.notices_on_their_way,
        nothing="No names are on the way.",
    )
    received_on = when("Date the authority received the names")
    evidence = prose("How the date is known", rows=3, help_text=EVIDENCE)
    attachment = Pick(label="File that shows it", offer=offers.attachments, none=NO_FILE)

    def shown(self) -> list[Answer]:
        """Return the names that are on their way."""
        waiting = {code for n in self.position.notices_now if not n.received_on for code in n.names}
        names = [c for c in self.position.candidates if c.code in waiting]
        return [Answer("Names", _written_for(self.desk, names))] if names else []

    def facts(self) -> dict[str, Any]:
        """Return the facts with the names: one notice is received as a whole."""
        data = dict(self.cleaned_data)
        codes = data.pop("notice").names
        return {**data, "names": [c for c in self.position.candidates if c.code in codes]}


class ReceiptAnswer(VacancyForm):
    """What the authority says to the date that was recorded."""

    final = True
    notice = Pick(label="Notice", offer=offers.notices, nothing="No receipt is recorded.")

    def shown(self) -> list[Answer]:
        """Return each receipt as it is recorded."""
        received = [n for n in self.position.notices_now if n.received_on]
        return [
            Answer(f"Received on {written(n.received_on)}", f"{', '.join(n.names)}: {n.evidence}")
            for n in received
        ]


class CorroborateReceipt(ReceiptAnswer):
    action = "corroborate_receipt"
    lead = "You confirm, for the authority, that it received the names on the date recorded."
    done = "The date of receipt is corroborated."
    button = "Corroborate the date"
    on = when("Date of this answer")


class ContestReceipt(ReceiptAnswer):
    action = "contest_receipt"
    lead = "Both dates stay on the record, and the period runs from the later one."
    done = "The date that the authority gives is recorded."
    received_on = DateField(label="Date the authority says it received the names")
    why = prose("The authority's reason", rows=3)
    on = when("Date of this answer")


class RecordInterviews(VacancyForm):
    action = "record_interviews"
    done = "The interviews are recorded."
    final = True
    candidates = PickMany(
        label="Candidates interviewed",
        offer=offers.candidates(CandidateState.SHORTLISTED),
        nothing="No shortlisted candidate is left to interview.",
    )
    present = PickMany(label="Members of the panel present", offer=offers.panel)
    advisers = PickMany(label="Advisers present", offer=offers.authority, required=False)
    on = when("Date of the interviews")


class TellCandidate(VacancyForm):
    action = "tell_candidate"
    lead = "That something was decided and that the candidate was told it are two facts."
    done = "It is recorded that the candidate was told."
    about = "candidate"
    candidate = Pick(
        label="Candidate", offer=offers.to_be_told, nothing="No candidate waits to be told."
    )
    how = line("How the candidate was told", help_text="Such as “by letter” or “by telephone”.")
    on = when("Date the candidate was told")
