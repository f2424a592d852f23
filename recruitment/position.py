"""Position: all that rules, pages and documents need to know of one vacancy on one day."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any, Self

from accounts.models import User
from casework.hiding import Hidden
from casework.load import as_loaded
from casework.models import Document, Meeting
from law.base import Obstacle, Rule
from recruitment import known
from recruitment.choice import Choice
from recruitment.models import (
    ActingHead,
    Advertisement,
    Advice,
    AgreedScore,
    ApplicationPaper,
    Candidate,
    ClosingExtension,
    Criterion,
    Decision,
    Delegation,
    EqualityCount,
    GapExplained,
    Interest,
    NamesNotice,
    Opinion,
    Plan,
    Representation,
    Reservations,
    ScoreSheet,
    Scoring,
)
from recruitment.stages import LEFT, CandidateState, Stage


@dataclass(frozen=True, kw_only=True)
class Position(Choice):
    """One vacancy as it stands, judged on the day `on` by the law of that day.

    Loaded in a fixed number of queries by `recruitment.load.position`. Every list holds all
    rows of the vacancy, past ones included; the questions below pick those that count on `on`.
    `hidden_names` are those that its reader may not see: see `recruitment.blind`.
    """

    specification: Sequence[Criterion] = ()
    advertisements: Sequence[Advertisement] = ()
    extensions: Sequence[ClosingExtension] = ()
    all_advice: Sequence[Advice] = ()
    opinions: Sequence[Opinion] = ()
    representations: Sequence[Representation] = ()
    reservations: Sequence[Reservations] = ()
    delegations: Sequence[Delegation] = ()
    documents: Sequence[Document] = ()
    plans: Sequence[Plan] = ()
    scorings: Sequence[Scoring] = ()
    sheets: Sequence[ScoreSheet] = ()
    agreed: Sequence[AgreedScore] = ()
    papers: Sequence[ApplicationPaper] = ()
    gaps_explained: Sequence[GapExplained] = ()
    equality: Sequence[EqualityCount] = ()
    hidden_names: tuple[str, ...] = ()

    def judged_on(self, day: date) -> Self:
        """Return the same rows judged on another day, by the law of that day."""
        return replace(self, on=day, regime=self.law.on(day))

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
        """Return the citation of the rule called `name`, or nothing where there is none."""
        rule = self.rule(name)
        return rule.citation if rule else ""

    def rule(self, name: str) -> Rule[Any] | None:
        """Return the rule called `name`, or nothing where the law of this school has none."""
        return self.regime.rule(name)

    def unknown_step(self, action: str) -> Obstacle | None:
        """What to say of a step that the law of this school does not know; nothing if it does.

        An approval that did not appoint by the law of its day leaves the appointment to come.
        """
        approved = self.stage == Stage.APPROVED and self.decision(Decision.Kind.APPROVE)
        if action == "appoint" and approved:
            return None
        if action in known.BY_TRUST and self.scheme_wanting:
            return known.SCHEME_FIRST
        return known.unknown_step(self.regime, action)

    @property
    def scheme_wanting(self) -> bool:
        """Whether it is an academy whose scheme of delegation is not entered."""
        academy = self.regime.key == self.law.ACADEMY
        return academy and self.law.delegation_on(self.on) is None

    def never_known_step(self, action: str) -> Obstacle | None:
        """What to say of a step that the law knows on no day of this case; nothing if on one."""
        days = self.law.days_of_change(self.case.opened_on, self.on)
        unknown = [self.judged_on(day).unknown_step(action) for day in days]
        return unknown[-1] if all(unknown) else None

    def current(self, value: Any) -> Any:
        """Return `value` with every row of this vacancy in it replaced by the row as loaded here.

        Whoever calls an action may hold rows read before the lock. Raises NotInThisCase for a
        row of another vacancy.
        """
        return as_loaded(value, self.case, {
            Candidate: self.candidates, Meeting: self.meetings, Criterion: self.specification,
            Interest: self.interests, NamesNotice: self.notices, Advice: self.all_advice,
            Representation: self.representations, Reservations: self.reservations,
            Document: self.documents, ActingHead: self.acting_heads,
                ApplicationPaper: self.papers,
        })  # fmt: skip

    # Person specification and advertisement

    @property
    def advertisement(self) -> Advertisement | None:
        """The last advertisement, of whatever round, or the last decision not to advertise."""
        return self.advertisements[-1] if self.advertisements else None

    @property
    def advertised(self) -> Advertisement | None:
        """The advertisement that this round rests on: none while the post is to be advertised."""
        return self.advertisement if self.stage != Stage.PANEL_APPOINTED else None

    def extensions_of(self, advertisement: Advertisement) -> list[ClosingExtension]:
        """The extensions of an advertisement, in order."""
        return [e for e in self.extensions if e.advertisement_id == advertisement.pk]

    @property
    def handed_in(self) -> tuple[ScoreSheet, ...]:
        """The scores of this round that members have handed in."""
        return tuple(s for s in self.sheets if s.round == self.case.round and s.handed_in_on)

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """The person specification: its criteria, without those that were removed."""
        return tuple(c for c in self.specification if c.removed_on is None)

    def criterion(self, number: int) -> Criterion | None:
        """The criterion with that number, removed or not: an earlier paper may rest on it."""
        return next((c for c in self.specification if c.number == number), None)

    @property
    def plan(self) -> Plan | None:
        """The timetable last kept as the plan."""
        return self.plans[-1] if self.plans else None

    @property
    def scoring(self) -> Scoring | None:
        """How the panel chose to score in this round, if it did."""
        return next((s for s in self.scorings if s.round == self.case.round), None)

    @cached_property
    def sheets_now(self) -> Mapping[tuple[int, int], ScoreSheet]:
        """The score sheets of this round, by the person who scored and the candidate."""
        now = (s for s in self.sheets if s.round == self.case.round)
        return {(s.person_id, s.candidate_id): s for s in now}

    @cached_property
    def agreed_now(self) -> Mapping[tuple[int, int], AgreedScore]:
        """The agreed scores of this round, by the candidate and the criterion."""
        now = (a for a in self.agreed if a.round == self.case.round)
        return {(a.candidate_id, a.criterion_id): a for a in now}

    @cached_property
    def members(self) -> tuple[User, ...]:
        """The members of the panel as it sits now."""
        return tuple(seat.person for seat in self.panel)

    @property
    def hiding(self) -> tuple[Scoring, ...]:
        """The ways of scoring, of this round or an earlier one, whose names are not opened yet."""
        return tuple(
            s for s in self.scorings if s.names_hidden and not self.has_come(s.names_opened_on)
        )

    @property
    def names_hidden(self) -> bool:
        """Whether names are hidden: until a shortlist is recorded, or until they are opened."""
        return bool(self.hiding)

    @cached_property
    def hidden(self) -> Hidden:
        """The names that the reader of this position may not see."""
        return Hidden(self.hidden_names)

    @property
    def nameless(self) -> tuple[Candidate, ...]:
        """The candidates whose names are hidden now: those who applied in a round that hides."""
        rounds = {s.round for s in self.hiding}
        return tuple(c for c in self.candidates if c.round in rounds)

    def opens_to_panel(self, paper: ApplicationPaper) -> bool:
        """Whether the panel may read the paper: once it is released or, without hiding, at once.

        One that the clerk closed is read by nobody else.
        """
        released = paper.released_on is not None or paper.candidate not in self.nameless
        return released and paper.closed_on is None

    # Candidates

    def candidates_seen_by(self, user: User) -> tuple[Candidate, ...]:
        """The candidates without those in whom the person has an interest that keeps them out."""
        return tuple(c for c in self.candidates if not self.is_conflicted(user, c))

    @property
    def shortlist(self) -> tuple[Candidate, ...]:
        """The shortlisted candidates of this round who have not withdrawn."""
        off = {CandidateState.APPLIED, CandidateState.NOT_SHORTLISTED, *LEFT}
        return tuple(c for c in self.candidates if c.state not in off)

    @property
    def interviewed_and_let_go(self) -> tuple[Candidate, ...]:
        """Those interviewed in this round who were unsuccessful, and can be asked again."""
        unsuccessful = self.candidates_in(CandidateState.UNSUCCESSFUL)
        return tuple(c for c in unsuccessful if c.interviewed_on)

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
        """Reservations put before the decision, which are also advice, not yet considered.

        About somebody who is out of the field there is no decision to come.
        """
        return tuple(
            r
            for r in self.standing_reservations
            if r.before_decision
            and r.candidate.in_field
            and self.has_come(r.put_on)
            and not self.has_come(r.considered_on)
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

    @cached_property
    def open_documents(self) -> tuple[Document, ...]:
        """The documents that are not yet issued."""
        return tuple(d for d in self.documents if d.is_open)
