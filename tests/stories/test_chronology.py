"""The record in words: every event, when, by whom, what, why and under which provision."""

from datetime import date, timedelta

import pytest

from casework.documents.blocks import Table, text_of
from casework.documents.word import render
from casework.models import Event
from recruitment.models import Vacancy
from stories.chronology import LONGEST, chronology
from stories.headship import HEADSHIP
from tests.casework.documents.checks import problems

pytestmark = pytest.mark.django_db

# Representations are made in it and withdrawn, and steps repeated.
STORY = "approval_declined_and_steps_repeated.yaml"
MADE = date(2027, 2, 1)


def events(case: Vacancy) -> list[Event]:
    return list(case.events.order_by("number"))


def rows(case: Vacancy, found: list[Event]) -> list[tuple[str, ...]]:
    paper = chronology(HEADSHIP, case, found, [], MADE)
    (table,) = [block for block in paper.blocks if isinstance(block, Table)]
    return list(table.rows)


def test_every_event_has_a_row_in_the_order_in_which_it_happened(case: Vacancy) -> None:
    found = sorted(events(case), key=lambda event: (event.happened_on, event.number))
    assert [row[0] for row in rows(case, found)] == [str(event.number) for event in found]


def test_a_row_says_when_it_happened_and_when_it_was_recorded(case: Vacancy) -> None:
    event = events(case)[0]
    event.happened_on = event.recorded_at.date() - timedelta(days=3)
    ((_, happened, recorded, who, _),) = rows(case, [event])
    assert happened == f"{event.happened_on:%-d %b %Y}"
    assert recorded == f"{event.recorded_at:%-d %b %Y}, 12:00"
    assert who == f"{event.by_name}, clerk"


def test_a_row_says_what_was_done_why_and_under_which_provision(case: Vacancy) -> None:
    event = case.events.get(action="withdraw_representations")
    ((*_, what),) = rows(case, [event])
    lines = what.split("\n")
    assert lines[0] == "Withdraw representations for the authority"
    assert f"Why: {event.why}" in lines
    assert f"Provision: {event.provision}" in lines


def test_what_was_set_aside_is_named_with_the_reason(case: Vacancy) -> None:
    event = events(case)[0]
    event.data = {"set_aside": {"rules": ["period_open"], "reason": "Agreed with the authority"}}
    ((*_, what),) = rows(case, [event])
    assert "Set aside: period open. Reason: Agreed with the authority" in what


def test_a_long_text_is_cut_after_a_word_and_marked(case: Vacancy) -> None:
    event = events(case)[0]
    event.data = {"text": "word " * 200, "present": ["Ann Rees", "Tom Hale"]}
    ((*_, what),) = rows(case, [event])
    text, present = what.split("\n")[1:3]
    assert text.endswith("word […]")
    assert len(text) < LONGEST + 20
    assert present == "Present: Ann Rees; Tom Hale"


def test_faults_of_the_record_stand_at_its_head(case: Vacancy) -> None:
    sound = text_of(chronology(HEADSHIP, case, [], [], MADE))
    faulty = text_of(chronology(HEADSHIP, case, [], ["Event 3 is missing."], MADE))
    assert "State of the record: The record is whole." in sound
    assert "State of the record: Event 3 is missing." in faulty


def test_it_has_no_errors_as_a_word_file(case: Vacancy) -> None:
    assert problems(render(chronology(HEADSHIP, case, events(case), [], MADE))) == ([], [])
