"""Random walks: wherever they lead, no state is impossible and every refusal explains itself."""

import os
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, fields
from datetime import date, timedelta
from random import Random
from typing import Any

import pytest
from django.db import transaction
from django.db.models import Model

from casework import record
from casework.action import Actor, NotInThisCase, Refused, Stranger
from casework.documents.missing import MissingFact
from casework.load import Rows
from casework.tasks import State
from recruitment import impossible
from recruitment.known import unknown_step, who_acts
from recruitment.policies import TABLE
from recruitment.position import Position
from recruitment.process import PROCESS
from recruitment.stages import Stage
from recruitment.tasks import TASKS
from schools.models.choices import Category, Nation
from tests.recruitment import evening
from tests.recruitment.evening_walker import EVENING
from tests.recruitment.headship import Headship, headship, on_day, once
from tests.recruitment.walker import FACTS, Nothing, Walker

pytestmark = pytest.mark.django_db

ACTIONS = int(os.environ.get("HEADSHIP_WALK", "2000"))
A_WALK = 50
LAST_DAY = date(2028, 6, 1)  # what follows from it is still in the table of bank holidays
A_SHORT_WALK = 20
ATTEMPTS = 60  # after which a turn that was looked for in vain fails the test
SEED = int(os.environ.get("HEADSHIP_SEED", "0"))
EDITED = {
    "attach",
    "edit_document",
    "add_paper",
    "release_paper",
    "close_paper",
}  # they take a file or a text; tested by themselves
WAYS = [
    (Category.COMMUNITY, Nation.ENGLAND),
    (Category.VOLUNTARY_AIDED, Nation.ENGLAND),
    (Category.PUPIL_REFERRAL_UNIT, Nation.ENGLAND),
    (Category.ACADEMY, Nation.ENGLAND),
    (Category.COMMUNITY, Nation.WALES),
    (Category.VOLUNTARY_AIDED, Nation.WALES),
]
EVENINGS = dict.fromkeys(("evening", "sealed", "typed", "keyed", "scored"), "panel_appointed")
STARTS = [
    "recorded",
    "advertised",
    "names_sent",
    "interviewed",
    "recommended",
    "approved",
    "appointed",
    "offered",
    "confirmed",
]
TURNS = {
    "withdraw_candidate", "extend_shortlist", "leave_panel", "recommend_nobody", "decline",
    "refuse", "decline_offer", "withdraw_offer", "repeat_steps", "withdraw_recommendation",
    "rescind_decision", "pause", "resume", "withdraw_vacancy", "withdraw_appointment",
}  # fmt: skip
ON_THE_EVENING = [WAYS[0], WAYS[-1]]
MEET = ("call_meeting", "hold_meeting")
LEADS_TO = {
    "decline": MEET,
    "rescind_decision": ("decline", *MEET),
    "repeat_steps": ("recommend_nobody", *MEET),
    "resume": ("pause",),
    "appoint_panel": MEET,
    "shortlist": ("add_candidate",),
    "extend_shortlist": ("add_candidate",),
    "recommend_nobody": MEET,
    "hand_in_scores": ("score_candidate",),
    "confirm_scores": ("score_candidate",),
    "map_interest": ("declare_interest",),
    "explain_gap": ("record_history",),
}
ONWARD = {
    "appoint_panel", "shortlist", "record_interviews", "recommend", "make_offer",
    "accept_offer", "take_up_post",
}  # fmt: skip
WISHES = sorted(TURNS | ONWARD)
ONLY_BY = {Stage.NAMES_SENT: "send_names", Stage.REFUSED: "refuse", Stage.APPROVED: "appoint"}


@dataclass
class Walks:
    """The walks in one regime, and how often they came to what."""

    way: tuple[Category, Nation]
    outcomes: Counter[str] = field(default_factory=Counter)
    stages: Counter[str] = field(default_factory=Counter)
    done: Counter[str] = field(default_factory=Counter)

    def start(self, stage: str, chance_of: Random) -> Walker:
        """Return a walker at a headship that has come to the stage."""
        case = once(("walk", self.way, stage), lambda: self._come_to(stage))
        walker = Walker(case, chance_of)
        walker.look(walker.case.day)
        self.stages[walker.position.stage] += 1
        return walker

    def _come_to(self, stage: str) -> Headship:
        category, nation = self.way
        case = headship(EVENINGS.get(stage, stage), category=category, nation=nation)
        if stage in EVENINGS:
            evening.begin(case, sealed=stage == "sealed")
        if stage == "scored":
            evening.all_score(case)
        if stage in ("typed", "keyed"):
            by = case.people["clerk"] if stage == "keyed" else None
            for code in evening.codes(case):
                evening.score(case, case.people["panel"], code, 3, 3, 3, by=by)
        return case

    def walk(self, chance_of: Random, known: list[str]) -> None:
        """Take a walk from anywhere, with a wish."""
        with on_day(date(2029, 1, 1)), undone():
            walker = self.start(chance_of.choice([*STARTS, *EVENINGS]), chance_of)
            walker.wish = chance_of.choice(known)
            for _ in range(A_WALK):
                self.step_somewhere(walker)
            assert list(record.verify(walker.case.fresh())) == []

    def seek(self, step: str, chance_of: Random) -> None:
        """Walk until the step was taken, beginning where it may come or, failing that, anywhere."""
        on_the_way = {step, *LEADS_TO.get(step, ())} - {*MEET}
        stages = {stage for each in on_the_way for stage in TABLE[each].stages}
        near = [start for start in STARTS if Stage(start) in stages]
        near = list(EVENINGS) if step in EVENING else near
        for _ in range(ATTEMPTS):
            if self.done[step]:
                return
            with on_day(date(2029, 1, 1)), undone():
                walker = self.start(chance_of.choice(near or STARTS), chance_of)
                walker.wish = step
                for _ in range(A_SHORT_WALK):
                    self.step_somewhere(walker)
                    if not walker.wish:
                        break

    def step_somewhere(self, walker: Walker) -> None:
        """Try one action; see that it left one event, or changed nothing and said why."""
        action = choose(walker)
        walker.careful = action in (walker.wish, *LEADS_TO.get(walker.wish, ()))
        try:
            facts = walker.facts_for(action)
        except Nothing:
            action, facts = "give_advice", FACTS["give_advice"](walker)
        before = walker.known_to_hold or snapshot(walker.position)
        if "received_on" not in facts or action == "contest_receipt":
            facts["on"] = walker.day_of(facts)
        if not walker.careful and walker.one([*[False] * 9, True]):
            facts["on" if "on" in facts else "received_on"] = date(2029, 6, 1)
        outcome = attempt(walker, action, facts)
        walker.careful = False
        self.outcomes[outcome] += 1
        self.done.update({action} if outcome == "done" else ())
        if outcome == "done" and action == walker.wish:
            walker.wish = ""
        walker.look(min(LAST_DAY, walker.day + timedelta(days=walker.one([0, 0, 1, 4, 8, 40]))))
        self.stages[walker.position.stage] += 1
        walker.known_to_hold = {} if outcome == "done" else snapshot(walker.position)
        assert outcome == "done" or walker.known_to_hold == before, action
        assert list(impossible.find(walker.position)) == [], action

    def __str__(self) -> str:
        turns = {turn: self.done[turn] for turn in sorted(TURNS) if self.done[turn]}
        counts = {"walks": self.outcomes, "stages": self.stages, "turns": turns}
        lines = [f"  {name} {dict(counted)}" for name, counted in counts.items()]
        return "\n".join(["-".join(self.way), *lines])


