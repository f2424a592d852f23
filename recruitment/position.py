"""Position: all that rules, pages and documents need to know of one vacancy on one day."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.db.models import Model

from accounts.models import User
from casework.action import NotInThisCase
from casework.models import Attachment, Document, Meeting
from recruitment.models import (
    Advertisement,
    Advice,
    Candidate,
    Check,
    Criterion,
    Decision,
    Interest,
    NamesNotice,
    Opinion,
    Representation,
    Reservations,
)
from recruitment.roster import Roster
from recruitment.stages import CandidateState, Stage


@dataclass(frozen=True, kw_only=True)
class Position(Roster):
    """One vacancy as it stands, judged on the day `on` by the law of that day.

    Loaded in a fixed number of queries by `recruitment.load.position`. Every list holds all
    rows of the vacancy, past ones included; the questions below pick those that count on `on`.
    """

    specification: tuple[Criterion, ...] = ()
    advertisements: tuple[Advertisement, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    notices: tuple[NamesNotice, ...] = ()
    all_advice: tuple[Advice, ...] = ()
    opinions: tuple[Opinion, ...] = ()
    representations: tuple[Representation, ...] = ()
    reservations: tuple[Reservations, ...] = ()
    decisions: tuple[Decision, ...] = ()
    checks: tuple[Check, ...] = ()
    documents: tuple[Document, ...] = ()

    # What the machinery asks

    @property
    def stage(self) -> str:
        """The stage that the vacancy has reached."""
        return str(self.case.stage)

    @property
    def stage_name(self) -> str:
        """The stage, in words."""
        return Stage(self.case.stage).label

    @property
    def law_version(self) -> str:
        """Which table of the law, in which edition, this position is judged by."""
        return f"{self.regime.key} {self.regime.version}"

    def provision(self, name: str) -> str:
        """Return the citation of the rule called `name`, or nothing for an empty name."""
        if not name:
            return ""
        rules = {rule.key: rule for rule in self.regime.rules()}
        return rules[name].citation

    def current(self, value: Any) -> Any:
        """Return `value` with every row of this vacancy in it replaced by the row as loaded here.

        Whoever calls an action may hold rows read before the lock. Raises NotInThisCase for a
        row of another vacancy.
        """
        if isinstance(value, list | tuple):
            return [self.current(item) for item in value]
        if isinstance(value, Attachment) and value.case_id != self.case.pk:
            raise NotInThisCase(f"“{value}” is not kept with this vacancy.")
        if type(value) not in self._rows:
            return value
        try:
            return self._rows[type(value)][value.pk]
        except KeyError:
            raise NotInThisCase(f"“{value}” does not belong to this vacancy.") from None

    @cached_property
    def _rows(self) -> dict[type[Model], dict[int, Model]]:
        lists = (
            (Candidate, self.candidates), (Meeting, self.meetings), (Criterion, self.specification),
            (Interest, self.interests), (NamesNotice, self.notices), (Advice, self.all_advice),
            (Representation, self.representations), (Reservations, self.reservations),
            (Document, self.documents),
        )  # fmt: skip
        return {model: {row.pk: row for row in rows} for model, rows in lists}

    # Person specification and advertisement

    @property
    def advertisement(self) -> Advertisement | None:
        """The advertisement of this round, or the decision not to advertise."""
        return self.advertisements[-1] if self.advertisements else None

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """The person specification: its criteria, without those that were removed."""
        return tuple(c for c in self.specification if c.removed_on is None)

    def criterion(self, number: int) -> Criterion | None:
        """The criterion with that number, removed or not: an earlier paper may rest on it."""
        return next((c for c in self.specification if c.number == number), None)

    # Candidates

    def candidates_in(self, *states: CandidateState) -> tuple[Candidate, ...]:
        """The candidates who stand at one of `states`."""
        return tuple(c for c in self.candidates if c.state in states)

    def candidates_seen_by(self, user: User) -> tuple[Candidate, ...]:
        """The candidates without those in whom the person has an interest that keeps them out."""
        return tuple(c for c in self.candidates if not self.is_conflicted(user, c))

    @property
    def chosen(self) -> Candidate | None:
        """The candidate whom the panel recommended in this round, whatever became of it."""
        decision = self.decision(Decision.Kind.RECOMMEND)
        return decision.candidate if decision else None

    @property
    def ever_chosen(self) -> frozenset[Candidate]:
        """Whoever was recommended in this round or an earlier one."""
        return frozenset(d.candidate for d in self.decisions if d.candidate)

    @property
    def shortlist(self) -> tuple[Candidate, ...]:
        """The shortlisted candidates of this round who have not withdrawn."""
        off = {CandidateState.APPLIED, CandidateState.NOT_SHORTLISTED, CandidateState.WITHDRAWN}
        return tuple(c for c in self.candidates if c.state not in off)

    @property
    def panel_can_act(self) -> bool:
        """Whether enough members can act on everybody in the field, one of them trained."""
        least, field = self.regime.panel_acts_with.value, [c for c in self.candidates if c.in_field]
        free = (
            sum(not self.is_conflicted(s.person, candidate) for s in self.panel)
            for candidate in field
        )
        trained = sum(seat.is_trained for seat in self.panel)
        return (
            len(self.panel) >= least
            and all(number >= least for number in free)
            and trained >= self.regime.trained_member.value
        )

    # Names, receipt, period

    @property
    def notice(self) -> NamesNotice | None:
        """The last notice of names of this round."""
        return next((n for n in reversed(self.notices) if n.round == self.case.round), None)

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
        return self.regime.representations.value.last_day(start, self.calendar) if start else None

    def last_day_for(self, candidate: Candidate) -> date | None:
        """The last day for representations on this candidate."""
        notice = self.notice_for(candidate)
        return self.last_day(notice) if notice else None

    def is_open(self, notice: NamesNotice) -> bool:
        """Whether the period still runs on `on`. It has not begun to end without a receipt."""
        last = self.last_day(notice)
        return last is None or self.on <= last

    # Advice, representations, reservations

    def is_in_time(self, representation: Representation) -> bool:
        """Whether it was received within the period. Other defects do not take that away."""
        day = representation.received_on
        notice = self.notice_answered(representation.candidate, day)
        last = self.last_day(notice) if notice else None
        return notice is not None and (last is None or day <= last)

    def representations_on(self, candidate: Candidate) -> tuple[Representation, ...]:
        """The representations on the candidate that stand: in time and not withdrawn."""
        return tuple(
            r for r in self.representations if r.candidate_id == candidate.pk and self.stands(r)
        )

    def stands(self, representation: Representation) -> bool:
        """Whether it is a representation in law today: come, in time and not withdrawn."""
        come = self.has_come(representation.received_on)
        withdrawn = self.has_come(representation.withdrawn_on)
        return come and not withdrawn and self.is_in_time(representation)

    @cached_property
    def advice(self) -> tuple[Advice, ...]:
        """All advice, and the late representations that are advice because they are late."""
        return tuple(a for a in self.all_advice if self._is_advice(a.late_paper))

    def _is_advice(self, paper: Representation | None) -> bool:
        return paper is None or not (self.is_in_time(paper) or paper.withdrawn_on)

    @property
    def unconsidered(self) -> tuple[Representation, ...]:
        """The standing representations that the panel has still to consider, on anyone."""
        return tuple(
            r for r in self.representations if self.stands(r) and not self.has_come(r.considered_on)
        )

    @property
    def unconsidered_advice(self) -> tuple[Advice, ...]:
        """The advice that those to whom it was given have still to consider."""
        return tuple(
            a
            for a in self.advice
            if self.has_come(a.given_on) and not self.has_come(a.considered_on)
        )

    @property
    def unconsidered_reservations(self) -> tuple[Reservations, ...]:
        """Reservations put before the decision, which are also advice, not yet considered."""
        return tuple(
            r
            for r in self.standing_reservations
            if r.before_decision and self.has_come(r.put_on) and not self.has_come(r.considered_on)
        )

    @property
    def standing_reservations(self) -> tuple[Reservations, ...]:
        """The reservations that the adviser has not withdrawn."""
        return tuple(r for r in self.reservations if not self.has_come(r.withdrawn_on))

    @property
    def unacknowledged(self) -> tuple[Reservations, ...]:
        """Reservations that nobody has acknowledged."""
        return tuple(r for r in self.standing_reservations if r.acknowledged_on is None)

    @property
    def awaiting_reasons(self) -> tuple[Representation, ...]:
        """The representations on the person recommended whose reasons have not reached both.

        A recommendation of an earlier round does not answer for this one.
        """
        decision = self.decision(Decision.Kind.RECOMMEND)
        if decision is None or decision.candidate is None:
            return ()
        standing = self.representations_on(decision.candidate)
        return tuple(r for r in standing if not self._answered(r, decision.decided_on))

    def _answered(self, paper: Representation, recommended: date) -> bool:
        days = (paper.reasons_to_governing_body_on, paper.reasons_to_authority_on)
        return bool(paper.reasons) and all(
            day and recommended <= day and self.has_come(day) for day in days
        )

    @property
    def reasons_given_on(self) -> date | None:
        """The day on which the panel's reasons had reached both, if every reason owed has."""
        papers = self.representations_on(self.chosen) if self.chosen else ()
        if not papers or self.awaiting_reasons:
            return None
        return max(r.reasons_to_authority_on for r in papers if r.reasons_to_authority_on)

    @property
    def advisers_not_suitable(self) -> tuple[Candidate, ...]:
        """Candidates last found not suitable by an adviser, with no representation on them."""
        latest = {o.candidate_id: o for o in self.opinions}
        return tuple(
            c
            for c in self.shortlist
            if (o := latest.get(c.pk))
            and o.verdict == Opinion.Verdict.NOT_SUITABLE
            and not self.representations_on(c)
        )

    # Decisions and checks

    def decision(self, kind: Decision.Kind) -> Decision | None:
        """The decision of that kind in this round."""
        return next(
            (d for d in self.decisions if d.kind == kind and d.round == self.case.round), None
        )

    def check_done(self, key: str) -> Check | None:
        """The check of the chosen candidate that stands for `key`, if it was made."""
        chosen = self.chosen
        return next(
            (
                c
                for c in reversed(self.checks)
                if chosen and c.candidate_id == chosen.pk and c.key == key and self._made(c)
            ),
            None,
        )

    def check_standing(self, key: str) -> Check | None:
        """The check of the chosen candidate that is recorded and not undone, whatever its date."""
        chosen = self.chosen
        return next(
            (
                c
                for c in self.checks
                if chosen and c.candidate_id == chosen.pk and c.key == key and c.undone_on is None
            ),
            None,
        )

    def _made(self, check: Check) -> bool:
        return self.has_come(check.done_on) and not self.has_come(check.undone_on)

    @property
    def checks_complete_on(self) -> date | None:
        """The day of the last check, once every check of this school's list is recorded."""
        done = [self.check_done(rule.value.key) for rule in self.regime.checks]
        days = [check.done_on for check in done if check]
        return max(days) if days and len(days) == len(done) else None

    @cached_property
    def open_documents(self) -> tuple[Document, ...]:
        """The documents that are not yet issued."""
        return tuple(d for d in self.documents if d.is_open)
