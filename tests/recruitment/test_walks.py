"""Random walks: wherever they lead, no state is impossible and every refusal explains itself."""

import os
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import transaction
from django.db.models import Model
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casework import record
from casework.action import Actor, NotInThisCase, Refused, Stranger
from casework.documents.wording import MissingFact
from recruitment import impossible
from recruitment.policies import TABLE
from recruitment.position import Position
from recruitment.process import PROCESS
from recruitment.stages import Stage
from recruitment.tasks import State, tasks
from tests.recruitment.headship import headship, on_day
from tests.recruitment.walker import FACTS, Nothing, Walker

pytestmark = pytest.mark.django_db

ACTIONS = int(os.environ.get("HEADSHIP_WALK", "2000"))
A_WALK = 50
STARTS = [
    "recorded",
    "advertised",
    "names_sent",
    "interviewed",
    "recommended",
    "approved",
    "accepted",
]
EDITED = {"attach", "edit_document"}  # they take a file or a text; tested by themselves

reached: Counter[str] = Counter()
outcomes: Counter[str] = Counter()


def test_the_walker_knows_every_action() -> None:
    assert set(FACTS) | EDITED == set(PROCESS.actions) - {"open_vacancy"} | EDITED


@settings(
    max_examples=-(-ACTIONS // A_WALK),
    deadline=None,
    derandomize="HEADSHIP_WALK" not in os.environ,
    database=None,
    suppress_health_check=list(HealthCheck),
)
@given(data=st.data())
def test_no_walk_reaches_an_impossible_state(data: st.DataObject) -> None:
    with on_day(date(2029, 1, 1)), undone():
        start = data.draw(st.sampled_from(STARTS))
        walker = Walker(headship(start), data.draw)
        walker.look(walker.case.day)
        for _ in range(A_WALK):
            step_somewhere(walker)
        assert list(record.verify(walker.case.fresh())) == []


def test_the_walks_went_everywhere(capsys: pytest.CaptureFixture[str]) -> None:
    if sum(outcomes.values()) < ACTIONS:
        test_no_walk_reaches_an_impossible_state()
    with capsys.disabled():
        sys.stdout.write(f"\nwalks: {dict(outcomes)}\nstages: {dict(reached)}\n")
    assert outcomes["done"] > ACTIONS / 5
    assert outcomes["refused"] > ACTIONS / 20


@contextmanager
def undone() -> Iterator[None]:
    """Roll back whatever one walk did."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def step_somewhere(walker: Walker) -> None:
    """Try one action; see that it either left one event or changed nothing and said why."""
    action = choose(walker)
    try:
        facts = walker.facts_for(action)
    except Nothing:
        action, facts = "give_advice", FACTS["give_advice"](walker)
    before = snapshot(walker.position)
    if "received_on" not in facts or action == "contest_receipt":
        facts["on"] = walker.day
    if walker.chance(1):
        facts["on" if "on" in facts else "received_on"] = date(2029, 6, 1)
    outcome = attempt(walker, action, facts)
    outcomes[outcome] += 1
    walker.look(walker.day + timedelta(days=walker.one([0, 0, 1, 4, 8])))
    reached[walker.position.stage] += 1
    if outcome != "done":
        assert snapshot(walker.case.position(walker.position.on)) == before, action
    assert list(impossible.find(walker.position)) == [], action


def choose(walker: Walker) -> str:
    """Mostly what the task list says is possible now; otherwise anything."""
    now = [t.action for t in tasks(walker.position) if t.state == State.NOW]
    if now and walker.chance(6):
        return walker.one([a for a in now if a in FACTS])
    rare = {"withdraw_vacancy", "edit_document"}
    if walker.chance(9):
        at_stage = [a for a in FACTS if walker.position.stage in TABLE[a].stages and a not in rare]
        return walker.one(at_stage or list(FACTS))
    return walker.one([a for a in FACTS if a != "edit_document"])


def attempt(walker: Walker, action: str, facts: dict[str, Any]) -> str:
    vacancy = walker.case.fresh()
    role = TABLE[action].roles[0] if walker.chance(9) else "governor"
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
            if isinstance(value, tuple)}  # fmt: skip
    return {**kept, "case": values(position.case), "stage": Stage(position.stage)}


def values(row: Model) -> dict[str, Any]:
    return {name: value for name, value in vars(row).items() if not name.startswith("_")}
