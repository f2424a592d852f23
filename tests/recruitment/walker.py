"""A walker who takes a headship wherever chance leads: sensible steps and foolish ones."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from random import Random
from typing import Any, TypeVar

from accounts.models import User
from casework.models import Attendance, Document, Meeting
from law.equality import QUESTIONS
from law.standards import STANDARDS, of_nation
from recruitment import blind
from recruitment.corrections import CORRECTABLE
from recruitment.documents import KINDS
from recruitment.models import (
    ActingHead,
    Advice,
    Appointee,
    Candidate,
    Criterion,
    Interest,
    Opinion,
    Vacancy,
)
from recruitment.models.delegation import DecidingBody
from recruitment.points import Point
from recruitment.position import Position
from recruitment.stages import AgainFrom, CandidateState
from tests.recruitment.evening_walker import EVENING
from tests.recruitment.headship import Headship

T = TypeVar("T")
Facts = dict[str, Any]


class Nothing(Exception):
    """The walker has nothing to try this action on."""


@dataclass
class Walker:
    """Draws the facts of actions from a position. Most are sound, some are not."""

    case: Headship
    chance_of: Random
    wish: str = ""  # the action that this walk would like to come to
    careful: bool = False  # whether whatever is likely is so
    known_to_hold: dict[str, Any] = field(default_factory=dict)  # if nothing was done since
    position: Position = field(init=False)
    day: date = field(init=False)

    def look(self, day: date) -> None:
        """Read the case as it stands on `day`."""
        self.day = day
        self.position = self.case.position(day)

    # Chances

    def one(self, choices: Sequence[T]) -> T:
        if not choices:
            raise Nothing
        return self.chance_of.choice(list(choices))

    def chance(self, in_ten: int) -> bool:
        if self.careful:
            return in_ten >= 5
        return self.chance_of.randint(1, 10) <= in_ten

    def some(self, choices: Sequence[T], *, all_in_ten: int = 8) -> list[T]:
        if self.chance(all_in_ten):
            return list(choices)
        return [choice for choice in choices if self.chance(5)]

    def text(self, called: str) -> str:
        return called if self.chance(9) else ""

    @property
    def governors(self) -> list[User]:
        return [m.user for m in self.position.governors_on(self.day)]

    @property
    def anybody(self) -> list[User]:
        return [*self.governors, *self.case.people.values()]

    @property
    def panel(self) -> list[User]:
        return [seat.person for seat in self.position.panel]

    def held(self) -> Meeting:
        held = [m for m in self.position.meetings if m.held]
        return self.one(held[-1:] if self.chance(7) else held)

    def due(self) -> list[Meeting]:
        """The meetings whose day has come, and which are not recorded as held."""
        return [m for m in self.position.meetings if not m.held and m.held_on <= self.day]

    def applied(self) -> list[Candidate]:
        return list(self.position.candidates_in(CandidateState.APPLIED))

    def grounds(self) -> list[str]:
        """Return the grounds of refusal that the law of the school knows."""
        known = self.position.regime.refusal_grounds
        return [ground.key for ground in known.value] if known else []

    def any_candidate(self) -> Candidate:
        return self.one(self.position.candidates)

    def points(self) -> list[Point]:
        return [
            Point(
                criterion=self.chance_of.randint(1, 4),
                seen="Two of five questions were not answered",
                seen_by="Ifor Prys",
                seen_on=self.day,
                source=self.text("interview"),
                inference="Not yet shown",
            )
            for _ in range(self.chance_of.randint(0, 2))
        ]

    def votes(self, meeting: Meeting, *, ayes: bool) -> Facts:
        here = sum(
            a.capacity == Attendance.Capacity.MEMBER for a in self.position.attendance_at(meeting)
        )
        against = 0 if self.chance(8) else here - here // 2
        for_ = here - against
        if not ayes:
            for_, against = against, for_
        return {
            "meeting": meeting,
            "votes_for": for_,
            "votes_against": against,
            "abstained": 0 if self.chance(9) else 1,
            "withdrew": [],
            "casting": "" if self.chance(9) else "for",
        }

    def a_scheme(self) -> Facts:
        bodies = list(DecidingBody)
        return {
            "panel_minimum": self.one([0, 2, 3, 3, 5]),
            "panel_minimum_source": self.text("4.2"),
            "approval": self.one([*bodies, DecidingBody.GOVERNING_BODY]),
            "approval_source": self.text("4.3"),
            "appointer": self.one(bodies),
            "appointer_source": self.text("4.4"),
            "consents": self.one([[], [], ["the bishop"]]),
            "consents_source": self.text("Article 59"),
        }

    def a_panel(self) -> Facts:
        members = self.governors[:4] if self.chance(8) else self.some(self.anybody, all_in_ten=1)
        return {
            "members": members,
            "chair": self.one(members),
            "trained": members[:2] if self.chance(9) else [],
            **self.votes(self.held(), ayes=True),
        }

    def a_meeting(self) -> Facts:
        return {
            "body": Meeting.Body.GOVERNING_BODY if self.chance(8) else Meeting.Body.PANEL,
            "purpose": self.text("To decide"),
            "notice_to_authority": self.chance(9),
            "held_on": self.day + timedelta(days=self.one([0, 3, 8, 8, 12])),
            "at": time(18),
            "place": "The hall",
            "agenda": [self.text("The matter")],
        }

    def a_shortlist(self) -> Facts:
        return {
            "candidates": self.some(self.applied()),
            "reasons": {c.code: self.text("Meets the criteria") for c in self.applied()},
            "shortlisters": self.some(self.panel),
        }

    def an_extension(self) -> Facts:
        late = self.applied()
        off = list(self.position.candidates_in(CandidateState.NOT_SHORTLISTED))
        added = self.some(self.one([late, [*late, *off]]))
        return {
            "candidates": added,
            "reasons": {c.code: self.text("Came late; meets them") for c in [*late, *added]},
            "shortlisters": self.some(self.panel),
        }

    def a_receipt(self) -> Facts:
        notice = self.one(self.position.notices)
        return {
            "names": [c for c in self.position.candidates if c.code in notice.names],
            "received_on": self.day,
            "evidence": self.text("Signed for"),
        }

    def a_notice(self) -> Facts:
        return {"notice": self.one([None, *self.position.notices_now])}

    def a_reservation(self) -> Facts:
        parts = ("not_disputed", "conclusion", "same_yardstick", "earlier_advice", "limits",
                 "why_it_matters", "what_would_settle_it", "what_governors_must_do",
                 "interests", "capacity", "authority_to_sign", "copies")  # fmt: skip
        whole = self.chance(8)
        return {
            "candidate": self.any_candidate(),
            "before_decision": self.chance(7),
            "points": self.points(),
            **{part: "Said" if whole else self.text("Said") for part in parts},
        }

    def a_check(self) -> Facts:
        rules = [
            r for r in self.position.regime.checks if not self.position.check_done(r.value.key)
        ]
        rule = self.one(rules)
        return {
            "check": rule.value.key,
            "done_by": "Joan Beck",
            "evidence": self.text("Seen"),
            "applies": rule.value.required == "always" or self.chance(1),
            "satisfactory": not (self.chance(1) and self.chance(3)),
        }

    def a_draft(self) -> Facts:
        kind = self.one(list(KINDS.values()))
        return {"kind": kind.key, "about": self.one(list(kind.subjects(self.position))).about}

    def a_document(self, *statuses: Document.Status) -> Facts:
        here = [d for d in self.position.documents if d.status in statuses or self.chance(1)]
        return {"document": self.one(here)}

    def a_correction(self) -> Facts:
        what = self.one(list(CORRECTABLE))
        moved = (self.day - timedelta(days=self.chance_of.randint(0, 5))).isoformat()
        which = self.position.candidates[0].code if self.position.candidates else ""
        to = "Another Name" if what == "candidate_name" else moved
        return {"what": what, "to": to, "why": self.text("Mistyped"), "which": which}

    def facts_for(self, action: str) -> Facts:
        """Return facts for the action. Raise Nothing where there is nothing to do it on."""
        return FACTS[action](self)

    def day_of(self, facts: Facts) -> date:
        """Return the day on which it is done: what a meeting decided, mostly that meeting's."""
        meeting = facts.get("meeting")
        if meeting and meeting.held and self.chance(8):
            day: date = meeting.held_on
            return day
        return self.day


