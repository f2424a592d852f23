"""The names that the authority was given of a vacancy's candidates, and until when it may speak."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from law.appointment.regime import NamesLaw
from law.periods import Period
from recruitment.models import Candidate, NamesNotice
from recruitment.roster import Roster
from recruitment.stages import CandidateState


@dataclass(frozen=True, kw_only=True)
class Naming(Roster):
    """The candidates and the notices of their names. Part of a `Position`."""

    candidates: Sequence[Candidate] = ()
    notices: Sequence[NamesNotice] = ()

    def candidates_in(self, *states: CandidateState) -> tuple[Candidate, ...]:
        """The candidates who stand at one of `states`."""
        return tuple(c for c in self.candidates if c.state in states)

    @property
    def notices_now(self) -> tuple[NamesNotice, ...]:
        """The notices of names of this round: one, and one more for each extension."""
        return tuple(n for n in self.notices if n.round == self.case.round)

    @property
    def notice(self) -> NamesNotice | None:
        """The last notice of names of this round."""
        return self.notices_now[-1] if self.notices_now else None

    def notice_naming(self, candidates: Iterable[Candidate]) -> NamesNotice | None:
        """The notice of this round that named any of them: the first that awaits its receipt.

        Of nobody, it is whichever notice awaits its receipt, or the last one.
        """
        codes = {c.code for c in candidates}
        named = [n for n in self.notices_now if codes & set(n.names)] or self.notices_now
        return next((n for n in named if n.received_on is None), named[-1] if named else None)

    @property
    def names_to_send(self) -> tuple[Candidate, ...]:
        """Those on the shortlist of whom the authority was not given the name in this round."""
        listed = self.candidates_in(CandidateState.SHORTLISTED)
        return tuple(c for c in listed if self.notice_for(c) is None)

    @property
    def added_since_interviews(self) -> tuple[Candidate, ...]:
        """Those put on the shortlist since the day of the interviews, still to be interviewed."""
        held = self.case.interviewed_on
        listed = self.candidates_in(CandidateState.SHORTLISTED)
        return tuple(c for c in listed if held and c.shortlisted_on and c.shortlisted_on >= held)

    @property
    def holding_notices(self) -> tuple[NamesNotice, ...]:
        """The notices whose period is waited for: of somebody in the field, without an answer."""
        field = {c.code for c in self.candidates if c.in_field}
        return tuple(
            n
            for n in self.notices_now
            if field & set(n.names) and not self.has_come(n.none_made_on)
        )

    def notice_for(self, candidate: Candidate) -> NamesNotice | None:
        """The last notice of this round that named the candidate."""
        notice = self.notice_answered(candidate, date.max)
        return notice if notice and notice.round == self.case.round else None

    def notice_answered(self, candidate: Candidate, received_on: date) -> NamesNotice | None:
        """The notice that a paper on the candidate answers: the last one sent by then."""
        named = (n for n in reversed(self.notices) if candidate.code in n.names)
        return next((n for n in named if n.sent_on <= received_on), None)

    @staticmethod
    def counts_from(notice: NamesNotice) -> date | None:
        """The day from which the period is held: the later, where receipt is contested."""
        dates = [d for d in (notice.received_on, notice.contested_to) if d]
        return max(dates, default=None)

    def last_day(self, notice: NamesNotice) -> date | None:
        """The last day of the authority's period, or nothing while no receipt is recorded."""
        start = self.counts_from(notice)
        return self.period_of(notice).last_day(start, self.calendar) if start else None

    @property
    def names_matter(self) -> bool:
        """Whether the law of the school gives the authority names, or gave it some in this case."""
        return bool(self.regime.names or self.notices)

    @property
    def names_law(self) -> NamesLaw:
        """What follows from giving the authority the names, by the law of the day they were given.

        To be asked for only where the law of the school has that, or had it then.
        """
        given = self.notices[-1].sent_on if self.notices else self.on
        return self.law.names_on(given)

    def period_of(self, notice: NamesNotice) -> Period:
        """The authority's period, by the law of the day on which the names were sent."""
        return self.law.names_on(notice.sent_on).representations.value

    def last_day_for(self, candidate: Candidate) -> date | None:
        """The last day for representations on this candidate."""
        notice = self.notice_for(candidate)
        return self.last_day(notice) if notice else None

    def is_open(self, notice: NamesNotice) -> bool:
        """Whether the period still runs on `on`. It has not begun to end without a receipt."""
        last = self.last_day(notice)
        return last is None or self.on <= last
