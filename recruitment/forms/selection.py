"""Forms of the selection: longlist, shortlist, names and their receipt, interviews."""

from collections.abc import Iterable
from typing import Any

from django import forms

from casework.forms import DateField, YesNoField
from casework.forms.action import Answer, Section
from casework.forms.fields import line, prose
from casework.forms.picks import Pick, PickMany
from casework.forms.when import when
from casework.words import written
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


class Longlist(VacancyForm):
    action = "longlist"
    lead = (
        "Where there are many, the panel first chooses whom it considers further. Give a reason "
        "for everybody who is left off: they are not shortlisted, and are told so."
    )
    done = "The longlist is recorded."
    final = True
    marks_optional = False
    on = when("Date of the longlisting")

    def build(self) -> None:
        """Ask about every applicant."""
        self.fields |= {name: each for c in self._applicants() for name, each in _row(c).items()}
        for c in self._applicants():
            self.fields[f"is_{c.code}"].label = f"Is {offers.named(c)} on the longlist?"

    def sections(self) -> list[Section]:
        """Return a part for each applicant, then the date."""
        rows = [
            Section((self[f"is_{c.code}"], self[f"why_{c.code}"]), offers.named(c))
            for c in self._applicants()
        ]
        return [*rows, Section((self["on"],))]

    def facts(self) -> dict[str, Any]:
        """Return those on the longlist, and the reasons by code."""
        data, rows = self.cleaned_data, self._applicants()
        return {
            "candidates": [c for c in rows if data[f"is_{c.code}"]],
            "reasons": {c.code: data[f"why_{c.code}"] for c in rows},
            "on": data["on"],
        }

    def _applicants(self) -> list[Candidate]:
        return [c for c in self.desk.candidates if c.state == CandidateState.APPLIED]


class Shortlist(VacancyForm):
    action = "shortlist"
    lead = (
        "Give a reason for every applicant, against the person specification: the same yardstick "
        "for those shortlisted and those not."
    )
    done = "The shortlist is recorded."
    final = True
    marks_optional = False
    shortlisters = PickMany(label="Who shortlisted", offer=offers.panel)
    on = when("Date of the shortlisting")

    def build(self) -> None:
        """Ask about every applicant."""
        self.fields |= {name: each for c in self._applicants() for name, each in _row(c).items()}

    def sections(self) -> list[Section]:
        """Return a part for each applicant, then who shortlisted and when."""
        rows = [
            Section((self[f"is_{c.code}"], self[f"why_{c.code}"]), offers.named(c))
            for c in self._applicants()
        ]
        return [*rows, Section((self["shortlisters"], self["on"]), "The shortlisting")]

    def facts(self) -> dict[str, Any]:
        """Return those shortlisted, and a reason for each applicant by code."""
        data, rows = self.cleaned_data, self._applicants()
        return {
            "candidates": [c for c in rows if data[f"is_{c.code}"]],
            "reasons": {c.code: data[f"why_{c.code}"] for c in rows},
            "shortlisters": data["shortlisters"],
            "on": data["on"],
        }

    def _applicants(self) -> list[Candidate]:
        return [c for c in self.desk.candidates if c.state == CandidateState.APPLIED]


class ExtendShortlist(Shortlist):
    action = "extend_shortlist"
    lead = (
        "Late applicants can be put on the shortlist, and so can those who had been left off it. "
        "The authority is then given the new names, and has a new period for them."
    )
    done = "The shortlist is extended."

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
        new = {c.code for c in facts["candidates"]} | {c.code for c in self._late()}
        return {**facts, "reasons": {c: why for c, why in facts["reasons"].items() if c in new}}

    def _applicants(self) -> list[Candidate]:
        off = [c for c in self.desk.candidates if c.state == CandidateState.NOT_SHORTLISTED]
        return [*self._late(), *off]

    def _late(self) -> list[Candidate]:
        return [c for c in self.desk.candidates if c.state == CandidateState.APPLIED]


def _row(candidate: Candidate) -> dict[str, forms.Field]:
    code = candidate.code
    return {
        f"is_{code}": YesNoField(label=f"Is {candidate.name} ({code}) shortlisted?"),
        f"why_{code}": prose(f"Reason for {code}", rows=3, required=False),
    }


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