Status = Document.Status
FACTS: dict[str, Callable[[Walker], Facts]] = {
    **EVENING,
    "notify_authority": lambda w: {"how": w.text("by e-mail")},
    "name_adviser": lambda w: {
        "adviser": w.one([w.case.people["adviser"], *w.governors]),
        "agreement": w.text("A letter of 1 September"),
    },
    "enter_scheme": lambda w: w.a_scheme(),
    "keep_plan": lambda w: {
        "start": w.one([date(2027, 1, 1), date(2027, 4, 12), date(2026, 1, 1)]),
        "appointee": w.one(list(Appointee)),
    },
    "record_undertaking": lambda w: {
        "person": w.one(w.governors),
        "text": w.text("I shall not apply"),
    },
    "record_trust_decision": lambda w: {
        "approved": w.chance(7),
        "why": w.text("Not persuaded"),
        "evidence": w.text("Minute 12"),
    },
    "record_trust_reversal": lambda w: {
        "why": w.text("A wrong paper was read"),
        "evidence": w.text("Minute 13"),
    },
    "record_consent": lambda w: {
        "consent": w.one(["the dean", *w.position.consents_wanting]),
        "evidence": w.text("A letter"),
    },
    "admit": lambda w: {"person": w.one(w.anybody), "role": w.one(["governor", "officer", "x"])},
    "dismiss": lambda w: {"person": w.one(w.anybody), "role": "officer", "why": w.text("Left")},
    "correct": lambda w: w.a_correction(),
    "declare_interest": lambda w: {
        "person": w.one(w.governors),
        "kind": Interest.Kind.FRIENDSHIP,
        "detail": w.text("Old friends"),
        "effect": w.one([Interest.Effect.NONE, Interest.Effect.NONE, *Interest.Effect]),
        "candidate": w.one([None, *w.position.candidates]),
        "named": w.one(["", *blind.roster(w.position)]),
    },
    "end_interest": lambda w: {"interest": w.one(w.position.interests), "why": w.text("Over")},
    "start_specification": lambda w: {
        "standards": w.one(["", *STANDARDS, of_nation(w.position.regime.nation).key]),
        "like": w.one(["", "", "HT-2026-99999"]),
    },
    "add_criterion": lambda w: {
        "text": w.text(w.one(["Leads teaching", "Leads safeguarding", "Manages a budget"])),
        "tested_by": w.some(list(Criterion.TestedBy)),
        "essential": w.chance(9),
    },
    "remove_criterion": lambda w: {"criterion": w.one(w.position.criteria)},
    "settle_criteria": lambda w: {},
    "advertise": lambda w: {
        "where": w.text("The authority's page"),
        "closing_on": w.day + timedelta(days=w.one([-1, 5, 5, 5])),
    },
    "extend_closing": lambda w: {
        "closing_on": w.day + timedelta(days=w.one([-1, 5, 10, 500])),
        "why": w.text("Few came"),
        "where": w.text("The authority's page"),
    },
    "publish_again": lambda w: {"why": w.text("A criterion is wanting")},
    "decide_not_to_advertise": lambda w: {
        "reason": w.text("Two schools become one"),
        "meeting": w.one([None, *w.position.meetings]),
        "proposals": w.text("Proposals of May"),
        "applicant": w.text("The head of the other school"),
    },
    "call_meeting": lambda w: w.a_meeting(),
    "hold_meeting": lambda w: {
        "meeting": w.one(w.due() or w.position.meetings),
        "present": w.some(w.governors),
        "chaired_by": w.one(w.governors),
    },
    "minute_item": lambda w: {
        "meeting": w.one(w.position.meetings),
        "title": w.text("Timetable"),
        "minute": w.text("Agreed"),
    },
    "appoint_panel": lambda w: w.a_panel(),
    "change_panel": lambda w: w.a_panel(),
    "leave_panel": lambda w: {
        "person": w.one(w.panel),
        "chair": w.one([None, *w.panel]),
        "why": w.text("Unwell"),
    },
    "add_candidate": lambda w: {"name": w.text("Ada Brook"), "internal": w.chance(2)},
    "count_equality_answers": lambda w: {
        "answers": {q: {"not_said": w.one([0, 5, 5, 7])} for q in QUESTIONS},
    },
    "withdraw_candidate": lambda w: {"candidate": w.any_candidate(), "why": w.text("Another post")},
    "shortlist": lambda w: w.a_shortlist(),
    "send_names": lambda w: {"how": w.text("by hand")},
    "extend_shortlist": lambda w: w.an_extension(),
    "record_receipt": lambda w: w.a_receipt(),
    "corroborate_receipt": lambda w: w.a_notice(),
    "contest_receipt": lambda w: {
        **w.a_notice(),
        "received_on": w.day - timedelta(days=w.chance_of.randint(0, 3)),
        "why": w.text("It reached us later"),
    },
    "record_interviews": lambda w: {
        "candidates": w.some(w.position.candidates_in(CandidateState.SHORTLISTED)),
        "present": w.some(w.panel),
    },
    "tell_candidate": lambda w: {"candidate": w.any_candidate(), "how": w.text("by telephone")},
    "give_advice": lambda w: {
        "given_by": "Ifor Prys",
        "capacity": "adviser",
        "form": w.one(list(Advice.Form)),
        "to": w.one(list(Meeting.Body)),
        "text": w.text("Ask every candidate about budgets"),
    },
    "consider_advice": lambda w: {"advice": w.one(w.position.advice), "minute": w.text("Noted")},
    "record_opinion": lambda w: {
        "candidate": w.any_candidate(),
        "verdict": w.one(list(Opinion.Verdict)),
        "points": w.points(),
        "summary": "So far",
    },
    "make_no_representations": lambda w: {"said_by": "Joan Beck", **w.a_notice()},
    "make_representations": lambda w: {
        "candidate": w.any_candidate(),
        "made_by": w.text("The director"),
        "received_on": w.day,
        "text": w.text("Criterion 1 was not shown"),
        "addressed_to": w.one(["The selection panel", "The chair"]),
        "points": w.points(),
    },
    "withdraw_representations": lambda w: {
        "representation": w.one(w.position.representations),
        "why": w.text("New evidence"),
    },
    "consider_representations": lambda w: {
        "candidate": w.any_candidate(),
        "minute": w.text("Considered at length"),
    },
    "give_reasons": lambda w: {
        "reasons": w.text("The evidence at interview"),
        "to_governing_body_on": w.day,
        "to_authority_on": w.day,
    },
    "put_reservations": lambda w: w.a_reservation(),
    "withdraw_reservations": lambda w: {
        "reservations": w.one(w.position.reservations),
        "why": w.text("A mistake"),
    },
    "acknowledge_reservations": lambda w: {"reservations": w.one(w.position.reservations)},
    "consider_reservations": lambda w: {
        "reservations": w.one(w.position.reservations),
        "minute": w.text("Considered"),
    },
    "recommend": lambda w: {"candidate": w.any_candidate(), "reasons": w.text("The strongest")},
    "recommend_nobody": lambda w: {"why": w.text("Nobody met the criteria")},
    "approve": lambda w: w.votes(w.held(), ayes=True),
    "decline": lambda w: {"why": w.text("Not persuaded"), **w.votes(w.held(), ayes=False)},
    "notify_approval": lambda w: {"how": w.text("by e-mail")},
    "appoint": lambda w: {},
    "refuse": lambda w: {
        "ground": w.one(["merit", *w.grounds()]),
        "evidence": w.text("The register"),
    },
    "repeat_steps": lambda w: {
        "again_from": w.one(list(AgainFrom)),
        "why": w.text("To find somebody"),
        "meeting": w.one([None, w.held(), w.held()]),
    },
    "make_offer": lambda w: {
        "starts_on": w.position.case.outgoing_last_day + timedelta(days=w.one([0, 1, 1])),
        "salary": "L20",
    },
    "accept_offer": lambda w: {},
    "name_acting_head": lambda w: {
        "kind": w.one(list(ActingHead.Kind)),
        "person": w.one([None, None, *w.governors]),
        "name": w.text("Lyn Fell"),
        "since": w.day + timedelta(days=w.one([0, 1, 30])),
        "until": w.one([None, w.day + timedelta(days=60)]),
        "share": w.one([100, 100, 50, 101]),
        "arranged": w.text("The deputy agreed to act"),
        "evidence": w.text("A letter"),
        "meeting": w.one([None, *w.position.meetings]),
    },
    "end_acting_head": lambda w: {
        "acting": w.one(w.position.acting_heads),
        "why": w.text("The new head starts"),
    },
    "determine_pay": lambda w: {
        "group": w.one([3, 3, 9]),
        "group_maximum": w.one([80_000, 80_000, None]),
        "minimum": 70_000,
        "maximum": w.one([80_000, 90_000, 120_000, 60_000]),
        "reasons": w.text("A school of this size"),
        "business_case": w.text("Two schools in difficulty"),
        "advised_by": w.text("A consultant"),
        "meeting": w.one([None, *w.position.meetings]),
    },
    "assess_risk": lambda w: {
        "supervision": w.text("Never alone with pupils"),
        "supervised_by": w.text("The deputy"),
        "until": w.day + timedelta(days=w.one([-1, 30, 200])),
        "reasons": w.text("The certificate is delayed"),
    },
    "record_check": lambda w: w.a_check(),
    "undo_check": lambda w: {"check": w.one(w.position.checks).key, "why": w.text("Mistaken")},
    "confirm": lambda w: {},
    "take_up_post": lambda w: {},
    "withdraw_vacancy": lambda w: {
        "because": w.one(list(Vacancy.Ending)),
        "why": w.text("The resignation was withdrawn"),
    },
    "decline_offer": lambda w: {"why": w.text("A post nearer home")},
    "withdraw_appointment": lambda w: {
        "check": w.one([rule.value.key for rule in w.position.regime.checks]),
        "done_by": w.text("Joan Beck"),
        "evidence": w.text("An entry in the list"),
        "why": w.text("The check was not satisfactory"),
    },
    "withdraw_offer": lambda w: {
        "check": w.one(["", *(rule.value.key for rule, _ in w.position.checks_failed)]),
        "why": w.text("The check was not satisfactory"),
    },
    "withdraw_recommendation": lambda w: {"why": w.text("A reference came late")},
    "rescind_decision": lambda w: {
        "why": w.text("The vote was taken on a wrong paper"),
        **w.votes(w.held(), ayes=True),
    },
    "pause": lambda w: {
        "why": w.text("The school may federate"),
        "until": w.one([None, w.day + timedelta(days=5)]),
    },
    "resume": lambda w: {"why": w.text("It will not federate")},
    "draft_document": lambda w: w.a_draft(),
    "edit_document": lambda w: {**w.a_document(Status.DRAFT), "paper": None},
    "approve_document": lambda w: w.a_document(Status.DRAFT),
    "issue_document": lambda w: w.a_document(Status.APPROVED),
    "record_sending": lambda w: {**w.a_document(Status.ISSUED), "to": ["A"], "how": w.text("post")},
    "revoke_document": lambda w: {**w.a_document(Status.ISSUED), "why": w.text("Wrong date")},
}
