"""manage.py verify_record: clean on a sound record, and names the event on any other."""

from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from casework import triggers
from casework.models import Case, Event
from tests.recruitment.headship import headship, on_day

pytestmark = pytest.mark.django_db


@pytest.fixture
def cases() -> list[Case]:
    """Two cases, the second with thirteen events and more."""
    with on_day(date(2027, 2, 1)):
        made = [headship("recorded", "First School"), headship("advertised", "Second School")]
    return [case.fresh() for case in made]


def verify(*references: str) -> str:
    out = StringIO()
    call_command("verify_record", *references, stdout=out)
    return out.getvalue()


def faults(*references: str) -> list[str]:
    """Return what is printed of a record that is not whole."""
    out = StringIO()
    with pytest.raises(CommandError, match=r"The record is not whole\.") as error:
        call_command("verify_record", *references, stdout=out)
    assert error.value.returncode == 1
    return out.getvalue().splitlines()


def test_a_sound_record_is_whole(cases: list[Case]) -> None:
    events = Event.objects.count()
    assert verify() == f"The record is whole: 2 cases, {events} events.\n"
    assert verify(cases[0].reference) == "The record is whole: 1 cases, 1 events.\n"


def test_an_altered_row_is_named(cases: list[Case]) -> None:
    triggers.lift()
    second = cases[1]
    event = second.events.get(number=4)
    second.events.filter(number=4).update(happened_on=date(2026, 1, 1))
    assert faults() == [
        f"{second.reference}: event 4 ({event.action}) was changed after it was recorded."
    ]


def test_the_last_row_deleted_is_named(cases: list[Case]) -> None:
    triggers.lift()
    second = cases[1]
    second.events.filter(number=second.event_count).delete()
    assert faults() == [
        f"{second.reference}: event {second.event_count} is missing from the end of the record."
    ]


def test_a_row_missing_from_the_middle_is_named(cases: list[Case]) -> None:
    triggers.lift()
    second = cases[1]
    second.events.filter(number=3).delete()
    assert faults(second.reference)[0] == f"{second.reference}: event 3 is missing."


def test_a_row_added_is_named(cases: list[Case]) -> None:
    second = cases[1]
    last = second.events.get(number=second.event_count)
    last.pk, last.number = None, last.number + 1
    last.save(force_insert=True)
    assert faults()[-1].endswith(f"event {last.number} was added after the record was sealed.")


def test_every_row_deleted_is_named(cases: list[Case]) -> None:
    triggers.lift()
    cases[0].events.all().delete()
    assert faults() == [f"{cases[0].reference}: event 1 is missing from the end of the record."]


def test_only_the_cases_named_are_verified(cases: list[Case]) -> None:
    triggers.lift()
    cases[0].events.all().delete()
    assert "1 cases" in verify(cases[1].reference)


def test_a_case_that_there_is_not_is_named(cases: list[Case]) -> None:
    with pytest.raises(CommandError, match=r"There is no case HT-1999-00001\."):
        verify("HT-1999-00001", cases[0].reference)


def test_no_cases_are_a_whole_record() -> None:
    assert verify() == "The record is whole: 0 cases, 0 events.\n"
