"""Somebody who does at random what a cycle allows, and now and then what it does not."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any

from casework.action import Actor, Refused, Stranger
from governance import rules
from governance.actions import ACTIONS
from governance.actions.appeal import Hearing
from governance.actions.review import Judged
from governance.models import (
    Appeal,
    AppealsOfficer,
    Appraiser,
    Consultation,
    Cycle,
    Handing,
    Information,
    Objection,
    Objective,
    Pay,
    Point,
    Progress,
)
from governance.policies import TABLE
from governance.position import Position
from tests.governance.cycle import ON_SYSTEM, WHOLE, Year
from tests.recruitment.headship import person

Given = dict[str, Any]
ROLES = (
    "clerk", "chair", "first", "second", "head", "adviser", "officer", "staff", "other", "judge",
)  # fmt: skip
PAPERS = frozenset(name for name in ACTIONS if name.endswith("_document") or "sending" in name)
SEAT = AppealsOfficer.Capacity


@dataclass
class Walker:
    """One walk through the cycle of `made`, by the dice."""

    made: Year
    dice: Random
    outcomes: Counter[str] = field(default_factory=Counter)
    stages: Counter[str] = field(default_factory=Counter)
    turns: Counter[str] = field(default_factory=Counter)

    def step(self) -> None:
        """Let some time pass or none, and try one action, as likely as not one that is possible."""
        if self.dice.random() < 0.3:
            self.made.after(self.dice.choice((1, 2, 5, 20)))
        p = self.made.position()
        wanted = self.wanted(p)
        weights = [1 / (1 + self.turns[name]) ** 2 for name in wanted]
        self.try_to(p, self.dice.choices(wanted, weights)[0])

    def wanted(self, p: Position) -> list[str]:
        """Return the actions to choose from: mostly those that nothing known holds up.

        What was done least is then the likeliest, but what ends a walk early is rare.
        """
        names = [name for name in TABLE if name in ACTIONS and name not in PAPERS]
        if self.dice.random() < 0.2:
            return names
        rare = {"end_early", "close", "change_dates", "drop_objective", "end_engagement"}
        if self.dice.random() < 0.95:
            names = [name for name in names if name not in rare]
        return [name for name in names if self._possible(p, name)] or names

    def _possible(self, p: Position, name: str) -> bool:
        found = rules.obstacles(p, name, {})
        return p.stage in TABLE[name].stages and not any(o.blocks for o in found)

    def try_to(self, p: Position, name: str) -> None:
        """Do the action as whoever may, or sometimes as anybody; count how it went."""
        role = self._who(name)
        given = FACTS.get(name, nothing)(self, p)
        if given is None:
            self.outcomes["nothing to give"] += 1
            return
        try:
            ACTIONS[name](self.made.cycle, **given, by=Actor(self.made.people[role]),
                          on=self.day())  # fmt: skip
        except (Refused, Stranger) as refusal:
            self.outcomes[type(refusal).__name__] += 1
            return
        self.outcomes["done"] += 1
        self.turns[name] += 1
        self.stages[self.made.fresh().stage] += 1

    def day(self) -> date:
        """Return the day of the step: now and then it is recorded late, or dated wrongly."""
        back = self.dice.choice((1, 3, 20, 200)) if self.dice.random() < 0.08 else 0
        return self.made.day - timedelta(days=back)

    def _who(self, name: str) -> str:
        if self.dice.random() < 0.1:
            return self.dice.choice(ROLES)
        as_role = {"appraiser": "first", "decider": "other", "appeals_officer": "judge"}
        role = self.dice.choice(TABLE[name].roles)
        return as_role.get(role, role)

    def one(self, rows: Sequence[Any]) -> Any:
        """Return one of the rows, or nothing where there is none."""
        return self.dice.choice(rows) if rows else None

    def user(self, *roles: str) -> Any:
        """Return one of the people with these parts in the test."""
        return self.made.people[self.dice.choice(roles)]


def nothing(_: Walker, __: Position) -> Given | None:
    return {}


def row(name: str, rows: Callable[[Position], Sequence[Any]], **more: Any) -> Any:
    """Return the facts of an action about one row of the case; none where there is no row."""

    def facts(w: Walker, p: Position) -> Given | None:
        found = w.one(rows(p))
        return {name: found, **{k: v(w) if callable(v) else v for k, v in more.items()}} if found \
            else None  # fmt: skip

    return facts


def judgements(w: Walker, p: Position) -> Given:
    kinds = list(Objective.Judgement)
    judged = {
        str(o.number): Judged(w.dice.choice(kinds), "The June checks") for o in p.objectives_now
    }
    return {
        "judgements": judged, "overall": "Good", "on_standards": "Met", "needs": "A larger staff",
        "development": "A mentor",
    }  # fmt: skip


def part(w: Walker) -> Given:
    role, holder = w.dice.choice(
        [("decider", "other"), ("decider", "first"), ("officer", "officer")]
    )
    return {"person": w.made.people[holder], "role": role}


def may_be_objected_to(p: Position) -> tuple[Appraiser, ...]:
    theirs = tuple(a for a in p.appraisers_now if a.capacity != Appraiser.Capacity.GOVERNOR)
    return theirs or tuple(a for a in p.appraisers_now if str(a) != "Uma Shah")


def officers(w: Walker, p: Position) -> Given:
    wanted = p.scheme.appeals_officers
    number = wanted.value if wanted else None
    free = [w.made.people[role] for role in ("chair", "other", "judge")]
    free = [user for user in free if not p.is_appraiser(user)]
    heard = [Hearing(user, SEAT.GOVERNOR) for user in free[: number.governors if number else 1]]
    heard += [Hearing(person(name), SEAT.AUTHORITY) for name in ("Gwen Ash", "Huw Bell")]
    if number and number.of_diocese:
        heard.append(Hearing(person("Fr Noah"), SEAT.DIOCESE))
    if w.dice.random() < 0.2:
        heard[0] = Hearing(w.made.people["first"], SEAT.GOVERNOR)
    return {"officers": heard}


FACTS: dict[str, Callable[[Walker, Position], Given | None]] = {
    "engage_adviser": lambda w, p: {
        "person": w.user("adviser", "adviser", "other"), "of": "Advice for Schools",
        "skills": "Headship", "interests": "None",
    },
    "end_engagement": lambda w, p: {"why": "Moved away"},
    "appoint_appraisers": lambda w, p: {
        "members": [w.made.people["first"], w.user("second", "second", "staff", "judge")],
        "meeting": "Minute 7",
    },
    "add_appraiser": lambda w, p: {
        "person": w.user("officer", "diocesan"), "evidence": "A letter",
        "capacity": w.dice.choice([Appraiser.Capacity.AUTHORITY, Appraiser.Capacity.DIOCESE]),
    },
    "change_appraiser": row(
        "appraiser", lambda p: tuple(a for a in p.appraisers_now if str(a) != "Uma Shah"),
        person=lambda w: w.user("second", "judge", "staff"), meeting="Minute 8", why="Ill",
    ),
    "object_to_appraiser": row(
        "appraiser", may_be_objected_to, reason="An old dispute",
    ),
    "decide_objection": row(
        "objection", lambda p: p.objections,
        outcome=lambda w: w.dice.choice(list(Objection.Outcome)), reasons="It is settled",
        evidence=lambda w: w.dice.choice(["A letter", ""]),
    ),
    "appoint_another": lambda w, p: {
        "person": w.user("second", "judge", "other", "staff"), "meeting": "Minute 9",
    },
    "end_part": lambda w, p: {**part(w), "why": "It is done"},
    "give_part": lambda w, p: {**part(w), "cause": "Pay committee"},
    "tell_standards": lambda w, p: {"standards": "Teachers' Standards"},
    "add_objective": lambda w, p: {**WHOLE},
    "change_objective": row("objective", lambda p: p.objectives, **WHOLE),
    "drop_objective": row("objective", lambda p: p.objectives, why="The plan changed"),
    "consult_adviser": lambda w, p: {
        "point": w.dice.choice(list(Point)), "how": w.dice.choice(list(Consultation.How)),
        "advice": "Two are enough",
    },
    "answer_advice": row(
        "consultation", lambda p: p.consultations, followed=lambda w: w.dice.random() < 0.5,
        departed="The village is known to us",
    ),
    "give_advice": lambda w, p: {
        "point": w.dice.choice(list(Point)), "visited_on": w.day(), "seen": "Books",
        "not_seen": "Lessons", "questions": "What next?", "for_governors": "Pay",
        "conclusion": "Go on",
    },
    "advise_on_system": lambda w, p: ON_SYSTEM,
    "hold_planning_meeting": lambda w, p: {
        "present": [a.person for a in p.appraisers_now] + [p.head]
    },
    "set_objectives": lambda w, p: {"agreed": w.dice.random() < 0.7},
    "settle_support": lambda w, p: {"support": "A mentor", "by_authority": w.dice.random() < 0.5},
    "settle_monitoring": lambda w, p: {"monitoring": "Two visits"},
    "note_progress": row(
        "objective", lambda p: p.objectives_now,
        mark=lambda w: w.dice.choice(list(Progress.Mark)), note="Books show it",
    ),
    "seek_information": lambda w, p: {
        "source": "The deputy", "ground": w.dice.choice(list(Information.Ground)),
    },
    "receive_evidence": lambda w, p: {"evidence": "June checks"},
    "give_notice_of_review": lambda w, p: {"review_on": day_of_review(w, p)},
    "review": judgements,
    "comment": lambda w, p: {"comments": "Fair"},
    "hand_over": lambda w, p: {
        "what": Handing.What.STATEMENT, "to": "Somebody", "because": "On request",
        "capacity": w.dice.choice(
            [*sorted(p.scheme.statement_to.value if p.scheme.statement_to else ()), "parent"]
        ),
    },
    "recommend_pay": lambda w, p: {"recommended": "One point", "reasons": "Met"},
    "decide_pay": lambda w, p: {
        "outcome": w.dice.choice(list(Pay.Outcome)), "decided": "L21", "reasons": "The report",
        "deciders": [w.made.people["chair"], w.user("other", "other", "first")],
    },
    "appeal_pay": lambda w, p: {"grounds": "Unfair"},
    "decide_pay_appeal": lambda w, p: {"outcome": "Dismissed"},
    "appeal": lambda w, p: {"grounds": "Evidence left out"},
    "name_appeals_officers": officers,
    "decide_appeal": lambda w, p: {
        "outcome": w.dice.choice(list(Appeal.Outcome)), "reasons": "Weighed anew",
    },
    "end_early": lambda w, p: {
        "because": w.dice.choice(list(Cycle.Ending)), "why": "Left in the spring",
    },
    "dispose_of_papers": lambda w, p: {"decided_by": "The chair", "why": "Tidying"},
    "change_dates": lambda w, p: {
        "starts_on": p.case.starts_on, "ends_on": p.case.ends_on, "why": "A new head",
    },
}  # fmt: skip


def day_of_review(w: Walker, p: Position) -> Any:
    rule = p.scheme.review_notice
    first = rule.value.earliest(w.made.day, p.calendar) if rule else w.made.day
    return w.dice.choice([first, w.made.day])