def test_the_walker_knows_every_action() -> None:
    assert set(FACTS) | EDITED == set(PROCESS.actions) - {"open_vacancy"} | EDITED


@pytest.mark.long
@pytest.mark.parametrize("way", WAYS, ids="-".join)
def test_no_walk_reaches_an_impossible_state(
    way: tuple[Category, Nation], capsys: pytest.CaptureFixture[str]
) -> None:
    walks, chance_of = Walks(way), Random(SEED)
    with undone():
        regime = walks.start("recorded", chance_of).position.regime
    wishes = [*WISHES, *EVENING] if way in ON_THE_EVENING else WISHES
    known = [wish for wish in wishes if unknown_step(regime, wish) is None]

    for _ in range(-(-ACTIONS // len(WAYS) // A_WALK)):
        walks.walk(chance_of, known)
    for step in known:
        walks.seek(step, chance_of)

    with capsys.disabled():
        sys.stdout.write(f"\n{walks}\n")
    total = walks.outcomes.total()
    assert walks.outcomes["done"] > total / 5
    assert walks.outcomes["refused"] > total / 20
    assert set(walks.done) >= set(known)
    assert set(Stage) - set(walks.stages) == {
        stage for stage, step in ONLY_BY.items() if unknown_step(regime, step)
    }


@contextmanager
def undone() -> Iterator[None]:
    """Roll back whatever one walk did."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def choose(walker: Walker) -> str:
    """Now and then the wish; else mostly what the task list says is possible now, or anything."""
    towards = [*LEADS_TO.get(walker.wish, ()), walker.wish] if walker.wish else []
    possible = [action for action in towards if _may_come(walker, action)]
    if {*possible} - {*MEET} and walker.chance(5):
        return walker.one(possible)
    now = [t.action for t in TASKS.of(walker.position) if t.state == State.NOW]
    if now and walker.chance(6):
        return walker.one([a for a in now if a in FACTS])
    rare = {"withdraw_vacancy", "edit_document"}
    if walker.chance(9):
        at_stage = [a for a in FACTS if _may_come(walker, a) and a not in rare]
        return walker.one(at_stage or list(FACTS))
    return walker.one([a for a in FACTS if a != "edit_document"])


def _may_come(walker: Walker, action: str) -> bool:
    return walker.position.stage in TABLE[action].stages


def attempt(walker: Walker, action: str, facts: dict[str, Any]) -> str:
    vacancy = walker.case.fresh()
    roles = who_acts(walker.position.regime, action) or TABLE[action].roles
    role = walker.one(roles) if walker.chance(9) else "governor"
    people = walker.case.people
    by = Actor(people.get(role, people["clerk"]), override="Agreed" if walker.chance(2) else "")
    try:
        PROCESS.actions[action](vacancy, by=by, **facts)
    except Refused as refused:
        for obstacle in refused.obstacles:
            assert obstacle.key
            assert obstacle.sentence.endswith(".")
            assert obstacle.strength
            assert obstacle.citation
            assert obstacle.clears_by.endswith(".")
        return "refused"
    except (Stranger, MissingFact, NotInThisCase) as error:
        return type(error).__name__
    after = walker.case.fresh()
    assert after.event_count == vacancy.event_count + 1
    return "done"


def snapshot(position: Position) -> dict[str, Any]:
    """Everything that the database holds of the vacancy."""
    rows = {f.name: getattr(position, f.name) for f in fields(position)}
    kept = {name: [values(row) for row in value] for name, value in rows.items()
            if isinstance(value, Rows)}  # fmt: skip
    return {**kept, "case": values(position.case), "stage": Stage(position.stage)}


def values(row: Model) -> dict[str, Any]:
    return {name: value for name, value in vars(row).items() if not name.startswith("_")}
