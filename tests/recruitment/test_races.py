"""Several people at once: one wins, and the others are told why not."""

import threading
from collections.abc import Callable
from datetime import date
from itertools import count

import pytest
from django.db import connection

from casework import record
from casework.action import Actor, Refused
from recruitment.actions import appointment, opening, specification, turns
from recruitment.models import Criterion, Vacancy
from recruitment.stages import FALLEN, Stage
from tests.recruitment.headship import headship, on_day

pytestmark = pytest.mark.django_db(transaction=True)
TODAY = date(2027, 2, 1)


def at_once(count: int, act: Callable[[], object]) -> list[object]:
    """Run `act` in `count` threads that start together; return what each gave or raised."""
    gate, results = threading.Barrier(count), list[object]()

    def run() -> None:
        try:
            with on_day(TODAY):
                gate.wait()
                results.append(act())
        except Refused as refused:
            results.append(refused)
        finally:
            connection.close()

    threads = [threading.Thread(target=run) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


def test_ten_parallel_approvals_leave_one_event_and_nine_clear_refusals() -> None:
    with on_day(TODAY):
        case = headship("recommended")
        meeting = case.meet("To consider the panel's recommendation")
    before = case.fresh().event_count

    results = at_once(
        10,
        lambda: appointment.approve(
            Vacancy.objects.get(pk=case.vacancy.pk),
            meeting=meeting,
            votes_for=5,
            votes_against=0,
            abstained=0,
            by=case.clerk,
            on=case.day,
        ),
    )

    refused = [result for result in results if isinstance(result, Refused)]
    assert len(results) == 10
    assert len(refused) == 9
    assert {r.keys[0] for r in refused} == {"not_at_this_stage"}
    assert all(o.sentence and o.strength and o.clears_by for r in refused for o in r.obstacles)
    vacancy = case.fresh()
    assert (vacancy.stage, vacancy.event_count) == (Stage.APPROVED, before + 1)
    assert list(record.verify(vacancy)) == []


def test_two_people_who_saw_the_same_page_do_not_both_act_on_it() -> None:
    with on_day(TODAY):
        case = headship("recorded")
    seen, turn = case.fresh().event_count, count()

    results = at_once(
        2,
        lambda: specification.add_criterion(
            Vacancy.objects.get(pk=case.vacancy.pk),
            text=f"Leads teaching {next(turn)}",
            tested_by=[Criterion.TestedBy.INTERVIEW],
            by=Actor(case.people["clerk"], seen=seen),
            on=case.day,
        ),
    )

    refused = [result for result in results if isinstance(result, Refused)]
    assert [r.keys for r in refused] == [("page_out_of_date",)]
    assert "you have since recorded" in refused[0].obstacles[0].sentence
    assert case.vacancy.criteria.count() == 1


def test_one_declines_the_offer_for_the_person_while_another_withdraws_it() -> None:
    with on_day(TODAY):
        case = headship("offered")
    before, turn = case.fresh().event_count, count()

    def decide() -> None:
        vacancy = Vacancy.objects.get(pk=case.vacancy.pk)
        if next(turn):
            turns.decline_offer(vacancy, why="Another post", by=case.clerk, on=case.day)
        else:
            turns.withdraw_offer(vacancy, why="A doubt", by=case.actor("officer"), on=case.day)

    results = at_once(2, decide)

    refused = [result for result in results if isinstance(result, Refused)]
    assert [r.keys for r in refused] == [("not_at_this_stage",)]
    vacancy = case.fresh()
    assert (vacancy.stage, vacancy.event_count) == (Stage.FELL_THROUGH, before + 1)
    assert case.candidate("C1").state in FALLEN


def test_two_clerks_cannot_open_the_same_headship_twice() -> None:
    with on_day(TODAY):
        case = headship("recorded")
        turns.withdraw_vacancy(
            case.vacancy,
            because=Vacancy.Ending.ABANDONED,
            why="Not now",
            by=case.clerk,
            on=case.day,
        )

    results = at_once(
        2,
        lambda: opening.open_vacancy(
            case.school,
            reason=Vacancy.Reason.RETIREMENT,
            outgoing_last_day=date(2027, 4, 30),
            by=case.clerk,
            on=TODAY,
        ),
    )

    refused = [result for result in results if isinstance(result, Refused)]
    assert [r.keys for r in refused] == [("vacancy_running",)]
    assert Vacancy.objects.count() == 2
