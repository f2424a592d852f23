"""The record: only ever added to, chained, sealed, and verified."""

from datetime import date

import pytest
from django.db import DatabaseError, connection, transaction

from casework import record, triggers
from casework.models import Event
from tests.recruitment.headship import Headship, headship, on_day

pytestmark = pytest.mark.django_db


@pytest.fixture
def case() -> Headship:
    with on_day(date(2027, 2, 1)):
        return headship("panel_appointed")


def altered(sql: str, *values: int) -> None:
    """Do to the events, with the guard lifted, what nobody may do."""
    triggers.lift()
    with connection.cursor() as cursor:
        cursor.execute(sql, values)


def faults(case: Headship) -> list[str]:
    return list(record.verify(case.fresh()))


def test_the_database_refuses_to_change_an_event(case: Headship) -> None:
    with pytest.raises(DatabaseError, match="only ever added to"), transaction.atomic():
        Event.objects.filter(case=case.vacancy).update(why="something else")


def test_the_database_refuses_to_delete_an_event(case: Headship) -> None:
    with pytest.raises(DatabaseError, match="only ever added to"), transaction.atomic():
        Event.objects.filter(case=case.vacancy).delete()


def test_a_whole_record_has_no_faults(case: Headship) -> None:
    assert faults(case) == []


def test_changed_data_are_named_with_their_event(case: Headship) -> None:
    altered("UPDATE casework_event SET by_name = 'Somebody Else' WHERE number = 3")

    assert faults(case) == [
        f"{case.fresh().reference}: event 3 (name_adviser) was changed after it was recorded."
    ]


def test_a_changed_header_is_named_with_its_event(case: Headship) -> None:
    altered("UPDATE casework_event SET happened_on = '2020-01-01' WHERE number = 2")

    assert faults(case) == [
        f"{case.fresh().reference}: event 2 (notify_authority) was changed after it was recorded."
    ]


def test_a_missing_event_is_named(case: Headship) -> None:
    altered("DELETE FROM casework_event WHERE number = 2")

    assert f"{case.fresh().reference}: event 2 is missing." in faults(case)


def test_the_last_event_taken_away_is_named(case: Headship) -> None:
    last = case.fresh().event_count
    altered("DELETE FROM casework_event WHERE number = %s", last)

    assert faults(case) == [
        f"{case.fresh().reference}: event {last} is missing from the end of the record."
    ]


def test_an_event_added_past_the_seal_is_named(case: Headship) -> None:
    event = Event.objects.filter(case=case.vacancy).latest("number")
    event.pk, event.number, event.previous = None, event.number + 1, event.digest
    event.digest = record.digest(event)
    event.save(force_insert=True)

    assert faults(case) == [
        f"{case.fresh().reference}: event {event.number} was added after the record was sealed."
    ]


def test_the_guard_is_made_again_after_a_migration(case: Headship) -> None:
    triggers.lift()
    triggers.make()

    with pytest.raises(DatabaseError, match="only ever added to"), transaction.atomic():
        Event.objects.filter(case=case.vacancy).delete()
